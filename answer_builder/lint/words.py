"""What the dictionary knows about a Russian word: is it spelt so, its dictionary forms, its grammemes."""

from functools import lru_cache

from answer_builder.morphology import REMEMBERED, has_entry, parses

WRONG_OR_DISTORTED = ("Erro", "Dist")  # OpenCorpora lists these lexemes as misspelt: always an error

_AS_PEOPLE_SAY = {"деньга": "деньги"}  # the dictionary form nobody would look for


def normalise(word: str) -> str:
    """The word in lower case with «е» for «ё»: the one spelling in which words are compared."""
    return word.lower().replace("ё", "е").replace("‑", "-")


@lru_cache(maxsize=REMEMBERED)
def lemmas(word: str) -> frozenset[str]:
    """All dictionary forms of a normalised word: one in ten has several, and rules must see each of them."""
    found = {normalise(parse.normal_form) for parse in parses(word)}
    return frozenset(found | {_AS_PEOPLE_SAY[lemma] for lemma in found & _AS_PEOPLE_SAY.keys()})


@lru_cache(maxsize=REMEMBERED)
def is_known(word: str) -> bool:
    """True when the dictionary has the word and not only as a known misspelling."""
    if not has_entry(word):  # quicker than to guess what it may be
        return False
    return any(not any(mark in parse.tag for mark in WRONG_OR_DISTORTED) for parse in parses(word))


def forms(word: str) -> frozenset[str]:
    """Every form of a word given in its dictionary form, guessed when the dictionary lacks it."""
    own = [parse for parse in parses(word) if normalise(parse.normal_form) == word]
    return frozenset(normalise(form.word) for form in (own[0].lexeme if own else ())) | {word}


@lru_cache(maxsize=REMEMBERED)
def has_tag(word: str, *tags: str) -> bool:
    """True when some reading of a normalised word carries any of the grammemes."""
    return any(tag in parse.tag for parse in parses(word) for tag in tags)
