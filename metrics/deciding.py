"""From what a person says on a discrepancy, at the command line or in a row of a table, to the line that is kept of it."""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from metrics.model import Mistake, Problem
from metrics.reviews import DECISIONS, Preferred, Review, now

Dispute = Mapping[str, Any]  # a discrepancy with its voices, its `figures` and all its `claims`
Row = tuple[str, Mapping[str, str]]  # file:line, and the cells by their column

_NEEDED = ("id", "decision")


def find(disputes: Sequence[Dispute], identifier: str) -> Dispute:
    """The discrepancy of this id, or the one whose id begins so. Raises Mistake."""
    known = {str(dispute["id"]): dispute for dispute in disputes}
    found: Dispute = _one(known, identifier, "discrepancy", "`parley discrepancies` lists them")
    return found


def decide(dispute: Dispute, decision: str, claim: str | None, note: str | None, by: str) -> Review:
    """The line for a decision. Raises Mistake where it is none, or the claim that it needs is missing or another discrepancy's."""
    if decision not in DECISIONS:
        raise Mistake(f"{dispute['id']}: there is no decision {decision!r}; there are: {', '.join(DECISIONS)}")
    if (decision == "prefer") != bool(claim):
        raise Mistake(
            f"{dispute['id']}: {_which(dispute) if decision == 'prefer' else f'a claim goes with prefer alone, not with {decision}'}"
        )
    preferred = None
    if claim:
        voices = {claim_id: voice for voice in dispute["voices"] for claim_id in voice["claim_ids"]}
        try:
            voice = _one(voices, claim, "claim", _which(dispute))
        except Mistake as error:
            raise Mistake(f"{dispute['id']}: {error}") from None
        claim = next(claim_id for claim_id in voices if claim_id.startswith(claim))
        preferred = Preferred(*(voice[field] for field in ("low", "high", "bound", "basis", "party", "category")))
    return Review(
        at=now(), by=by, decision=decision, discrepancy=dispute["id"], kind=dispute["kind"], metric=dispute["metric"],
        event=dispute["event"], figures=dispute["figures"], claims=tuple(dispute["claims"]), note=note, claim=claim, preferred=preferred,
    )  # fmt: skip


def rows(source: str) -> Iterator[Row]:
    """The rows of a CSV, from a file or `-`, each with its place; cells can be parted by semicolons or tabs too. Raises Mistake."""
    name = "stdin" if source == "-" else source
    try:
        raw = sys.stdin.buffer.read() if source == "-" else Path(source).read_bytes()
        text = raw.decode("utf-8-sig")
    except OSError as error:
        raise Mistake(f"{source}: cannot be read: {error.strerror}") from None
    except UnicodeDecodeError:
        raise Mistake(f"{source}: is not UTF-8; save it as CSV UTF-8") from None
    first = text.partition("\n")[0]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=first.count), strict=True)
    before = 0
    header: list[str] | None = None
    try:
        for cells in reader:
            place, before = f"{name}:{before + 1}", reader.line_num
            if header is None:
                header = [cell.strip().lower() for cell in cells]
                missing = [column for column in _NEEDED if column not in header]
                if missing:
                    raise Mistake(f"{place}: has no column {missing[0]!r}; `parley review --template` makes a table with all of them")
            elif any(cell.strip() for cell in cells):
                yield place, {column: cell.strip() for column, cell in zip(header, cells, strict=False)}
    except csv.Error as error:
        raise Mistake(f"{name}:{before + 1}: is no CSV: {error}") from None
    if header is None:
        raise Mistake(f"{name}: is empty; `parley review --template` makes a table to fill in")


def from_table(table: Iterable[Row], disputes: Sequence[Dispute], by: str, note: str | None) -> tuple[list[Review], list[Problem], int]:
    """The lines for all rows with a decision, a Problem for each row that is wrong, and how many were decided just so already."""
    made: list[Review] = []
    wrong: list[Problem] = []
    same = 0
    seen: dict[str, str] = {}
    for place, cells in table:
        decision = cells.get("decision", "").lower()
        if not decision:
            if cells.get("claim"):
                wrong.append(Problem(place, "names a claim but no decision"))
            continue
        try:
            dispute = find(disputes, cells.get("id", ""))
            review = decide(dispute, decision, cells.get("claim") or None, cells.get("note") or note, cells.get("by") or by)
        except Mistake as error:
            wrong.append(Problem(place, str(error)))
            continue
        if review.discrepancy in seen:
            wrong.append(Problem(place, f"{review.discrepancy} is decided in {seen[review.discrepancy]} too"))
        elif _decided_so(dispute, review):
            same += 1
        else:
            made.append(review)
        seen.setdefault(review.discrepancy, place)
    return made, wrong, same


def _decided_so(dispute: Dispute, review: Review) -> bool:
    given = dispute.get("review") or {}
    return given.get("state") == "stands" and (given["decision"], given["claim_id"], given["note"], given["by"]) == (
        review.decision, review.claim, review.note, review.by,
    )  # fmt: skip


def _one(known: Mapping[str, Any], name: str, what: str, way_out: str) -> Any:
    if name in known:
        return known[name]
    found = {id(value): key for key, value in known.items() if name and key.startswith(name)}
    matches = [key for key in known if name and key.startswith(name)]
    if len(matches) == 1 or len(found) == 1:
        return known[matches[0]]
    if matches:
        raise Mistake(f"{name}: is the beginning of {len(matches)} ids: {', '.join(matches[:3])} …")
    raise Mistake(f"{name or 'an empty cell'}: there is no such {what}; {way_out}")


def _which(dispute: Dispute) -> str:
    first = [voice["claim_ids"][0] for voice in dispute["voices"]]
    return f"which claim is preferred? --claim takes one of {', '.join(first[:6])}{' …' if len(first) > 6 else ''}"
