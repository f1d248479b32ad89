"""Patterns over characters: spacing, signs, and spellings that a dictionary cannot see."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from answer_builder.content_table import Table
from answer_builder.lint.context import Context
from answer_builder.lint.guards import Guards, read_guards
from answer_builder.lint.match import Match
from answer_builder.lint.needles import needles
from answer_builder.lint.text import BEGINNINGS, Document, Paragraph, Sentence
from answer_builder.toml_lines import Path

_NAMES_GROUPS = re.compile(r"\\")
_UNSURE_LOOK_BACK = re.compile(r"\(\?<[=!][^()]*[*+?{|(]")  # it may be of no fixed length


@dataclass(frozen=True)
class Pattern:
    """One expression; its group `what`, if there is one, is the part marked; a needle is in every match."""

    source: str
    flags: int
    replacements: tuple[str, ...]
    beginnings: frozenset[str]  # of the needles
    short: tuple[str, ...]  # needles too short to have one

    @cached_property
    def expression(self) -> re.Pattern[str]:
        """Compiled when a text has a needle: most letters have few."""
        return re.compile(self.source, self.flags)

    def may_match(self, piece: Document | Paragraph) -> bool:
        """False when the text lacks what every match has."""
        if not self.beginnings.isdisjoint(piece.beginnings):
            return True
        return bool(self.short) and any(needle in piece.lowered for needle in self.short)


@dataclass(frozen=True, slots=True)
class Patterns:
    """All expressions of one rule; links, e-mails and (unless the rule reads them) quotations are left alone."""

    patterns: tuple[Pattern, ...]
    guards: Guards
    reads_quotes: bool

    def find(self, document: Document, context: Context) -> Iterator[Match]:
        patterns = [pattern for pattern in self.patterns if pattern.may_match(document)]
        for paragraph in document.paragraphs if patterns else ():
            for pattern in patterns:
                if not pattern.may_match(paragraph):
                    continue
                for found in pattern.expression.finditer(paragraph.text):
                    group = "what" if "what" in pattern.expression.groupindex else 0
                    start, end = (paragraph.start + offset for offset in found.span(group))
                    if self._is_allowed(document, start, end):
                        yield Match(start, end, tuple(_cased(found, good, group) for good in pattern.replacements))

    def _is_allowed(self, document: Document, start: int, end: int) -> bool:
        sentence = document.sentence_at(start)
        if sentence is None:
            return True
        touched = [n for n, token in enumerate(sentence.tokens) if token.start < end and start < token.end]
        tokens = [sentence.tokens[n] for n in touched]
        if any(token.kind == "link" for token in tokens):
            return False
        if not self.reads_quotes and tokens and all(token.is_quoted for token in tokens):
            return False
        first, last = (touched[0], touched[-1]) if touched else _gap_at(sentence, start)
        return self.guards.allow(sentence, first, last)


def read(table: Table, *, reads_quotes: bool) -> Patterns:
    """Expressions from `patterns` and `[replace]`; in what to write, `\\1` and `\\g<name>` stand for groups."""
    sources = [*((source, ()) for source in table.strings("patterns")), *table.mapping("replace").items()]
    flags = 0 if table.flag("case_sensitive", default=False) else re.IGNORECASE
    if not sources:
        table.fail("patterns", "в правиле нет ни одного выражения")
    patterns = []
    for source, replacements in sources:
        place: str | Path = ("replace", source) if replacements else "patterns"
        try:
            needed = needles(source)
            pattern = _pattern(source, flags, replacements, needed)
            if _UNSURE_LOOK_BACK.search(source):  # the one fault that is told only by compiling
                _ = pattern.expression
        except re.error as error:
            table.fail(place, f"выражение «{source}» не читается, ошибка у знака {(error.pos or 0) + 1}")
        for good in filter(_NAMES_GROUPS.search, replacements):
            try:
                pattern.expression.sub(good, "")
            except (re.error, IndexError):  # \1 or \g<name>
                table.fail(place, f"в замене «{good}» названа группа, которой нет в выражении «{source}»")
        patterns.append(pattern)
    return Patterns(tuple(patterns), read_guards(table), reads_quotes)


def _pattern(source: str, flags: int, replacements: tuple[str, ...], needed: tuple[str, ...]) -> Pattern:
    short = tuple(needle for needle in needed if len(needle) < BEGINNINGS[0])
    beginnings = frozenset(
        needle[: max(size for size in BEGINNINGS if size <= len(needle))] for needle in needed if needle not in short
    )
    return Pattern(source, flags, replacements, beginnings, short)


def _cased(found: re.Match[str], good: str, group: str | int) -> str:
    good = found.expand(good)
    return good[:1].upper() + good[1:] if found.group(group)[:1].isupper() else good


def _gap_at(sentence: Sentence, offset: int) -> tuple[int, int]:
    """An empty span of tokens before the offset: everything in the sentence is around it."""
    before = sum(token.start < offset for token in sentence.tokens)
    return before, before - 1
