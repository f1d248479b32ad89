"""A statement that a letter makes, or must not make: the same words in another form or order say the same.

«вопрос решён» is said by «Мы решили Ваш вопрос», but not by «вопрос не решён» or «вопрос будет решён»: negation and
tense belong to the sense. ` | ` parts ways to say it: «вопрос решён | удалось решить вопрос».
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from answer_builder.lint.splitting import split
from answer_builder.lint.text import Document, Sentence, Token
from answer_builder.lint.words import lemmas
from answer_builder.morphology import parses

Time = Literal["past", "future", "infinitive", "imperative", ""]

_WORDS_BETWEEN = 3  # other words between two words of a literal statement, or before an auxiliary verb
_WORDS_BETWEEN_FREELY = 10  # the same in one that an executor may rewrite
_NOT = frozenset(("не", "ни"))
_AUXILIARIES = frozenset(("быть", "мочь", "смочь"))
_HEDGES = frozenset(("нельзя", "невозможно", "вряд", "якобы", "возможно", "почти", "частично", "считают"))
_LITTLE_WORDS = frozenset(("PREP", "CONJ", "PRCL"))
_PAST = ("past", "PRTS", "PRTF")
_REFLEXIVE = {"ть": "ся", "чь": "ся", "ти": "сь"}


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a statement: any of `keys` says it, when negation and tense agree."""

    keys: frozenset[str]
    is_negated: bool
    time: Time


@dataclass(frozen=True, slots=True)
class Statement:
    """The ways to say one thing; `shown` is the first of them, as people read it."""

    shown: str
    ways: tuple[tuple[Word, ...], ...]
    words_between: int
    is_duty: bool  # what a letter must say is not said by halves: «почти решён», «если вопрос решён»

    def places(self, document: Document) -> Iterator[tuple[int, int]]:
        """Spans of the text that make the statement, at most one a sentence; quotations are another's words."""
        for sentence in document.sentences:
            for way in self.ways:
                place = _place(way, sentence, self.words_between)
                if place and not (self.is_duty and _is_hedged(way, sentence, *place)):
                    first, last = place
                    yield sentence.tokens[first].start, sentence.tokens[last].end
                    break


@lru_cache(maxsize=1_000)
def statement(written: str, *, is_literal: bool = False) -> Statement:
    """The statement a content file writes; when it `is_literal`, prepositions and the like count as well."""
    ways = tuple(way.strip() for way in written.split(" | "))
    between = _WORDS_BETWEEN if is_literal else _WORDS_BETWEEN_FREELY
    return Statement(ways[0], tuple(_words(way, is_literal=is_literal) for way in ways), between, not is_literal)


def _words(way: str, *, is_literal: bool) -> tuple[Word, ...]:
    words, helpers = [], []
    for sentence in split(way).sentences:
        for position, token in enumerate(sentence.tokens):
            word = Word(_keys(token), *_sense(sentence, position))
            if _is_auxiliary(token):
                helpers.append(word)
            elif token.norm not in _NOT and (is_literal or not _is_little(token)):
                words.append(word)
    has_verb = any(word.time in ("past", "infinitive", "future") for word in words)
    return tuple(words if has_verb else (*words, *helpers))  # in «ответа не будет» the helper is the verb itself


def _is_little(token: Token) -> bool:
    return token.kind == "word" and all(parse.tag.POS in _LITTLE_WORDS for parse in parses(token.norm)[:1])


def _is_adverb(token: Token) -> bool:
    return token.kind == "word" and all(parse.tag.POS == "ADVB" for parse in parses(token.norm)[:1])


def _is_auxiliary(token: Token) -> bool:
    return token.norm != "суть" and not _AUXILIARIES.isdisjoint(lemmas(token.norm))


def _keys(token: Token) -> frozenset[str]:
    """Keys of `Sentence.keys` under which the word, or its reflexive («размещаем», «размещается»), stands."""
    keys = {"=" + token.norm, *token.lemmas}
    for lemma in token.lemmas:
        keys.add(lemma[:-2] if lemma.endswith(("ся", "сь")) else lemma + _REFLEXIVE.get(lemma[-2:], ""))
    return frozenset(keys)


def _sense(sentence: Sentence, position: int) -> tuple[bool, Time]:
    """Whether the word is denied, and its tense; «может быть решён» is no more a fact than «будет решён»."""
    tokens = sentence.tokens
    time = _time(tokens[position].norm) if tokens[position].kind == "word" else ""
    begin = position
    if time in ("past", "infinitive"):  # «не будет полностью решён»
        near = range(position - 1, max(-1, position - 1 - _WORDS_BETWEEN), -1)
        begin = next((place for place in near if _is_auxiliary(tokens[place])), position)
    while begin > 0 and _is_auxiliary(tokens[begin - 1]):
        begin -= 1
    auxiliaries = {token.norm for token in (*tokens[begin:position], *tokens[position + 1 : position + 2])}
    if time and any(word == "быть" or word.startswith("буд") for word in auxiliaries):
        time = "future"
    return _denial(sentence, begin) < begin, time


def _denial(sentence: Sentence, position: int) -> int:
    """Where the «не» of a word stands («не полностью решён», «не может быть решён»), or the word itself."""
    place = position
    while place > 0 and (_is_auxiliary(sentence.tokens[place - 1]) or _is_adverb(sentence.tokens[place - 1])):
        place -= 1
    return place - 1 if place > 0 and sentence.tokens[place - 1].norm in _NOT else position


def _time(norm: str) -> Time:
    tags = [parse.tag for parse in parses(norm)]
    if any("futr" in tag for tag in tags):
        return "future"
    if any("INFN" in tag for tag in tags):
        return "infinitive"
    if tags and any(mark in tags[0] for mark in _PAST):
        return "past"
    if tags and "impr" in tags[0]:
        return "imperative"
    return ""


def _place(way: tuple[Word, ...], sentence: Sentence, words_between: int) -> tuple[int, int] | None:
    """First and last token of the words of one way, close enough together in the sentence."""
    if any(word.keys.isdisjoint(sentence.keys) for word in way):  # most sentences; what follows is dearer
        return None
    found = [_positions(word, sentence) for word in way]
    if not all(found):
        return None
    reach = len(way) + words_between * (len(way) - 1)
    for start in sorted({position for positions in found for position in positions}):
        taken: set[int] = set()
        for positions in sorted(found, key=len):
            nearest = next((position for position in positions if position >= start and position not in taken), None)
            if nearest is None:
                break
            taken.add(nearest)
        if len(taken) == len(way) and max(taken) - min(taken) < reach:
            return min(_denial(sentence, position) for position in taken), max(taken)
    return None


def _is_hedged(way: tuple[Word, ...], sentence: Sentence, first: int, last: int) -> bool:
    """True for «если вопрос решён», «вопрос решён частично», «вопрос решён не был»."""
    times = {word.time for word in way if not word.is_negated}
    hedges = _HEDGES | {"если"} if "past" in times else _HEDGES if "future" in times else frozenset()
    near = sentence.tokens[max(first - 2, 0) : last + 2]
    if any(token.norm in hedges for token in near):
        return True
    after = sentence.tokens[last + 1 : last + 3]
    return "past" in times and len(after) > 1 and after[0].norm in _NOT and _is_auxiliary(after[1])


def _positions(word: Word, sentence: Sentence) -> list[int]:
    places = {position for key in word.keys for position in sentence.keys.get(key, ())}
    return [
        position
        for position in sorted(places)
        if not sentence.tokens[position].is_quoted and _agrees(word, sentence, position)
    ]


def _agrees(word: Word, sentence: Sentence, position: int) -> bool:
    is_negated, time = _sense(sentence, position)
    if is_negated != word.is_negated:
        return False
    if word.time == "past":
        return time in ("past", "")
    if word.time == "future":  # «вопрос будет решён» is not said by «тот, кто вправе решить вопрос»
        return time in ("future", "")
    return True
