"""When the event of a figure takes place: the date expression nearest to it that is not the date of an utterance. Pure functions."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from metrics.claims.binding import Binding
from metrics.claims.catalogue import Metric
from metrics.claims.clause import HAVE, Sentence
from metrics.claims.costs import PASSING
from metrics.claims.dates import When

_MONTHS = frozenset("january february march april may june july august september october november december".split())
_UNDER = frozenset("under within part framework".split())
_DEALS = frozenset("agreement agreements deal arrangement arrangements accord accords".split())
_LATELY = 7  # days
_OPENING = frozenset(["beginning", "starting"])
_LONG = frozenset("war invasion conflict insurgency fighting hostilities offensive campaign siege clashes violence".split())
_SOURCE = 12  # words that a source behind *according to* may have before its date
_HELD = frozenset("took takes place held began happened occurred carried conducted started ended".split())
_RECENT = 3  # days back to which a statement and what it tells of are news of one day
_SPANS = frozenset("days weeks months years".split())
_STAMPS = frozenset(["published", "updated", "posted"])  # the first word of a line that dates the page
_SINCE = 14  # words from *since* to its date: since the start of the attacks on its territory at dawn on June 13
_SPEECH_TAIL = frozenset("on late early".split())


@dataclass(frozen=True, slots=True)
class Occasion:
    """The event's days, whether the figure is a running total or covers a period, and the day that it holds for."""

    first: date | None = None
    last: date | None = None
    period: bool = False
    total: bool = False
    as_of: date | None = None
    deal: date | None = None  # when what it carries out was agreed
    behind: bool = False  # the date stands behind what happens, so it dates that and not an announcement


def uttered(sentence: Sentence, when: When) -> bool:
    """Whether a date is that of an utterance: *said on Wednesday*, *told reporters Monday*, *in a statement on June 2*."""
    i, _ = sentence.tokens(when.start, when.end)
    if sentence.lower[0] in _STAMPS:
        return True
    j = i - 1
    if j > 0 and sentence.lower[j] == "(" and sentence.lower[j - 1].endswith("day"):  # said on Thursday (Aug 20)
        i, j = j - 1, j - 2
    while j >= 0 and i - j <= 3 and sentence.lower[j] in _SPEECH_TAIL:
        j -= 1
    if any(mark.sense.kind == "speech" and mark.j - 1 == j for mark in sentence.marks):
        return True
    named = next((mark for mark in sentence.marks if mark.sense.kind == "according" and mark.j <= i), None)
    if named is not None and i - named.j <= _SOURCE and "," not in sentence.lower[named.j : i] and sentence.lower[i - 1] == "on":
        return True  # according to a report of 2 June
    return j >= 0 and sentence.lower[j] in (
        "statement",
        "reporters",
        "journalists",
        "interview",
        "post",
        "telegram",
        "facebook",
        "briefing",
        "address",
    )


_SEIZED = frozenset(
    "captured arrested detained held seized kidnapped abducted captive hostage imprisoned jailed sentenced convicted".split()
)
_EXPIRES = frozenset("expire expires expired expiring".split())
_STRUCK_DEAL = frozenset("agreed agree reached signed brokered concluded sealed negotiated agreement accord talks negotiations".split())
_SINCE_WHAT = frozenset(
    (
        "start beginning full full-scale then outbreak war invasion conflict russia launch ceasefire last january february march april may "
        "june july august september october november december"
    ).split()
)
_RUNNING = frozenset(
    (
        "since so to this throughout already alone bring brings bringing brought take takes taking lift lifts lifted lifting raise raises "
        "raised raising increase increases increased increasing pushing now total exchanges swaps repatriations"
    ).split()
)  # a running total has one of these
_LIFTS = frozenset(
    (
        "bring brings bringing brought take takes taking lift lifts lifted lifting raise raises raised raising risen rises rose "
        "increase increases increased increasing pushing pushed"
    ).split()
)
_ALL = frozenset(["total", "altogether", "overall"])
_STANDS = frozenset("reaches reached stands stood is was rose risen to at now".split())
_NAMES = frozenset("of for the prisoner pow prisoners and in".split())  # before these forms of verbs that are nouns: exchanges since March
_RANKED = 8  # words before *since* within which a superlative is what it belongs to: *the largest exchange since the war began*
_SUPERLATIVE = frozenset("largest biggest greatest highest deadliest worst longest first".split())


def running(sentence: Sentence, anchor: int, a: int) -> bool:
    """Whether the figure counts since a beginning: *since the invasion began*, *so far this year*, *to date*."""
    lower = sentence.lower
    vocabulary = sentence.vocabulary
    if _RUNNING.isdisjoint(vocabulary) and _LIFTS.isdisjoint(vocabulary) and _ALL.isdisjoint(vocabulary):
        return False
    left = lower[:a]
    if not _LIFTS.isdisjoint(left) and {"total", "number", "tally"} & set(left) and left[-1:] == ["to"]:
        return True
    if not _ALL.isdisjoint(lower[anchor : anchor + 6]) and "now" in lower[max(0, anchor - 4) : anchor]:
        return True  # 285 have now been returned in total
    if any(lower[i : i + 3] == ["total", "number", "of"] and not _STANDS.isdisjoint(lower[i:]) for i in range(min(a, len(lower) - 3))):
        return True  # the total number of bodies returned reaches 285
    if any(word == "alone" and i and lower[i - 1][:2] == "20" and len(lower[i - 1]) == 4 for i, word in enumerate(lower)):
        return True  # in 2024 alone
    verbs = [
        mark.i
        for mark in sentence.marks
        if mark.sense.kind == "verb"
        and mark.sense.lemma not in ("have", "be")
        and not (mark.i and lower[mark.i - 1] in _NAMES and lower[mark.i].endswith("s"))
    ]
    if lower[0] in ("during", "over", "throughout") and not {"war", "invasion"}.isdisjoint(lower[1:5]):
        return True  # during the full-scale war 48 exchanges took place
    if any(lower[i : i + 2] == ["as", "of"] and lower[i + 2] in ("now", "today") for i in range(len(lower) - 2)):
        return True
    if "already" in lower[max(0, anchor - 2) : anchor] and HAVE & set(lower[max(0, anchor - 4) : anchor]):
        return True
    for i, word in enumerate(lower):
        following = lower[i + 1 : i + 4]
        marks = (word == "since" and (set(following) & _SINCE_WHAT or (following and following[0][:2] in ("19", "20")))) or (
            word in ("so", "to", "this", "throughout")
            and following[:1] in (["far"], ["date"], ["year"], ["the"])
            and (word, following[0]) != ("to", "the")
            and (word != "throughout" or "war" in following)
            and (word, *following[:1]) != ("so", "the")
            and (word, *following[:1]) != ("this", "the")
            and not (word == "this" and _dated(lower, i))
        )
        if (
            marks
            and lower[i - 1 : i] not in (["later"], ["earlier"])
            and _SUPERLATIVE.isdisjoint(lower[max(0, i - _RANKED) : i])
            and not any(w in ("who", "which", "whom") for w in lower[min(i, anchor) : max(i, anchor)])
        ):
            first, last = (i, anchor) if i < anchor else (anchor, i)
            if word != "since":  # people held by armed groups who were freed so far this year
                verbs = [
                    mark.i for mark in sentence.marks if mark.i in verbs and mark.sense.kind == "verb" and sentence.voice(mark) != "bare"
                ]
            own = next(
                (k for k in range(i, 0, -1) if lower[k] in ("who", "which", "whom")), i
            )  # who had been held there since 2016 were released
            nearer = [v for v in verbs if anchor < v < i or (v < i < anchor and (i - v <= 4 or v > own))]
            if not nearer and sum(PASSING.get(w, 1.0) for w in lower[first:last]) <= 24:
                return True
    return any(
        word in ("exchanges", "swaps", "repatriations")
        and lower[i - 1] != "the"
        and {"through", "over", "in", "during", "across"} & set(lower[max(0, i - 4) : i])
        for i, word in enumerate(lower)
    )


def _added_up(sentence: Sentence, anchor: int) -> bool:
    """*In total, 285 have been brought back*: without a day, since the beginning."""
    lower = sentence.lower
    whole = lower[:2] in (["in", "total"], ["in", "all"]) or lower[:1] in (["overall"], ["altogether"]) or lower[-3:-1] == ["in", "total"]
    return whole and not HAVE.isdisjoint(lower[max(0, anchor - 3) : anchor])


def _of_deal(sentence: Sentence) -> bool:
    """Whether a figure is what one deal comes to: *6,057 have been received in all under the Istanbul agreements*."""
    lower = sentence.lower
    return any(
        word in _UNDER and not _DEALS.isdisjoint(lower[i + 1 : i + 7]) and lower[i + 1 : i + 2] != ["all"] for i, word in enumerate(lower)
    )


def _dated(lower: list[str], i: int) -> bool:
    """Whether *this year* at token i completes a date: *on June 6 of this year*, *in May this year*."""
    return not _MONTHS.isdisjoint(lower[max(0, i - 3) : i])


def _lasted(sentence: Sentence, anchor: int) -> bool:
    """Whether the toll is that of a long time: *after three weeks of clashes that killed 40*."""
    before = sentence.lower[max(0, anchor - 8) : anchor]
    return any(word in _LONG and before[max(0, i - 2) : i][-2:-1] and before[i - 2] in _SPANS for i, word in enumerate(before) if i > 1)


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
    return uttered(sentence, when) or (in_then and any(mark.sense.kind == "speech" and i - 2 < mark.j <= i for mark in sentence.marks))


def _first_day(sentence: Sentence, when: When) -> When:
    """The first day of a range, where what happened *when* it began is told: *over three days, beginning May 23, when 390 came home*."""
    i, j = sentence.tokens(when.start, when.end)
    behind = [word for word in sentence.lower[j : j + 2] if word != ","]
    if when.grain == "range" and behind[:1] == ["when"] and not _OPENING.isdisjoint(sentence.lower[max(0, i - 2) : i]):
        return replace(when, last=when.first, grain="day")
    return when


def _dealt(sentence: Sentence, when: When, anchor: int) -> bool:
    """Whether a date is that of an agreement: *under a deal reached on June 2*, *agreed on Monday to swap*, *after the talks on May 16*."""
    i, _ = sentence.tokens(when.start, when.end)
    window = sentence.lower[max(0, i - 5) : i]
    for k in range(len(window) - 1, -1, -1):
        if window[k] in (",", ";", "released", "freed", "returned", "took", "exchanged", "swapped") or max(0, i - 5) + k == anchor:
            return False
        if window[k] in _STRUCK_DEAL:
            return True
    return False


def _taken_then(sentence: Sentence, when: When) -> bool:
    """Whether a date is that of a capture: *freed six people whom it kidnapped last month*, *hostages taken on May 3*."""
    i, _ = sentence.tokens(when.start, when.end)
    window = sentence.lower[max(0, i - 6) : i]
    for k in range(len(window) - 1, -1, -1):
        if window[k] in (",", ";", "and", "were", "was", "released", "freed"):
            return False
        if window[k] in _SEIZED:
            return True
    return False


def _runs_out(sentence: Sentence, when: When) -> bool:
    """Whether a date is that on which something else ends: *under a truce that expires on Saturday*."""
    i, _ = sentence.tokens(when.start, when.end)
    return not _EXPIRES.isdisjoint(sentence.lower[max(0, i - 2) : i])


def _within_relative(sentence: Sentence, when: When, anchor: int) -> bool:
    """Whether a date stands in a relative clause between a subject and its verb: *hostages who were held since 2016 were released*."""
    i, j = sentence.tokens(when.start, when.end)
    between = sentence.lower[anchor:i]
    if "which" in between and between[between.index("which") - 1] == "," and not _HELD & set(between[between.index("which") :]):
        return True  # near Kyiv, which had been shelled over the last month
    return j <= anchor and any(word in ("who", "which", "whom") for word in sentence.lower[max(0, i - 14) : i])


def _heads(sentence: Sentence, when: When, a: int, others: list[int]) -> bool:
    """Whether a date opens the item that the figure stands in: *on May 3, 40 men were freed, on May 4 — 30*; not *390 on Friday, 307 …*."""
    i, j = sentence.tokens(when.start, when.end)
    closes = not {i - 1, i - 2}.isdisjoint(others)
    return not closes and j <= a <= j + 1 and all(word in (",", "—", "–", ":", "-") for word in sentence.lower[j:a])


def _contrasted(sentence: Sentence, when: When, a: int, others: list[int]) -> bool:
    """Whether a date is that of another figure, across *while*: *40 came home, while on Friday 20 more will*."""
    i, _ = sentence.tokens(when.start, when.end)
    between = range(min(i, a), max(i, a))
    contrast = next((k for k in between if sentence.lower[k] in ("while", "whereas")), None)
    return contrast is not None and any((other > contrast) == (i > contrast) for other in others)


def occasion(
    sentence: Sentence, binding: Binding, a: int, whens: list[When], published: date | None, others: list[int], beside: list[int]
) -> Occasion:
    """The occasion that the sentence gives the figure.

    `others` are the tokens where further figures of the same noun stand, `beside` those of all further figures.
    """
    metric = binding.metric
    anchor = binding.mark.i if binding.mark is not None else a
    added = _added_up(sentence, anchor) and all(when.grain == "year" for when in whens)
    counted = running(sentence, anchor, a) or (added and not (metric.subject == "bodies" and _of_deal(sentence)))
    holds = next((when.last for when in whens if _as_of(sentence, when)), None)
    if metric.undated:
        return Occasion(as_of=holds or _said_then(sentence, whens, published))
    whens = [_first_day(sentence, when) for when in whens]
    if metric.total or (counted and (metric.basis or metric.family == "total")):
        return Occasion(total=True, as_of=holds or published)
    struck = [when for when in whens if metric.event in ("exchange", "ceasefire", "return") and _dealt(sentence, when, anchor)]
    deal = struck[0].first if struck and struck[0].grain == "day" and published and struck[0].first <= published else None

    told = {k for mark in sentence.marks if mark.sense.kind == "status" for k in range(mark.i, mark.j)}  # *was held*, *took place*

    def distance(when: When) -> float:
        i, j = sentence.tokens(when.start, when.end)
        first, last = (j, anchor) if j <= anchor else (max(anchor + 1, a) if i > a else anchor + 1, i)
        between = sum(PASSING.get(word, 1.0) for word in sentence.lower[first:last])
        elsewhere = sum(
            6
            for mark in sentence.marks
            if first <= mark.i < last
            and mark.sense.happens is not None
            and (metric.kind != "ordinal" or mark.i not in told)
            and mark.sense.happens.event not in (None, metric.event)
            and (metric.kind == "ordinal" or mark.i not in sentence.objects)
        )
        taken = 99 if any(min(i, a) < other < max(i, a) and abs(other - i) < abs(a - i) for other in others) else 0
        return between + min(elsewhere, 12) + taken

    usable = [
        (distance(when), when)
        for when in whens
        if when not in struck
        and not _contrasted(sentence, when, a, beside)
        and not uttered(sentence, when)
        and not _within_relative(sentence, when, anchor)
        and not (metric.event == "exchange" and (_taken_then(sentence, when) or _runs_out(sentence, when)))
        and not _backdrop(sentence, when, metric)
        and not _spoken_on(sentence, when, published)
        and (not when.since or metric.event in ("attack", "deportation"))
    ]
    reach = 20 if metric.kind == "ordinal" else 40 if len(usable) == 1 else 24
    headed = [(0.0, when) for _, when in usable if _heads(sentence, when, a, beside)] if len(usable) > 1 else []
    near = headed or [(cost, when) for cost, when in usable if cost <= reach]
    best = min(near, key=lambda pair: (pair[0], pair[1].start))[1] if near else None
    if metric.toll and best is not None and best.grain == "day" and _lasted(sentence, anchor):
        best = None
    period = metric.toll and not _LONG.isdisjoint(sentence.vocabulary) and (best is None or best.since or best.grain == "year")
    if best is None:
        return Occasion(period=period or (metric.toll and counted), as_of=published if counted else None, deal=deal)
    since = (
        best.since
        or "since"
        in sentence.lower[
            max(0, sentence.tokens(best.start, best.end)[0] - (_SINCE if best.grain == "day" else 8)) : sentence.tokens(
                best.start, best.end
            )[0]
        ]
    )
    if since and published and metric.toll:
        return Occasion(best.first, published, True, as_of=published)
    if best.grain == "year" or (best.last - best.first).days > 62:
        return Occasion(best.first, best.last, metric.toll)
    return Occasion(best.first, best.last, period, deal=deal, behind=sentence.tokens(best.start, best.end)[0] > anchor)


_BEGUN = frozenset("began begun started erupted broke".split())
_DATING = frozenset("in since during throughout of by from until between to".split())


def _spoken_on(sentence: Sentence, when: When, published: date | None) -> bool:
    """Whether a day long past that opens the sentence is when somebody spoke: *On 16 March the ombudsman said that …*."""
    i, _ = sentence.tokens(when.start, when.end)
    if i > 1 or when.grain != "day" or published is None or (published - when.first).days <= _RECENT:
        return False
    acts = (m for m in sentence.marks if m.sense.kind == "speech" or (m.sense.kind == "verb" and m.sense.happens is not None))
    first = next(acts, None)
    return first is not None and first.sense.kind == "speech" and first.sense.lemma != "announce" and "past" in first.sense.form


def _backdrop(sentence: Sentence, when: When, metric: Metric) -> bool:
    """A year that dates something else: the start of a war, a report's publication. Years date only what is told of whole years."""
    if (when.last - when.first).days <= 62:
        return False
    i, j = sentence.tokens(when.start, when.end)
    before = sentence.lower[i - 1] if i else ""
    if not metric.years:
        return not (metric.event == "exchange" and i == 1 and before == "in")  # In 2011 Israel freed 1,027 prisoners
    if not _BEGUN.isdisjoint(sentence.lower[max(0, i - 2) : i]):
        return True
    if j - i == 1 and before not in _DATING:
        return True
    if before in ("in", "since", "during") and i > 1:
        before = sentence.lower[i - 2]
    return before.endswith("ed") and not any(mark.i == i - 1 and mark.sense.happens for mark in sentence.marks)
