"""What counts as a word: one pattern, for the rules' sentences and for the names they are matched with."""

from __future__ import annotations

import re

# Initials (U.S.), words with inner hyphens and apostrophes, numbers, and any other sign by itself; first of all the plain words of English,
# which the general pattern would find too, at twice the time.
TOKEN = re.compile(r"[A-Za-z][a-z]*+(?=[ ,\n])|(?:[A-Z]\.){2,}|[^\W\d_]+(?:[-‑'’][^\W\d_]+)*|\d+(?:[.,]\d+)*\w*|[^\w\s]|_")
LETTERS = re.compile(r"[^\W\d_]+")  # what the parts of a word are made of: *al*, *Sharaa*, *led*
