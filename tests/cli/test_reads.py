"""The options of reading, `explain` for a report's day, and what a person sees of input that cannot be read."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest


def reports(parley: Callable, db: Path) -> list[dict[str, object]]:
    return list(json.loads(parley("reports", "--db", db, "--format", "json").out))


def test_columns_kind_and_the_day_of_the_pages(parley: Callable, tmp_path: Path) -> None:
    table, db = tmp_path / "table.data", tmp_path / "a.duckdb"
    table.write_text("inhalt,tag\nNine aid workers walked out of the forest.,2019-03-10\n")
    done = parley("load", table, "--db", db, "--kind", "csv", "--text-column", "inhalt", "--date-column", "tag")
    assert (done.code, done.err) == (0, "")
    page = tmp_path / "page.txt"
    page.write_text(
        "Latest news with #Goma\nAFP\n2 days ago\n- World\nRebels free nine\nNine walked out.\n"
        "AP\n3 days ago\n- World\nTalks drag on\nNo end.\n"
    )
    assert parley("load", page, "--db", db, "--read-on", "2020-01-10").code == 0
    assert sorted(str(row["published"])[:10] for row in reports(parley, db)) == ["2019-03-10", "2020-01-07", "2020-01-08"]


@pytest.mark.parametrize(
    ("options", "said"),
    [(["--kind", "word"], "there is no kind of input 'word': it is one of csv, feed"), (["--read-on", "soon"], "'--read-on'")],
)
def test_wrong_options_are_one_line(parley: Callable, tmp_path: Path, options: list[str], said: str) -> None:
    done = parley("load", tmp_path, "--db", tmp_path / "a.duckdb", *options)
    assert (done.code, done.out) == (2, "")
    assert said in done.err
    assert done.err.count("\n") == 1
    assert not (tmp_path / "a.duckdb").exists()


def test_a_report_in_words_and_as_data(parley: Callable, db: Path) -> None:
    report = str(reports(parley, db)[0]["report_id"])
    done = parley("explain", report, "--db", db)
    assert done.code == 0
    assert "2025, stated by a line of its own at the head" in done.out
    told = json.loads(parley("explain", report, "--db", db, "--format", "json").out)
    assert told["report_id"] == report
    assert told["dating"]["stated_by"] == "a line of its own at the head"


def test_the_clues_of_a_day_fit_the_terminal(parley: Callable, tmp_path: Path) -> None:
    text, db = tmp_path / "a.txt", tmp_path / "a.duckdb"
    text.write_text(
        "The shelling of Stepanakert went on, officials said on Monday. US Secretary of State Mike Pompeo will meet both ministers "
        "on Friday, October 23, in Washington. A truce of October 18 did not hold.\n"
    )
    assert parley("load", text, "--db", db).code == 0
    done = parley("explain", str(reports(parley, db)[0]["report_id"]), "--db", db)
    assert "inferred from" in done.out
    assert "Friday, October 23" in done.out
    assert max(map(len, done.out.splitlines())) <= 80


def test_a_missing_library_is_named_with_the_line_that_brings_it(parley: Callable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("trafilatura", "feedparser", "fastwarc.warc", "pypdf", "backports.zstd", "compression.zstd"):
        monkeypatch.setitem(sys.modules, module, None)
    (tmp_path / "a.html").write_text("<html><body><p>Nine walked out.</p></body></html>")
    (tmp_path / "b.rss").write_text("<rss><channel><item><title>Nine walked out</title></item></channel></rss>")
    (tmp_path / "c.warc").write_text("WARC/1.0\r\n")
    (tmp_path / "d.pdf").write_text("%PDF-1.4")
    (tmp_path / "e.zst").write_bytes(b"\x28\xb5\x2f\xfd....")
    (tmp_path / "f.txt").write_text("Nine walked out.")
    done = parley("load", tmp_path, "--db", tmp_path / "a.duckdb")
    assert done.code == 1
    for extra in ("html", "feeds", "warc", "pdf", "zst"):
        assert f"pip install 'parley-metrics[{extra}]'" in done.err
    assert done.err.count("\n") == 5
    assert "1 document" in done.out


def test_nothing_but_our_own_lines_is_said_of_broken_files(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.4\ngarbage")
    (tmp_path / "b.html").write_text("<html><body></body></html>")
    (tmp_path / "c.rss").write_text("<rss><channel><item><title>Nine walked out</title>")
    command = [sys.executable, "-m", "metrics", "load", str(tmp_path), "--db", str(tmp_path / "a.duckdb")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert all(line.startswith(f"parley: {tmp_path}") for line in done.stderr.splitlines()[:3])
    assert len([line for line in done.stderr.splitlines() if "Traceback" in line or "EOF marker" in line]) == 0
