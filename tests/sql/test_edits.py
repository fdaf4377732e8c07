"""A report whose text was edited: a figure that is another now is shown with the older one, which counts for nothing else."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from metrics.model import Claim, Document, Extraction, Report, content_id
from metrics.store import Store

SWAP, LATER = date(2025, 5, 23), date(2025, 5, 24)
ADDRESS = "https://post.example/swap"
MAIN: dict[str, Any] = {"metric": "prisoners_exchanged", "status": "completed", "basis": "per_side", "event_from": SWAP, "event_to": SWAP}
UNDATED = {"event_from": None, "event_to": None}
ONE_ORIGIN = [("single_origin", [(390, False), (390, False)])]
PROSE = (
    "The buses reached the crossing before noon, and families who had waited since dawn held up pictures of the missing while officials "
    "read out the names one after the other from a list that nobody had seen before."
)
Read = tuple[Document, list[Extraction]]


def version(number: int, *said: dict[str, Any], url: str | None = ADDRESS, path: str = "", published: date = LATER) -> Read:
    """The article as it was taken on the day of that number: a sentence for each figure."""
    given = [MAIN | one for one in said]
    sentences = [f"In version {number}, line {n}, {one['low']} were freed." for n, one in enumerate(given)]
    text = "\n".join([PROSE, *sentences])
    origin = path or f"{number}.html"
    about: dict[str, Any] = {"publisher": "The Post", "published": published}
    document = Document(content_id("doc", text), origin, text, str(number), url=url, retrieved=date(2025, 6, number), **about)
    name = content_id("r", url or origin, text)
    report = Report(name, document.document_id, origin, text, 0, len(text), title="Prisoners freed", published_basis="stated", **about)
    claims = []
    for sentence, one in zip(sentences, given, strict=True):
        start = text.index(sentence)
        told: dict[str, Any] = {"start": start, "end": start + 2, "high": one["low"], "bound": "exact", "unit": "person"}
        told |= {"quote": sentence, "quote_start": start, "rule": "made", "sides": "RU-UA", "event_kind": "exchange"}
        claims.append(Claim(**told | one))
    return document, [Extraction(report, (), tuple(claims), ())]


def found(path: Path, *loads: list[Read]) -> list[tuple[str, list[tuple[float, bool]]]]:
    """Kind, figures and whether they are an older version's, of all that is flagged."""
    with Store(path / "p.duckdb") as store:
        for load in loads:
            store.load(load)
        rows: list[Any] = store.discrepancies()
    return [(row["kind"], sorted((voice["low"], voice["older_version"]) for voice in row["voices"])) for row in rows]


@pytest.mark.parametrize(
    ("case", "versions", "flagged"),
    [
        ("another figure", [version(1, {"low": 390}), version(2, {"low": 270})], [("revision", [(270, False), (390, True)])]),
        (
            "one of two figures",
            [version(1, {"low": 390}, {"low": 27, "category": "civilian"}), version(2, {"low": 390}, {"low": 72, "category": "civilian"})],
            [("revision", [(27, True), (72, False)])],
        ),
        (
            "told twice",
            [version(1, {"low": 390}, {"low": 390}), version(2, {"low": 270}, {"low": 270})],
            [("revision", [(270, False), (390, True)])],
        ),
        (
            "two older versions",
            [version(1, {"low": 390}), version(2, {"low": 307}), version(3, {"low": 270})],
            [("revision", [(270, False), (307, True), (390, True)])],
        ),
        (
            "a bounding word",
            [version(1, {"low": 390}), version(2, {"low": 390, "bound": "over"})],
            [("bound_changed", [(390, False), (390, True)])],
        ),
        (
            "no day, but one day's paper",
            [version(1, {"low": 390} | UNDATED), version(2, {"low": 270} | UNDATED)],
            [("revision", [(270, False), (390, True)])],
        ),
        ("nothing changed", [version(1, {"low": 390}), version(2, {"low": 390})], []),
        ("taken out", [version(1, {"low": 390}, {"low": 27, "category": "civilian"}), version(2, {"low": 390})], []),
        ("put in", [version(1, {"low": 390}), version(2, {"low": 390}, {"low": 27, "category": "civilian"})], []),
        ("of something else", [version(1, {"low": 390}), version(2, {"low": 27, "category": "civilian"})], []),
        ("of another day", [version(1, {"low": 390}), version(2, {"low": 307, "event_from": LATER, "event_to": LATER})], []),
        ("of another speaker", [version(1, {"low": 390, "speaker": "Ada Berg"}), version(2, {"low": 307, "speaker": "Jan Holm"})], []),
        ("agreed, then done", [version(1, {"low": 390, "status": "agreed"}), version(2, {"low": 307})], []),
        ("two for one", [version(1, {"low": 390}, {"low": 27}), version(2, {"low": 307})], []),
        (
            "no day, and another day's paper",
            [version(1, {"low": 390} | UNDATED), version(2, {"low": 307} | UNDATED, published=date(2025, 5, 25))],
            [],
        ),
        ("another address", [version(1, {"low": 390}), version(2, {"low": 390}, url="https://post.example/b")], ONE_ORIGIN),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_an_edit_changed(tmp_path: Path, case: str, versions: list[Read], flagged: list[Any]) -> None:
    for number, loads in enumerate(([versions], [[one] for one in versions], [[one] for one in reversed(versions)])):
        folder = tmp_path / str(number)
        folder.mkdir()
        assert found(folder, *loads) == flagged, "at once, one after the other, the newest first"


def test_a_file_written_over(tmp_path: Path) -> None:
    first, second = (version(number, {"low": low}, url=None, path="a.txt") for number, low in ((1, 390), (2, 391)))
    assert found(tmp_path, [first], [second]) == [("revision", [(390, True), (391, False)])]


def test_the_older_version_counts_for_nothing_else(tmp_path: Path) -> None:
    others = [version(5, {"low": 390}, url="https://times.example/a"), version(6, {"low": 391}, url="https://times.example/b")]
    tables = ("voices", "events", "positions", "support", "best_figures")
    with Store(tmp_path / "newest.duckdb") as store:
        store.load([version(2, {"low": 270}), *others])
        plain = {name: store.frame(name).drop("realm", strict=False).rows() for name in tables}
        kinds = [(row["kind"], row["gap"]) for row in store.discrepancies() if row["kind"] != "revision"]
    with Store(tmp_path / "both.duckdb") as store:
        store.load([version(1, {"low": 390}), version(2, {"low": 270}), *others])
        assert {name: sorted(map(str, store.frame(name).drop("realm", strict=False).rows())) for name in tables} == {
            name: sorted(map(str, rows)) for name, rows in plain.items()
        }
        told: list[Any] = store.discrepancies()
        assert [(row["kind"], row["gap"]) for row in told if row["kind"] != "revision"] == kinds
        (edited,) = [row for row in told if row["kind"] == "revision"]
        assert (edited["reports"], edited["origins"], edited["severity"], edited["gap"]) == (1, 1, "note", 120)
        assert "in another version: the text of the report was edited." in edited["sentence"]
        assert {voice["quote"].split(",")[0] for voice in edited["voices"]} == {"In version 1", "In version 2"}
        assert {row["low"] for row in store.reasoning(edited["id"])} == {270, 390}
