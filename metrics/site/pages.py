"""Every page of the site, from the record."""

from __future__ import annotations

import json
import shutil
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from markupsafe import Markup

from metrics import __version__
from metrics.report import links
from metrics.report.html import styled
from metrics.site import drawing, searching
from metrics.site.passages import passages
from metrics.site.record import Record, Row, grouped
from metrics.site.templating import FOLDER, environment, metric_page, numbered, paged
from metrics.store.dictionary import dictionary
from metrics.store.export import export

CARDS, LINES = 50, 200  # on one page
VOICES = 60  # of one discrepancy
MENU = (
    ("Overview", "index.html"),
    ("Discrepancies", "discrepancies/index.html"),
    ("Events", "events/index.html"),
    ("Metrics", "metrics/index.html"),
    ("Reports", "reports/index.html"),
    ("Sources", "sources/index.html"),
    ("Charts", "charts/index.html"),
    ("Search", "search.html"),
    ("Downloads", "data.html"),
)


def write(record: Record, db: Path, folder: Path, full_text: bool) -> int:
    """Writes all pages and files into an empty folder; how many pages there are. Raises Mistake and OSError."""
    for name in ("discrepancies", "events", "metrics", "reports", "sources", "charts"):
        (folder / name).mkdir()
    for file in sorted((FOLDER / "static").glob("*.js")):
        shutil.copyfile(file, folder / file.name)
    (folder / "site.css").write_text(styled(FOLDER / "static" / "site.css"), encoding="utf-8")
    export(db, folder / "data", only=[name for name in dictionary().start if full_text or name != "documents"])
    pages = _Pages(record, db, folder, full_text)
    pages.everything()
    return pages.written


class _Pages:
    """The pages under way: templates, the claims' cards that several pages share, and where it all goes."""

    def __init__(self, record: Record, db: Path, folder: Path, full_text: bool) -> None:
        self.record, self.folder, self.full = record, folder, full_text
        self.written = 0
        self.cards: dict[str, Markup] = {}
        self.environment = environment()
        self.environment.globals.update(
            version=__version__,
            loaded=record.loaded,
            menu=MENU,
            findings=record.findings,
            state=record.state,
            full=full_text,
            card=self._card,
            named=record.named,
            numbered=lambda stem, page: numbered(stem.rpartition("/")[2], page),
            command=f"parley site --db {db.name}{' --full-text' if full_text else ''}",
        )

    def everything(self) -> None:
        """Each kind of page in turn, the charts' pictures beside them."""
        with drawing.Pictures(self.folder / "charts") as pictures:
            charts = drawing.drawn(self.record.views, self.record.discrepancies, pictures)
            picture = next((chart for chart in charts if chart.name == drawing.OVERVIEW), None)
            charts = [chart for chart in charts if chart is not picture]
            self._overview(picture)
            self._discrepancies()
            self._events()
            self._metrics()
            self._reports()
            self._sources()
            self._charts(charts)
            self._data(charts)

    def _page(self, template: str, address: str, **told: Any) -> None:
        root = "../" * address.count("/")
        text = self.environment.get_template(template).render(root=root, **({"here": address} | told))
        (self.folder / address).write_text(text, encoding="utf-8")
        self.written += 1

    def _list(self, template: str, stem: str, rows: Sequence[Row], size: int, **told: Any) -> None:
        """The pages over which a list runs."""
        pages = paged(rows, size)
        for page, shown in enumerate(pages, 1):
            self._page(template, numbered(stem, page), rows=shown, count=len(rows), stem=stem, page=page, pages=len(pages), **told)

    def _card(self, claim_id: str) -> Markup:
        """A claim in the words of its report, as pages one folder down show it."""
        if claim_id not in self.cards:
            claim = self.record.claim[claim_id]
            template = self.environment.get_template("card.html")
            self.cards[claim_id] = Markup(template.render(claim=claim, address=links.address(claim)))  # escaped by the template
        return self.cards[claim_id]

    def _overview(self, picture: drawing.Drawn | None) -> None:
        rows = self.record.discrepancies
        latest = [row for row in self.record.best if not row["part"]][:12]
        by_severity = grouped(rows, "severity")
        self._page(
            "index.html", "index.html", conflicts=by_severity.get("conflict", ()), notes=by_severity.get("note", ()), latest=latest,
            picture=picture,
        )  # fmt: skip
        self._page("about.html", "about.html", rules=self.record.state["rules"])
        self._page("search.html", "search.html", filters=searching.filters(self.record))
        (self.folder / "index.js").write_text(searching.index(self.record), encoding="utf-8")

    def _discrepancies(self) -> None:
        rows = self.record.discrepancies
        self._list("discrepancies.html", "discrepancies/index", rows, LINES)
        for row in rows:
            beside = self.record.considered.get((row["event_id"], row["stage"], row["metric"]), ())
            self._page("discrepancy.html", f"discrepancies/{row['id']}.html", row=row, considered=beside, most=VOICES)

    def _events(self) -> None:
        record = self.record
        self._list("events.html", "events/index", record.events, LINES, flags=record.discrepancies_of_event)
        for row in record.events:
            event = row["event_id"]
            self._list(
                "event.html", f"events/{event}", record.claims_of_event.get(event, ()), CARDS, row=row,
                flags=record.discrepancies_of_event.get(event, ()), figures=record.best_of_event.get(event, ()),
                agreements=record.agreements_of_event.get(event, ()), not_flagged=record.not_flagged_of_event.get(event, ()),
            )  # fmt: skip

    def _metrics(self) -> None:
        record = self.record
        unknown = {metric: dict.fromkeys(("title", "asks", "unit")) | {"metric": metric} for metric in record.claims_of_metric}
        rows = [*(unknown | record.metrics).values()]
        rows.sort(key=lambda row: (-len(record.claims_of_metric.get(row["metric"], ())), row["metric"]))
        self._page("metrics.html", "metrics/index.html", rows=rows, counts=record.claims_of_metric, flags=record.discrepancies_of_metric)
        for row in rows:
            claims, flags = record.claims_of_metric.get(row["metric"], ()), record.discrepancies_of_metric.get(row["metric"], ())
            self._list("metric.html", f"metrics/{metric_page(row['metric']).removesuffix('.html')}", claims, CARDS, row=row, flags=flags)

    def _reports(self) -> None:
        record = self.record
        self._list("reports.html", "reports/index", record.reports, LINES, counts=record.claims_of_report)
        copies = {row["report_id"]: row for row in record.copies}
        flags: defaultdict[str, list[Row]] = defaultdict(list)
        for row in record.discrepancies:
            for claim_id in dict.fromkeys(claim_id for voice in row["voices"] for claim_id in voice["claim_ids"]):
                flags[claim_id].append(row)
        for row in record.reports:
            claims = record.claims_of_report.get(row["report_id"], ())
            self._page(
                "report.html", f"reports/{row['report_id']}.html", row=row, claims=claims, flags=flags,
                passages=passages(row["text"], row["start"], claims, self.full), copied=copies.get(row["report_id"]),
                sightings=record.sightings.get(row["report_id"], ()),
            )  # fmt: skip

    def _sources(self) -> None:
        record = self.record
        copied = {row["report_id"] for row in record.copies}
        outlets = []
        for name, reports in grouped(record.reports, "publisher").items():
            days = [row["published"] for row in reports if row["published"]]
            outlets.append(
                {
                    "name": name,
                    "reports": len(reports),
                    "claims": sum(len(record.claims_of_report.get(row["report_id"], ())) for row in reports),
                    "copies": sum(row["report_id"] in copied for row in reports),
                    "first": min(days, default=None),
                    "last": max(days, default=None),
                }
            )
        outlets.sort(key=lambda outlet: (-outlet["reports"], outlet["name"] or ""))
        named = sum(outlet["name"] is not None for outlet in outlets)
        self._list("sources.html", "sources/index", record.copies, LINES, outlets=outlets, named_outlets=named)

    def _charts(self, drawn: Sequence[drawing.Drawn]) -> None:
        self._page("charts.html", "charts/index.html", charts=drawn)
        for chart in drawn:
            csv = (self.folder / "data" / "csv" / f"{chart.view}.csv").exists()
            spec, night = Markup(drawing.embedded(chart.spec)), Markup(drawing.embedded(drawing.night()))
            self._page("chart.html", f"charts/{chart.name}.html", chart=chart, csv=csv, spec=spec, night=night)

    def _data(self, drawn: Sequence[drawing.Drawn]) -> None:
        told = json.loads((self.folder / "data" / "datapackage.json").read_text(encoding="utf-8"))
        tables = [resource for resource in told["resources"] if resource.get("profile")]
        self._page("data.html", "data.html", tables=tables, charts=drawn)
