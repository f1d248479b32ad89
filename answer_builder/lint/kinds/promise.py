"""«Трубы заменят»: a promise, or a case that goes on by itself, in a letter that nowhere says when."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from answer_builder.content_table import Table
from answer_builder.lint.context import Context
from answer_builder.lint.facts import FACTS
from answer_builder.lint.match import Match
from answer_builder.lint.text import Document, Paragraph, Sentence, Token
from answer_builder.lint.words import normalise
from answer_builder.morphology import parses

_IN_THE_SENTENCE = ("date", "term", "number", "person", "law", "list")
_IN_THE_PARAGRAPH = "date"
_IN_THE_LETTER = "term"
_CLAUSE_ENDS = frozenset(",;:()–—")


@dataclass(frozen=True, slots=True)
class Promise:
    """`going_on`: verbs of work without an end; `no_deeds` promise nothing; a clause of `conditions` is left alone."""

    is_local: ClassVar[bool] = False

    going_on: frozenset[str]
    no_deeds: frozenset[str]
    conditions: frozenset[str]

    def find(self, document: Document, context: Context) -> Iterator[Match]:
        if context.answers or FACTS[_IN_THE_LETTER].search(
            document.text
        ):  # the duties of a typical answer know its terms
            return
        for paragraph in document.paragraphs:
            if not FACTS[_IN_THE_PARAGRAPH].search(paragraph.text) and not _asks(paragraph):
                yield from self._in_paragraph(paragraph)

    def _in_paragraph(self, paragraph: Paragraph) -> Iterator[Match]:
        for sentence in paragraph.sentences:
            if any(FACTS[fact].search(sentence.text) for fact in _IN_THE_SENTENCE):
                continue
            for position in self._main_words(sentence):
                if self._promises(sentence.tokens[position]):
                    yield Match(sentence.tokens[position].start, _clause_end(sentence, position))
                    break

    def _main_words(self, sentence: Sentence) -> Iterator[int]:
        """Places of words outside quotations and of clauses that begin with a condition («если откажут»)."""
        is_condition = False
        for position, token in enumerate(sentence.tokens):
            if position and _parts(sentence, position):
                is_condition = False
            is_condition = is_condition or token.norm in self.conditions
            if token.kind == "word" and not token.is_quoted and not is_condition:
                yield position

    def _promises(self, token: Token) -> bool:
        if not token.lemmas.isdisjoint(self.no_deeds):
            return False
        if not token.lemmas.isdisjoint(self.going_on):
            return any("pres" in parse.tag and "2per" not in parse.tag for parse in parses(token.norm))
        tag = parses(token.norm)[0].tag
        return "VERB" in tag and "futr" in tag and ("3per" in tag or {"1per", "plur"} in tag)


def _parts(sentence: Sentence, position: int) -> bool:
    """True when a clause ends before the token."""
    return not _CLAUSE_ENDS.isdisjoint(sentence.between(position - 1, position))


def _clause_end(sentence: Sentence, position: int) -> int:
    """Where the last word of the clause ends."""
    last = position
    while last + 1 < len(sentence.tokens) and not _parts(sentence, last + 1):
        last += 1
    return sentence.tokens[last].end


def _asks(paragraph: Paragraph) -> bool:
    """«Напишите нам, и мы проверим»: then the reader decides when."""
    return any(token.kind == "word" and {"impr", "plur"} in parses(token.norm)[0].tag for token in paragraph.tokens)


def read(table: Table, *, reads_quotes: bool) -> Promise:
    """`going_on`, `no_deeds`, `conditions` (one string of words each)."""
    names = ("going_on", "no_deeds", "conditions")
    return Promise(*(frozenset(normalise(word) for word in table.words(name)) for name in names))
