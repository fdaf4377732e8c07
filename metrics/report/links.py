"""Where a reader can look a quote up: a link to its source that scrolls to the sentence."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote, urlsplit

Row = Mapping[str, Any]

_ENDS = 5  # words of either end of a quote that find it


def address(voice: Row) -> str | None:
    """A web address that points at the sentence (a text fragment, which browsers scroll to and mark), or null where the report has none.

    Any scheme but http and https is none: a document must not make a link that runs something.
    """
    origin = str(voice["origin"])
    try:
        parts = urlsplit(origin)
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not parts.netloc:
        return None
    safe = quote(origin, safe="/:?#[]@!$&'()*+,;=%~-._")
    return safe if parts.fragment else f"{safe}#:~:text={_fragment(str(voice['quote']))}"


def _fragment(sentence: str) -> str:
    words = sentence.split()
    ends = [words] if len(words) <= 2 * _ENDS else [words[:_ENDS], words[-_ENDS:]]
    return ",".join(quote(" ".join(end), safe="").replace("-", "%2D") for end in ends)
