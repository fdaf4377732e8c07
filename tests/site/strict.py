"""Reads a page and believes nothing: what is open must be closed, what has an id has it alone."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

VOID = {"meta", "link", "br", "input", "img", "hr", "source"}


class Page(HTMLParser):
    """The links, ids, scripts and text of a page. Raises AssertionError where its elements do not nest."""

    def __init__(self, path: Path) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.marks: dict[str, str] = {}
        self.path = path
        self.feed(path.read_text(encoding="utf-8"))
        self.close()
        assert self.open == [], f"{path}: {self.open} stay open"

    @property
    def text(self) -> str:
        return " ".join("".join(self.words).split())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        assert len(told) == len(attrs), f"{self.path}: an attribute of {tag} twice"
        self.tags.append((tag, told))
        self.ids += [told["id"] or ""] if "id" in told else []
        self.links += [str(told[name]) for name in ("href", "src", "srcset", "action") if name in told]
        if tag == "mark" and told.get("id"):
            self.marks[str(told["id"])] = ""
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"{self.path}: {tag} closes nothing"
        assert self.open.pop() == tag, f"{self.path}: {tag} closes another"

    def handle_data(self, data: str) -> None:
        if self.open[-1:] not in (["script"], ["style"]):
            self.words.append(data)
        if "mark" in self.open:
            last = next(reversed(self.marks), None)
            if last:
                self.marks[last] += data


def inside(page: Page) -> list[tuple[Path, str]]:
    """The file and the fragment of each link that stays within the site."""
    found = []
    for link in page.links:
        parts = urlsplit(link)
        if not parts.scheme:
            target = (page.path.parent / unquote(parts.path)).resolve() if parts.path else page.path
            found.append((target, parts.fragment))
    return found
