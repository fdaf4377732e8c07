"""A pattern for any of many words that tries each letter once, however many words begin with it."""

from __future__ import annotations

import re
from collections.abc import Iterable


def trie(words: Iterable[str], ending: str = "") -> str:
    """A pattern for any of the words, the longest that fits, with the pattern `ending` behind it."""
    branches: dict[str, list[str]] = {}
    whole = False
    for word in sorted(set(words)):
        if word:
            branches.setdefault(word[0], []).append(word[1:])
        else:
            whole = True
    options = [re.escape(letter) + trie(rest, ending) for letter, rest in branches.items()]
    if whole:
        options.append(ending)
    return options[0] if len(options) == 1 else f"(?:{'|'.join(options)})"
