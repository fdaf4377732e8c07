"""Where an event takes place: the place in a phrase nearest to what happens. Pure functions of an analysed sentence.

A place is one that seeds/parties.csv knows, or a name that the text itself calls one (*the village of Hroza*, *Kunar province*). A name
beside *region* keeps the word (*Sumy region*), a city stands alone; seeds/places.csv has one spelling for each.
"""

from __future__ import annotations

import csv
from functools import cache
from typing import NamedTuple

from metrics.claims.actors import Gazetteer, bare
from metrics.claims.clause import Sentence
from metrics.claims.costs import PASSING
from metrics.claims.names import is_name
from metrics.folders import folder

_IN = frozenset("in at near outside inside around across over throughout".split())
_ON = frozenset(
    "on against at into for targeting targeted hit hits hitting struck striking attacked attacking pounded shelled bombed".split()
)
_REGIONS = {"oblast": "region"} | {
    word: word for word in "region province district governorate state county department prefecture wilayat municipality".split()
}
_TOWNS = frozenset(
    (
        "city town village settlement port capital suburb neighbourhood neighborhood camp township hamlet colony centre center outskirts"
    ).split()
)
_BLOWS = frozenset(
    (
        "strike strikes attack attacks airstrike airstrikes raid raids shelling bombing bombardment explosion blast operation clashes "
        "fighting siege assault ambush massacre battle"
    ).split()
)
_OPENING = _IN | _ON | {"of"}
_BEFALLS = frozenset("faced endured came suffered was".split())  # what follows a place that is struck
_UNDER = _BEFALLS | frozenset("were has had saw is are".split())
_WHEN = frozenset("monday tuesday wednesday thursday friday saturday sunday today yesterday overnight night morning place border".split())
_WORDS = frozenset(
    (
        "the a an of its this that country's besieged occupied central southern northern eastern western south-eastern southeastern "
        "northeastern northwestern southwestern north-eastern south-western north-western coastal border frontline "
        "front-line nearby same whole entire "
        "embattled disputed war-torn breakaway separatist rebel-held contested flashpoint second-largest largest second capital port"
    ).split()
)
_ELSEWHERE = frozenset(
    (
        "captured seized detained held arrested imprisoned jailed born based living headquartered prisoners captives captivity custody "
        "stationed said told reporters speaking sentenced convicted interned located arrived arriving landed arrives "
        "hospitalised hospitalized treated authorities officials ministry war"
    ).split()
)  # what stands before *in* where it is no event's place
_HELD = frozenset(
    "captivity custody prison prisons jail jails hands detention forces army troops government officials authorities ministry".split()
)


class Spot(NamedTuple):
    """A place named by tokens [i, j): its name and the party that it belongs to, where known."""

    i: int
    j: int
    name: str
    key: str | None
    country: bool
    struck: bool = False  # the subject of what befalls it


@cache
def _spellings() -> dict[str, str]:
    with (folder("seeds") / "places.csv").open(encoding="utf-8", newline="") as file:
        return {other: row["name"] for row in csv.DictReader(file) for other in row["spellings"].split(";")}


def spots(sentence: Sentence, gazetteer: Gazetteer) -> list[Spot]:
    """The places that the sentence names as where something is."""
    found: list[Spot] = []
    lower = sentence.lower
    for i, word in enumerate(lower):
        if word not in _OPENING:
            continue
        before = lower[i - 1] if i else ""
        if (word != "of" or before in _BLOWS) and before not in _ELSEWHERE:
            spot = _phrase(sentence, i, word in _IN, gazetteer)
            if spot:
                found.append(spot)
    return sorted({spot.i: spot for spot in found + _subjects(sentence, gazetteer)}.values())


def _subjects(sentence: Sentence, gazetteer: Gazetteer) -> list[Spot]:
    """Places that something befalls: *the Odesa region was hit*, *Kharkiv faced airstrikes*."""
    found = []
    for named in sentence.actors:
        if named.actor.kind in ("place", "metonym") and named.actor.name:
            after = named.j + (sentence.lower[named.j : named.j + 1] != [] and sentence.lower[named.j] in _REGIONS)
            start = named.i
            while start and sentence.lower[start - 1] in _WORDS:
                start -= 1
            alone = named.actor.kind == "metonym" and after == named.j  # Moscow has its troops: the government
            verbs = _BEFALLS if alone else _UNDER
            opens = start == 0 or sentence.lower[start - 1] in (",", ";", "that", "and", "while", "but", "meanwhile", "“", '"')
            if opens and sentence.lower[after : after + 1] and sentence.lower[after] in verbs:
                spot = _phrase(sentence, named.i - 1, False, gazetteer)
                if spot:
                    found.append(spot._replace(struck=True))
    return found


def _phrase(sentence: Sentence, at: int, inside: bool, gazetteer: Gazetteer) -> Spot | None:
    """The place in the phrase that the preposition or verb at token `at` opens."""
    lower, words, n = sentence.lower, sentence.words, len(sentence.lower)
    k, kind = at + 1, ""
    known = {named.i: named for named in sentence.actors}
    while k < n and k - at < 9:
        named = known.get(k)
        if lower[k] in _REGIONS or lower[k] in _TOWNS:
            kind = lower[k]
        elif named is not None and (named.actor.kind == "demonym" or words[named.j - 1] != bare(words[named.j - 1])):
            k = named.j  # Ukraine's Odesa region, the Ukrainian city of Sumy
            continue
        elif lower[k] not in _WORDS:
            break
        k += 1
    if k >= n or not words[k][0].isupper():
        return None
    named = known.get(k)
    key: str | None = None
    country = False
    if named is not None:
        if "-" in words[named.j - 1] and words[named.j - 1] not in gazetteer.places:
            return None  # the Israel-Hamas war
        state = named.actor.kind == "name" and named.actor.key is not None and len(named.actor.key) == 2
        if not state and named.actor.kind not in ("place", "metonym"):
            return None
        if named.actor.kind == "metonym" and sentence.slice(named.i, named.j) not in gazetteer.places:
            return None
        stop, key, country = named.j, named.actor.key, state
    else:
        stop = k
        while stop < n and stop - k < 3 and is_name(words[stop]):
            stop += 1
        follows = lower[stop : stop + 1]
        struck = inside and bool(at) and lower[at - 1] in _BLOWS
        if stop == k or not (kind or struck or (inside and follows and follows[0] in _REGIONS)):
            return None
        nearby = next((other for other in sentence.actors if 0 <= other.i - stop <= 3 and other.actor.kind in ("place", "name")), None)
        key = nearby.actor.key if nearby else None
    after = lower[stop : stop + 1]
    if after and (after[0] in _HELD or after[0] == "-"):
        return None
    name = " ".join(bare(word) for word in sentence.slice(k, stop).split())
    name = _spellings().get(name, name).replace(" Oblast", " region")
    region = after[0] if after and after[0] in _REGIONS else kind if kind in _REGIONS else ""
    if region and not country and not name.casefold().endswith(region):
        name = f"{name} {_REGIONS[region]}"
    return Spot(k, stop, name, key, country)


_REACH = {"attack": 22.0, "talks": 16.0, "exchange": 14.0, "deployment": 14.0, "ceasefire": 8.0}  # how far from its event a place may stand


def place_of(sentence: Sentence, found: list[Spot], event: str | None, anchor: int, a: int, b: int) -> Spot | None:
    """The place nearest to the event's word or to the figure [a, b); a town before its region or country.

    None where nothing is near, or where the figure is of no single event.
    """
    reach = _REACH.get(event or "")
    if reach is None:
        return None
    lower = sentence.lower

    def cost(spot: Spot) -> float:
        least = 99.0
        for first, last, extra in ((anchor, anchor + 1, 0.3), (a, b, 0.0)):
            between = lower[spot.j : first] if spot.j <= first else lower[last : spot.i]
            least = min(least, sum(PASSING.get(word, 1.0) for word in between) + extra + 0.5 * (spot.j <= first))
        return least - 3.0 * (spot.i > 1 and not _BLOWS.isdisjoint(lower[max(0, spot.i - 3) : spot.i]))

    if event != "attack":
        found = [spot for spot in found if not spot.struck]
    if event == "exchange":  # captives come from many places: what counts is where they are handed over
        found = [spot for spot in found if _hosts(lower, spot, anchor, b)]
    near = sorted((price, spot.i, spot) for spot in found if (price := cost(spot)) <= reach)
    if not near:
        return None
    best = near[0][2]
    for _, _, spot in near[1:]:
        gap = lower[spot.j : best.i]
        if spot.j <= best.i <= spot.j + 3 and "and" not in gap and (best.country or spot.key in (best.key, None)):
            return spot  # in El Fasher in the Darfur region
        if best.country and not spot.country and spot.key == best.key:
            return spot
    return best


def before(sentence: Sentence, earlier: list[Sentence], gazetteer: Gazetteer) -> Spot | None:
    """The town or region of the sentence before, where this one names none: *In Odesa a depot burned. Three men there died*."""
    if spots(sentence, gazetteer) or any(named.actor.kind in ("place", "metonym") for named in sentence.actors):
        return None
    back = not _BACK.isdisjoint(sentence.vocabulary)
    for other in earlier:
        if "\n" in sentence.text[other.end : sentence.start] and not back:
            return None
        named = [spot for spot in spots(other, gazetteer) if not spot.country]
        if named:
            return named[0] if len({spot.name for spot in named}) == 1 else None
    return None


_BACK = frozenset(["there", "city", "town", "village", "district", "region"])


def _hosts(lower: list[str], spot: Spot, anchor: int, b: int) -> bool:
    """Whether a place belongs to a handover: right behind its verb, its people or its day, or at the sentence's start."""
    opens = next((i for i in range(spot.i - 1, max(-1, spot.i - 9), -1) if lower[i] in _IN or lower[i] in _ON), -1)
    return opens == 0 or opens - 1 == anchor or (opens == b and anchor < b) or (opens > anchor and lower[opens - 1] in _WHEN)
