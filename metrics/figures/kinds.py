"""Numbers that are no quantity: dates, years, clock times, scores, names with numbers, phone numbers, list numbers."""

from __future__ import annotations

import re

from metrics.figures.words import MONTHS, WEEKDAYS

_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_MONTH_AFTER = re.compile(rf"(?:st|nd|rd|th)?(?:\s{{1,2}}|-)(?:of\s)?({_MONTH})\b\.?(?:,?\s{{1,2}}(\d{{4}})\b(?!,\d))?", re.IGNORECASE)
_MONTH_BEFORE = re.compile(rf"(?<![^\W_])({_MONTH})\.?\s{{1,2}}(?:the\s)?$", re.IGNORECASE)
_DAY_TAIL = re.compile(r"(?:st|nd|rd|th)?(?:\s?[-–—]\s?\d{1,2}(?!\d)|\s(?:to|and|through)\s\d{1,2}(?![\d,.]?\d))?(?:st|nd|rd|th)?(?:,?\s{1,2}((?:19|20)\d{2})\b(?![,-]\d))?")
_SLASHED = re.compile(r"\d{1,4}([/.-])\d{1,2}\1\d{2,4}(?![\d/-])|\d{4}-\d{2}-\d{2}(?!\d)")
_CLOCK = re.compile(
    r"\d{1,2}[:.][0-5]\d(?::[0-5]\d)?(?!\d)\s?(?:[ap]\.?m\b\.?|hrs?\b|GMT|UTC|[CEMP][SD]T|IST|BST|MSK|local time)|\d{1,2}:[0-5]\d(?::[0-5]\d)?(?!\d)|\d{1,2}\s?[ap]\.?m\b\.?|\d{1,2}\so['’]clock|[0-2]\d[0-5]\d\s?(?:GMT|UTC|hrs|hours|IST|BST|[CEMP][SD]T)\b",
    re.IGNORECASE,
)
_YEARS = re.compile(r"((?:1[0-9]|20)\d{2})(?:s\b|\s?[-–—/]\s?(?:(?:1[0-9]|20)\d{2}|\d{2})(?![\d,]|\.\d))?(?![\d%]|,\d|\.\d|[-‐](?:day|hour|member|mile|meter|metre|strong|plus|odd|kilo|square|year|foot|acre|for|ton|seat))")
_YEAR_CUES = frozenset(
    "in since until till by during of from early late mid year before after around circa between to through and or for spring summer autumn fall winter january february march april may june july august "
    "september october november december ended fiscal calendar season the his her its their our this that a an back about than".split()
)
_PHONE = re.compile(r"(?:\+\d{1,3}[\s.-]?)?(?:\(\d{2,4}\)[\s.-]?)?\d{2,4}(?:[\s.-]\d{3,4}){2,3}(?!\d)|\d{3}-\d{4}(?!\d)|\d{1,3}(?:\.\d{1,3}){3}(?!\d)")
_LIST = re.compile(r"\d{1,2}[.)]\s+\S")
_SCORE = re.compile(r"(\d{1,3})[-–—](\d{1,3})(?:[-–—]\d{1,3}){0,2}(?![\d,]|\.\d)")
DESIGNATORS = frozenset(
    "resolution article flight highway route chapter section page pages no nos no. nos. nr nr. nrs nrs. № # room channel boeing airbus iphone ipad windows nasdaq formula apollo type model version "
    "phase level tier category class gate item line act rule amendment psalm volume vol vol. issue episode season lap stage hole grade figure fig fig. table exercise question day week "
    "paragraph annex protocol directive law bill order decree clause title schedule appendix area zone sector block unit district ward platform track terminal pier runway "
    "interstate exit mile age verse cell ship hull brigade building apartment flat suite sqn squadron top group grp covid-19 war ussc f1 mi su mig il tu p. pp. ps part".split()
)
_SCORE_CUES = frozenset("won win wins beat beats beaten lost lose loses defeat defeated draw drew lead led leading victory score scored scoreline record tied loss up down finished final ahead vote voted ruling split trail trailing trailed by".split())
