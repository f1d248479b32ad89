"""Patterns over characters: spacing, signs, and spellings that a dictionary cannot see."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, starmap
from typing import Any, ClassVar

from answer_builder.content_table import Table
from answer_builder.lint.context import Context
from answer_builder.lint.guards import Guards, read_guards, stands_as_name
from answer_builder.lint.kept import kept_of_rules
from answer_builder.lint.match import Match
from answer_builder.lint.needles import study
from answer_builder.lint.text import STRETCHES, Document, Paragraph, Sentence
from answer_builder.toml_lines import Path

_GROUP = re.compile(r"\\(?:g<(\w+)>|([1-9])(?!\d))")


class Needed:
    """Texts one of which must stand there."""

    __slots__ = ("_long", "_short", "_stretches")

    def __init__(self, short: Sequence[str], long: Mapping[str, Sequence[str]]):
        """The long ones by a stretch of each, quick to look for."""
        self._short = short
        self._long = long
        self._stretches = frozenset(long)

    @property
    def stretches(self) -> Iterable[str]:
        """One of these is in every text that has what is needed; none when that cannot be said."""
        return () if self._short else self._long

    def is_in(self, piece: Document | Paragraph) -> bool:
        """True when one of the texts is in the piece as needles see it."""
        seen = piece.seen  # plain loops: this is asked a thousand times a letter
        for stretch in self._stretches & piece.stretches:
            for text in self._long[stretch]:
                if text in seen:
                    return True
        for text in self._short:  # noqa: SIM110
            if text in seen:
                return True
        return False


@dataclass(frozen=True)
class Pattern:
    """One expression; its group `what`, if there is one, is the part marked.

    All that is `needed` is by every match, and one of the `outlines` if there are any, `with_case` or in small letters.
    """

    source: str
    flags: int
    replacements: tuple[str, ...]
    needed: tuple[Needed, ...]
    outlines: tuple[str, ...]
    with_case: bool

    @cached_property
    def expression(self) -> re.Pattern[str]:
        """Compiled when a text has what is needed: most letters have that of few."""
        return re.compile(self.source, self.flags)

    def may_match(self, piece: Document | Paragraph) -> bool:
        """False when the text lacks what every match has."""
        if self.outlines:
            text = piece.outline if self.with_case else piece.small_outline
            if not any(outline in text for outline in self.outlines):
                return False
        for needed in self.needed:  # noqa: SIM110  (asked a thousand times a paragraph)
            if not needed.is_in(piece):
                return False
        return True


@dataclass(frozen=True)
class Patterns:
    """All expressions of one rule; links, e-mails and (unless the rule reads them) quotes and names are left alone."""

    is_local: ClassVar[bool] = True

    patterns: tuple[Pattern, ...]
    guards: Guards
    reads_quotes: bool

    @cached_property
    def _by_stretch(self) -> dict[str, list[int]]:
        """Numbers of the patterns by the stretches that the strongest of their needs asks for; «» of any text."""
        numbers: dict[str, list[int]] = {}
        for number, pattern in enumerate(self.patterns):
            for stretch in (pattern.needed[0].stretches if pattern.needed else ()) or ("",):
                numbers.setdefault(stretch, []).append(number)
        return numbers

    @cached_property
    def _stretches(self) -> frozenset[str]:
        return frozenset(self._by_stretch)

    def _possible(self, document: Document) -> list[Pattern]:
        """In the order of the rule."""
        always = self._by_stretch.get("", ())
        seen = (self._by_stretch[stretch] for stretch in self._stretches & document.stretches)
        numbers = sorted({*always, *chain.from_iterable(seen)})
        return [pattern for number in numbers if (pattern := self.patterns[number]).may_match(document)]

    def find(self, document: Document, context: Context) -> Iterator[Match]:
        patterns = self._possible(document)
        for paragraph in document.paragraphs if patterns else ():
            for pattern in patterns:
                if not pattern.may_match(paragraph):
                    continue
                for found in pattern.expression.finditer(paragraph.text):
                    group = "what" if "what" in pattern.expression.groupindex else 0
                    start, end = (paragraph.start + offset for offset in found.span(group))
                    if self._is_allowed(document, start, end, context.names):
                        yield Match(start, end, tuple(_cased(found, good, group) for good in pattern.replacements))

    def _is_allowed(self, document: Document, start: int, end: int, names: frozenset[str]) -> bool:
        sentence = document.sentence_at(start)
        if sentence is None:
            return True
        touched = [n for n, token in enumerate(sentence.tokens) if token.start < end and start < token.end]
        tokens = [sentence.tokens[n] for n in touched]
        if any(token.kind == "link" for token in tokens):
            return False
        if not self.reads_quotes and tokens and all(token.is_quoted for token in tokens):
            return False
        if not self.reads_quotes and tokens and stands_as_name(sentence, touched[0], touched[-1], names):
            return False
        first, last = (touched[0], touched[-1]) if touched else _gap_at(sentence, start)
        is_told = self.guards.is_told(document.paragraphs[sentence.paragraph], sentence)
        return not is_told and self.guards.allow(sentence, first, last)


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
            with_case = not flags and "(?i" not in source
            needed, outlines, groups = _studied(source, with_case=with_case)
            pattern = Pattern(source, flags, replacements, tuple(starmap(Needed, needed)), tuple(outlines), with_case)
        except re.error as error:
            table.fail(place, f"выражение «{source}» не читается, ошибка у знака {(error.pos or 0) + 1}")
        for good in replacements:
            if not _can_expand(good, pattern, groups):
                table.fail(place, f"в замене «{good}» названа группа, которой нет в выражении «{source}»")
        patterns.append(pattern)
    return Patterns(tuple(patterns), read_guards(table), reads_quotes)


def _studied(source: str, *, with_case: bool) -> Sequence[Any]:
    """What makes each `Needed` of an expression, its outlines and groups; raises re.error when it cannot be read."""

    def made(source: str) -> Sequence[Any]:
        studied = study(source, with_case=with_case)
        return [_by_length(texts) for texts in studied.needles], studied.outlines, studied.groups

    found: Sequence[Any] = kept_of_rules().value(f"expression {with_case}", source, made)
    return found


def _by_length(texts: Sequence[str]) -> tuple[list[str], dict[str, list[str]]]:
    long: dict[str, list[str]] = {}
    for text in texts:
        if size := max((size for size in STRETCHES if size <= len(text)), default=0):
            long.setdefault(text[-size:], []).append(text)
    return [text for text in texts if len(text) < STRETCHES[0]], long


def _can_expand(good: str, pattern: Pattern, groups: Sequence[str]) -> bool:
    """True when what to write names only groups that the expression has."""
    if "\\" not in good:
        return True
    if "\\" not in _GROUP.sub("", good):
        return all((name or number) in groups for name, number in _GROUP.findall(good))
    try:
        pattern.expression.sub(good, "")
    except (re.error, IndexError):
        return False
    return True


def _cased(found: re.Match[str], good: str, group: str | int) -> str:
    good = found.expand(good)
    return good[:1].upper() + good[1:] if found.group(group)[:1].isupper() else good


def _gap_at(sentence: Sentence, offset: int) -> tuple[int, int]:
    """An empty span of tokens before the offset: everything in the sentence is around it."""
    before = sum(token.start < offset for token in sentence.tokens)
    return before, before - 1
