"""RSS and Atom."""

from __future__ import annotations

from datetime import date

import pytest

RSS = """<?xml version="1.0"?><rss version="2.0"><channel><title>Evening Herald - World</title><link>https://herald.example</link>
<item><title>Sides swap 55 prisoners</title><link>https://www.dawn.com/news/5</link><guid>g5</guid>
<pubDate>Mon, 02 Jun 2025 23:30:00 -0800</pubDate>
<description>&lt;p&gt;The sides swapped &lt;b&gt;55&lt;/b&gt; prisoners.&lt;/p&gt;&lt;script&gt;x()&lt;/script&gt;</description>
</item>
<item><title>Bodies returned</title><guid isPermaLink="false">g6</guid><description>Twenty bodies came home.</description>
<source url="https://kyivindependent.com/rss">Kyiv Independent</source></item>
<item><guid>g7</guid></item></channel></rss>"""
ATOM = """<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Wire</title>
<entry><title>Talks end</title><id>urn:1</id><updated>2025-06-02T10:00:00Z</updated><link href="https://example.org/1"/>
<content type="html">&lt;p&gt;Talks lasted two hours.&lt;/p&gt;&lt;p&gt;No more is known.&lt;/p&gt;</content></entry></feed>"""


def test_an_entry_a_document(given) -> None:
    (first, second), (problem,) = given("feed", RSS)
    assert (first.title, first.publisher, first.url, first.record_id) == (
        "Sides swap 55 prisoners",
        "Dawn",
        "https://www.dawn.com/news/5",
        "g5",
    )
    assert first.published == date(2025, 6, 2)  # as written, not Greenwich's 3 June
    assert first.text == "Sides swap 55 prisoners\n\nThe sides swapped 55 prisoners."
    assert (second.publisher, second.published, second.url) == ("Kyiv Independent", None, None)
    assert problem.origin.endswith("feed#3")
    assert problem.message == "no text in this entry"


def test_atom(given) -> None:
    (document,), problems = given("a.xml", ATOM)
    assert not problems
    assert (document.text, document.published) == ("Talks end\n\nTalks lasted two hours.\nNo more is known.", date(2025, 6, 2))


def test_a_feed_that_is_cut_off(given) -> None:
    found, problems = given("a.rss", RSS[: RSS.index("Twenty")])
    assert [document.title for document in found][:1] == ["Sides swap 55 prisoners"]
    assert "no whole XML at line" in problems[-1].message


@pytest.mark.parametrize(
    "raw",
    [
        '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><rss><channel><item><title>&b;</title></item></channel></rss>',
        '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><rss><channel><item><title>&a;</title></item></channel></rss>',
    ],
)
def test_entities_are_not_expanded(given, raw: str) -> None:
    found, (problem,) = given("a.rss", raw)
    assert not found
    assert "declares entities" in problem.message


def test_a_feed_nested_deep(given) -> None:
    deep = "<a>" * 50_000
    found, problems = given("a.rss", RSS.replace("<item><guid>g7</guid></item>", f"<item>{deep}</item>"))
    assert found[0].title == "Sides swap 55 prisoners"
    assert problems
