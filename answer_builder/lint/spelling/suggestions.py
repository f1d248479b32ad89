"""Suggestions for a misspelt word: curated ones, words one slip away that are common and fit, words that sound so."""

from functools import lru_cache

from answer_builder.lint.spelling.fit import fit
from answer_builder.lint.spelling.lexicon import lexicon
from answer_builder.lint.spelling.neighbours import heard_alike, neighbours
from answer_builder.lint.spelling.word_counts import commonness, is_counted
from answer_builder.lint.text import Sentence
from answer_builder.lint.words import is_known

_MOST = 3
_SHORTEST_PART = 3
_PREPOSITIONS = frozenset(("в", "с", "к", "о", "у", "на", "по", "из", "за", "не"))


def suggest(sentence: Sentence, position: int) -> tuple[str, ...]:
    """At most three known words for the word at the position, cased like it, the likeliest first."""
    token = sentence.tokens[position]
    likely = _likely(token.norm)
    ranks = {word: -(rank + fit(word, sentence, position)) for word, rank in likely if len(likely) > 1}
    found = (*sorted((word for word, _ in likely), key=lambda word: ranks.get(word, 0)), *_apart(token.norm))[:_MOST]
    if token.text.isupper():
        return tuple(good.upper() for good in found)
    return tuple(good.capitalize() if token.is_capitalised else good for good in found)


def is_slip(sentence: Sentence, position: int) -> bool:
    """True when a word near by tells what was meant; a word like no other may be a term."""
    word = sentence.tokens[position].norm
    return bool(_likely(word)) or any(all(map(_is_usual, pair.split())) for pair in _apart(word))


def _is_usual(word: str) -> bool:
    return word in _PREPOSITIONS or is_counted(word)


@lru_cache(maxsize=10_000)
def _likely(word: str) -> tuple[tuple[str, float], ...]:
    """Single words with their likelihood anywhere, in a fixed order."""
    if word in lexicon().suggestions:
        return ((lexicon().suggestions[word], 0.0),)
    if "-" in word:
        joined = word.replace("-", "")
        return ((joined, 0.0),) if is_known(joined) else ()
    near_by = neighbours(word) or heard_alike(word)
    ranked = ((near, likelihood + commonness(near)) for near, likelihood in near_by.items() if is_known(near))
    return tuple(sorted(ranked, key=lambda item: (-item[1], item[0])))


@lru_cache(maxsize=10_000)
def _apart(word: str) -> tuple[str, ...]:
    """The word as two: «неможет» → «не может»."""
    if word in lexicon().suggestions:
        return ()
    if "-" in word:
        parts = [tuple(word.split("-", 1))]  # «жизненно-важный» → «жизненно важный»
    else:
        parts = [(word[:i], word[i:]) for i in range(1, len(word) - _SHORTEST_PART)]
    return tuple(
        f"{left} {right}"
        for left, right in parts
        if (left in _PREPOSITIONS or len(left) > _SHORTEST_PART) and is_known(left) and is_known(right)
    )
