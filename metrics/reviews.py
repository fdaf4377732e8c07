"""What reviewers decided, as lines of an append-only JSON Lines file beside the database: the one record, which outlives every re-run.

A line is a decision or takes one back. Nothing is ever rewritten, so that the lines of two files can be put together; a line counts once.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from metrics.model import Mistake, Problem, content_id

DECISIONS = ("prefer", "range", "unconfirmed", "dismissed")
UNDO = "undo"


@dataclass(frozen=True, slots=True)
class Preferred:
    """The figure that a reviewer prefers, with what it counts."""

    low: float
    high: float
    bound: str
    basis: str | None = None
    party: str | None = None
    category: str | None = None


@dataclass(frozen=True, slots=True)
class Review:
    """One line: a decision on a discrepancy, known again by its kind and claims, or (`undoes`) that a decision is taken back."""

    at: datetime  # UTC, whole seconds
    by: str
    decision: str  # one of DECISIONS, or UNDO
    discrepancy: str  # its id when it was decided
    kind: str
    metric: str
    event: str
    figures: str  # what stood against one another, as the view disputed_figures has it
    claims: tuple[str, ...]
    note: str | None = None
    claim: str | None = None  # the claim preferred
    preferred: Preferred | None = None
    undoes: str | None = None

    @property
    def review_id(self) -> str:
        """An id from the content of the line."""
        return content_id(
            "v", *(getattr(self, name) for name in _TEXTS), self.at.isoformat(), *self.claims, self.note, self.claim, self.undoes
        )


_TEXTS = ("by", "decision", "discrepancy", "kind", "metric", "event", "figures")
_OPTIONAL = ("note", "claim", "undoes")


def beside(db: Path) -> Path:
    """Where the reviews of a database stand: out/parley.duckdb → out/parley.reviews.jsonl."""
    return db.with_suffix(".reviews.jsonl")


def now() -> datetime:
    """The time as a line keeps it."""
    return datetime.now(UTC).replace(microsecond=0)


def read(path: Path) -> tuple[list[tuple[int, Review]], list[Problem]]:
    """Each sound line with its number, each review once, and a Problem for each broken line, which stays in the file.

    A file that is not there has no lines. Raises Mistake where it cannot be read.
    """
    try:
        lines = path.read_bytes().split(b"\n")
    except FileNotFoundError:
        return [], []
    except OSError as error:
        raise Mistake(f"{path}: cannot be read: {error.strerror}") from None
    found: dict[str, tuple[int, Review]] = {}
    broken = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            review = _parsed(line)
        except ValueError as error:
            broken.append(Problem(f"{path}:{number}", f"is no review ({error}); the line stays as it is and the others count"))
        else:
            found.setdefault(review.review_id, (number, review))
    return list(found.values()), broken


def append(path: Path, reviews: Iterable[Review]) -> None:
    """Adds lines in one write that reaches the disk before this returns; safe beside other writers. Raises Mistake."""
    text = "".join(_line(review) for review in reviews).encode()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o644)
        try:
            text = (b"" if _ends_a_line(file) else b"\n") + text  # so that what a crash left of a line spoils no other
            if os.write(file, text) != len(text):
                raise Mistake(f"{path}: only a part could be written; is the disk full?")
            os.fsync(file)
        finally:
            os.close(file)
    except OSError as error:
        raise Mistake(f"{path}: cannot be written: {error.strerror}") from None


def row(number: int, review: Review) -> tuple[object, ...]:
    """The line as a row of the table review_lines."""
    preferred = review.preferred
    figure = (
        (preferred.low, preferred.high, preferred.bound, preferred.basis, preferred.party, preferred.category) if preferred else (None,) * 6
    )
    return (
        number, review.review_id, review.at.replace(tzinfo=None), review.by, review.decision, review.note, review.undoes, review.claim,
        *figure, review.discrepancy, review.kind, review.metric, review.event, review.figures, list(review.claims),
    )  # fmt: skip


def undo(review: Review, by: str, note: str | None) -> Review:
    """The line that takes a decision back."""
    return replace(review, at=now(), by=by, decision=UNDO, note=note, claim=None, preferred=None, undoes=review.review_id)


def _line(review: Review) -> str:
    told: dict[str, Any] = {"review": review.review_id} | asdict(review)
    told["at"] = review.at.strftime("%Y-%m-%dT%H:%M:%SZ")
    return json.dumps({key: value for key, value in told.items() if value is not None}, ensure_ascii=False) + "\n"


def _parsed(line: bytes) -> Review:
    """The review of a line. Raises ValueError that says what is wrong with it."""
    try:
        told = json.loads(line)
        json.dumps(told, ensure_ascii=False, allow_nan=False).encode()
    except (UnicodeDecodeError, UnicodeEncodeError):
        raise ValueError("not UTF-8") from None
    except (json.JSONDecodeError, RecursionError):
        raise ValueError("not JSON") from None
    if not isinstance(told, dict):
        raise ValueError("not a JSON object")
    texts = {name: _text(told, name) for name in _TEXTS}
    if texts["decision"] not in (*DECISIONS, UNDO):
        raise ValueError(f"no decision {texts['decision']!r}")
    claims = told.get("claims")
    if not isinstance(claims, list) or not claims or not all(isinstance(claim, str) for claim in claims):
        raise ValueError("no list of claims")
    options = {name: _text(told, name) for name in _OPTIONAL if told.get(name) is not None}
    preferred = _preferred(told.get("preferred"))
    if texts["decision"] == "prefer" and preferred is None:
        raise ValueError("no preferred figure")
    if texts["decision"] == UNDO and "undoes" not in options:
        raise ValueError("not said what it undoes")
    return Review(at=_time(told), claims=tuple(claims), preferred=preferred, **texts, **options)


def _text(told: Mapping[str, Any], name: str) -> str:
    value = told.get(name)
    if not isinstance(value, str) or not value:
        raise ValueError(f"no {name!r}")
    return value


def _time(told: Mapping[str, Any]) -> datetime:
    try:
        at = datetime.fromisoformat(_text(told, "at"))
    except ValueError:
        raise ValueError("no time 'at'") from None
    return (at if at.tzinfo else at.replace(tzinfo=UTC)).astimezone(UTC).replace(microsecond=0)


def _preferred(told: object) -> Preferred | None:
    if told is None:
        return None
    words = {name: told.get(name) for name in ("basis", "party", "category")} if isinstance(told, dict) else {}
    if not (
        isinstance(told, dict)
        and all(isinstance(told.get(end), int | float) for end in ("low", "high"))
        and all(word is None or isinstance(word, str) for word in words.values())
    ):
        raise ValueError("no figure in 'preferred'")
    return Preferred(float(told["low"]), float(told["high"]), _text(told, "bound"), **words)


def _ends_a_line(file: int) -> bool:
    size = os.lseek(file, 0, os.SEEK_END)
    if not size:
        return True
    os.lseek(file, size - 1, os.SEEK_SET)
    return os.read(file, 1) == b"\n"
