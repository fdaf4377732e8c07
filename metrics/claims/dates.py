"""Date expressions resolved to days or ranges of days, anchored on the publication date. Pure functions of text.

`find("talks on May 23-25 and again on Monday", date(2025, 5, 27))` gives both, as (first, last) with their spans. What neither the
words nor the publication date fix stays out: no year is guessed without an anchor.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from metrics import sentences
from metrics.claims.dateforms import RESOLVE
from metrics.claims.datepatterns import LEADS, LED, OPENINGS, PATTERNS
from metrics.claims.days import Anchor, month_range
from metrics.claims.quotes import quoted
from metrics.tries import trie

__all__ = ["When", "find", "month_range"]

_START = re.compile("|".join(f"(?P<{name}_>{pattern})" for name, pattern in PATTERNS.items()))
_OPENING = re.compile(r"\w+")
_HINTS = (
    "day week month year quarter night morning evening afternoon morrow spring summer autumn fall winter "
    "jan feb mar apr may jun jul aug sep oct nov dec christmas valentine q1 q2 q3 q4 hours"
).split()
_YEARS = ("18", "19", "20")
_CENTURIES = [f"{century}{decade}" for century in _YEARS for decade in range(10)]
_HINTED = re.compile(trie(_HINTS + _CENTURIES))  # a sentence without one of these, in whatever case, names no date
_WORD = re.compile(r"[^\W\d_]+(?:['’][a-z]+)?")
_BACK = 1500  # characters back in which *the following day* finds the day that it follows
_SINCE = re.compile(r"\bsince\s(?:the\s|early\s|late\s)?$", re.IGNORECASE)
_SINCE_LENGTH = 12  # characters of the longest *since*
_FUTURE = frozenset(
    (
        "will 'll shall would may might could should must going plan plans planned expect expects expected schedule scheduled due slated "
        "upcoming intend intends hope hopes aim aims ready poised deadline until till effective prepare prepares preparing demand demands "
        "tentatively"
    ).split()
)  # words whose date lies ahead
_DONE = frozenset(
    (
        "was were had did said says told came took brought began held met sent gave got went left lost found won saw struck hit shot fell "
        "rose made became broke spoke wrote led fled since after been"
    ).split()
)  # words whose date lies behind
_BOUND = frozenset("is are agreed ready about vowed promised ordered".split())  # before *to*
_MODAL = frozenset("will 'll shall would to may might could should must".split())
_OPENS = frozenset(["while", "whereas", "but"])
_ADVERB = frozenset("be also then later only not been have".split())
_SPEECH = re.compile(r"\b(?:said|says|told|wrote|announced|stated|added|posted|declared|reported)\b(?:\s[\w’']+){0,4}?\s?(?:on\s)?$")
_COUNT = {w: n for n, w in enumerate("one two three four five six seven eight nine ten".split(), 1)}
_LASTING = re.compile(rf"\b(\d{{1,2}}|{'|'.join(_COUNT)})(?:[-\s]days?)\b[^.;]{{0,60}}?\b(?:from|starting|beginning)(?: on)?\s$")
_FOR = re.compile(rf"^,?\s(?:and (?:lasting|for) |lasting |for |over )(?:the next )?(\d{{1,2}}|{'|'.join(_COUNT)}) days\b")


@dataclass(frozen=True, slots=True)
class When:
    """A date expression: `text[start:end]` names the days from `first` to `last`.

    `grain`: day, range, weekend, week, month, quarter, season, year, decade.
    """

    start: int
    end: int
    first: date
    last: date
    grain: str
    since: bool = False  # *since May 2022*: the period runs on
    after: bool = False  # *a day after they met*: the day of what is told behind it


def find(text: str, published: date | None, start: int = 0, end: int | None = None) -> list[When]:
    """Every date expression of `text[start:end]` that can be resolved, in order, with document offsets.

    `published` anchors relative and yearless dates; without it only dates with a year come back. A weekday or month looks back or ahead by
    the tense of its clause; *yesterday* inside a quotation counts from the day of the utterance, *the following day* from the last
    day that the text names before it. Never raises on any text.
    """
    return _find(text, published, start, len(text) if end is None else end, lambda: _behind(text, published, start))


def of_sentence(text: str, published: date | None, start: int, end: int) -> list[When]:
    """As `find`, where `text[start:end]` is known to be one sentence."""
    return _in_sentence(text, start, end, published, lambda: _behind(text, published, start))


def _behind(text: str, published: date | None, start: int) -> list[When]:
    """The dates named before `start`, which are looked for only where one goes back to them."""
    return _find(text, published, max(0, start - _BACK), start, list)


def _find(text: str, published: date | None, start: int, stop: int, behind: Callable[[], list[When]]) -> list[When]:
    found: list[When] = []

    def told() -> list[When]:
        return found or behind()

    for first, last in sentences.spans(text, start, stop):
        found += _in_sentence(text, first, last, published, told)
    return found


def _in_sentence(text: str, start: int, end: int, published: date | None, earlier: Callable[[], list[When]]) -> list[When]:
    matches = list(_matches(text, start, end)) if _HINTED.search(text[start:end].lower()) else []
    if not matches:
        return []
    quotations = quoted(text, start, end) if published and ('"' in text[start:end] or "“" in text[start:end]) else []
    found: list[When] = []
    inside: list[tuple[int, re.Match[str], tuple[int, int]]] = []
    for match in matches:
        quotation = next((span for span in quotations if span[0] <= match.start() < span[1]), None)
        if quotation:
            inside.append((len(found), match, quotation))
            continue
        when = _resolved(text, match, start, end, published, earlier, found)
        if when:
            found.append(when)
    told = (when for when in found if when.grain == "day" and _SPEECH.search(text, max(start, when.start - 60), when.start))
    said = next(told, None) if inside else None
    for n, (at, match, _) in enumerate(inside):
        day = said.first if said else published
        when = _resolved(text, match, start, end, day, earlier, found[: at + n])
        if when:
            found.insert(min(len(found), at + n), when)
    return _joined(text, sorted(found, key=lambda when: when.start))


def _matches(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The date expressions, none overlapping another, tried only at the words that can begin one."""
    words = [(match.start(), match.group().lower()) for match in _OPENING.finditer(text, start, end)]
    behind = start
    for n, (at, word) in enumerate(words):
        if at < behind or not (word in OPENINGS or ((word in LEADS or word[0].isdigit()) and _leads(words, n)) or word[:2] in _YEARS):
            continue
        match = _START.match(text, at, end)
        if match:
            yield match
            behind = match.end()


def _leads(words: list[tuple[int, str]], n: int) -> bool:
    return any(word in LED or word[0].isdigit() for _, word in words[n + 1 : n + 3])


def _resolved(
    text: str, match: re.Match[str], start: int, end: int, day: date | None, earlier: Callable[[], list[When]], found: list[When]
) -> When | None:
    """The days that a match means where it stands."""
    before, after = text[max(start, match.start() - 160) : match.start()], text[match.end() : min(end, match.end() + 60)]

    def named() -> date | None:
        told = [when for when in (earlier()[-4:] + found)[-4:] if when.grain in ("day", "range") and not when.after]
        return told[-1].last if told else None

    days = RESOLVE[(match.lastgroup or "").rstrip("_")](match, Anchor(day, _ahead(before, after), named))
    if days is None:
        return None
    since = bool(_SINCE.search(before, max(0, len(before) - _SINCE_LENGTH))) or match.group()[:5].casefold() == "since"
    when = When(match.start(), match.end(), days.first, days.last, days.grain, since, match.lastgroup == "after_")
    lasting = None
    if days.grain == "day" and ("day" in before or "days" in after):
        lasting = _LASTING.search(before) or _FOR.search(after)
    if lasting:
        count = int(lasting[1]) if lasting[1].isdigit() else _COUNT[lasting[1]]
        return replace(when, last=when.first + timedelta(max(count, 1) - 1), grain="range" if count > 1 else "day")
    return when


def _ahead(before: str, after: str) -> bool:
    """Whether the clause around a date looks ahead: the nearest verb before it decides, else the first behind it."""
    words = [word.casefold() for word in _WORD.findall(before.replace("’", "'")) if word != "May"]
    if after[:2] in ("'s", "’s"):  # after Sunday's offer; ahead of Sunday's vote
        return words[-2:] == ["ahead", "of"] or words[-1:] == ["for"]
    if words in (["until"], ["till"]):  # a sentence that begins so tells what held before
        return "will" in after.split()
    if words[-1:] in (["by"], ["until"], ["till"], ["effective"]) or words[-3:-1] in (["as", "early"], ["as", "soon"]):
        return "had" not in words[-8:] and "had" not in after.split()
    opener = next((k for k in range(len(words) - 1, max(-1, len(words) - 4), -1) if words[k] in _OPENS), None)
    if opener is not None:  # 40 came home, while on Friday 20 more will
        words = words[opener + 1 :]
    for k in range(len(words) - 1, -1, -1):
        verdict = _cue(words, k)
        if verdict is not None:
            return verdict
    clause = after.partition(",")[0]
    words = [word.replace("’", "'").casefold() for word in _WORD.findall(clause if len(clause) > 12 else after)]
    for k in range(len(words)):
        verdict = _cue(words, k)
        if verdict is not None:
            return verdict
    return False


def _cue(words: list[str], k: int) -> bool | None:
    """True where the k-th word looks ahead, False where it looks back, None where it tells nothing."""
    word = words[k]
    if word == "set":
        return words[k + 1 : k + 2] in (["to"], ["for"])
    if word in _FUTURE or word.endswith("'ll"):
        return True
    if word == "ahead" or (word == "to" and k and words[k - 1] in _BOUND):
        return True
    if word in _DONE or (len(word) > 4 and word.endswith("ed")):
        helpers = words[max(0, k - 4) : k]
        while helpers and helpers[-1] in _ADVERB:
            helpers.pop()
        return bool(helpers) and helpers[-1] in _MODAL and word not in ("said", "says", "told")
    return None


def _joined(text: str, found: list[When]) -> list[When]:
    """Days that *to*, *through* or *between … and* join are one range."""
    out: list[When] = []
    for when in found:
        last = out[-1] if out else None
        if last and last.grain == when.grain == "day" and when.first > last.first:
            gap = text[last.end : when.start].strip().casefold()
            between = text[max(0, last.start - 9) : last.start].casefold().endswith("between ")
            if gap in ("to", "through", "until", "till", "-", "–", "—") or (between and gap == "and"):
                out[-1] = replace(last, end=when.end, last=when.last, grain="range")
                continue
        out.append(when)
    return out
