"""What a number counts: the noun phrase behind it, and its head noun in the singular."""

from __future__ import annotations

import re

# Words that end a noun phrase: prepositions, conjunctions, pronouns, auxiliaries.
_ENDS = frozenset(
    "in on at from to by for with without within into onto upon over under above below between among amid amongst across through throughout during before after since "
    "until till against about around near off out up down along behind beyond per via than then as like unlike despite toward towards inside outside ahead away back beside besides "
    "and or but nor so yet if because while when where whereas although though unless whether that which who whom whose what why how "
    "i you he she it we they me him her us them there here is are was were be been being am has have had having do does did will would shall should can could may might must "
    "not no never also only just even still already now today yesterday tomorrow tonight ago apart apiece each both either neither too later earlier soon once again "
    "however meanwhile instead else together overall every said says say according including included includes include plus versus vs via except"
    " isn't aren't wasn't weren't hasn't haven't hadn't won't wouldn't didn't don't doesn't can't couldn't i'm it's he's she's we're they're they've we've"
    " this a an the monday tuesday wednesday thursday friday saturday sunday january february april june july august september october november december".split()
)
# Irregular past and base forms of verbs that follow a counted noun, or a number that stands alone.
_VERBS = frozenset(
    "came went took gave got made told fell rose saw left lost won held kept met ran fled led sent spent stood struck brought bought became began broke built caught chose cut "
    "did drew drove ate felt fought found flew forgot grew heard hid hit knew laid lay let lit meant paid put read rode sang sank sat set shot shut slept sold spoke stole "
    "swam taught thought threw understood woke wore wrote beat bore bled hurt burst cost dealt dug fed "
    "remain remains want wants need needs say says believe think come comes go goes get gets give gives make makes take takes live lives work works seem seems appear appears "
    "die dies fall falls rise rises become becomes agree agrees include voted".split()
)
# Participles before which nothing counts, or which stand as adjectives; those that can be counted themselves stand in _NOMINAL.
_PARTICIPLES = frozenset("killed shot taken held freed injured wounded arrested detained captured kidnapped abducted hurt slain born known given sent made seen stolen lost".split())
_NOMINAL = frozenset("dead wounded injured missing sick homeless poor unemployed fallen disabled faithful displaced elderly captured detained".split())
_PLURALS = {
    "people": "person", "men": "man", "women": "woman", "children": "child", "servicemen": "serviceman", "servicewomen": "servicewoman", "policemen": "policeman",
    "fishermen": "fisherman", "gunmen": "gunman", "firemen": "fireman", "congressmen": "congressman", "businessmen": "businessman", "schoolchildren": "schoolchild",
    "grandchildren": "grandchild", "tribesmen": "tribesman", "clergymen": "clergyman", "crewmen": "crewman", "seamen": "seaman", "airmen": "airman", "guardsmen": "guardsman",
    "spokesmen": "spokesman", "infantrymen": "infantryman", "mice": "mouse", "teeth": "tooth", "geese": "goose", "oxen": "ox", "feet": "foot", "lives": "life",
    "wives": "wife", "knives": "knife", "thieves": "thief", "wolves": "wolf", "leaves": "leaf", "halves": "half", "loaves": "loaf", "shelves": "shelf", "selves": "self",
    "police": "police", "troops": "troop", "personnel": "personnel", "staff": "staff", "aircraft": "aircraft", "spacecraft": "spacecraft", "hovercraft": "hovercraft",
    "warcraft": "warcraft", "cattle": "cattle", "sheep": "sheep", "fish": "fish", "deer": "deer", "crew": "crew", "clergy": "clergy", "remains": "remains",
    "headquarters": "headquarters", "series": "series", "species": "species", "corps": "corps", "crossroads": "crossroads", "criteria": "criterion",
    "phenomena": "phenomenon", "bacteria": "bacterium", "data": "data", "media": "media", "militia": "militia", "livestock": "livestock", "poultry": "poultry",
    "infantry": "infantry", "pows": "pow", "mps": "mp", "ngos": "ngo", "uavs": "uav", "buses": "bus", "gases": "gas", "crises": "crisis", "analyses": "analysis",
    "bases": "base", "cases": "case", "houses": "house", "horses": "horse", "nurses": "nurse", "purchases": "purchase", "increases": "increase", "releases": "release",
    "licences": "licence", "licenses": "license", "courses": "course", "diseases": "disease", "phases": "phase", "causes": "cause", "clauses": "clause", "exercises": "exercise",
    "premises": "premise", "promises": "promise", "responses": "response", "universes": "universe", "warehouses": "warehouse", "expenses": "expense", "offenses": "offense",
    "defenses": "defense", "senses": "sense", "noses": "nose", "roses": "rose", "poses": "pose", "axes": "axe", "movies": "movie", "cookies": "cookie", "zombies": "zombie",
    "rookies": "rookie", "calories": "calorie", "prairies": "prairie", "selfies": "selfie", "ties": "tie", "pies": "pie", "dies": "die", "lies": "lie",
    "caches": "cache", "avalanches": "avalanche", "headaches": "headache", "heroes": "hero", "potatoes": "potato", "tomatoes": "tomato", "torpedoes": "torpedo",
    "volcanoes": "volcano", "mosquitoes": "mosquito", "cargoes": "cargo", "vetoes": "veto", "echoes": "echo", "embargoes": "embargo", "others": "other",
}  # fmt: skip
_NO_PLURAL = frozenset(
    "this his its as us is was has gas bus plus news across perhaps always ours yours theirs hers thus class boss less business process success access press loss mass pass cross glass grass "
    "address express fitness illness witness congress progress princess hostess status virus campus focus bonus corpus census genius consensus nucleus radius chorus circus lens chaos "
    "basis crisis analysis thesis axis oasis paris texas kansas arkansas illinois vegas angeles nations states hamas dallas athens brussels naples wales laos barbados honduras cyprus "
    "physics politics economics mathematics statistics gymnastics athletics electronics logistics diabetes premises alias atlas canvas christmas bias pancreas "
    "overseas besides whereas sometimes nowadays afterwards towards yes minus versus previous various serious famous".split()
)
# Plurals that stand before another noun: arms control experts, sports officials.
_ADJUNCTS = frozenset("arms sports sales news systems rights affairs goods operations communications women men forces services defence humanities savings customs boys girls drugs weapons jobs".split())
_SKIPPED = frozenset("more other additional further new such extra of the their its his her our your my these those all fewer less full whole different another remaining".split())
_BACK = frozenset("them us it which whom whose those these you that who".split())
_OF = frozenset("war parliament congress staff state duty representatives terrorism mass age directors commons lords justice".split())
_WORD = re.compile(r"\s{0,3}[“‘\"'\[]?([^\W\d_][\w]*(?:[-‐‑'’.&][\w]+)*['’]?)")
_REACH = 9


def singular(word: str) -> str:
    """The dictionary form of a noun: *bodies* → body, *troops* → troop, *children* → child."""
    lower = word.lower().rstrip("'’")
    if lower in _PLURALS:
        return _PLURALS[lower]
    if lower.endswith("men") and len(lower) > 5:
        return lower[:-2] + "an"
    if not lower.endswith("s") or lower in _NO_PLURAL or len(lower) < 4 or lower.endswith(("ss", "us", "is")):
        return lower
    if lower.endswith("ies") and len(lower) > 4:
        return lower[:-3] + "y"
    if lower.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return lower[:-2]
    return lower[:-1]


def is_plural(lower: str) -> bool:
    """Whether a word in lower case looks like a plural noun."""
    if lower in _PLURALS:
        return True
    if lower.endswith("men") and len(lower) > 5:
        return True
    return lower.endswith("s") and len(lower) > 2 and lower not in _NO_PLURAL and not lower.endswith(("ss", "us", "is", "'s", "’s"))


def after(text: str, at: int, end: int, *, one: bool = False) -> tuple[int, int, str] | None:
    """The noun phrase that begins at `at`, as (start, end, head), or None: adjectives, hyphens and *of the* are read across.

    `one` says that the number is one or a rank, so that a noun in the singular will do.
    """
    words: list[tuple[str, str, int, int]] = []
    position = at
    stop = min(end, at + 120)
    while len(words) < _REACH:
        match = _WORD.match(text, position, stop)
        if match is None:
            break
        word = match.group(1)
        lower = word.lower()
        if lower in _ENDS and not (not words and lower in ("the", "this")):
            break
        if lower in _VERBS and lower != "lives":
            break
        begin = match.start(1)
        if not words and lower in _SKIPPED:
            if lower == "of" and position == at and False:
                break
            position = match.end(1)
            continue
        if not words and lower in _BACK:
            return None
        if lower == "of":
            break
        words.append((word, lower, begin, match.end(1)))
        position = match.end(1)
    if not words:
        return None
    head = _head(words, one)
    if head is None:
        return None
    word, lower, _, stop_at = words[head]
    name = singular(lower.rsplit("-", 1)[-1] if "-" in lower else lower)
    if text.startswith(" of ", stop_at):
        tail = _WORD.match(text, stop_at + 4, end)
        if tail and tail.group(1).lower() in _OF:
            stop_at = tail.end(1)
    return words[0][2], stop_at, name


def _head(words: list[tuple[str, str, int, int]], one: bool) -> int | None:
    last = len(words) - 1
    if one:
        for index, (_, lower, _, _) in enumerate(words):
            if index and (lower.endswith("ed") and lower not in ("bed", "red", "shed", "seed", "need") and index == last or lower in _PARTICIPLES):
                return index - 1
        return last if words[last][1] not in _PARTICIPLES or last else None
    for index, (word, lower, _, _) in enumerate(words):
        if is_plural(lower):
            if word[0].isupper() and any(w[0].islower() and is_plural(low) for w, low, _, _ in words[index + 1 : index + 4]):
                continue
            if lower in _ADJUNCTS and any(is_plural(low) for _, low, _, _ in words[index + 1 : index + 3]):
                continue
            while index < last and is_plural(words[index + 1][1]):
                index += 1
            return index
    for index in (0, 1):
        if index <= last and words[index][1] in _NOMINAL:
            return index
    return None
