"""The report as data: JSON, JSON Lines and CSV."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping, Sequence
from typing import Any

from metrics.report import lines
from metrics.report.findings import Findings, bearing, considered
from metrics.rows import DISCREPANCY_FIELDS, VOICE_FIELDS

Row = Mapping[str, Any]

_FLAT = tuple(name for name in DISCREPANCY_FIELDS if name not in ("voices", "review"))
_FORMULA = ("=", "+", "-", "@", "\t", "\r")  # what makes a spreadsheet take a cell for a formula


def as_json(findings: Findings) -> str:
    """The rows of the contract's *Discrepancies out* as a JSON list, dates as YYYY-MM-DD, each with what was considered beside it."""
    return json.dumps(_rows(findings), ensure_ascii=False, indent=1, default=str) + "\n"


def as_jsonl(findings: Findings) -> str:
    """The same rows, one a line."""
    return "".join(json.dumps(row, ensure_ascii=False, default=str) + "\n" for row in _rows(findings))


def as_csv(findings: Findings) -> str:
    """One row for each voice of each discrepancy; a text that a spreadsheet would take for a formula has a ' before it."""
    changes = ("change",) if findings.since is not None else ()
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow([*changes, *_FLAT, "review", *(name if name not in _FLAT else f"voice_{name}" for name in VOICE_FIELDS)])
    for row in (*findings.discrepancies, *findings.settled):
        told = [_cell(row.get(name)) for name in (*changes, *_FLAT)]
        told.append(_cell(lines.reviewed(row["review"]) if row.get("review") else None))
        voices: Sequence[Row] = row.get("voices") or [{}]
        for voice in voices:
            writer.writerow([*told, *(_cell(voice.get(name)) for name in VOICE_FIELDS)])
    return file.getvalue()


def _rows(findings: Findings) -> list[dict[str, object]]:
    """With `since`, each row says what changed, and those settled since come last."""
    told, pairs = [], bearing(findings.not_flagged)
    for row in findings.discrepancies:
        fields: dict[str, object] = (
            {"change": row["change"], "before": lines.before(row["was"]) or None} if findings.since is not None else {}
        )
        fields |= {field: row[field] for field in DISCREPANCY_FIELDS}
        fields["voices"] = [{field: voice[field] for field in VOICE_FIELDS} for voice in row["voices"]]
        told.append(fields | {"considered": [_considered(pair) for pair in considered(row, pairs)]})
    return told + [
        {"change": "settled", **{field: row.get(field) for field in DISCREPANCY_FIELDS}, "figures": row["figures"], "voices": []}
        for row in findings.settled
    ]


def _considered(pair: Row) -> dict[str, object]:
    sides: Sequence[str] = ("one", "other")
    return {"reason": pair["reason"], "why": lines.reason(pair)} | {side: pair[side] for side in sides}


def _cell(value: object) -> object:
    if isinstance(value, list):
        value = " ".join(str(part) for part in value)
    if isinstance(value, str):
        return "'" + value if value.startswith(_FORMULA) else value
    return value
