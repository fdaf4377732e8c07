"""Texts made to break or to slow the extraction: nothing is raised, offsets hold, and nothing is lost or found twice."""

from __future__ import annotations

import pytest

from benchmarks.worst import WORST, text
from metrics import read
from metrics.claims import catalogue
from metrics.extract import extract
from metrics.model import Document, Extraction

SENTENCE = "Russia and Ukraine exchanged 300 prisoners of war each on Friday, the defence ministry said. "


def extracted(words: str) -> list[Extraction]:
    known = catalogue.load()
    return [extract(report, known) for report in read.reports(Document("d-worst", "worst.txt", words, ""))]


@pytest.mark.parametrize("name", [*WORST, "noise", "signs"])
def test_whatever_the_text_offsets_hold(name: str) -> None:
    words = text(name, 12_000)
    found = extracted(words)
    assert "".join(words[each.report.start : each.report.end] for each in found) == words
    for each in found:
        assert len(each.reasons) == len(each.figures)
        for figure in each.figures:
            assert words[figure.start : figure.end].strip()
            assert figure.low <= figure.high
        for claim in each.claims:
            assert words[claim.quote_start : claim.quote_start + len(claim.quote)] == claim.quote
            assert claim.quote_start <= claim.start < claim.end


@pytest.mark.parametrize("between", ["", "\n", "\n\n", "\r\n", "\u200f", "Он сказал это вчера. ", "— ", "\u00ad"])
@pytest.mark.parametrize("count", [1, 40, 400])
def test_each_sentence_of_a_long_text_gives_its_claim(between: str, count: int) -> None:
    found = extracted((SENTENCE + between) * count)
    assert sum(claim.low == 300 and claim.metric == "prisoners_exchanged" for each in found for claim in each.claims) == count


def test_half_a_megabyte_in_one_line_gives_every_claim() -> None:
    count = 500_000 // len(SENTENCE)
    (only,) = extracted(SENTENCE * count)
    assert len(only.claims) == count
    assert {claim.quote for claim in only.claims} == {SENTENCE.strip()}


@pytest.mark.parametrize(
    "words", ["Kyiv: 300 prisoners freed.", "Liberados 300 presos.", "Обміняли 300 полонених.", "交换了300名战俘。", "300", ""]
)
def test_no_text_is_dropped_for_its_length_or_language(words: str) -> None:
    (only,) = extracted(words)
    assert [figure.low for figure in only.figures] == ([300] if words else [])
