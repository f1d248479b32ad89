"""The letterheads a clerk opens in Word: what GOST R 7.0.97-2025 and 001 ask of them, and what comes out of them."""

import dataclasses
import io
import zipfile
from datetime import date
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt
from lxml import etree

from answer_builder import authorities, catalogue
from answer_builder.letter.case import read_case
from answer_builder.letter.compiled_template import CompiledTemplate
from answer_builder.letter.compose import compose
from answer_builder.letter.example_case import example_case
from answer_builder.letter.render import Values, render

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FILES = {
    f"{body.slug}/{file}": authorities.letterhead(body.slug, kind)
    for body in authorities.all_authorities().values()
    for kind, file in body.letterheads.items()
}
TODAY = date(2026, 11, 22)


def part(blob, name):
    return etree.fromstring(zipfile.ZipFile(io.BytesIO(blob)).read(name))


@pytest.fixture(params=FILES, ids=str)
def blob(request):
    return FILES[request.param]


def test_page_and_margins(blob):
    section = Document(io.BytesIO(blob)).sections[0]
    assert (section.page_width, section.page_height) == (
        pytest.approx(Mm(210), abs=700),
        pytest.approx(Mm(297), abs=700),
    )
    assert section.left_margin >= Mm(20) - 700
    assert section.right_margin >= Mm(10)
    assert section.top_margin >= Mm(20) - 700
    assert section.bottom_margin >= Mm(20) - 700


def test_page_number_stands_in_the_header_from_page_two(blob):
    section = Document(io.BytesIO(blob)).sections[0]
    assert section.different_first_page_header_footer
    assert "PAGE" in etree.tostring(section.header._element, encoding="unicode")
    assert "PAGE" not in etree.tostring(section.first_page_header._element, encoding="unicode")
    assert section.header_distance >= Mm(10) - 700
    assert not section.footer.paragraphs[0].text


def test_typeface_size_and_language(blob):
    document = Document(io.BytesIO(blob))
    defaults = document.styles.element.find(f"{W}docDefaults")
    assert defaults.find(f".//{W}rFonts").get(f"{W}ascii") == "Times New Roman"
    assert defaults.find(f".//{W}sz").get(f"{W}val") == "28"
    assert defaults.find(f".//{W}lang").get(f"{W}val") == "ru-RU"
    text = document.styles["Текст письма"].paragraph_format
    assert text.first_line_indent == pytest.approx(Mm(12.5), abs=700)
    assert text.alignment == WD_ALIGN_PARAGRAPH.JUSTIFY
    assert document.styles["Справочные данные"].font.size >= Pt(8)


def test_compatibility_mode_is_pinned(blob):
    settings = part(blob, "word/settings.xml")
    modes = [s.get(f"{W}val") for s in settings.iter(f"{W}compatSetting") if s.get(f"{W}name") == "compatibilityMode"]
    assert modes == ["14"]


def test_corner_requisites_are_not_wider_than_8_cm():
    document = Document(io.BytesIO(authorities.letterhead("sakhalin_minstroy", "corner")))
    assert document.tables[0].columns[0].width <= Mm(80)


def test_it_asks_for_nothing_unknown_and_for_everything_a_letter_must_have(blob):
    asked = CompiledTemplate(blob, known=Values.__annotations__.keys()).names
    obligatory = {
        "authority_name", "authority_address", "authority_phone", "authority_email", "letter_date",
        "reference_number", "reference_date", "restriction", "addressee", "heading", "greeting", "text", "closing",
        "attachments", "signatory_position", "signatory_name", "executor_mark",
    }  # fmt: skip
    assert obligatory <= asked


def test_it_is_lean_and_its_emblem_has_a_description(blob):
    assert len(blob) < 30_000
    pictures = [element for element in part(blob, "word/document.xml").iter() if element.tag.endswith("}docPr")]
    assert pictures
    assert all(picture.get("descr") for picture in pictures)


def letter_of(slug, kind, *, example=None, **changes):
    letter = compose(read_case(example_case(slug, example) | {"letterhead": kind}, today=TODAY))
    return dataclasses.replace(letter, **changes)


def docx_of(letter):
    return render(letter, authorities.letterhead(letter.authority, letter.letterhead))


SPECIAL = {
    "restricted": {"restriction": ("Для служебного пользования", "Экз. № 1")},
    "survey": {"survey_url": "https://opros.example.ru/otvet?id=1&from=letter"},
    "long-addressee": {
        "addressee": (
            "Председателю правления товарищества собственников недвижимости «Садовая, 5»",
            "Константинопольской-Преображенской М.-А.В.",
            "ул. Академика Павлова, д. 158, корп. 2, кв. 1204",
            "пос. Новое Отрадное",
            "Корсаковский район",
            "Сахалинская область",
            "694030",
        )
    },
    "attachments": {"attachments": ("Приложения:", "1) раз;", "2) два;", "3) три;", "4) четыре.")},
    "two-pages": {"text": tuple(f"Строка {number}." for number in range(45))},
    "large-print": {"large_print": True},
    "hostile": {"text": ('<w:t>&{{ 7*7 }}\n{% for %}\t"«»😀', "]]>", "абзац")},
}


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> dict[str, Path]:
    """Every kind of letter we write, as files: each example of the catalogue and each special case."""
    folder = tmp_path_factory.mktemp("letters")
    letters = {
        f"{slug}-{number}-{kind}": letter_of(slug, kind, example=example)
        for slug, answer in catalogue.all_answers().items()
        for number, example in enumerate(answer.examples)
        for kind in ("corner", "longitudinal")
    }
    letters |= {
        f"{name}-{kind}": letter_of("solved", kind, **changes)
        for name, changes in SPECIAL.items()
        for kind in ("corner", "longitudinal")
    }
    files = {}
    for name, letter in letters.items():
        files[name] = folder / f"{name}.docx"
        files[name].write_bytes(docx_of(letter))
    return files


def test_letterheads_and_letters_have_no_errors_in_microsofts_validator(made, open_xml_errors, tmp_path):
    originals = []
    for name, content in FILES.items():
        originals.append(tmp_path / name.replace("/", "-"))
        originals[-1].write_bytes(content)
    report = open_xml_errors([*originals, *made.values()])
    assert len(report) == len(originals) + len(made)
    assert {name: errors for name, errors in report.items() if errors} == {}


@pytest.fixture(scope="module")
def printed(made, soffice):
    return dict(zip(made, soffice(list(made.values())), strict=True))


def test_every_letter_of_the_catalogue_fits_two_pages(printed, page_count):
    pages = {name: page_count(pdf) for name, pdf in printed.items()}
    assert {name: count for name, count in pages.items() if count > 2} == {}


def test_page_two_is_numbered_and_page_one_is_not(printed, pdf_lines):
    two_pages = [pdf_lines(pdf) for pdf in printed.values() if pdf_lines(pdf)[-1].page == 2]
    assert two_pages
    for lines in two_pages:
        first_on_two = next(line for line in lines if line.page == 2)
        assert first_on_two.text == "2"
        assert first_on_two.left == pytest.approx(318, abs=10)  # the middle of the text area
        assert all(line.top > 28 for line in lines if line.page == 1)


def test_official_use_is_marked_top_right_of_the_first_page(printed, pdf_lines):
    for kind in ("corner", "longitudinal"):
        lines = pdf_lines(printed[f"restricted-{kind}"])
        mark = next(line for line in lines if "служебного" in line.text)
        name = next(line for line in lines if "МИНИСТЕРСТВО" in line.text)
        assert mark.page == 1
        assert mark.left > 340  # right of the emblem of either letterhead
        assert mark.top < name.top
        ordinary = next(line for line in pdf_lines(printed[f"survey-{kind}"]) if "МИНИСТЕРСТВО" in line.text)
        assert name.top == pytest.approx(ordinary.top, abs=3), "the mark pushes the letterhead down"


def test_a_longitudinal_letterhead_has_the_date_on_the_left_and_its_name_within_12_cm(printed, pdf_lines):
    lines = pdf_lines(printed["survey-longitudinal"])
    date_line = next(line for line in lines if "20.11.2026 №" in line.text)
    assert date_line.left == pytest.approx(85, abs=2)
    names = [line for line in lines if "МИНИСТЕРСТВО" in line.text or line.text == "САХАЛИНСКОЙ ОБЛАСТИ"]
    assert len(names) == 2
    assert all(line.right - line.left <= 340 for line in names)


def test_the_survey_address_is_an_active_link(printed):
    with pypdfium2.PdfDocument(printed["survey-corner"]) as document:
        page = document[0]
        text = page.get_textpage()
        links = pdfium.FPDFLink_LoadWebLinks(text)
        assert pdfium.FPDFLink_CountWebLinks(links) >= 1
        pdfium.FPDFLink_CloseWebLinks(links)
        annotations = pdfium.FPDFPage_GetAnnotCount(page)
        assert annotations >= 1


def test_a_long_addressee_overlaps_nothing(printed, pdf_lines):
    for kind in ("corner", "longitudinal"):
        lines = pdf_lines(printed[f"long-addressee-{kind}"])
        index = next(line for line in lines if "694030" in line.text)
        heading = next(line for line in lines if "О решении" in line.text)
        assert index.bottom <= heading.top


def test_large_print_is_larger(printed, pdf_lines):
    def height(name):
        return max(line.bottom - line.top for line in pdf_lines(printed[name]) if "Уважаемая" in line.text)

    assert height("large-print-corner") > 1.1 * height("survey-corner")
    mark = [line for line in pdf_lines(printed["large-print-corner"]) if line.top > 785]
    assert len(mark) == 2
    assert all(line.bottom < 842 - 17 for line in mark), "closer to the edge of the paper than 6 mm"
