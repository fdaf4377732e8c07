"""The contract's rows: ids from content, parts by their whole's id."""

from __future__ import annotations

from dataclasses import replace

from metrics import rows
from metrics.model import Claim, Extraction, Figure, Report

TEXT = "They swapped 390 people, among them 120 civilians."
WHOLE = Claim("prisoners_exchanged", 13, 16, 390, 390, "exact", "person", "completed", TEXT, 0, "r")
PART = replace(WHOLE, start=36, end=39, low=120, high=120, part=True, part_of=13)


def extraction(text: str = TEXT, shift: int = 0, claims: tuple[Claim, ...] = (WHOLE, PART)) -> Extraction:
    report = Report("r-1", "doc-1", "a.txt", text, shift, len(text), publisher="The Ledger")
    figures = tuple(Figure(claim.start, claim.end, claim.low, claim.high, claim.bound, "cardinal") for claim in (WHOLE, PART))
    moved = tuple(
        replace(claim, start=claim.start + shift, end=claim.end + shift, part_of=None if claim.part_of is None else claim.part_of + shift)
        for claim in claims
    )
    figures = tuple(replace(figure, start=figure.start + shift, end=figure.end + shift) for figure in figures)
    return Extraction(report, figures, moved, tuple(None if len(claims) > i else "unbound" for i in range(2)))


def test_fields_and_parts() -> None:
    whole, part = rows.claims(extraction())
    assert list(whole) == list(rows.CLAIM_FIELDS)
    assert part["part_of"] == whole["claim_id"]
    assert whole["part_of"] is None
    assert whole["publisher"] == "The Ledger"


def test_ids_do_not_hang_on_the_page() -> None:
    alone, moved = extraction(), extraction("Another article. " + TEXT, shift=17)
    assert [row["claim_id"] for row in rows.claims(alone)] == [row["claim_id"] for row in rows.claims(moved)]
    assert [row["figure_id"] for row in rows.figures(alone)] == [row["figure_id"] for row in rows.figures(moved)]


def test_one_figure_in_two_claims_has_two_ids() -> None:
    twice = rows.claims(extraction(claims=(WHOLE, replace(WHOLE, basis="per_side"))))
    assert len({row["claim_id"] for row in twice}) == 2


def test_a_whole_that_is_no_claim_is_left_out() -> None:
    (part,) = rows.claims(extraction(claims=(PART,)))
    assert part["part_of"] is None


def test_figures_say_their_metric_or_why_not() -> None:
    whole, part = rows.figures(extraction(claims=(WHOLE,)))
    assert list(whole) == list(rows.FIGURE_FIELDS)
    assert (whole["metric"], whole["reason"]) == ("prisoners_exchanged", None)
    assert (part["metric"], part["reason"]) == (None, "unbound")


def test_report_row() -> None:
    assert list(rows.report(extraction())) == list(rows.REPORT_FIELDS)
