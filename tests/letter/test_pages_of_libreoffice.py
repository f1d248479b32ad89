"""Habits of LibreOffice with empty paragraphs, spacing, sections and tables, each seen in its own PDF."""

import pytest

from answer_builder.letter.pages import estimate
from benchmarks.foreign_letters.word_xml import packed, paragraph, section, settings, table

PAGE = section((1134, 851, 1134, 1701))
SERIF = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/><w:sz w:val="28"/>'
STYLES = f"<w:docDefaults><w:rPrDefault><w:rPr>{SERIF}</w:rPr></w:rPrDefault></w:docDefaults>"
LINE, FULL = 322, 14570  # twips
TEXT = paragraph("текст")
SMALL_MARK = '<w:p><w:pPr><w:rPr><w:sz w:val="4"/></w:rPr></w:pPr></w:p>'
EMPTY = "<w:p/>"


def room_taken(
    blocks: str, *, before: str = "", page: str = PAGE, own_settings: str | None = None, **parts: str
) -> int:
    """Twips the blocks take: a filler of an exact height grows until they do not fit on the page."""
    said = {} if own_settings == "" else {"settings": own_settings or settings(14)}

    def pages(height: int) -> int:
        filler = paragraph("текст", f'<w:spacing w:line="{height}" w:lineRule="exact"/>')
        return estimate(packed(before + filler + blocks + page, styles=STYLES, **said, **parts)).pages

    fits, spills = 1, FULL
    while spills - fits > 1:
        middle = (fits + spills) // 2
        fits, spills = (middle, spills) if pages(middle) == 1 else (fits, middle)
    return FULL - fits


def cell(*blocks: str, margin: int = 108) -> str:
    margins = (
        f'<w:tblCellMar><w:left w:w="{margin}" w:type="dxa"/><w:right w:w="{margin}" w:type="dxa"/></w:tblCellMar>'
    )
    return table([["".join(blocks)]], [9355]).replace("</w:tblPr>", f"{margins}</w:tblPr>")


def test_an_empty_paragraph_is_as_high_as_its_mark_but_the_last_one_as_its_style():
    assert room_taken(SMALL_MARK + TEXT) == 46 + LINE
    assert room_taken(TEXT + SMALL_MARK) == 2 * LINE


def test_the_empty_paragraph_after_a_table_that_ends_a_cell_is_hidden():
    inner = table([[TEXT]], [4000])
    assert room_taken(cell(inner, EMPTY) + TEXT) == 2 * LINE + 1
    assert room_taken(cell(inner, EMPTY, EMPTY) + TEXT) == 4 * LINE
    assert room_taken(cell(TEXT, EMPTY) + TEXT) == 3 * LINE


@pytest.mark.parametrize(
    ("own_settings", "gap"),
    [
        (settings(14), 160),
        ("<w:compat><w:doNotUseHTMLParagraphAutoSpacing/></w:compat>", 280),
        ('<w:compat><w:doNotUseHTMLParagraphAutoSpacing w:val="0"/></w:compat>', 160),
        ("", 280),  # no settings at all
    ],
)
def test_spacing_after_and_before_is_added_in_old_files_and_in_those_without_settings(own_settings, gap):
    spaced = paragraph("текст", '<w:spacing w:before="120" w:after="160"/>')
    assert room_taken(spaced * 2, own_settings=own_settings) == 120 + LINE + gap + LINE


def test_where_spacing_is_added_a_paragraph_that_wants_none_loses_it_beside_its_like_only():
    shy = paragraph("текст", '<w:spacing w:before="120" w:after="160"/><w:contextualSpacing/>')
    after = paragraph("текст", '<w:spacing w:after="160"/>')
    assert room_taken(shy * 3, own_settings="") == 120 + 3 * LINE
    assert room_taken(after + shy, own_settings="") == 2 * LINE + 280


def ended(page: str, *, kind: str = "") -> str:
    """An empty paragraph that ends a section."""
    kind = f'<w:type w:val="{kind}"/>' if kind else ""
    return f"<w:p><w:pPr>{page.replace('<w:pgSz', kind + '<w:pgSz')}</w:pPr></w:p>"


CONTINUOUS = PAGE.replace("<w:pgSz", '<w:type w:val="continuous"/><w:pgSz')


def test_an_empty_paragraph_that_ends_a_section_takes_no_room_after_text():
    assert room_taken(TEXT + ended(PAGE) + TEXT, page=CONTINUOUS) == 2 * LINE
    assert room_taken(TEXT + ended(PAGE) + ended(PAGE, kind="continuous") + TEXT, page=CONTINUOUS) == 3 * LINE
    assert room_taken(ended(PAGE) + TEXT, before=cell(TEXT), page=CONTINUOUS) == 3 * LINE


def test_a_section_that_goes_on_keeps_the_margins_of_the_page():
    wide = section((1134, 567, 1134, 1134))
    words = paragraph("слово " * 13)  # one line of the wider column
    assert room_taken(words + ended(wide) + words, page=CONTINUOUS) == 2 * LINE
    assert room_taken(words * 2) == 4 * LINE


def test_tables_with_nothing_between_them_look_as_the_last_one_says():
    words = paragraph("слово " * 12 + "мы")  # one line when the cell has no margins
    assert room_taken(cell(words, margin=0) + TEXT) == 2 * LINE
    assert room_taken(cell(words, margin=0) + cell(TEXT) + TEXT) == 4 * LINE


def test_the_number_of_a_footnote_is_as_high_as_the_style_says():
    mark = '<w:r><w:rPr><w:sz w:val="20"/></w:rPr><w:footnoteRef/></w:r>'
    small = '<w:r><w:rPr><w:sz w:val="20"/></w:rPr><w:t>примечание</w:t></w:r>'
    call = '<w:p><w:r><w:t>текст</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r></w:p>'

    def taken(*inside: str) -> int:
        return room_taken(call, footnotes=f'<w:footnote w:id="1"><w:p>{"".join(inside)}</w:p></w:footnote>')

    assert taken(mark, small) - taken(small) == LINE - 231
