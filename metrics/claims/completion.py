"""What the rest of the report adds to a claim: the date, party or status that its own sentence leaves out. Pure functions of claims."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Mapping
from datetime import date, timedelta

from metrics.claims.actors import Conflict, Gazetteer
from metrics.claims.catalogue import Metric
from metrics.claims.dates import When
from metrics.claims.newsday import Lead
from metrics.model import Claim, Figure, replace

_DayOf = Callable[[int, str], When | None]  # the day of an event of a kind that the n-th sentence names
_LeadOf = Callable[[], Lead | None]  # the day of the report's news
_LEAD = 6  # sentences whose day is taken for the day that the report is about
_HEAD = 4  # sentences with which a report opens
_ZONES = timedelta(1)  # how far ahead of the page's date a day may lie, by time zones
_STAGES = timedelta(3)  # what an exchange may last whose days are those of another figure
_FRESH = timedelta(10)  # an exchange longer ago than this is background, and lends its day to no other figure
_SUMMED = ("in total", "combined", "so far", "total toll")  # what adds up many days
_KIDNAPPED = ("hostage", "student", "pupil", "abduct", "kidnap", "girl", "boy", "civilian")
_CAPTIVE = (*_KIDNAPPED, "captive", "child")


def continued(claim: Claim, last: Claim, figure: Figure) -> Claim:
    """A list item says only its number: the rest is the figure's before it, but who says so only within a sentence."""
    same = claim.quote_start == last.quote_start
    return replace(
        claim,
        metric=last.metric,
        party=claim.party or last.party,
        basis=claim.basis or last.basis,
        status=last.status,
        event_kind=last.event_kind,
        category=claim.category or (last.category if (figure.head is None or figure.elided) and not claim.rule.endswith(":part") else None),
        event_from=claim.event_from or last.event_from,
        event_to=claim.event_to or last.event_to,
        speaker=claim.speaker or (last.speaker if same else None),
        speaker_side=claim.speaker_side or (last.speaker_side if same else None),
    )


def complete(
    claims: list[Claim],
    metrics: Mapping[str, Metric],
    sentence_of: list[int],
    day: _DayOf,
    lead: _LeadOf,
    conflict: Conflict | None,
    gazetteer: Gazetteer,
    children: str | None,
    published: date | None = None,
) -> list[Claim]:
    """Claims with dates, parties and statuses that other sentences of the report give; `children`: whose children it tells of."""
    exchanges = [claim for claim in claims if claim.event_kind == "exchange" and metrics[claim.metric].kind != "age"]
    out = [_aged(claim, metrics[claim.metric], exchanges) for claim in claims]
    known = _Known(out, metrics, published)
    known.raided = any(claim.event_kind == "attack" and sentence_of[i] < _HEAD for i, claim in enumerate(out))
    out = [_partied(claim, metrics[claim.metric], known, conflict, gazetteer, children) for claim in out]
    out = _carried(out, metrics, sentence_of, conflict)
    out = _spanned(_agreed_at(out, metrics, sentence_of))
    return _placed([_dated(claim, metrics[claim.metric], known, sentence_of[i], day, lead) for i, claim in enumerate(out)])


_MOREOVER = ("Moreover", "In addition", "Additionally", "Furthermore", "Besides")
_BACK_TO = 3  # sentences back to the figure whose party an elided one shares


def _carried(claims: list[Claim], metrics: Mapping[str, Metric], sentence_of: list[int], conflict: Conflict | None) -> list[Claim]:
    """Victims without a party are those of the sentences before, while the report has told of one party's alone."""
    if conflict is not None and conflict.civil:
        return claims
    out: list[Claim] = []
    seen: set[str] = set()
    last, party = -_BACK_TO, None
    for i, claim in enumerate(claims):
        if metrics[claim.metric].toll and claim.category not in ("militant", "foreigner"):
            told = claim.event_kind == "attack" and claim.sides == (conflict.sides if conflict else None)
            fits = claim.party is None and told and not _BOTH.search(claim.quote) and not _of_a_war(claim)
            if fits and party and sentence_of[i] - last <= 1 and claim.quote.startswith(_MOREOVER):
                claim = replace(claim, party=party)
            elif fits and len(seen) == 1 and sentence_of[i] - last <= _BACK_TO:
                claim = replace(claim, party=next(iter(seen)))
            if claim.party and not claim.part:
                seen.add(claim.party)
                last, party = sentence_of[i], claim.party
        out.append(claim)
    return out


_OUTCOME = ("agree", "deal", "result", "outcome", "follow", "under the", "after the")


def _agreed_at(claims: list[Claim], metrics: Mapping[str, Metric], sentence_of: list[int]) -> list[Claim]:
    """The round of talks out of which an exchange or a truce comes, and its day, where their sentence names both."""
    rounds = {sentence_of[i]: claim for i, claim in enumerate(claims) if metrics[claim.metric].family == "ordinal"}
    out = []
    for i, claim in enumerate(claims):
        talks = rounds.get(sentence_of[i])
        if talks and claim.event_kind in ("exchange", "ceasefire") and any(word in claim.quote.casefold() for word in _OUTCOME):
            day = talks.event_from if talks.event_from == talks.event_to else None
            claim = replace(claim, round=talks.round, deal_date=claim.deal_date or day)
            if claim.event_from == claim.deal_date and claim.status in ("agreed", "planned", "proposed"):
                claim = replace(claim, event_from=None, event_to=None)
        out.append(claim)
    return out


def _spanned(claims: list[Claim]) -> list[Claim]:
    """A whole takes the days of its parts, where they are all there and have days of their own: *1,000: 390 on Friday, 610 on Saturday*."""
    parts: dict[tuple[str, int, int], list[Claim]] = {}
    for claim in claims:
        if claim.part_of is not None and claim.parts_complete and claim.event_from and claim.event_to:
            parts.setdefault((claim.metric, claim.part_of, claim.quote_start), []).append(claim)
    out = []
    for claim in claims:
        own = parts.get((claim.metric, claim.start, claim.quote_start), [])
        if own and claim.event_from is None and claim.event_to is None and sum(part.low for part in own) == claim.low:
            first, last = min(part.event_from for part in own if part.event_from), max(part.event_to for part in own if part.event_to)
            claim = replace(claim, event_from=first, event_to=last)
        out.append(claim)
    return out


def _placed(claims: list[Claim]) -> list[Claim]:
    """Talks of one round or day are in one place: the only one that the report names for them."""
    named: dict[object, set[str]] = {}
    for claim in claims:
        if claim.event_kind == "talks" and claim.place:
            for key in (claim.round, claim.event_from):
                named.setdefault(key, set()).add(claim.place)
    out = []
    for claim in claims:
        if claim.event_kind == "talks" and claim.place is None:
            keys = [key for key in (claim.round, claim.event_from) if key is not None]
            known = [named[key] for key in keys if key in named]
            if known and len(known[0]) == 1:
                claim = replace(claim, place=next(iter(known[0])))
        out.append(claim)
    return out


def shared(
    claims: list[Claim], metrics: Mapping[str, Metric], sentence_of: list[int], handed: list[bool], conflict: Conflict | None
) -> list[Claim]:
    """Claims with the party of the figures around them: of their whole, of the sentences before, or the only one that the report has.

    `handed[i]`: whether one side gives or gets the people of the i-th claim.
    """
    wholes = {(claim.metric, claim.start): claim for claim in claims}
    sided = {claim.party for claim in claims if conflict is None or conflict.side_of(claim.party)}  # a third country's are its own
    told = {claim.party for claim in claims if claim.basis == "one_side" and claim.party in sided and claim.party}
    told = told if any(claim.party in told and not claim.part for claim in claims) else set()  # a part says nothing of the rest
    out: list[Claim] = []
    for i, claim in enumerate(claims):
        whole = wholes.get((claim.metric, claim.part_of)) if claim.part_of is not None else None
        if claim.party is None and claim.basis in (None, "one_side") and metrics[claim.metric].basis:
            party = whole.party if whole and whole.basis in (None, "one_side") else None
            if party is None and (claim.category == "foreigner" or (handed[i] and "Western" in _phrase(claim))):
                claim = replace(claim, basis="one_side")  # freed by one side, and the people of none
            elif party is None and handed[i]:
                near: set[str] = set()
                for k in range(i - 1, -1, -1):
                    if sentence_of[i] - sentence_of[k] > 2:
                        break
                    party_of, metric = out[k].party, metrics[out[k].metric]
                    if party_of and party_of in sided and (metric.basis or metric.captive):
                        near.add(party_of)
                party = next(iter(near)) if len(near) == 1 else next(iter(told)) if len(told) == 1 and not near else None
            if party:
                claim = replace(claim, party=party, basis="one_side")
        out.append(claim)
    return out


def _phrase(claim: Claim) -> str:
    """The figure with the words behind it."""
    return claim.quote[max(0, claim.start - claim.quote_start) : claim.end - claim.quote_start + _PHRASE]


_OTHERS = ("western", "foreign", "— a", "– a", " - a")  # an American and an Australian
_STATE = 2  # letters of a state's key
_PHRASE = 40  # characters behind a figure that its noun stands in
_OPENING = 30  # characters of a sentence within which a word says when it was
_THEN = (" then ", "at that time", "at the time", "that day")
_BACK = ("in return", "in exchange", '"in return', "“in return")
_THAT = tuple(f"that {word}" for word in ("saw", "attack", "raid", "assault", "strike", "swap", "exchange", "release"))
_EARLIER = ("earlier", "previously", "before that")
_LATELY = ("earlier in", "earlier on", "earlier this", "earlier said", "had earlier")
_LONG_AGO = (" earlier ", " previous ", " prior ", " weeks after ", " months after ", " years after ")
_BESIDE = 32  # characters before a figure in which *earlier* is its own
_VAGUELY = (
    *("recent days", "recent weeks", "recent months", "recent years", "past few", "last few", "past several", "over the years"),
    *("during that time", "in that time", "that period", "same period"),
)
_BEFORE = {"attack": (1, 2), "exchange": (1,), "return": (1,)}  # sentences back that lend their day
_BOTH = re.compile(r"\b(?:both sides|combined)\b")  # whose figures add up two parties
_Days = tuple[date | None, date | None]


def _kind(metric: Metric) -> str:
    """Whose figures are told together: the killed and the wounded of an attack are of one side."""
    return "toll" if metric.toll else metric.key


class _Known:
    """What a report's claims tell, filed once, so that each claim is completed in constant time."""

    def __init__(self, claims: list[Claim], metrics: Mapping[str, Metric], published: date | None) -> None:
        self.published = published
        self.raided = False  # whether the report opens with an attack, so that its day is that of the attack
        self.parties: dict[tuple[str, float, float], str] = {}  # the first that the figure is given
        self.wholes: dict[tuple[str, int], str] = {}  # by where they stand
        self.owners: dict[str, set[str]] = {}
        self.guests: set[str] = set()  # countries of which there are peacekeepers alone
        self.within: dict[str, set[str]] = {}  # those of parts, among whom there may be guests
        self.days: dict[tuple[str, float, float, str], _Days] = {}
        self.lasting: dict[str, _Days] = {}  # of a state, the days that it is first given
        self.rounds: dict[int | None, list[Claim]] = {}  # dated rounds in order, by number and (None) all of them
        self.numbers: set[int | None] = set()
        self.talks: set[tuple[int | None, _Days]] = set()
        self.exchanges: set[_Days] = set()
        for claim in claims:
            days = (claim.event_from, claim.event_to)
            family = metrics[claim.metric].family
            if claim.party:
                self.wholes[claim.metric, claim.start] = claim.party
                self.parties.setdefault((claim.metric, claim.low, claim.high), claim.party)
                if "peacekeeper" in claim.quote and claim.party not in (claim.sides or "").split("-"):
                    self.guests.add(claim.party)
                if claim.category != "militant":  # who says *militants* says whose they are
                    owners = self.within if claim.part else self.owners
                    owners.setdefault(_kind(metrics[claim.metric]), set()).add(claim.party)
            if family == "ordinal":
                self.numbers.add(claim.round)
            if claim.event_from is None:
                continue
            self.days.setdefault((claim.metric, claim.low, claim.high, claim.status), days)
            if family == "state":
                self.lasting.setdefault(claim.metric, days)
            if family == "ordinal":
                for number in (claim.round, None):
                    self.rounds.setdefault(number, []).append(claim)
            if claim.event_kind == "talks":
                self.talks.add((claim.round, days))
            stale = published is not None and published - claim.event_from > _FRESH
            brief = claim.event_to is not None and claim.event_to - claim.event_from <= _STAGES
            if claim.event_kind == "exchange" and claim.status == "completed" and not claim.as_of and brief and not stale:
                self.exchanges.add(days)

    def round_days(self, claim: Claim) -> _Days | None:
        """The days of the nearest round of the claim's number; of the only talks, where no other round has them."""
        rounds = self.rounds.get(claim.round, [])
        if rounds:
            i = bisect_left(rounds, claim.start, key=lambda other: other.start)
            nearest = min(rounds[max(0, i - 1) : i + 1], key=lambda other: abs(other.start - claim.start))
            return nearest.event_from, nearest.event_to
        own = {days for number, days in self.talks if not (claim.round and number and number != claim.round)}
        others = {days for number, days in self.talks if number and claim.round and number != claim.round}
        return next(iter(own)) if len(own) == 1 and own.isdisjoint(others) else None


def _aged(claim: Claim, metric: Metric, exchanges: list[Claim]) -> Claim:
    """An age limit has the status of the exchange that it stands beside."""
    if metric.kind != "age":
        return claim
    i = bisect_left(exchanges, claim.start, key=lambda other: other.start)
    near = [other for other in exchanges[max(0, i - 1) : i + 1] if abs(other.quote_start - claim.quote_start) < 600]
    return replace(claim, status=min(near, key=lambda other: abs(other.start - claim.start)).status) if near else claim


def _partied(claim: Claim, metric: Metric, known: _Known, conflict: Conflict | None, gazetteer: Gazetteer, children: str | None) -> Claim:
    """The party that the report gives for the same figure, or for children of whom it speaks.

    Captives of an armed group, where nothing else is told, are the state's.
    """
    if metric.subject == "children" and children is not None:
        return replace(claim, party=children, basis=claim.basis or ("one_side" if metric.basis else None))
    if claim.party or claim.basis in ("per_side", "total") or claim.category == "foreigner":
        return claim
    if claim.part_of is not None and metric.family == "state" and (claim.metric, claim.part_of) in known.wholes:
        return replace(claim, party=known.wholes[claim.metric, claim.part_of])
    party = known.parties.get((claim.metric, claim.low, claim.high)) if claim.bound != "vague" else None
    owners = known.owners.get(_kind(metric), set()) if metric.one_party else set()
    if owners and conflict:
        owners = owners | known.within.get(_kind(metric), set()).intersection(conflict.keys)
    if conflict is not None and any(not _of(owner, conflict, gazetteer) for owner in owners):
        owners = set()  # elsewhere, in another story
    if conflict is not None and conflict.civil and metric.toll and claim.category not in ("soldier", "officer"):
        owners = set()  # in a civil war the others may be of either side, or of none
    if party is None and len(owners) == 1 and not _of_a_war(claim) and claim.category != "militant" and "both sides" not in claim.quote:
        party = next((owner for owner in owners if claim.category == "soldier" or owner not in known.guests), None)
    if party is None and metric.captive and conflict is not None:
        states = [key for key in conflict.keys if len(key) == _STATE]
        words = _phrase(claim).casefold()
        if (
            len(states) == 1
            and not any(other in words for other in _OTHERS)
            and (
                any(word in words for word in (_KIDNAPPED if conflict.civil else _CAPTIVE))
                or "abducted" in claim.quote
                or "kidnapped" in claim.quote
            )
        ):
            party = states[0]
    if party is None:
        return claim
    one_sided = claim.basis is None and metric.basis
    return replace(claim, party=party, basis="one_side" if one_sided else claim.basis)


def _of_a_war(claim: Claim) -> bool:
    """*A conflict that has killed 10,000*: the dead of both sides."""
    before = claim.quote[: claim.start - claim.quote_start][-_PHRASE:]
    return any(f"{war}{behind}" in before for war in ("war", "conflict", "insurgency") for behind in (" that", " which", ", which", " has"))


def _of(party: str, conflict: Conflict, gazetteer: Gazetteer) -> bool:
    """Whether a party stands on a side of the conflict, or is the land of one."""
    return conflict.side_of(party) is not None or party in (
        gazetteer.place_of.get(conflict.keys[0]),
        gazetteer.place_of.get(conflict.keys[1]),
    )


def _dated(claim: Claim, metric: Metric, known: _Known, n: int, day: _DayOf, lead: _LeadOf) -> Claim:
    """The day of the same figure elsewhere, of the sentence before, or the day that the report is about."""
    if claim.event_from or claim.event_to or claim.event_kind is None or claim.as_of or metric.total:
        return claim
    days = _days_of(claim, metric, known, n, day, lead)
    behind = claim.status in ("completed", "reported")
    if days and behind and known.published and days[0] and days[0] - known.published > _ZONES:
        return claim  # what has happened did not happen on a day ahead
    return replace(claim, event_from=days[0], event_to=days[1]) if days else claim


def _before_that(claim: Claim) -> bool:
    """Whether the figure is of an event before the one that is told: *after an earlier swap of 390 prisoners*."""
    start = claim.start - claim.quote_start
    words = claim.quote[max(0, start - _BESIDE) : start].casefold()
    return any(word in words for word in _LONG_AGO) and not any(word in words for word in _LATELY)


def _days_of(claim: Claim, metric: Metric, known: _Known, n: int, day: _DayOf, lead: _LeadOf) -> _Days | None:
    if claim.event_kind == "talks":
        days = known.round_days(claim)
        if days is not None:
            return days
        if metric.family == "ordinal" and known.numbers - {claim.round}:
            return None
    if metric.family == "state":
        return known.lasting.get(claim.metric)
    if any(word in claim.quote.casefold() for word in _VAGUELY) or _before_that(claim):
        return None
    same = known.days.get((claim.metric, claim.low, claim.high, claim.status))
    behind = claim.status in ("completed", "reported")
    if same is not None and (behind or claim.event_kind in ("exchange", "return")):
        return same
    if not behind:
        return None
    if metric.sums is not None and claim.high >= metric.sums:
        return None if metric.toll else (None, known.published)
    if metric.toll and any(word in claim.quote.casefold() for word in _SUMMED):
        return None
    opening = claim.quote[:_OPENING].casefold()
    then = opening.startswith("then ") or any(word in opening for word in _THEN)
    if then and claim.event_kind in ("exchange", "return"):  # Kyiv then brought home 90
        when = day(n - 1, "attack")
        return (when.first, when.last) if when is not None else None
    if opening.startswith(_THAT):  # that raid killed nine: the one that the sentence before names last
        when = day(n - 1, "attack")
        return (when.first, when.last) if when is not None else None
    if opening.startswith(_EARLIER) and not opening.startswith(_LATELY):  # background, and no news of the day
        return None
    raid = claim.event_kind == "attack"
    for back in _BEFORE.get(claim.event_kind or "", ()) if metric.kind == "count" else ():
        when = day(n - back, claim.event_kind or "") if back == 1 or known.raided else None
        if when is not None and (known.published is None or when.first <= known.published):  # what is over was not tomorrow
            return when.first, when.last
    if claim.event_kind == "exchange" and len(known.exchanges) == 1:
        return next(iter(known.exchanges))
    news = None if metric.family == "ordinal" or (raid and not known.raided) else lead()
    if news is None or (news.talks and claim.event_kind != "talks"):
        return None
    head = _HEAD + 2 if metric.kind == "count" and not news.told else _LEAD // 2
    fresh = raid or claim.event_kind == "talks" or n < head or opening.startswith(_BACK)
    return (news.first, news.last) if fresh else None
