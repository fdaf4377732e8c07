"""A document's articles: where each begins and ends, who published it and when, and what of it is not prose. Pure."""

from __future__ import annotations

from dataclasses import replace

from metrics.model import Document, Report, Zone, content_id
from metrics.read import addresses, pages, published, stamps, vocabulary
from metrics.read.language import language
from metrics.read.lines import Line, lines
from metrics.read.quotations import quotations
from metrics.read.zones import zones

_LONGEST_TITLE = 200


def reports(document: Document) -> list[Report]:
    """The reports of a document, in the order of the text; their slices cover it, and `text[start:end]` holds everywhere."""
    slices = pages.split(document.text, document.published)
    given: dict[str | None, set[str]] = {}  # what the document gave before, by outlet: another outlet's copy is its own statement
    found = [_report(document, part, alone=len(slices) == 1, given=given) for part in slices]
    inferred = published.infer(found, taken=document.retrieved or (document.published if len(slices) > 1 else None))
    return [
        replace(report, published=day, published_basis="inferred") if day else report for report, day in zip(found, inferred, strict=True)
    ]


def _report(document: Document, part: pages.Slice, alone: bool, given: dict[str | None, set[str]]) -> Report:
    text, end = document.text, part.end
    marked: list[Zone] = []
    if part.content > part.start and (part.publisher or part.title or part.of_page):
        marked.append(Zone(part.start, part.content, "boilerplate"))
    prefix = stamps.prefix(text, part.content, end)
    content = prefix[1] if prefix else part.content
    if prefix:
        marked.append(Zone(part.content, content, "boilerplate"))
    rows = lines(text, content, end)
    stamped = stamps.stamped(rows)
    marked += [Zone(a, b, "boilerplate") for a, b in stamped.spans]
    title = part.title or stamped.title or _title(rows, stamped.spans, document.title)
    if title:
        marked.append(Zone(*title, "headline"))
    after = title[1] if title else content
    body = next((row.start for row in rows if row.start >= after and not any(a <= row.start < b for a, b in stamped.spans)), content)
    wire = stamps.dateline(text, body, end)
    signature = stamps.signature(text, body, end)
    if signature:
        marked.append(Zone(*signature[1], "boilerplate"))

    publisher = part.publisher or (document.publisher if alone or part.of_page else None) or stamped.publisher or _of_site(document)
    author = (document.original_publisher if alone else None) or (signature[0] if signature else wire.agency if wire else None)
    author = author or (stamped.publisher if publisher else None) or stamps.credit(text, body, end)
    stated = part.published or (document.published if alone else None) or (prefix[0] if prefix else None) or stamped.published
    if stated is None and wire and wire.day and wire.day.year:
        stated = wire.day.on(wire.day.year)
    if stated is None and alone and document.url:
        stated = addresses.day(document.url)
    marked += quotations(text, rows, publisher)
    # The header's *a day ago* is another on another day; the article is the same.
    own = text[content:end].strip()
    return Report(
        report_id=content_id("r", document.url or document.record_id or publisher, own),
        document_id=document.document_id,
        origin=document.origin,
        text=text,
        start=part.start,
        end=end,
        title=text[slice(*title)] if title else document.title if alone else None,
        title_start=title[0] if title else None,
        title_end=title[1] if title else None,
        publisher=publisher,
        original_publisher=author if author and vocabulary.canonical(author) != vocabulary.canonical(publisher or "") else None,
        published=stated or part.inferred,
        published_basis="stated" if stated else "inferred" if part.inferred else "none",
        language=language(text[body:end]),
        zones=zones(text, part.start, end, rows, marked, given.setdefault(publisher, set()), alone),
    )


def _of_site(document: Document) -> str | None:
    return vocabulary.site(document.url) if document.url else None


def _title(rows: list[Line], stamped: list[tuple[int, int]], said: str | None) -> tuple[int, int] | None:
    """The span of the headline at the head of a text: the title of the metadata, or a first line that is no sentence."""
    free = [row for row in rows[:12] if not any(a <= row.start < b for a, b in stamped)]
    if said:
        return next(((row.start, row.end) for row in free[:3] if " ".join(row.text.split()) == " ".join(said.split())), None)
    if len(free) < 2:
        return None
    first, rest = free[0], free[1:]
    if first.text.startswith(("By ", "BY ")):
        return None
    short = 12 <= len(first.text) <= _LONGEST_TITLE and " " in first.text
    prose = any(len(row.text) > len(first.text) or row.text.endswith((".", '."', ".”")) for row in rest[:4])
    if short and prose and first.text[-1] not in ".:;,)" and not first.text.startswith(("(", "-")):
        return first.start, first.end
    return None
