"""Markdown out of its marks."""

from __future__ import annotations

from datetime import date

import pytest

from metrics.read.kinds.markdown import plain

NOTE = """---
title: "Sides swap 307"
date: 2025-06-02
source: Dawn
url: https://www.dawn.com/n/2
---
# Sides swap 307

The *two* sides swapped **1,000** prisoners.
"""


def test_front_matter_and_text(given) -> None:
    (document,), problems = given("note.md", NOTE)
    assert not problems
    assert (document.title, document.published, document.publisher) == ("Sides swap 307", date(2025, 6, 2), "Dawn")
    assert document.text == "Sides swap 307\n\nThe two sides swapped 1,000 prisoners."


@pytest.mark.parametrize(
    ("marked", "words"),
    [
        ("**1,000** for _1,000_", "1,000 for 1,000"),
        ('[officials](https://x.org/a_(b) "t") said', "officials said"),
        ("[![a map](m.png)](https://x.org) below", "a map below"),
        ("> quoted `words`", "quoted words"),
        ("- [x] done", "done"),
        ("5 * 3 and snake_case", "5 * 3 and snake_case"),
        (r"\*kept\*", "*kept*"),
        ("---", "---"),
        ("[" * 3000, "[" * 3000),
    ],
)
def test_marks(marked: str, words: str) -> None:
    assert plain(marked) == words


def test_front_matter_that_never_ends_is_text(given) -> None:
    (document,), _ = given("note.md", "---\n" + "a: b\n" * 500)
    assert document.text.count("a: b") == 500


def test_an_empty_note(given) -> None:
    found, (problem,) = given("note.md", "---\ntitle: x\n---\n")
    assert not found
    assert problem.message == "empty"
