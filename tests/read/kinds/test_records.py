"""JSON, JSON Lines, CSV and Parquet: which column is what, days in many spellings, and what is broken."""

from __future__ import annotations

import io
import json
from datetime import date, datetime

import polars
import pytest

from metrics.read.records import day

ROWS = [
    {"Headline": "One", "Body": "Eleven walked free.", "Date": "2025-06-02", "Link": "https://example.org/1", "Source": "dawn.com"},
    {"Headline": "Two", "Body": "Twelve walked free.", "Date": "2 June 2025", "Link": None, "Source": "Herald"},
]


def csv(separator: str = ",") -> str:
    return "\n".join(separator.join(str(cell or "") for cell in row) for row in [ROWS[0], *(one.values() for one in ROWS)]) + "\n"


def parquet(rows: list[dict[str, object]]) -> bytes:
    out = io.BytesIO()
    polars.DataFrame(rows).write_parquet(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("a.csv", csv().encode()),
        ("a.tsv", csv("\t").encode()),
        ("told-by-content", csv(";").encode()),
        ("excel.csv", csv().encode("utf-16")),
        ("a.jsonl", "\n".join(map(json.dumps, ROWS)).encode()),
        ("a.json", json.dumps(ROWS, indent=2).encode()),
        ("response.json", json.dumps({"status": "ok", "response": {"total": 2, "results": ROWS}}).encode()),
        ("a.parquet", parquet(ROWS)),
        ("told-by-its-mark", parquet(ROWS)),
    ],
)
def test_common_names_are_known(given, name: str, raw: bytes) -> None:
    found, problems = given(name, raw)
    assert not problems
    assert [(one.title, one.text, one.published) for one in found] == [
        ("One", "Eleven walked free.", date(2025, 6, 2)),
        ("Two", "Twelve walked free.", date(2025, 6, 2)),
    ]
    assert [(one.url, one.publisher) for one in found] == [("https://example.org/1", "Dawn"), (None, "Herald")]
    assert len({one.sha256 for one in found}) == 2


@pytest.mark.parametrize("name", ["a.csv", "a.jsonl", "a.json", "a.parquet"])
def test_columns_that_the_user_names(given, name: str) -> None:
    rows: list[dict[str, object]] = [{"text": "a note", "inhalt": "Eleven walked free.", "tag": "2025-06-02", "date": "1999-01-01"}]
    raw = {
        "a.csv": b"text,inhalt,tag,date\na note,Eleven walked free.,2025-06-02,1999-01-01\n",
        "a.jsonl": json.dumps(rows[0]).encode(),
        "a.json": json.dumps(rows).encode(),
        "a.parquet": parquet(rows),
    }[name]
    (document,), _ = given(name, raw, columns=(("text", "inhalt"), ("published", "tag")))
    assert (document.text, document.published) == ("Eleven walked free.", date(2025, 6, 2))
    found, problems = given(name, raw, columns=(("text", "nowhere"),))
    assert not found
    assert "no column named nowhere" in problems[0].message


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("2025-06-02T23:30:00-08:00", date(2025, 6, 2)),
        ("2025-06-02 10:15:00", date(2025, 6, 2)),
        ("Mon, 02 Jun 2025 10:15:00 GMT", date(2025, 6, 2)),
        ("June 2, 2025", date(2025, 6, 2)),
        ("20250602", date(2025, 6, 2)),
        ("20250602T101500Z", date(2025, 6, 2)),
        ("25/06/2025", date(2025, 6, 25)),
        ("06/25/2025", date(2025, 6, 25)),
        ("2.6.2025", date(2025, 6, 2)),
        (1748858400, date(2025, 6, 2)),
        (1748858400000, date(2025, 6, 2)),
        ("1748858400", date(2025, 6, 2)),
        (datetime(2025, 6, 2, 10), date(2025, 6, 2)),
        ("02/06/2025", None),  # two days, and nothing says which
        ("20251399", None),
        ("soon", None),
        (17, None),
        (float("inf"), None),
        (float("nan"), None),
        (True, None),
        (None, None),
    ],
)
def test_days(said: object, meant: date | None) -> None:
    assert day(said) == meant


def test_one_bad_line_among_many(given) -> None:
    lines = [json.dumps({"text": f"{number} walked free."}) for number in range(3000)]
    lines[1500] = '{"text": "cut off'
    found, (problem,) = given("a.jsonl", "\n".join(lines))
    assert len(found) == 2999
    assert problem.origin.endswith("a.jsonl#1501")


def test_lines_in_other_encodings(given) -> None:
    lines = [
        b'{"text": "Eleven walked free \xe2\x80\x94 at last."}',
        b'{"text": "Twelve caf\xe9s"}',
        b'{"text": "\x00\xff"}',
        b'{"text": "Last."}',
    ]
    found, (problem,) = given("a.jsonl", b"\n".join(lines))
    assert [one.text for one in found] == ["Eleven walked free — at last.", "Twelve cafés", "Last."]
    assert problem.origin.endswith("#3")


def test_a_line_without_end_is_passed_over(given, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("metrics.read.source.Source.lines.__defaults__", (1000,))
    long = json.dumps({"text": "x" * 5000})
    for name, first in (("a.jsonl", '{"text": "First."}'), ("a.csv", "text,id\nFirst.,")):
        found, (problem,) = given(name, f"{first}\n{long}\n{first.rpartition(chr(10))[2]}\n".encode())
        assert [one.text for one in found] == ["First.", "First."]
        assert "a line longer than" in problem.message


@pytest.mark.parametrize(
    ("raw", "texts", "says"),
    [
        ('[{"text": "One."}, {"text": "Two."', ["One."], "JSON cut off at character 34"),
        ('[{"text": "One."}, {"text": "Two.", "read": tru', ["One."], "JSON cut off at character 47"),
        (
            '[{"text": "One."}, {"text" "Two."}, {"text": "Three."}]',
            ["One.", "Three."],
            "at character 27: Expecting ':' delimiter; 17 char",
        ),
        ('[{"text" "One."}, {"text": "Two."}]', ["Two."], "no valid JSON at character 9"),
        ('[{"text": "One."} {"text": "Two."}, {"text": "Three."}]', ["One.", "Three."], "no valid JSON at character 18; 18 characters"),
        (
            '{"articles": [{"text": "One."}, {"text": "Two"}}, {"text": "Three."}]}',
            ["One.", "Two", "Three."],
            "no valid JSON at character 47",
        ),
        ('[{"text": "One."}, {"text" "Two."}]', ["One."], "the rest, 8 bytes, is passed over"),
        ('[{"text": "One."}, x]', ["One."], "the rest, 2 bytes, is passed over"),
        (
            '[{"id": 1, "title": "A", "text": "One."}, {"id": 2, "by": [{"id": 7, "a": 1}, {"id": 8}] "text": "Two."}, '
            '{"id": 3, "text": "Three."}]',
            ["One.", "Three."],
            "no valid JSON at character 89",
        ),
        ('[{"text": "One."}, 5, {"text": "Two."}]', ["One.", "Two."], "no JSON object"),
        ('[{"text": "One."}, {"a": ' + "[" * 100_000 + "]" * 100_000 + "}]", ["One."], "nested too deep"),
        ('{"data": ' * 5000, [], "nested too deep"),
        ('{"text": "One.", "entries": ["a", "b"]}', ["One."], None),
        ("[]", [], "empty"),
    ],
)
def test_broken_json(given, raw: str, texts: list[str], says: str | None) -> None:
    found, problems = given("a.json", raw)
    assert [one.text for one in found] == texts
    assert [says in problem.message for problem in problems] == ([True] if says else [])


def test_many_broken_objects_take_no_long_time(given) -> None:
    raw = '[{"text": "One."}' + ', {"text": "' * 300_000
    found, problems = given("a.json", raw)
    assert [one.text for one in found] == ["One."]
    assert len(problems) == 1


def test_a_long_json_file_is_read_piece_by_piece(given) -> None:
    rows = [{"id": number, "text": f"{number} walked free. " * 30} for number in range(2000)]
    found, problems = given("a.json", json.dumps({"articles": rows}, indent=1))
    assert not problems
    assert [one.record_id for one in found] == [str(number) for number in range(2000)]


def test_markup_in_a_field(given) -> None:
    (document,), _ = given(
        "a.json", '[{"content": {"rendered": "<p>Eleven &amp; <b>twelve</b>.</p><p>More.</p>"}, "source": {"id": 1, "name": "Dawn"}}]'
    )
    assert (document.text, document.publisher) == ("Eleven & twelve.\nMore.", "Dawn")


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (b"PAR1 and no more", "no readable Parquet"),
        (parquet([{"x": 1}]), "no column named text among x"),
        (parquet(ROWS)[:-20], "no readable Parquet"),
    ],
)
def test_parquet_that_cannot_be_read(given, raw: bytes, says: str) -> None:
    found, (problem,) = given("a.parquet", raw)
    assert not found
    assert says in problem.message


def test_a_table_whose_quotes_never_close(given) -> None:
    found, problems = given("a.csv", 'text,id\nFirst.,1\n"never closed,2\n' + "x,3\n" * 100)
    assert found[0].text == "First."
    assert len(found) + len(problems) == 2
