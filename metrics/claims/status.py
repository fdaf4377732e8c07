"""At what stage a figure stands: proposed, agreed, planned, completed, reported, denied. Pure functions.

The nearest word that governs the figure's verb or event decides; where none does, the tense of the verb, then whether the event's date
lies before or behind the publication.
"""

from __future__ import annotations

from datetime import date
from typing import cast

from metrics.claims.binding import Binding
from metrics.claims.catalogue import Metric
from metrics.claims.clause import BE, HAVE, MODALS, Mark, Sentence
from metrics.claims.costs import PASSING
from metrics.claims.inflect import Form
from metrics.model import Status

_REACH = 13.0
_DEALS = frozenset("deal agreement accord truce ceasefire cease-fire pact".split())
_COORDINATED = 8  # words between two verbs that share their auxiliary
_NOMINAL: frozenset[Form] = frozenset(["base", "third"])
_ARTICLES = frozenset("the a an this its their another".split())
_CIRCUMSTANCES = frozenset("under in per with following after before of from since by to on for at into".split())
_EXTENDS = frozenset(["extend", "prolong", "renew"])
_AIM = 8.0  # what a status word may cost that says more of an infinitive than that it is an aim
_HAPPENS = frozenset(["take place", "begin", "start", "conclude"])
_SINCE = 6  # words from *since* to the verb of its clause
_SUBJECT = 12  # words that an event's phrase may have before its verb
_DASHES = frozenset(["-", "–", "—"])
_SETTLES = frozenset(["agree", "stipulate", "provide for", "envisage"])
_REACHED = frozenset("reach reached strike struck sign signed brokered concluded sealed clinched secured".split())
_LISTED = frozenset(["list", "lists", "names"])
_HELD = frozenset(["held", "lasted"])
_KEPT = frozenset("paused halted held holds holding expired ended ends collapsed lasted broke stopped".split())
_BROKEN = frozenset("broke broken breaking violated violating disrupted observed maintained ended during since after despite".split())
_KEEPS = 6  # words behind a truce within which the verb says that it is kept: between the two countries held
_CHAIN = 7  # words from *proposed* to *declaring*
_PACTS = frozenset(["agreement", "deal", "accord", "arrangement", "pact"])
_PUT_OFF = frozenset(["delay", "postpone"])  # what was put off on a day did not happen on it
_NEGATIONS = frozenset(["not", "never", "n't", "didn't", "didn’t", "wasn't", "weren't", "no"])
_ASKING = frozenset(["call on", "urge", "ask", "appeal", "press"])
_ASKED = 6  # words from *called on* to *to extend*
_CONTRASTS = frozenset(["while", "whereas", ";"])  # what one clause says of its figure is not said of the other's
_AHEAD = 5  # words before a number within which *could swell to* says that it is to come
_FUTURE = frozenset(["will", "would", "shall", "should", "'ll", "could", "may", "might"])


def _distance(sentence: Sentence, i: int, j: int) -> float:
    """The cost of the words between two places."""
    first, last = (i, j) if i <= j else (j, i)
    aside = [] if _DASHES.isdisjoint(sentence.vocabulary) else [k for k in range(first, last) if sentence.dash(k)]
    if len(aside) == 2:  # agreed to exchange more – the wounded first – and to return 6,000
        return _distance(sentence, first, aside[0]) + _distance(sentence, aside[1] + 1, last)
    return sum(PASSING.get(word, 1.0) * (1.6 if word in (",", "and", "after", "that") else 1.0) for word in sentence.lower[first:last])


def _governs(sentence: Sentence, mark: Mark, anchor: int) -> float | None:
    """What it costs to take a status word as governing the anchor; None where it cannot."""
    if mark.i == anchor and mark.j > anchor + 1:
        return 0.0  # included in the deal
    if mark.i == anchor or not _CONTRASTS.isdisjoint(sentence.lower[min(mark.j, anchor) : max(mark.i, anchor)]):
        return None
    if mark.j <= anchor:
        return _distance(sentence, mark.j, anchor)
    if any(anchor < speech.i < mark.i for speech in sentence.of("speech")) and "that" not in sentence.lower[:anchor]:
        return None  # after talks of two hours he said that a truce would begin
    form = mark.sense.form
    passive = "participle" in form and sentence.before(mark.i) >= 0 and sentence.lower[sentence.before(mark.i)] in BE | HAVE
    word = sentence.lower[mark.i]
    if word == "agreed" and sentence.lower[mark.i - 1] == "as":
        return _distance(sentence, anchor + 1, mark.i)  # the exchange of 90, as agreed in May
    if not passive and mark.sense.value not in ("completed", "planned") and word not in ("proposal",):
        return None
    return _distance(sentence, anchor + 1, mark.i) + 3.0


def tense(sentence: Sentence, mark: Mark) -> Status | None:
    """What the form of the trigger verb itself says."""
    voice = sentence.voice(mark)
    b = sentence.before(mark.i)
    word = sentence.lower[b] if b >= 0 else ""
    if voice in ("infinitive", "due"):
        to = next((i for i in range(mark.i - 1, max(-1, mark.i - 4), -1) if sentence.lower[i] == "to"), 0)
        return "planned" if to and sentence.lower[to - 1] in ("is", "are", "was", "were", "due", "set") else None
    if word in _FUTURE:
        return "planned"
    if word == "and" and "participle" in mark.sense.form:  # will be released and reunited
        first = next((m for m in reversed(sentence.marks) if b - _COORDINATED <= m.i < b and "participle" in m.sense.form), None)
        if first is not None and sentence.voice(first) in ("passive", "due"):
            return tense(sentence, first)
    if word == "and" and mark.sense.form <= {"base"} and not MODALS.isdisjoint(sentence.lower[max(0, b - _COORDINATED) : b]):
        return "planned"  # would end the war and free 50 hostages
    if word in BE:
        ahead = sentence.before(b)
        helper = sentence.lower[ahead] if ahead >= 0 else ""
        if word == "being" and helper not in BE:
            return None  # with two bodies also being sent back
        if word == "be" or word == "being" or (word in ("is", "are") and "ing" in mark.sense.form):
            if helper in _FUTURE or helper == "to" or word != "be":
                return "planned"
            return None
        if word == "been" and helper in HAVE and sentence.lower[max(0, ahead - 2) : ahead] in (["were", "to"], ["was", "to"]):
            return "planned"  # were to have been freed
        if word in ("is", "are") and voice == "passive":
            return None
        return "completed"
    if word in HAVE or "past" in mark.sense.form:
        return "completed"
    if {"third", "base"} & mark.sense.form and word != "to" and _has_subject(sentence, b):
        return "completed"
    return None


def _has_subject(sentence: Sentence, b: int) -> bool:
    """Whether the word before a base or -s form can be its subject: *Hamas releases 10*, not *the immediate release of 10*."""
    if b < 0 or any(mark.i == b and mark.sense.kind == "status" and mark.sense.value in ("proposed", "planned") for mark in sentence.marks):
        return False  # demands return of 20
    return (
        sentence.lower[b] in ("they", "we", "who", "which", "it", "he", "and")
        or sentence.lower[b].endswith("s")
        or any(named.j - 1 == b for named in sentence.actors)
    )


def status(sentence: Sentence, binding: Binding, a: int, b: int, event: tuple[date | None, date | None], published: date | None) -> Status:
    """The status that the sentence gives the figure."""
    metric = binding.metric
    anchor = binding.mark.i if binding.mark is not None else a
    marks = [mark for mark in sentence.of("status") if not (a <= mark.i < b) and not _idle(sentence, mark, metric)]
    if metric.status:
        return _state(sentence, binding, marks, anchor, a, b)
    if binding.mark is not None and _relative_done(sentence, max(binding.mark.j, b), marks):
        return "completed"
    if metric.event == "talks" and metric.kind == "duration" and _is_over(sentence, a):
        return "completed"
    if metric.event == "ceasefire" and not _HELD.isdisjoint(sentence.lower[max(0, a - 3) : a]) and "if" not in sentence.lower[:a]:
        return "completed"  # has held for two weeks
    if metric.basis and a > 1 and sentence.lower[a - 2] in _LISTED and sentence.lower[a - 1] == "of":
        return "planned"  # handed over a list of 640 prisoners
    own = tense(sentence, binding.mark) if binding.mark is not None and binding.mark.sense.kind == "verb" else None
    best: tuple[float, str, Mark] | None = None
    trailing = binding.voice == "ing" and anchor > 0 and sentence.lower[anchor - 1] == ","
    for mark in marks:
        if binding.mark is not None and mark.i >= binding.mark.i and mark.j <= binding.mark.j:
            continue
        if mark.sense.value == "completed" and (
            "past" not in mark.sense.form
            and "participle" not in mark.sense.form
            and "third" not in mark.sense.form
            and " " not in mark.sense.lemma
        ):
            continue
        if trailing and mark.j <= anchor and mark.sense.value == "agreed" and mark.sense.form <= _NOMINAL:
            continue  # carried out a part of the agreement, bringing 90 home: what the main verb says
        if b <= mark.i < anchor and sentence.lower[mark.i - 2 : mark.i] in (["and", "we"], ["but", "we"], ["and", "they"], ["but", "they"]):
            continue  # today it was 90, and we expect the exchange to go on
        cost = _governs(sentence, mark, min(anchor, a) if mark.j <= min(anchor, a) else anchor)
        if cost is not None and mark.sense.value is not None:
            ahead = mark.sense.value == "completed" and sentence.lower[max(0, mark.i - 2) : mark.i] == ["to", "be"]
            cost += 1.5 if mark.sense.value == "completed" and not ahead else 0.0
            if best is None or cost < best[0]:
                value = "planned" if ahead else "agreed" if _owed(sentence, mark) else mark.sense.value  # was supposed to be held
                best = (cost, value, mark)
    if any(word in _NEGATIONS for word in sentence.lower[max(0, anchor - 3) : anchor]) and own != "planned":
        return "denied"
    if metric.kind != "ordinal" and own is None and _due(sentence, anchor):
        return "planned"  # an exchange of 115 is to take place
    first, last = event
    done = published is not None and last is not None and last < published
    if own is not None:
        if best is not None and best[1] in ("proposed", "denied") and best[0] < 5 and own == "planned":
            return cast(Status, best[1])
        if own == "planned" and _settled(sentence, marks, anchor):
            return "agreed"
        return own
    if best is not None and best[2].sense.lemma == "must" and _under_terms(sentence):
        return "agreed"
    voice = sentence.voice(binding.mark) if binding.mark is not None and binding.mark.sense.kind == "verb" else None
    if voice == "infinitive" and (best is None or best[0] > _AIM):
        return "planned"  # an operation to hand over 90: an aim
    if best is not None and (best[0] <= _REACH or first is None):
        value = cast(Status, best[1])
        if value == "agreed" and sentence.lower[a - 1] != "the" and _asked(sentence, marks, anchor):
            return "proposed"
        if value == "planned" and (over := _governed(sentence, best[2], marks)):
            return over  # proposed the declaring of a truce
        if value == "planned" and _settled(sentence, marks, anchor):
            return "agreed"
        put_off = best[2].sense.lemma in _PUT_OFF
        if value == "planned" and done and not put_off and metric.event != "ceasefire" and not _adjective(marks, anchor):
            return "completed"
        if value == "completed" and published is not None and first is not None and first > published:
            return "planned"
        return value
    if published is not None and first is not None:
        return "planned" if first > published else "completed"
    if any(word in MODALS and word not in ("'ll",) for word in sentence.lower[:a]):
        return "planned"
    if metric.otherwise != "completed" and _declared(sentence, max(anchor + 1, b)):
        return "planned"
    if metric.event == "ceasefire" and _in_force(sentence, min(anchor, a), anchor + 1):
        return "completed"
    if sentence.lower[b - 1] in _PACTS and not _REACHED.isdisjoint(sentence.lower[max(0, a - 8) : a]):
        return "agreed"  # reached a 60-day ceasefire agreement
    return cast(Status, metric.otherwise)


def _is_over(sentence: Sentence, a: int) -> bool:
    """*After a two-hour meeting, she said that she hoped …*: what something else came after is over, whatever is planned now."""
    before = sentence.lower[max(0, a - 2) : a]
    return before[-1:] in (["after"], ["following"]) or (before[:1] in (["after"], ["following"]) and before[1] in _ARTICLES)


def _under_terms(sentence: Sentence) -> bool:
    """*Under the terms of the deal*: what a side must do it has agreed to."""
    lower = sentence.lower
    return any(lower[k] == "under" and not _DEALS.isdisjoint(lower[k : k + 6]) for k in range(len(lower)))


def _in_force(sentence: Sentence, i: int, j: int) -> bool:
    """*A 48-hour truce paused the clashes*, *despite a ten-day truce*, *broke the three-day truce*: one that is or was kept."""
    behind, before = sentence.lower[j : j + _KEEPS], sentence.lower[max(0, i - 4) : i]
    behind = behind[: behind.index(",")] if "," in behind else behind
    return not _KEPT.isdisjoint(behind) or not _BROKEN.isdisjoint(before)


def _owed(sentence: Sentence, mark: Mark) -> bool:
    """*The accord called for the release of 90*, *the government is required to free 90*: what has been agreed on."""
    before = sentence.lower[max(0, mark.i - 1) : mark.i]
    if mark.sense.lemma == "call for":
        return not _PACTS.isdisjoint(before)
    return mark.sense.lemma == "require" and not BE.isdisjoint(before)


def _governed(sentence: Sentence, planned: Mark, marks: list[Mark]) -> Status | None:
    """What is said of the declaring or announcing of something: *proposed to consider announcing a truce*."""
    if "ing" not in planned.sense.form and sentence.lower[planned.i - 1] != "to":
        return None
    before = [m for m in marks if m.sense.value in ("proposed", "denied") and planned.i - _CHAIN <= m.j <= planned.i]
    return cast(Status, before[-1].sense.value) if before else None


def _settled(sentence: Sentence, marks: list[Mark], anchor: int) -> bool:
    """*The deal stipulates that 90 will be freed*, *they reached an agreement under which each will free 157*."""
    for mark in marks:
        between = sentence.lower[mark.j : anchor]
        if mark.sense.lemma in _SETTLES and "that" in between:
            return True
        reached = not _REACHED.isdisjoint(sentence.lower[max(0, mark.i - 4) : mark.i])
        if mark.sense.value == "agreed" and reached and (between[:2] == ["under", "which"] or between[:1] == ["whereby"]):
            return True
    return False


def _due(sentence: Sentence, anchor: int) -> bool:
    """Whether what the event word at `anchor` names is to happen: *an exchange of 115 prisoners is to take place*."""
    lower = sentence.lower
    return any(
        mark.sense.lemma in _HAPPENS and "base" in mark.sense.form and lower[mark.i - 1] == "to" and lower[mark.i - 2] in ("is", "are")
        for mark in sentence.of("status")
        if anchor < mark.i <= anchor + _SUBJECT
    )


def _idle(sentence: Sentence, mark: Mark, metric: Metric) -> bool:
    """Whether a status word is part of a set phrase, an adjective or a circumstance: *a more extended truce*, *under the deal*."""
    word, after = sentence.lower[mark.i], sentence.lower[mark.j : mark.j + 1]
    if metric.kind == "ordinal" and mark.sense.value == "agreed":
        return True  # agreed at the second round: the round was held
    if mark.sense.lemma == "dispute" and "participle" in mark.sense.form and sentence.lower[mark.i - 1] in _ARTICLES:
        return True  # in the disputed region
    if word == "back" and sentence.lower[mark.i - 1] not in ("to", "will", "would", "not", "they", "we"):
        return True  # head back home
    if mark.sense.lemma in _PACTS and not {"under", "within"}.isdisjoint(sentence.lower[max(0, mark.i - 3) : mark.i]):
        return True  # under the Istanbul agreements
    if mark.sense.lemma in _EXTENDS and any(m.j in (mark.i, mark.i - 1) and m.sense.value == "proposed" for m in sentence.marks):
        return True  # proposed extending, or to extend, the truce
    if mark.i and mark.sense.form <= _NOMINAL and sentence.lower[mark.i - 1] in _ARTICLES:
        return metric.kind == "ordinal" or not _CIRCUMSTANCES.isdisjoint(sentence.lower[max(0, mark.i - 2) : mark.i - 1])
    if mark.sense.lemma in _HAPPENS and "since" in sentence.lower[max(0, mark.i - _SINCE) : mark.i]:
        return True  # 59 exchanges since the war began
    return word == "according" or (word == "starting" and after == ["point"]) or (mark.i > 0 and sentence.lower[mark.i - 1] == "more")


def _declared(sentence: Sentence, j: int) -> bool:
    """*A truce announced by Moscow*: what a side declares, it plans."""
    return any(sentence.lower[k : k + 2] in (["announced", "by"], ["declared", "by"], ["ordered", "by"]) for k in range(j, j + 3))


def _asked(sentence: Sentence, marks: list[Mark], anchor: int) -> bool:
    """*Called on the rebels to extend the truce*: what is asked for is not agreed."""
    asking = [mark for mark in marks if mark.sense.value == "proposed" and mark.sense.lemma in _ASKING and mark.j <= anchor]
    return any(
        mark.sense.value == "agreed"
        and mark.i
        and sentence.lower[mark.i - 1] == "to"
        and any(ask.j < mark.i <= ask.j + _ASKED for ask in asking)
        for mark in marks
    )


def _adjective(marks: list[Mark], anchor: int) -> bool:
    """*The planned release*: what was planned, whatever became of it."""
    return any(mark.j == anchor and "participle" in mark.sense.form and mark.sense.value == "planned" for mark in marks)


def _relative_done(sentence: Sentence, j: int, marks: list[Mark]) -> bool:
    """*an exchange, which took place …*: a relative clause right behind says that it happened."""
    pronoun = next((i for i in range(j, min(j + 3, len(sentence.lower))) if sentence.lower[i] == "which"), None)
    if pronoun is None:
        return False
    return any(
        mark.sense.value == "completed"
        and "past" in mark.sense.form
        and pronoun < mark.i <= pronoun + 3
        and mark.sense.lemma in ("take place", "conclude", "finish", "complete")
        for mark in marks
    )


def _state(sentence: Sentence, binding: Binding, marks: list[Mark], anchor: int, a: int, b: int) -> Status:
    """For states and attacks: their own status unless the sentence denies or expects them."""
    fixed = cast(Status, binding.metric.status)
    for mark in marks:
        if mark.sense.value == "denied" and mark.j <= min(anchor, a) and _distance(sentence, mark.j, min(anchor, a)) < 9:
            return "denied"
    if binding.mark is not None and binding.mark.sense.kind == "verb":
        at = sentence.before(binding.mark.i)
        word = sentence.lower[at] if at >= 0 else ""
        helper = sentence.lower[sentence.before(at)] if at > 0 else ""
        if fixed == "reported" and (word in ("will", "shall") or (word == "be" and helper == "will")):
            return "planned"
    return "planned" if _foreseen(sentence, a, b) else fixed


def _foreseen(sentence: Sentence, a: int, b: int) -> bool:
    """Whether a number is one to come: *could swell to 90,000*, *expected to total 90,000*; not *may have killed 90*."""
    number = next((k for k in range(a, b) if sentence.lower[k][0].isdigit()), a)
    before = sentence.lower[max(0, number - _AHEAD) : number]
    for i, word in enumerate(before):
        foreseen = word in _FUTURE or (word in ("expected", "projected", "forecast") and before[i + 1 : i + 2] == ["to"])
        if foreseen and not {"have", "be", ",", "and", "that"} & set(before[i:]) and before[-1] in ("to", "total", "reach", "number"):
            return True
    return False
