"""When an undated text was published, by all its clues together: one soft score for each candidate day, never an intersection.

Where the best day does not stand out, or too little of the text is fresh, there is no answer.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property, lru_cache

from metrics.model import Report
from metrics.read import days, stamps
from metrics.read.clues import Clue, find, weights
from metrics.read.lines import lines

_NO_PROSE = ("link", "boilerplate", "repeat")
_MOST_ANCHORS = 12  # days named that candidates are laid around
_MOST_YEARS = 3
_MOST_TELLING = 12  # articles that fix the day of a page
_YEAR_SLACK = 4.0  # points behind the best year that a year may be, to be tried day by day
_DAY = timedelta(days=1)


def clues(report: Report) -> list[Clue]:
    """What in a report tells its publication day: the page's *2 days ago*, the dateline, then the prose's days, years and offices."""
    found, prose = _head(report)
    return found + find(report.text, prose)


def _head(report: Report) -> tuple[list[Clue], list[tuple[int, int]]]:
    """The clues of a report's header and dateline, and the spans of its prose."""
    text = report.text
    found: list[Clue] = []
    head = report.title_start if report.title_start is not None else min(report.end, report.start + 300)
    for row in lines(text, report.start, head):
        ago = days.ago(row.text)
        if ago:
            found.append(Clue("ago", row.start, row.end, ago=ago))
    body = report.title_end if report.title_end is not None else report.start
    wire = stamps.dateline(text, body, report.end)
    if wire and wire.day:
        found.append(Clue("dateline", wire.day.start, wire.day.end, day=wire.day, year=wire.day.year))
        body = wire.day.end
    return found, list(_prose(report, body))


def _sheet(report: Report) -> _Sheet:
    """A report's clues, folded; none where no day is named, for weekdays, years and offices tie a text to no day."""
    found, prose = _head(report)
    if not found and not any(next(days.mentions(report.text, start, end), None) for start, end in prose):
        return _Sheet([])
    return _Sheet(found + find(report.text, prose))


def _prose(report: Report, start: int) -> Iterable[tuple[int, int]]:
    place = start
    for zone in report.zones:
        if zone.kind in _NO_PROSE:
            if zone.start > place:
                yield place, zone.start
            place = max(place, zone.end)
    if report.end > place:
        yield place, report.end


def infer(page: Sequence[Report], taken: date | None = None) -> list[date | None]:
    """The inferred publication day of each report of one document, None where its clues do not tell.

    Reports with a stated day get None and help with the others. `taken` is the day on which the page was taken, where it is known: no
    article is of a later day.
    """
    if taken and not 1900 <= taken.year <= 2200:  # a placeholder, and too near the ends of the calendar to count back from
        taken = None
    sheets = [_sheet(report) if report.published is None else None for report in page]
    answers: list[date | None] = [None] * len(page)
    linked = [index for index, sheet in enumerate(sheets) if sheet and sheet.ago]
    if linked:
        together = _together([sheet for sheet in sheets if sheet and sheet.ago], taken)
        for index, day in zip(linked, together, strict=True):
            answers[index] = day
    for index, sheet in enumerate(sheets):
        if sheet and not sheet.ago:
            answers[index] = _alone(sheet, taken)
    return answers


def points(found: list[Clue], day: date) -> float:
    """The points of a day by these clues, its year's included: what is compared where a day is inferred."""
    sheet = _Sheet(found)
    return sheet.score(day) + _year_points([sheet]).get(day.year, float(weights()["years"]["further"]))


def candidates(found: list[Clue]) -> dict[date, float]:
    """The days that a text with these clues may be of, with their points."""
    return _scores(_Sheet(found))


@dataclass
class _Sheet:
    """The clues of one report, folded: each day, weekday and office-holder counts once."""

    clues: list[Clue]
    ago: days.Ago | None = None
    dateline: days.Mention | None = None
    named: list[_Named] = field(default_factory=list)
    weekdays: list[tuple[int, float]] = field(default_factory=list)  # those spoken of as past, with their weight
    offices: list[tuple[tuple[int, int], ...]] = field(default_factory=list)  # the terms of those in office, as ordinals
    years: list[tuple[int, bool]] = field(default_factory=list)
    scores: dict[date, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.ago = next((clue.ago for clue in self.clues if clue.ago), None)
        self.dateline = next((clue.day for clue in self.clues if clue.kind == "dateline"), None)
        by_day: dict[tuple[int, int], list[Clue]] = {}
        weekdays: dict[int, list[float]] = {}
        for clue in self.clues:
            if clue.kind == "day" and clue.day:
                by_day.setdefault((clue.day.month, clue.day.day), []).append(clue)
            elif clue.kind == "weekday" and clue.weekday is not None and not clue.following:
                weekdays.setdefault(clue.weekday, []).append(clue.ahead)
            if clue.year is not None:
                self.years.append((clue.year, clue.back))
        # *Next Monday* and *Monday, June 2* in one text are one day.
        following = {clue.weekday for clue in self.clues if clue.kind == "weekday" and clue.following}
        self.named = [_Named.of(same, following) for same in by_day.values()]
        again = weights()["weekday"]["again"]
        self.weekdays = [
            (weekday, (1 - min(ahead)) * (1 + again * math.log(len(ahead)))) for weekday, ahead in weekdays.items() if min(ahead) < 0.5
        ]
        terms = {clue.terms for clue in self.clues if clue.kind == "office"}
        self.offices = [tuple((begin.toordinal(), until.toordinal()) for begin, until in term) for term in terms]

    def score(self, day: date) -> float:
        """The points of a candidate day, but for its year's."""
        if day not in self.scores:
            self.scores[day] = _day_points(self, day)
        return self.scores[day]

    @cached_property
    def offsets(self) -> list[tuple[timedelta, float]]:
        """How far its day may lie from the one that *2 days ago* names, each with its points; no article is younger than its page."""
        assert self.ago is not None
        steps, further = weights()["ago"]["off"], weights()["ago"]["further"]
        reach = max(1, round(self.ago.slack))
        off = {offset: round(abs(offset) / reach) for offset in range(-reach, min(reach, round(self.ago.days)) + 1)}
        return [(offset * _DAY, _step(steps, steps_off, further)) for offset, steps_off in off.items()]

    def telling(self) -> int:
        """How many clues tie the text to a day: a dateline, days on which something was said, days with their weekday."""
        return 2 * (self.dateline is not None) + sum(named.said or named.weekday is not None for named in self.named)

    def evidence(self, day: date) -> int:
        """How much of the text is fresh on that day; 0 where nothing ties it to a day of the calendar, for a weekday alone does not."""
        tied = 2 * (self.dateline is not None) + 2 * (self.ago is not None)
        for named in self.named:
            since, fits = named.against(day)
            paired = named.weekday is not None and named.year is None and abs(since) <= 14 and fits
            tied += 2 if paired else named.said and 0 <= since <= 10
        return tied and tied + sum((day.weekday() - weekday) % 7 <= 2 for weekday, _ in self.weekdays)


@dataclass(frozen=True)
class _Named:
    """One day of the year that the text names, however often."""

    mention: days.Mention
    ahead: float
    said: bool
    following: bool
    weekday: int | None
    year: int | None

    @classmethod
    def of(cls, same: list[Clue], following_weekdays: set[int | None]) -> _Named:
        mention = same[0].day
        assert mention is not None
        weekday = next((clue.weekday for clue in same if clue.weekday is not None), None)
        following = any(clue.following for clue in same) or (weekday is not None and weekday in following_weekdays)
        return cls(
            mention,
            ahead=max(0.9, *(clue.ahead for clue in same)) if following else sum(clue.ahead for clue in same) / len(same),
            said=any(clue.said for clue in same),
            following=following,
            weekday=weekday,
            year=next((clue.year for clue in same if clue.year is not None), None),
        )

    def against(self, day: date) -> tuple[int, bool]:
        """Days to a candidate day from the nearest of its days, or the one of its year, and whether its weekday is then right.

        A 29 February where there is none is far off.
        """
        found = _nearest(self.mention.month, self.mention.day, day) if self.year is None else self.mention.on(self.year)
        if found is None:
            return 999, self.weekday is None
        return (day - found).days, self.weekday is None or found.weekday() == self.weekday


@lru_cache(maxsize=1 << 16)  # the articles of a page name the same few days, and each is held against the same candidates
def _nearest(month: int, number: int, day: date) -> date | None:
    mention = days.Mention(0, 0, month, number)
    near = [found for year in (day.year - 1, day.year, day.year + 1) if 1 <= year <= 9999 and (found := mention.on(year))]
    return min(near, key=lambda found: abs((day - found).days), default=None)


def _day_points(sheet: _Sheet, day: date) -> float:
    table = weights()
    total = 0.0
    if sheet.dateline:
        since, _ = _Named(sheet.dateline, 0.0, True, False, None, sheet.dateline.year).against(day)
        total += _step(table["dateline"]["since"], since, table["dateline"]["otherwise"])
    total += _named_points(sheet.named, day)
    for weekday, weight in sheet.weekdays:
        total += weight * table["weekday"]["since"][(day.weekday() - weekday) % 7]
    outside, ordinal = 0, day.toordinal()
    for terms in sheet.offices:
        for begin, until in terms:
            if begin <= ordinal <= until:
                break
        else:
            outside += 1
    return total + float(max(table["office"]["most"], table["office"]["outside"] * outside))


def _named_points(named: list[_Named], day: date) -> float:
    table = weights()["day"]
    total = 0.0
    said = past = ahead = pair = math.inf
    for one in named:
        since, fits = one.against(day)
        before = 0.0 if since >= 0 else table["eve"] if since == -1 else table["before"]
        after = 0.0 if since < 0 else table["same"] if since == 0 else table["after"]
        total += (1 - one.ahead) * before + one.ahead * after
        if not fits:
            total += table["mismatch"]
        if one.following and one.ahead >= 0.5:
            total += 0.0 if -8 <= since <= -1 else table["next_late"] if -12 <= since < -8 else table["next_off"]
        elif one.weekday is not None and one.year is None and abs(since) > 20:
            total += table["far"]
        fresh = one.said or (one.weekday is not None and one.year is None)  # a day with its year is told from afar
        if since >= 0 and one.ahead < 0.5:
            said, past = (min(said, since), past) if fresh else (said, min(past, since))
        elif since < 0 and one.ahead >= 0.5:
            ahead, pair = (ahead, min(pair, -since)) if one.weekday is not None else (min(ahead, -since), pair)
    if said < math.inf:
        total += table["near_said"] * math.log1p(said)
    elif past < math.inf:
        total += table["near_past"] * math.log1p(past)
    if pair < math.inf:
        total += table["near_pair"] * math.log1p(pair)
    elif ahead < math.inf:
        total += table["near_ahead"] * math.log1p(ahead)
    return total


def _step(steps: Sequence[float], at: int, otherwise: float) -> float:
    return steps[at] if 0 <= at < len(steps) else otherwise


def _year_points(sheets: Sequence[_Sheet]) -> dict[int, float]:
    """The points of each year of the table, by the latest year that the texts name and those that they look back on."""
    table = weights()["years"]
    latest = max((value for sheet in sheets for value, _ in sheet.years), default=None)
    back = {value for sheet in sheets for value, back in sheet.years if back}
    points: dict[int, float] = {}
    for year in range(table["first"], table["last"] + 1):
        later = 0 if latest is None else year - latest
        total = 0.0 if latest is None else table["before"] if later < 0 else _step(table["after"], later, table["further"])
        points[year] = total + table["back_in"] * (year in back) + table["back_in_next"] * (year - 1 in back)
    return points


def _years(sheets: Sequence[_Sheet]) -> dict[int, float]:
    """The few years worth trying, with their points; none where nothing in the texts tells one year from another."""
    if not any(sheet.named or sheet.dateline for sheet in sheets):
        return {}
    points = _year_points(sheets)
    terms = {term for sheet in sheets for term in sheet.offices}
    pairs = {(one.mention.month, one.mention.day, one.weekday) for sheet in sheets for one in sheet.named if one.weekday is not None}
    rough: dict[int, float] = {}
    for year, total in points.items():
        for month, day, weekday in pairs:
            found = days.Mention(0, 0, month, day).on(year)
            total += 0.0 if found and found.weekday() == weekday else weights()["day"]["mismatch"]
        middle = _middle(sheets, year).toordinal()
        outside = sum(not any(begin <= middle <= until for begin, until in term) for term in terms)
        rough[year] = total + max(weights()["office"]["most"], weights()["office"]["outside"] * outside)
    best = max(rough.values())
    tried = [year for year in sorted(rough, key=lambda year: -rough[year]) if rough[year] >= best - _YEAR_SLACK]
    if len(tried) > 3 * _MOST_YEARS:
        return {}
    return {year: points[year] for year in tried[: 2 * _MOST_YEARS]}


def _middle(sheets: Sequence[_Sheet], year: int) -> date:
    """A day of the year near those that the texts name."""
    for sheet in sheets:
        for mention in [sheet.dateline, *(one.mention for one in sheet.named if one.said), *(one.mention for one in sheet.named)]:
            if mention and (found := mention.on(year)):
                return found
    return date(year, 7, 1)


def _candidates(sheet: _Sheet, years: Iterable[int]) -> set[date]:
    """Days around those that a text names, in the years worth trying."""
    found: set[date] = set()
    for year in years:
        anchors = [(sheet.dateline, 0, 3)] if sheet.dateline else []
        named = sorted(sheet.named, key=lambda one: (not one.said, one.weekday is None))[:_MOST_ANCHORS]
        anchors += [(one.mention, -14 if one.ahead > 0.2 else -1, 10 if one.ahead < 0.8 else 1) for one in named]
        for mention, first, last in anchors:
            middle = mention.on(year) if mention else None
            if middle:
                found.update(middle + offset * _DAY for offset in range(first, last + 1))
    return found


def _scores(sheet: _Sheet) -> dict[date, float]:
    years = _years([sheet])
    return {day: sheet.score(day) + years.get(day.year, weights()["years"]["further"]) for day in _candidates(sheet, years)}


def _alone(sheet: _Sheet, taken: date | None) -> date | None:
    scores = {day: value for day, value in _scores(sheet).items() if taken is None or day <= taken + _DAY}  # a day is another elsewhere
    best = _standing_out(scores)
    return best if best and sheet.evidence(best) >= weights()["sure"]["evidence"] else None


def _standing_out(points: dict[date, float]) -> date | None:
    """The best day, the earliest of equals, where it beats every day further off than the window by the margin."""
    if not points:
        return None
    sure = weights()["sure"]
    best = max(points, key=lambda day: (points[day], -day.toordinal()))
    rival = max((value for day, value in points.items() if abs((day - best).days) > sure["window"]), default=-math.inf)
    return best if points[best] - rival >= sure["margin"] else None


def _together(sheets: Sequence[_Sheet], taken: date | None) -> list[date | None]:
    """The days of a page's articles, which say how long before one common day they appeared."""
    # A few articles that name fresh days fix the page's day; on a long page the others add cost, not certainty.
    telling = sorted(sheets, key=lambda sheet: -sheet.telling())[:_MOST_TELLING]
    years = _years(telling)
    if taken:
        points = {taken: 0.0}
    else:
        crawls: Counter[date] = Counter()
        for sheet in telling:
            own = sorted(_candidates(sheet, years), key=lambda day: -sheet.score(day) - years.get(day.year, 0.0))[: 8 * max(1, len(years))]
            crawls.update(day + round(sheet.ago.days) * _DAY for day in own if sheet.ago)
        points = {
            crawl: years.get(crawl.year, weights()["years"]["further"]) + sum(_best(sheet, crawl)[0] for sheet in telling)
            for crawl in crawls
        }
    crawl = _standing_out(points)
    if crawl is None or (not taken and max(sheet.evidence(_best(sheet, crawl)[1]) for sheet in telling) <= weights()["sure"]["evidence"]):
        return [None] * len(sheets)
    found: list[date | None] = []
    above: date | None = None
    for sheet in sheets:
        above = _best(sheet, crawl, above)[1]
        found.append(above)
    return found


def _best(sheet: _Sheet, crawl: date, above: date | None = None) -> tuple[float, date]:
    """The points and the day of an article, given the day on which its page was taken and the day of the article above it."""
    assert sheet.ago is not None
    middle, rising = crawl - round(sheet.ago.days) * _DAY, weights()["ago"]["rising"]
    best: tuple[float, date] = (-math.inf, middle)
    for offset, own in sheet.offsets:
        day = middle + offset
        points = sheet.score(day) + own
        if above and day > above:
            points += rising
        if points > best[0]:
            best = points, day
    return best
