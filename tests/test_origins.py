"""Which reports have one origin."""

from __future__ import annotations

import random

from metrics.origins import copies, origins

WORDS = [f"w{i}" for i in range(500)]


def text(seed: int, length: int = 300) -> str:
    return " ".join(random.Random(seed).choices(WORDS, k=length))


def test_copies_cut_and_edited() -> None:
    original = text(1)
    words = original.split()
    cut = " ".join(words[:110])
    edited = " ".join("changed" if i % 17 == 0 else word for i, word in enumerate(words))
    spaced = original.upper().replace(" ", ",\n ")
    found = copies([("a", original), ("b", cut), ("c", edited), ("d", spaced), ("e", text(2))])
    assert len({found[name] for name in "abcd"}) == 1
    assert found["e"] == "e"


def test_a_shared_quotation_is_no_copy() -> None:
    quotation = text(3, 25)
    found = copies([("a", text(4) + " " + quotation), ("b", text(5) + " " + quotation)])
    assert found == {"a": "a", "b": "b"}


def test_two_halves_and_the_whole_are_one() -> None:
    words = text(6).split()
    halves = [("a", " ".join(words[:150])), ("b", " ".join(words[150:]))]
    assert len(set(copies(halves).values())) == 2
    assert len(set(copies([*halves, ("c", " ".join(words))]).values())) == 1


def test_short_texts_must_be_equal() -> None:
    found = copies([("a", "Ten were freed."), ("b", "ten were freed"), ("c", "Ten were held."), ("d", "")])
    assert found == {"a": "a", "b": "a", "c": "c", "d": "d"}


def test_one_writer_is_one_origin() -> None:
    found = origins([("a", text(7)), ("b", text(8)), ("c", text(9))], {"a": "Wire", "b": None, "c": "Wire"})
    assert found == {"a": "a", "b": "b", "c": "a"}


def test_the_order_does_not_matter() -> None:
    texts = [(str(i), text(i % 5)[: 900 + 50 * i]) for i in range(20)]
    found = copies(texts)
    assert copies(reversed(texts)) == found
