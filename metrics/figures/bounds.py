"""The words that bound a number, to its left and to its right: the tables, and how they are read."""

from __future__ import annotations

import re

from metrics.figures.words import word_set
from metrics.model import Bound
from metrics.tries import trie

# What bounds a number from its left.
_PHRASES: dict[Bound, str] = {
    "about": """
        about, around, roughly, approximately, approx, approx., circa, ca., c., some, an estimated, estimated, an approximate, in the
        region of, in the neighborhood of, in the neighbourhood of, on the order of, of the order of, in the order of, somewhere around,
        estimated at, estimated to be, an average of about, plus or minus
        """,
    "nearly": """
        nearly, almost, close to, just under, just below, just less than, just fewer than, a little less than, a little under, a little
        fewer than, a little below, slightly less than, slightly fewer than, slightly under, slightly below, just shy of, shy of, a bit
        less than, a bit under, approaching, just short of, virtually, practically, nearing, close on, not quite, marginally less than,
        a touch under, fractionally under
        """,
    "over": """
        more than, over, above, exceeding, exceeds, exceed, exceeded, surpassing, surpasses, surpass, surpassed, topping, topped, tops,
        greater than, higher than, larger than, bigger than, in excess of, upwards of, upward of, north of, well over, well above, just
        over, just above, just more than, slightly more than, slightly over, slightly above, a little more than, a little over, a bit
        more than, a bit over, much more than, far more than, far over, older than, over the age of, above the age of, longer than,
        beyond, better than, crossed, crossing, passed the, past the, well past, taller than, heavier than, a total of more than, a
        total of over, marginally more than, considerably more than, significantly more than, faster than, further than, farther than
        """,
    "at_least": """
        at least, no fewer than, not fewer than, no less than, not less than, nothing less than, no lower than, not lower than, not
        under, a minimum of, minimum of, minimum, a minimum, at a minimum, as few as, as little as, at the very least, at minimum, no
        smaller than, not below, no younger than, at least or equal to, equal to or more than, equal to or greater than, more than or
        equal to, greater than or equal to, higher or equal than, bigger or equal than, greater or equal than, larger or equal than,
        more or equal than, at least some, at least another
        """,
    "up_to": """
        up to, at most, at the most, no more than, not more than, not over, no greater than, not exceeding, no higher than, as many as,
        as much as, as high as, as long as, as far as, as old as, a maximum of, maximum of, maximum, a maximum, capped at, a cap of,
        could reach, may reach, might reach, can reach, could hit, limited to, a limit of, a ceiling of, to a maximum of, anything up
        to, up to a maximum of, up to another, up to an additional, no longer than, not longer than, less than or equal to, fewer than
        or equal to, smaller or equal than, less or equal than, lower or equal than, no older than, over the age of, above the age of,
        equal to or less than, equal to or fewer than, no further than, no later than, could be as high as, could rise to, may rise to,
        might rise to, could climb to, could grow to, could swell to, may swell to, may grow to, may climb to, could top out at
        """,
    "under": """
        fewer than, less than, under, below, within, under the age of, below the age of, smaller than, lower than, younger than, shorter
        than, well under, well below, in under, in less than, far fewer than, far less than, much less than, cheaper than, within less
        than, inside, just within, lighter than
        """,
    "exact": """
        exactly, precisely, equal to, equals, equals to, equaling to, equaling, a total of
        """,
}
_BEFORE = {phrase: bound for bound, phrases in _PHRASES.items() for phrase in " ".join(phrases.split()).split(", ")}
_SIGNS: dict[str, Bound] = {
    ">": "over",
    "<": "under",
    ">=": "at_least",
    "≥": "at_least",
    "<=": "up_to",
    "≤": "up_to",
    "~": "about",
    "≈": "about",
    "∼": "about",
    "±": "about",
}

# What bounds it from its right, the longest first.
_AFTER: dict[str, Bound] = {
    "-plus": "over", " plus": "over", "+": "over", "-odd": "about", " odd": "about", "-ish": "about", " or so": "about",
    " or thereabouts": "about",
    " or more": "at_least", " or greater": "at_least", " or higher": "at_least", " or above": "at_least", " and more": "at_least",
    " or over": "at_least",
    " and above": "at_least", " and over": "at_least", " and up": "at_least", " or older": "at_least", " and older": "at_least",
    " or better": "at_least",
    " at least": "at_least", " or less": "up_to", " or fewer": "up_to", " or lower": "up_to", " or under": "up_to",
    " or below": "up_to", " or younger": "up_to",
    " and under": "up_to", " and below": "up_to", " and younger": "up_to", " at most": "up_to", " at the most": "up_to",
    " maximum": "up_to", " minimum": "at_least",
    " approximately": "about",
}  # fmt: skip

# Verbs that these words belong to, rather than to the number: they handed over 15 captives.
_PARTICLE_OF = {
    "over": word_set("hand hands handed handing turn turns turned turning pull pulled win won talks rolled knocked signed carried"),
    "about": word_set("talk talked talking talks think thought thinking speak spoke asked worried know knew knows concerned"),
    "under": word_set("come came comes go went goes fell bring brought"),
    "around": word_set("turn turned turning gathered revolve revolves get got"),
}
_LAST: dict[str, int] = {}  # the last word of such a phrase, and of how many words the longest is that ends so
for _phrase in _BEFORE:
    _LAST[_phrase.rsplit(" ", 1)[-1]] = max(_LAST.get(_phrase.rsplit(" ", 1)[-1], 0), _phrase.count(" ") + 1)
_FIRST_AFTER = frozenset(phrase[0] for phrase in _AFTER)
_BEHIND = re.compile(trie(_AFTER).replace(r"\ ", r"\s"), re.IGNORECASE)
_NUMBER_NEXT = re.compile(
    r"\s?[$€£]|(?:\sthan)?(?:\sor\sequal\sto)?\s(?:the\s)?(?:\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|a\shalf|half)\b)",
    re.IGNORECASE,
)
_SIGN = re.compile(r"(>=|<=|< =|> =|[<>≥≤~≈∼±])\s{0,2}\Z")
_OPENING = "([{\"'“”‘’«»—–-"
_REACH = 60


def may_end(word: str) -> bool:
    """Whether bounding words can end with `word`: a quick test before `before` is asked."""
    return word.lower().lstrip(_OPENING) in _LAST or word[-1] in "<>≥≤~≈∼±="


def before(text: str, at: int, floor: int) -> tuple[int, Bound] | None:
    """Where the bounding words that end right before `at`, and begin at `floor` at the earliest, begin, and what they say."""
    window = text[max(floor, at - _REACH) : at]
    words = window.split()
    if not words:
        return None
    last = words[-1].lower()
    if last not in _LAST:
        if last[-1] in "<>≥≤~≈∼±=":
            sign = _SIGN.search(window)
            return (at - len(window) + sign.start(), _SIGNS[sign.group(1).replace(" ", "")]) if sign else None
        last = last.lstrip(_OPENING)
        if last not in _LAST:
            return None
    if not window[-1].isspace():
        return None
    words = [word.lower() for word in words[-max(_LAST[last], 2) :]]
    for count in range(len(words), 0, -1):
        words[-count] = words[-count].lstrip(_OPENING)
        bound = _BEFORE.get(" ".join(words[-count:]))
        if bound is None:
            continue
        if count == 1 and len(words) > 1 and words[-2] in _PARTICLE_OF.get(words[-1], ()):
            return None
        start, folded = len(window), window.replace("İ", "I").lower()  # the one letter that grows when it is lowered
        for word in reversed(words[-count:]):
            start = folded.rindex(word, 0, start)
        start += at - len(window)
        if bound in ("about", "exact"):  # At least about 40: the outer word says what is claimed.
            outer = before(text, start, floor)
            if outer is not None:
                return outer[0], bound if outer[1] == "exact" else outer[1]
        return start, bound
    return None


def after(text: str, at: int, end: int) -> tuple[int, Bound] | None:
    """Where the bounding words that begin at `at` end, and what they say: *1,600+*, *50,000-plus*, *30 or more*."""
    if at >= end or text[at] not in _FIRST_AFTER:
        return None
    match = _BEHIND.match(text, at, end)
    if match is None or (match.end() < end and match.group()[-1].isalpha() and text[match.end()].isalnum()):
        return None
    if _NUMBER_NEXT.match(text, match.end(), end):  # 40 and more than 30: the words bound the next number
        return None
    phrase = match.group().lower().replace("\n", " ").replace("\u00a0", " ")
    bound = _AFTER.get(phrase)
    return None if bound is None else (match.end(), bound)
