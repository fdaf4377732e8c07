"""Files, folders and standard input: what is read, and the one line for what is not."""

from __future__ import annotations

import io
import json
import os
import sys
from datetime import date
from pathlib import Path

import pytest

from metrics.model import Document, Mistake, Problem
from metrics.read import Options, read
from metrics.read.encodings import EncodingError, decode
from metrics.read.kinds import kinds

TEXT = "The two sides exchanged 55 prisoners each, officials in Baku said — a “first step”."


def texts(paths: list[str]) -> list[str]:
    return [found.text for found in read(paths) if isinstance(found, Document)]


def problems(paths: list[str]) -> list[tuple[str, str]]:
    return [(found.origin, found.message) for found in read(paths) if isinstance(found, Problem)]


@pytest.mark.parametrize(
    ("encoding", "prefix"),
    [("utf-8", b""), ("utf-8-sig", b""), ("utf-16", b""), ("utf-16-be", b"\xfe\xff"), ("utf-32", b""), ("cp1252", b"")],
)
def test_encodings_that_are_read(encoding: str, prefix: bytes) -> None:
    assert decode(prefix + TEXT.encode(encoding)) == TEXT


def test_latin_1_text() -> None:
    assert decode("Le président a déclaré que douze soldats étaient libérés.".encode("latin-1")).startswith("Le président a déclaré")


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        ("Обмен военнопленными состоялся в пятницу".encode("cp1251"), "not valid UTF-8 at byte 0"),
        (("Приветствие " * 5 + "a").encode() + b"\xff plain tail", "not valid UTF-8 at byte 116"),
        ("日本の外務省は".encode("shift_jis"), "not valid UTF-8"),
        (b"abc\x00\x01\x02def", "binary"),
        (b"%PDF-1.7 and so on", "PDF"),
        (b"\x1f\x8b\x08\x00", "gzip"),
        (b"\xff\xfe\x00", "UTF-16"),
    ],
)
def test_encodings_that_are_refused(raw: bytes, says: str) -> None:
    with pytest.raises(EncodingError, match=says):
        decode(raw)


def test_folders_are_read_sorted_and_recursive(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "two.txt").write_text("Two.")
    (tmp_path / "a.txt").write_text("One.")
    (tmp_path / "c.txt").write_text("Three.")
    (tmp_path / ".hidden").write_text("No.")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "x.txt").write_text("No.")
    found = list(read([str(tmp_path)]))
    assert [document.origin for document in found] == [os.path.join(tmp_path, name) for name in ("a.txt", "b/two.txt", "c.txt")]
    assert texts([str(tmp_path)]) == ["One.", "Two.", "Three."]


def test_what_cannot_be_read_is_a_problem_and_the_rest_goes_on(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text(" \n")
    (tmp_path / "image.txt").write_bytes(b"\x89PNG\r\n\x1a\n")
    (tmp_path / "good.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "none").mkdir()
    paths = [str(tmp_path / name) for name in ("empty.txt", "missing.txt", "image.txt", "none", "good.txt")] + ["a\0b"]
    assert texts(paths) == [TEXT]
    assert [message.split(",")[0] for _, message in problems(paths)] == [
        "empty",
        "no such file or folder",
        "an image",
        "a folder without files",
        "cannot be read: embedded null byte",
    ]
    assert problems(paths)[1][0] == str(tmp_path / "missing.txt")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission(tmp_path: Path) -> None:
    path = tmp_path / "secret.txt"
    path.write_text("x")
    path.chmod(0)
    assert "permission" in problems([str(path)])[0][1]


def test_text_is_kept_as_decoded(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"One.\r\n\r\n  Two.\r")
    assert texts([str(path)]) == ["One.\r\n\r\n  Two.\r"]


def test_the_same_text_at_two_paths_is_one_document(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    first, second = read([str(tmp_path)])
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert first.document_id == second.document_id
    assert first.origin != second.origin


def test_json_lines(tmp_path: Path) -> None:
    records = [
        {"text": "One.", "id": 7, "published": "2024-03-01T23:30:00+02:00", "publisher": "Dawn", "title": "T"},
        {"text": "Two.", "url": "https://example.org/2", "unknown": [1]},
        {"text": "Three."},
    ]
    path = tmp_path / "feed.data"  # told by content, not by name
    path.write_text("\n\n".join(json.dumps(record) for record in records))
    one, two, three = read([str(path)])
    assert isinstance(one, Document)
    assert (one.origin, one.record_id, one.published, one.publisher, one.title) == (f"{path}#7", "7", date(2024, 3, 1), "Dawn", "T")
    assert (two.origin, three.origin) == ("https://example.org/2", f"{path}#5")


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("{broken", "no JSON object"),
        ("[1, 2]", "no JSON object"),
        ('{"text": ""}', "no text"),
        ('{"text": 5}', "no text"),
        ('{"title": "x"}', "no text"),
        ('{"text": "half \\ud800"}', "surrogate"),
        ("[" * 100_000, "no JSON object"),
        ('{"text": "x", "published": "soon"}', "published is no date: 'soon'"),
    ],
)
def test_bad_lines_name_their_place(tmp_path: Path, line: str, says: str) -> None:
    path = tmp_path / "feed.jsonl"
    path.write_text('{"text": "First."}\n' + line + '\n{"text": "Last."}\n')
    ((origin, message),) = problems([str(path)])
    assert origin == f"{path}#2"
    assert says in message
    assert texts([str(path)])[0] == "First."
    assert texts([str(path)])[-1] == "Last."


def test_text_that_begins_with_a_brace_is_text(tmp_path: Path) -> None:
    path = tmp_path / "note.txt"
    path.write_text("{sic} The talks lasted two hours.\nNo more is known.")
    assert len(texts([str(path)])) == 1


@pytest.mark.parametrize(("raw", "count"), [(b'{"text": "One."}\n{"text": "Two."}\n', 2), (b"Plain words.\n", 1)])
def test_standard_input(monkeypatch: pytest.MonkeyPatch, raw: bytes, count: int) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw)))
    found = list(read(["-"]))
    assert len(found) == count
    assert all(document.origin.startswith("-") for document in found)


def test_csv(tmp_path: Path) -> None:
    path = tmp_path / "feed.csv"
    path.write_text(
        'text,id,published,publisher\n"One, and\nmore.",a1,2024-03-01,Dawn\n,a2,,\nThree.,,soon,\nFour.,a4,,,extra\n', encoding="utf-8-sig"
    )
    found = list(read([str(path)]))
    documents = [one for one in found if isinstance(one, Document)]
    assert [(one.text, one.origin) for one in documents] == [
        ("One, and\nmore.", f"{path}#a1"),
        ("Three.", f"{path}#4"),
        ("Four.", f"{path}#a4"),
    ]
    assert (documents[0].published, documents[0].publisher) == (date(2024, 3, 1), "Dawn")
    assert problems([str(path)]) == [
        (f"{path}#3", "no text in this record"),
        (f"{path}#4", "published is no date: 'soon'; read without it"),
    ]


@pytest.mark.parametrize(("content", "says"), [("a,b\n1,2\n", "no column named text"), ("text,id\n", "no rows"), ("", "empty")])
def test_csv_without_texts(tmp_path: Path, content: str, says: str) -> None:
    path = tmp_path / "feed.csv"
    path.write_text(content)
    ((origin, message),) = problems([str(path)])
    assert origin == str(path)
    assert says in message


def test_patterns(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "c.md", "[x].txt"):
        (tmp_path / name).write_text(f"{name}.")
    (tmp_path / "in" / "deep").mkdir(parents=True)
    (tmp_path / "in" / "deep" / "d.txt").write_text("d.")
    assert texts([f"{tmp_path}/?.txt"]) == ["a.txt.", "b.txt."]
    assert texts([f"{tmp_path}/**/*.txt"]) == ["[x].txt.", "a.txt.", "b.txt.", "d."]
    assert texts([f"{tmp_path}/i*"]) == ["d."]
    assert texts([f"{tmp_path}/[x].txt"]) == ["[x].txt."]  # a file of that very name comes first
    assert problems([f"{tmp_path}/*.nothing"]) == [(f"{tmp_path}/*.nothing", "no file or folder fits this pattern")]


def test_links_that_lead_in_circles(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("One.")
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "up").symlink_to(tmp_path)
    (tmp_path / "in" / "itself").symlink_to(tmp_path / "in" / "itself")
    (tmp_path / "in" / "b.txt").write_text("Two.")
    (tmp_path / "linked").symlink_to(tmp_path / "in")
    assert texts([str(tmp_path)]) == ["One.", "Two."]
    told = dict(problems([str(tmp_path)]))
    assert told[f"{tmp_path}/in/up"] == "a link back to a folder above it; passed over"
    assert "symbolic links" in told[f"{tmp_path}/in/itself"]
    assert len(told) == 2


def test_a_linked_folder_is_read_as_if_it_stood_there(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "a.txt").write_text("One.")
    (tmp_path / "here").mkdir()
    (tmp_path / "here" / "link").symlink_to(tmp_path / "elsewhere")
    (found,) = read([str(tmp_path / "here")])
    assert found.origin == f"{tmp_path}/here/link/a.txt"


def test_files_that_go_while_they_are_read(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt", "c.txt"):
        (tmp_path / name).write_text(f"{name}.")
    found = read([str(tmp_path)])
    first = next(found)
    (tmp_path / "b.txt").unlink()
    rest = list(found)
    assert isinstance(first, Document)
    assert [(one.origin, getattr(one, "message", None)) for one in rest] == [
        (f"{tmp_path}/b.txt", "no such file or folder"),
        (f"{tmp_path}/c.txt", None),
    ]


def test_a_file_that_cannot_be_read_to_its_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": "One."}\n' * 20_000)
    (tmp_path / "b.txt").write_text("Last.")
    given = io.FileIO.readinto
    left = [3]

    def failing(self: io.FileIO, buffer: bytearray) -> int | None:
        left[0] -= 1
        if left[0] == 0:
            raise OSError(5, "Input/output error")
        return given(self, buffer)

    monkeypatch.setattr(
        "metrics.read.sources.open", lambda path, *_, **__: type("Failing", (io.FileIO,), {"readinto": failing})(path), raising=False
    )
    found = list(read([str(tmp_path)]))
    (problem,) = [one for one in found if isinstance(one, Problem)]
    assert (problem.origin, problem.message) == (f"{tmp_path}/a.jsonl", "cannot be read: Input/output error")
    assert found[0] != problem
    assert isinstance(found[-1], Document)
    assert found[-1].text == "Last."


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_in_a_folder_keeps_nobody_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "z.txt").write_text("One.")
    assert texts([str(tmp_path)]) == ["One."]
    assert problems([str(tmp_path)]) == [(f"{tmp_path}/pipe", "neither a file nor a folder; passed over")]


def test_what_is_wrong_with_every_record_is_told_of_a_few(tmp_path: Path) -> None:
    path = tmp_path / "feed.jsonl"
    path.write_text('{"x": 1}\n' * 1500 + '{"text": "One."}\n')
    assert texts([str(path)]) == ["One."]
    told = problems([str(path)])
    assert len(told) == 11
    assert told[-1][0] == str(path)
    assert told[-1][1].endswith("the same of 1,490 more records")


def test_the_kind_that_the_user_says(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text('{"text": "One."}\n')
    (document,) = read([str(path)], Options(kind="text"))
    assert isinstance(document, Document)
    assert document.text == '{"text": "One."}\n'
    with pytest.raises(Mistake, match="no kind of input 'word'"):
        read([str(path)], Options(kind="word"))


def test_every_kind_is_a_module_with_its_name() -> None:
    assert set(kinds()) == {"csv", "feed", "html", "json", "jsonl", "markdown", "parquet", "pdf", "telegram", "text", "warc"}


@pytest.mark.parametrize("raw", [b"", b"\0", b"<", b"{", b"[", b"PK", b"\x1f\x8b", b"%PDF", b"WARC/", b"PAR1", b"\xff\xfe", b"a,b", b"---"])
@pytest.mark.parametrize("kind", sorted(kinds()))
def test_no_kind_stumbles_over_next_to_nothing(tmp_path: Path, kind: str, raw: bytes) -> None:
    path = tmp_path / "a"
    path.write_bytes(raw)
    assert all(isinstance(found, Document | Problem) for found in read([str(path)], Options(kind=kind)))
