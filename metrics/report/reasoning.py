"""How a discrepancy came about, step by step: claims, intervals, what made them comparable, origins, kind and severity."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from metrics import wording
from metrics.report import lines
from metrics.report.page import NARROWEST, marked, plain, wrapped

Row = Mapping[str, Any]
Step = tuple[str, list[str]]  # a heading, and a line for each thing

_RULE = {
    "value_conflict": "the intervals do not meet, nor do those that rounding leaves open, and all that makes them comparable is known",
    "basis_mismatch": "the same number is per side for one and a total for the other, or one is twice the other and a basis is unknown",
    "reciprocity_conflict": "one says that both sides give the number, the other in words that one side alone does",
    "status_conflict": "for one figure at one time, statuses that exclude each other",
    "date_conflict": "the same round or deal, with days that do not meet",
    "sum_mismatch": "parts that the report gives as all the parts do not add up to their whole",
    "decreasing_total": "a running total of one voice falls at a later date",
    "category_shift": "the same number for the same event, of people counted as different things",
    "bound_changed": "the same number with another bounding word, where the intervals meet or one figure is exact",
    "rounding": "equal once the finer is rounded to the coarser's precision, or a vague word covers an exact figure",
    "compatible_difference": "different numbers whose intervals meet",
    "revision": "the same voice gave another number at a later date, or the text was edited",
    "delivery_gap": "what was agreed less what was delivered, in one deal",
    "incomplete_parts": "the parts add up to less than the whole, and are not said to be all",
    "single_origin": "two or more reports carry the figure, and one origin stands behind them",
    "ambiguous_event": "the claim fits two events",
}
_ANCHOR = {
    "days": "fits the days that reports give the event",
    "span": "has dates of its own that make the event",
    "deal": "comes out of the deal of {deal}",
    "round": "names round {round_number} of the talks",
    "era": "has no day; it was published between the same two rounds of talks",
    "session": "has no day; it was published close to the others",
    "report": "has neither a day nor a publication date, and stays with its report",
}


def _source(claim: Row) -> str:
    """Who says it and where; an outlet that speaks for itself is named once."""
    who, outlet = wording.who(claim), lines.outlet(claim)
    return outlet if outlet.startswith(f"{who}, ") else f"{who}, {outlet}"


def steps(row: Row, claims: Sequence[Row], not_flagged: Iterable[Row]) -> list[Step]:
    """The steps of the reasoning on a discrepancy of the store, from its `reasoning` rows."""
    numbered = list(enumerate(claims, 1))
    origins: dict[str, dict[str, list[int]]] = {}
    for number, claim in numbered:
        origins.setdefault(claim["origin_id"], {}).setdefault(claim["report_id"], []).append(number)
    told: list[Step] = [
        (
            "The claims",
            [f"[{number}] {_source(claim)}: {marked(claim)} ({claim['claim_id']})" for number, claim in numbered],
        ),
        ("What each figure claims", [f"[{number}] {interval(claim, row['metric'])}" for number, claim in numbered]),
        ("How each found the event", [f"[{number}] {_placed(claim)}" for number, claim in numbered]),
        ("The key that they share", [str(row["why"]), *(f"[{number}] {_key(claim, claims)}" for number, claim in numbered)]),
        (
            "Origins",
            [
                f"{lines.counted(len(reports), 'report')}, {'one origin' if len(reports) > 1 else 'an origin of its own'}: "
                + ", ".join(f"[{number}]" for numbers in reports.values() for number in numbers)
                for reports in origins.values()
            ],
        ),
        (
            "Kind and severity",
            [
                f"{lines.label(row['kind'])}: {_RULE[row['kind']]}.",
                f"{row['severity']}: {'both cannot be right' if row['severity'] == 'conflict' else 'it need not be a contradiction'}.",
                lines.first_words(row["sentence"], row["event"]),
                lines.measures(row),
            ],
        ),
    ]
    pairs = [f"{lines.considered(pair)}" for pair in not_flagged]
    if pairs:
        told.append(("Considered beside it, and not flagged", pairs))
    told.append(("What would settle it", [str(row["settle"])]))
    if row.get("review"):
        told.append(("Reviewed", [lines.reviewed(row["review"])]))
    return [*told, ("SQL that gives its voices", [str(row["sql"])])]


def interval(claim: Row, metric: str) -> str:
    """*nearly 400 children: 360 ≤ n < 400, since nearly means from 0.9 n to n without n*"""
    said = wording.figure({**claim, "basis": None}, claim["unit"], metric)
    low, high, precision = (
        wording.number(claim[field]) if claim[field] is not None else None for field in ("interval_low", "interval_high", "precision")
    )
    if claim["bound"] == "exact":
        return f"{said}: n = {low}; as it is written, ± {precision} may be rounding"
    bottom = f"{low} {'<' if claim['low_open'] else '≤'} n"
    top = f" {'<' if claim['high_open'] else '≤'} {high}" if high is not None else ", with no upper end"
    if claim["bound"] in ("range", "vague"):
        return f"{said}: {bottom}{top}, its own two ends"
    factors = [
        f"{factor:g} × {wording.number(claim['low'])}" if factor is not None else "no end"
        for factor in (claim["low_factor"], claim["high_factor"])
    ]
    return f"{said}: {bottom}{top}; {lines.label(claim['bound'])} is from {factors[0]} to {factors[1]} in the policy"


def as_data(row: Row, claims: Sequence[Row], told: Sequence[Step]) -> dict[str, Any]:
    """The discrepancy's id, kind and severity, its steps in words, and what was known of each claim."""
    return {
        **{field: row[field] for field in ("id", "kind", "severity", "metric", "event", "sentence", "gap", "gap_percent", "sql")},
        "steps": [{"step": heading, "lines": [plain(line) for line in said]} for heading, said in told],
        "claims": list(claims),
    }


def page(row: Row, told: Sequence[Step], width: int) -> str:
    """The steps, numbered, in at most `width` columns."""
    width = max(width, NARROWEST)
    text = [
        *wrapped(f"{row['severity']}: {lines.label(row['kind'])} · {lines.label(row['metric'])} · {row['id']}", width, ""),
        *wrapped(str(row["event"]), width, ""),
    ]
    for place, (heading, said) in enumerate(told, 1):
        text += ["", f"{place}. {heading}"]
        for line in said:
            text += wrapped(line, width, "   ", "       " if line.startswith("[") else "     ")
    return "\n".join(text) + "\n"


def _placed(claim: Row) -> str:
    told = _ANCHOR[claim["anchor"]].format(deal=wording.day(claim["deal"]), round_number=claim["round_number"])
    days = f", for {wording.days(claim['occasion_from'], claim['occasion_to'])}" if claim["occasion_from"] else ""
    return f"{told}{days}{'' if claim['dated'] or not days else ', by what other reports say'}"


def _key(claim: Row, claims: Sequence[Row]) -> str:
    """What is known of a claim, and what others tell and it does not."""
    known = {
        "stage": claim["stage"],
        "proposer": claim["position_of"] and wording.party(claim["position_of"]),
        "basis": claim["basis"] and lines.label(claim["basis"]),
        "people of": claim["party"] and wording.party(claim["party"]),
        "category": claim["category"],
        "place": claim["spot"],
        "part of a larger figure": "yes" if claim["part"] else None,
    }
    told = ", ".join(f"{field} {value}" for field, value in known.items() if value)
    missing = [field for field in ("basis", "party", "category") if not claim[field] and any(other[field] for other in claims)]
    return told + (f"; not told: {', '.join(missing)}" if missing else "")
