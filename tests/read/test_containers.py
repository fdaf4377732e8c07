"""gzip, zstandard and zip: what they hold, with limits, and never a byte on the disk."""

from __future__ import annotations

import gzip
import io
import json
import os
import struct
import sys
import zipfile
from pathlib import Path

import pytest

from metrics.model import Document
from metrics.read import containers, read

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

TEXT = b"Eleven walked free."
LINES = b"".join(json.dumps({"text": f"{number} walked free. {os.urandom(30).hex()}"}).encode() + b"\n" for number in range(4000))


def zipped(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


@pytest.mark.parametrize(
    "raw",
    [gzip.compress(TEXT), zstd.compress(TEXT), gzip.compress(TEXT[:5]) + gzip.compress(TEXT[5:]), gzip.compress(TEXT) + b"\0" * 50],
    ids=["gzip", "zstd", "two gzips", "gzip and zeros"],  # the bytes hold the second at which they were packed: no name for a test
)
def test_packed_files(given, raw: bytes) -> None:
    (document,), problems = given("told-by-content", raw)
    assert not problems
    assert document.text.encode() == TEXT


def test_the_members_of_a_zip_archive(given, tmp_path: Path) -> None:
    raw = zipped(
        {
            "a.txt": TEXT,
            "b/c.jsonl.gz": gzip.compress(LINES),
            "in.zip": zipped({"d.txt": TEXT}),
            "__MACOSX/._a": b"x",
            ".DS_Store": b"x",
            "e/": b"",
        }
    )
    found, problems = given("all.zip", raw)
    assert not problems
    assert len(found) == 4002
    places = [one.origin.rpartition("all.zip")[2] for one in found]
    assert (places[0], places[1], places[-1]) == ("!a.txt", "!b/c.jsonl.gz#1", "!in.zip!d.txt")
    assert [path.name for path in tmp_path.iterdir()] == []


def test_names_that_lead_out_of_the_archive_are_only_names(given, tmp_path: Path) -> None:
    found, _ = given("a.zip", zipped({"../../escaped.txt": TEXT, "/etc/escaped.txt": TEXT}))
    assert [one.origin.rpartition("a.zip")[2] for one in found] == ["!../../escaped.txt", "!/etc/escaped.txt"]
    assert not list(tmp_path.parent.parent.glob("escaped.txt"))
    assert not Path("/etc/escaped.txt").exists()


def test_archives_within_archives_have_an_end(given) -> None:
    found, (problem,) = given("a.zip", zipped({"b.zip": zipped({"c.txt.gz": gzip.compress(TEXT)}), "d.txt": TEXT}))
    assert [one.text.encode() for one in found] == [TEXT]
    assert problem.origin.endswith("a.zip!b.zip!c.txt.gz")
    assert "an archive within 2 archives" in problem.message


@pytest.mark.parametrize("pack", [gzip.compress, zstd.compress])
def test_a_file_that_is_cut_off_gives_what_came_before(given, pack) -> None:
    raw = pack(LINES)
    found, problems = given("a.jsonl.gz", raw[: len(raw) // 2])
    assert 400 < len(found) < 3600
    assert "cut off" in problems[-1].message
    assert all(one.text.count("walked free") == 1 for one in found)


def test_broken_packed_data(given) -> None:
    raw = bytearray(gzip.compress(LINES))
    raw[len(raw) // 2 : len(raw) // 2 + 20] = b"\xff" * 20
    _, problems = given("a.jsonl.gz", bytes(raw))
    assert any("packed data broken after" in problem.message for problem in problems)


@pytest.mark.parametrize("name", ["a.gz", "a.jsonl.gz", "a.zip", "a.zst"])
def test_a_bomb_is_told_and_the_rest_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setattr(containers, "_FREE", 1 << 20)
    zeros = b"0" * (8 << 20)
    raw = {"a.zip": zipped({"zeros.txt": zeros, "b.txt": TEXT}), "a.zst": zstd.compress(zeros)}.get(name, gzip.compress(zeros))
    (tmp_path / name).write_bytes(raw)
    (tmp_path / "z.txt").write_bytes(TEXT)
    *problems, last = read([str(tmp_path)])
    assert isinstance(last, Document)
    assert len(problems) == 1
    assert "archive bomb" in problems[0].message
    assert problems[0].origin.startswith(str(tmp_path / name))


def test_members_that_overlap_add_up(given, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(containers, "_FREE", 1 << 20)
    found, problems = given("a.zip", zipped({f"{number}.txt": b"walked free. " * 50_000 for number in range(8)}))
    assert len(found) < 8
    assert "archive bomb" in problems[-1].message


def test_locked_and_broken_members_cost_themselves_alone(given) -> None:
    raw = bytearray(zipped({"a.txt": TEXT, "b.txt": TEXT}))
    at = raw.index(b"PK\x01\x02")
    raw[at + 8 : at + 10] = struct.pack("<H", 1)  # the bit that says *encrypted*
    raw[6:8] = struct.pack("<H", 1)
    found, (problem,) = given("a.zip", bytes(raw))
    assert [one.origin.rpartition("!")[2] for one in found] == ["b.txt"]
    assert problem.origin.endswith("a.zip!a.txt")
    assert "encrypted" in problem.message


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (b"PK\x03\x04 and no more", "no readable zip archive"),
        (zipped({"[Content_Types].xml": b"<a/>", "word/document.xml": b"<a/>"}), "Office"),
        (zipped({}), "an archive without files"),
        (b"\x1f\x8b\x08garbage", "broken"),
    ],
)
def test_what_cannot_be_unpacked(given, raw: bytes, says: str) -> None:
    found, (problem,) = given("a", raw)
    assert not found
    assert says in problem.message
