"""Rows as the claim contract has them: what is exported, and what the database keeps. Pure functions of documents and extractions."""

from __future__ import annotations

from collections import Counter

from metrics.model import Claim, Document, Extraction, Report, content_id

Row = dict[str, object]

REPORT_FIELDS = (
    "report_id", "document_id", "origin", "start", "end", "title", "publisher", "original_publisher", "published", "published_basis",
    "language", "title_start", "title_end",
)  # fmt: skip
FIGURE_FIELDS = (
    "figure_id", "report_id", "origin", "start", "end", "low", "high", "bound", "unit", "noun", "head", "kind", "metric", "reason",
)  # fmt: skip
CLAIM_FIELDS = (
    "claim_id", "report_id", "origin", "publisher", "original_publisher", "title", "published", "published_basis", "metric", "low", "high",
    "bound", "unit", "basis", "party", "category", "part", "status", "event_kind", "sides", "event_from", "event_to", "speaker",
    "speaker_side", "quote", "start", "end", "rule", "proposer", "place", "round", "deal_date", "as_of", "part_of", "parts_complete",
    "unilateral",
)  # fmt: skip
DISCREPANCY_FIELDS = (
    "id", "kind", "severity", "metric", "event_kind", "sides", "event_from", "event_to", "event", "sentence", "gap", "gap_percent",
    "reports", "origins", "sql", "why", "settle", "review", "voices",
)  # fmt: skip
VOICE_FIELDS = (
    "claim_ids", "speaker", "speaker_side", "publisher", "original_publisher", "published", "origin", "low", "high", "bound", "basis",
    "party", "category", "status", "quote", "start", "end",
)  # fmt: skip

_OF_REPORT = ("report_id", "origin", "publisher", "original_publisher", "title", "published", "published_basis")


def report(document: Document, extraction: Extraction) -> Row:
    """The report's row, its fields in the order of `REPORT_FIELDS`."""
    return {field: getattr(extraction.report, field) for field in REPORT_FIELDS}


def figures(document: Document, extraction: Extraction) -> list[Row]:
    """A row for each figure, bound or not: `metric` where a rule took it, else `reason`."""
    source = extraction.report
    taken: dict[tuple[int, int], str] = {}
    for claim in extraction.claims:
        taken.setdefault((claim.start, claim.end), claim.metric)
    found = []
    for figure, reason in zip(extraction.figures, extraction.reasons, strict=True):
        row: Row = dict.fromkeys(FIGURE_FIELDS)
        row |= {field: getattr(figure, field) for field in ("start", "end", "low", "high", "bound", "unit", "noun", "head", "kind")}
        row["figure_id"] = content_id("f", source.report_id, figure.start - source.start, figure.end - source.start)
        row["report_id"], row["origin"], row["reason"] = source.report_id, source.origin, reason
        row["metric"] = None if reason is not None else taken.get((figure.start, figure.end))
        found.append(row)
    return found


def claims(document: Document, extraction: Extraction) -> list[Row]:
    """A row for each claim, its fields in the order of `CLAIM_FIELDS`; `part_of` is the larger claim's id."""
    source = extraction.report
    ids = _claim_ids(source, extraction.claims)
    found = []
    for claim, claim_id in zip(extraction.claims, ids, strict=True):
        row: Row = dict.fromkeys(CLAIM_FIELDS)
        row |= {field: getattr(source, field) for field in _OF_REPORT}
        row |= {field: getattr(claim, field) for field in CLAIM_FIELDS if field not in _OF_REPORT and field not in ("claim_id", "part_of")}
        row["claim_id"], row["part_of"] = claim_id, _whole(claim, extraction.claims, ids)
        found.append(row)
    return found


def _claim_ids(source: Report, found: tuple[Claim, ...]) -> list[str]:
    """Ids from the report, the metric and the span within the report, so that a page's other articles do not change them."""
    seen: Counter[tuple[str, int, int]] = Counter()
    ids = []
    for claim in found:
        key = (claim.metric, claim.start - source.start, claim.end - source.start)
        again = [seen[key]] if seen[key] else []  # one figure can be two claims of one metric
        ids.append(content_id("c", source.report_id, *key, *again))
        seen[key] += 1
    return ids


def _whole(claim: Claim, found: tuple[Claim, ...], ids: list[str]) -> str | None:
    if claim.part_of is None:
        return None
    wholes = [(other.metric != claim.metric, i) for i, other in enumerate(found) if other.start == claim.part_of and other is not claim]
    return ids[min(wholes)[1]] if wholes else None
