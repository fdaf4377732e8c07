"""Every chart, with nothing, little and much to draw: it says what it shows and what it leaves out, and shifts no day."""

from __future__ import annotations

import itertools
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from metrics.charts import charts
from metrics.dashboards import by_night, draw, page, save, svg
from metrics.dashboards import look as looks
from metrics.store import Store
from tests.sql.made_claims import batch

Json = dict[str, Any]
NASTY = "</script><script>alert(1)</script>'\"\u202e" + "x" * 5000
NAMES = sorted(charts())


def conflict(sides: str, extra: int = 0) -> list[Json]:
    """What is said of one conflict: a deal that is delivered in stages, sides that differ, a voice that revises, totals, talks."""
    one, other = sides.split("-")
    deal: Json = {"metric": "prisoners_exchanged", "sides": sides, "event_kind": "exchange", "basis": "per_side"}
    done: Json = {**deal, "status": "completed"}
    talks: Json = {"sides": sides, "event_kind": "talks", "event_from": "5-16", "event_to": "5-16", "status": "completed"}
    total: Json = {"metric": "prisoners_exchanged_total", "sides": sides, "status": "completed", "basis": "one_side", "party": other}
    truce: Json = {"metric": "ceasefire_duration", "sides": sides, "event_kind": "ceasefire", "status": "proposed", "published": "5-16"}
    return [
        {**deal, "low": 1000 + extra, "status": "agreed", "deal_date": "5-16", "published": "5-16", "by": "The Daily"},
        *(
            {**done, "low": low, "event_from": day, "event_to": day, "published": day, "by": "The Daily"}
            for low, day in ((390, "5-23"), (307, "5-24"), (303, "5-25"))
        ),
        {**done, "low": 310, "event_from": "5-24", "event_to": "5-24", "published": "5-24", "speaker": "One", "speaker_side": one},
        {**done, "low": 320, "event_from": "5-24", "event_to": "5-24", "published": "5-24", "speaker": "Two", "speaker_side": other},
        {**done, "low": 330, "event_from": "5-24", "event_to": "5-24", "published": "5-26", "speaker": "Two", "speaker_side": other},
        {**total, "low": 4757, "event_to": "5-6", "as_of": "5-6", "published": "5-6", "speaker": "Two", "speaker_side": other},
        {**total, "low": 5757, "event_to": "5-25", "as_of": "5-25", "published": "5-25", "speaker": "Two", "speaker_side": other},
        {**talks, "metric": "talks_duration", "low": 2, "bound": "under", "published": "5-16"},
        {**truce, "low": 30, "bound": "at_least", "speaker_side": other, "proposer": other},
        {**truce, "low": 2, "high": 3, "bound": "range", "speaker_side": one, "proposer": one},
    ]


def rows_of(folder: Path, claims: list[Json]) -> dict[str, list[Json]]:
    """The rows of every chart's view."""
    with Store(folder / "p.duckdb") as store:
        store.load(batch(claims))
        return {name: store.frame(chart.view).to_dicts() for name, chart in charts().items()}


@pytest.fixture(scope="module")
def one(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Json]]:
    return rows_of(tmp_path_factory.mktemp("one"), conflict("RU-UA"))


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Json]]:
    claims = [claim for i in range(100) for claim in conflict(f"A{i:03}-B{i:03}", i)]
    for i, claim in enumerate(claims):
        claim.setdefault("by", f"Outlet {i % 150}")
    return rows_of(tmp_path_factory.mktemp("many"), claims)


def told(spec: Json) -> tuple[str, str]:
    """The title and the caption."""
    return spec["title"]["text"], " ".join(spec["title"]["subtitle"])


def test_the_charts_are_those_of_the_folder() -> None:
    assert set(NAMES) >= {"voices", "sides", "deliveries", "timeline", "revisions", "totals", "coverage", "origins", "talks"}
    assert all(chart.says.endswith(".") for chart in charts().values())


@pytest.mark.parametrize("name", NAMES)
def test_nothing_to_draw_is_said(name: str, tmp_path: Path) -> None:
    save(draw(name, []), tmp_path / "chart.svg")
    title, _ = told(draw(name, []).to_dict())
    assert title.split()[0] == "No"
    assert title.split()[1] in ("two", "delivery", "voice", "running", "talks,", "figure", "outlet")
    assert title in (tmp_path / "chart.svg").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_one_row(name: str, one: dict[str, list[Json]], tmp_path: Path) -> None:
    assert one[name]
    save(draw(name, one[name][:1]), tmp_path / "chart.svg")


FINDINGS = {
    "coverage": "4 metrics are reported on by 9 outlets",
    "deliveries": "One promise is reported as delivered in full",
    "revisions": "Two gave another figure later",
    "sides": "The sides contradict each other on prisoners exchanged",
    "talks": "Ceasefire proposed: UA 30 days or more, RU 2 to 3 days",
    "totals": "One running total is told, and none falls",
}


@pytest.mark.parametrize("name", FINDINGS)
def test_the_title_says_the_finding(name: str, one: dict[str, list[Json]]) -> None:
    assert told(draw(name, one[name]).to_dict())[0].startswith(FINDINGS[name])


@pytest.mark.parametrize("name", NAMES)
def test_no_date_is_left_for_a_viewer_to_shift(name: str, one: dict[str, list[Json]]) -> None:
    text = json.dumps(draw(name, one[name]).to_dict())
    assert "temporal" not in text
    assert "2025-05" not in text
    assert "timeFormat" not in text


@pytest.mark.parametrize("name", NAMES)
def test_much_is_cut_to_what_can_be_looked_at_and_said(name: str, many: dict[str, list[Json]]) -> None:
    spec = draw(name, many[name]).to_dict()
    marks = sum(len(values) for values in spec["datasets"].values())
    assert 0 < marks <= 4000
    assert len(spec["vconcat"]) <= 40
    title, caption = told(spec)
    said = caption + json.dumps([panel.get("title", "") for panel in spec["vconcat"]])
    assert " of " in said or "first " in said, (title, caption)


@pytest.mark.parametrize("name", NAMES)
def test_light_and_dark(name: str, one: dict[str, list[Json]]) -> None:
    light, dark = (draw(name, one[name], dark=dark).to_dict() for dark in (False, True))
    assert by_night(svg(light)) == svg(dark)
    assert light["config"]["background"] == looks.LIGHT.background
    assert dark["config"]["background"] == looks.DARK.background
    text = json.dumps(dark)
    assert not any(f'"{colour}"' in text for colour in (*looks.LIGHT.sides, looks.LIGHT.ink, looks.LIGHT.background))


@pytest.mark.parametrize("name", NAMES)
def test_the_same_rows_in_another_order_give_the_same_chart(name: str, one: dict[str, list[Json]]) -> None:
    assert draw(name, one[name]).to_dict() == draw(name, list(reversed(one[name]))).to_dict()


@pytest.mark.parametrize("name", NAMES)
def test_hostile_text_is_cut_and_stays_data(name: str, one: dict[str, list[Json]]) -> None:
    texts = ("event", "publisher", "speaker", "voice", "quote", "first_voice")
    rows = [
        {key: NASTY if key in texts and value is not None else [NASTY] if key == "publishers" else value for key, value in row.items()}
        for row in one[name]
    ]
    made = page(draw(name, rows).to_dict())
    assert made.count("</script>") == made.count("<script") == 3
    assert "x" * 1000 not in made.partition('id="spec">')[2].partition("</script>")[0]


def test_deliveries_end_at_their_sum(one: dict[str, list[Json]]) -> None:
    spec = draw("deliveries", one["deliveries"]).to_dict()
    values = [value for values in spec["datasets"].values() for value in values if "stage" in value]
    assert [value["from"] for value in values] == [0, 390, 697]
    assert [value["to"] for value in values] == [390, 697, 1000]
    assert [value["when"] for value in values] == ["23 May 2025", "24 May 2025", "25 May 2025"]


def test_a_side_whose_range_holds_the_others_leaves_the_line_its_name(one: dict[str, list[Json]]) -> None:
    first, second, *_ = sorted(one["sides"], key=lambda row: (row["metric"], row["event_id"], row["side"]))
    wide = {**first, "low": 1.0, "high": 9999.0, "interval_low": 1.0, "interval_high": 9999.0}
    narrow = {**first, "side": second["side"], "low": 339.0, "high": 339.0, "interval_low": 339.0, "interval_high": 339.0}
    spec = draw("sides", [wide, narrow]).to_dict()
    values = [value for values in spec["datasets"].values() for value in values if "place" in value]
    assert {value["side"]: value["place"] for value in values} == {wide["side"]: "right", narrow["side"]: "left"}
    assert spec["title"]["text"] == "The sides speak of one thing, and what they claim overlaps on it"


def test_a_blank_is_not_zero(one: dict[str, list[Json]]) -> None:
    spec = draw("coverage", one["coverage"]).to_dict()
    cells = [value for values in spec["datasets"].values() for value in values if "claims" in value]
    assert len(cells) == len(one["coverage"])
    assert all(cell["claims"] > 0 for cell in cells)


def test_days_as_text() -> None:
    day = date(2025, 5, 23)
    assert looks.days(day, day) == "23 May 2025"
    assert looks.days(day, date(2025, 5, 25)) == "23–25 May 2025"
    assert looks.days(day, date(2025, 6, 2)) == "23 May – 2 June 2025"
    assert looks.days(date(2024, 12, 31), date(2025, 1, 2)) == "31 December 2024 – 2 January 2025"
    assert looks.days(None, day) == "no day given"


@pytest.mark.parametrize(
    ("last", "texts"),
    [
        (date(2025, 5, 23), ["23 May 2025"]),
        (date(2025, 5, 25), ["23 May 2025", "24 May 2025", "25 May 2025"]),
        (date(2026, 5, 23), ["Jun 2025", "Aug 2025", "Oct 2025", "Dec 2025", "Feb 2026", "Apr 2026"]),
    ],
)
def test_an_axis_of_days(last: date, texts: list[str]) -> None:
    axis = looks.calendar(date(2025, 5, 23), last)
    assert [text for text in axis["labelExpr"].split("'") if text.endswith(("2025", "2026"))] == texts
    assert len(axis["values"]) == len(texts)


def test_labels_do_not_cover_one_another() -> None:
    assert looks.spread([10, 100], 15) == [10, 100]
    assert looks.spread([10, 10], 20) == [0, 20]
    places = looks.spread([50, 52, 51, 90, 3], 15)
    assert sorted(range(5), key=lambda i: places[i]) == [4, 0, 2, 1, 3]
    ordered = sorted(places)
    assert all(later - earlier >= 15 - 1e-9 for earlier, later in itertools.pairwise(ordered))
