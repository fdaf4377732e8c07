"""Who spoke before, and whose the army and the rebels are that a report names without a country. No text is read here."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

# of a state, and never neutral
ORGANS = frozenset(
    (
        "state ministry army military government authority authorities official officials police security service services forces "
        "prosecutors council junta administration parliament navy rescuers command governor mayor"
    ).split()
)
# what only one side has where its foe is a group with a country of its own
SOLDIERLY = frozenset(["army", "military", "navy"])
# officers of an army
RANKS = frozenset("general gen brigadier brig colonel col lieutenant lt major maj captain capt commander admiral sergeant corporal".split())


@dataclass(frozen=True, slots=True)
class Speaker:
    """A speaker's canonical name and the party that he or it stands with (None where unknown, 'third' for a neutral body)."""

    name: str
    key: str | None
    third: bool = False


class Memory:
    """Who spoke in a sentence, and before it: what pronouns, titles and running quotations go back to.

    Asks `earlier` for the sentences before, the nearest first, only where a pronoun or a bare surname needs them.
    """

    def __init__(
        self,
        earlier: Callable[[], Iterator[Memory]],
        home: str | None = None,
        group: Speaker | None = None,
        *,
        abroad: bool = False,
        seek: Callable[[str], Speaker | None] | None = None,
    ) -> None:
        self._earlier = earlier
        self._seek = seek
        self.home = home  # the one state at war with an armed group: whose *the army* is
        self.group = group  # that group: whom *the rebels* means
        self.abroad = abroad  # the group has a country of its own, with officials of its own
        self.asked = False  # whether what the sentence says hangs on those before
        self._last: Speaker | None = None
        self._person: Speaker | None = None
        self._names: dict[str, Speaker] = {}  # a surname met → the full name
        self._bodies: dict[str, Speaker] = {}  # *ministry* → the last one named

    @property
    def officers(self) -> frozenset[str]:
        """The words that make somebody an officer or official of the home state."""
        return SOLDIERLY if self.abroad else ORGANS | RANKS

    def note(self, speaker: Speaker, person: bool) -> None:
        """Remembers a speaker."""
        self._last = speaker
        if person:
            self.meet(speaker)
        else:
            self.hear(speaker)

    def hear(self, body: Speaker) -> None:
        """Remembers a body that spoke, if only as the second of two."""
        if body.key or body.third:
            for word in body.name.casefold().split():
                self._bodies[word] = body

    def meet(self, speaker: Speaker) -> None:
        """Remembers a person who need not have spoken."""
        self._person = speaker
        self._names[_surname(speaker.name)] = speaker

    def _recalled(self, own: Callable[[Memory], Speaker | None]) -> Speaker | None:
        """What this sentence tells, or else the nearest before it that does."""
        found = own(self)
        if found is None:
            self.asked = True
            found = next((told for memory in self._earlier() if (told := own(memory))), None)
        return found

    @property
    def last(self) -> Speaker | None:
        """Who spoke last."""
        return self._recalled(lambda memory: memory._last)

    @property
    def spoken(self) -> Speaker | None:
        """The body that spoke last, where no person spoke since."""
        last = self.last
        return None if last is not None and last is self.person else last

    @property
    def person(self) -> Speaker | None:
        """The person whom *he* or *she* means."""
        return self._recalled(lambda memory: memory._person)

    def named(self, surname: str) -> Speaker | None:
        """The person of that surname who was named before."""
        return self._recalled(lambda memory: memory._names.get(_surname(surname)))

    def sought(self, surname: str) -> tuple[Speaker, bool] | None:
        """The person whom the report introduced by that surname without letting him speak."""
        found = self._seek(surname) if self._seek else None
        return (found, not surname.isupper()) if found else None

    def body(self, word: str) -> Speaker | None:
        """The body that *the ministry* means."""
        return self._recalled(lambda memory: memory._bodies.get(word))


def _surname(name: str) -> str:
    """The last word of a name, the same at the head of a sentence: *Al-Khafaji*, *al-Khafaji*."""
    last = name.split()[-1]
    return "al-" + last[3:] if last.startswith("Al-") else last
