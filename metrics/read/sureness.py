"""How sure a reader is that an input is of its kind. Content wins over a name, and a mark that only one kind has over content like it."""

from __future__ import annotations

NOT = 0
LEFT = 1  # what nobody else takes
NAMED = 2
SEEN = 3
MARKED = 4
