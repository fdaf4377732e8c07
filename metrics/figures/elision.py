"""What a number counts where no noun follows it: shared with the next number, named to its left, or taken from an earlier figure."""

from __future__ import annotations

import re

from metrics.figures import nouns
from metrics.figures.words import word_set
from metrics.model import Figure, replace

_LINKS = frozenset(
    (
        "of the last",
        "of the past",
        "of the first",
        "of the",
        "of its",
        "of their",
        "of",
        "of these",
        "of those",
        "of all",
        "out of",
        "out of the",
        "out of all",
        "and",
        "or",
        "to",
        "",
        ",",
        "and then",
        "then",
        "from",
        "–",
        "-",
        "but",
        "nor",
        "and another",
        "or even",
    )
)
_RANKS = 60  # characters between two ranks of one thing
_REACH = 260  # characters back to the figure whose noun is left out here
_CLAUSE = re.compile(r"[.!?;:\n]\s")
_RISES = word_set(
    """
    rose rises rise risen fell falls fall fallen climbed climbs climbing grew grows grown increased increases dropped drops jumped
    surged soared declined reached reaches reaching hit hits stood stands stand was is were are be been being totaled totalled
    totals numbered numbers numbering topped exceeded exceeds surpassed passed swelled came comes shot went up down remains remained
    now has have had to at by of rising falling rocketed doubled nearly almost already currently put estimated recorded registered
    reported stands as
    """
)
_TOTALS = word_set("toll number tally count total figure population attendance casualties deaths fatalities injuries death")
_FOLLOWED = re.compile(
    r"\s{0,2}(?:[.,;:!?)\]}\n\"'”’–—]|\Z|\s(?:and|but|or|on|in|at|from|by|to|for|with|as|after|before|since|during|were|was|are|is|have|had|who|which|while|of|also|more|last|this|between|among|through|over|have|died|remain|survived|later|so|each|apiece|came|had|when)(?![^\W_]))"
)
_TO_PERSONS = re.compile(
    r"(?:kill|wound|injur|hurt|dead|leav|maim)\w*\s(?:at\sleast\s|another\s|some\s|about\s|nearly\s|more\sthan\s)?\Z", re.IGNORECASE
)


def fill(text: str, figures: list[Figure], start: int, end: int) -> list[Figure]:
    """The figures, with nouns for those that have none behind them and name what they count elsewhere."""
    following: Figure | None = None
    for index in range(len(figures) - 1, -1, -1):
        figure = figures[index]
        if figure.kind == "cardinal" and figure.noun is None and following is not None:
            shared = _shared(text, figure, following)
            if shared is not None:
                figures[index] = figure = shared
        following = figure
    for index in range(1, len(figures)):
        ranked = _ranked(text, figures[index - 1], figures[index])
        if ranked is not None:
            figures[index] = ranked
    earlier: Figure | None = None
    floor = start
    for index, figure in enumerate(figures):
        if figure.kind == "cardinal" and figure.unit is None:
            if (figure.noun is None and figure.bound != "range") or figure.noun is None:
                named = _left(text, figure, floor)
                if named is None and earlier is not None and not text.startswith("-", figure.end):
                    named = _earlier(text, figure, earlier, end)
                if named is not None:
                    figures[index] = figure = named
            elif (
                figure.noun is not None
                and not figure.elided
                and figure.head != "other"
                and text[figure.number_end : figure.number_end + 1] not in ("-", "\u2011")
            ):
                earlier = figure
        floor = figure.end
    return figures


def _ranked(text: str, before: Figure, figure: Figure) -> Figure | None:
    """*The sixth exchange this year and the 65th since the invasion*: a second rank of the same thing."""
    if figure.kind != "ordinal" or figure.noun is not None or before.kind != "ordinal" or before.noun is None or figure.low <= 1:
        return None
    if figure.start - before.end > _RANKS or not text.endswith((" and the ", ", the "), before.end, figure.start):
        return None
    if not text.startswith((" since", " in ", " of ", " this", " overall", ",", "."), figure.end):
        return None
    return replace(figure, noun=before.noun, head=before.head, noun_start=before.noun_start, noun_end=before.noun_end, elided=True)


def _shared(text: str, figure: Figure, following: Figure) -> Figure | None:
    """*5 and 6 kg* is two masses, *three or four of the men* two counts of men."""
    gap = following.start - figure.end
    if gap > 26 or following.kind not in ("cardinal", "measure", "share", "money") or (following.unit is None and following.noun is None):
        return None
    between = text[figure.end : following.start].strip()
    if gap == 0 or (between.lower() not in _LINKS and not (between.startswith("of ") and between.endswith(("'s", "’s")))):
        return None
    if (not between and following.unit is not None) or (between == "and" and figure.low == figure.high == 1):
        return None
    if following.kind == "money" or (following.unit == "percent" and following.kind == "share" and text[following.end - 1] not in "%tc"):
        return None
    return replace(
        figure,
        unit=following.unit,
        kind=following.kind,
        noun=following.noun,
        head=following.head,
        noun_start=following.noun_start,
        noun_end=following.noun_end,
        elided=following.elided,
    )


def _left(text: str, figure: Figure, floor: int) -> Figure | None:
    """*the death toll rose to 41*, *the number of prisoners stood at 300*: the subject before the verb."""
    begin = max(floor, figure.start - 90)
    window = text[begin : figure.start]
    if not window or not window[-1].isspace():
        return None
    if window.rsplit(None, 1)[-1:] and window.rsplit(None, 1)[-1].lower() not in _RISES:
        return None
    cuts = [cut.end() for cut in _CLAUSE.finditer(window)]
    window = window[cuts[-1] :] if cuts else window
    offset = figure.start - len(window)
    words = [(match.group(), offset + match.start(), offset + match.end()) for match in re.finditer(r"[^\s,]+", window)]
    if not words or words[-1][0].lower() not in _RISES:
        return None
    index = len(words) - 1
    while index >= 0 and words[index][0].lower() in _RISES and words[index][0].lower() != "of":
        index -= 1
    if index < 0:
        return None
    total = next((at for at in range(index, max(-1, index - 10), -1) if words[at][0].lower() in _TOTALS), None)
    if total is None:
        return None
    if (
        words[total][0].lower() in ("number", "count", "tally", "figure", "toll", "total")
        and total + 1 < len(words)
        and words[total + 1][0].lower() in ("of", "for")
    ):
        noun = nouns.after(text, words[total + 1][2], words[index][2])
        if noun is not None:
            return replace(figure, noun=text[noun.start : noun.end], head=noun.head, noun_start=noun.start, noun_end=noun.end)
    first = (
        total - 1
        if total and words[total - 1][0].lower() in ("death", "casualty", "injury", "body", "vote", "prison", "confirmed")
        else total
    )
    return replace(
        figure,
        noun=text[words[first][1] : words[total][2]],
        head=nouns.singular(words[total][0]),
        noun_start=words[first][1],
        noun_end=words[total][2],
    )


def _earlier(text: str, figure: Figure, earlier: Figure, end: int) -> Figure | None:
    """*another 303 on Sunday*: the noun of the figure before, in this sentence or the one before it."""
    if figure.start - earlier.end > _REACH or "\n\n" in text[earlier.end : figure.start] or _FOLLOWED.match(text, figure.end, end) is None:
        return None
    if earlier.noun_end is not None and earlier.noun_end > figure.start:
        return None
    stops = len(_CLAUSE.findall(text[earlier.end : figure.start]))
    if stops > 1 or _TO_PERSONS.search(text, max(earlier.end, figure.start - 40), figure.start):
        return None
    return replace(figure, noun=earlier.noun, head=earlier.head, noun_start=earlier.noun_start, noun_end=earlier.noun_end, elided=True)
