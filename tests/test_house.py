"""What the repository promises of itself: its files, its dependencies, its sizes."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

import metrics
from metrics.folders import folder

ROOT = Path(__file__).resolve().parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
READERS = [extra for extra in PROJECT["project"]["optional-dependencies"] if extra != "dev"]
SOURCES = sorted(path for top in ("metrics", "dashboards", "tests", "benchmarks") for path in (ROOT / top).rglob("*.py"))


@pytest.mark.parametrize("name", ["README.md", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "Makefile", ".ci/run", "requirements.lock"])
def test_the_files_that_a_newcomer_looks_for(name: str) -> None:
    assert (ROOT / name).stat().st_size > 100


def test_the_license_is_whole() -> None:
    text = (ROOT / "LICENSE").read_text()
    assert "Version 2.0, January 2004" in text
    assert "END OF TERMS AND CONDITIONS" in text
    assert PROJECT["project"]["license"] == "Apache-2.0"


def names(requirements: list[str]) -> set[str]:
    """Without the project itself, whose extras may name one another."""
    found = {re.split(r"[<>=!~; \[]", requirement)[0].lower().replace(".", "-") for requirement in requirements}
    return found - {PROJECT["project"]["name"]}


def test_the_core_stays_small() -> None:
    assert names(PROJECT["project"]["dependencies"]) == {"altair", "duckdb", "jinja2", "pint", "polars", "typer", "vl-convert-python"}
    assert all(">=" in requirement for requirement in PROJECT["project"]["dependencies"])


@pytest.mark.parametrize(("lock", "extras"), [("requirements.lock", []), ("requirements-dev.lock", ["dev", *READERS])])
def test_the_lock_has_every_dependency(lock: str, extras: list[str]) -> None:
    wanted = names(PROJECT["project"]["dependencies"]).union(
        *(names(PROJECT["project"]["optional-dependencies"][extra]) for extra in extras)
    )
    text = (ROOT / lock).read_text()
    assert wanted <= set(re.findall(r"^([a-z0-9-]+)==", text, re.MULTILINE))
    assert text.count("--hash=sha256:") > text.count("==")


def test_the_two_locks_agree() -> None:
    pins = [
        set(re.findall(r"^[a-z0-9-]+==\S+", (ROOT / lock).read_text(), re.MULTILINE))
        for lock in ("requirements.lock", "requirements-dev.lock")
    ]
    assert pins[0] <= pins[1]


def test_the_change_log_knows_the_version() -> None:
    assert re.search(rf"^## {re.escape(metrics.__version__)}\b", (ROOT / "CHANGELOG.md").read_text(), re.MULTILINE)


@pytest.mark.parametrize("name", ["seeds", "sql", "dashboards"])
def test_the_folders_are_found(name: str) -> None:
    assert folder(name) == ROOT / name


def test_a_folder_that_is_missing() -> None:
    with pytest.raises(FileNotFoundError, match="nowhere"):
        folder("nowhere")


# Files that may be longer, each with its reason: "metrics/…py": "why it is better whole".
LONGER: dict[str, str] = {}


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_file_is_long(path: Path) -> None:
    lines = len(path.read_text(encoding="utf-8").splitlines())
    assert lines <= 400 or str(path.relative_to(ROOT)) in LONGER, f"{lines} lines: split it along its concepts"


def test_every_module_says_what_it_is_for() -> None:
    assert [str(path) for path in SOURCES if not path.read_text().lstrip().startswith('"""') and path.read_text().strip()] == []


KEYS = sorted(path.stem for path in (ROOT / "seeds" / "metrics").glob("*.toml"))
ENGINE = sorted(path for top in ("metrics", "sql") for path in (ROOT / top).rglob("*") if path.suffix in (".py", ".sql"))


@pytest.mark.parametrize("path", ENGINE, ids=lambda path: str(path.relative_to(ROOT)))
def test_the_engine_asks_for_what_a_metric_is_and_for_none_by_name(path: Path) -> None:
    lines = (line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("-- Example:"))
    quoted = {word for line in lines for word in re.findall(r"['\"](\w+)['\"]", line)}
    assert sorted(quoted & set(KEYS)) == []
