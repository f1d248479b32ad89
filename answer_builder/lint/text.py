"""The text as rules see it: paragraphs, sentences, words with their code-point offsets."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from answer_builder.lint.word_lists import word_list
from answer_builder.lint.words import lemmas, normalise

_PIECE = re.compile(
    r"(?P<link>(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+\.[\w.-]+\w|[\w-]+(?:\.[\w-]+)*\.(?:ru|рф|com|org|gov|net)\b(?:/\S*)?)"
    r"|(?P<number>\d+(?:[.,:]\d+|[-/–‑]\w+)*[^\W\d_]*)"
    r"|(?P<word>[^\W\d_]+(?:[-‑'’][^\W\d_]+)*)"
)
_SENTENCE_END = re.compile(r"[.!?…]+[»”“\")]*\s+(?=[«„“\"(\dA-ZА-ЯЁ–—-])")
_LAST_WORD = re.compile(r"[\w-]+$")
_YEAR_BEFORE = re.compile(r"\d\s*(?:г|гг|в|вв)$")
_LIST_NUMBER = re.compile(r"\s*(?:[\d.]+|[а-яё])$")
_QUOTES = re.compile(r"«[^«»]*(?:«[^«»]*»[^«»]*)*»|„[^„“]*“|“[^“”]*”|\"[^\"\n]*\"")


@dataclass(slots=True)
class Token:
    """One word, number or link; `start` and `end` are offsets into the whole text."""

    start: int
    end: int
    text: str
    norm: str
    kind: Literal["word", "number", "link"]
    is_quoted: bool

    @property
    def lemmas(self) -> frozenset[str]:
        return lemmas(self.norm) if self.kind == "word" else frozenset()

    @property
    def is_capitalised(self) -> bool:
        return self.text[0].isupper()


@dataclass
class Sentence:
    """One sentence; `keys` maps each lemma and each `=form` to the positions of its tokens."""

    start: int
    end: int
    text: str
    tokens: list[Token]
    paragraph: int = 0

    @cached_property
    def keys(self) -> dict[str, list[int]]:
        keys: dict[str, list[int]] = {}
        for position, token in enumerate(self.tokens):
            keys.setdefault("=" + token.norm, []).append(position)
            for lemma in token.lemmas:
                keys.setdefault(lemma, []).append(position)
        return keys

    def between(self, left: int, right: int) -> str:
        """The characters between two tokens, the left one first."""
        return self.text[self.tokens[left].end - self.start : self.tokens[right].start - self.start]

    @property
    def word_count(self) -> int:
        return sum(token.kind == "word" for token in self.tokens)


@dataclass
class Paragraph:
    """One line of the text with its sentences."""

    number: int
    start: int
    text: str
    sentences: list[Sentence] = field(default_factory=list)

    @property
    def tokens(self) -> Iterator[Token]:
        return (token for sentence in self.sentences for token in sentence.tokens)


@dataclass
class Document:
    """The whole text, split once."""

    text: str
    paragraphs: list[Paragraph]

    @property
    def sentences(self) -> Iterator[Sentence]:
        return (sentence for paragraph in self.paragraphs for sentence in paragraph.sentences)

    @property
    def tokens(self) -> Iterator[Token]:
        return (token for sentence in self.sentences for token in sentence.tokens)

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds the offset, or the nearest one before it in the same paragraph."""
        paragraph = self.paragraphs[self.text.count("\n", 0, offset)]
        return next((sentence for sentence in reversed(paragraph.sentences) if sentence.start <= offset), None)


def split(text: str) -> Document:
    """The text as paragraphs (one a line), sentences and tokens."""
    paragraphs, start = [], 0
    for number, line in enumerate(text.split("\n")):
        paragraphs.append(_paragraph(number, start, line))
        start += len(line) + 1
    return Document(text, paragraphs)


def quoted_spans(line: str) -> list[tuple[int, int]]:
    """Spans inside closed quotation marks, the marks included."""
    return [match.span() for match in _QUOTES.finditer(line)]


def _paragraph(number: int, start: int, line: str) -> Paragraph:
    paragraph = Paragraph(number, start, line)
    quotes = quoted_spans(line)
    tokens = [_token(match, start, quotes) for match in _PIECE.finditer(line)]
    first = 0
    for begin, end in _sentence_spans(line):
        last = first
        while last < len(tokens) and tokens[last].start < start + end:
            last += 1
        if first < last:
            sentence = Sentence(start + begin, start + end, line[begin:end], tokens[first:last], number)
            paragraph.sentences.append(sentence)
        first = last
    return paragraph


def _token(match: re.Match[str], start: int, quotes: list[tuple[int, int]]) -> Token:
    begin, end = match.span()
    is_quoted = any(left < begin and end < right for left, right in quotes)
    kind: Literal["word", "number", "link"] = match.lastgroup  # type: ignore[assignment]
    return Token(start + begin, start + end, match.group(), normalise(match.group()), kind, is_quoted)


def _sentence_spans(line: str) -> Iterator[tuple[int, int]]:
    begin = 0
    for match in _SENTENCE_END.finditer(line):
        if _ends_sentence(line[begin : match.start()], match.group().rstrip(), line[match.end()]):
            end = match.start() + len(match.group().rstrip())
            yield begin, end
            begin = match.end()
    end = len(line.rstrip())
    if begin < end:
        yield begin, end


def _ends_sentence(before: str, mark: str, following: str) -> bool:
    if mark != ".":
        return following != "-"
    if _LIST_NUMBER.fullmatch(before):  # «1. Ремонт завершён»
        return False
    last = _LAST_WORD.search(before)
    if last is None:
        return True
    word = last.group()
    if _YEAR_BEFORE.search(before):  # «в 2026 г. Ремонт» ends, «в г. Корсакове» does not
        return following.isupper() or following in '«„"'
    if len(word) == 1 and word.isupper():  # an initial
        return False
    return word.lower() not in word_list("unfinished")
