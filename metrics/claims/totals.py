"""Whether a figure counts since a beginning rather than on one occasion: *so far this year*, *in total*. Pure functions of a sentence."""

from __future__ import annotations

from metrics.claims.catalogue import Metric
from metrics.claims.clause import HAVE, Sentence
from metrics.claims.costs import PASSING
from metrics.model import Claim

_MONTHS = frozenset("january february march april may june july august september october november december".split())
_UNDER = frozenset("under within part framework".split())
_DEALS = frozenset("agreement agreements deal arrangement arrangements accord accords".split())
_SINCE_WHAT = frozenset(
    (
        "start beginning full full-scale then outbreak war invasion conflict russia launch ceasefire last january february march april may "
        "june july august september october november december invaded attacked"
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
_IN_ALL = (["in", "total"], ["in", "all"])
_ALL = frozenset(["total", "altogether", "overall"])
_RANKS = ("st", "nd", "rd", "th")  # the 60th exchange is one of them
_STANDS = frozenset("reaches reached stands stood is was rose risen to at now".split())
_NAMES = frozenset("of for the prisoner pow prisoners and in".split())  # before these forms of verbs that are nouns: exchanges since March
_HELD = frozenset(  # words before *since* with which it tells of something else: held since May, the largest exchange since 2022
    (
        "who which whom that held captive captured detained taken abducted seized hostage imprisoned jailed largest biggest first latest "
        ", — –"
    ).split()
)
_RANKED = 8  # words before *since* within which a superlative is what it belongs to: *the largest exchange since the war began*
_SUPERLATIVE = frozenset("largest biggest greatest highest deadliest worst longest first".split())


def running(sentence: Sentence, anchor: int, a: int) -> bool:
    """Whether the figure counts since a beginning: *since the invasion began*, *so far this year*, *to date*."""
    lower = sentence.lower
    vocabulary = sentence.vocabulary
    if _RUNNING.isdisjoint(vocabulary) and _LIFTS.isdisjoint(vocabulary) and _ALL.isdisjoint(vocabulary):
        return False
    left = lower[:a]
    if left[-2:] in (["batch", "of"], ["group", "of"]):
        return False  # the first batch of 90 has already arrived
    if not _LIFTS.isdisjoint(left) and not {"swap", "exchange"}.isdisjoint(lower[:3]):
        return False  # the swap also included 20 civilians, bringing the total to 410
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
        and not ("participle" in mark.sense.form and mark.i in sentence.objects)  # fallen soldiers: no verb of the clause
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
        if word == "since" and _since_then(sentence, anchor, i):
            return True  # has released 300 since Wednesday
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
            and ":" not in lower[i:anchor]  # the 49th exchange since the war began: 230 were released
        ):
            first, last = (i, anchor) if i < anchor else (anchor, i)
            if word != "since":  # people held by armed groups who were freed so far this year
                verbs = [
                    mark.i for mark in sentence.marks if mark.i in verbs and mark.sense.kind == "verb" and sentence.voice(mark) != "bare"
                ]
            own = next(
                (k for k in range(i, 0, -1) if lower[k] in ("who", "which", "whom")), i
            )  # who had been held there since 2016 were released
            nearer = [v for v in verbs if anchor < v < i or (v < i < anchor and (i - v <= 4 or v > own) and lower[v + 1] != ",")]
            if not nearer and sum(PASSING.get(w, 1.0) for w in lower[first:last]) <= 24:
                return True
    if any(lower[i] in ("exchanges", "swaps") and lower[i + 1] == "in" and lower[i + 2][:2] == "20" for i in range(len(lower) - 2)):
        return True  # carried out 14 exchanges in 2025, with 900 bodies returned
    return any(
        word in ("exchanges", "swaps", "repatriations")
        and lower[i - 1] != "the"
        and {"through", "over", "in", "during", "across"} & set(lower[max(0, i - 4) : i])
        for i, word in enumerate(lower)
    )


def _since_then(sentence: Sentence, anchor: int, since: int) -> bool:
    """Whether a verb in the perfect tells what was done since: not *had delayed the release since*, *have freed 300 since.*"""
    lower = sentence.lower
    perfect = anchor < since < len(lower) - 1 and lower[since + 1].isalnum() and not HAVE.isdisjoint(lower[max(0, anchor - 3) : anchor])
    if not perfect or not (_HELD | _SUPERLATIVE).isdisjoint(lower[anchor:since]):
        return False
    return any(mark.i == anchor and mark.sense.kind == "verb" for mark in sentence.marks)


def added_up(sentence: Sentence, anchor: int) -> bool:
    """*In total, 285 have been brought back*: without a day, since the beginning."""
    lower = sentence.lower
    whole = lower[:2] in _IN_ALL or lower[-3:-1] in _IN_ALL or lower[:1] in (["overall"], ["altogether"])
    return whole and not HAVE.isdisjoint(lower[max(0, anchor - 3) : anchor])


def goes_on(sentence: Sentence, metric: Metric, before: Metric, last: Claim, a: int, b: int) -> bool:
    """Whether a figure counts on since a beginning that the sentence before, and its claim, told.

    *Another 555 came home outside of exchanges* behind a running total; *3,600 have been freed* behind *60 exchanges since 2022*.
    """
    if before.total == metric.key:
        return "another" in sentence.lower[max(0, a - 1) : a + 1]
    said = last.quote[last.start - last.quote_start : last.end - last.quote_start].split()[0]
    many = before.family == "total" and before.kind == "ordinal" and before.event == metric.event and not said.endswith(_RANKS)
    return many and metric.basis and sentence.lower[b : b + 2] == ["have", "been"]


def of_deal(sentence: Sentence) -> bool:
    """Whether a figure is what one deal comes to: *6,057 have been received in all under the Istanbul agreements*."""
    lower = sentence.lower
    return any(
        word in _UNDER and not _DEALS.isdisjoint(lower[i + 1 : i + 7]) and lower[i + 1 : i + 2] != ["all"] for i, word in enumerate(lower)
    )


def _dated(lower: list[str], i: int) -> bool:
    """Whether *this year* at token i completes a date: *on June 6 of this year*, *in May this year*."""
    return not _MONTHS.isdisjoint(lower[max(0, i - 3) : i])
