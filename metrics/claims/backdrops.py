"""Dates of a sentence that date something else than what its figure counts: a statement, a deal, a capture, a war. Pure functions."""

from __future__ import annotations

from datetime import date

from metrics.claims.catalogue import Metric
from metrics.claims.clause import Sentence
from metrics.claims.dates import When

_SOURCE = 12  # words that a source behind *according to* may have before its date
_HELD = frozenset("took takes place held began happened occurred carried conducted started ended".split())
_CONTRASTS = frozenset(["while", "whereas", "but"])
_SAYING = 12  # words from a speech verb to a date that is followed by *that*
_RECENT = 3  # days back to which a statement and what it tells of are news of one day
_STAMPS = frozenset(["published", "updated", "posted"])  # the first word of a line that dates the page
_SPEECH_TAIL = frozenset("on late early".split())
_SEIZED = frozenset(
    "captured arrested detained held seized kidnapped abducted captive hostage imprisoned jailed sentenced convicted taken".split()
)
_TIMES = frozenset("days day weeks week months month years year".split())
_CARRIED_OUT = frozenset(", ; released freed returned took exchanged swapped".split())  # behind these a date is not the deal's
_LET_GO = frozenset(", ; and were was released freed".split())  # nor behind these the capture's
_EXPIRES = frozenset("expire expires expired expiring end ends ended ending".split())
_STRUCK_DEAL = frozenset("agreed agree reached signed brokered concluded sealed negotiated agreement accord talks negotiations".split())
_BEGUN = frozenset("began begun started erupted broke ended".split())
_WARS = frozenset("war wars conflict fighting insurgency violence offensive clashes hostilities crisis uprising genocide rebellion".split())
_SPOKEN = frozenset(
    (
        "deal agreement accord truce ceasefire offer statement announcement proposal talks meeting summit speech call vote election "
        "decision order visit deadline negotiations resolution"
    ).split()
)  # what is said, settled or met for on a day
_ASSAULTS = frozenset(
    "attack attacks bombing bombings raid raids massacre strike strikes airstrike airstrikes war siege assault explosion blast".split()
)
_RANKED = 9  # words from a superlative to its *since*, and from that to its date
_SUPERLATIVE = frozenset("largest biggest greatest highest deadliest worst longest first bloodiest heaviest".split())
_MARKED = frozenset(["marks", "marked"])
_YEARS = frozenset(["anniversary", "years", "months"])
_OTHERS = frozenset("follow follows followed following after since unlike first second third previous earlier initial".split())
_DATING = frozenset("in since during throughout of by from until between to".split())


def stamped(sentence: Sentence) -> bool:
    """Whether the sentence is a line that dates the page: *Published 5:18 PM, November 17*."""
    return sentence.lower[0] in _STAMPS


def uttered(sentence: Sentence, when: When) -> bool:
    """Whether a date is that of an utterance: *said on Wednesday*, *told reporters Monday*, *in a statement on June 2*."""
    i, end = sentence.tokens(when.start, when.end)
    if stamped(sentence):
        return True
    j = i - 1
    if j > 0 and sentence.lower[j] == "(" and sentence.lower[j - 1].endswith("day"):  # said on Thursday (Aug 20)
        i, j = j - 1, j - 2
    while j >= 0 and i - j <= 3 and sentence.lower[j] in _SPEECH_TAIL:
        j -= 1
    if any(mark.j - 1 == j or (mark.i == end and mark.sense.lemma != "announce") for mark in sentence.of("speech")):
        return True  # said on Monday, on Monday said
    if _said_there(sentence, i, end):
        return True
    named = next((mark for mark in sentence.of("according") if mark.j <= i), None)
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


def _said_there(sentence: Sentence, i: int, j: int) -> bool:
    """*The army said on its page at about noon on Wednesday that …*: what it said follows, so the date is that of the saying."""
    if sentence.lower[j : j + 1] != ["that"]:
        return False
    said = next((mark for mark in reversed(sentence.of("speech")) if i - _SAYING <= mark.i < i), None)
    return said is not None and not any(mark.sense.happens and said.i < mark.i < i for mark in sentence.of("verb"))


def dealt(sentence: Sentence, when: When, anchor: int) -> bool:
    """Whether a date is that of an agreement: *under a deal reached on June 2*, *agreed on Monday to swap*, *after the talks on May 16*."""
    i, _ = sentence.tokens(when.start, when.end)
    return _told_before(sentence, max(0, i - 5, anchor + 1 if anchor < i else 0), i, _STRUCK_DEAL, _CARRIED_OUT)


def taken_then(sentence: Sentence, when: When) -> bool:
    """Whether a date is that of a capture: *freed six people whom it kidnapped last month*, *hostages taken on May 3*."""
    i, _ = sentence.tokens(when.start, when.end)
    return _told_before(sentence, max(0, i - 6), i, _SEIZED, _LET_GO)


def _told_before(sentence: Sentence, first: int, i: int, words: frozenset[str], stops: frozenset[str]) -> bool:
    """Whether one of the words stands between token `first` and token i, with none of the stops behind it."""
    last = next((word for word in reversed(sentence.lower[first:i]) if word in words or word in stops), None)
    return last in words and last not in stops


def runs_out(sentence: Sentence, when: When) -> bool:
    """Whether a date is that on which something else ends: *under a truce that expires on Saturday*."""
    i, _ = sentence.tokens(when.start, when.end)
    return not _EXPIRES.isdisjoint(sentence.lower[max(0, i - 2) : i])


def within_relative(sentence: Sentence, when: When, anchor: int) -> bool:
    """Whether a date stands in a relative clause between a subject and its verb: *hostages who were held since 2016 were released*."""
    i, j = sentence.tokens(when.start, when.end)
    between = sentence.lower[anchor:i]
    if "which" in between and between[between.index("which") - 1] == "," and not _HELD & set(between[between.index("which") :]):
        return True  # near Kyiv, which had been shelled over the last month
    return j <= anchor and any(word in ("who", "which", "whom") for word in sentence.lower[max(0, i - 14) : i])


def contrasted(sentence: Sentence, when: When, a: int, others: list[int]) -> bool:
    """Whether a date is that of another figure, across *while*: *40 came home, while on Friday 20 more will*."""
    i, _ = sentence.tokens(when.start, when.end)
    between = range(min(i, a), max(i, a))
    contrast = next((k for k in between if sentence.lower[k] in _CONTRASTS), None)
    return contrast is not None and any((other > contrast) == (i > contrast) for other in others)


def possessed(sentence: Sentence, when: When, metric: Metric) -> bool:
    """Whether a date is that of what somebody said or settled: *in answer to Sunday's offer*, *under Saturday's deal*."""
    _, j = sentence.tokens(when.start, when.end)
    if sentence.text[when.end : when.end + 2] not in ("'s", "’s"):
        return False
    own = {mark.i for mark in sentence.marks if mark.sense.happens is not None and mark.sense.happens.event == metric.event}
    for k in range(j, min(j + 4, len(sentence.lower))):
        if k in own:
            return False
        if sentence.lower[k] in _SPOKEN:
            return True
    return False


def jubilee(sentence: Sentence, when: When) -> bool:
    """Whether a date is that on which something earlier is remembered: *last month marked 40 years since the attack*."""
    _, j = sentence.tokens(when.start, when.end)
    return not _MARKED.isdisjoint(sentence.lower[j : j + 2]) and not _YEARS.isdisjoint(sentence.lower[j : j + 6])


def ahead(sentence: Sentence, when: When) -> bool:
    """*An exchange ahead of New Year's Eve*: not on that day."""
    i, _ = sentence.tokens(when.start, when.end)
    i -= sentence.lower[i - 1] in ("the", "orthodox") if i else 0
    return sentence.lower[max(0, i - 2) : i] in (["ahead", "of"], ["advance", "of"], ["run-up", "to"], ["eve", "of"])


def ranked(sentence: Sentence, when: When) -> bool:
    """Whether a date is only what something is the greatest since: *the deadliest day since the battle of 1945*."""
    i, _ = sentence.tokens(when.start, when.end)
    k = next((k for k in range(i - 1, max(-1, i - _RANKED), -1) if sentence.lower[k] == "since"), None)
    return k is not None and not _SUPERLATIVE.isdisjoint(sentence.lower[max(0, k - _RANKED) : k])


def outbreak(sentence: Sentence, when: When) -> bool:
    """Whether a date is that on which a war broke out: *killed in the war that erupted in November*, *fighting that began on Friday*."""
    i, j = sentence.tokens(when.start, when.end)
    k = next((k for k in range(i - 1, max(-1, i - 4), -1) if sentence.lower[k] in _BEGUN), None)
    war = sentence.lower[max(0, k - 4) : k] if k is not None else []
    opens = "when" in sentence.lower[j : j + 2]  # that began on May 3, when rebels killed 40
    return not _WARS.isdisjoint(war) and "since" not in war and not opens


def of_other_talks(sentence: Sentence, when: When, anchor: int) -> bool:
    """Whether a date is that of talks before those that are numbered: *the second round follows a meeting held on 23 January*."""
    i, _ = sentence.tokens(when.start, when.end)
    return anchor < i and not _OTHERS.isdisjoint(sentence.lower[anchor + 1 : i])


def long_before(sentence: Sentence, when: When, anchor: int) -> bool:
    """Whether what the figure tells was long before the day: *on Wednesday it hit camps, two weeks after 26 were killed*."""
    _, j = sentence.tokens(when.start, when.end)
    return any(sentence.lower[k] == "after" and sentence.lower[k - 1] in _TIMES for k in range(j + 1, anchor))


def told_behind(sentence: Sentence, when: When, a: int) -> bool:
    """Whether a date is that of what is told behind it, and the figure at `a` is of something else: *12 came home a day after they met*."""
    if not when.after:
        return False
    i, j = sentence.tokens(when.start, when.end)
    lower = sentence.lower
    if a < i:
        return True
    closed = lower.index(",", j, a) if i and lower[i - 1] == "," and "," in lower[j:a] else None
    return closed is not None and not lower[closed + 1].endswith("ing")  # the raid, a week after another, came as 12 were freed


def spoken_on(sentence: Sentence, when: When, published: date | None, metric: Metric) -> bool:
    """Whether a day long past that opens the sentence is when somebody spoke: *On 16 March the ombudsman said that …*.

    What is announced on a day happened on it, but for losses.
    """
    if when.grain != "day" or published is None or (published - when.first).days <= _RECENT:
        return False
    return spoken_first(sentence, when, announced=metric.toll)


def spoken_first(sentence: Sentence, when: When, *, announced: bool = True) -> bool:
    """Whether a date opens a sentence whose first verb is one of speech: *On Monday the ombudsman wrote*; *announced* counts if asked."""
    i, _ = sentence.tokens(when.start, when.end)
    if i > 1:
        return False
    acts = (m for m in sentence.marks if m.sense.kind == "speech" or (m.sense.kind == "verb" and m.sense.happens is not None))
    first = next(acts, None)
    if first is None or first.sense.kind != "speech" or "past" not in first.sense.form:
        return False
    return announced or first.sense.lemma != "announce"


def backdrop(sentence: Sentence, when: When, metric: Metric) -> bool:
    """A year that dates something else: the start of a war, a report's publication. Years date only what is told of whole years."""
    if (when.last - when.first).days <= 62:
        return False
    i, j = sentence.tokens(when.start, when.end)
    before = sentence.lower[i - 1] if i else ""
    if not _BEGUN.isdisjoint(sentence.lower[max(0, i - 2) : i]):
        return True
    if not metric.years:
        alone = before == "in" and when.first.year == when.last.year and when.grain == "year"
        return not (metric.event == "exchange" and alone and not _seized(sentence, i))
    if j - i == 1 and before not in _DATING:
        return before not in ("the", "a", "an") or _ASSAULTS.isdisjoint(sentence.lower[j : j + 4])
    if before in ("in", "since", "during") and i > 1:
        before = sentence.lower[i - 2]
    return before.endswith("ed") and not any(mark.i == i - 1 and mark.sense.happens for mark in sentence.marks)


def _seized(sentence: Sentence, i: int) -> bool:
    """Whether the words before token i tell of a capture or a sentence: *captured in a raid in 2006*."""
    before = sentence.lower[max(0, i - 8) : i]
    return not _SEIZED.isdisjoint(before) or "taken" in before
