"""What the speller knows beyond the dictionary: official words, parts of compounds, words that take a capital."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from answer_builder.lint.words import lemmas, normalise


@dataclass(frozen=True, slots=True)
class Lexicon:
    """`accepted` holds predicted dictionary forms, so that every form of an allowed word is found."""

    accepted: frozenset[str]
    forms: frozenset[str]
    prefixes: tuple[str, ...]
    first_parts: frozenset[str]
    official: frozenset[str]
    suggestions: dict[str, str]


@cache
def lexicon() -> Lexicon:
    """The lexicon of `lexicon.toml`, read once."""
    table = tomllib.loads((files("answer_builder.lint.spelling") / "lexicon.toml").read_text(encoding="utf-8"))
    allowed = [normalise(word) for group in table["allowed"].values() for word in group.split()]
    return Lexicon(
        accepted=frozenset(lemma for word in allowed for lemma in lemmas(word)),
        forms=frozenset(allowed),
        prefixes=tuple(table["prefixes"].split()),
        first_parts=frozenset(table["first_parts"].split()),
        official=frozenset(table["official"].split()),
        suggestions=table["suggestions"],
    )
