"""`parley serve` and `parley site` as a user meets them."""

from __future__ import annotations

import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from tests.site.databases import REPORTS, loaded

PARLEY = [sys.executable, "-m", "metrics"]


def got(address: str) -> str:
    with urllib.request.urlopen(address, timeout=20) as answer:
        text: str = answer.read().decode()
        return text


def refused(request: urllib.request.Request) -> bool:
    with pytest.raises(urllib.error.HTTPError) as error:
        urllib.request.urlopen(request, timeout=20)
    return error.value.code == 404


def test_the_pages_follow_the_database(tmp_path: Path) -> None:
    db = loaded(tmp_path, [])
    before = db.parent.joinpath("parley.duckdb").read_bytes()
    command = [*PARLEY, "serve", "--db", str(db), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        line = server.stdout.readline()
        found = re.match(r"(http://127\.0\.0\.1:\d+/) shows .*; Ctrl-C ends it$", line)
        assert found, line
        address = found.group(1)
        assert "Nothing was read yet" in got(address)
        assert db.read_bytes() == before
        for hidden in (".parley-site", "data/", "charts/../../parley.duckdb"):
            assert refused(urllib.request.Request(address + hidden))
        assert refused(urllib.request.Request(address, headers={"Host": "elsewhere.example"}))
        loaded(tmp_path, [REPORTS[3]])
        give_up = time.monotonic() + 60
        while "Nothing was read yet" in got(address):
            assert time.monotonic() < give_up, "the pages stay as they were"
            time.sleep(0.3)
        server.send_signal(signal.SIGINT)
        _, errors = server.communicate(timeout=30)
        assert (server.returncode, errors) == (0, "")


def test_a_port_that_is_taken(tmp_path: Path) -> None:
    db = loaded(tmp_path, [])
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = subprocess.run([*PARLEY, "serve", "--db", str(db), "--port", str(port)], capture_output=True, text=True, timeout=60)
    assert done.returncode == 1
    assert re.fullmatch(rf"parley: port {port} cannot be had: .*; choose another with --port\n", done.stderr)


def test_what_the_site_command_says(tmp_path: Path) -> None:
    db = loaded(tmp_path, [])
    done = subprocess.run([*PARLEY, "site", "out/site", "--db", str(db)], capture_output=True, text=True, timeout=60, cwd=tmp_path)
    assert re.fullmatch(r"\d+ pages, \d\.\d MB: open out/site/index\.html\n", done.stdout), done.stderr
    (tmp_path / "out" / "site" / ".parley-site").unlink()
    done = subprocess.run([*PARLEY, "site", "out/site", "--db", str(db)], capture_output=True, text=True, timeout=60, cwd=tmp_path)
    assert (done.returncode, len(done.stderr.splitlines())) == (1, 1)
    assert "--force" in done.stderr
