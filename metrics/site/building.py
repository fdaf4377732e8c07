"""Writes the site: into a folder beside the wanted one, which it takes the place of when all is there."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from metrics.folders import replaced
from metrics.model import Mistake
from metrics.site.pages import write
from metrics.site.record import Record

MARKER = ".parley-site"


@dataclass(frozen=True, slots=True)
class Built:
    """What a build wrote."""

    pages: int
    bytes: int


def build(db: Path, folder: Path, force: bool = False, full_text: bool = False) -> Built:
    """Writes the site of a database to `folder`, either all of it or nothing. The same database gives the same bytes.

    A folder that is no site of Parley's is replaced with `force` only. Raises Mistake.
    """
    folder = folder.resolve()
    _refuse_what_is_not_ours(folder, force)
    record = Record(db)
    try:
        with replaced(folder) as made:
            pages = write(record, db, made, full_text)
            (made / MARKER).write_text(json.dumps({"pages": pages}) + "\n", encoding="utf-8")
            return Built(pages, sum(file.stat().st_size for file in made.rglob("*") if file.is_file()))
    except OSError as error:
        raise Mistake(f"{folder}: cannot be written: {error.strerror or error}") from None


def _refuse_what_is_not_ours(folder: Path, force: bool) -> None:
    if not folder.exists() or (folder / MARKER).is_file():
        return
    if not folder.is_dir():
        raise Mistake(f"{folder}: is a file, not a folder")
    if any(folder.iterdir()) and not force:
        raise Mistake(f"{folder}: holds what is no site of Parley's; choose another folder, or replace all of it with --force")
