"""A discrepancy as a reviewer needs it: what can be chosen, and what was decided."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from metrics import wording
from metrics.report.page import marked, wrapped

Row = Mapping[str, Any]


def page(dispute: Row, width: int = 80) -> str:
    """The discrepancy with each claim that can be preferred, and the review that was given."""
    lines = [
        f"{dispute['id']} · {dispute['kind'].replace('_', ' ')} · {dispute['severity']}",
        *wrapped(dispute["sentence"], width, "  "),
        "",
    ]
    for voice in dispute["voices"]:
        lines += wrapped(f"{voice['claim_ids'][0]}  {choice(voice)}", width, "  ", "    ")
        lines += wrapped(marked(voice), width, "    ")
    lines += ["", *wrapped(f"Would settle it: {dispute['settle']}", width, "  ", "    ")]
    review = dispute["review"]
    lines += wrapped(f"Reviewed: {review['said']}" if review else "Reviewed: not yet.", width, "  ", "    ")
    return "\n".join(lines) + "\n"


def row(dispute: Row) -> dict[str, str | None]:
    """The discrepancy as a row of the table that a team fills in; the last four cells are theirs."""
    review = dispute["review"]
    told: dict[str, str | None] = {field: dispute[field] for field in ("id", "severity", "kind", "metric", "event", "sentence")}
    told["choices"] = "\n".join(f"{voice['claim_ids'][0]}: {choice(voice)}" for voice in dispute["voices"])
    return told | {"review": review["said"] if review else None, "decision": None, "claim": None, "note": None, "by": None}


def choice(voice: Row) -> str:
    """*1,000 each side (completed, soldier) — Zelensky, 3 June 2025*"""
    outlet = voice["publisher"] if voice["speaker"] or voice["speaker_side"] else None
    said = ", ".join(
        word for word in (wording.who(voice), outlet, wording.day(voice["published"]) if voice["published"] else "undated") if word
    )
    kind = ", ".join(word for word in (voice["status"], voice["category"]) if word)
    return f"{wording.figure(voice)} ({kind}) — {said}"
