"""Rows as the claim contract has them: what is exported, and what the database keeps. Pure functions of documents and extractions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter

from metrics.model import Claim, Document, Extraction, Report, content_id, sent

Row = dict[str, object]
Values = tuple[object, ...]

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

_LANGUAGE = REPORT_FIELDS.index("language")

_report = attrgetter(*REPORT_FIELDS)
_of_report = attrgetter(*_OF_REPORT)
_figure = attrgetter("low", "high", "bound", "unit", "noun", "head", "kind")
_claim = attrgetter(*CLAIM_FIELDS[CLAIM_FIELDS.index("metric") : CLAIM_FIELDS.index("part_of")])
_claim_end = attrgetter(*CLAIM_FIELDS[CLAIM_FIELDS.index("part_of") + 1 :])


@sent
@dataclass(frozen=True, slots=True)
class Filed:
    """What one report states, as the database's tables take it: plain tuples, which pass between processes at little cost."""

    report_id: str
    content: str  # a hash of what was extracted; where the document was found is left out, so that a second path changes nothing
    rules: str  # the fingerprint of the catalogue
    report: Values  # in the order of REPORT_FIELDS
    zones: tuple[Values, ...]  # report, start, end, kind
    figures: tuple[Values, ...]  # in the order of FIGURE_FIELDS
    claims: tuple[Values, ...]  # in the order of CLAIM_FIELDS, and where the quote starts

    @property
    def language(self) -> str | None:
        """The language that the report is in, where that is known."""
        found = self.report[_LANGUAGE]
        return found if isinstance(found, str) else None


Batch = Sequence[tuple[Document, Sequence[Filed]]]


def filed(extraction: Extraction) -> Filed:
    """The rows of one report."""
    source = extraction.report
    zones = tuple((source.report_id, zone.start, zone.end, zone.kind) for zone in source.zones)
    found = tuple(_figures(extraction))
    made = tuple((*row, claim.quote_start) for row, claim in zip(_claims(extraction), extraction.claims, strict=True))
    about = (source.start, source.end, source.title, source.publisher, source.original_publisher, source.published, source.published_basis)
    content = content_id("x", about, zones, [row[3:] for row in found], [row[8:] for row in made])
    return Filed(source.report_id, content, extraction.rules, _report(source), zones, found, made)


def report(extraction: Extraction) -> Row:
    """The report's row, its fields in the order of `REPORT_FIELDS`."""
    return dict(zip(REPORT_FIELDS, _report(extraction.report), strict=True))


def figures(extraction: Extraction) -> list[Row]:
    """A row for each figure, bound or not: `metric` where a rule took it, else `reason`."""
    return [dict(zip(FIGURE_FIELDS, row, strict=True)) for row in _figures(extraction)]


def claims(extraction: Extraction) -> list[Row]:
    """A row for each claim, its fields in the order of `CLAIM_FIELDS`; `part_of` is the larger claim's id."""
    return [dict(zip(CLAIM_FIELDS, row, strict=True)) for row in _claims(extraction)]


def _figures(extraction: Extraction) -> Iterator[Values]:
    source = extraction.report
    taken: dict[tuple[int, int], str] = {}
    for claim in extraction.claims:
        taken.setdefault((claim.start, claim.end), claim.metric)
    for figure, reason in zip(extraction.figures, extraction.reasons, strict=True):
        start, end = figure.start, figure.end
        identity = content_id("f", source.report_id, start - source.start, end - source.start)
        metric = None if reason is not None else taken.get((start, end))
        yield (identity, source.report_id, source.origin, start, end, *_figure(figure), metric, reason)


def _claims(extraction: Extraction) -> Iterator[Values]:
    if not extraction.claims:
        return
    source = extraction.report
    about = _of_report(source)
    ids = _claim_ids(source, extraction.claims)
    for claim, identity in zip(extraction.claims, ids, strict=True):
        yield (identity, *about, *_claim(claim), _whole(claim, extraction.claims, ids), *_claim_end(claim))


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
