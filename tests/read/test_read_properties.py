"""What holds for any text at all."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from metrics.model import Document, Problem
from metrics.read import published, read, reports

PIECES = st.sampled_from(
    [
        "Latest news with #X\n", "Reuters\n", "2 days ago\n", "- World\n", "Read also: ", "You may also like\n",
        "Advertisement ", "(Photo: AP)",
        "(Reuters) - ",
        "May 28 ", "Monday, June 2",
        "next ", "said on ", "in 2014", "29 February ", " date 2025-02-30 ", "Published On:\n",
        "President Trump ", "Consider supporting ", "the ", ". ",
        "\n", "\r", "\u2028", "\x0c", "&w=1)", "“",
    ]
)  # fmt: skip
TEXTS = st.one_of(st.text(), st.lists(st.one_of(PIECES, st.text(max_size=12)), max_size=40).map("".join))


@given(TEXTS)
@settings(max_examples=400, deadline=None)
def test_reports_cover_the_text_and_spans_hold(text: str) -> None:
    found = reports(Document("d", "x", text, ""))
    assert found[0].start == 0
    assert found[-1].end == len(text)
    assert all(one.end == two.start for one, two in pairwise(found))
    for report in found:
        assert (report.published is None) == (report.published_basis == "none")
        if report.title_start is not None and report.title_end is not None:
            assert report.start <= report.title_start < report.title_end <= report.end
            assert report.title == text[report.title_start : report.title_end]
        places = [place for zone in report.zones for place in (zone.start, zone.end)]
        assert places == sorted(places)
        assert all(report.start <= zone.start < zone.end <= report.end for zone in report.zones)
        assert all(report.start <= clue.start <= clue.end <= report.end for clue in published.clues(report))


@given(TEXTS)
@settings(max_examples=100, deadline=None)
def test_reading_twice_gives_the_same(text: str) -> None:
    assert reports(Document("d", "x", text, "")) == reports(Document("d", "x", text, ""))


@given(st.binary(max_size=400))
@settings(max_examples=200, deadline=None)
def test_any_bytes_give_documents_or_problems(tmp_path_factory: object, raw: bytes) -> None:
    path = Path(_folder(tmp_path_factory)) / "any.bin"
    path.write_bytes(raw)
    found = list(read([str(path)]))
    assert found
    for one in found:
        assert one.message if isinstance(one, Problem) else one.text.strip()


def _folder(factory: object) -> str:
    return str(factory.getbasetemp())  # type: ignore[attr-defined]
