"""What the speller knows beyond the dictionary: subject words, parts of compounds, words that take a capital."""

import tomllib
from collections import defaultdict
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from answer_builder.lint.kept import kept_of_rules
from answer_builder.lint.words import forms, normalise

_BEGINNING = 4  # letters that all forms of a word share
_CONSONANTS = "бвгджзклмнпрстфхцчшщ"
_NOUN_ENDINGS = ("", "а", "у", "ом", "е", "ы", "ов", "ам", "ами", "ах")
_DEED_ENDINGS = ("е", "я", "ю", "ем", "и", "й", "ям", "ями", "ях")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The tables of `lexicon.toml` and `terms.toml`, words normalised."""

    prefixes: tuple[str, ...]
    shortened: tuple[str, ...]
    number_prefixes: tuple[str, ...]
    second_parts: frozenset[str]
    first_parts: frozenset[str]
    months: frozenset[str]
    official: frozenset[str]
    divisions: frozenset[str]
    shortenings: frozenset[str]
    suggestions: dict[str, str]
    term_firsts: tuple[str, ...]
    term_lasts: frozenset[str]
    medicines: tuple[str, ...]
    illnesses: tuple[str, ...]


@cache
def lexicon() -> Lexicon:
    """The lexicon, read once."""
    table, terms = _read("lexicon.toml"), _read("terms.toml")
    return Lexicon(
        prefixes=tuple(table["prefixes"].split()),
        shortened=tuple(table["shortened"].split()),
        number_prefixes=tuple(table["number_prefixes"].split()),
        second_parts=frozenset(form for word in table["second_parts"].split() for form in forms(word)),
        first_parts=frozenset(table["first_parts"].split()),
        months=frozenset(table["months"].split()),
        official=frozenset(form for word in table["official"].split() for form in forms(word)),
        divisions=frozenset(table["divisions"].split()),
        shortenings=frozenset(table["shortenings"].split()),
        suggestions=table["suggestions"],
        term_firsts=tuple(terms["firsts"].split()),
        term_lasts=frozenset(form for word in terms["lasts"].split() for form in _inflected(word)),
        medicines=tuple(terms["medicines"].split()),
        illnesses=tuple(terms["illnesses"].split()),
    )


def is_subject_word(word: str) -> bool:
    """True for any form of a word of `vocabulary.toml`; forms are made when a word with that beginning is met."""
    return word in _forms_beginning(word[:_BEGINNING])


@lru_cache(maxsize=2_000)
def _forms_beginning(beginning: str) -> frozenset[str]:
    return frozenset(form for word in _vocabulary()[beginning] for form in _inflected(word))


@cache
def _vocabulary() -> defaultdict[str, list[str]]:
    by_beginning: defaultdict[str, list[str]] = defaultdict(list)
    for group in _read("vocabulary.toml").values():
        for word in map(normalise, group.split()):
            by_beginning[word[:_BEGINNING]].append(word)
    return by_beginning


def _inflected(word: str) -> frozenset[str]:
    """Words such as «клопидогрел» or «обязание» are taken for other parts of speech, then no form is guessed."""
    found = forms(word)
    if len(found) == 1 and word[-1] in _CONSONANTS:
        return frozenset(word + ending for ending in _NOUN_ENDINGS)
    if len(found) == 1 and word.endswith("ние"):
        return frozenset(word[:-1] + ending for ending in _DEED_ENDINGS)
    return found


def _read(name: str) -> dict[str, Any]:
    content = (files("answer_builder.lint.spelling") / name).read_text(encoding="utf-8")
    table: dict[str, Any] = kept_of_rules().value("table", content, tomllib.loads)
    kept_of_rules().save()
    return table
