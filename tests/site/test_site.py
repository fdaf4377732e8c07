"""The site as files: whole, strict, escaped, the same on every run, and honest about what is missing."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from metrics.model import Mistake
from metrics.report.page import plain
from metrics.site import build
from metrics.site.templating import metric_page
from metrics.store import Store
from tests.site.databases import LONG, REPORTS, SCRIPT, loaded
from tests.site.strict import Page, inside

FIRST_PAGE = 300_000  # bytes, with its style


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[Path, Page]:
    return {path.resolve(): Page(path.resolve()) for path in sorted(site.rglob("*.html"))}


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_every_link_lands(pages: dict[Path, Page]) -> None:
    assert len(pages) > 40
    lost = [
        (page.path.name, target.name, fragment)
        for page in pages.values()
        for target, fragment in inside(page)
        if not target.is_file() or (fragment and target in pages and fragment not in pages[target].ids)
    ]
    assert lost == []


def test_links_lead_out_over_http_alone(pages: dict[Path, Page]) -> None:
    schemes = {re.split(":", link)[0] for page in pages.values() for link in page.links if re.match(r"[a-z]+:", link)}
    assert schemes == {"https", "data"}


def test_no_id_stands_twice(pages: dict[Path, Page]) -> None:
    assert [page.path.name for page in pages.values() if len(set(page.ids)) < len(page.ids)] == []


def test_every_page_has_a_policy_that_runs_nothing_but_our_files(pages: dict[Path, Page]) -> None:
    for page in pages.values():
        (policy,) = [told["content"] for tag, told in page.tags if tag == "meta" and told.get("http-equiv") == "Content-Security-Policy"]
        assert policy is not None
        assert "default-src 'none'" in policy
        assert re.search(r"script-src '(none|self)';", policy)
        scripts = [told for tag, told in page.tags if tag == "script"]
        assert all(told.get("src") or told.get("type") == "application/json" for told in scripts)
        assert not [told for _, told in page.tags if any(name.startswith("on") or name == "style" for name in told)]


def test_what_documents_say_is_text(site: Path, pages: dict[Path, Page]) -> None:
    assert any(SCRIPT in page.text for page in pages.values())
    assert [name for name, content in files(site).items() if name.endswith(".html") and b"<script>alert" in content] == []
    assert [name for name, content in files(site).items() if name.endswith(".html") and "\u202e".encode() in content] == []
    assert "Обмін 交換 تبادل" in " ".join(page.text for page in pages.values())


def test_a_long_title_is_cut(pages: dict[Path, Page]) -> None:
    assert max(page.text.count(LONG.strip()[:100]) for page in pages.values()) > 0
    assert not [page.path for page in pages.values() if LONG.strip() in page.text]


def test_each_claim_has_a_place_and_its_mark_is_its_figure(db: Path, site: Path) -> None:
    with Store(db, read_only=True) as store:
        claims = store.pages()["claims"]
        texts = {row["report_id"]: str(row["text"]) for row in store.pages()["reports"]}
    assert len(claims) >= 7
    for claim in claims:
        page = Page(site / "reports" / f"{claim['report_id']}.html")
        said = str(claim["quote"])[claim["start"] - claim["quote_start"] : claim["end"] - claim["quote_start"]]  # type: ignore[operator]
        assert said in texts[claim["report_id"]]
        assert page.marks[str(claim["claim_id"])] == plain(said)


def test_only_what_is_quoted_and_its_neighbours_are_shown(db: Path, site: Path, tmp_path: Path) -> None:
    everything = b"".join(content for name, content in files(site).items() if not name.endswith(".parquet"))
    assert b"The next sentence stands beside it." in everything
    assert b"This one stands further off." not in everything
    assert not (site / "data" / "csv" / "documents.csv").exists()
    build(db, tmp_path / "full", full_text=True)
    assert b"This one stands further off." in b"".join(files(tmp_path / "full").values())


def test_the_same_database_gives_the_same_bytes(db: Path, site: Path, tmp_path: Path) -> None:
    build(db, tmp_path / "again")
    assert files(tmp_path / "again") == files(site)


def test_the_first_page_is_light(site: Path) -> None:
    assert sum((site / name).stat().st_size for name in ("index.html", "site.css")) < FIRST_PAGE


def test_nothing_was_read(tmp_path: Path) -> None:
    db = loaded(tmp_path, [])
    build(db, tmp_path / "site")
    text = {path.name: Page(path).text for path in (tmp_path / "site").glob("*.html")}
    assert "Nothing was read yet" in text["index.html"]
    assert "never" in text["about.html"]
    for page in [Page(path.resolve()) for path in (tmp_path / "site").rglob("*.html")]:
        assert [target for target, _ in inside(page) if not target.is_file()] == []


def test_the_first_page_shows_its_conflicts_as_a_picture(site: Path, pages: dict[Path, Page]) -> None:
    page = pages[(site / "index.html").resolve()]
    (picture,) = [told for tag, told in page.tags if tag == "img"]
    assert (picture["src"], picture["alt"]) == ("charts/overview.svg", "Conflicting figures: talks duration and prisoners exchanged")
    light, dark = ((site / "charts" / f"overview{night}.svg").read_text(encoding="utf-8") for night in ("", "-dark"))
    assert "1,000" in light
    assert light != dark
    assert [name for name in ("overview.html", "overview.svg") if (site / "charts" / name).exists()] == ["overview.svg"]


def test_every_chart_is_there_to_take_light_and_dark(site: Path, pages: dict[Path, Page]) -> None:
    links = pages[(site / "data.html").resolve()].links
    charts = [path.stem for path in (site / "charts").glob("*.html") if path.stem != "index"]
    assert len(charts) >= 3
    assert {f"charts/{name}{night}.svg" for name in charts for night in ("", "-dark")} <= set(links)


def test_a_report_without_a_title_has_its_first_words_for_one(tmp_path: Path) -> None:
    untitled = {key: value for key, value in REPORTS[2].items() if key != "title"}
    build(loaded(tmp_path, [untitled]), tmp_path / "site")
    (report,) = (tmp_path / "site" / "reports").glob("r-*.html")
    assert "“Ukraine and Russia exchanged 300 prisoners of war each, the ministry said.”, without a title" in Page(report).text


def test_one_claim(tmp_path: Path) -> None:
    build(loaded(tmp_path, [REPORTS[2]]), tmp_path / "site")
    assert "agrees with itself" in Page(tmp_path / "site" / "index.html").text
    (report,) = (tmp_path / "site" / "reports").glob("r-*.html")
    assert "undated: the report gives no day" in Page(report).text


def test_no_claim(tmp_path: Path) -> None:
    build(loaded(tmp_path, [{"text": "Nothing of the kind was said on that day.", "title": "A quiet day"}]), tmp_path / "site")
    assert "No report gives a figure that Parley tracks" in Page(tmp_path / "site" / "index.html").text


def test_an_earlier_site_is_replaced_and_nothing_else_is(tmp_path: Path) -> None:
    db, folder = loaded(tmp_path, []), tmp_path / "site"
    build(db, folder)
    (folder / "index.html").write_text("old")
    build(db, folder)
    assert (folder / "index.html").read_text() != "old"
    strange = tmp_path / "thesis"
    strange.mkdir()
    (strange / "chapter.txt").write_text("years of work")
    with pytest.raises(Mistake, match="no site of Parley's"):
        build(db, strange)
    assert [path.name for path in strange.iterdir()] == ["chapter.txt"]
    build(db, strange, force=True)
    assert (strange / "index.html").is_file()
    assert not list(tmp_path.glob(".*"))


def test_a_database_that_is_not_there_leaves_the_old_site(tmp_path: Path) -> None:
    db, folder = loaded(tmp_path, []), tmp_path / "site"
    build(db, folder)
    before = files(folder)
    with pytest.raises(Mistake, match="no such database"):
        build(tmp_path / "other.duckdb", folder)
    assert files(folder) == before


def test_the_index_holds_every_claim_once(db: Path, site: Path) -> None:
    told = json.loads((site / "index.js").read_text(encoding="utf-8").removeprefix("window.parley = ").rstrip(";\n"))
    with Store(db, read_only=True) as store:
        ids = {str(row["claim_id"]) for row in store.pages()["claims"]}
    entries = [entry for entry in told["entries"] if told["kinds"][entry[0]] == "claim"]
    assert sorted(entry[2].partition("#")[2] for entry in entries) == sorted(ids)


@pytest.mark.parametrize(
    ("metric", "file"), [("people_killed", "people_killed.html"), ("index", "index_.html"), ("a b/../c", "a_b____c.html")]
)
def test_a_metric_of_any_name_has_a_page_of_its_own(metric: str, file: str) -> None:
    assert metric_page(metric) == file
