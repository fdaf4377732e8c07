"""`parley against`: a draft held against the sample reports, in the forms that it is printed in; the database stays as it is."""

from __future__ import annotations

import io
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from metrics.folders import folder

Parley = Callable[..., Any]  # conftest's

DRAFT = (
    "The talks between Ukraine and Russia in Istanbul on 2 June 2025 lasted two hours.\n\n"
    "On 2 June 2025 Kyiv and Moscow agreed to swap up to 1,200 prisoners from each side.\n\n"
    "In May the two sides exchanged 1,000 prisoners each. Some 12 tonnes of fish were sold for 300 euros.\n\n"
    "Israel freed 90 prisoners on 19 January 2025.\n"
)
TALKS = "page-after-the-talks.txt"


@pytest.fixture(scope="module")
def db(parley: Parley, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database of the sample reports."""
    path = tmp_path_factory.mktemp("samples") / "parley.duckdb"
    assert parley("load", folder("seeds") / "reports", "--db", path).code == 0
    return path


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "draft.txt"
    path.write_text(DRAFT, encoding="utf-8")
    return path


def told(parley: Parley, db: Path, text: str, tmp_path: Path, day: str = "2025-06-04") -> dict[str, Any]:
    path = tmp_path / "said.txt"
    path.write_text(text, encoding="utf-8")
    done = parley("against", path, "--db", db, "--date", day, "--format", "json")
    assert (done.code, done.err) == (0, "")
    found: dict[str, Any] = json.loads(done.out)
    return found


def verdicts(found: dict[str, Any]) -> list[tuple[str, float, str]]:
    return [(figure["metric"], figure["low"], figure["verdict"]) for figure in found["figures"]]


def test_what_the_record_says(parley: Parley, db: Path, tmp_path: Path) -> None:
    found = told(parley, db, DRAFT, tmp_path)
    assert verdicts(found) == [
        ("talks_duration", 2, "conflict"),
        ("prisoners_exchanged", 1200, "agrees"),
        ("prisoners_exchanged", 1000, "agrees"),
        ("prisoners_exchanged", 90, "new"),
    ]
    hours, up_to, may, _ = found["figures"]
    assert [(said["relation"], said["severity"], said["bound"], said["publisher"]) for said in hours["record"]] == [
        ("value_conflict", "conflict", "under", "The Hindu"),
        ("compatible_difference", "note", "over", "BreakingNews.ie"),
    ]
    assert hours["event"] == "round 2 of talks of 2 June 2025, RU-UA"
    assert {said["relation"] for said in up_to["record"]} == {"agrees", "compatible_difference"}
    assert {said["speaker"] for said in may["record"] if said["relation"] == "agrees"} == {"Sergey Lavrov", None}
    assert {said["relation"] for said in may["record"]} == {"agrees", "category_shift"}
    assert not any(said["copied"] for figure in found["figures"] for said in figure["record"])
    for figure in found["figures"]:
        for said in figure["record"]:
            start = said["start"] - said["quote_start"]
            assert said["quote"][start : start + said["end"] - said["start"]].strip()


def test_every_figure_is_accounted_for(parley: Parley, db: Path, tmp_path: Path) -> None:
    found = told(parley, db, DRAFT, tmp_path)
    rest = {(figure["text"], figure["reason"]) for figure in found["not_held"]}
    assert {("Some 12 tonnes", "unbound"), ("2 June 2025", "date")} <= rest
    assert all(DRAFT[figure["start"] : figure["end"]] == figure["text"] for figure in found["not_held"])


def test_standard_input(parley: Parley, db: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(DRAFT.encode())))
    assert parley("against", "-", "--db", db).out.startswith("stdin: 4 figures held against the record: ")


def test_the_page(parley: Parley, db: Path, draft: Path) -> None:
    done = parley("against", draft, "--db", db, "--date", "2025-06-04")
    assert done.code == 0
    lines = done.out.splitlines()
    assert lines[:2] == [
        "draft.txt: 4 figures held against the record: 1 in conflict, 2 agreed, 1 new",
        "The draft's day: 2025-06-04 (stated).",
    ]
    assert lines[3:15] == [
        "1. CONFLICT · talks duration: 2 hours, completed",
        '   "The talks between Ukraine and Russia in Istanbul on 2 June 2025 lasted >>two',
        '   hours<<."',
        "   round 2 of talks of 2 June 2025, RU-UA",
        "   · value conflict: less than 1 hour, completed, at least 1 hour apart (1",
        "     origin of 1 report)",
        f"     The Hindu, 5 June 2025; {TALKS} at 255",
        "       \"Monday's meeting of the Ukrainian and Russian negotiators in Istanbul",
        '       ended >>within an hour<<, and the fighting goes on."',
        "   · compatible difference: more than 1 hour, completed (1 origin of 1 report)",
        f"     BreakingNews.ie, 4 June 2025; {TALKS} at 1993",
        '       "The second round of talks on Monday lasted >>just over an hour<<."',
    ]
    assert max(map(len, lines)) <= 80
    assert "Not held against anything:" in done.out
    assert "“Some 12 tonnes”" in done.out


def test_markdown(parley: Parley, db: Path, tmp_path: Path) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text(DRAFT.replace("Some 12 tonnes of fish", "Some 12 <b>tonnes</b> of [fish](x)"), encoding="utf-8")
    lines = parley("against", draft, "--db", db, "--date", "2025-06-04", "--format", "markdown").out.splitlines()
    assert lines[0] == "# draft.txt: 4 figures held against the record: 1 in conflict, 2 agreed, 1 new"
    assert '> "The talks between Ukraine and Russia in Istanbul on 2 June 2025 lasted **two hours**."' in lines
    place = f"BreakingNews.ie, 4 June 2025; {TALKS} at 1993"
    assert f'  - {place}: "The second round of talks on Monday lasted **just over an hour**."' in lines
    assert not any("<b>" in line for line in lines)


def test_an_undated_draft_says_so(parley: Parley, db: Path, tmp_path: Path) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text("Russia and Ukraine swapped 1,000 prisoners each on Monday.\n", encoding="utf-8")
    done = parley("against", draft, "--db", db)
    assert "The draft names no day of its own" in done.out
    may = "1,000 prisoners each side, completed (exchange of 23–25 May 2025, RU-UA)"
    assert f"of other events the record has {may}" in " ".join(done.out.split())
    (figure,) = json.loads(parley("against", draft, "--db", db, "--format", "json").out)["figures"]
    assert (figure["verdict"], figure["event_from"], figure["event_to"]) == ("new", None, None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On 23 May 2025 to 25 May 2025 Russia and Ukraine swapped 1,000 prisoners of war each.", ("agrees", "agrees")),
        ("The talks in Istanbul on 2 June 2025 between Ukraine and Russia lasted just over an hour.", ("disputed", "value_conflict")),
        ("The talks in Istanbul on 2 June 2025 between Ukraine and Russia lasted less than 20 minutes.", ("conflict", "value_conflict")),
    ],
)
def test_verdicts(text: str, expected: tuple[str, str], parley: Parley, db: Path, tmp_path: Path) -> None:
    (figure,) = told(parley, db, text, tmp_path)["figures"]
    assert (figure["verdict"], figure["record"][0]["relation"]) == expected


def test_an_unknown_never_silently_equals_a_known(parley: Parley, db: Path, tmp_path: Path) -> None:
    text = "An exchange of 1,000 prisoners between Russia and Ukraine took place on 23 to 25 May 2025."
    (figure,) = told(parley, db, text, tmp_path)["figures"]
    assert figure["basis"] is None
    assert {tuple(said["untold"]) for said in figure["record"] if said["relation"] == "agrees"} == {("basis",)}
    page = parley("against", tmp_path / "said.txt", "--db", db, "--date", "2025-06-04").out
    assert "agrees as far as is told (basis in one of them alone): 1,000 prisoners each side" in " ".join(page.split())


def test_what_a_reviewer_decided_is_said(parley: Parley, db: Path, draft: Path, tmp_path: Path) -> None:
    mine = Path(shutil.copy(db, tmp_path / "mine.duckdb"))
    rows = json.loads(parley("discrepancies", "--db", mine, "--format", "json").out)
    talks = next(row for row in rows if row["metric"] == "talks_duration")
    assert parley("review", talks["id"], "--decision", "range", "--note", "Both heard.", "--by", "Ann", "--db", mine).code == 0
    said = "reviewed: Ann takes it for a range, with no single figure ("
    for form in ("table", "markdown"):
        out = parley("against", draft, "--db", mine, "--date", "2025-06-04", "--format", form).out
        assert " ".join(out.split()).count(said) == 1


def test_words_that_the_draft_copies_confirm_nothing(parley: Parley, db: Path, tmp_path: Path) -> None:
    whole = (folder("seeds") / "reports" / "stamped.txt").read_text(encoding="utf-8")
    found = told(parley, db, "For the record.\n\n" + whole, tmp_path)
    copied = {said["origin"].rsplit("/", 1)[-1]: said["copied"] for figure in found["figures"] for said in figure["record"]}
    assert copied["stamped.txt"]
    assert not copied[TALKS]


@pytest.mark.parametrize(
    ("text", "code"), [(DRAFT, 1), ("In May Russia and Ukraine exchanged 1,000 prisoners each.", 0), ("No figures.", 0)]
)
def test_fail_on_conflict(text: str, code: int, parley: Parley, db: Path, tmp_path: Path) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text(text, encoding="utf-8")
    assert parley("against", draft, "--db", db, "--date", "2025-06-04", "--fail-on", "conflict").code == code
    assert parley("against", draft, "--db", db, "--date", "2025-06-04").code == 0


def test_nothing_is_stored(parley: Parley, db: Path, draft: Path) -> None:
    before = {path.name: path.read_bytes() for path in db.parent.iterdir()}
    for form in ("table", "markdown", "json"):
        assert parley("against", draft, "--db", db, "--date", "2025-06-04", "--format", form).code == 0
    assert {path.name: path.read_bytes() for path in db.parent.iterdir()} == before


def test_a_draft_that_is_in_the_record_is_not_held_against_itself(parley: Parley, db: Path) -> None:
    done = parley("against", folder("seeds") / "reports" / "stamped.txt", "--db", db, "--format", "json")
    assert done.code == 0
    origins = {said["origin"] for figure in json.loads(done.out)["figures"] for said in figure["record"]}
    assert not any(origin.endswith("stamped.txt") for origin in origins)


@pytest.mark.parametrize(
    ("arguments", "code"),
    [(("none.txt",), 1), (("-", "--date", "yesterday"), 2), (("-", "--fail-on", "note"), 2), (("-", "--format", "csv"), 2), ((), 2)],
)
def test_mistakes(arguments: tuple[str, ...], code: int, parley: Parley, db: Path, elsewhere: Path) -> None:
    done = parley("against", *arguments, "--db", db)
    assert (done.code, done.out) == (code, "")
    assert len(done.err.splitlines()) == 1


def test_an_empty_record(parley: Parley, draft: Path, tmp_path: Path) -> None:
    db = tmp_path / "empty.duckdb"
    (tmp_path / "none.txt").write_text("Nothing to count.\n", encoding="utf-8")
    assert parley("load", tmp_path / "none.txt", "--db", db).code == 0
    found = json.loads(parley("against", draft, "--db", db, "--format", "json").out)
    assert {figure["verdict"] for figure in found["figures"]} == {"new"}
