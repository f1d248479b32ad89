"""A table row that the end of a page divides: what LibreOffice does with every line was seen in its own PDF."""

from answer_builder.letter.pages import estimate
from answer_builder.model import PageEstimate
from benchmarks.foreign_letters.word_xml import packed, paragraph, section, settings, table

PAGE = section((1134, 851, 1134, 1701))
SERIF = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/><w:sz w:val="28"/>'
LINE = 322  # twips of a line of 14 pt
FULL = 14570  # twips for text on a page


AFTER = paragraph("после", "", SERIF)


def lines(count: int, properties: str = "") -> str:
    return paragraph("\n".join(f"строка {number}" for number in range(count)), properties, SERIF)


def told(left: int, block: str) -> PageEstimate:
    """The estimate of a page filled up to `left` twips, then the block and two lines."""
    filler = paragraph("текст", f'<w:spacing w:line="{FULL - left}" w:lineRule="exact"/>', SERIF)
    return estimate(packed(filler + block + 2 * AFTER + PAGE, settings=settings(14)))


def row(*cells: str, look: str = "") -> str:
    made = table([list(cells)], [9000 // len(cells)] * len(cells))
    return made.replace("<w:tr>", f"<w:tr><w:trPr>{look}</w:trPr>") if look else made


def left_of(pages: PageEstimate) -> int:
    assert pages.pages == 2
    return pages.lines_left + 2


def test_lines_that_fit_stay_and_the_page_goes_on_with_the_rest():
    divided = told(3 * LINE, row(lines(5)))
    assert left_of(divided) == FULL // LINE - 2
    assert divided.spills.startswith("строка 0")  # five lines are one sentence


def test_widows_and_orphans_do_not_count_in_a_cell():
    assert left_of(told(LINE, row(lines(3)))) == FULL // LINE - 2


def test_a_row_moves_whole_when_a_cell_would_have_no_line_on_the_first_page():
    high = paragraph("КРУПНО", "", SERIF.replace("28", "60"))
    assert left_of(told(LINE + 200, row(high, lines(5)))) == (FULL - 5 * LINE) // LINE


def test_every_cell_goes_on_by_itself():
    assert left_of(told(3 * LINE, row(lines(2), lines(5)))) == (FULL - 2 * LINE) // LINE
    assert left_of(told(3 * LINE, row(lines(7), lines(5)))) == (FULL - 4 * LINE) // LINE


def test_a_row_that_is_only_asked_to_be_high_or_whole_is_not_divided():
    asked = '<w:trHeight w:val="2000"{}/>'
    whole = (FULL - 2000) // LINE
    assert left_of(told(1200, row(lines(3), look=asked.format("")))) == whole
    assert left_of(told(1200, row(lines(3), look=asked.format(' w:hRule="exact"')))) == whole
    assert left_of(told(2 * LINE, row(lines(3), look="<w:cantSplit/>"))) == FULL // LINE - 3


def test_what_is_left_of_an_asked_height_goes_on():
    assert left_of(told(2 * LINE + 56, row(lines(3), look='<w:trHeight w:val="2000"/>'))) == (FULL - 1300) // LINE


def test_spacing_after_a_paragraph_needs_room_too_and_spacing_before_it_is_kept_on_the_next_page():
    after = lines(2, '<w:spacing w:after="200"/>') + lines(2)
    assert left_of(told(2 * LINE + 56, row(after))) == (FULL - 3 * LINE - 200) // LINE
    before = lines(2) + lines(2, '<w:spacing w:before="300"/>')
    assert left_of(told(2 * LINE + 56, row(before))) == (FULL - 2 * LINE - 300) // LINE


def test_a_row_higher_than_a_page_takes_as_many_as_it_needs():
    assert told(LINE, row(lines(100))).pages == 4
