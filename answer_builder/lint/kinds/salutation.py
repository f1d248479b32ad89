"""A letter that starts without «Уважаемый …!» (001 3.5); a text that is no letter is left alone."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from answer_builder.content_table import Table
from answer_builder.lint.context import Context
from answer_builder.lint.match import Match
from answer_builder.lint.text import Document, Sentence

_GREETING = re.compile(r"^\s*Уважаем(?:ый|ая|ые)\b(?:.*!\s*$|[^!]{3,90}!|.{3,90}$)")  # its mark is another rule's
_LETTER_WORDS = 25
_LETTER_PARAGRAPHS = 2
_TO_READER = ("вы", "ваш")
_LETTER_SAYS = ("ваш", "=сообщаем", "=сообщаю", "=информируем", "=уведомляем", "=отвечаем")


@dataclass(frozen=True, slots=True)
class MissingGreeting:
    """Marks the first sentence that speaks to the citizen when nothing greets before it."""

    is_local: ClassVar[bool] = False

    def find(self, document: Document, context: Context) -> Iterator[Match]:
        if not context.is_addressed or any(_GREETING.match(paragraph.text) for paragraph in document.paragraphs):
            return
        spoken = [paragraph for paragraph in document.paragraphs if paragraph.sentences]
        words = sum(sentence.word_count for sentence in document.sentences)
        if len(spoken) < _LETTER_PARAGRAPHS or words < _LETTER_WORDS:
            return
        if not any(_says(sentence, _LETTER_SAYS) for sentence in document.sentences):
            return
        for sentence in document.sentences:
            if _says(sentence, _TO_READER):
                indent = len(sentence.text) - len(sentence.text.lstrip())
                yield Match(sentence.start + indent, sentence.end)
                return


def read(table: Table, *, reads_quotes: bool) -> MissingGreeting:
    """No fields of its own."""
    return MissingGreeting()


def _says(sentence: Sentence, keys: tuple[str, ...]) -> bool:
    """True when a word of one of the keys stands in the sentence outside of quotations."""
    return any(not sentence.tokens[place].is_quoted for key in keys for place in sentence.keys.get(key, ()))
