"""Length in pages told from the .docx alone: agreement with the real LibreOffice near the end of a page, and cost."""

import random
import re
import shutil
import subprocess
import tempfile
from dataclasses import replace
from datetime import date
from pathlib import Path
from time import perf_counter, process_time

import pypdfium2

from answer_builder import authorities
from answer_builder.letter.case import read_case
from answer_builder.letter.case_file import load_case
from answer_builder.letter.compose import compose
from answer_builder.letter.pages import estimate
from answer_builder.letter.render import render
from answer_builder.model import Letter

CASE = Path(__file__).parents[1] / "examples" / "cannot.toml"
LETTERS = 120
IN_ONE_CALL = 60  # LibreOffice 7.4 stops after some 250 files
AROUND_BORDER = (-24, -12, -6, -1, 0, 3, 9, 18)  # words from the one that begins a new page


def figures() -> str:
    """Letters with the same number of pages, CPU of an estimate, time of a LibreOffice conversion."""
    program = shutil.which("soffice")
    if program is None:
        return "LibreOffice is not installed"
    version = _version(program)
    squeezes = None if version >= (24, 2) else False  # older ones never squeeze the spaces of justified lines
    chance = random.Random(59)
    letters = [_near_border(chance, number, squeezes) for number in range(LETTERS)]
    started = perf_counter()
    real = _measured(program, letters)
    measuring = (perf_counter() - started) / LETTERS
    estimate(letters[0], squeezes=squeezes)
    started = process_time()
    told = [estimate(letter, squeezes=squeezes).pages for letter in letters]
    estimating = (process_time() - started) / LETTERS
    agree = sum(one == other for one, other in zip(told, real, strict=True))
    return (
        f"LibreOffice {'.'.join(map(str, version))}, letters within three lines of the end of a page\n"
        f"pages agree              {agree} of {LETTERS}\n"
        f"estimate, CPU            {1000 * estimating:8.2f} ms a letter\n"
        f"conversion to PDF        {1000 * measuring:8.2f} ms a letter, {IN_ONE_CALL} in one call\n"
        f"times less               {measuring / estimating:8.0f}"
    )


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


def _measured(program: str, letters: list[bytes]) -> list[int]:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        files = [root / f"{number:04}.docx" for number in range(len(letters))]
        for file, letter in zip(files, letters, strict=True):
            file.write_bytes(letter)
        profile = f"-env:UserInstallation={(root / 'profile').as_uri()}"
        command = [program, profile, "--headless", "--convert-to", "pdf", "--outdir", folder]
        for start in range(0, len(files), IN_ONE_CALL):
            subprocess.run(
                [*command, *map(str, files[start : start + IN_ONE_CALL])],
                check=True,
                capture_output=True,
                timeout=600,
            )
        return [len(pypdfium2.PdfDocument(file.with_suffix(".pdf"))) for file in files]


def _version(program: str) -> tuple[int, ...]:
    said = subprocess.run([program, "--version"], check=True, capture_output=True, text=True, timeout=60).stdout
    found = re.search(r"(\d+)\.(\d+)", said)
    return tuple(int(number) for number in found.groups()) if found else (0, 0)
