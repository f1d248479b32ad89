"""Suggestions for a misspelt word: curated ones, then known words one likely slip away, the likeliest slip first."""

from collections.abc import Iterator
from functools import lru_cache

from answer_builder.lint.spelling.lexicon import lexicon
from answer_builder.lint.words import has_tag, is_known, normalise
from answer_builder.morphology import parses

_LETTERS = "абвгдежзийклмнопрстуфхцчшщъыьэюя"
_CONFUSED = ("ао", "еия", "иы", "зс", "бп", "дт", "вф", "гкх", "жш", "чщш", "цс", "уюо", "эе", "ьъ")
_NAME_TAGS = ("Name", "Surn", "Patr", "Geox", "Orgn", "Abbr")
_MOST = 3
_SHORTEST_PART = 3
_PREPOSITIONS = frozenset(("в", "с", "к", "о", "у", "на", "по", "из", "за", "не"))


def suggest(word: str) -> tuple[str, ...]:
    """At most three known words, cased like the given one."""
    found = _suggestions(normalise(word))
    if word.isupper():
        return tuple(good.upper() for good in found)
    return tuple(good.capitalize() if word[0].isupper() else good for good in found)


@lru_cache(maxsize=10_000)
def nearest(word: str) -> tuple[str, ...]:
    """Known words one edit away, the likeliest edit first."""
    ranks: dict[str, int] = {}
    for candidate, rank in _edits(word):
        if rank < ranks.get(candidate, 99) and candidate != word and is_known(candidate):
            ranks[candidate] = rank
    return tuple(sorted(ranks, key=lambda candidate: (ranks[candidate] + _strangeness(candidate), candidate)))


@lru_cache(maxsize=10_000)
def _suggestions(word: str) -> tuple[str, ...]:
    curated = lexicon().suggestions.get(word)
    if curated:
        return (curated,)
    if "-" in word:
        joined = word.replace("-", "")
        return (joined,) if is_known(joined) else ()
    return (*nearest(word), *_splits(word))[:_MOST]


def _edits(word: str) -> Iterator[tuple[str, int]]:
    for i in range(len(word) + 1):
        left, right = word[:i], word[i:]
        if right:
            is_double = (left[-1:] == right[0]) or right[1:2] == right[0]
            yield left + right[1:], 1 if is_double else 3
            for letter in _LETTERS:
                is_confused = any(letter in group and right[0] in group for group in _CONFUSED)
                yield left + letter + right[1:], 1 if is_confused else 4
        if len(right) > 1:
            yield left + right[1] + right[0] + right[2:], 2
        for letter in _LETTERS:
            doubles = letter in (left[-1:], right[:1])
            yield left + letter + right, 1 if doubles or letter == "ь" else 2


def _splits(word: str) -> Iterator[str]:
    for i in range(1, len(word) - _SHORTEST_PART):
        left, right = word[:i], word[i:]
        if (left in _PREPOSITIONS or i > _SHORTEST_PART) and is_known(left) and is_known(right):
            yield f"{left} {right}"


def _strangeness(word: str) -> int:
    """Names and rare readings go behind plain words."""
    return 3 if has_tag(word, *_NAME_TAGS) and not any(parse.tag.POS == "VERB" for parse in parses(word)) else 0
