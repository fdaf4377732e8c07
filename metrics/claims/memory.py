"""Who spoke before, and whose the army and the rebels are that a report names without a country. No text is read here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

# of a state, and never neutral
ORGANS = frozenset(
    (
        "state ministry army military government authority authorities official officials police security service services forces "
        "prosecutors council administration parliament navy rescuers command governor mayor"
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
    """Who spoke last: what pronouns, titles and running quotations go back to.

    Asks `earlier` for the memory of the sentences before only when a pronoun or a bare surname needs it.
    """

    def __init__(
        self, earlier: Callable[[], Memory] | None = None, home: str | None = None, group: Speaker | None = None, *, abroad: bool = False
    ) -> None:
        self._earlier = earlier
        self.home = home  # the one state at war with an armed group: whose *the army* is
        self.group = group  # that group: whom *the rebels* means
        self.abroad = abroad  # the group has a country of its own, with officials of its own
        self._last: Speaker | None = None
        self._person: Speaker | None = None
        self._names: dict[str, Speaker] = {}  # a surname met before → the full name
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
        elif speaker.key or speaker.third:
            for word in speaker.name.casefold().split():
                self._bodies[word] = speaker

    def meet(self, speaker: Speaker) -> None:
        """Remembers a person who need not have spoken."""
        self._person = speaker
        self._names[speaker.name.split()[-1]] = speaker

    def _before(self) -> Memory | None:
        return self._earlier() if self._earlier is not None else None

    @property
    def last(self) -> Speaker | None:
        """Who spoke last."""
        before = self._before() if self._last is None else None
        return before.last if before else self._last

    @property
    def spoken(self) -> Speaker | None:
        """The body that spoke last, where no person spoke since."""
        last = self.last
        return None if last is not None and last is self.person else last

    @property
    def person(self) -> Speaker | None:
        """The person whom *he* or *she* means."""
        before = self._before() if self._person is None else None
        return before.person if before else self._person

    def named(self, surname: str) -> Speaker | None:
        """The person of that surname who was named before."""
        if surname in self._names:
            return self._names[surname]
        before = self._before()
        return before.named(surname) if before else None

    def body(self, word: str) -> Speaker | None:
        """The body that *the ministry* means."""
        if word in self._bodies:
            return self._bodies[word]
        before = self._before()
        return before.body(word) if before else None
