"""The pages of docs/ that the program writes are those that it would write now."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from docs import make
from metrics.charts import charts
from metrics.store.questions import ask, questions


@pytest.fixture(scope="module")
def samples() -> Iterator[Path]:
    with make.samples() as db:
        yield db


def test_the_page_about_sql_is_up_to_date(samples: Path) -> None:
    assert make.sql_page(samples) == (make.ROOT / "docs" / "sql.md").read_text(encoding="utf-8"), "`make docs` brings it up to date"


def test_the_gallery_is_up_to_date(samples: Path) -> None:
    gallery = make.ROOT / "docs" / "gallery"
    assert make.gallery_page(make.titles(samples)) == (gallery / "README.md").read_text(encoding="utf-8"), (
        "`make docs` brings it up to date"
    )
    assert {path.name for path in gallery.glob("*.svg")} == {f"{name}{suffix}.svg" for name in charts() for suffix in ("", "-dark")}


@pytest.mark.parametrize("name", questions())
def test_every_question_has_an_answer_in_the_sample_reports(name: str, samples: Path) -> None:
    assert len(ask(samples, name, questions()[name].example)) > 0


def test_the_answers_about_the_exchanges_add_up(samples: Path) -> None:
    delivered = ask(samples, "delivered", {"metric": "prisoners_exchanged"})
    stages = delivered.filter(~delivered["spans"])
    assert stages["low"].to_list() == [390, 307, 303]
    assert stages["delivered_low"].to_list() == [390, 697, 1000]
    assert stages["still_open"].to_list() == [610, 303, 0]


def test_hostile_cells_stay_cells() -> None:
    assert make._cell("a|b\n<script>") == "a\\|b &lt;script&gt;"
