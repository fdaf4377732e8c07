"""PDF with text in it; what was scanned as a picture has none."""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Iterator

from metrics.model import Document, Problem, content_id
from metrics.read import sureness
from metrics.read.extras import need
from metrics.read.source import Source, Unreadable

NAME = "pdf"
NEEDS = ("pypdf", "pdf")
_MOST_PAGES = 2000
_BROKEN = (
    ValueError,
    TypeError,
    AttributeError,
    KeyError,
    IndexError,
    AssertionError,
    RecursionError,
    OverflowError,
    OSError,
    NotImplementedError,
)
_HYPHEN = re.compile(r"(?<=[a-z]{2})-\Z")
_ENDS = re.compile(r"[.!?:…][\"'”’)]*\Z")


def sure(head: bytes, name: str) -> int:
    """By its mark, which may stand after some other bytes; or the name."""
    return (
        sureness.MARKED
        if b"%PDF-" in head[:1024] and not head.lstrip().startswith((b"<", b"{"))
        else sureness.NAMED
        if name.endswith(".pdf")
        else sureness.NOT
    )


def read(source: Source) -> Iterator[Document | Problem]:
    """The file as one Document: the pages' text, its lines made paragraphs again. A page that cannot be read is a Problem."""
    pypdf = need("pypdf", "pdf")
    errors = need("pypdf.errors", "pdf")
    raw = source.whole()
    try:
        reader = pypdf.PdfReader(io.BytesIO(raw))
        if reader.is_encrypted and not reader.decrypt(""):
            raise Unreadable("an encrypted PDF, which is not read")
        count = len(reader.pages)
    except Unreadable:
        raise
    except errors.DependencyError:
        raise Unreadable("an encrypted PDF, which is not read") from None
    except (errors.PyPdfError, *_BROKEN) as error:
        raise Unreadable(f"no readable PDF: {str(error)[:100]}") from None
    pages: list[str] = []
    for number in range(min(count, _MOST_PAGES)):
        try:
            pages.append(reader.pages[number].extract_text())
        except (errors.PyPdfError, *_BROKEN) as error:
            yield Problem(f"{source.origin}#page={number + 1}", f"no readable page: {str(error)[:100]}")
    if count > _MOST_PAGES:
        yield Problem(source.origin, f"{count:,} pages, of which the first {_MOST_PAGES:,} were read")
    text = "\n\n".join(paragraphs(page) for page in pages if page.strip())
    if not text.strip():
        yield Problem(source.origin, "no text in this PDF; it may be a scan")
        return
    text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    yield Document(content_id("d", None, text), source.origin, text, hashlib.sha256(raw).hexdigest(), retrieved=source.options.read_on)


def paragraphs(page: str) -> str:
    """A page's lines joined into paragraphs: a line goes on in the next where it is about as long as the longest and ends no sentence."""
    rows = [row.strip() for row in page.splitlines()]
    widest = max(map(len, rows), default=0)
    found: list[str] = []
    open_row = False
    for row in rows:
        if found and open_row and row:
            hyphen = _HYPHEN.search(found[-1]) and row[:1].islower()
            found[-1] = f"{found[-1][:-1]}{row}" if hyphen else f"{found[-1]} {row}"
        else:
            found.append(row)
        open_row = bool(row) and len(row) > 0.6 * widest and not (_ENDS.search(row) and len(row) < 0.85 * widest)
    return "\n".join(found)
