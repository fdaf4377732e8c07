"""Which reports are versions of one article, and which of them counts."""

from __future__ import annotations

import random
from datetime import date
from itertools import permutations
from typing import Any

import pytest

from metrics.versions import Reading, versions

WORDS = [f"w{i}" for i in range(500)]
JUNE = [date(2025, 6, day) for day in range(1, 10)]


def text(seed: int, length: int = 60) -> str:
    return " ".join(random.Random(seed).choices(WORDS, k=length))


def reading(name: str, words: str = "", **about: Any) -> Reading:
    return Reading(name, words or text(1) + f" {name}", **about)


URL = {"url": "post.example/a"}
TITLE = {"titled": "Post|swap agreed"}
OLD, NEW, OTHER = "old", "new", "other"


@pytest.mark.parametrize(
    ("case", "readings", "replaced"),
    [
        ("one URL, the later day", [reading(OLD, published=JUNE[0], **URL), reading(NEW, text(2), published=JUNE[1], **URL)], {OLD: NEW}),
        (
            "one URL, taken later",
            [reading(OLD, published=JUNE[5], retrieved=JUNE[6], **URL), reading(NEW, retrieved=JUNE[7], **URL)],
            {OLD: NEW},
        ),
        ("one URL, no days: the longer", [reading(OLD, **URL), reading(NEW, text(1) + " and more words", **URL)], {OLD: NEW}),
        ("other URLs", [reading(OLD, **URL, **TITLE), reading(NEW, url="post.example/b", **TITLE)], {}),
        (
            "one title and day, shared words",
            [reading(OLD, published=JUNE[0], **TITLE), reading(NEW, text(1) + " newer", published=JUNE[0], **TITLE)],
            {OLD: NEW},
        ),
        ("one title, other words", [reading(OLD, **TITLE), reading(NEW, text(2), **TITLE)], {}),
        ("a series", [reading(OLD, published=JUNE[0], **TITLE), reading(NEW, published=JUNE[1], **TITLE)], {}),
        (
            "an excerpt beside the article",
            [reading(OLD, text(1, 30), retrieved=JUNE[8], **TITLE), reading(NEW, text(1), **URL, **TITLE)],
            {OLD: NEW},
        ),
        ("a listing", [reading(str(n), text(n), paths=("page.html",), **URL) for n in range(3)], {}),
        ("an address of many articles", [reading(str(n), text(n), **URL) for n in range(5)], {}),
        ("a home page", [reading(OLD, url="post.example"), reading(NEW, text(2), url="post.example")], {}),
        (
            "fetched twice into one archive",
            [reading(OLD, paths=("a.warc",), retrieved=JUNE[0], **URL), reading(NEW, text(2), paths=("a.warc",), retrieved=JUNE[1], **URL)],
            {OLD: NEW},
        ),
        (
            "a file written over, its day set back",
            [
                reading(OLD, published=JUNE[1], places=("a.html",), run=1, **URL),
                reading(NEW, published=JUNE[0], places=("a.html",), run=2, **URL),
            ],
            {OLD: NEW},
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_versions(case: str, readings: list[Reading], replaced: dict[str, str]) -> None:
    for order in list(permutations(readings))[:24]:
        assert {one.report_id: one.newest_id for one in versions(order)} == replaced


def test_what_matched_them_is_said() -> None:
    by_url = versions([reading("a", published=JUNE[0], **URL), reading("b", published=JUNE[1], **URL)])
    by_title = versions([reading("a", **TITLE), reading("b", **TITLE)])
    assert [one.matched_by for one in by_url + by_title] == ["url", "title"]
