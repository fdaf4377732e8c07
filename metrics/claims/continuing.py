"""Parts and list items fall under the metric of the figure before them: *55 prisoners, including six civilians*. Pure functions."""

from __future__ import annotations

from typing import NamedTuple

from metrics.claims import parts
from metrics.claims.bind import Binder
from metrics.claims.binding import Binding
from metrics.claims.catalogue import Metric
from metrics.claims.clause import Sentence
from metrics.figures.units import convert
from metrics.model import Claim

_LIST = 12  # sentences that a list may have behind the line that opens it
_INSTEAD = (["instead", "of"], ["rather", "than"], [",", "not"], [",", "rather", "than"], [",", "instead", "of"])
_BODIES_OF = frozenset("the bodies body remains of another also — – -".split())  # the bodies of 221 men from one front;
_COMMAS = frozenset([",", "and", ";", "also"])
_ITEMS = frozenset([",", "and", ";", ".", "—", "–"])
_PLACES = frozenset(["from", "—", "–", "-", "in", "on", "to"])  # what follows an item that leaves its noun out
_APPOSED = 6  # words from a whole to its second part: – a Norwegian man and
_DASHES = frozenset(["–", "—", "-"])
_CLOSING = frozenset([",", ";", "(", ")", ".", "and"])
_COMPARED = (["up", "from"], ["down", "from"], ["compared", "with"], ["compared", "to"])
_NUMBERS = frozenset(["number", "figure", "total", "count", "tally", "toll", "it"])
_RETOLD = 2  # sentences back of the number that *put the number at* tells otherwise
_ESTIMATES = frozenset(["estimate", "estimates", "estimated"])
_PUTTING = frozenset("put puts putting place places placed placing estimate estimates estimated".split())
_FOLLOWING = frozenset(["from", "in", "on", "—", "–", "-", "were", "of", "more", "are"])


class Before(NamedTuple):
    """What the report told before a figure."""

    opened: tuple[int, Binding] | None  # the sentence that opens a list, and what its items count
    last: Metric | None  # the metric of the last claim
    sentence: int  # the number of its sentence
    part: bool  # whether it is a part


def continued(binder: Binder, at: int, binding: Binding | str, n: int, before: Before) -> Binding | str:
    """The binding of figure `at` of the n-th sentence, taken from a list's opening line or the claim before where it continues either."""
    figure, a, _ = binder.spans[at]
    loose = isinstance(binding, str)
    if loose and before.last is not None and _restated(binder, at, before.last, n - before.sentence):
        return _going_on(before.last)
    if loose and before.last is not None and n - before.sentence <= 1 and _lasted(binder, at, before.last):
        return Binding(before.last, before.last.happens[0], None, "self", "noun", 5.0)
    if figure.kind != "cardinal" or figure.unit is not None:
        return binding
    opens = a <= 2 or _BODIES_OF.issuperset(binder.sentence.lower[:a])
    if before.opened is not None and opens and n - before.opened[0] <= _LIST and (isinstance(binding, str) or binding.side != "left"):
        header = before.opened[1]
        listed = frozenset().union(header.metric.counts, *(x.counts for x in header.metric.happens))
        if figure.head in binder.catalogue.counted and figure.head not in listed | binder.catalogue.people:
            return binding  # a drone among the planes
        return Binding(header.metric, header.happens, None, "self", "item", 6.0)
    whole = before.last
    if whole is None or whole.kind != "count" or n - before.sentence > 1 or binding == "negated":
        return binding
    head = None if figure.elided else figure.head
    if isinstance(binding, Binding):
        same = _same_verb(binder, binding, whole) if head is None and n != before.sentence else None
        if same is not None:
            return same
        if binding.metric is whole or _by_itself(binding, whole, head):
            return binding
    counted = (whole.counts, *(x.counts for x in whole.happens))
    if head is not None and head not in binder.catalogue.people and not any(head in counts for counts in counted):
        return binding
    governed = isinstance(binding, Binding) and binding.side == "left"
    there = isinstance(binding, Binding) and binding.mark is not None and binding.mark.i == 0 and binder.sentence.lower[0] == "there"
    if there and whole.basis and n == before.sentence + 1:
        return _going_on(whole)  # there are 213 privates
    if loose and whole.basis and _itemised(binder, at):
        return _going_on(whole, side="part")
    if loose and head is not None and figure.high > 1 and _enumerates(binder):
        return _going_on(whole)
    if n == before.sentence:
        if _within(binder, at, head, loose, before.part, whole):
            return _going_on(whole)
    elif parts.opens(binder.sentence, a) and not governed:
        return _going_on(whole)
    elif loose and head is None and a <= 2 and _follows(binder.sentence, binder.spans[at][2]):
        return _going_on(whole, cost=8.0)
    return binding


def _going_on(whole: Metric, side: str = "self", cost: float = 5.0) -> Binding:
    """The binding of a figure that counts what the claim before it does."""
    return Binding(whole, whole.happens[0] if whole.happens else None, None, side, "continued", cost)


def _by_itself(binding: Binding, whole: Metric, head: str | None) -> bool:
    """Whether the figure's own verb says enough of it, so that it goes on with nothing."""
    lemma = binding.mark.sense.lemma if binding.mark else ""
    if lemma.startswith("among "):
        return True  # two children were among the dead
    if binding.side == "left":
        return binding.voice not in ("bare", "event")
    if binding.side != "right":
        return False
    if binding.voice == "bare":
        return binding.cost <= 0 and head is not None  # 40 deaths, including six children, and 90 people injured
    if binding.voice == "active" and binding.metric.toll and whole.toll and binding.cost <= 6:
        return True  # three hurt, of whom two died
    done = binding.voice == "passive" or (binding.voice == "active" and not lemma.startswith("be"))
    return done and binding.cost <= (6 if head is None else 1)


def repeated(binder: Binder, at: int, binding: Binding | str, claims: list[Claim]) -> bool:
    """Whether a figure says again what the report told.

    A pair has the last claim's number for each side (*we are talking about 1,000 for 1,000*); of two stretches of time that are set
    against each other one is that of a truce (*30 hours instead of 30 days*).
    """
    figure = binder.spans[at][0]
    if figure.kind in ("measure", "duration"):
        return bool(claims) and claims[-1].unit == "day" and _contrasted(binder, at, {claim.low for claim in claims if claim.unit == "day"})
    alike = bool(claims) and claims[-1].basis == "per_side" and claims[-1].low == figure.low == figure.high
    return isinstance(binding, str) and figure.paired and alike


def _contrasted(binder: Binder, at: int, known: set[float]) -> bool:
    """Whether the figure is one of two stretches of time that are set against each other, one of which is known."""
    for one, other in ((at - 1, at), (at, at + 1)):
        if one < 0 or other >= len(binder.spans):
            continue
        pair = (binder.spans[one], binder.spans[other])
        days = [convert(figure.low, figure.unit, "day") if figure.unit else None for figure, _, _ in pair]
        if binder.sentence.lower[pair[0][2] : pair[1][1]] in _INSTEAD and not known.isdisjoint(days) and None not in days:
            return True
    return False


def _restated(binder: Binder, at: int, whole: Metric, back: int) -> bool:
    """Whether the figure is another for what the claim before it counts: *up from 18.6 per cent*, *lawyers put the number at 80*."""
    figure, a, _ = binder.spans[at]
    lower = binder.sentence.lower
    told = figure.head is None or figure.elided or figure.head in _NUMBERS
    if back > _RETOLD or not told or whole.kind not in ("count", "share") or (figure.kind == "share") != (whole.kind == "share"):
        return False
    if figure.kind not in ("cardinal", "share") or (figure.kind == "cardinal" and figure.unit is not None):
        return False
    said = lower[max(0, a - 2) : a]
    if back == 0 and said[-1:] and said[-1] in _ESTIMATES:
        return True
    if back == 0 and said in _COMPARED:
        return True
    return len(said) == 2 and said[1] == "at" and said[0] in _NUMBERS and not _PUTTING.isdisjoint(lower[max(0, a - 5) : a - 2])


def _lasted(binder: Binder, at: int, talks: Metric) -> bool:
    """Whether a stretch of time is how long more of the talks of the sentence before lasted: *the first day lasted six hours*."""
    figure, a, _ = binder.spans[at]
    timed = talks.kind == "duration" and talks.event == "talks" and figure.unit in talks.units
    return timed and not {"lasted", "another", "took"}.isdisjoint(binder.sentence.lower[max(0, a - 3) : a + 1])


def _same_verb(binder: Binder, binding: Binding, whole: Metric) -> Binding | None:
    """The figure without a noun under the metric of the sentence before, where its verb can be that one's too: *In all, 285 came back*."""
    if binding.mark is None or binding.metric is whole or not (whole.basis and binding.metric.basis):
        return None
    for mark in binder.triggers:
        if mark.i == binding.mark.i and mark.sense.happens is not None and mark.sense.happens.metric == whole.key:
            return Binding(whole, mark.sense.happens, mark, binding.side, binding.voice, binding.cost)
    return None


def _within(binder: Binder, at: int, head: str | None, loose: bool, part: bool, whole: Metric) -> bool:
    """Whether the figure goes on with a list of its own sentence, or opens one of parts."""
    _, a, b = binder.spans[at]
    lower = binder.sentence.lower
    gap = lower[binder.spans[at - 1][2] if at else 0 : a]
    listed = part and len(gap) <= 3 and all(word in _COMMAS for word in gap)
    listed = listed or (
        part and head is None and gap[-1:] == ["and"] and b < len(lower) and lower[b] in ("were", "are")
    )  # 27 were men and 12 were
    elided = head is None and a > 0 and lower[a - 1] in (",", ";", "and", ":") and b < len(lower) and lower[b] in _PLACES
    told = at in binder.elsewhere and lower[b : b + 2] in (["of", "them"], ["of", "those"])  # of 145 drones, downed 62 of them
    joined = parts.marked(binder.sentence, a, b) and "of" not in gap[-1:] and not told and not (whole.launched and at in binder.elsewhere)
    enumerated = loose and ("including" in gap or _apposed(gap)) and gap[-1:] == ["and"]
    return listed or elided or joined or enumerated


def _apposed(gap: list[str]) -> bool:
    """Whether a dash, a single one and *and* stand before the figure: *four captives – a Norwegian and three Indonesians*."""
    return len(gap) <= _APPOSED and gap[:1] != [] and gap[0] in _DASHES and gap[1:2] in (["a"], ["an"], ["one"])


def _follows(sentence: Sentence, b: int) -> bool:
    """Whether what comes behind a bare number lets it count what the sentence before does: *Another 303 on Sunday*."""
    return b >= len(sentence.lower) or sentence.lower[b] in _FOLLOWING


def _itemised(binder: Binder, at: int) -> bool:
    """Whether the figure closes an item that names a group: *guardsmen – 56, border guards – 11*; one such item is none."""
    lower = binder.sentence.lower

    def closes(k: int) -> bool:
        figure, a, _ = binder.spans[k]
        behind = binder.sentence.tokens(figure.start, figure.end)[1]
        return a > 0 and lower[a - 1] in _DASHES and (behind >= len(lower) or lower[behind] in _CLOSING)

    return closes(at) and sum(closes(k) for k in range(len(binder.spans))) > 1


def _enumerates(binder: Binder) -> bool:
    """Whether the sentence is a list of people and nothing else: *95 soldiers, 56 guardsmen and 12 sailors.*"""
    if len(binder.spans) < 2 or binder.spans[0][1] > 1:
        return False
    ends = [b for _, _, b in binder.spans]
    starts = [a for _, a, _ in binder.spans[1:]] + [len(binder.sentence.lower)]
    gaps = (binder.sentence.lower[b:a] for b, a in zip(ends, starts, strict=True))
    if any(len(gap) > 2 or not _ITEMS.issuperset(gap) for gap in gaps):
        return False
    return all(figure.head in binder.catalogue.people for figure, _, _ in binder.spans)
