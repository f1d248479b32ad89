"""Measures with limits: words in a sentence, pages in a letter."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from answer_builder.content_table import Table
from answer_builder.lint.context import Context
from answer_builder.lint.match import Match
from answer_builder.lint.text import Document, Paragraph
from answer_builder.model import Level

Measure = Callable[[Document, Context], Iterator[tuple[int, int, int]]]


def _sentence_words(document: Document, context: Context) -> Iterator[tuple[int, int, int]]:
    for sentence in document.sentences:
        indent = len(sentence.text) - len(sentence.text.lstrip())
        yield sentence.start + indent, sentence.end, sentence.word_count


def _paragraph_words(document: Document, context: Context) -> Iterator[tuple[int, int, int]]:
    for paragraph in document.paragraphs:
        if paragraph.sentences:
            last = paragraph.sentences[-1]
            yield last.start + len(last.text) - len(last.text.lstrip()), last.end, _words_of(paragraph)


def _words_of(paragraph: Paragraph) -> int:
    return sum(sentence.word_count for sentence in paragraph.sentences)


def _pages(document: Document, context: Context) -> Iterator[tuple[int, int, int]]:
    if context.pages is not None:
        yield 0, 0, context.pages


MEASURES: dict[str, Measure] = {"sentence_words": _sentence_words, "paragraph_words": _paragraph_words, "pages": _pages}
_OF_A_PARAGRAPH = (_sentence_words, _paragraph_words)


@dataclass(frozen=True, slots=True)
class Limits:
    """A measure, the value above which each level begins (the strictest first), and what is said at that level."""

    measure: Measure
    limits: tuple[tuple[Level, int, str], ...]

    @property
    def is_local(self) -> bool:
        return self.measure in _OF_A_PARAGRAPH

    def find(self, document: Document, context: Context) -> Iterator[Match]:
        for start, end, value in self.measure(document, context):
            for level, limit, message in self.limits:
                if value > limit:
                    yield Match(start, end, level=level, message=message.replace("{value}", str(value)))
                    break


def read(table: Table, *, reads_quotes: bool) -> Limits:
    """`metric`, `[limits]` (error, warning, info: more than so many), `measured` and `measured_info`: with {value}."""
    name = table.choice("metric", tuple(MEASURES))
    measured = table.text("measured")
    advice = table.text("measured_info", measured)
    inner = table.table("limits")
    levels: tuple[Level, ...] = ("error", "warning", "info")
    limits = tuple(
        (level, inner.integer(level), advice if level == "info" else measured) for level in levels if level in inner
    )
    inner.close()
    if not limits:
        table.fail("limits", "нужен хотя бы один предел: error, warning или info")
    return Limits(MEASURES[name], limits)
