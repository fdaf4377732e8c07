"""The report on the sample reports in every format, as it was last looked at. `python tests/report/test_golden.py` writes it anew."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
GOLDEN = Path(__file__).parent / "golden"
ENDINGS = ["txt", "md", "html", "json", "jsonl", "csv"]


def written(folder: Path) -> dict[str, str]:
    """What `parley discrepancies` writes on the sample reports, by ending."""

    def parley(*arguments: str) -> None:
        subprocess.run([sys.executable, "-m", "metrics", *arguments], cwd=ROOT, check=True, capture_output=True)

    database = str(folder / "samples.duckdb")
    parley("load", "seeds/reports", "--db", database)
    for ending in ENDINGS:
        parley("discrepancies", "--db", database, "-o", str(folder / f"report.{ending}"))
    return {ending: (folder / f"report.{ending}").read_text(encoding="utf-8") for ending in ENDINGS}


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return written(tmp_path_factory.mktemp("golden"))


@pytest.mark.parametrize("ending", ENDINGS)
def test_the_report_is_as_it_was_looked_at(ending: str, pages: dict[str, str]) -> None:
    assert pages[ending] == (GOLDEN / f"report.{ending}").read_text(encoding="utf-8"), f"look at it, then run {Path(__file__).name}"


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        for name, text in written(Path(place)).items():
            (GOLDEN / f"report.{name}").write_text(text, encoding="utf-8")
