"""What a load says while it runs: a bar on a terminal, a line now and then elsewhere, complaints, and a log for machines."""

from __future__ import annotations

import json
from collections import Counter
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import IO

from metrics.cli.terminal import Progress, complain
from metrics.model import Mistake, Problem
from metrics.pipeline import Batch

READ = "en"  # the language that the rules read


class Journal:
    """One load's progress, complaints and log. Use as a context manager; raises Mistake where the log cannot be written."""

    def __init__(self, total: int, quiet: bool = False, log: Path | None = None) -> None:
        """`total` is the size of the input in bytes, 0 where it isn't known; `quiet` keeps all but complaints off stderr."""
        self.failed: list[Problem] = []
        self.languages: Counter[str] = Counter()  # of the reports in other languages than the rules read
        self._progress = Progress(total, quiet)
        self._log: IO[str] | None = None
        if log is not None:
            try:
                self._log = log.open("a", encoding="utf-8")
            except OSError as error:
                raise Mistake(f"{log}: cannot be written: {error.strerror}") from None

    def problem(self, problem: Problem) -> None:
        """An input that cannot be read, as it comes."""
        self._progress.clear()
        complain(f"{problem.origin}: {problem.message}")
        self.failed.append(problem)
        self.write("problem", origin=problem.origin, message=problem.message)

    def ended(self, size: int) -> None:
        """An input of so many bytes that is done with."""
        self._progress.ended(size)

    def batch(self, batch: Batch) -> None:
        """A batch that was extracted."""
        reports = [report for _, found in batch for report in found]
        self.languages.update(report.language for report in reports if report.language not in (None, READ))
        self._progress.advance(sum(len(document.text) for document, _ in batch), len(batch))
        self.write(
            "batch",
            documents=len(batch),
            reports=len(reports),
            figures=sum(len(report.figures) for report in reports),
            claims=sum(len(report.claims) for report in reports),
            first=batch[0][0].origin if batch else None,
        )

    def write(self, event: str, **told: object) -> None:
        """One line of JSON in the log, where there is one. Raises Mistake where it cannot be written, as on a full disk."""
        if self._log is not None:
            line = {"time": datetime.now(UTC).isoformat(timespec="milliseconds"), "event": event, **told}
            try:
                self._log.write(json.dumps(line, ensure_ascii=False, default=str) + "\n")
                self._log.flush()
            except OSError as error:
                log, self._log = self._log, None
                with suppress(OSError):  # it tries again to write what it could not
                    log.close()
                raise Mistake(f"{log.name}: cannot be written: {error.strerror}; stopped, and loading again goes on from there") from None

    def __enter__(self) -> Journal:
        self._progress.__enter__()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._progress.__exit__(kind, error, trace)
        if error is not None:
            self.write("stopped", why=str(error) or type(error).__name__)
        if self._log is not None:
            self._log.close()
