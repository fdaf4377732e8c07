"""Text out of a piece of HTML without a tree: a feed's summary, a field of a record, a page nested too deep. One pass, linear."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

_BLOCKS = frozenset(
    "address article aside blockquote body br dd div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p "
    "pre section table td th tr ul".split()
)
_SILENT = frozenset({"script", "style", "noscript", "template", "svg", "title", "iframe"})
_MARKUP = re.compile(r"</(?:p|div|a|b|i|em|strong|span|li|ul|ol|h[1-6]|blockquote|figure)\s{0,3}>|<(?:br|p|hr)\s{0,3}/?>", re.IGNORECASE)
_TAG = re.compile(r"<(?P<end>/?)(?P<name>[A-Za-z][A-Za-z0-9]{0,20})\b[^<>]*>|<!--|<[!?][^<>]*>")
_SPACE = re.compile(r"[ \t\r\f\v\n]+")
_BREAKS = re.compile(r" ?\n[ \n]*")


def is_markup(text: str) -> bool:
    """Whether a text is HTML rather than prose: it has closing tags or breaks."""
    return "<" in text and _MARKUP.search(text) is not None


def text(markup: str) -> str:
    """The words of a piece of HTML, a block a line, entities resolved, scripts and styles left out."""
    return _BREAKS.sub("\n", "".join(_pieces(markup))).strip()


def _pieces(markup: str) -> Iterator[str]:
    place = 0
    absent: set[str] = set()  # endings that were looked for and stand nowhere further on
    while match := _TAG.search(markup, place):
        yield _words(markup[place : match.start()])
        place = match.end()
        name = (match["name"] or "").casefold()
        ending = "-->" if match.group() == "<!--" else f"</{name}" if name in _SILENT and not match["end"] else ""
        if ending and ending not in absent:
            end = markup.find(ending, place)
            if end >= 0:
                place = end + (3 if ending == "-->" else 0)
            else:
                absent.add(ending)
        if name in _BLOCKS:
            yield "\n"
    yield _words(markup[place:])


def _words(raw: str) -> str:
    return _SPACE.sub(" ", html.unescape(raw))
