"""Colours where a terminal shows them, and nowhere else."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest

from metrics.cli.terminal import coloured
from tests.cli.conftest import Parley

ESCAPE = "\x1b["


def on_a_terminal(*arguments: str, **environment: str) -> str:
    """What a command shows on a terminal of 80 columns."""
    outer, inner = pty.openpty()
    kept = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "TERM")}
    told = kept | {"TERM": "xterm-256color", "COLUMNS": "80"} | environment
    shown = b""
    with subprocess.Popen([sys.executable, "-m", "metrics", *arguments], stdout=inner, stderr=inner, env=told) as process:
        os.close(inner)
        while True:
            try:
                part = os.read(outer, 65536)
            except OSError:  # how a terminal on Linux says that its other end is gone
                break
            if not part:
                break
            shown += part
    os.close(outer)
    assert process.returncode == 0, shown
    return shown.decode().replace("\r\n", "\n")


def test_a_terminal_shows_the_piped_page_in_colours(parley: Parley, db: Path) -> None:
    piped = parley("discrepancies", "--db", db, "-f", "table").out
    shown = on_a_terminal("discrepancies", "--db", str(db))
    assert ESCAPE not in piped
    assert ESCAPE in shown
    assert re.sub(r"\x1b\[[0-9;]*m", "", shown).split() == piped.split()


@pytest.mark.parametrize("environment", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_none_where_they_are_not_wanted(db: Path, environment: dict[str, str]) -> None:
    assert ESCAPE not in on_a_terminal("discrepancies", "--db", str(db), **environment)


def test_json_stays_plain(db: Path) -> None:
    assert ESCAPE not in on_a_terminal("discrepancies", "--db", str(db), "-f", "json")


@pytest.mark.parametrize(
    ("page", "shown"),
    [
        ("1. CONFLICT: value", "1. \x1b[1;31mCONFLICT\x1b[0m: value"),
        ("conflict: value", "\x1b[1;31mconflict\x1b[0m: value"),
        ("no conflict: value", "no conflict: value"),
        ("The talks\n=========", "\x1b[1mThe talks\x1b[0m\n========="),
        ("lasted >>an hour<<.", "lasted >>\x1b[1man hour\x1b[0m<<."),
        ("d-0123456789abcdef", "\x1b[2md-0123456789abcdef\x1b[0m"),
        (">>" * 3 + "<", ">>" * 3 + "<"),
    ],
)
def test_what_stands_out(page: str, shown: str) -> None:
    assert coloured(page) == shown
