"""What the dictionary knows about a Russian word; pymorphy3 is loaded at the first question."""

from functools import cache, lru_cache
from typing import Any

WRONG_OR_DISTORTED = ("Erro", "Dist")  # OpenCorpora lists these lexemes as misspelt: always an error

_AS_PEOPLE_SAY = {"деньга": "деньги"}  # the dictionary form nobody would look for


def normalise(word: str) -> str:
    """The word in lower case with «е» for «ё»: the one spelling in which words are compared."""
    return word.lower().replace("ё", "е").replace("‑", "-")


@cache
def morphology() -> Any:
    """The loaded pymorphy3 analyser (about 0.15 s, once)."""
    from pymorphy3 import MorphAnalyzer  # noqa: PLC0415  (importing the checker must stay cheap)

    return MorphAnalyzer(lang="ru")


@lru_cache(maxsize=100_000)
def parses(word: str) -> tuple[Any, ...]:
    """Every reading of a normalised word, the likeliest first."""
    return tuple(morphology().parse(word))


@lru_cache(maxsize=100_000)
def lemmas(word: str) -> frozenset[str]:
    """All dictionary forms of a normalised word: one in ten has several, and rules must see each of them."""
    found = {normalise(parse.normal_form) for parse in parses(word)}
    return frozenset(found | {_AS_PEOPLE_SAY[lemma] for lemma in found & _AS_PEOPLE_SAY.keys()})


def has_entry(word: str) -> bool:
    """True when the dictionary has the word, be it a misspelling."""
    return bool(morphology().word_is_known(word))


@lru_cache(maxsize=100_000)
def is_known(word: str) -> bool:
    """True when the dictionary has the word and not only as a known misspelling."""
    if not has_entry(word):
        return False
    known = [parse for parse in parses(word) if parse.is_known] or parses(word)
    return any(not any(mark in parse.tag for mark in WRONG_OR_DISTORTED) for parse in known)


def forms(word: str) -> frozenset[str]:
    """Every form of a word given in its dictionary form, guessed when the dictionary lacks it."""
    own = [parse for parse in parses(word) if normalise(parse.normal_form) == word]
    return frozenset(normalise(form.word) for form in (own[0].lexeme if own else ())) | {word}


@lru_cache(maxsize=100_000)
def has_tag(word: str, *tags: str) -> bool:
    """True when some reading of a normalised word carries any of the grammemes."""
    return any(tag in parse.tag for parse in parses(word) for tag in tags)
