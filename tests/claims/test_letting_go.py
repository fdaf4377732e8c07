"""What a report was read into is let go of when it is read: nothing of it waits for the collector, which would keep it long."""

from __future__ import annotations

import gc
from datetime import date

from metrics.claims import catalogue
from metrics.extract import extract
from metrics.model import Document
from metrics.read import reports

TEXT = """The ministry said that 40 soldiers had come home. Its spokesman met them.

He said on Friday that Ukraine and Russia had exchanged 90 prisoners of war each. "We counted 90 of them," the ministry said.
"""


def test_nothing_of_a_report_waits_for_the_collector() -> None:
    known = catalogue.load()
    (report,) = reports(Document("d", "d.txt", TEXT, "0", published=date(2025, 5, 28)))
    assert extract(report, known).claims  # and all that is loaded once is there
    gc.collect()
    gc.disable()
    try:
        extract(report, known)
        assert gc.collect() < 20
    finally:
        gc.enable()
