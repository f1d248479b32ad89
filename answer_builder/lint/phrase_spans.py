"""Where a phrase stands in a sentence: parts of neighbouring words, other words between the parts."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import permutations

from answer_builder.lint.text import Sentence

Slot = frozenset[str]  # keys of `Sentence.keys`, any of them will do
Span = tuple[int, int]  # first and last token


@dataclass(frozen=True, slots=True)
class Part:
    """Words that stand side by side; `skips[i]` other words may stand before the i-th."""

    slots: tuple[Slot, ...]
    skips: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Reach:
    """How far apart the parts may stand, whether in the written order only, which signs lie not between them."""

    gap: int
    is_ordered: bool
    breaks: frozenset[str]


def spans(parts: tuple[Part, ...], sentence: Sentence, reach: Reach) -> Iterator[Span]:
    """Token spans of the phrase in the order of the text, not overlapping: the shortest ones win."""
    places = [_part_spans(part, sentence) for part in parts]
    if not all(places):
        return
    orders = [tuple(range(len(places)))] if reach.is_ordered else permutations(range(len(places)))
    found = {span for order in orders for span in _joined([places[index] for index in order], sentence, reach)}
    chosen: list[Span] = []
    for first, last in sorted(found, key=lambda span: (span[1] - span[0], span)):
        if all(last < begin or end < first for begin, end in chosen):
            chosen.append((first, last))
    yield from sorted(chosen)


def _part_spans(part: Part, sentence: Sentence) -> list[Span]:
    ends: set[Span] = set()
    for number, (slot, skip) in enumerate(zip(part.slots, part.skips, strict=True)):
        places = {position for key in slot for position in sentence.keys.get(key, ())}
        if number == 0:
            ends = {(position, position) for position in places}
            continue
        ends = {
            (first, last + step)
            for first, last in ends
            for step in range(1, skip + 2)
            if last + step in places and _is_unbroken(sentence, last, last + step)
        }
    return sorted(ends)


def _is_unbroken(sentence: Sentence, left: int, right: int) -> bool:
    return all(not sentence.between(position, position + 1).strip(' \u00a0\t«»„“"') for position in range(left, right))


def _joined(places: list[list[Span]], sentence: Sentence, reach: Reach) -> Iterator[Span]:
    """Spans that take one place of each part, left to right, at most `gap` words apart."""
    ends = places[0]
    for following in places[1:]:
        ends = [
            (begin, last)
            for begin, end in ends
            for first, last in following
            if 0 < first - end <= reach.gap + 1 and reach.breaks.isdisjoint(sentence.between(end, first))
        ]
    yield from ends
