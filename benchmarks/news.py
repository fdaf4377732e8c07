"""Dense news for measuring: the sample reports and generated sentences around them, the same on every run.

As dense as coverage of one exchange is: about five figures and two claims in a thousand characters. Most news is thinner.
"""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterator

from metrics.folders import folder
from metrics.model import Document

_SENTENCES = (
    "{place} and {other} exchanged {n} prisoners of war each on {day}, the {who} said.",
    "The {who} said that {n} bodies of fallen soldiers had been returned to {place} under the deal reached in {month}.",
    "At least {few} people were killed and more than {some} wounded when {drones} drones struck the {town} region overnight.",
    "Officials in {place} put the number of children on the list at {n}, while {other} spoke of nearly {n2}.",
    "The delegations, of {few} and {some} members, met for just over two hours for a {round} round of talks.",
    "It would be a ceasefire of {days} days, {other}'s foreign minister told reporters, and not of two or three.",
    "More than {big},000 troops have gathered near {town}, according to the {who}.",
    "A market that opened in {year} in {town} reported sales of ${m} million, up {few} percent from a year earlier.",
    "{n} of the freed were civilians, among them {few} women, the youngest of them {age} years old.",
)
_FILLERS = (
    "The road to {town} has been closed since {month}, and nobody there could say when it will open again.",
    "He has lived in the town for as long as anyone remembers, and he does not intend to leave it now.",
    '"We will not give up what is ours," the head of the {who} told reporters as he left the building with his aides.',
    "Relatives had come from all over the country with photographs, hoping that somebody on the buses would know a face.",
    "Diplomats from {place} have met their counterparts several times since {month}, mostly behind closed doors.",
    "Analysts doubt that the two capitals mean the same thing when they speak of a lasting peace.",
    "The {who} declined to comment on the report, which could not be verified independently.",
    "{other} has accused {place} of dragging its feet, an accusation that officials there reject as cynical.",
    "In {town} the power was out again, and people queued in the cold for bread and for news of their neighbours.",
    "What happens next depends on the answer from {other}, which a spokesman promised in the coming days.",
)
_WORDS = {
    "place": ("Ukraine", "Russia", "Israel", "Hamas", "Armenia", "Azerbaijan", "Yemen"),
    "other": ("Kyiv", "Moscow", "Jerusalem", "Baku", "Yerevan", "Sanaa"),
    "who": ("defence ministry", "ombudsman", "president's office", "Red Cross", "coordination headquarters"),
    "town": ("Sumy", "Kharkiv", "Gaza City", "Aleppo", "Stepanakert", "Marib"),
    "day": ("Monday", "Friday", "Saturday", "June 2", "25 May 2025"),
    "month": ("May", "June", "November"),
    "round": ("first", "second", "third"),
}


def dense(size: int, seed: int = 1) -> Iterator[Document]:
    """Documents of about 4,000 characters each, `size` characters in all: every fourth one a sample report, the rest generated."""
    chance = random.Random(seed)
    samples = [path.read_text(encoding="utf-8") for path in sorted((folder("seeds") / "reports").rglob("*.txt"))]
    written = number = 0
    while written < size:
        number += 1
        head = chance.choice(samples) + "\n\n" if samples and number % 4 == 0 else f"date 2025-06-{number % 28 + 1:02} \n"
        text = head + "\n\n".join(" ".join(_sentence(chance) for _ in range(5)) for _ in range(max(1, (4000 - len(head)) // 500)))
        written += len(text)
        raw = text.encode()
        yield Document(f"d-{number}", f"generated/{number}.txt", text, hashlib.sha256(raw).hexdigest())


def sentences(chance: random.Random, number: int) -> list[str]:
    """So many generated sentences."""
    return [_sentence(chance) for _ in range(number)]


def _sentence(chance: random.Random) -> str:
    return chance.choice(_SENTENCES if chance.random() < 0.15 else _FILLERS).format(
        n=f"{chance.randint(20, 2000):,}",
        n2=chance.randint(100, 900),
        few=chance.randint(2, 19),
        some=chance.randint(20, 99),
        drones=chance.randint(5, 300),
        days=chance.randint(3, 60),
        big=chance.randint(10, 200),
        year=chance.randint(1990, 2025),
        m=chance.randint(1, 900),
        age=chance.randint(18, 60),
        **{key: chance.choice(words) for key, words in _WORDS.items()},
    )
