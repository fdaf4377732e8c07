"""Where the headline of a link ends that stands in the middle of a paragraph, with no mark after it."""

from __future__ import annotations

import re

from metrics.read import vocabulary

_LONGEST = 220  # characters of a headline
_FEWEST = 3  # words of a headline
_WORD = re.compile(r"\S+")
_STOPPED = re.compile(r"[.!?…][\"'”’)]*\Z")


def headline_end(text: str, start: int, end: int) -> int:
    """The end of the headline that begins at `start`, at most `end`.

    It ends before the first word with a capital that only a sentence begins with (*… Zelensky says | We have been*), before a known
    opening of boilerplate, or with the sentence.
    """
    stop = min(end, start + _LONGEST)
    words = [(match.start(), match.end()) for match in _WORD.finditer(text, start, stop)]
    if not words:
        return stop
    title_case = _is_title_case([text[a:b] for a, b in words])
    for count, (a, b) in enumerate(words):
        if count >= _FEWEST:
            before = text[slice(*words[count - 1])]
            if any(text.startswith(opening, a) for opening in vocabulary.words("boilerplate", "openings")):
                return words[count - 1][1]
            if not title_case and _begins_sentence(text[a:b]) and not before.endswith((",", ":", ";", "-", "–", "—")):
                return words[count - 1][1]
        if count >= _FEWEST - 1 and _STOPPED.search(text[a:b]) and len(text[a:b].rstrip(".")) > 2 and (b == end or _capital(text, b)):
            return b
    return words[-1][1] if stop < end else end


def _begins_sentence(word: str) -> bool:
    bare = word.lstrip("\"'“‘(").rstrip(",.:;")
    stem = re.split("['’]", bare, maxsplit=1)[0]
    return bare[:1].isupper() and not (bare.isupper() and len(bare) > 1) and stem.casefold() in vocabulary.words("link", "starters")


def _is_title_case(words: list[str]) -> bool:
    """*Russia Massing Troops Near The Border*: capitals on nearly all the long words of the first few."""
    long = [word for word in words[:8] if len(word) > 3 and word[0].isalpha()]
    return len(long) > 3 and sum(word[0].isupper() for word in long) >= 0.85 * len(long)


def _capital(text: str, place: int) -> bool:
    rest = text[place : place + 4].lstrip(" \"'“‘(")
    return not rest or rest[0].isupper() or rest[0].isdigit()
