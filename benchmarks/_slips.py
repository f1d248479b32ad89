"""Slips of one letter made on purpose in right sentences: left out, put in, mistaken for another, swapped."""

import random
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from answer_builder.lint.spelling import accepts, is_slip, suggest
from answer_builder.lint.text import Document, Sentence
from answer_builder.lint.words import is_known, normalise

_LETTERS = "абвгдежзийклмнопрстуфхцчшщъыьэюя"
_WORD = re.compile("[а-яё]{4,}")  # shorter words too often become other words
_KINDS = 4


def measure(document: Document, seed: int, number: int) -> Counter[str]:
    """Of so many `slips`: how many are `found` as errors, have the right word `first`, or `among` the suggestions."""
    counted: Counter[str] = Counter(slips=number)
    for sentence, position, meant in _slips(document, random.Random(seed), number):
        if not accepts(sentence, position, frozenset()) and is_slip(sentence, position):
            good = [normalise(word) for word in suggest(sentence, position)]
            counted.update(found=1, first=good[:1] == [meant], among=meant in good)
    return counted


def _slips(document: Document, chance: random.Random, number: int) -> Iterator[tuple[Sentence, int, str]]:
    """Sentences with one spoilt word that is no word of the dictionary: its position, and what it was."""
    places = [
        (sentence, position)
        for sentence in document.sentences
        for position, token in enumerate(sentence.tokens)
        if _WORD.fullmatch(token.text) and is_known(token.norm)
    ]
    made = 0
    while made < number:
        sentence, position = chance.choice(places)
        word = sentence.tokens[position].text
        spoilt = _spoil(word, made % _KINDS, chance)
        if spoilt != word and not is_known(normalise(spoilt)):
            made += 1
            yield _with(sentence, position, spoilt), position, normalise(word)


def _spoil(word: str, kind: int, chance: random.Random) -> str:
    place = chance.randrange(len(word) - (kind == 0))
    left, right = word[:place], word[place:]
    if kind == 0:
        return left + right[1] + right[0] + right[2:]
    if kind == 1:
        return left + right[1:]
    letter = chance.choice(_LETTERS)
    return left + letter + (right if kind == 2 else right[1:])


def _with(sentence: Sentence, position: int, word: str) -> Sentence:
    """The sentence with another word in its place."""
    old, longer = sentence.tokens[position], len(word) - len(sentence.tokens[position].text)
    new = replace(old, end=old.end + longer, text=word, norm=normalise(word))
    later = [
        replace(each, start=each.start + longer, end=each.end + longer) for each in sentence.tokens[position + 1 :]
    ]
    text = sentence.text[: old.start - sentence.start] + word + sentence.text[old.end - sentence.start :]
    return Sentence(sentence.start, sentence.end + longer, text, [*sentence.tokens[:position], new, *later])
