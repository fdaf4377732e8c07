"""How dates are written, as named patterns, tried in this order at each place. The group names begin with the pattern's name.

Every repeat is bounded and none stands inside another, so the scan is linear in the text.
"""

from __future__ import annotations

FEASTS = {  # feasts that fall on one day of the year
    "new year's day": (1, 1),
    "new year's eve": (12, 31),
    "orthodox christmas": (1, 7),
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "christmas": (12, 25),
    "victory day": (5, 9),
    "may day": (5, 1),
    "valentine's day": (2, 14),
}

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?"
)
_SURE = (  # months that are nothing else
    r"(?:January|February|April|June|July|August|September|October|November|December|Jan\.|Feb\.|Aug\.|Sept?\.|Oct\.|Nov\.|Dec\.)"
)
_WEEKDAY = r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?!\d|[.,]\d|:\d|%|\w)"
_YEAR = r"(?:1[89]\d\d|20[0-4]\d)(?![\d%]|[.,:]\d)"
_DASH = r"\s?(?:-|–|—|to|and|through|until|till)\s?"
_NUMBER = r"(?:\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_SPAN = r"(?:day|week|fortnight|month|year)"
_SPAN_BACK = r"(?:hour|day|week|fortnight|month|year)"
_WHICH = r"(?i:last|next|this|past|coming|previous|following|same|the following|the previous|the same)"
_PART = r"(?i:early|mid|late|(?:the )?(?:beginning|start|end|middle|close) of|first half of|second half of)"


_THAT_DAY = r"\s(?:on\s|into\s)?[A-Z][a-z]{2,5}day\b"  # overnight Friday: that day's
_CLOCK = r"(?:\s(?i:morning|afternoon|evening|night)\b)?"
# Looked at first, since most words begin no date: with these a pattern may begin, …
OPENINGS = frozenset(
    (
        "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct "
        "nov dec monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays "
        "last next this that past coming previous following same current early earlier mid late later beginning start end middle close "
        "first second third fourth final today tonight yesterday tomorrow overnight christmas orthodox victory valentine new q1 q2 q3 q4"
    ).split()
)
# … with these, and with a number that is no year, where one of the others, a unit or a season is among the next two words.
LEADS = frozenset(
    (
        "the in since from until by during before after through of throughout between a an one two three four five six seven eight nine "
        "ten eleven twelve"
    ).split()
)
LED = OPENINGS | frozenset(
    "night day days week weeks weekend fortnight month months quarter year years spring summer autumn fall winter".split()
)
PATTERNS: dict[str, str] = {
    "iso": (r"(?P<iso>20\d\d-[01]\d-[0-3]\d|20\d\d/[01]\d/[0-3]\d)(?!\d)"),
    "dotted": (r"(?P<dotted_a>[0-3]?\d)(?P<dotted_s>[./])(?P<dotted_b>[01]?\d|[0-3]\d)(?P=dotted_s)(?P<dotted_y>20\d\d|19\d\d)(?!\d)"),
    "mdd": (
        rf"(?P<mdd_w>{_WEEKDAY}(?:\s(?:morning|afternoon|evening|night))?,?\s+)?(?:(?i:last|next|this)\s)?"
        rf"(?P<mdd_m>{_MONTH})\s?(?:the\s)?(?P<mdd_a>{_DAY})"
        rf"(?:{_DASH}(?P<mdd_n>{_MONTH}\s)?(?P<mdd_b>{_DAY})(?!\s(?:\w+\s)?(?:people|soldiers|prisoners|bodies|days|hours|percent)))?"
        rf"(?:,?\s(?P<mdd_y>{_YEAR})|,?\s(?P<mdd_r>(?i:last|this|next))\syear)?"
    ),
    "dmd": (
        rf"(?P<dmd_w>{_WEEKDAY},?\s+(?:the\s)?)?(?P<dmd_a>{_DAY})(?:(?:\s(?:of\s)?(?P<dmd_n>{_MONTH}))?{_DASH}(?P<dmd_b>{_DAY}))?"
        rf"[\s-](?:of\s)?(?P<dmd_m>{_MONTH})(?:,?[\s-](?P<dmd_y>{_YEAR})|,?\s(?P<dmd_r>(?i:last|this|next))\syear)?"
    ),
    "months": (
        rf"(?:(?i:from|between)\s)?(?P<months_a>{_MONTH}){_DASH}(?P<months_b>{_MONTH})(?!\s?\d{{1,2}}\b)(?:,?\s(?:of\s)?(?P<months_y>{_YEAR}))?"
    ),
    "part": (
        rf"(?P<part_p>{_PART})[-\s](?:(?P<part_m>{_MONTH})(?!\s?\d{{1,2}}\b)"
        rf"(?:,?\s(?P<part_y>{_YEAR})|\s(?P<part_r>(?i:last|this|next))\syear)?"
        rf"|(?P<part_v>{_YEAR})|(?P<part_s>(?i:last|next|this|the))\s(?P<part_u>week|month|year)\b)"
    ),
    "whole": (
        rf"(?:(?P<whole_p>(?i:in|since|last|next|this|from|until|by|during|past|coming|before|after|through|of|throughout))\s)?"
        rf"(?P<whole_m>{_MONTH})"
        rf"(?:,?\s(?:of\s)?(?P<whole_y>{_YEAR})|,?\s(?:of\s)?(?P<whole_r>(?i:last|this|next))\syear|(?<=[a-z.])(?!\s?\d|\.\s\d)"
        r"(?(whole_p)|(?!)))"
    ),
    "bare": (rf"(?P<bare>{_SURE})(?!\s?\d|\s[A-Z]|\.\s\d)"),
    "weekday": (rf"(?:(?P<weekday_p>{_WHICH})\s)?(?P<weekday_a>{_WEEKDAY})(?P<weekday_s>s)?(?:{_DASH}(?P<weekday_b>{_WEEKDAY}))?{_CLOCK}"),
    "near": (
        rf"(?P<near>(?i:the day before yesterday|the day after tomorrow|today|tonight|yesterday|tomorrow|last night"
        rf"|overnight(?!{_THAT_DAY})"
        r"|during the night(?!\sof\b)"
        rf"|this (?:morning|afternoon|evening)))\b{_CLOCK}"
    ),
    "rel": (
        r"(?P<rel_p>(?i:earlier this|later this|earlier in the|later in the|earlier last|the previous|the following|the same"
        r"|that|last|next|this|previous|coming|current|the))\s"
        r"(?P<rel_u>(?<=in the )day|weekend|week|month|quarter|year)\b(?!-)"
    ),
    "ago": (rf"(?P<ago_n>(?i:{_NUMBER}))\s(?P<ago_u>{_SPAN})s?\s(?P<ago_w>(?i:ago|earlier|later|from now))\b"),
    "past": (rf"(?P<past_w>(?i:past|last|previous|next|coming))\s(?P<past_n>(?i:{_NUMBER}))\s(?P<past_u>{_SPAN_BACK})s?\b"),
    "lately": (r"(?P<lately>(?i:past))\s(?P<lately_u>day|week|fortnight|month|year)\b"),
    "after": (
        r"(?P<after>(?i:a|one|two|three|four|five))\s(?P<after_u>days?|(?<=a\s)week|(?<=one\s)week)\safter\b"
        r"(?!\s(?:that|then|this|it)\b)"
    ),
    "told": (
        r"(?P<told>(?i:(?:the|that) (?:following|next|previous|same) (?:day|night|evening|morning)"
        r"|that (?:same )?day|the day (?:after|before)\b(?!\s[a-z])))\b"
    ),
    "nth": (r"(?i:the) (?P<nth>\d{1,2}(?:st|nd|rd|th)) of (?P<nth_r>(?i:last|this|next)) month\b"),
    "feast": (rf"(?P<feast>(?i:{'|'.join(key.replace(chr(39), '[’' + chr(39) + ']') for key in FEASTS)}))\b(?:,?\s(?P<feast_y>{_YEAR}))?"),
    "quarter": (
        rf"(?:(?P<quarter_s>(?i:last|this|next)) year['’]s )?(?:(?P<quarter_z>{_YEAR}) )?"
        rf"(?:(?P<quarter_n>(?i:first|second|third|fourth|final|1st|2nd|3rd|4th))[-\s]quarter\b|Q(?P<quarter_q>[1-4])\b)"
        rf"(?:,?\s(?:of\s)?(?P<quarter_y>{_YEAR})|\s(?:of\s)?(?P<quarter_r>(?i:last|this|next))\syear)?"
    ),
    "season": (
        rf"(?P<season_p>(?i:last|this|next|the|in|of|since|past|coming|early|late))\s(?:the\s)?(?P<season>(?i:spring|summer|autumn|fall|winter))\b"
        rf"(?:,?\s(?:of\s)?(?P<season_y>{_YEAR}))?(?!\s(?:of|to|from|into|in|through|back|for)\b)"
    ),
    "years": (rf"(?P<years_a>{_YEAR})(?:\s?[-–—/]\s?|\s(?:to|and)\s)(?P<years_b>{_YEAR}|\d\d(?![\d%-]))"),
    "decade": (r"(?P<decade>(?:1[89]|20)\d0)['’]?s\b"),
    "year": (rf"(?<![$£€#/.,:–-])(?P<year>{_YEAR})(?!\s?-|\s[a-z]+s\b|\s(?:people|men|women|children|personnel|of)\b)"),
}
