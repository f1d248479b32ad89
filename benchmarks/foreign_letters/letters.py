"""Letters of a length close to the end of a page, by chance but always the same."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from answer_builder.letter.pages import estimate
from benchmarks.foreign_letters.kept_offices import KEPT_OFFICES
from benchmarks.foreign_letters.kinds import KINDS
from benchmarks.foreign_letters.last_offices import LAST_OFFICES
from benchmarks.foreign_letters.look import Look, drawn
from benchmarks.foreign_letters.offices import OFFICES
from benchmarks.foreign_letters.prose import ODD_WORDS, PROSE
from benchmarks.foreign_letters.sentences import SENTENCES

_AROUND = (-40, -24, -12, -6, -2, -1, 0, 1, 3, 8, 16, 30)  # words from the one that begins a new page
_PARAGRAPHS = (25, 40, 61, 90)  # words
_MOST_WORDS = 1400


_MAKERS = KINDS | OFFICES | KEPT_OFFICES | LAST_OFFICES


@dataclass(frozen=True)
class ForeignLetter:
    """One letter with what it is made of, to find out why a length was told wrongly."""

    kind: str
    look: Look
    words: int
    docx: bytes


def letters(kinds: Sequence[str], count: int, *, seed: int) -> Iterator[ForeignLetter]:
    """So many letters of these kinds; the length is told by the estimate, then moved by up to some forty words."""
    chance = random.Random(seed)
    for number in range(count):
        kind = kinds[number % len(kinds)]
        look = drawn(chance)
        text = _words(kind, chance)
        length = chance.choice(_PARAGRAPHS)
        page = 2 if chance.random() < 0.25 else 1
        around = chance.choice(_AROUND)

        def made(
            words: int, kind: str = kind, look: Look = look, text: list[str] = text, length: int = length
        ) -> bytes:
            return _MAKERS[kind](
                look, [" ".join(text[start : min(start + length, words)]) for start in range(0, words, length)]
            )

        shortest, longest = 1, len(text)
        while longest - shortest > 1:
            middle = (shortest + longest) // 2
            if estimate(made(middle), squeezes=False).pages > page:
                longest = middle
            else:
                shortest = middle
        words = max(longest + around, 1)
        yield ForeignLetter(kind, look, words, made(words))


def _words(kind: str, chance: random.Random) -> list[str]:
    if kind in KINDS:
        return " ".join(chance.choice(SENTENCES) for _ in range(120)).split()[:_MOST_WORDS]
    return " ".join(chance.choice((*PROSE, *ODD_WORDS)) for _ in range(160)).split(" ")[:_MOST_WORDS]
