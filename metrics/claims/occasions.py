"""When the event of a figure takes place: the date expression nearest to it that is not the date of an utterance. Pure functions."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from metrics.claims.backdrops import (
    ahead,
    backdrop,
    contrasted,
    dealt,
    jubilee,
    long_before,
    of_other_talks,
    outbreak,
    possessed,
    ranked,
    runs_out,
    spoken_first,
    spoken_on,
    taken_then,
    told_behind,
    uttered,
    within_relative,
)
from metrics.claims.binding import Binding
from metrics.claims.clause import Sentence
from metrics.claims.costs import PASSING
from metrics.claims.dates import When
from metrics.claims.totals import added_up, of_deal, running
from metrics.claims.victims import of_a_war
from metrics.model import Status

_UNTIL = frozenset(["to", "until", "till", "through"])
_HOURS = frozenset("to until till through on the at midnight midday noon hours a.m p.m a.m. p.m. am pm gmt moscow time local : .".split())
_LATELY = 7  # days
_OPENING = frozenset(["beginning", "starting"])
_LONG = frozenset(
    (
        "war invasion conflict insurgency fighting hostilities offensive campaign siege clashes violence crisis unrest uprising "
        "rebellion genocide"
    ).split()
)
_BRINGS = frozenset("bring brings bringing brought push pushes pushing pushed lift lifts lifting lifted".split())
_WHOLE = frozenset(["total", "combined", "cumulative"])
_SPANS = frozenset("days weeks months years".split())
_SINCE_MONTH = 12
_EARLIER = frozenset(["earlier", "previous", "prior"])
_SINCE = 14  # words from *since* to its date: since the start of the attacks on its territory at dawn on June 13


@dataclass(frozen=True, slots=True)
class Occasion:
    """The event's days, whether the figure is a running total or covers a period, and the day that it holds for."""

    first: date | None = None
    last: date | None = None
    period: bool = False
    total: bool = False
    as_of: date | None = None
    deal: date | None = None  # when what it carries out was agreed
    spoken: bool = False  # the date is that of a statement
    behind: bool = False  # the date stands behind what happens, so it dates that and not an announcement

    def at(self, status: Status, event: str | None, published: date | None) -> tuple[date | None, date | None, date | None]:
        """First and last day and the deal's: what is only agreed on or planned lies ahead, and a day behind is that of the agreement."""
        first, last, ahead = self.first, self.last or self.first, status == "planned"
        open_ = status in ("agreed", "proposed") or (ahead and not self.behind)
        if event == "talks" or not open_ or first is None or last is None or published is None:
            return self.first, self.last, self.deal
        if last < published or (not ahead and (last if self.behind else first) <= published):
            return None, None, self.deal or (first if first == last and status == "agreed" and not self.spoken else None)
        return self.first, self.last, self.deal


def _lasted(sentence: Sentence, anchor: int) -> bool:
    """Whether the toll is that of a long time: *after three weeks of clashes that killed 40*."""
    before = sentence.lower[max(0, anchor - 8) : anchor]
    return any(word in _LONG and i > 1 and not _SPANS.isdisjoint(before[max(0, i - 3) : i - 1]) for i, word in enumerate(before))


def _summed(sentence: Sentence, a: int) -> bool:
    """Whether a toll adds up many events: *bringing their total toll to 20*, *brought the toll of the war to 18*."""
    lower = sentence.lower
    k = next((k for k in range(a - 1, -1, -1) if lower[k] in _BRINGS), None)
    if k is None or "to" not in lower[k:a]:
        return False
    return not (_WHOLE | _LONG).isdisjoint(lower[k:a])


def _opening(sentence: Sentence, whens: list[When], a: int) -> When | None:
    """The date whose clause the figure stands in: *the largest since 2010, when 14 were exchanged*, *on May 3, when rebels killed 40*."""
    for when in reversed(whens):
        _, j = sentence.tokens(when.start, when.end)
        if j < a:
            behind = sentence.lower[j : j + 3]
            opens = behind[:1] == ["when"] or behind[:2] == [",", "when"]
            return when if opens and _LONG.isdisjoint(sentence.lower[j:a]) else None  # not *when unrest became a war that has killed …*
    return None


def _as_of(sentence: Sentence, when: When) -> bool:
    """*As of June 1*."""
    i, _ = sentence.tokens(when.start, when.end)
    return sentence.lower[max(0, i - 2) : i] == ["as", "of"]


def _said_then(sentence: Sentence, whens: list[When], published: date | None) -> date | None:
    """The day of an old utterance, for which a state held that it told of: *said in September that 218 were still held*."""
    days = [when.last for when in whens if published and (published - when.last).days > _LATELY and _with_speech(sentence, when)]
    return days[0] if len(days) == 1 else None


def _with_speech(sentence: Sentence, when: When) -> bool:
    """*Said on Monday*, *said in September*."""
    i, _ = sentence.tokens(when.start, when.end)
    in_then = sentence.lower[i : i + 1] == ["in"] or sentence.lower[max(0, i - 1) : i] == ["in"]
    return uttered(sentence, when) or (in_then and any(i - 2 < mark.j <= i for mark in sentence.of("speech")))


def _first_day(sentence: Sentence, when: When) -> When:
    """The first day of a range, where what happened *when* it began is told: *over three days, beginning May 23, when 390 came home*."""
    i, j = sentence.tokens(when.start, when.end)
    behind = [word for word in sentence.lower[j : j + 2] if word != ","]
    if when.grain == "range" and behind[:1] == ["when"] and not _OPENING.isdisjoint(sentence.lower[max(0, i - 2) : i]):
        return replace(when, last=when.first, grain="day")
    return when


def _spans(sentence: Sentence, whens: list[When]) -> list[When]:
    """Two days as one span where only hours part them: *from midday on 6 January to midnight on 7 January*."""
    out: list[When] = []
    for when in whens:
        between = sentence.lower[sentence.tokens(out[-1].start, out[-1].end)[1] : sentence.tokens(when.start, when.end)[0]] if out else []
        to = not _UNTIL.isdisjoint(between[:1]) and all(word in _HOURS or word[0].isdigit() for word in between)
        if to and out[-1].grain == when.grain == "day" and out[-1].last < when.first:
            out[-1] = replace(out[-1], last=when.last, end=when.end, grain="range")
        else:
            out.append(when)
    joined = [when for when in out if when.grain == "range"]
    return [when for when in out if when in joined or not any(span.first <= when.first and when.last <= span.last for span in joined)]


def _heads(sentence: Sentence, when: When, a: int, others: list[int]) -> bool:
    """Whether a date opens the item that the figure stands in: *on May 3, 40 men were freed, on May 4 — 30*; not *390 on Friday, 307 …*."""
    i, j = sentence.tokens(when.start, when.end)
    closes = not {i - 1, i - 2}.isdisjoint(others)
    return not closes and j <= a <= j + 1 and all(word in (",", "—", "–", ":", "-") for word in sentence.lower[j:a])


def occasion(
    sentence: Sentence, binding: Binding, a: int, whens: list[When], published: date | None, others: list[int], beside: list[int]
) -> Occasion:
    """The occasion that the sentence gives the figure.

    `others` are the tokens where further figures of the same noun stand, `beside` those of all further figures.
    """
    metric = binding.metric
    anchor = binding.mark.i if binding.mark is not None else a
    added = added_up(sentence, anchor) and all(when.grain == "year" for when in whens)
    counted = running(sentence, anchor, a) or (added and not (metric.subject == "bodies" and of_deal(sentence)))
    holds = next((when.last for when in whens if _as_of(sentence, when)), None)
    if metric.undated:
        return Occasion(as_of=holds or _said_then(sentence, whens, published))
    whens = [_first_day(sentence, when) for when in whens]
    if metric.event == "ceasefire" and len(whens) > 1:
        whens = _spans(sentence, whens)
    if metric.total or (counted and (metric.basis or metric.family == "total")):
        return Occasion(total=True, as_of=holds or published)
    if metric.toll and not _BRINGS.isdisjoint(sentence.vocabulary) and _summed(sentence, a):
        return Occasion(period=True, as_of=published)
    opening = _opening(sentence, whens, a) if "when" in sentence.vocabulary else None
    if opening is not None and not (published and opening.first > published):
        return Occasion(opening.first, opening.last, metric.toll and opening.grain == "year", behind=True)
    struck = [when for when in whens if metric.event in ("exchange", "ceasefire", "return") and dealt(sentence, when, anchor)]
    deal = struck[0].first if struck and struck[0].grain == "day" and published and struck[0].first <= published else None

    told = {k for mark in sentence.of("status") for k in range(mark.i, mark.j)}  # *was held*, *took place*

    def distance(when: When) -> float:
        i, j = sentence.tokens(when.start, when.end)
        first, last = (j, anchor) if j <= anchor else (max(anchor + 1, a) if i > a else anchor + 1, i)
        between = sum(PASSING.get(word, 1.0) for word in sentence.lower[first:last])
        elsewhere = sum(
            6
            for mark in sentence.marks
            if first <= mark.i < last
            and mark.sense.happens is not None
            and (metric.kind != "ordinal" or (mark.i not in told and mark.sense.lemma != "be"))
            and mark.sense.happens.event not in (None, metric.event)
            and (metric.kind == "ordinal" or mark.i not in sentence.objects)
        )
        taken = 99 if any(min(i, a) < other < max(i, a) and abs(other - i) < abs(a - i) for other in others) else 0
        return between + min(elsewhere, 12) + taken

    usable = [
        (distance(when), when)
        for when in whens
        if when not in struck
        and not contrasted(sentence, when, a, beside)
        and not uttered(sentence, when)
        and not within_relative(sentence, when, anchor)
        and not (metric.event == "exchange" and taken_then(sentence, when))
        and not (metric.event in ("exchange", "ceasefire") and runs_out(sentence, when))
        and not backdrop(sentence, when, metric)
        and not spoken_on(sentence, when, published, metric)
        and not possessed(sentence, when, metric)
        and not jubilee(sentence, when)
        and not ahead(sentence, when)
        and not told_behind(sentence, when, a)
        and not long_before(sentence, when, anchor)
        and not ranked(sentence, when)
        and not (metric.kind in ("ordinal", "duration") and _lately(sentence, when))
        and not (metric.toll and (outbreak(sentence, when) or (of_a_war(sentence, binding) and not when.since)))
        and not (metric.kind == "ordinal" and of_other_talks(sentence, when, anchor))
        and (not when.since or metric.event in ("attack", "deportation"))
    ]
    reach = 20 if metric.kind == "ordinal" else 40 if len(usable) == 1 else 24
    headed = [(0.0, when) for _, when in usable if _heads(sentence, when, a, beside)] if len(usable) > 1 else []
    opened = _opened(sentence, [when for _, when in usable], a, beside) if len(usable) > 1 and not headed else None
    near = headed or [(cost, when) for cost, when in usable if cost <= reach or when.after]
    plain = [pair for pair in near if pair[1].grain == "day" and not _since(sentence, pair[1], anchor)]
    best = opened or (min(near, key=lambda pair: (pair[0], pair[1].start))[1] if near else None)
    if best is not None and plain and _since(sentence, best, anchor):
        best = min(plain, key=lambda pair: (pair[0], pair[1].start))[1]
    if best is not None and _before_that(sentence, best, a, anchor):
        best = None
    if metric.toll and best is not None and best.grain == "day" and _lasted(sentence, anchor):
        best = None
    period = metric.toll and (best is None or best.since or best.grain == "year") and _in_war(sentence)
    if best is None:
        return Occasion(period=period or (metric.toll and counted), as_of=published if counted else None, deal=deal)
    if _since(sentence, best, anchor) and published and metric.event in ("attack", "deportation"):
        dated = metric.event == "attack"
        return Occasion(best.first, published, True, as_of=published) if dated else Occasion(as_of=published)
    if metric.toll and _up_to(sentence, best) and published and best.last <= published:
        return Occasion(None, best.last, True, as_of=best.last)
    if best.grain == "year" or (best.last - best.first).days > 62:
        return Occasion(best.first, best.last, metric.toll)
    spoken = spoken_first(sentence, best, announced=False)
    return Occasion(best.first, best.last, period, deal=deal, spoken=spoken, behind=sentence.tokens(best.start, best.end)[0] > anchor)


def _lately(sentence: Sentence, when: When) -> bool:
    """*The second meeting in the past month*: a span that many events lie in."""
    return when.grain != "range" and sentence.text[when.start : when.start + 4].casefold() == "past"


def _since(sentence: Sentence, when: When, anchor: int) -> bool:
    """Whether a period begins with the date: *since Friday*, *since the start of the attacks on its territory at dawn on June 13*."""
    i, _ = sentence.tokens(when.start, when.end)
    far = max(0, i - (_SINCE if when.grain == "day" else _SINCE_MONTH))
    k = next((k for k in range(i - 1, far - 1, -1) if sentence.lower[k] in ("since", ",")), None)
    if k is not None and sentence.lower[k] == ",":
        k = None
    if "which" in sentence.lower[sentence.tokens(when.start, when.end)[1] : anchor]:  # since the attack of May 3, which killed 40
        return False
    if k is not None and k < anchor < i:  # since a truce of ten days took effect on Friday: it did on Friday
        return False
    return when.since if k is None else sentence.lower[max(0, k - 1)] not in _SPANS  # not *40 years since the bombing of 1983*


def _up_to(sentence: Sentence, when: When) -> bool:
    """Whether a toll is counted up to the date: *as of Sunday*, *until Friday 43 had been killed*, *by the end of the year*."""
    i, _ = sentence.tokens(when.start, when.end)
    before = sentence.lower[max(0, i - 2) : i]
    return before[-1:] in (["until"], ["till"], ["by"]) or before == ["as", "of"]


def _in_war(sentence: Sentence) -> bool:
    """Whether the sentence tells of a war, and not only of the greatest attack since it began."""
    if _LONG.isdisjoint(sentence.vocabulary):
        return False
    return any(word in _LONG and "since" not in sentence.lower[max(0, i - 4) : i] for i, word in enumerate(sentence.lower))


def _before_that(sentence: Sentence, when: When, a: int, anchor: int) -> bool:
    """Whether the figure is of an event before the one that the date is of: *on Saturday, after an earlier swap of 390 prisoners*."""
    _, j = sentence.tokens(when.start, when.end)
    return j <= a and any(word in _EARLIER for word in sentence.lower[max(j, min(a, anchor) - 3) : a])


def _opened(sentence: Sentence, whens: list[When], a: int, beside: list[int]) -> When | None:
    """The date that opens the figure's item, of several: *on May 3, 13 men and 12 women came home, on May 4 — 17*."""
    openers = [when for when in whens if any(_heads(sentence, when, k, []) for k in (a, *beside))]
    before = [when for when in openers if sentence.tokens(when.start, when.end)[1] <= a]
    return before[-1] if len(openers) > 1 and before else None
