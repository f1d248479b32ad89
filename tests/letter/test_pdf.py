"""Letters as PDF/A by the real LibreOffice: fonts inside, the same words each time."""

import ctypes
from datetime import date
from xml.etree import ElementTree

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from answer_builder import authorities, catalogue
from answer_builder.letter import libreoffice
from answer_builder.letter.case import read_case
from answer_builder.letter.compose import compose
from answer_builder.letter.example_case import example_case
from answer_builder.letter.pages import estimate
from answer_builder.letter.pdf import to_pdf
from answer_builder.letter.render import render

LETTERHEADS = ("corner", "longitudinal")


def letter(slug: str, letterhead: str) -> bytes:
    words = compose(read_case(example_case(slug) | {"letterhead": letterhead}, today=date(2026, 11, 22)))
    return render(words, authorities.letterhead(words.authority, letterhead))


def metadata(pdf: bytes) -> ElementTree.Element:
    start, end = pdf.index(b"<x:xmpmeta"), pdf.index(b"</x:xmpmeta>") + len(b"</x:xmpmeta>")
    return ElementTree.fromstring(pdf[start:end])


def fonts(pdf: bytes) -> dict[str, bool]:
    """Name of each font the text is set in → is it inside the file."""
    found = {}
    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            for drawn in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT], max_depth=5):
                font = pdfium.FPDFTextObj_GetFont(drawn.raw)
                name = ctypes.create_string_buffer(200)
                pdfium.FPDFFont_GetFamilyName(font, name, 200)
                found[name.value.decode()] = bool(pdfium.FPDFFont_GetIsEmbedded(font))
    return found


def texts(pdf: bytes) -> list[str]:
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.get_textpage().get_text_bounded() for page in document]


@pytest.fixture(scope="module")
def letters() -> list[bytes]:
    return [letter(slug, LETTERHEADS[number % 2]) for number, slug in enumerate(catalogue.all_answers())]


@pytest.fixture(scope="module")
def pdfs(letters) -> list[bytes]:
    """Every answer of the catalogue, the two letterheads in turn."""
    found = to_pdf(letters)
    assert [conversion.problem for conversion in found] == [""] * len(letters)
    return [conversion.content for conversion in found]


def test_every_letter_is_pdf_a_2b(pdfs):
    assert libreoffice.version() >= (7, 4), "make test needs LibreOffice 7.4 or newer"
    for pdf in pdfs:
        said = metadata(pdf)
        assert said.findtext(".//{http://www.aiim.org/pdfa/ns/id/}part") == "2"
        assert said.findtext(".//{http://www.aiim.org/pdfa/ns/id/}conformance") == "B"


def test_every_font_is_inside_and_has_the_metrics_of_the_letterhead(pdfs):
    for pdf in pdfs:
        used = fonts(pdf)
        assert used
        assert all(used.values()), used
        assert {name.split("+")[-1].split("-")[0].replace(" ", "") for name in used} <= {
            "LiberationSerif",
            "TimesNewRoman",
        }


def test_pages_are_those_of_the_estimate(letters, pdfs):
    squeezes = None if libreoffice.version() >= (24, 2) else False
    assert [len(texts(pdf)) for pdf in pdfs] == [estimate(docx, squeezes=squeezes).pages for docx in letters]


def test_the_words_are_those_of_the_letter_and_the_same_each_time(letters, pdfs):
    (again,) = to_pdf(letters[:1])
    assert texts(again.content) == texts(pdfs[0])
    assert "Уважаем" in texts(pdfs[0])[0]


def test_the_title_is_what_the_letter_is_about(pdfs):
    with pypdfium2.PdfDocument(pdfs[0]) as document:
        assert document.get_metadata_value("Title").startswith("О ")
