"""What a number counts: the noun phrase to its right or left, and its head noun in the singular."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from metrics.figures.words import MONTHS, ONES, SCALES, TENS, WEEKDAYS, word_set


class Noun(NamedTuple):
    """A noun phrase, `text[start:end]`, and its head noun in the singular."""

    start: int
    end: int
    head: str


# Words that end a noun phrase: prepositions, conjunctions, pronouns, auxiliaries, numbers, days.
ENDS = word_set(
    """
    in on at from to by for with without within into onto upon over under above below between among amid amongst across through
    throughout during before after since until till against about around near off out up down along behind beyond per via than then
    as like unlike despite toward towards inside outside ahead away back beside and or but nor so yet if because while when where
    whereas although though unless whether that which who whom whose what why how i you he she it we they me him us them here there
    is are was were be been being am has have had having do does did will would shall should can could may might must not no never
    also only just even still already now today yesterday tomorrow tonight ago apart apiece each both either neither too later
    earlier soon once again however meanwhile instead else together every said says according including included includes plus
    another versus vs except alone aboard respectively amounting isn't aren't wasn't weren't hasn't haven't hadn't won't wouldn't didn't
    don't doesn't can't couldn't i'm it's he's she's we're they're they've we've ages aged this a an worth due following last next
    """
).union(WEEKDAYS, MONTHS, ONES, TENS, SCALES) - {"may", "second", "march", "sat", "sun"}
# Verb forms, irregular or alike in the present, that follow what was counted.
_PAST = word_set(
    """
    came went took gave got made told fell rose saw left lost won held kept met ran fled led sent spent stood struck brought bought
    became began broke built caught chose cut did drew drove ate felt fought found flew forgot grew heard hid hit knew laid lay let
    lit meant paid put read rode sang sank sat set shot shut slept sold spoke stole swam taught thought threw understood woke wore
    wrote beat bore bled burst cost dealt dug fed remains wants believe think comes goes gets gives makes takes seem seems appear
    appears dies becomes agrees
    """
)
_PRESENT = word_set(
    """
    remain want need say come go get give make take live work die fall rise become agree include face wait stand continue hold show
    suggest see use mean means play start end plan hope fear claim report call move turn run lead help change follow lie pay win
    lose keep begin try ask look feel hit cost tend vote support back join share
    """
)
# Participles that stand alone behind a number (15 killed); those below them can be what is counted (120 wounded).
_PARTICIPLES = word_set("killed shot taken held freed arrested hurt slain born known given sent made seen stolen lost found set left met")
_NOMINAL = word_set("dead deceased wounded injured missing sick homeless poor unemployed fallen disabled displaced elderly faithful")
_IRREGULAR = {
    "people": "person", "men": "man", "women": "woman", "children": "child", "mice": "mouse", "teeth": "tooth", "geese": "goose",
    "oxen": "ox", "feet": "foot", "lives": "life",
    "wives": "wife", "knives": "knife", "thieves": "thief", "wolves": "wolf", "leaves": "leaf", "halves": "half", "loaves": "loaf",
    "shelves": "shelf", "selves": "self",
    "hooves": "hoof", "calves": "calf", "police": "police", "personnel": "personnel", "staff": "staff", "cattle": "cattle",
    "sheep": "sheep", "deer": "deer", "crew": "crew",
    "clergy": "clergy", "remains": "remains", "earnings": "earnings", "arms": "arms", "headquarters": "headquarters", "series": "series",
    "species": "species", "corps": "corps", "crossroads": "crossroads",
    "means": "means", "criteria": "criterion", "phenomena": "phenomenon", "bacteria": "bacterium", "data": "data", "media": "media",
    "livestock": "livestock", "poultry": "poultry",
    "infantry": "infantry", "fish": "fish", "buses": "bus", "gases": "gas", "viruses": "virus", "crises": "crisis",
    "analyses": "analysis", "theses": "thesis", "hypotheses": "hypothesis",
    "diagnoses": "diagnosis", "statuses": "status", "campuses": "campus", "bonuses": "bonus", "movies": "movie", "cookies": "cookie",
    "zombies": "zombie", "rookies": "rookie",
    "calories": "calorie", "prairies": "prairie", "selfies": "selfie", "ties": "tie", "pies": "pie", "lies": "lie", "caches": "cache",
    "avalanches": "avalanche", "headaches": "headache",
    "axes": "axe", "heroes": "hero", "potatoes": "potato", "tomatoes": "tomato", "torpedoes": "torpedo", "volcanoes": "volcano",
    "mosquitoes": "mosquito", "cargoes": "cargo",
    "vetoes": "veto", "echoes": "echo", "embargoes": "embargo", "alumni": "alumnus", "fungi": "fungus", "cacti": "cactus",
    "nuclei": "nucleus", "stimuli": "stimulus",
    "buffalo": "buffalo", "offspring": "offspring", "homeless": "homeless", "spacecraft": "spacecraft", "aircraft": "aircraft",
    "hovercraft": "hovercraft", "watercraft": "watercraft", "craft": "craft",
}  # fmt: skip
_NO_PLURAL = word_set(
    """
    this his its gas bus plus news across perhaps always ours yours theirs hers thus besides whereas sometimes nowadays afterwards
    towards yes minus versus paris texas kansas arkansas illinois vegas angeles hamas dallas naples wales laos barbados honduras
    athens brussels adidas netherlands physics politics economics mathematics statistics gymnastics athletics electronics logistics
    diabetes alias atlas canvas christmas bias pancreas overseas lens chaos
    """
)
# Plurals that also stand before another noun: arms control experts, sports officials.
_IN_IS = word_set(
    """
    tennis paris debris iris pelvis axis chassis tigris memphis metropolis trellis louis davis ellis morris harris lewis francis
    dennis travis chris jarvis curtis ennis
    """
)
_ADJUNCTS = word_set(
    """
    arms sports sales news systems rights affairs goods operations communications women men forces services customs drugs weapons
    jobs savings
    """
)
_SKIPPED = word_set(
    """
    more other additional further new such extra of the their its his her our your my these those all fewer less full whole
    different another remaining further consecutive straight such
    """
)
_ED_NOUNS = word_set("bed red need seed feed shed speed breed weed ally family supply assembly anomaly fly rally bully belly lily reply")
_BACK = word_set("them us it which whom whose those these you")
# Singulars that stand behind a number before a further noun: a 180 page report, five time champion.
_SINGULARS = word_set("page time seat room man member game goal point bed door party star storey nation part player vote lap over wicket")
_PEOPLES = word_set(
    """
    japanese chinese vietnamese lebanese sudanese taiwanese maltese portuguese congolese senegalese burmese nepalese sinhalese
    british french dutch irish english spanish polish swiss
    """
)
_OF = word_set("war parliament congress staff state duty representatives terrorism age directors commons lords justice")
_NOT_NOUNS = word_set(
    """
    late early long big high low old new good bad strong large small great fast hard short wide deep tall heavy so-called much many
    few little less least most very
    """
)
# A word, over one line's end where the next line goes on in lower case; and what may be the apostrophe of a plural possessive.
_TIMES = frozenset("minutes hours days weeks months years moments shortly".split())
_LATER = re.compile(r" (?:after|before|later|earlier|ago|prior)\b")
_SHORT = re.compile(r" \([A-Z]{2,6}\)(?= [a-z])")  # an abbreviation within a name
_WORD = re.compile(
    r"(?:[^\S\n]{0,3}+(?:\n[^\S\n]{0,3}(?=[a-z]))?|[^\S\n]?[-\u2010\u2011])([“‘\"'\[]?)((?:[^\W\d_]|\d[\d.,]{0,8}-[^\W\d_])\w*(?:[-\u2010\u2011'’.&]\w+)*)(['’]?)"
)
_DETERMINERS = word_set("the its their his her our your my these those all")
_CONTRACTED = ENDS | word_set("who what that there let")
_JOINS = frozenset(("and", "or", "but"))  # cheap but effective drones
_LY = word_set("deadly costly friendly early elderly daily likely unfriendly")  # adjectives, not adverbs
_CAPITALS = word_set("US IT UN AN MAY")
_REACH = 9


@lru_cache(1 << 14)  # the same few nouns are counted again and again
def singular(word: str) -> str:
    """The dictionary form of a noun, in lower case: *bodies* → body, *troops* → troop, *children* → child."""
    lower = word.lower().rstrip("'’")
    if lower in _IRREGULAR:
        return _IRREGULAR[lower]
    for plural, single in (("men", "man"), ("women", "woman"), ("children", "child"), ("people", "person")):
        if lower.endswith(plural) and len(lower) > len(plural) + 2:
            return lower.removesuffix(plural) + single
    if not lower.endswith("s") or lower in _NO_PLURAL or len(lower) < 3 or lower.endswith(("ss", "us")) or not is_plural(lower):
        return lower
    if lower.endswith("ies") and len(lower) > 4:
        return lower[:-3] + "y"
    if lower.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return lower[:-2]
    return lower[:-1]


def ends(lower: str) -> bool:
    """Whether a word in lower case ends a noun phrase: a preposition, an auxiliary, a number …"""
    return lower in ENDS


def is_plural(lower: str) -> bool:
    """Whether a word, in lower case, looks like a noun in the plural."""
    if lower in _IRREGULAR:
        return True
    if lower[-1] == "s":
        return (
            len(lower) > 2
            and lower not in _NO_PLURAL
            and (
                lower[-2] not in "su'’i"
                or (lower[-2] == "i" and len(lower) > 4 and lower[-3] not in "s" and lower not in _IN_IS and not lower.endswith("itis"))
            )
        )
    return lower.endswith(("men", "children")) and len(lower) > 5


def after(text: str, at: int, end: int, *, one: bool = False) -> Noun | None:
    """The noun phrase that begins at `at`, read across adjectives, hyphens and *of the*; None where none does.

    `one` says that a noun in the singular will do: behind one, a rank, a share or a unit.
    """
    words: list[tuple[str, str, int, int]] = []
    position, stop = at, min(end, at + 140)
    while len(words) < _REACH:
        match = _WORD.match(text, position, stop)
        if match is None:
            break
        quoted, word, apostrophe = match.groups()
        lower = word.lower()
        if not lower.isalpha():
            lower = lower.replace("’", "'")
            if "'" in lower and lower.partition("'")[0] in _CONTRACTED:
                break
        if apostrophe and not quoted and text[match.end() : match.end() + 1] == " ":
            lower += "'"  # a possessive: taxpayers' cash
        if words and lower in _JOINS and _joins(text, words, match.end(), stop):
            position = match.end()
            continue
        if (
            (lower in ENDS and word not in _CAPITALS)
            or (lower in _PAST and (words or lower not in ("left", "held", "set", "cut")))
            or (lower in _PRESENT and words and is_plural(words[-1][1]))
        ):
            if not words and lower == "last":
                position = match.end()
                continue
            break
        if words and lower in _TIMES and _LATER.match(text, match.end(), stop):
            break  # 90 prisoners hours after
        if not words and lower in _SKIPPED and word != "New":
            position = match.end()
            continue
        if lower == "of" or ((lower in _BACK and word not in _CAPITALS) if not words else lower in _DETERMINERS):
            break
        begin, finish = match.span(2)
        words.append((word, lower, begin, finish))
        position = match.end()
        if position >= stop:
            break
        short = _SHORT.match(text, position, stop) if text[position : position + 2] == " (" else None
        if short is not None:
            position = short.end()  # 13 Border Security Force (BSF) soldiers
        if text[position] in ",;:.()?!–—":
            if text[position] != "." or "." not in word:
                break
            position += 1
    if not words:
        return None
    chosen = _single(words) if one else _counted(words)
    if chosen is None:
        return None
    _, lower, _, stop = words[chosen]
    last = lower.partition("-of-")[0].rpartition("-")[2]
    head = singular(lower if last[:1].isdigit() else last)  # Su-24s keep their letters
    if text.startswith(" of ", stop):
        tail = _WORD.match(text, stop + 3, end)
        if tail and tail[2].lower() in _OF:
            stop = tail.end(2)
    return Noun(words[0][2], stop, head)


def _joins(text: str, words: list[tuple[str, str, int, int]], at: int, end: int) -> bool:
    """Whether *and* joins two adjectives of one noun (*Russian and Ukrainian prisoners*), rather than two counts."""
    word, lower, _, _ = words[-1]
    following = _WORD.match(text, at, end)
    if (
        following is None
        or is_plural(lower)
        or lower in _PARTICIPLES
        or lower in _NOMINAL
        or following[2].lower() in ENDS
        or following[2].endswith("ing")  # killed one person and stealing fish
        or (following[2].endswith("ly") and following[2] not in _LY)
        or (lower.endswith("ed") and word[0].islower())
    ):
        return False
    if text[following.start(2) - 1] != " ":
        return False
    further = _WORD.match(text, following.end(), end)
    return (
        (word[0].isupper() or following[2][0].islower())  # Shahed and decoy drones
        and further is not None
        and further[2].lower() not in ENDS
        and not is_plural(following[2].lower())
    )


def _counted(words: list[tuple[str, str, int, int]]) -> int | None:
    """Which word is the head of a phrase that counts several: the first plural that is no adjunct of a further one."""
    last = len(words) - 1
    for index, (word, lower, _, _) in enumerate(words):
        if not is_plural(lower) and not is_plural(lower.partition("-of-")[0]):
            continue
        rest = words[index + 1 : index + 4]
        if rest and word[0].isupper() and rest[0][0][0].isupper() and not is_plural(rest[0][1]) and not rest[0][1].endswith(("ly", "ed")):
            continue
        if rest and word[0].isupper() and any(further[0].islower() and is_plural(low) for further, low, _, _ in rest):
            continue
        if rest and lower in _ADJUNCTS and any(is_plural(low) for _, low, _, _ in rest[:2]):
            continue
        while index < last and is_plural(words[index + 1][1]) and words[index + 1][1] not in _PAST:
            index += 1
        return index
    if words[0][1] in _NOMINAL or words[0][1] in _SINGULARS or (last == 0 and words[0][1] in _PEOPLES):
        return 0
    return 1 if last >= 1 and words[1][1] in _NOMINAL and words[0][1].endswith(("ly", "ans", "ian")) else None


def _single(words: list[tuple[str, str, int, int]]) -> int | None:
    """Which word is the head of a phrase in the singular: the last one before a participle or an adverb."""
    last = len(words) - 1
    for index, (word, lower, _, _) in enumerate(words):
        if (
            index
            and word[0].isupper()
            and words[index - 1][0][0].islower()
            and "-" not in words[index - 1][0]
            and all(later[0][0].isupper() for later in words[index:])
        ):
            last = index - 1
            break
        if index and (
            lower in _PARTICIPLES
            or (lower.endswith(("ed", "ly")) and index == last and lower not in _ED_NOUNS)
            or (lower.endswith("ing") and index == last and is_plural(words[index - 1][1]))
        ):
            last = index - 1
            while last and words[last][1].endswith("ly") and words[last][1] not in _LY:
                last -= 1  # one person critically injured
            break
        if (
            index < last
            and is_plural(lower)
            and lower not in _ADJUNCTS
            and words[index][0][0].islower()
            and not is_plural(words[index + 1][1])
        ):
            last = index
            break
    word = words[last][1]
    if last == 0 and (
        word in _PARTICIPLES
        or word in _NOT_NOUNS
        or word.endswith("ly")
        or (word.endswith("ed") and word not in _NOMINAL and word not in _ED_NOUNS)
    ):
        return None
    return last
