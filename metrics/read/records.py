"""From a record with named fields, whatever its format, to a Document: which field is the text, the title, the day …"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate_to_datetime
from functools import lru_cache

from metrics.model import Document, Problem, content_id
from metrics.read import addresses, days, fragments, vocabulary
from metrics.read.source import Options

FIELDS = ("text", "title", "published", "url", "publisher", "id")
_COMPACT = re.compile(r"(?P<year>(?:19|20)[0-9]{2})(?P<month>[01][0-9])(?P<day>[0-3][0-9])(?:T?[0-9]{4,6}Z?)?")
_SLASHED = re.compile(r"(?P<first>[0-3]?[0-9])(?P<mark>[/.])(?P<second>[0-3]?[0-9])(?P=mark)(?P<year>(?:19|20)[0-9]{2})(?=\D|\Z)")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_FIRST_SECOND, _LAST_SECOND = 10**8, 5 * 10**9  # 1973 to 2128; a smaller number is no time
_SURROGATE = re.compile("[\ud800-\udfff]")


def columns(names: tuple[str, ...], options: Options) -> dict[str, str]:
    """Which of the named fields is the text, the title …: as the user says, else the first common name that is there."""
    return dict(_columns(names, options.columns))


@lru_cache(maxsize=512)
def _columns(names: tuple[str, ...], said: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    folded: dict[str, str] = {}
    for name in names:
        folded.setdefault(re.sub(r"[\s_.-]", "", name).casefold(), name)
    found: dict[str, str] = {}
    for field in FIELDS:
        common = (folded[name] for name in vocabulary.ordered("columns", field) if name in folded)
        if column := next(common, None):
            found[field] = column
    for field, column in said:
        if column in names:
            found[field] = column
        else:
            found.pop(field, None)
    return tuple(found.items())


def no_text(names: tuple[str, ...], options: Options) -> str:
    """What is said where no field is the text."""
    wanted = dict(options.columns).get("text", "text")
    there = ", ".join(names[:12]) + (" …" if len(names) > 12 else "")
    return f"no column named {wanted} among {there or 'none'}; --text-column names it"


def document(record: Mapping[str, object], path: str, place: str, sha256: str, options: Options) -> Iterator[Document | Problem]:
    """The Document of a record; `place` names it within `path` where it has no id.

    A Problem instead where it has no text, and a Problem before it where its day is none.
    """
    named = _columns(tuple(record), options.columns)
    found = {field: record[column] for field, column in named}
    where = f"{path}#{place}"
    text = _text(found.get("text"))
    if text is None or not text.strip():
        yield Problem(
            where, "no text in this record" if "text" in found else f"no text in this record: {no_text(tuple(map(str, record)), options)}"
        )
        return
    if _SURROGATE.search(text):
        yield Problem(where, "the text holds half a surrogate pair")
        return
    published = day(found.get("published"))
    if published is None and found.get("published"):
        yield Problem(where, f"published is no date: {str(found['published'])[:40]!r}; read without it")
    said, record_id = _string(found.get("url")), _string(found.get("id"))
    address = addresses.parse(said) if said else None
    url = address.url if address else None
    publisher = _outlet(_string(found.get("publisher")))
    yield Document(
        document_id=content_id("d", url or record_id or publisher, text),
        origin=said or f"{path}#{record_id or place}",
        text=text,
        sha256=sha256,
        url=url,
        record_id=record_id,
        title=_string(found.get("title")),
        publisher=publisher,
        published=published,
        retrieved=(address.taken if address else None) or options.read_on,
        archive_url=address.archive if address else None,
    )


def _text(value: object) -> str | None:
    """A text, as it is, but out of its markup where it is HTML; the text of an object that wraps it (`{"rendered": …}`)."""
    if isinstance(value, Mapping):
        value = next((value[key] for key in ("rendered", "text", "value", "plain") if isinstance(value.get(key), str)), None)
    if not isinstance(value, str):
        return None
    return fragments.text(value) if fragments.is_markup(value) else value


def _string(value: object) -> str | None:
    if isinstance(value, Mapping):  # *"source": {"id": …, "name": …}*
        value = next((value[key] for key in ("name", "title", "rendered", "href", "$oid") if isinstance(value.get(key), str)), None)
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    text = value.strip() if isinstance(value, str) else ""
    # Half a surrogate pair cannot be written anywhere; the field is as good as absent.
    return text if text and not _SURROGATE.search(text) else None


def _outlet(said: str | None) -> str | None:
    """A publisher as said; by its name where it is told by its domain."""
    if said and "." in said and " " not in said:
        return vocabulary.of_url(said if "//" in said else f"https://{said}") or said
    return said


def day(value: object) -> date | None:
    """The day that a field states, as written: ISO, RFC 2822, *June 2, 2025*, *20250602*, seconds or milliseconds since 1970.

    None for anything that could be two days, as *02/06/2025*.
    """
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _since_1970(value)
    if not isinstance(value, str):
        return None
    text = value.strip()[:80]
    try:
        return datetime.fromisoformat(text).date()
    except ValueError:
        pass
    if text.isdecimal() and len(text) in (10, 13):
        return _since_1970(int(text))
    return _compact(text) or _slashed(text) or days.stamp(text) or _mailed(text)


def _since_1970(value: float) -> date | None:
    seconds = next((count for count in (value, value / 1000) if _FIRST_SECOND <= count < _LAST_SECOND), None)
    return (_EPOCH + timedelta(seconds=seconds)).date() if seconds is not None else None


def _compact(text: str) -> date | None:
    match = _COMPACT.fullmatch(text)
    return days.whole(int(match["year"]), int(match["month"]), int(match["day"])) if match else None


def _slashed(text: str) -> date | None:
    """*25/06/2025*, *06/25/2025*, and *25.06.2025*; with slashes only where no number but one can be the month."""
    match = _SLASHED.match(text)
    if match is None:
        return None
    first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
    if match["mark"] == "." or first > 12 or first == second:
        return days.whole(year, second, first)
    return days.whole(year, first, second) if second > 12 else None


def _mailed(text: str) -> date | None:
    try:
        return parsedate_to_datetime(text).date()
    except (ValueError, IndexError):
        return None
