"""Words that are in no dictionary, of ours or of the language."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from answer_builder.content_table import Table
from answer_builder.lint.context import Context
from answer_builder.lint.match import Match
from answer_builder.lint.spelling import accepts, suggest
from answer_builder.lint.text import Document


@dataclass(frozen=True, slots=True)
class UnknownWord:
    """The speller as a rule."""

    is_local: ClassVar[bool] = True

    def find(self, document: Document, context: Context) -> Iterator[Match]:
        for sentence in document.sentences:
            for position in range(len(sentence.tokens)):
                if not accepts(sentence, position, context.names):
                    token = sentence.tokens[position]
                    yield Match(token.start, token.end, suggest(sentence, position))


def read(table: Table, *, reads_quotes: bool) -> UnknownWord:
    """No fields of its own."""
    return UnknownWord()
