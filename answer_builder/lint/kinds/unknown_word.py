"""Words that are in no dictionary, of ours or of the language."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from answer_builder.content_table import Table
from answer_builder.lint.context import Context
from answer_builder.lint.match import Match
from answer_builder.lint.spelling import accepts, is_slip, suggest
from answer_builder.lint.text import Document


@dataclass(frozen=True, slots=True)
class UnknownWord:
    """The speller as a rule; `doubt` is the message about a word like no other, which may be a term."""

    is_local: ClassVar[bool] = True

    doubt: str

    def find(self, document: Document, context: Context) -> Iterator[Match]:
        for sentence in document.sentences:
            for position in range(len(sentence.tokens)):
                if accepts(sentence, position, context.names):
                    continue
                token, good = sentence.tokens[position], suggest(sentence, position)
                if is_slip(sentence, position):
                    yield Match(token.start, token.end, good)
                else:
                    message = self.doubt.replace("{match}", token.text)
                    yield Match(token.start, token.end, good, level="info", message=message)


def read(table: Table, *, reads_quotes: bool) -> UnknownWord:
    """`doubt` with {match}: what is said of a word that no other is like."""
    return UnknownWord(table.text("doubt"))
