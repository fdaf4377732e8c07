"""A corpus of our own: sentences and short articles, labelled by the claim contract before any rule ran on them.

One JSON object a line in corpus/: `id`, `set` (`tuning`, or `aside` for every third one, whose disagreements nobody works from),
`published`, `text` and `claims`. A claim's `anchor` is the figure as written (its `nth` occurrence), `alt` holds further accepted
values, `optional` marks what may count or not. A field that a claim doesn't name is not judged.
`python tests/claims/test_corpus.py [aside]` lists every disagreement.
"""

from __future__ import annotations

import csv
import json
import math
import os
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, get_args

import pytest

from metrics.claims import catalogue
from metrics.claims.trial import read
from metrics.folders import folder
from metrics.model import Basis, Bound, Claim, Status

CORPUS = Path(__file__).parent / "corpus"
SHARED = Path(__file__).resolve().parents[3] / "shared"
CATALOGUE = catalogue.load()
FILES = {"sentences": 300, "articles": 40}
FIELDS = ("bound", "basis", "party", "category", "part", "status", "sides", "event_from", "event_to", "speaker", "speaker_side")
CATEGORIES = "soldier militant civilian officer wounded young woman child foreigner local energy".split()

# Each a little below what was measured, and raised as the rules improve. As F1 rises, harder mentions enter a field's share: with ten more
# found of those kept aside (F1 from 0.66 to 0.71), the share with the right dates went from 0.90 to 0.87; with three more, to 0.85.
FLOORS: dict[str, dict[str, float]] = {
    "tuning": {
        "f1": 0.85,
        "bound": 0.98,
        "basis": 0.94,
        "party": 0.90,
        "category": 0.98,
        "part": 0.97,
        "status": 0.97,
        "sides": 0.90,
        "event_from": 0.94,
        "event_to": 0.95,
        "speaker": 0.92,
        "speaker_side": 0.89,
    },
    "aside": {
        "f1": 0.74,
        "bound": 0.98,
        "basis": 0.97,
        "party": 0.90,
        "category": 0.96,
        "part": 0.98,
        "status": 0.94,
        "sides": 0.92,
        "event_from": 0.85,
        "event_to": 0.82,
        "speaker": 0.90,
        "speaker_side": 0.86,
    },
}

Row = dict[str, Any]


@cache
def rows(name: str) -> list[Row]:
    return [json.loads(line) for line in (CORPUS / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


def every_row() -> list[Row]:
    return [row for name in FILES for row in rows(name)]


def span(text: str, label: Row) -> tuple[int, int]:
    """Where a label's anchor stands in the text; ValueError where it doesn't."""
    start = -1
    for _ in range(label.get("nth", 1)):
        start = text.index(label["anchor"], start + 1)
    return start, start + len(label["anchor"])


def overlap(one: tuple[int, int], other: tuple[int, int]) -> int:
    return min(one[1], other[1]) - max(one[0], other[0])


def words(text: str) -> list[str]:
    """A text's words without case, accents and punctuation; thousands stay in one piece."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().casefold()
    return re.findall(r"[a-z0-9]+(?:[,.][0-9]+)*", plain.replace("defense", "defence"))


def same_speaker(one: str | None, other: str | None) -> bool:
    """The same words in any order; or surnames that begin alike, so that transliterations agree."""
    if one is None or other is None:
        return one is other
    ours, theirs = (set(words(name)) - {"the", "of", "for", "s", "a", "an"} for name in (one, other))
    persons = one[:1].isupper() and len(ours) in (2, 3) and len(ours) == len(theirs)
    return ours == theirs or (persons and words(one)[-1][:4] == words(other)[-1][:4] and words(one)[0][0] == words(other)[0][0])


def agrees(name: str, label: Row, claim: Claim) -> bool:
    said = getattr(claim, name)
    said = said.isoformat() if isinstance(said, date) else said
    accepted = [label[name], *label.get("alt", {}).get(name, [])]
    return any(same_speaker(value, said) if name == "speaker" else value == said for value in accepted)


@dataclass
class Tally:
    """How the extractor did on some rows: mentions found, missed and made up, and for each field how many of those found are right."""

    found: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    invented: Counter[str] = field(default_factory=Counter)
    judged: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    disagreements: list[tuple[str, str]] = field(default_factory=list)  # the kind of disagreement, and what it is

    def scores(self) -> dict[str, float]:
        """F1 over mentions and each field's accuracy over the mentions found."""
        found, wrong = self.found.total(), self.missed.total() + self.invented.total()
        return {"f1": 2 * found / max(1, 2 * found + wrong)} | {name: self.right[name] / max(1, self.judged[name]) for name in FIELDS}

    def add(self, row: Row) -> None:
        text, labels = row["text"], row["claims"]
        made = read(text, CATALOGUE, date.fromisoformat(row["published"]) if row["published"] else None)
        free = list(range(len(made)))
        for label in sorted(labels, key=lambda label: label.get("optional", False)):
            where = span(text, label)
            near = [
                i
                for i in free
                if made[i].metric == label["metric"]
                and math.isclose(made[i].low, label["low"], rel_tol=1e-6)
                and math.isclose(made[i].high, label["high"], rel_tol=1e-6)
                and overlap(where, (made[i].start, made[i].end)) > 0
            ]
            if near:
                best = max(near, key=lambda i: overlap(where, (made[i].start, made[i].end)))
                free.remove(best)
            if label.get("optional"):
                continue
            if near:
                self.found[label["metric"]] += 1
                self.compare(row, label, made[best])
            else:
                self.missed[label["metric"]] += 1
                self.disagreements.append(("missed", f"{row['id']} {label['metric']} {label['anchor']!r}: {quote(text, where)}"))
        doubtful = [span(text, label) for label in labels if label.get("optional")]
        for claim in (made[i] for i in free):
            where = claim.start, claim.end
            if not any(overlap(where, other) > 0 for other in doubtful):
                self.invented[claim.metric] += 1
                found = f"{claim.metric} {claim.low:g}–{claim.high:g} {text[claim.start : claim.end]!r}"
                self.disagreements.append(("invented", f"{row['id']} {found} by {claim.rule}: {quote(text, where)}"))

    def compare(self, row: Row, label: Row, claim: Claim) -> None:
        for name in FIELDS:
            if name in label:
                good = agrees(name, label, claim)
                self.judged[name] += 1
                self.right[name] += good
                if not good:
                    what = f"{row['id']} {label['metric']} {label['anchor']!r} is {label[name]}, not {getattr(claim, name)}"
                    self.disagreements.append((name, f"{what}: {quote(row['text'], span(row['text'], label))}"))


def quote(text: str, where: tuple[int, int]) -> str:
    return text[max(0, where[0] - 120) : where[1] + 100].replace("\n", " / ")


@cache
def tally(part: str, name: str = "") -> Tally:
    """The tally of one set, over both files or one."""
    result = Tally()
    for row in rows(name) if name else every_row():
        if row["set"] == part:
            result.add(row)
    return result


@pytest.mark.parametrize("part", FLOORS)
def test_claims_and_fields_stay_above_their_floors(part: str) -> None:
    scores = tally(part).scores()
    assert set(FLOORS[part]) == set(scores)
    fallen = {name: (round(scores[name], 3), floor) for name, floor in FLOORS[part].items() if scores[name] < floor}
    assert not fallen, f"score and floor: {fallen}"


@pytest.mark.parametrize("name", FILES)
def test_the_corpus_has_what_it_promises(name: str) -> None:
    kept = rows(name)
    assert len(kept) == FILES[name]
    assert len({row["id"] for row in kept}) == len({row["text"] for row in kept}) == len(kept)
    assert [row["set"] for row in kept] == ["aside" if number % 3 == 0 else "tuning" for number in range(1, len(kept) + 1)]
    if name == "sentences":
        assert 0.2 <= sum(not row["claims"] for row in kept) / len(kept) <= 0.3
        assert {label["metric"] for row in kept for label in row["claims"]} == set(CATALOGUE.metrics)
    else:
        assert all(60 <= len(row["text"].split()) <= 180 for row in kept)


def parties() -> set[str]:
    with (folder("seeds") / "parties.csv").open(encoding="utf-8", newline="") as lines:
        return {line["key"] for line in csv.DictReader(lines)}


PARTIES = parties() | {None}
LEGAL: dict[str, set[Any]] = {
    "bound": set(get_args(Bound)),
    "status": set(get_args(Status)),
    "basis": {*get_args(Basis), None},
    "party": PARTIES,
    "category": {*CATEGORIES, None},
    "part": {True, False},
    "speaker_side": PARTIES | {"third"},
}


def values(label: Row, name: str) -> Iterator[Any]:
    if name in label:
        yield label[name]
    yield from label.get("alt", {}).get(name, [])


@pytest.mark.parametrize("row", every_row(), ids=lambda row: row["id"])
def test_labels_are_legal(row: Row) -> None:
    assert set(row) == {"id", "set", "published", "text", "claims"}
    assert row["published"] is None or date.fromisoformat(row["published"])
    for label in row["claims"]:
        assert set(label) <= {"anchor", "nth", "metric", "low", "high", "alt", "optional", *FIELDS}
        assert label["metric"] in CATALOGUE.metrics
        assert 0 < label["low"] <= label["high"]
        assert "bound" in label
        assert "status" in label
        assert set(label.get("alt", {})) <= set(FIELDS) & set(label)
        start, end = span(row["text"], label)
        assert row["text"][start:end] == label["anchor"]
        for name, legal in LEGAL.items():
            assert set(values(label, name)) <= legal, (name, label["anchor"])
        for sides in values(label, "sides"):
            keys = sides.split("-") if sides else []
            assert keys == sorted(keys)
            assert set(keys) <= PARTIES
        days = [label.get("event_from"), label.get("event_to")]
        assert all(date.fromisoformat(day) for name in ("event_from", "event_to") for day in values(label, name) if day)
        assert None in days or days[0] <= days[1]


def shingles(text: str, size: int = 7) -> set[tuple[str, ...]]:
    said = words(text)
    return {tuple(said[i : i + size]) for i in range(len(said) - size + 1)}


def test_no_sentence_is_taken_from_a_real_document() -> None:
    texts = [*SHARED.glob("seeds/*.txt"), *SHARED.glob("gold/dev/*/texts/*.txt")]
    if not texts:
        if os.environ.get("PARLEY_SHARED_REQUIRED") == "1":
            pytest.fail(f"no texts in {SHARED}")
        pytest.skip("the real documents are not on this machine")
    taken = set().union(*(shingles(path.read_text(encoding="utf-8", errors="replace")) for path in texts))
    assert not {row["id"]: shared for row in every_row() if (shared := shingles(row["text"]) & taken)}


def main(part: str = "tuning") -> None:
    """Print every disagreement of a set by kind, then both sets' scores."""
    said = sorted(tally(part).disagreements)
    print(*(f"{kind:12s} {what}" for kind, what in said), sep="\n")
    print(*(f"{kind:12s} {count}" for kind, count in Counter(kind for kind, _ in said).most_common()), sep="\n")
    for name in ("tuning", "aside"):
        for source in ("", *FILES):
            one = tally(name, source)
            print(name, source or "all", f"found {one.found.total()} missed {one.missed.total()} invented {one.invented.total()}", end=" ")
            print(*(f"{key} {score:.3f}" for key, score in one.scores().items()))


if __name__ == "__main__":
    main(*sys.argv[1:2])
