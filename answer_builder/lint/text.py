"""The text as rules see it: paragraphs, sentences, words with their code-point offsets."""

from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, TypeVar, cast

from answer_builder.lint.needles import outline, seen
from answer_builder.lint.paradigms import beginnings
from answer_builder.lint.words import is_known, lemmas

STRETCHES = (4, 8)  # characters
_Piece = TypeVar("_Piece", "Sentence", "Paragraph")
_Made = TypeVar("_Made")


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
            norm = token.norm.partition("://")[0] if token.kind == "link" else token.norm
            for key in ("=" + norm, *token.lemmas):
                if key in keys:
                    keys[key].append(position)
                else:
                    keys[key] = [position]
        return keys

    @cached_property
    def clues(self) -> set[str]:
        """What is quick to compare with a rule: `keys` with no sign before them; reflexive verbs also without «ся».

        Of each word that the dictionary lacks also all its beginnings, with `~` before them.
        """
        keys = {key.removeprefix("=") for key in self.keys}
        keys.update([key[:-2] for key in keys if key.endswith(("ся", "сь"))])
        unknown = {token.norm for token in self.tokens if token.kind == "word" and not is_known(token.norm)}
        return keys.union("~" + some for word in unknown for some in beginnings(word))

    def moved(self, by: int, paragraph: int) -> "Sentence":
        """The same sentence further on in a text; what was looked up about it stays known."""
        tokens = [
            Token(token.start + by, token.end + by, token.text, token.norm, token.kind, token.is_quoted)
            for token in self.tokens
        ]
        return _with_known(self, Sentence(self.start + by, self.end + by, self.text, tokens, paragraph))

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

    def moved(self, number: int, start: int) -> "Paragraph":
        """As of a sentence."""
        sentences = [sentence.moved(start - self.start, number) for sentence in self.sentences]
        return _with_known(self, Paragraph(number, start, self.text, sentences))

    @cached_property
    def seen(self) -> str:
        """The text as needles are looked for in it."""
        return seen(self.text)

    @cached_property
    def outline(self) -> str:
        """The text as outlines are looked for in it."""
        return outline(self.text)

    @cached_property
    def small_outline(self) -> str:
        """The outline of the text in small letters."""
        return outline(self.text.lower())

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

    def once(self, make: Callable[["Document"], _Made]) -> _Made:
        """What `make` gives for this document; rules that ask for the same share it."""
        if make not in self._made:
            self._made[make] = make(self)
        return cast("_Made", self._made[make])

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
        return " ".join(paragraph.seen for paragraph in self.paragraphs)

    @cached_property
    def outline(self) -> str:
        """As of a paragraph."""
        return " ".join(paragraph.outline for paragraph in self.paragraphs)

    @cached_property
    def small_outline(self) -> str:
        """As of a paragraph."""
        return " ".join(paragraph.small_outline for paragraph in self.paragraphs)

    @cached_property
    def stretches(self) -> frozenset[str]:
        """As of a paragraph."""
        return frozenset().union(*(paragraph.stretches for paragraph in self.paragraphs))

    @cached_property
    def _made(self) -> dict[object, object]:
        return {}

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


def _with_known(old: _Piece, new: _Piece) -> _Piece:
    """The new one knows all that was looked up in the old one."""
    new.__dict__.update({name: value for name, value in old.__dict__.items() if name not in new.__dict__})
    return new


def _stretches(seen: str) -> frozenset[str]:
    found: set[str] = set()
    for size in STRETCHES:
        found.update([seen[place : place + size] for place in range(len(seen) - size + 1)])
    return frozenset(found)
