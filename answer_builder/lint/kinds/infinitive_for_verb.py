"""«Ремонт завершиться 5 мая»: an infinitive in «-ться» where the subject needs «-тся»."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from answer_builder.content_table import Table
from answer_builder.lint.context import Context
from answer_builder.lint.match import Match
from answer_builder.lint.text import Document, Sentence, Token
from answer_builder.lint.words import is_known, normalise
from answer_builder.morphology import parses

_ENDING = "ться"
_SHORTEST_THING = 3
_CLAUSE_ENDS = frozenset(",;:()–—")
_PREDICATES = ("VERB", "PRED", "ADJS", "INFN", "PRTS")


@dataclass(frozen=True, slots=True)
class InfinitiveForVerb:
    """`governors` are words after which an infinitive is right."""

    is_local: ClassVar[bool] = True

    governors: frozenset[str]

    def find(self, document: Document, context: Context) -> Iterator[Match]:
        for sentence in document.sentences:
            for position, token in enumerate(sentence.tokens):
                if token.kind == "word" and token.norm.endswith(_ENDING) and self._is_wrong(sentence, position):
                    yield Match(token.start, token.end, (_mended(token.text),))

    def _is_wrong(self, sentence: Sentence, position: int) -> bool:
        if position == 0 or not is_known(normalise(_mended(sentence.tokens[position].text))):
            return False
        first, last = _clause(sentence, position)
        if position == first or not (
            _is_subject(sentence.tokens[position - 1]) or _begin_with_thing(sentence.tokens[position + 1 : last + 1])
        ):
            return False
        others = sentence.tokens[first:position] + sentence.tokens[position + 1 : last + 1]
        return not any(self._governs(token) for token in others)

    def _governs(self, token: Token) -> bool:
        if not self.governors.isdisjoint(token.lemmas):
            return True
        return any(parse.tag.POS in _PREDICATES for parse in parses(token.norm)) if token.kind == "word" else False


def read(table: Table, *, reads_quotes: bool) -> InfinitiveForVerb:
    """`governors` (one string of lemmas)."""
    return InfinitiveForVerb(frozenset(normalise(word) for word in table.words("governors")))


def _mended(word: str) -> str:
    return word[:-3] + word[-2:]


def _is_subject(token: Token) -> bool:
    return any(parse.tag.POS in ("NOUN", "NPRO") and "nomn" in parse.tag for parse in parses(token.norm))


def _begin_with_thing(tokens: list[Token]) -> bool:
    """«5 мая завершиться капитальный ремонт»: a verb in «-ся» has no object, so the noun after it is the subject."""
    for token in tokens:
        if len(token.norm) < _SHORTEST_THING:  # «в» is a shortened noun to the dictionary
            return False
        tags = [parse.tag for parse in parses(token.norm) if "nomn" in parse.tag]
        if not any(tag.POS in ("ADJF", "PRTF") for tag in tags):
            return any(tag.POS == "NOUN" and "inan" in tag for tag in tags)
    return False


def _clause(sentence: Sentence, position: int) -> tuple[int, int]:
    """First and last token of the words around that no comma, colon, dash or bracket separates."""
    first = last = position
    while first > 0 and _CLAUSE_ENDS.isdisjoint(sentence.between(first - 1, first)):
        first -= 1
    while last + 1 < len(sentence.tokens) and _CLAUSE_ENDS.isdisjoint(sentence.between(last, last + 1)):
        last += 1
    return first, last
