"""Phrases over dictionary forms: any inflection, other words between, parts in any order, never across a sentence.

`взять|брать … на * контроль`: `|` parts alternatives, `…` allows other words between and any order of the parts,
`(в суд|к главе)` are alternatives of several words; `*` stands for one optional word; `=данным`, as any word that is no dictionary form, means exactly that form.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import permutations, product

from answer_builder.lint.agreement import agree
from answer_builder.lint.context import Context
from answer_builder.lint.guards import Guards, is_name, read_guards, stands_by_initials
from answer_builder.lint.match import Match
from answer_builder.lint.table import Table
from answer_builder.lint.text import Document, Sentence
from answer_builder.lint.words import forms, is_known, lemmas, normalise

Slot = frozenset[str]
Chunk = tuple[Slot | None, ...]  # None: one optional word
Span = tuple[int, int]

_REFLEXIVE = {"ть": "ся", "чь": "ся", "ти": "сь"}
_BRACKETS = re.compile(r"\(([^()]*)\)")
_BREAKS = frozenset(";:()[]")


@dataclass(frozen=True)
class Phrase:
    """One entry: its parts, how far apart they may stand, what to write instead, where to keep silent."""

    source: str
    replacements: tuple[str, ...]
    gap: int
    is_ordered: bool
    guards: Guards

    @cached_property
    def chunks(self) -> tuple[Chunk, ...]:
        """The parts as keys of `Sentence.keys`; made when first needed, for they load the dictionary."""
        return tuple(tuple(_slot(word) for word in part.split()) for part in self.source.split("…"))

    def spans(self, sentence: Sentence) -> Iterator[Span]:
        """Token spans of the phrase, leftmost first, not overlapping."""
        places = [list(_chunk_spans(chunk, sentence)) for chunk in self.chunks]
        if not all(places):
            return
        orders = [tuple(range(len(places)))] if self.is_ordered else permutations(range(len(places)))
        found = sorted(
            (span for order in orders for span in _joined([places[index] for index in order], sentence, self.gap)),
            key=lambda span: (span[0], span[1]),
        )
        reached = -1
        for first, last in found:
            if first > reached:
                yield first, last
                reached = last


class Phrases:
    """All entries of one rule, found by their rarest word."""

    def __init__(self, entries: list[Phrase], *, reads_quotes: bool):
        self.entries = entries
        self._reads_quotes = reads_quotes

    @cached_property
    def _by_anchor(self) -> dict[str, list[Phrase]]:
        by_anchor: dict[str, list[Phrase]] = {}
        for entry in self.entries:
            slots = [slot for chunk in entry.chunks for slot in chunk if slot]
            for key in max(slots, key=lambda slot: len(min(slot, key=len))):
                by_anchor.setdefault(key, []).append(entry)
        return by_anchor

    def find(self, document: Document, context: Context) -> Iterator[Match]:
        for sentence in document.sentences:
            keys = self._by_anchor.keys() & sentence.keys.keys()
            candidates = {id(entry): entry for key in sorted(keys) for entry in self._by_anchor[key]}
            for entry in candidates.values():
                for first, last in entry.spans(sentence):
                    if self._is_meant(sentence, first, last, context) and entry.guards.allow(sentence, first, last):
                        yield _match(sentence, entry, first, last)

    def _is_meant(self, sentence: Sentence, first: int, last: int, context: Context) -> bool:
        token = sentence.tokens[first]
        if token.is_quoted and not self._reads_quotes:
            return False
        if first != last:
            return True
        is_surname = token.is_capitalised and stands_by_initials(sentence, first)
        return not (is_surname or is_name(sentence, first) or token.norm in context.names)


def read(table: Table, *, reads_quotes: bool) -> Phrases:
    """Entries from `phrases`, `[replace]` and `[[find]]`."""
    gap = table.integer("gap", 3)
    is_ordered = table.choice("order", ("any", "fixed"), "any") == "fixed"
    guards = read_guards(table)
    plain = [*((phrase, ()) for phrase in table.strings("phrases")), *table.mapping("replace").items()]
    entries = [
        _phrase(table, source, good, gap, guards, is_ordered=is_ordered)
        for written, good in plain
        for source in _alternatives(written)
    ]
    for inner in table.tables("find"):
        own_gap = inner.integer("gap", gap)
        own_order = inner.choice("order", ("any", "fixed"), "fixed" if is_ordered else "any") == "fixed"
        replacements, own_guards = inner.strings("instead"), read_guards(inner)
        for source in (phrase for written in inner.strings("phrases") for phrase in _alternatives(written)):
            entries.append(_phrase(inner, source, replacements, own_gap, own_guards, is_ordered=own_order))
        inner.close()
    if not entries:
        table.fail("phrases", "в правиле нет ни одного выражения")
    return Phrases(entries, reads_quotes=reads_quotes)


def _phrase(
    table: Table, source: str, replacements: tuple[str, ...], gap: int, guards: Guards, *, is_ordered: bool
) -> Phrase:
    if not all(part.replace("*", "").strip() for part in source.split("…")):
        table.fail("phrases", f"в выражении «{source}» есть пустая часть")
    return Phrase(source, tuple(filter(None, replacements)), gap, is_ordered, guards)


def _alternatives(written: str) -> Iterator[str]:
    """«идите (лесом|куда подальше)» → «идите лесом», «идите куда подальше»."""
    pieces = [piece.split("|") if number % 2 else [piece] for number, piece in enumerate(_BRACKETS.split(written))]
    return ("".join(choice) for choice in product(*pieces))


def _slot(word: str) -> Slot | None:
    if word == "*":
        return None
    return frozenset(key for alternative in word.split("|") for key in _keys(normalise(alternative)))


def _keys(word: str) -> Iterator[str]:
    if word.startswith("="):
        yield word
        return
    if is_known(word) and word not in lemmas(word):  # «сто раз», «при чём»: a form that is nobody's dictionary form
        yield "=" + word
        return
    if not is_known(word):  # slang: the guessed paradigm is steadier than guessing back from each form
        yield from ("=" + form for form in forms(word))
        return
    yield word
    # pymorphy's dictionary form of «принимаются» is «приниматься», so a verb must bring its reflexive along
    reflexive = word + _REFLEXIVE.get(word[-2:], "?")
    if is_known(reflexive):
        yield reflexive


def _chunk_spans(chunk: Chunk, sentence: Sentence) -> Iterator[Span]:
    slots = iter(chunk)
    ends: set[Span] = set()
    optional = False
    for number, slot in enumerate(slots):
        if slot is None:
            optional = True
            continue
        places = {position for key in slot for position in sentence.keys.get(key, ())}
        if number == 0:
            ends = {(position, position) for position in places}
        else:
            steps = (1, 2) if optional else (1,)
            ends = {
                (first, last + step)
                for first, last in ends
                for step in steps
                if last + step in places and _is_unbroken(sentence, last, last + step)
            }
        optional = False
        if not ends:
            return
    yield from sorted(ends)


def _is_unbroken(sentence: Sentence, left: int, right: int) -> bool:
    return all(
        sentence.between(position, position + 1).strip(' \u00a0\t«»„“"') == "" for position in range(left, right)
    )


def _joined(places: list[list[Span]], sentence: Sentence, gap: int) -> Iterator[Span]:
    """Spans that take one place of each part, left to right, at most `gap` words apart."""
    ends = [(first, last) for first, last in places[0]]
    for following in places[1:]:
        ends = [
            (begin, last)
            for begin, end in ends
            for first, last in following
            if 0 < first - end <= gap + 1 and not _BREAKS.intersection(_text_between(sentence, end, first))
        ]
    yield from ends


def _text_between(sentence: Sentence, left: int, right: int) -> str:
    return sentence.text[sentence.tokens[left].end - sentence.start : sentence.tokens[right].start - sentence.start]


def _match(sentence: Sentence, entry: Phrase, first: int, last: int) -> Match:
    replacements = tuple(agree(good, sentence.tokens[first : last + 1], entry.chunks[0]) for good in entry.replacements)
    return Match(sentence.tokens[first].start, sentence.tokens[last].end, replacements)
