"""Which reports are versions of one article, and which of them counts. Pure: the same reports give the same answer in any order.

Versions are matched by URL, else by outlet, title and shared words. The newest counts: the one read last where a file was overwritten,
else that of the latest day (retrieved, else published), else the longest; what is still alike is told apart by its id.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from metrics.origins import copies, find, join

MOST_UNLIKE = 3  # unlike texts of one URL that are still versions of one article; more, and the address is a section's
SAME_ARTICLE = timedelta(days=0)  # between versions that no URL tells: a series has one title and much the same words from day to day


@dataclass(frozen=True, slots=True)
class Reading:
    """A report as it was read."""

    report_id: str
    text: str
    url: str | None = None  # without scheme, `www.` and a slash at the end
    titled: str | None = None  # outlet and title, as far as they tell an article: those of an unnamed outlet hold within one file
    published: date | None = None
    retrieved: date | None = None  # when it was last taken
    paths: tuple[str, ...] = ()  # of files, without the place within them
    places: tuple[str, ...] = ()  # path and place
    run: int = 0


@dataclass(frozen=True, slots=True)
class Version:
    """A report that another one of the same article replaces."""

    report_id: str
    newest_id: str
    matched_by: str  # url, title


def versions(readings: Iterable[Reading]) -> list[Version]:
    """A Version for each report that is not the newest of its article."""
    found = {one.report_id: one for one in sorted(readings, key=lambda one: one.report_id)}
    leader = {name: name for name in found}
    for group in _groups((one.url, one) for one in found.values()):
        _join_by_url(group, leader)
    for group in _groups((one.titled, one) for one in found.values()):
        _join_by_title(group, leader)
    replaced = []
    for group in _groups((find(leader, name), one) for name, one in found.items()):
        newest = _newest(group)
        replaced += [
            Version(one.report_id, newest.report_id, "url" if one.url and one.url == newest.url else "title")
            for one in group
            if one is not newest
        ]
    return sorted(replaced, key=lambda one: one.report_id)


def _groups(pairs: Iterable[tuple[str | None, Reading]]) -> list[list[Reading]]:
    groups: defaultdict[str, list[Reading]] = defaultdict(list)
    for key, one in pairs:
        if key is not None:
            groups[key].append(one)
    return [group for group in groups.values() if len(group) > 1]


def _join_by_url(group: list[Reading], leader: dict[str, str]) -> None:
    """All of them, unless the address is a page's that lists many articles or a home page's: then those that share words."""
    alike = copies((one.report_id, one.text) for one in group)
    beside: defaultdict[tuple[str, date | None], set[str]] = defaultdict(set)
    for one in group:
        for path in one.paths:
            beside[path, one.retrieved].add(alike[one.report_id])
    unlike_at_once = any(len(unlike) > 1 for unlike in beside.values())
    of_page = "/" not in str(group[0].url) or len(set(alike.values())) > MOST_UNLIKE or unlike_at_once
    for one in group:
        join(leader, one.report_id, alike[one.report_id] if of_page else group[0].report_id)


def _join_by_title(group: list[Reading], leader: dict[str, str]) -> None:
    """Those that share words and whose days are near; never two of different addresses."""
    alike = copies((one.report_id, one.text) for one in group)
    for same in _groups((alike[one.report_id], one) for one in group):
        kin = same if len({one.url for one in same if one.url}) <= 1 else [one for one in same if not one.url]
        dated = sorted((one.published, one.report_id) for one in kin if one.published)
        near = [(earlier, later) for (before, earlier), (day, later) in pairwise(dated) if day - before <= SAME_ARTICLE]
        for earlier, later in near:
            join(leader, earlier, later)
        if len(near) >= len(dated) - 1:  # one article, so that the undated are of it, too
            for one in kin[1:]:
                join(leader, kin[0].report_id, one.report_id)


def _newest(group: list[Reading]) -> Reading:
    last: dict[str, int] = {}  # by place in a file: the run that read it last
    for one in group:
        for place in one.places:
            last[place] = max(last.get(place, 0), one.run)
    kept = [one for one in group if all(one.run == last[place] for place in one.places)] or group
    by_url = len({one.url for one in group}) == 1 and group[0].url is not None

    def rank(one: Reading) -> tuple[date, date, int, bool, str]:
        published = one.published or date.min
        # An excerpt on a page taken later is no newer version of the whole article: without a URL the day of taking says nothing.
        return (one.retrieved or published) if by_url else published, published, len(one.text), one.url is not None, one.report_id

    return max(kept, key=rank)
