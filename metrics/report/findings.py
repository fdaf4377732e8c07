"""What a report is made of: discrepancies with what agrees and what was considered beside them, filtered, by event."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from metrics.model import Mistake

Row = Mapping[str, Any]

SEVERITIES = ("conflict", "note")  # from the heaviest
FEW = 30  # how many known values a complaint lists


@dataclass(frozen=True)
class Findings:
    """All that one report shows. `found` is how many discrepancies there were before any filter, `reports` and `claims` how much was read.

    With `since`, each of `discrepancies` has its `change` (new, changed) and what it `was`; `settled` no longer stand.
    """

    discrepancies: Sequence[Row]
    agreements: Sequence[Row] = ()
    not_flagged: Sequence[Row] = ()
    settled: Sequence[Row] = ()
    since: str | None = None
    found: int = 0
    reports: int = 0
    claims: int = 0

    def events(self) -> list[Event]:
        """By event: those with conflicts first, then those with notes, then those over which nothing disagrees; each group in time."""
        groups: dict[object, Event] = {}
        for name, rows in (("discrepancies", self.discrepancies), ("agreements", self.agreements), ("not_flagged", self.not_flagged)):
            for row in rows:
                event = groups.setdefault(row["event_id"], Event(str(row["event_id"]), str(row["event"])))
                getattr(event, name).append(row)
        return sorted(groups.values(), key=lambda event: event.weight)


@dataclass
class Event:
    """One event, with what is said of it; conflicts come before notes."""

    event_id: str
    name: str
    discrepancies: list[Row] = field(default_factory=list)
    agreements: list[Row] = field(default_factory=list)
    not_flagged: list[Row] = field(default_factory=list)

    @property
    def weight(self) -> int:
        """0 where a conflict is among its discrepancies, 1 where notes alone are, 2 where there are none."""
        return min((SEVERITIES.index(row["severity"]) for row in self.discrepancies), default=len(SEVERITIES))


@dataclass(frozen=True)
class Wanted:
    """What a reader wants to see: each filter names the values that may pass, and an empty one lets all pass."""

    metrics: Sequence[str] = ()
    kinds: Sequence[str] = ()
    severities: Sequence[str] = ()
    events: Sequence[str] = ()
    sides: Sequence[str] = ()

    def of(self, findings: Findings, known: Mapping[str, Sequence[str]]) -> Findings:
        """The findings that pass. `known` lists each `metric`, `kind` and `side` that there is; any other is a Mistake that names them."""
        known = {**known, "severity": SEVERITIES}
        for name, values in (("metric", self.metrics), ("kind", self.kinds), ("severity", self.severities), ("side", self.sides)):
            for value in values:
                if value not in known[name]:
                    raise Mistake(f"there is no {name} {value!r}; there {_listed(known[name])}")
        rows = [*findings.discrepancies, *findings.agreements, *findings.not_flagged, *findings.settled]
        names = {str(row["event_id"]): str(row["event"]) for row in rows}
        for value in self.events:
            if not any(_is_event(value, event_id, name) for event_id, name in names.items()):
                raise Mistake(f"there is no event {value!r} in the report; there {_listed(sorted(names.values()))}")

        def kept(rows: Iterable[Row]) -> list[Row]:
            return [row for row in rows if self._passes(row)]

        shown = [row for row in kept(findings.discrepancies) if self._flagged(row)]
        events = {row["event_id"] for row in shown} if self.kinds or self.severities else names.keys()
        return replace(
            findings,
            discrepancies=shown,
            settled=[row for row in kept(findings.settled) if self._flagged(row)],
            agreements=[row for row in kept(findings.agreements) if row["event_id"] in events],
            not_flagged=[row for row in kept(findings.not_flagged) if row["event_id"] in events],
        )

    def _passes(self, row: Row) -> bool:
        return (
            (not self.metrics or row["metric"] in self.metrics)
            and (not self.events or any(_is_event(value, str(row["event_id"]), str(row["event"])) for value in self.events))
            and (not self.sides or not set(self.sides).isdisjoint(str(row["sides"] or "").split("-")))
        )

    def _flagged(self, row: Row) -> bool:
        return (not self.kinds or row["kind"] in self.kinds) and (not self.severities or row["severity"] in self.severities)


def since_then(findings: Findings, since: str, changes: Sequence[Row]) -> Findings:
    """What is new, changed or settled since a day or run, told in words, by the store's `changes`."""
    by_id = {row["id"]: row for row in changes if row["change"] != "settled"}
    shown = [{**row, "change": by_id[row["id"]]["change"], "was": by_id[row["id"]]} for row in findings.discrepancies if row["id"] in by_id]
    events = {row["event_id"] for row in shown}
    return replace(
        findings,
        since=since,
        discrepancies=shown,
        settled=[row for row in changes if row["change"] == "settled"],
        agreements=[row for row in findings.agreements if row["event_id"] in events],
        not_flagged=[row for row in findings.not_flagged if row["event_id"] in events],
    )


Bearing = Mapping[tuple[object, ...], Sequence[Row]]  # pairs by metric, event and stage


def bearing(not_flagged: Iterable[Row]) -> Bearing:
    """The pairs that were considered and not flagged, by the metric, event and stage that either figure is of."""
    pairs: dict[tuple[object, ...], list[Row]] = {}
    for pair in not_flagged:
        for place in dict.fromkeys((pair["metric"], pair[side]["event_id"], pair[side]["stage"]) for side in ("one", "other")):
            pairs.setdefault(place, []).append(pair)
    return pairs


def considered(row: Row, pairs: Bearing) -> Sequence[Row]:
    """The pairs that bear on a discrepancy: of its metric, with a figure of its event and stage."""
    return pairs.get((row["metric"], row["event_id"], row["stage"]), ())


def _is_event(value: str, event_id: str, name: str) -> bool:
    """Whether a reader means this event: by its id, or by words of its name."""
    return value == event_id or value.casefold() in name.casefold()


def _listed(values: Sequence[str]) -> str:
    more = f" and {len(values) - FEW} more" if len(values) > FEW else ""
    return f"{'is' if len(values) == 1 else 'are'}: {'; '.join(values[:FEW])}{more}" if values else "are none"
