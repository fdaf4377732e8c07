"""Pages of several articles, titles, outlets, and who wrote the copy."""

from __future__ import annotations

from datetime import date

import pytest

from metrics.model import Document, Report
from metrics.read import reports

PAGE = """Latest news with #Ceasefire

Haaretz
2 hours ago
- Israel
- Haaretz
Mediators see a deal within reach
Negotiators met in Doha again. No date was set.

Dawn
a day ago
- World
Lahore hosts observers of the truce
First paragraph of the article.
Second paragraph, which is longer than the first one.
&w=640&q=50)

Tolo Star Weekly
3 weeks ago
- World
- Tolo Star Weekly
Eleven freed in Kandahar
They came home by bus.
"""


def read_one(text: str, **fields: object) -> Report:
    (report,) = reports(Document("d", "x", text, "", **fields))  # type: ignore[arg-type]
    return report


def zone_texts(report: Report, kind: str) -> list[str]:
    return [report.text[zone.start : zone.end] for zone in report.zones if zone.kind == kind]


def test_a_page_is_split() -> None:
    found = reports(Document("d", "x", PAGE, ""))
    assert [(report.publisher, report.title) for report in found] == [
        ("Haaretz", "Mediators see a deal within reach"),
        ("Dawn", "Lahore hosts observers of the truce"),
        ("Tolo Star Weekly", "Eleven freed in Kandahar"),
    ]
    assert found[1].text[found[1].start : found[1].end].rstrip().endswith("&q=50)")
    assert zone_texts(found[1], "boilerplate") == ["Dawn\na day ago\n- World", "&w=640&q=50)"]
    assert zone_texts(found[2], "headline") == ["Eleven freed in Kandahar"]
    assert [report.published for report in found] == [None, None, None]


def test_absolute_dates_in_the_headers() -> None:
    text = "Reuters\nMay 3, 2019\n- World\nOne thing\nProse here.\nAP\n4 May 2019\n- World\nOther thing\nMore prose here.\n"
    found = reports(Document("d", "x", text, ""))
    assert [(report.publisher, report.published, report.published_basis) for report in found] == [
        ("Reuters", date(2019, 5, 3), "stated"),
        ("AP", date(2019, 5, 4), "stated"),
    ]


def test_an_article_that_mentions_days_ago_is_no_page() -> None:
    assert len(reports(Document("d", "x", "The Village\n\nA bridge fell\nthree days ago.\nIt was old.\n", ""))) == 1


def test_ids_follow_the_content_not_the_crawl() -> None:
    later = PAGE.replace("a day ago", "4 days ago")
    first, second = reports(Document("d", "x", PAGE, "")), reports(Document("e", "elsewhere", later, ""))
    assert [report.report_id for report in first] == [report.report_id for report in second]
    assert len({report.report_id for report in first}) == 3
    one, two = read_one("Some text.", publisher="Dawn"), read_one("Some text.", publisher="Haaretz")
    assert one.report_id != two.report_id


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "Rebels free nine aid workers in Goma\nNine aid workers walked out on Friday. They were well.",
            "Rebels free nine aid workers in Goma",
        ),
        ("Nine aid workers walked out on Friday.\nThey were well, and so on.", None),
        ("Title: Nine walk free\nDate: 2018-02-01\n\nNine aid workers walked out.", "Nine walk free"),
        ("One single line without a stop", None),
    ],
)
def test_titles_of_plain_texts(text: str, title: str | None) -> None:
    assert read_one(text).title == title


def test_metadata_comes_first() -> None:
    report = read_one("Nine walk free\nProse follows here.", title="Nine walk free", publisher="Dawn", published=date(2018, 2, 1))
    assert (report.title, report.publisher, report.published, report.published_basis) == (
        "Nine walk free",
        "Dawn",
        date(2018, 2, 1),
        "stated",
    )
    assert report.text[report.title_start : report.title_end] == "Nine walk free"
    assert read_one("Prose.", title="Not in the text").title == "Not in the text"
    assert read_one("Prose.", url="https://www.dawn.com/news/1").publisher == "Dawn"
    assert read_one("Prose.", url="https://[broken").publisher is None


@pytest.mark.parametrize(
    ("closing", "publisher", "author"),
    [
        ("Consider supporting the Kyiv Post.", "Yahoo", "Kyiv Post"),
        ("Please consider supporting The Moscow Times.", None, "The Moscow Times"),
        ("This article first appeared in the Nairobi Evening Herald.", "MSN", "Nairobi Evening Herald"),
        ("Originally published by Daily Maverick", "Yahoo", "Daily Maverick"),
        ("The post Nine walk free appeared first on Premium Times.", None, "Premium Times"),
        ("Reprinted from Sudan Tribune.", "Yahoo", "Sudan Tribune"),
        ("Our Standards: The Thomson Reuters Trust Principles.", "Yahoo", "Reuters"),
        ("Copyright 2019 The Associated Press. All rights reserved.", "Yahoo", "AP"),
        ("This article first appeared in Dawn.", "Dawn", None),
        ("Consider supporting Ukraine.", "Yahoo", None),
        ("Support Independent journalism today.", "Yahoo", None),
        ("They were right to support The Hague, he said.", "Yahoo", None),
        ("The law was originally published in 1994.", "Yahoo", None),
    ],
)
def test_who_wrote_the_copy(closing: str, publisher: str | None, author: str | None) -> None:
    report = read_one(f"Nine aid workers walked out on Friday. They were well. {closing}", publisher=publisher)
    assert report.original_publisher == author


@pytest.mark.parametrize(
    ("opening", "publisher", "author", "published"),
    [
        ("GOMA, Congo (AP) — Nine aid workers walked out.", "Yahoo", "AP", None),
        ("Nov 9 (Reuters) - Nine aid workers walked out.", "Reuters", None, None),
        ("YEREVAN, Nov. 9, 2020 (AFP) – Nine aid workers walked out.", None, "AFP", date(2020, 11, 9)),
        ("By A. Writer\nKABUL, March 4 (Xinhua) -- Nine aid workers walked out.", "MSN", "Xinhua", None),
        ("Nine aid workers (four women) - all of them well - walked out.", "Yahoo", None, None),
    ],
)
def test_wire_datelines(opening: str, publisher: str | None, author: str | None, published: date | None) -> None:
    report = read_one(opening + " They were well.", publisher=publisher)
    assert (report.original_publisher, report.published) == (author, published)


@pytest.mark.parametrize(
    ("text", "published"),
    [
        (" date 2016-10-13 Nine walked out. They were well.", date(2016, 10, 13)),
        ("Nine walked out.\nPublished On:\nOct 13, 2016", date(2016, 10, 13)),
        ("Nine walked out.\nPublished on: Thu, 13 Oct 2016 10:31 IST\nUpdated on: 14 October 2016", date(2016, 10, 13)),
        ("Nine walked out.\nLast updated: 2016-10-14T08:00:00Z", date(2016, 10, 14)),
        ("Nine walk out of the forest\nOctober 13, 2016\nNine aid workers walked out.", date(2016, 10, 13)),
        (" date 2016-13-45 Nine walked out.", None),
        ("Nine walked out on October 13, 2016, he said.", None),
    ],
)
def test_stated_dates(text: str, published: date | None) -> None:
    report = read_one(text)
    assert report.published == published
    assert report.published_basis == ("stated" if published else "none")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The president said that the prisoners were freed on Friday and that it was a start.", "en"),
        ("Der Präsident sagte, dass die Gefangenen am Freitag freigelassen wurden und es ein Anfang ist.", "de"),
        ("Le président a dit que les prisonniers sont libres et que ce n'est pas la fin de la guerre.", "fr"),
        ("قال الرئيس إن 300 أسير أفرج عنهم في المدينة بعد اتفاق بين الطرفين على أن تستمر المحادثات.", "ar"),
        ("رئیس جمهور گفت که ۳۰۰ زندانی آزاد شد و این برای هر دو کشور یک آغاز است.", "fa"),
        ("הנשיא אמר כי 300 שבויים שוחררו וגם כי זה לא הסוף של המלחמה.", "he"),
        ("两国周五交换了300名战俘，总统说谈判还在继续。", "zh"),
        ("両国は金曜日に300人の捕虜を交換したと大統領が述べた。", "ja"),
        ("양국은 금요일에 포로 300명을 교환했다고 대통령이 말했다.", "ko"),
        ("The envoy, 王毅, said that 300 of the prisoners were freed and that it was a start.", "en"),
        ("12 345 678", None),
        ("", None),
    ],
)
def test_language(text: str, code: str | None) -> None:
    from metrics.read.language import language

    assert language(text) == code
