"""Length in pages told from the .docx alone: agreement with the real LibreOffice near the end of a page, and cost."""

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from os import times
from pathlib import Path
from time import process_time

from answer_builder import authorities
from answer_builder.errors import CannotRun
from answer_builder.letter import libreoffice
from answer_builder.letter.case import read_case
from answer_builder.letter.case_file import load_case
from answer_builder.letter.compose import compose
from answer_builder.letter.measured_pages import measure
from answer_builder.letter.pages import estimate
from answer_builder.letter.render import render
from answer_builder.model import Letter
from benchmarks.foreign_letters import KEPT_OFFICES, KINDS, LAST_OFFICES, OFFICES, UNSEEN, letters

CASE = Path(__file__).parents[1] / "examples" / "cannot.toml"
OURS, FOREIGN, KEPT_APART = 120, 420, 240
OF_OFFICES, OF_KEPT_OFFICES, OF_LAST_OFFICES = 160, 270, 630
TIMED, ROUNDS = 200, 3  # the best of three: other programs only make it slower
AT_ONCE = 90  # letters of one call: a LibreOffice does not last for ever
WARM = 60  # letters of the second call, which tells what one more letter costs
AROUND_BORDER = (-24, -12, -6, -1, 0, 3, 9, 18)  # words from the one that begins a new page


def figures() -> str:
    """Letters with the same number of pages by set, CPU of an estimate, CPU of one more letter in LibreOffice."""
    try:
        measure([])
    except CannotRun as error:
        return str(error)
    version = libreoffice.version()
    squeezes = None if version >= (24, 2) else False  # older ones never squeeze the spaces of justified lines
    chance = random.Random(59)
    ours = [_near_border(chance, number, squeezes) for number in range(OURS)]
    known = [kind for kind in KINDS if kind not in UNSEEN]
    sets = {
        "our letterheads": ours,
        f"{len(known)} foreign letterheads": [made.docx for made in letters(known, FOREIGN, seed=31)],
        f"{len(UNSEEN)} kept apart till the end": [made.docx for made in letters(UNSEEN, KEPT_APART, seed=32)],
        f"{len(OFFICES)} other offices": [made.docx for made in letters([*OFFICES], OF_OFFICES, seed=33)],
        f"{len(KEPT_OFFICES)} offices kept apart": [
            made.docx for made in letters([*KEPT_OFFICES], OF_KEPT_OFFICES, seed=34)
        ],
        f"{len(LAST_OFFICES)} offices drawn last": [
            made.docx for made in letters([*LAST_OFFICES], OF_LAST_OFFICES, seed=91)
        ],
    }
    lines = [f"LibreOffice {'.'.join(map(str, version))}, letters within three lines of the end of a page"]
    for name, made in sets.items():
        lines.append(f"pages agree, {name:27} {_agreement(made, squeezes)}")
    estimating, another = (
        min(_estimating(_batch(chance, new_text=new_text), squeezes) for _ in range(ROUNDS))
        for new_text in (True, False)
    )
    batch = _batch(chance, new_text=True)
    measuring = min(_measuring(batch) for _ in range(ROUNDS))
    lines += [
        f"LibreOffice, warm: one more letter, CPU      {1000 * measuring:8.2f} ms",
        f"estimate, another text, CPU                  {1000 * estimating:8.2f} ms, 1/{measuring / estimating:.0f}",
        f"estimate, the same answer to another person  {1000 * another:8.2f} ms, 1/{measuring / another:.0f}",
    ]
    return "\n".join(lines)


def _agreement(made: Sequence[bytes], squeezes: bool | None) -> str:
    """Letters with the same number of pages; those with something the estimate says it does not follow are apart."""
    told = [estimate(letter, squeezes=squeezes) for letter in made]
    real: list[int | str] = []
    for start in range(0, len(made), AT_ONCE):
        real += measure(made[start : start + AT_ONCE])
    followed = [one.pages == other for one, other in zip(told, real, strict=True) if not one.not_followed]
    apart = len(made) - len(followed)
    return f"{sum(followed)} of {len(followed)}" + (f", not followed and told: {apart}" if apart else "")


def _near_border(chance: random.Random, number: int, squeezes: bool | None) -> bytes:
    """A letter of shuffled real sentences whose length stands close to the end of page 1 or 2."""
    letter = compose(read_case(load_case(str(CASE)), today=date(2026, 11, 20)))
    kinds = sorted(authorities.all_authorities()[letter.authority].letterheads)
    letterhead = authorities.letterhead(letter.authority, kinds[number % len(kinds)])
    words = " ".join(chance.choice(letter.text) for _ in range(30)).split()
    page = 2 if number % 5 == 0 else 1

    def made(length: int) -> bytes:
        return render(_with_text(letter, words[:length], large_print=number % 3 == 0), letterhead)

    shortest, longest = 1, len(words)
    while longest - shortest > 1:
        middle = (shortest + longest) // 2
        if estimate(made(middle), squeezes=squeezes).pages > page:
            longest = middle
        else:
            shortest = middle
    return made(max(longest + chance.choice(AROUND_BORDER), 1))


def _with_text(letter: Letter, words: list[str], *, large_print: bool) -> Letter:
    paragraphs = tuple(" ".join(words[start : start + 61]) for start in range(0, len(words), 61))
    return replace(letter, text=paragraphs, large_print=large_print)


def _batch(chance: random.Random, *, new_text: bool) -> list[bytes]:
    """Letters of two pages to different citizens: all words in another order, or one paragraph of five."""
    letter = compose(read_case(load_case(str(CASE)), today=date(2026, 11, 20)))
    letterhead = authorities.letterhead(letter.authority, letter.letterhead)
    words = " ".join(letter.text).split()

    def made(number: int) -> bytes:
        own = chance.sample(words, len(words)) if new_text else chance.sample(words[:61], 61) + words[61:]
        addressed = replace(
            letter, addressee=(f"Адресату № {number}", *letter.addressee[1:]), reference_number=f"{number}"
        )
        return render(_with_text(addressed, own, large_print=False), letterhead)

    return [made(number) for number in range(2 * TIMED)]


def _estimating(batch: Sequence[bytes], squeezes: bool | None) -> float:
    """Seconds of CPU for each letter of the second half, which the program has not seen."""
    for content in batch[:TIMED]:
        estimate(content, squeezes=squeezes)
    return _seconds_each(batch[TIMED:], squeezes)


def _seconds_each(batch: Sequence[bytes], squeezes: bool | None) -> float:
    started = process_time()
    for content in batch:
        estimate(content, squeezes=squeezes)
    return (process_time() - started) / len(batch)


def _measuring(batch: Sequence[bytes]) -> float:
    """Seconds of CPU one more letter takes in a LibreOffice that is already running."""
    one, many = _of_libreoffice(batch[:1]), _of_libreoffice(batch[: WARM + 1])
    return (many - one) / WARM


def _of_libreoffice(batch: Sequence[bytes]) -> float:
    before = times()
    measure(batch)
    after = times()
    return after.children_user + after.children_system - before.children_user - before.children_system
