"""The README's commands run, and what it says they print is what they print. `make readme` writes what they print into it anew."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = [line for block in re.findall(r"```sh\n(.*?)```", README, re.DOTALL) for line in block.splitlines() if line.strip()]
PRINTED = re.search(r"<!-- output of: (.*?) -->\n```text\n(.*?)```", README, re.DOTALL)


def parley(command: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    name, *arguments = shlex.split(command)
    assert name == "parley"
    return subprocess.run([sys.executable, "-m", "metrics", *arguments], cwd=cwd, capture_output=True, text=True, timeout=120)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a reader has: the sample reports, and articles of their own."""
    place = tmp_path_factory.mktemp("readme")
    shutil.copytree(ROOT / "seeds" / "reports", place / "seeds" / "reports")
    shutil.copytree(ROOT / "seeds" / "reports", place / "articles")
    return place


def test_every_command_runs(folder: Path) -> None:
    for command in COMMANDS:
        if not command.startswith("make "):
            done = parley(command, folder)
            assert (done.returncode, done.stderr) == (0, ""), command
            assert done.stdout or "-o " in command, command
    assert (folder / "out" / "voices.svg").exists()


def test_make_does_what_it_says() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert [command for command in COMMANDS if command.startswith("make ")] == ["make run", "make test"]
    assert PRINTED
    assert f"$(BIN)/{PRINTED[1]}" in makefile


def excerpt(folder: Path) -> str:
    """One conflict of the sample reports, and where the files are: … stands for what is left out."""
    assert PRINTED
    printed = parley(PRINTED[1] + " --db fresh/parley.duckdb", folder).stdout.replace("fresh/", "out/")
    conflict = re.search(
        r"^\d+(\. CONFLICT: value conflict · talks duration .*?\n)(?=\n(?:\d+\. |\S|   \w+ agrees|   Considered))",
        printed,
        re.DOTALL | re.MULTILINE,
    )
    assert conflict, printed
    return f"…\n1{conflict[1]}…\n{printed[printed.rindex('database ') :]}"


def test_what_it_prints(folder: Path) -> None:
    assert PRINTED
    assert PRINTED[2] == excerpt(folder), "`make readme` brings it up to date"


def test_the_table_of_commands_is_whole(folder: Path) -> None:
    listed = parley("parley --help", folder).stdout.partition("Commands:")[2]
    for command in (line.split()[0] for line in listed.splitlines() if line.strip()):
        assert re.search(rf"^\|.*`{command}\b", README, re.MULTILINE), command


if __name__ == "__main__":
    assert PRINTED
    start, end = PRINTED.span(2)
    with tempfile.TemporaryDirectory() as place:
        shutil.copytree(ROOT / "seeds" / "reports", Path(place) / "seeds" / "reports")
        (ROOT / "README.md").write_text(README[:start] + excerpt(Path(place)) + README[end:], encoding="utf-8")
