"""HTML: main text and metadata, live blogs, pages that are broken or mean harm."""

from __future__ import annotations

import json
from datetime import date

import pytest

from metrics.read import reports

PARAGRAPHS = "".join(
    f"<p>The two sides exchanged {number} prisoners each on Sunday, officials said. More talks were to follow in the capital.</p>"
    for number in range(20, 24)
)


def page(head: str = "", body: str = PARAGRAPHS, title: str = "Sides swap 300 prisoners") -> str:
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>{head}</head><body><nav><a href="/">Home</a>'
        f"</nav><article><h1>{title}</h1>{body}</article><footer>About us</footer></body></html>"
    )


def ld(**fields: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@context": "https://schema.org", **fields})}</script>'


def test_the_main_text_and_what_the_page_says_of_itself(given) -> None:
    head = (
        '<meta property="article:published_time" content="2025-05-25T23:30:00+05:00">'
        '<link rel="canonical" href="https://www.dawn.com/news/123">'
    )
    (document,), problems = given("saved", page(head))
    assert not problems
    assert (document.title, document.publisher, document.published) == ("Sides swap 300 prisoners", "Dawn", date(2025, 5, 25))
    assert document.url == "https://www.dawn.com/news/123"
    assert "exchanged 20 prisoners each" in document.text
    assert "Home" not in document.text
    (report,) = reports(document)
    assert (report.title, report.published_basis, report.language) == ("Sides swap 300 prisoners", "stated", "en")


@pytest.mark.parametrize(
    ("head", "published"),
    [
        (ld(**{"@type": "NewsArticle", "datePublished": "2024-02-01T22:00:00-08:00"}), date(2024, 2, 1)),
        ('<meta name="date" content="2024-02-01">', date(2024, 2, 1)),
        ('<link rel="canonical" href="https://example.org/2024/02/01/swap">', date(2024, 2, 1)),
        (ld(**{"@type": "Report", "datePublished": "2024-02-02T03:00Z"}) + '<meta name="date" content="2024-02-01">', date(2024, 2, 1)),
        (ld(**{"@graph": [{"@type": "WebPage", "datePublished": "2024-02-01"}]}), date(2024, 2, 1)),
        ('<meta name="date" content="2024-01-01">', date(2024, 1, 1)),
        ('<meta name="copyright" content="2024">', None),
        ('<meta property="og:updated_time" content="2024-02-01">', None),
        ('<meta property="og:updated_time" content="2024-02-01"><meta name="date" content="2024-02-01">', date(2024, 2, 1)),
        ("", None),
        (ld(**{"@type": "NewsArticle", "datePublished": "some day"}), None),
        ('<script type="application/ld+json">{"@type": "NewsArticle", broken</script>', None),
    ],
)  # fmt: skip
def test_the_day_is_stated_or_there_is_none(given, head: str, published: date | None) -> None:
    (document,), _ = given("a.html", page(head))
    (report,) = reports(document)
    assert report.published == published


def test_a_copy_names_whose_it_is(given) -> None:
    head = ld(**{"@type": "NewsArticle", "publisher": {"name": "Yahoo"}, "provider": {"name": "Kyiv Independent"}})
    (document,), _ = given("a.html", page(head))
    (report,) = reports(document)
    assert (report.publisher, report.original_publisher) == ("Yahoo", "Kyiv Independent")


def test_an_archived_page_is_its_original(given) -> None:
    head = '<link rel="canonical" href="https://web.archive.org/web/20250603101010/https://www.dawn.com/news/9">'
    (document,), _ = given("a.html", page(head))
    assert document.url == "https://www.dawn.com/news/9"
    assert document.archive_url == "https://web.archive.org/web/20250603101010/https://www.dawn.com/news/9"
    assert document.retrieved == date(2025, 6, 3)


def test_a_live_blog_is_an_entry_a_report(given) -> None:
    updates = [
        {"@type": "BlogPosting", "headline": "Buses &amp; boats", "datePublished": "2025-05-25", "articleBody": "Ten buses came."},
        {"@type": "BlogPosting", "datePublished": "2025-05-24T12:00:00Z", "articleBody": "<p>Both sides freed 307.</p>", "url": "https://example.org/live#2"},
    ]  # fmt: skip
    found, _ = given("live.html", page(ld(**{"@type": "LiveBlogPosting", "liveBlogUpdate": updates, "publisher": {"name": "Dawn"}})))
    assert [(one.origin.rpartition("/")[2], one.title, one.publisher, one.published) for one in found] == [
        ("live.html#1", "Buses & boats", "Dawn", date(2025, 5, 25)),
        ("live.html#2", None, "Dawn", date(2025, 5, 24)),
    ]
    assert found[0].text == "Buses & boats\n\nTen buses came."
    assert (found[1].text, found[1].url) == ("Both sides freed 307.", "https://example.org/live#2")


@pytest.mark.parametrize(
    ("encoding", "declared"), [("utf-8", "utf-8"), ("windows-1251", "windows-1251"), ("utf-8", "iso-8859-1"), ("utf-16", "x")]
)
def test_encodings(given, encoding: str, declared: str) -> None:
    words = "Обмен пленными: 300 человек вернулись домой, сообщили официальные лица. " * 3
    raw = page(body=f"<p>{words}</p>").replace('charset="utf-8"', f'charset="{declared}"').encode(encoding)
    (document,), _ = given("a.html", raw)
    assert "300 человек вернулись" in document.text


def test_a_broken_byte_does_not_cost_the_page(given) -> None:
    (document,), problems = given("a.html", page().encode().replace(b"officials", b"officials\xff", 1))
    assert not problems
    assert "exchanged 20 prisoners each" in document.text


@pytest.mark.parametrize(
    "raw",
    [
        "<html><body>" + "<div>" * 100_000 + "Sides swapped 300 prisoners." + "</div>" * 100_000 + "</body></html>",
        "<html><body>" + "<b>" * 100_000 + "Sides swapped 300 prisoners.",
        "<html><body><p>Sides swapped 300 prisoners.</p>" + "<a<" * 50_000,
        "<html><body><p>Sides swapped 300 prisoners.</p>" + "<!--" * 50_000,
        "<html><body><p>Sides swapped 300 prisoners.</p>" + "<script>" * 50_000,
        "<html><body><p>Sides swapped 300 prisoners.</p>" + "&#x;" * 50_000,
        "<html><body><p>Sides swapped 300 prisoners.</p><script type='application/ld+json'>" + "[" * 100_000 + "</script>",
    ],
)
def test_hostile_pages_are_read_all_the_same(given, raw: str) -> None:
    (document,), problems = given("a.html", raw)
    assert not problems
    assert "Sides swapped 300 prisoners." in document.text


@pytest.mark.parametrize("raw", ["<html><body></body></html>", "<html><head><script>var a = 1</script></head></html>"])
def test_a_page_without_text(given, raw: str) -> None:
    found, (problem,) = given("a.html", raw)
    assert not found
    assert problem.message == "no text on this page"


def test_the_headline_stands_in_the_text_once(given) -> None:
    title = "Sides swap 300 “prisoners”"
    (with_it,), _ = given("a.html", page(ld(**{"@type": "NewsArticle", "headline": title}), title='Sides swap 300 "prisoners"'))
    assert with_it.text.count("Sides swap 300") == 1
    (without,), _ = given("a.html", page(ld(**{"@type": "NewsArticle", "headline": "Nine walk out of the forest"})))
    assert without.text.startswith("Nine walk out of the forest\n\n")
