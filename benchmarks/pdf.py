"""Letters as PDF/A by the real LibreOffice, and what it costs to say what to cut from a long letter."""

from datetime import date
from itertools import cycle, islice
from pathlib import Path
from time import perf_counter, process_time

from answer_builder.letter import libreoffice
from answer_builder.letter.case_file import load_case
from answer_builder.letter.pdf import to_pdf
from answer_builder.one_letter import make_letter, shortening

EXAMPLES = Path(__file__).parents[1] / "examples"
LETTERS = 300
TODAY = date(2026, 11, 20)
ROUNDS = 20


def figures() -> str:
    """Letters a minute, seconds for a single one, milliseconds of advice on a letter of two pages."""
    return "\n".join([*_pdfs(), *_advice()])


def _pdfs() -> list[str]:
    if not libreoffice.program():
        return ["LibreOffice is not installed"]
    names = ("solved", "will_be_solved", "no_date", "cannot")
    examples = [make_letter(load_case(str(EXAMPLES / f"{name}.toml")), today=TODAY).docx for name in names]
    started = perf_counter()
    (single,) = to_pdf(examples[:1])
    alone = perf_counter() - started
    letters = list(islice(cycle(examples), LETTERS))
    started = perf_counter()
    made = to_pdf(letters)
    together = perf_counter() - started
    whole = sum(b"<pdfaid:part>2</pdfaid:part>" in conversion.content for conversion in made)
    version = ".".join(map(str, libreoffice.version()[:2]))
    return [
        f"LibreOffice {version}",
        f"a letter alone           {alone:8.2f} s, {len(single.content):,} bytes",
        f"letters a minute         {60 * LETTERS / together:8,.0f} of {LETTERS} in a row",
        f"PDF/A-2b                 {whole:8} of {LETTERS}",
    ]


def _advice() -> list[str]:
    case = load_case(str(EXAMPLES / "cannot.toml"))
    long = make_letter(case | {"body": case["body"] * 3}, today=TODAY)
    shortening(long, today=TODAY)
    started = process_time()
    for _ in range(ROUNDS):
        shortening(long, today=TODAY)
    spent = (process_time() - started) / ROUNDS
    return [f"what to cut, CPU         {1000 * spent:8.1f} ms for a letter of {long.pages.pages} pages"]
