"""Abbreviations in capital letters that the letter neither explains nor may expect everyone to know."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest
from typing import ClassVar

from answer_builder.content_table import Table
from answer_builder.lint.context import Context
from answer_builder.lint.match import Match
from answer_builder.lint.text import Document, Paragraph, Token
from answer_builder.lint.words import has_tag, is_known

_CAPITALS = re.compile(r"([А-ЯЁ]{2,8})(?:[а-яё]{1,3})?|[А-ЯЁ][а-яё]*[А-ЯЁ]+[а-яёА-ЯЁ]{0,6}")
_TWO_CAPITALS = re.compile(r"[А-ЯЁ][а-яё]*[А-ЯЁ]")
_HEADING_WORDS = 3
_COUNTRY = frozenset(("рф", "россии", "российской"))
_ROMAN = re.compile(r"[IVX]+")
_FIRM = re.compile(r"\b[А-ЯЁ]{2,5}[ \u00a0]«[^»\n]*$")  # «ООО «УК «Восход»»: two marks may close as one
_MODEL = re.compile(r"-\d{2}")  # «ПАЗ-3205»: the mark of a machine
_SHORT_WORD = 2
_NEAR = 40  # «… (далее – СЭД)» may close after the word itself


@dataclass(frozen=True, slots=True)
class Unexplained:
    """`known` need no explanation, `codes` none before «РФ», `standards` none before a number; `expand`: full names."""

    is_local: ClassVar[bool] = False

    known: frozenset[str]
    codes: frozenset[str]
    standards: frozenset[str]
    expand: dict[str, tuple[str, ...]]

    def find(self, document: Document, context: Context) -> Iterator[Match]:
        seen: set[str] = set()
        for paragraph in document.paragraphs:
            if not _TWO_CAPITALS.search(paragraph.text) or _is_heading(paragraph):
                continue
            tokens = list(paragraph.tokens)
            for token, following in zip_longest(tokens, tokens[1:]):
                shape = _CAPITALS.fullmatch(token.text) if token.kind == "word" else None
                if shape is None or token.is_quoted or token.norm in context.names:
                    continue
                short = shape.group(1) or token.text
                if {short, token.text} & self.known or short in seen or _is_plain_word(token.norm):
                    continue
                if following and self._is_cited(short, following):
                    continue
                if _MODEL.match(document.text, token.end):
                    continue
                if _FIRM.search(paragraph.text[: token.start - paragraph.start]):
                    continue
                seen.add(short)  # one remark a letter is enough
                if not (_is_explained(short, document.text, token.start) or _spells_out(document.text, token, short)):
                    yield Match(token.start, token.end, self.expand.get(short, ()))

    def _is_cited(self, short: str, following: Token) -> bool:
        """«УК РФ», «СНиП 2.07.01-89», «СНиП II-89-80»."""
        if short in self.codes and following.norm in _COUNTRY:
            return True
        return short in self.standards and (following.kind == "number" or _ROMAN.fullmatch(following.text) is not None)


def read(table: Table, *, reads_quotes: bool) -> Unexplained:
    """`known`, `codes`, `standards` (one string each) and `[expand]` (abbreviation = full name)."""
    return Unexplained(table.words("known"), table.words("codes"), table.words("standards"), table.mapping("expand"))


def _is_explained(short: str, text: str, start: int) -> bool:
    """True when brackets near by hold the abbreviation, or hold its full name right after it."""
    if re.search(rf"\([^()]*\b{short}\w{{0,3}}[»\"]?\)", text[: start + len(short) + _NEAR]):
        return True
    return re.match(r"\w{0,3}[»\"]?\s*(?:\([^()]{8,}\)|[–—-] это\b)", text[start + len(short) :]) is not None


def _spells_out(text: str, token: Token, short: str) -> bool:
    """«система электронного документооборота СЭД»: the words before begin with its letters."""
    words = [word for word in re.findall(r"[а-яё]+", text[: token.start].lower()) if len(word) > _SHORT_WORD]
    return "".join(word[0] for word in words[-len(short) :]) == short.lower()


def _is_plain_word(norm: str) -> bool:
    """«ПРИКАЗЫВАЮ»: an ordinary word in capital letters."""
    return len(norm) > _SHORT_WORD + 1 and is_known(norm) and not has_tag(norm, "Abbr")


def _is_heading(paragraph: Paragraph) -> bool:
    words = [token.text for token in paragraph.tokens if token.kind == "word" and len(token.text) > 1]
    return len(words) >= _HEADING_WORDS and sum(word.isupper() for word in words) * 2 > len(words)
