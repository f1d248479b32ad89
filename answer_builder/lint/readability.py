"""How hard a text is to read: shown to its author, never a reason to refuse a letter."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from answer_builder.lint.splitting import split
from answer_builder.lint.text import Document, Sentence, Token

Ease = Literal["легко", "средне", "трудно"]

FORMULA = "Флеш – Кинкейд для русского языка (plainrussian)"
LONG, VERY_LONG = 30, 45  # words in a sentence, as in rules/long-sentence
_SYLLABLES_OF_LONG_WORD = 4
# plainrussian (CC0), fitted to graded Russian texts: years of learning that a reader needs. Measured on prose alone:
# clear short sentences 7, letters of this program 9–13, carefully written official letters 10–19 (half of them above
# 13), orders of the five authorities 18–21. So 12 is easy for whoever has left school, above 15 a text must be reread.
_PER_SENTENCE_WORD, _PER_SYLLABLE, _SHIFT = 0.318, 14.2, 30.5
_EASY, _MIDDLE = 12, 15
_FEWEST_WORDS = 3
_VOWELS = re.compile(r"[аеёиоуыэюя]", re.IGNORECASE)
_ENDS = (".", "!", "?", "…", ":", ";")
_GREETING = re.compile(r"\s*Уважаем\w+\b[^.?]*!\s*$")
_CLOSING_MARKS = '»”“")'


@dataclass(frozen=True, slots=True)
class Readability:
    """What prose sentences alone tell; names in quotation marks, numbers, abbreviations and requisites do not count.

    `sentences`, `words`, `over_30`, `over_45` and `longest` (words) are counts; `long_words` is the share of words of
    four syllables and more, 0…1; `grade` are years of learning by FORMULA; `start` and `end` of the longest sentence
    are code points of the text.
    """

    sentences: int
    words: int
    over_30: int
    over_45: int
    long_words: float
    grade: float
    ease: Ease
    formula: str
    longest: int
    start: int
    end: int


def readability(text: str) -> Readability | None:
    """How hard the text is; None when it has no prose sentence."""
    return readability_of(split(text))


def readability_of(document: Document) -> Readability | None:
    """The same of a text that is split already."""
    prose = [
        (sentence, words) for sentence in _prose(document) if len(words := list(_words(sentence))) >= _FEWEST_WORDS
    ]
    if not prose:
        return None
    syllables = [max(1, len(_VOWELS.findall(word.text))) for _, words in prose for word in words]
    grade = _grade(len(prose), len(syllables), sum(syllables))
    longest, _ = max(prose, key=lambda pair: (pair[0].word_count, -pair[0].start))
    return Readability(
        sentences=len(prose),
        words=len(syllables),
        over_30=sum(sentence.word_count > LONG for sentence, _ in prose),
        over_45=sum(sentence.word_count > VERY_LONG for sentence, _ in prose),
        long_words=round(sum(count >= _SYLLABLES_OF_LONG_WORD for count in syllables) / len(syllables), 3),
        grade=grade,
        ease="легко" if grade <= _EASY else "средне" if grade <= _MIDDLE else "трудно",
        formula=FORMULA,
        longest=longest.word_count,
        start=longest.start + len(longest.text) - len(longest.text.lstrip()),
        end=longest.end,
    )


def _grade(sentences: int, words: int, syllables: int) -> float:
    grade = _PER_SENTENCE_WORD * words / sentences + _PER_SYLLABLE * syllables / words - _SHIFT
    return max(1.0, round(grade, 1))


def _prose(document: Document) -> Iterator[Sentence]:
    """Sentences that end as sentences do: requisites, headings and signatures do not, the greeting is no prose."""
    for sentence in document.sentences:
        ends = sentence.text.rstrip().rstrip(_CLOSING_MARKS).endswith(_ENDS)
        if ends and any(word.text.islower() for word in sentence.tokens) and not _GREETING.match(sentence.text):
            yield sentence


def _words(sentence: Sentence) -> Iterator[Token]:
    for token in sentence.tokens:
        after = sentence.text[token.end - sentence.start :][:1]
        is_shortened = after == "." and len(_VOWELS.findall(token.text)) <= 1 and token.end < sentence.end - 1
        is_abbreviation = token.text.isupper() and len(token.text) > 1
        if token.kind == "word" and not (token.is_quoted or is_abbreviation or is_shortened):
            yield token
