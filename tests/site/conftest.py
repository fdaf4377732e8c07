"""One database and its site, for all tests of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from metrics.site import build
from tests.site.databases import REPORTS, loaded


@pytest.fixture(scope="package")
def db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database of reports that disagree, and that would like to be code."""
    return loaded(tmp_path_factory.mktemp("db"), REPORTS)


@pytest.fixture(scope="package")
def site(db: Path) -> Path:
    """Its site."""
    build(db, db.parent / "site")
    return db.parent / "site"
