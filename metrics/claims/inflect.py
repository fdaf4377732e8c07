"""The forms of English words, from their dictionary form. Pure functions; irregular verbs come from the vocabulary."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

Form = Literal["base", "third", "past", "participle", "ing"]

_VOWELS = "aeiou"
_BE = (("be", "base"), ("is", "third"), ("are", "base"), ("was", "past"), ("were", "past"), ("been", "participle"), ("being", "ing"))
_PLURALS = {
    "person": "persons", "man": "men", "woman": "women", "child": "children", "life": "lives", "body": "bodies", "people": "people",
    "aircraft": "aircraft", "personnel": "personnel", "remains": "remains", "dead": "dead", "fallen": "fallen", "staff": "staff",
    "police": "police", "military": "military", "elderly": "elderly", "wounded": "wounded", "injured": "injured", "talks": "talks",
    "loss": "losses", "UAS": "UAS", "infantry": "infantry",
}  # fmt: skip


def _doubles(word: str) -> bool:
    """Whether the last consonant doubles before -ed and -ing (*swap*, *swapped*); words of one syllable, roughly."""
    return len(word) > 2 and word[-1] not in _VOWELS + "wxy" and word[-2] in _VOWELS and word[-3] not in _VOWELS and len(word) <= 4


def plural(noun: str) -> str:
    """The plural of a noun or noun phrase; of *X of Y* the plural of X."""
    head, of, rest = noun.partition(" of ")
    first, space, last = head.rpartition(" ")
    if last in _PLURALS:
        many = _PLURALS[last]
    elif last.endswith(("man", "woman")) and len(last) > 5:
        many = last[:-2] + "en"
    elif last.endswith(("s", "x", "z", "ch", "sh")):
        many = last + "es"
    elif last.endswith("y") and last[-2:-1] not in _VOWELS:
        many = last[:-1] + "ies"
    elif last.endswith("-by"):
        many = last
    else:
        many = last + "s"
    return first + space + many + of + rest


def verb_forms(verb: str, irregular: Mapping[str, str]) -> dict[str, set[Form]]:
    """Every form of a verb or verb phrase (its first word is inflected) with what the form can be."""
    first, space, rest = verb.partition(" ")
    rest = space + rest
    if first == "be":
        forms: dict[str, set[Form]] = {}
        for form, kind in _BE:
            forms.setdefault(form + rest, set()).add(kind)  # type: ignore[arg-type]
        return forms
    if first.endswith("e") and not first.endswith("ee"):
        ing, regular = first[:-1] + "ing", first + "d"
        if first.endswith("ie"):
            ing = first[:-2] + "ying"
    elif _doubles(first):
        ing, regular = first + first[-1] + "ing", first + first[-1] + "ed"
    elif first.endswith("y") and first[-2:-1] not in _VOWELS:
        ing, regular = first + "ing", first[:-1] + "ied"
    elif first.endswith("ee"):
        ing, regular = first + "ing", first + "d"
    else:
        ing, regular = first + "ing", first + "ed"
    past, participle = (irregular.get(first) or f"{regular} {regular}").split()
    if first in irregular and past.endswith("ed") and past[:-2][-2:-1] == past[:-2][-1:]:
        ing = past[:-2] + "ing"
    elif first in ("get", "put", "let", "hit", "set", "sit", "run", "begin", "win"):
        ing = first + first[-1] + "ing"
    third = plural(first) if first != "have" else "has"
    if first in ("go", "do"):
        third = first + "es"
    if first.endswith("f"):
        third = first + "s"
    forms = {}
    for form, kind in ((first, "base"), (third, "third"), (past, "past"), (participle, "participle"), (ing, "ing")):
        forms.setdefault(form + rest, set()).add(kind)  # type: ignore[arg-type]
    return forms


def noun_forms(noun: str) -> set[str]:
    """Singular and plural of a noun, in lower case."""
    return {noun.casefold(), plural(noun).casefold()}
