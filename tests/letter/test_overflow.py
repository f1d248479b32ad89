"""Lines too many for a number of pages, held against the letter really made shorter and the real LibreOffice."""

from dataclasses import replace
from datetime import date

import pypdfium2
import pytest

from answer_builder import authorities
from answer_builder.letter.case import read_case
from answer_builder.letter.compose import compose
from answer_builder.letter.example_case import example_case
from answer_builder.letter.overflow import lines_over
from answer_builder.letter.pages import lay_out
from answer_builder.letter.pdf import to_pdf
from answer_builder.letter.render import render
from answer_builder.office_package import OfficePackage

LETTERHEADS = ("corner", "longitudinal")
LONG = {(1, "corner"): 34, (1, "longitudinal"): 41, (2, "corner"): 80, (2, "longitudinal"): 90}


def letter_of(lines: int, letterhead: str) -> bytes:
    """A letter of one paragraph of so many lines: no spacing goes with a line that is cut."""
    letter = compose(read_case(example_case("solved") | {"letterhead": letterhead}, today=date(2026, 11, 22)))
    text = "\n".join(f"Строка {number}." for number in range(1, lines + 1))
    return render(replace(letter, text=(text,)), authorities.letterhead(letter.authority, letterhead))


def over(docx: bytes, pages: int) -> int | None:
    return lines_over(lay_out(OfficePackage(docx)), pages)


def page_count(pdf: bytes) -> int:
    with pypdfium2.PdfDocument(pdf) as document:
        return len(document)


@pytest.mark.parametrize("letterhead", LETTERHEADS)
@pytest.mark.parametrize("pages", [1, 2])
def test_so_many_lines_are_too_many_for_libreoffice_and_not_one_less(pages, letterhead):
    lines = LONG[pages, letterhead]
    too_many = over(letter_of(lines, letterhead), pages)
    assert too_many > 0
    fits, spills = to_pdf([letter_of(lines - too_many, letterhead), letter_of(lines - too_many + 1, letterhead)])
    assert page_count(fits.content) == pages
    assert page_count(spills.content) == pages + 1


@pytest.mark.parametrize("letterhead", LETTERHEADS)
def test_a_line_more_is_a_line_over(letterhead):
    found = [over(letter_of(lines, letterhead), 1) for lines in range(5, 45)]
    assert found == list(range(found[0], found[0] + 40))
    assert found[0] < 0 < found[-1]


def test_free_lines_are_counted_too():
    docx = letter_of(5, "corner")
    free = -over(docx, 1)
    assert over(letter_of(5 + free, "corner"), 1) == 0
    assert over(letter_of(6 + free, "corner"), 1) == 1


def test_a_page_the_file_asks_for_cannot_be_cut_away():
    package = OfficePackage(letter_of(5, "corner"))
    root = package.xml(package.main)
    w = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    paragraph = next(p for p in root.iter(f"{w}p") if "Строка 4." in "".join(p.itertext()))
    paragraph.find(f"{w}r").insert(0, root.makeelement(f"{w}br", {f"{w}type": "page"}))
    assert lines_over(lay_out(package, root), 1) is None
    assert lines_over(lay_out(package, root), 2) <= 0
