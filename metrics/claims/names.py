"""What makes a word a name, a title or an office. Pure functions of a word."""

from __future__ import annotations

import re

from metrics.claims.actors import bare

_NAME = re.compile(r"[^\W\d_]")
_TITLES = frozenset(
    (
        "mr mrs ms dr president minister prime foreign defence defense general gen lt col lieutenant colonel spokesman "
        "spokesperson spokeswoman secretary chief ambassador senator governor mayor king prince pope sheikh maj major brig "
        "brigadier adm admiral sir dame mp rep sen hon head commander capt captain professor"
    ).split()
)
_NOT_NAMES = frozenset(
    (
        "the a an in on at but and however meanwhile since after before as it he she they this that these those there while when "
        "if for from by with one two three earlier later both some many most more according local at all no not what who why how "
        "its their his her our we i you also "
        "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september "
        "october november december"
    ).split()
)


# What stands in lower case within a name.
_ARTICLES = ("al-", "el-", "ad-", "ar-", "as-", "ash-", "ul-")
_PARTICLES = frozenset("al el bin ibn ben abu van von der den de del da di du la ul".split())


def is_name(word: str) -> bool:
    return word[:1].isupper() and bool(_NAME.match(word)) and word.casefold() not in _NOT_NAMES


def is_title(word: str) -> bool:
    plain = bare(word).casefold().strip(".")
    return plain in _TITLES or ("-" in plain and plain.rpartition("-")[2] in _TITLES)  # Brigadier-General


def goes_on(words: list[str], k: int, j: int) -> bool:
    """Whether a word in lower case stands inside a name that ends before word j: *Tahsin al-Khafaji*, *Saleh bin Omar*."""
    return words[k].startswith(_ARTICLES) or (words[k] in _PARTICLES and k + 1 < j and is_name(words[k + 1]))
