"""Whose a proposed figure is: *Russia proposed* names no speaker, but a side. Pure functions of an analysed sentence."""

from __future__ import annotations

from metrics.claims.actors import Conflict, Gazetteer
from metrics.claims.binding import Binding
from metrics.claims.clause import Sentence
from metrics.claims.memory import Speaker
from metrics.claims.transfers import giver

_BOTH = 14  # words from the first of two subjects to *agree*
_DEMANDS = frozenset(["demand", "ask", "request", "call for", "call on", "urge", "insist", "want", "appeal", "must"])


def demanded(sentence: Sentence, proposer: str | None, conflict: Conflict | None) -> bool:
    """Whether a side demands its own people back, rather than offering the other side's."""
    if conflict is None or not conflict.side_of(proposer):
        return False
    return any(mark.sense.lemma in _DEMANDS for mark in sentence.of("status"))


def mediated(sentence: Sentence, a: int, conflict: Conflict | None) -> bool:
    """Whether one side agrees with somebody who is no party, so that the other is still to agree: *Trump and Putin agreed to a truce*."""
    if conflict is None:
        return False
    for mark in sentence.marks:
        if mark.sense.kind == "status" and mark.sense.value == "agreed" and mark.j <= a:
            named = [named for named in sentence.actors if named.j <= mark.i and mark.i - named.j <= _BOTH and named.actor.key]
            last = named[-1] if named else None
            first = next((other for other in reversed(named) if last and other.actor.key != last.actor.key), None)
            if first and last and "and" in sentence.lower[first.j : last.i]:
                return [conflict.side_of(first.actor.key), conflict.side_of(last.actor.key)].count(None) == 1
    return False


def attributed(
    sentence: Sentence, binding: Binding, a: int, speaker: Speaker | None, side: str | None, conflict: Conflict | None, gazetteer: Gazetteer
) -> tuple[Speaker | None, str | None, str | None]:
    """Speaker, side and proposer of a proposed figure: *Russia proposed* names no speaker, but a side."""
    asking = giver(sentence, a) if binding.metric.asked and speaker is None else None
    if asking:
        return None, asking, asking  # Kyiv handed Moscow a list
    marks = [mark for mark in sentence.of("status") if mark.sense.value == "proposed"]
    anchor = binding.mark.i if binding.mark else a
    place = min(anchor, a)
    first = min((mark.i for mark in marks), default=0)
    for mark in sorted(
        marks, key=lambda mark: (mark.sense.lemma == "must" and mark.i > first, abs(mark.i - place))
    ):  # A insists that B must
        if ";" in sentence.lower[min(mark.i, place) : max(mark.i, place)]:
            continue
        left = [
            named
            for named in sentence.actors
            if named.j <= mark.i
            and mark.i - named.j <= 9
            and not (mark.sense.lemma == "must" and named.j == mark.i)  # who must is asked, and proposes nothing
            and (
                named.actor.kind == "person"
                or not conflict
                or conflict.side_of(named.actor.key)
                or (named.j == mark.i and named.actor.key)  # a U.S. proposal is Washington's, though no party's
            )
        ]
        if not left:
            by = next((i for i in range(mark.j, min(mark.j + 6, len(sentence.lower))) if sentence.lower[i] == "by"), None)
            left = [named for named in sentence.actors if by is not None and by < named.i <= by + 3]
        if not left:
            continue
        actor = left[-1].actor
        key = actor.key
        if len(left) > 1 and sentence.lower[left[-2].j : left[-1].i] == ["and"] and left[-2].actor.key != key:
            continue  # Kyiv and Moscow want: nobody's alone
        if actor.kind == "person":
            offered = speaker is None and sentence.words[left[-1].j - 1].endswith(("'s", "’s"))  # condemned Putin's offer
            return speaker, key if offered and conflict and conflict.side_of(key) else side, key
        if speaker is None or speaker.key is None or not speaker.name not in gazetteer.names.values():
            return None, key if conflict and conflict.side_of(key) else side, key
        return speaker, side, key
    return speaker, side, side if side != "third" else None
