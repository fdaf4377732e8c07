"""What a URL tells: the page itself where it is an archive's copy, when the copy was taken, and the day in its path."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from metrics.read import days

_WAYBACK = re.compile(r"https?://web\.archive\.org/web/(?P<day>[0-9]{8})[0-9]{0,6}(?:[a-z]{2}_)?/(?P<url>https?:/{1,2}\S+)")
_ARCHIVE_TODAY = re.compile(r"https?://archive\.(?:today|ph|is|md|vn|fo|li)/(?P<day>[0-9]{8})[0-9]{0,6}/(?P<url>https?:/{1,2}\S+)")
_DAY = re.compile(
    r"/(?P<year>(?:19|20)[0-9]{2})(?P<mark>[/-]?)(?P<month>0?[1-9]|1[0-2])(?P=mark)(?P<day>0?[1-9]|[12][0-9]|3[01])(?=[/_.-]|\Z)"
)
_DAY_IN_NAME = re.compile(r"[/-](?P<year>(?:19|20)[0-9]{2})-(?P<month>[01][0-9])-(?P<day>[0-3][0-9])(?=[/_.-]|\Z)")


@dataclass(frozen=True, slots=True)
class Address:
    """A page's own URL and, where that was an archive's, the archive's and the day of the copy."""

    url: str
    archive: str | None = None
    taken: date | None = None


def parse(url: str) -> Address:
    """The address of a page, out of the archive's URL where it is one: *web.archive.org/web/20250602…/https://…*."""
    match = _WAYBACK.fullmatch(url) or _ARCHIVE_TODAY.fullmatch(url)
    if match is None:
        return Address(url)
    scheme, _, rest = match["url"].partition(":")
    page = f"{scheme}://{rest.lstrip('/')}"
    return Address(page, url[: match.start("url")] + page, _day(match["day"][:4], match["day"][4:6], match["day"][6:]))


def day(url: str) -> date | None:
    """The day in a URL's path, where it has a whole one: */2025/06/02/*, */20250602/*, *…-2025-06-02*."""
    path = "/" + url.partition("://")[2].partition("/")[2].partition("?")[0].partition("#")[0]
    match = _DAY.search(path) or _DAY_IN_NAME.search(path)
    return _day(match["year"], match["month"], match["day"]) if match else None


def _day(year: str, month: str, day: str) -> date | None:
    return days.whole(int(year), int(month), int(day))
