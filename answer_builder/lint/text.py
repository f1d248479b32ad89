"""The text as rules see it: paragraphs, sentences, words with their code-point offsets."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from answer_builder.lint.needles import seen
from answer_builder.lint.paradigms import beginnings
from answer_builder.lint.word_lists import word_list
from answer_builder.lint.words import is_known, lemmas, normalise

_PIECE = re.compile(
    # every part of an address has a longest length, so that no text makes the search slow
    r"(?P<link>(?:https?://|www\.)\S+|[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{1,190}\w"
    r"|[\w-]{1,63}(?:\.[\w-]{1,63}){0,4}\.(?:ru|рф|com|org|gov|net)\b(?:/\S*)?)"
    r"|(?P<number>\d+(?:[.,:]\d+|[-/–‑]\w+)*[^\W\d_]*)"
    r"|(?P<word>[^\W\d_]+(?:[-‑'’][^\W\d_]+)*)"
)
_SENTENCE_END = re.compile(r"(?<![.!?…])[.!?…]{1,20}[»”“\")]{0,5}\s{1,50}(?=[«„“\"(\dA-ZА-ЯЁ–—-])")
_LONGEST_WORD = 60
STRETCHES = (4, 8)  # characters
_MOST_TOKENS = 400
_SEEN_BEFORE = 80  # characters before a full stop that tell whether a sentence ends there
_LAST_WORD = re.compile(r"[\w-]+$")
_CLOSING_BEFORE = re.compile(r"\d\s*(?:г|гг|в|вв|л\.\s?с|кв\.\s?м|куб\.\s?м)$|\bт\.\s?[дп]$")
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
    """One sentence; `keys` maps each lemma and each `=form` (of a link: `=https`) to the positions of its tokens."""

    start: int
    end: int
    text: str
    tokens: list[Token]
    paragraph: int = 0

    @cached_property
    def keys(self) -> dict[str, list[int]]:
        keys: dict[str, list[int]] = {}
        for position, token in enumerate(self.tokens):
            keys.setdefault("=" + token.norm.partition("://")[0], []).append(position)
            for lemma in token.lemmas:
                keys.setdefault(lemma, []).append(position)
        return keys

    @cached_property
    def clues(self) -> frozenset[str]:
        """`keys`, and `~` with every beginning of each word that the dictionary lacks: quick to compare with a rule."""
        unknown = {token.norm for token in self.tokens if token.kind == "word" and not is_known(token.norm)}
        return frozenset(self.keys) | {"~" + some for word in unknown for some in beginnings(word)}

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

    @cached_property
    def seen(self) -> str:
        """The text as needles are looked for in it."""
        return seen(self.text)

    @cached_property
    def stretches(self) -> frozenset[str]:
        """All stretches of `seen` of the lengths STRETCHES: they tell quickly what the text does not hold."""
        return _stretches(self.seen)


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

    @cached_property
    def by_clue(self) -> dict[str, list[Sentence]]:
        """The sentences where each of `Sentence.clues` stands."""
        sentences: dict[str, list[Sentence]] = {}
        for sentence in self.sentences:
            for clue in sentence.clues:
                sentences.setdefault(clue, []).append(sentence)
        return sentences

    @cached_property
    def seen(self) -> str:
        """As of a paragraph."""
        return seen(self.text)

    @cached_property
    def stretches(self) -> frozenset[str]:
        """As of a paragraph."""
        return frozenset().union(*(paragraph.stretches for paragraph in self.paragraphs))

    @cached_property
    def _starts(self) -> list[int]:
        return [paragraph.start for paragraph in self.paragraphs]

    def paragraph_at(self, offset: int) -> Paragraph:
        """The paragraph that holds the offset."""
        return self.paragraphs[bisect_right(self._starts, offset) - 1]

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds the offset, or the nearest one before it in the same paragraph."""
        sentences = self.paragraph_at(offset).sentences
        place = bisect_right(sentences, offset, key=lambda sentence: sentence.start)
        return sentences[place - 1] if place else None


def split(text: str) -> Document:
    """The text as paragraphs (one a line), sentences and tokens."""
    paragraphs, start = [], 0
    for number, line in enumerate(text.split("\n")):
        paragraphs.append(_paragraph(number, start, line))
        start += len(line) + 1
    return Document(text, paragraphs)


def _stretches(seen: str) -> frozenset[str]:
    found: set[str] = set()
    for size in STRETCHES:
        found.update([seen[place : place + size] for place in range(len(seen) - size + 1)])
    return frozenset(found)


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
        paragraph.sentences.extend(_pieces(number, start + begin, line[begin:end], tokens[first:last]))
        first = last
    return paragraph


def _pieces(number: int, start: int, text: str, tokens: list[Token]) -> Iterator[Sentence]:
    """One sentence; a text of hundreds of words without a full stop is no sentence and comes in pieces."""
    for first in range(0, len(tokens), _MOST_TOKENS):
        piece = tokens[first : first + _MOST_TOKENS]
        begin = piece[0].start if first else start
        end = tokens[first + _MOST_TOKENS].start if first + _MOST_TOKENS < len(tokens) else start + len(text)
        yield Sentence(begin, end, text[begin - start : end - start], piece, number)


def _token(match: re.Match[str], start: int, quotes: list[tuple[int, int]]) -> Token:
    begin, end = match.span()
    place = bisect_right(quotes, (begin, 0)) - 1
    is_quoted = place >= 0 and end < quotes[place][1]
    kind: Literal["word", "number", "link"] = match.lastgroup  # type: ignore[assignment]
    if kind == "word" and end - begin > _LONGEST_WORD:
        kind = "link"
    return Token(start + begin, start + end, match.group(), normalise(match.group()), kind, is_quoted)


def _sentence_spans(line: str) -> Iterator[tuple[int, int]]:
    begin = 0
    for match in _SENTENCE_END.finditer(line):
        before = line[max(begin, match.start() - _SEEN_BEFORE) : match.start()]
        if _ends_sentence(before, match.group().rstrip(), line[match.end()]):
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
    if _CLOSING_BEFORE.search(before):  # «в 2026 г. Ремонт», «109 л. с. Налог» end, «в г. Корсакове» does not
        return following.isupper() or following in '«„"'
    if len(word) == 1 and word.isupper():  # an initial
        return False
    return word.lower() not in word_list("unfinished")
