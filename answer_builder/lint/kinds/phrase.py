"""Phrases over dictionary forms: any inflection, other words between, parts in any order, never across a sentence.

`взять|брать … на * контроль`: `|` parts alternatives, `…` allows other words between and any order of the parts,
`(в суд|к главе)` are alternatives of several words; `*` stands for one optional word; `=данным`, as any word that is
no dictionary form, means exactly that form.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from typing import ClassVar

from answer_builder.content_table import Table
from answer_builder.lint.agreement import agree
from answer_builder.lint.context import Context
from answer_builder.lint.guards import Guards, read_guards, stands_as_name
from answer_builder.lint.match import Match
from answer_builder.lint.paradigms import beginning, paradigm
from answer_builder.lint.phrase_spans import Part, Reach, Slot, spans
from answer_builder.lint.text import Document, Sentence
from answer_builder.lint.words import is_known, lemmas, normalise

_EMPTY_PART = re.compile(r"(?:^|…)[\s*]*(?:…|$)")
_BRACKETS = re.compile(r"\(([^()]*)\)")
_REFLEXIVE = {"ть": "ся", "чь": "ся", "ти": "сь"}
_FEWEST_OBJECTS = 3  # a phrase with fewer is an idiom and is replaced as a whole
_BREAKS = frozenset(";:()[]")


@dataclass(eq=False)  # a frozen one takes three times as long to make, and there are thousands
class Phrase:
    """One entry: the phrase, how far its parts reach, where to keep silent, what to write instead and how to say so."""

    reach: Reach
    guards: Guards
    advice: str = ""
    keeps_rest: bool = False
    written: str = ""
    replacements: tuple[str, ...] = ()

    @cached_property
    def clues(self) -> list[frozenset[str]]:
        """For each word of the phrase, clues one of which is in any sentence with it; needs no dictionary."""
        words = (word for word in self.written.split() if word not in ("…", "*"))
        return [frozenset(clue for own in word.split("|") for clue in _clues(normalise(own))) for word in words]

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """The phrase as keys of `Sentence.keys`; made when first needed, for it loads the dictionary."""
        return tuple(_part(part.split()) for part in self.written.split("…"))


class Phrases:
    """All entries of one rule, found by their rarest word."""

    is_local: ClassVar[bool] = True

    def __init__(self, entries: list[Phrase], *, reads_quotes: bool):
        self.entries = entries
        self._reads_quotes = reads_quotes

    @cached_property
    def _by_clue(self) -> dict[str, list[Phrase]]:
        """Entries by the clues of their longest word."""
        by_clue: dict[str, list[Phrase]] = {}
        for entry in self.entries:
            for word in _anchor(entry.written):
                for clue in _clues(word):
                    by_clue.setdefault(clue, []).append(entry)
        return by_clue

    def find(self, document: Document, context: Context) -> Iterator[Match]:
        candidates: dict[tuple[int, int], tuple[Sentence, Phrase]] = {}
        for clue in sorted(self._by_clue.keys() & document.by_clue.keys()):
            for sentence in document.by_clue[clue]:
                for entry in self._by_clue[clue]:
                    key = (sentence.start, id(entry))
                    if key not in candidates and not any(map(sentence.clues.isdisjoint, entry.clues)):
                        candidates[key] = (sentence, entry)
        for sentence, entry in candidates.values():
            if entry.guards.is_told(document.paragraphs[sentence.paragraph], sentence):
                continue
            for first, last in spans(entry.parts, sentence, entry.reach):
                if self._is_meant(sentence, first, last, context) and entry.guards.allow(sentence, first, last):
                    yield _match(sentence, entry, first, last)

    def _is_meant(self, sentence: Sentence, first: int, last: int, context: Context) -> bool:
        token = sentence.tokens[first]
        if token.is_quoted and not self._reads_quotes:
            return False
        return not stands_as_name(sentence, first, last, context.names)


def read(table: Table, *, reads_quotes: bool) -> Phrases:
    """Entries from `phrases`, `[replace]` and `[[find]]`; an entry's own fields win over those of the rule.

    `advice` with {match} and {good} is said where the good words cannot simply be put in; with `keeps_rest` they stand
    for the first part only, «сайт лёг» → «сайт не работал», unless it goes with a word or two: «пудрить … мозги».
    """
    keeps_rest = bool(table.flag("keeps_rest", default=False))
    blank = Phrase(_reach(table, Reach(3, False, _BREAKS)), read_guards(table), table.text("advice", ""), keeps_rest)
    written = [*((phrase, ()) for phrase in table.strings("phrases")), *table.mapping("replace").items()]
    entries = [entry for phrase, good in written for entry in _phrases(table, phrase, good, blank)]
    for inner in table.tables("find"):
        own_rest = bool(inner.flag("keeps_rest", default=keeps_rest))
        own_blank = Phrase(_reach(inner, blank.reach), read_guards(inner), blank.advice, own_rest)
        instead = inner.strings("instead")
        for phrase in inner.strings("phrases"):
            entries.extend(_phrases(inner, phrase, instead, own_blank))
        inner.close()
    if not entries:
        table.fail("phrases", "в правиле нет ни одного выражения")
    return Phrases(entries, reads_quotes=reads_quotes)


def _reach(table: Table, outer: Reach) -> Reach:
    """`gap` (words), `order` (any | fixed), `crosses_commas`."""
    gap = table.integer("gap", outer.gap)
    is_ordered = table.choice("order", ("any", "fixed"), "fixed" if outer.is_ordered else "any") == "fixed"
    crosses_commas = table.flag("crosses_commas", default="," not in outer.breaks)
    return Reach(gap, is_ordered, _BREAKS if crosses_commas else _BREAKS | {","})


def _phrases(table: Table, written: str, replacements: tuple[str, ...], blank: Phrase) -> Iterator[Phrase]:
    """«идите (лесом|куда подальше)» makes two phrases; brackets with single words only are the same as none."""
    instead = tuple(filter(None, replacements))
    keeps_rest = blank.keeps_rest and written.partition("…")[2].count("|") >= _FEWEST_OBJECTS - 1
    for phrase in _without_brackets(written) if "(" in written else (written,):
        if _EMPTY_PART.search(phrase):
            table.fail("phrases", f"в выражении «{written}» есть пустая часть")
        yield Phrase(blank.reach, blank.guards, blank.advice, keeps_rest, phrase, instead)


def _without_brackets(written: str) -> Iterator[str]:
    plain = _BRACKETS.sub(lambda found: found[0] if " " in found[1] else found[1], written)
    pieces = [piece.split("|") if number % 2 else [piece] for number, piece in enumerate(_BRACKETS.split(plain))]
    return map("".join, product(*pieces))


def _anchor(written: str) -> list[str]:
    """The alternatives of the longest word, one of which stands in every match; no dictionary is asked for them."""
    words = normalise(written).split()
    if len(words) > 1:
        words.sort(key=_shortest_alternative)
    return words[-1].split("|")


def _shortest_alternative(word: str) -> int:
    return min(map(len, word.split("|"))) if word not in ("…", "*") else 0


def _clues(word: str) -> tuple[str, ...]:
    """What `Sentence.clues` may hold of a word, be it in the dictionary or slang, exact or in any form."""
    return (word[1:],) if word.startswith("=") else (word, "~" + beginning(word))


def _part(words: list[str]) -> Part:
    slots: list[Slot] = []
    skips: list[int] = []
    skip = 0
    for word in words:
        if word == "*":
            skip += 1
            continue
        slots.append(frozenset(key for alternative in word.split("|") for key in _keys(normalise(alternative))))
        skips.append(skip)
        skip = 0
    return Part(tuple(slots), tuple(skips))


def _keys(word: str) -> Iterator[str]:
    if word.startswith("="):
        yield word
    elif not is_known(word):  # slang: the guessed paradigm is steadier than guessing back from each form
        yield from ("=" + form for form in paradigm(word))
    elif word not in lemmas(word):  # «сто раз», «при чём»: a form that is nobody's dictionary form
        yield "=" + word
    else:
        yield word
        # pymorphy's dictionary form of «принимаются» is «приниматься», so a verb must bring its reflexive along
        ending = _REFLEXIVE.get(word[-2:])
        if ending and is_known(word + ending):
            yield word + ending


def _match(sentence: Sentence, entry: Phrase, first: int, last: int) -> Match:
    tokens, slot = sentence.tokens[first : last + 1], entry.parts[0].slots[0]
    start, end = tokens[0].start, tokens[-1].end
    if entry.advice and entry.replacements:
        words, good = sentence.text[start - sentence.start : end - sentence.start], "» или «".join(entry.replacements)
        return Match(start, end, message=entry.advice.replace("{match}", words).replace("{good}", good))
    place = next((n for n, token in enumerate(tokens) if slot & {"=" + token.norm, *token.lemmas}), 0)
    if not entry.keeps_rest or len(tokens) == 1:
        return Match(start, end, tuple(agree(good, tokens, slot) for good in entry.replacements))
    begin, stop = tokens[place].start - sentence.start, tokens[place].end - sentence.start
    before, after = sentence.text[start - sentence.start : begin], sentence.text[stop : end - sentence.start]
    return Match(start, end, tuple(before + agree(good, tokens[place:], slot) + after for good in entry.replacements))
