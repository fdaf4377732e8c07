"""Small databases: of reports that would like to be code, of one claim, of nothing."""

from __future__ import annotations

import contextlib
import io
import json
from pathlib import Path

from metrics.cli import run
from metrics.store import Store

SCRIPT = "<script>alert('ours')</script>"
TURNED = "\u202eevil\u202c\u200f"
LONG = "A very long title " * 280  # 5,040 characters

REPORTS = [
    {
        "id": "1", "url": "https://ledger.example/one?a=1&b=\"2\"", "publisher": "The Ledger", "published": "2025-06-02",
        "title": f"Talks end {SCRIPT}",
        "text": f"Kyiv and Moscow met. {SCRIPT} & \"both\" sides in Istanbul agreed to swap 1,000 prisoners of war each on 2 June 2025. "
        "\"The list has 339 children on it,\" the Russian delegation said. "
        "The next sentence stands beside it. This one stands further off.",
    },
    {
        "id": "2", "url": "javascript:alert(1)", "publisher": f"Gazette {TURNED}<b>", "published": "2025-06-03", "title": LONG,
        "text": f"Ukraine and Russia agreed in Istanbul on 2 June 2025 to swap up to 1,200 {TURNED} prisoners of war each, "
        "Rustem Umerov said. "
        "The Ukrainian side handed over a list of nearly 400 children. The talks lasted for more than two hours.",
    },
    {
        "id": "3", "publisher": "Вісник الأخبار 新聞", "title": "Обмін 交換 تبادل",
        "text": "Українська сторона мовчить. Ukraine and Russia exchanged 300 prisoners of war each, the ministry said. 新聞 ends here.",
    },
    {
        "id": "4", "publisher": "The Evening Gazette", "published": "2025-06-03", "title": "After the talks",
        "text": "The talks in Istanbul on 2 June 2025 lasted less than an hour. Kyiv and Moscow agreed on 2 June 2025 to swap 900 "
        "prisoners of war each, the Russian defence ministry said. More than 50,000 Russian troops have gathered near the Sumy region.",
    },
]  # fmt: skip


def loaded(folder: Path, reports: list[dict[str, str]]) -> Path:
    """A database of these reports; an empty one where there are none."""
    db = folder / "parley.duckdb"
    if not reports:
        with Store(db):
            return db
    source = folder / "reports.jsonl"
    source.write_text("".join(json.dumps(report) + "\n" for report in reports), encoding="utf-8")
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        assert run(["load", str(source), "--db", str(db)]) == 0
    return db
