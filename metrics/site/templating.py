"""Pages out of templates: what stands on one is escaped, and fit to be shown on one line unless a template says otherwise."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from jinja2 import Environment

FOLDER = Path(__file__).parent
LONGEST_TITLE = 200  # characters

T = TypeVar("T")


def environment() -> Environment:
    """The templates with the words that they share."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    from metrics import wording
    from metrics.report import best, lines, links, page

    made = Environment(
        loader=FileSystemLoader(FOLDER / "templates"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    made.globals.update(lines=lines, links=links, wording=wording, best=best, cut=page.cut, metric_page=metric_page)
    made.filters.update(plain=page.plain, kept=page.kept, label=lines.label, first=first, brief=brief)
    return made


def first(text: object) -> str:
    """The text on one line, its first letter a capital."""
    from metrics.report.page import plain

    shown = plain(text)
    return shown[:1].upper() + shown[1:]


def brief(text: object, longest: int = LONGEST_TITLE) -> str:
    """The text on one line, cut where it is long."""
    from metrics.report.page import plain

    shown = plain(text)
    return shown if len(shown) <= longest else shown[: longest - 1].rstrip() + "…"


def metric_page(metric: object) -> str:
    """The file of a metric's page; its key is the name of a file that a user may have chosen."""
    name = re.sub(r"[^\w-]", "_", str(metric))
    return f"{name}_.html" if name == "index" else f"{name}.html"


def paged(rows: Sequence[T], size: int) -> list[Sequence[T]]:
    """The rows in pages; one empty page where there are none."""
    return [rows[i : i + size] for i in range(0, len(rows), size)] or [rows]


def numbered(stem: str, page: int) -> str:
    """The address of a page, counted from 1: *events/index.html*, *events/index-2.html*."""
    return f"{stem}.html" if page == 1 else f"{stem}-{page}.html"


Context = dict[str, Any]
