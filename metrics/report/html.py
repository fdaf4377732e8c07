"""The report as one HTML page that needs nothing else: no script, no network, fit for a screen, a telephone and paper."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from metrics.report.findings import Findings
from metrics.report.page import plain

if TYPE_CHECKING:
    from jinja2 import Template


def as_html(findings: Findings) -> str:
    """The page. Everything that comes from a document is escaped, and the page's own policy lets the browser load and run nothing."""
    style = styled(_templates() / "report.css")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    events = findings.events()
    return _template().render(
        findings=findings,
        events=[event for event in events if event.discrepancies],
        quiet=[event for event in events if not event.discrepancies],
        style=style,
        digest=digest,
    )


def styled(sheet: Path) -> str:
    """A style sheet under the colours that the report and the site share."""
    return "".join(path.read_text(encoding="utf-8") for path in (_templates() / "colours.css", sheet))


def titled(text: object) -> str:
    """The text on one line, with a capital letter at its head."""
    line = plain(text)
    return line[:1].upper() + line[1:]


def _templates() -> Path:
    return Path(__file__).parent / "templates"


@cache
def _template() -> Template:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    from metrics import wording
    from metrics.report import lines, links, page

    environment = Environment(
        loader=FileSystemLoader(_templates()), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.globals.update(lines=lines, links=links, wording=wording, cut=page.cut)
    environment.filters.update(plain=plain, titled=titled, kept=page.kept)
    return environment.get_template("report.html")
