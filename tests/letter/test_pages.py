"""How many pages a .docx takes: rules one by one, then letters near the end of a page against the real LibreOffice."""

import io
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from random import Random

import pytest

from answer_builder import authorities
from answer_builder.errors import CannotRun
from answer_builder.letter.measured_pages import measure
from answer_builder.letter.pages import estimate
from answer_builder.letter.render import render
from answer_builder.model import Letter
from benchmarks.foreign_letters import KEPT_OFFICES, KINDS, LAST_OFFICES, OFFICES, letters

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
PAGE = '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="851" w:bottom="1134" w:left="1701"{}/>'
STYLES = """
<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/>
<w:sz w:val="28"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"/>
<w:style w:type="paragraph" w:styleId="Spaced"><w:pPr><w:spacing w:before="300"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Heir"><w:basedOn w:val="Spaced"/>
<w:pPr><w:spacing w:after="22"/></w:pPr></w:style>
"""
FULL = 45  # lines of 14 pt on an A4 page with margins of 20 mm: 14570 // 322
LINE = "Короткая строка."
SENTENCE = "Управляющая компания осмотрела кровлю дома и составила акт, копию которого Вы получите с этим письмом. "


def paragraph(text: str = LINE, properties: str = "") -> str:
    return f'<w:p><w:pPr>{properties}</w:pPr><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def docx(*blocks: str, section: str = PAGE.format(""), settings: str = "", **parts: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        body = "".join(blocks) + f"<w:sectPr>{section}</w:sectPr>"
        package.writestr("word/document.xml", f"<w:document {W} {R}><w:body>{body}</w:body></w:document>")
        package.writestr("word/styles.xml", f"<w:styles {W}>{STYLES}</w:styles>")
        package.writestr("word/settings.xml", f"<w:settings {W}>{settings}</w:settings>")
        for name, xml in parts.items():
            package.writestr(f"word/{name}.xml", xml)
        if parts:
            relations = "".join(f'<Relationship Id="{name}" Target="{name}.xml"/>' for name in parts)
            package.writestr("word/_rels/document.xml.rels", f"<Relationships>{relations}</Relationships>")
    return stream.getvalue()


def lines_taken(*blocks: str, **options: str) -> int:
    """Lines of one page that blocks take."""
    pages = estimate(docx(*blocks, **options))
    assert pages.pages == 1
    return FULL - pages.lines_left


def test_a_full_page_has_no_line_left_and_one_line_more_begins_the_second_page():
    full = estimate(docx(*[paragraph()] * FULL))
    assert (full.pages, full.lines_left, full.spills) == (1, 0, None)
    spilled = estimate(docx(*[paragraph()] * FULL, paragraph("Это уже вторая страница.")))
    assert (spilled.pages, spilled.lines_left, spilled.spills) == (2, FULL - 1, "Это уже вторая страница.")


def test_the_spilling_sentence_is_the_one_the_last_page_begins_in():
    text = "".join(f"Предложение номер {number} рассказывает о ходе ремонта кровли. " for number in range(80))
    spills = estimate(docx(*[paragraph()] * 10, paragraph(text))).spills
    assert re.fullmatch(r"Предложение номер \d\d рассказывает о ходе ремонта кровли\.", spills)


def test_a_framed_paragraph_takes_no_room():
    mark = paragraph("Сидорова Анна Игоревна", '<w:framePr w:w="9000" w:y="15788"/>')
    assert lines_taken(paragraph(), mark, paragraph()) == 2


def test_spacing_between_paragraphs_is_the_larger_one_and_styles_inherit_it():
    gap = 'w:lineRule="auto"'
    assert lines_taken(*[paragraph(properties=f'<w:spacing w:after="322" {gap}/>')] * 3) == 5
    heirs = [paragraph(properties='<w:pStyle w:val="Heir"/>')] * 10
    assert lines_taken(*heirs) == -(-(10 * (322 + 300) + 22) // 322)


def test_a_paragraph_that_wants_no_spacing_beside_its_own_style_loses_its_own_spacing_only():
    plain = paragraph(properties='<w:spacing w:after="322"/>')
    shy = paragraph(properties='<w:spacing w:after="322"/><w:contextualSpacing/>')
    assert lines_taken(plain, plain) == lines_taken(plain, shy) == 3
    assert lines_taken(shy, shy) == lines_taken(shy, paragraph()) == 2


def test_fewer_than_two_lines_of_a_paragraph_are_not_left_behind():
    last = estimate(docx(*[paragraph()] * (FULL - 1), paragraph(SENTENCE * 3)))
    assert last.pages == 2
    assert last.spills == SENTENCE.strip()
    loose = estimate(docx(*[paragraph()] * (FULL - 1), paragraph(SENTENCE * 3, '<w:widowControl w:val="0"/>')))
    assert loose.lines_left == last.lines_left + 1


def test_a_paragraph_kept_with_the_signature_moves_with_it():
    closing = paragraph("Мы готовы ответить на вопросы.", "<w:keepNext/>")
    pages = estimate(docx(*[paragraph()] * (FULL - 1), closing, paragraph("Министр")))
    assert (pages.pages, pages.lines_left) == (2, FULL - 2)
    assert pages.spills == "Мы готовы ответить на вопросы."


def test_a_page_break_begins_a_page_without_an_empty_line():
    broken = '<w:p><w:r><w:t>Первая.</w:t><w:br w:type="page"/></w:r></w:p>'
    pages = estimate(docx(broken, paragraph("Вторая.")))
    assert (pages.pages, pages.lines_left, pages.spills) == (2, FULL - 1, "Вторая.")


def test_a_table_row_is_as_high_as_its_highest_cell():
    def cell(*blocks: str) -> str:
        return f'<w:tc><w:tcPr><w:tcW w:w="4677" w:type="dxa"/></w:tcPr>{"".join(blocks)}</w:tc>'

    def table(row: str = "", *cells: str) -> str:
        return f"<w:tbl><w:tblPr/><w:tr>{row}{''.join(cells)}</w:tr></w:tbl>"

    assert lines_taken(paragraph(), table("", cell(*[paragraph()] * 4), cell(paragraph()))) == 1 + 4
    assert lines_taken(paragraph(), table("", cell(paragraph(SENTENCE)), cell(paragraph()))) == 1 + 4
    height = '<w:trPr><w:trHeight w:val="3220" w:hRule="{}"/></w:trPr>'
    assert lines_taken(paragraph(), table(height.format("atLeast"), cell(paragraph()))) == 1 + 10
    assert lines_taken(paragraph(), table(height.format("exact"), cell(*[paragraph()] * 20))) == 1 + 10


def test_a_header_higher_than_the_margin_takes_room_from_the_text():
    header = f"<w:hdr {W}>{paragraph() * 4}</w:hdr>"
    section = '<w:headerReference w:type="default" r:id="header1"/>' + PAGE.format(' w:header="567"')
    taken = 567 + 4 * 322 - 1134
    pages = estimate(docx(paragraph(), section=section, header1=header))
    assert pages.lines_left == (14570 - taken - 322) // 322


def test_justified_lines_are_squeezed_in_a_file_of_word_2013():
    mode = '<w:compat><w:compatSetting w:name="compatibilityMode" w:val="{}"/></w:compat>'
    text = paragraph(
        " ".join(["да"] * 28), '<w:jc w:val="both"/>'
    )  # wider than the line by less than the spaces can give
    old = estimate(docx(text, settings=mode.format(14)))
    new = estimate(docx(text, settings=mode.format(15)))
    assert new.lines_left == old.lines_left + 1
    assert estimate(docx(text, settings=mode.format(15)), squeezes=False) == old


def test_measures_with_units_count_and_nonsense_counts_as_nothing():
    spaced = '<w:spacing w:before="{}"/>'
    assert lines_taken(paragraph(), paragraph(properties=spaced.format("32.2pt"))) == 4
    assert lines_taken(paragraph(), paragraph(properties=spaced.format("много"))) == 2


def test_a_file_that_is_not_a_word_document_is_refused_in_russian():
    with pytest.raises(CannotRun, match="не документ Word"):
        estimate(b"not a zip")
    stream = io.BytesIO()
    zipfile.ZipFile(stream, "w").close()
    with pytest.raises(CannotRun, match="не документ Word"):
        estimate(stream.getvalue())


# Letters near the end of a page, on the real letterheads, against the real LibreOffice.

WORDS = (
    "Министерство рассмотрело Ваше обращение о ремонте кровли многоквартирного дома № 5 по улице Ленина и сообщает: "
    "осмотр северо-восточной стены проведён 12 ноября 2026 г., акт размещён на странице "
    "https://www.example.ru/remont/akty?dom=5, вопросы принимает «горячая линия» 8-800-000-00-00 (звонок бесплатный). "
    "Работы в 2026–2027 годах оплатит фонд капитального ремонта и/или управляющая компания – по решению собрания. "
).split()


def letter(letterhead: str, *, large_print: bool, words: int, attachments: tuple[str, ...]) -> Letter:
    text = [WORDS[number % len(WORDS)] for number in range(words)]
    paragraphs = tuple(" ".join(text[start : start + 57]) for start in range(0, words, 57))
    authority = authorities.all_authorities()[authorities.default_slug()]
    return Letter(
        answer="will_be_solved",
        authority=authority.slug,
        letterhead=letterhead,
        date="______________",
        reference_number="5-1187/26",
        reference_date="02.11.2026",
        restriction=(),
        addressee=("Ковальчук Марии Петровне", "ул. Ленина, д. 5, кв. 12,", "г. Южно-Сахалинск, 693000"),
        heading="О ремонте кровли",
        greeting="Уважаемая Мария Петровна!",
        text=paragraphs,
        closing=("Если останутся вопросы, позвоните: Сидорова Анна Игоревна, 8 (4242) 67-00-00.",),
        survey_url="https://www.example.ru/opros",
        attachments=attachments,
        signatory_position=("Министр строительства", "Сахалинской области"),
        signatory_name="А. В. Образцов",
        executor_mark=("Сидорова Анна Игоревна", "8 (4242) 67-00-00"),
        large_print=large_print,
        requisites=authority.requisites,
    )


@pytest.fixture(scope="module")
def letters_near_the_end_of_a_page() -> list[bytes]:
    """For each letterhead and print: six letters from two lines before the second page to two lines into it."""
    letters = []
    for kind in ("corner", "longitudinal"):
        letterhead = authorities.letterhead(authorities.default_slug(), kind)
        for large_print, attachments in ((False, ()), (True, ("Приложение: копия акта на 3 л. в 1 экз.",))):
            made = [
                render(letter(kind, large_print=large_print, words=words, attachments=attachments), letterhead)
                for words in range(60, 400)
            ]
            first = next(number for number, content in enumerate(made) if estimate(content).pages == 2)
            letters += [made[first + more] for more in (-16, -8, -1, 0, 7, 15)]
    return letters


def libreoffice_version() -> tuple[int, ...]:
    program = shutil.which("soffice")
    assert program, "LibreOffice is missing: make system installs it"
    said = subprocess.run([program, "--version"], check=True, capture_output=True, text=True, timeout=60).stdout
    return tuple(int(number) for number in re.search(r"(\d+)\.(\d+)", said).groups())


def test_letters_near_the_end_of_a_page_take_as_many_pages_as_in_libreoffice(
    letters_near_the_end_of_a_page, soffice, page_count, tmp_path
):
    files = []
    for number, content in enumerate(letters_near_the_end_of_a_page):
        files.append(tmp_path / f"letter{number:02}.docx")
        files[-1].write_bytes(content)
    real = [page_count(pdf) for pdf in soffice(files)]
    squeezes = None if libreoffice_version() >= (24, 2) else False  # older ones never squeeze spaces
    told = [estimate(content, squeezes=squeezes).pages for content in letters_near_the_end_of_a_page]
    assert len(told) == 24
    assert set(real) == {1, 2}
    assert told == real


def test_foreign_letters_near_the_end_of_a_page_take_as_many_pages_as_in_libreoffice():
    """Letterheads that are not ours; `make bench` measures hundreds of such letters."""
    offices = [*OFFICES, *KEPT_OFFICES, *LAST_OFFICES]
    made = [*letters(list(KINDS), 5 * len(KINDS), seed=7), *letters(offices, 2 * len(offices), seed=8)]
    told = [estimate(letter.docx, squeezes=False) for letter in made]
    real = measure([letter.docx for letter in made])
    assert len(set(real)) > 1
    wrong = [
        (letter.kind, letter.look)
        for letter, one, other in zip(made, told, real, strict=True)
        if one.pages != other and not one.not_followed
    ]
    assert wrong == []


# Files made to keep the program busy.

SIZES = "".join(f'<w:r><w:rPr><w:sz w:val="{20 + n}"/></w:rPr><w:t>слово{n}</w:t></w:r>' for n in range(10_000))
LONG_WORD = "".join(Random(59).choices("абвгдежзиклмнопрстуфхцчшщэюя", k=500_000))
NOTE = '<w:r><w:footnoteReference w:id="1"/></w:r>'

MOST_STEPS = 20_000_000  # calls and returns; half as many again as the hardest of these files needs: a second or so


@contextmanager
def few_steps() -> Iterator[None]:
    """Counts the work instead of its time, which depends on what else the machine does."""
    steps = count(1)

    def step(*_: object) -> None:
        assert next(steps) < MOST_STEPS, "far more work than the size of the file asks for"

    sys.setprofile(step)
    try:
        yield
    finally:
        sys.setprofile(None)


@pytest.mark.parametrize(
    ("blocks", "footnotes", "refused"),
    [
        pytest.param("<w:p/>" * 600_000, "", True, id="600 000 paragraphs"),
        pytest.param("".join(paragraph(f"{n}") for n in range(40_000)), "", True, id="40 000 different paragraphs"),
        pytest.param(paragraph(LONG_WORD), "", False, id="a word of 1 MB"),
        pytest.param(paragraph("кое-кто" * 60_000), "", False, id="a word of many pieces"),
        pytest.param(paragraph("слово " * 200_000), "", True, id="hundreds of pages"),
        pytest.param(f"<w:p>{SIZES}</w:p>", "", False, id="every size"),
        pytest.param(
            f"<w:p>{NOTE}</w:p>", f'<w:footnote w:id="1"><w:p>{NOTE}</w:p></w:footnote>', False, id="own note"
        ),
        pytest.param("<w:tbl><w:tr><w:tc>" * 60 + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 60, "", False, id="nested"),
    ],
)
def test_a_file_made_to_keep_the_program_busy_is_told_or_refused_in_few_steps(blocks, footnotes, refused):
    parts = {"footnotes": f"<w:footnotes {W}>{footnotes}</w:footnotes>"} if footnotes else {}
    content = docx(blocks, **parts)
    with few_steps():
        if refused:
            with pytest.raises(CannotRun, match="слишком велик для письма"):
                estimate(content)
        else:
            assert estimate(content).pages >= 1


def test_a_broken_file_is_named():
    with pytest.raises(CannotRun, match=r"^Файл «а\.docx» – не документ Word"):
        estimate(b"not a zip", name="Файл «а.docx»")


# What of a Word file the estimate follows: each of these would change the length if it were passed over.


def test_numbers_of_a_list_take_room_in_their_lines():
    numbering = (
        f'<w:numbering {W}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        '<w:numFmt w:val="decimal"/><w:lvlText w:val="Пункт %1 большого плана работ:"/><w:suff w:val="space"/></w:lvl>'
        "</w:abstractNum>"
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )
    item = paragraph(
        "осмотреть кровлю и чердак многоквартирного дома по улице",
        '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>',
    )
    assert lines_taken(item, item) == 2
    assert lines_taken(item, item, numbering=numbering) == 4


def test_a_footnote_takes_room_on_its_page():
    note = f'<w:footnotes {W}><w:footnote w:id="1">{paragraph(SENTENCE)}</w:footnote></w:footnotes>'
    marked = paragraph().replace("</w:p>", f"{NOTE}</w:p>")
    assert lines_taken(marked) == 1
    assert lines_taken(marked, footnotes=note) == 4  # its two lines, and a part of one for the rule above


def test_letter_spacing_and_theme_fonts_change_the_width():
    narrow = f"<w:p><w:r><w:t>{SENTENCE * 5}</w:t></w:r></w:p>"
    spaced = narrow.replace("<w:r>", '<w:r><w:rPr><w:spacing w:val="60"/></w:rPr>')
    assert lines_taken(spaced) > lines_taken(narrow)
    calibri = narrow.replace("<w:r>", '<w:r><w:rPr><w:rFonts w:hAnsi="Calibri"/></w:rPr>')
    assert estimate(docx(calibri)).not_followed == ()


def test_a_section_begins_a_page_unless_it_goes_on():
    first = f"<w:p><w:pPr><w:sectPr>{PAGE.format('')}</w:sectPr></w:pPr></w:p>"
    assert estimate(docx(paragraph(), first, paragraph())).pages == 2
    goes_on = '<w:type w:val="continuous"/>' + PAGE.format("")
    assert estimate(docx(paragraph(), first, paragraph(), section=goes_on)).pages == 1


def test_a_signature_alone_on_the_last_page_is_told():
    signature = paragraph("Министр строительства А. В. Образцов")
    alone = estimate(docx(*[paragraph()] * FULL, signature))
    assert (alone.pages, alone.alone) == (2, "signature")
    assert estimate(docx(*[paragraph()] * (FULL - 1), paragraph(SENTENCE * 3), signature)).alone == ""
    assert estimate(docx(paragraph(), signature)).alone == ""
