"""PDF text: pages, lines made paragraphs, scans, and files that are broken or locked."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from metrics.read.kinds.pdf import paragraphs


def pdf(*pages: str, password: str | None = None) -> bytes:
    """A PDF with these lines on its pages."""
    writer = PdfWriter()
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
        }
    )
    for words in pages:
        page = writer.add_blank_page(600, 800)
        page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): DictionaryObject({NameObject("/F1"): font})})
        stream = DecodedStreamObject()
        lines = " ".join(f"({line}) Tj 0 -14 Td" for line in words.split("\n"))
        stream.set_data(f"BT /F1 12 Tf 50 700 Td {lines} ET".encode() if words else b"")
        page[NameObject("/Contents")] = writer._add_object(stream)
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_pages(given) -> None:
    (document,), problems = given(
        "a.pdf", pdf("The two sides exchanged 307 prisoners each on\nSunday, officials said.", "More talks were to follow.")
    )
    assert not problems
    assert document.text == "The two sides exchanged 307 prisoners each on Sunday, officials said.\n\nMore talks were to follow."


def test_lines_become_paragraphs() -> None:
    page = (
        "HEADLINE\nThe two sides agreed on Sunday to exchange 307 pris-\noners of war, among them the wounded and the sick, and\n"
        "the young.\n"
        "A new paragraph begins here and runs on over the line so\nthat it is joined."
    )
    assert paragraphs(page).splitlines() == [
        "HEADLINE",
        "The two sides agreed on Sunday to exchange 307 prisoners of war, among them the wounded and the sick, and the young.",
        "A new paragraph begins here and runs on over the line so that it is joined.",
    ]


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (pdf(""), "no text in this PDF"),
        (pdf("Eleven walked free.", password="x"), "encrypted"),
        (b"%PDF-1.7\n" + b"garbage " * 100, "no readable PDF"),
        (pdf("Eleven walked free.")[:300], "no readable PDF"),
    ],
)
def test_what_cannot_be_read(given, raw: bytes, says: str) -> None:
    found, problems = given("a.pdf", raw)
    assert not found
    assert says in problems[-1].message


def test_a_page_that_refers_to_itself(given) -> None:
    raw = pdf("Eleven walked free.").replace(b"/Type /Pages", b"/Type /Pages /Parent 1 0 R")
    found, problems = given("a.pdf", raw)
    assert len(found) + len(problems) >= 1
