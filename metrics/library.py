"""Parley in Python: a database that was loaded, as polars frames and Altair charts, for notebooks and scripts. Reads, never writes."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from metrics.model import Mistake

if TYPE_CHECKING:
    import altair  # noqa: TID251  # as a type alone
    import polars


class Record:
    """What was read, and what was judged of it: `metrics.open("out/parley.duckdb")`.

    Every call opens the file, reads and lets go of it, so that a load can run beside a notebook. Raises Mistake, one line, where the
    database is missing, locked or not Parley's.
    """

    def __init__(self, db: str | Path = "out/parley.duckdb") -> None:
        self.db = Path(db)
        self.table("runs")  # says at once what is wrong with the file

    def __repr__(self) -> str:
        return f"metrics.open({str(self.db)!r})"

    def table(self, name: str, **where: object) -> polars.DataFrame:
        """All rows of a table or view of the database; `where` keeps those with these values: `table("claims", party="UA")`."""
        from metrics.store import Store

        with Store(self.db, read_only=True) as store:
            frame = store.frame(name)
        for column, value in where.items():
            if column not in frame.columns:
                raise Mistake(f"{name} has no column {column!r}; it has {', '.join(frame.columns)}")
            if value is not None:
                frame = frame.filter(frame[column] == value)
        return frame

    def claims(self, metric: str | None = None, **where: object) -> polars.DataFrame:
        """The claims: a row for each figure under a metric as one report states it; figures are in the metric's unit."""
        return self.table("claims", metric=metric, **where)

    def figures(self, **where: object) -> polars.DataFrame:
        """Every figure that was found, those that fall under no metric too, with the reason."""
        return self.table("figures", **where)

    def reports(self, **where: object) -> polars.DataFrame:
        """The reports: one article by one publisher each, with its day and how that is known."""
        return self.table("reports", **where)

    def events(self, **where: object) -> polars.DataFrame:
        """The events that the claims tell of."""
        return self.table("events", **where)

    def discrepancies(self, metric: str | None = None, **where: object) -> polars.DataFrame:
        """Where reports disagree, a row each: `kind`, `severity`, the event, the gap. Who says what is in `voices(id)`."""
        return self.table("discrepancies", metric=metric, **where)

    def voices(self, discrepancy: str | None = None) -> polars.DataFrame:
        """Who says what: of one discrepancy, or of everything."""
        return self.table("voices") if discrepancy is None else self.table("discrepancy_voices", id=discrepancy)

    def sql(self, statement: str, limit: int = 1_000_000) -> polars.DataFrame:
        """The rows of one SELECT, within the limits of `parley sql`."""
        from metrics.store import query

        return query(self.db, statement, limit)

    def chart(self, name: str, **how: Any) -> altair.TopLevelMixin:
        """The chart of this name (a file of `dashboards/`), as `parley chart` draws it; `dark=True` for a dark page."""
        try:
            module = importlib.import_module(f"metrics.dashboards.{name}")
        except ModuleNotFoundError:
            raise Mistake(f"there is no chart {name!r}; `parley chart` lists them") from None
        draw: Callable[..., altair.TopLevelMixin] = module.draw
        return draw(self.table(getattr(module, "VIEW", name)).to_dicts(), **how)
