"""Abbreviations in capital letters that the letter neither explains nor may expect everyone to know."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from answer_builder.lint.context import Context
from answer_builder.lint.match import Match
from answer_builder.lint.table import Table
from answer_builder.lint.text import Document, Paragraph

_CAPITALS = re.compile(r"([А-ЯЁ]{2,8})(?:[а-яё]{1,3})?|[А-ЯЁ][а-яё]*[А-ЯЁ]+[а-яёА-ЯЁ]{0,6}")
_HEADING_WORDS = 3
_NEAR = 40  # «… (далее – СЭД)» may close after the word itself


@dataclass(frozen=True, slots=True)
class Unexplained:
    """`known` need no explanation; `expand` offers the full name."""

    known: frozenset[str]
    expand: dict[str, tuple[str, ...]]

    def find(self, document: Document, context: Context) -> Iterator[Match]:
        seen: set[str] = set()
        for paragraph in document.paragraphs:
            if _is_heading(paragraph):
                continue
            for token in paragraph.tokens:
                shape = _CAPITALS.fullmatch(token.text) if token.kind == "word" else None
                if shape is None or token.is_quoted or token.norm in context.names:
                    continue
                short = shape.group(1) or token.text
                if {short, token.text} & self.known or short in seen:
                    continue
                seen.add(short)  # one remark a letter is enough
                if not _is_explained(short, document.text, token.start):
                    yield Match(token.start, token.end, self.expand.get(short, ()))


def read(table: Table, *, reads_quotes: bool) -> Unexplained:
    """`known` (one string) and `[expand]` (abbreviation = full name)."""
    return Unexplained(table.words("known"), table.mapping("expand"))


def _is_explained(short: str, text: str, start: int) -> bool:
    """True when brackets near by hold the abbreviation, or hold its full name right after it."""
    if re.search(rf"\([^()]*\b{short}\w{{0,3}}[»\"]?\)", text[: start + len(short) + _NEAR]):
        return True
    return re.match(r"\w{0,3}[»\"]?\s*(?:\([^()]{8,}\)|[–—-] это\b)", text[start + len(short) :]) is not None


def _is_heading(paragraph: Paragraph) -> bool:
    words = [token.text for token in paragraph.tokens if token.kind == "word" and len(token.text) > 1]
    return len(words) >= _HEADING_WORDS and sum(word.isupper() for word in words) * 2 > len(words)
