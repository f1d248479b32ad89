"""The mark in print: letters of every awkward length, converted by the real LibreOffice."""

import dataclasses
import io
import zipfile
from datetime import date

import pytest
from lxml import etree

from answer_builder import authorities
from answer_builder.errors import BrokenContent, Refused
from answer_builder.letter.case import read_case
from answer_builder.letter.compose import compose
from answer_builder.letter.example_case import example_case
from answer_builder.letter.executor_mark import Letterhead, place_mark, prepare
from answer_builder.letter.pages import estimate
from answer_builder.letter.render import render

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
A4_HEIGHT = 841.9  # points
BOTTOM_MARGIN = 56.7
EDGE = 17  # points, 6 mm
NAME, PHONE = "Сидорова Анна Игоревна", "8 (4242) 60-00-18"
LAST_WORDS = "Если у Вас останутся вопросы"
LETTERHEADS = ("corner", "longitudinal")


def letter_of(lines: int, kind: str, **changes):
    """A letter whose text is one sentence a line, so that its length is exact."""
    letter = compose(read_case(example_case("solved") | {"letterhead": kind}, today=date(2026, 11, 22)))
    return dataclasses.replace(letter, text=tuple(f"Строка {n}." for n in range(1, lines + 1)), **changes)


def docx_of(letter) -> bytes:
    return render(letter, authorities.letterhead(letter.authority, letter.letterhead))


def lines_that_fill(kind: str, pages: int) -> int:
    """The most lines of text with which the letter still has so many pages."""
    lines = 1
    while estimate(docx_of(letter_of(lines + 1, kind))).pages <= pages:
        lines += 1
    return lines


def awkward_lengths(kind: str) -> dict[str, int]:
    one, two = lines_that_fill(kind, 1), lines_that_fill(kind, 2)
    return {
        "short": 3,
        **{f"{left} lines before full": one - left for left in (4, 3, 2)},
        "1 line before full": one - 1,
        "exactly full": one,
        "just spilled": one + 1,
        "half of page 2": (one + two) // 2,
        "page 2, 3 lines before full": two - 3,
        "page 2, 1 line before full": two - 1,
        "page 2 full": two,
    }


def without_mark(docx: bytes) -> bytes:
    """The same letter with the paragraph of the mark taken out."""
    source, target = zipfile.ZipFile(io.BytesIO(docx)), io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name in source.namelist():
            content = source.read(name)
            if name == "word/document.xml":
                root = etree.fromstring(content)
                for frame in list(root.iter(f"{W}framePr")):
                    paragraph = frame.getparent().getparent()
                    paragraph.getparent().remove(paragraph)
                content = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
            package.writestr(name, content)
    return target.getvalue()


@pytest.fixture(scope="module")
def printed(soffice, tmp_path_factory):
    """(letterhead, case) → (PDF with the mark, PDF without it)."""
    folder = tmp_path_factory.mktemp("marks")
    keys, files = [], []
    for kind in LETTERHEADS:
        for number, (case, lines) in enumerate(awkward_lengths(kind).items()):
            docx = docx_of(letter_of(lines, kind))
            for suffix, content in (("with", docx), ("without", without_mark(docx))):
                file = folder / f"{kind}-{number}-{suffix}.docx"
                file.write_bytes(content)
                files.append(file)
            keys.append((kind, case))
    pdfs = soffice(files)
    return dict(zip(keys, zip(pdfs[::2], pdfs[1::2], strict=True), strict=True))


CASES = [
    "short",
    "4 lines before full",
    "3 lines before full",
    "2 lines before full",
    "1 line before full",
    "exactly full",
    "just spilled",
    "half of page 2",
    "page 2, 3 lines before full",
    "page 2, 1 line before full",
    "page 2 full",
]


@pytest.mark.parametrize("kind", LETTERHEADS)
@pytest.mark.parametrize("case", CASES)
def test_mark_is_bottom_left_of_the_last_page_and_moves_nothing(printed, pdf_lines, page_count, kind, case):
    with_mark, without = printed[kind, case]
    pages = page_count(with_mark)
    assert pages == page_count(without), "the mark changed the number of pages"
    lines = pdf_lines(with_mark)
    mark = [line for line in lines if NAME in line.text and line.top > A4_HEIGHT - BOTTOM_MARGIN - 3]
    phone = [line for line in lines if PHONE in line.text and line.top > A4_HEIGHT - BOTTOM_MARGIN - 3]
    assert len(mark) == len(phone) == 1
    assert mark[0].page == phone[0].page == pages, "the mark is not on the last page"
    assert mark[0].left == pytest.approx(85, abs=2), "the mark does not begin at the left margin"
    assert mark[0].bottom <= phone[0].top + 2, "the mark is not two lines"
    assert phone[0].bottom <= A4_HEIGHT - EDGE, "the mark is too close to the edge of the paper"
    others = [line for line in lines if line.page == pages and line not in (mark[0], phone[0])]
    assert all(line.bottom <= mark[0].top + 1 for line in others), "the mark overlaps the letter"


@pytest.mark.parametrize("kind", LETTERHEADS)
@pytest.mark.parametrize("case", CASES)
def test_signature_is_never_alone_on_a_page(printed, pdf_lines, kind, case):
    lines = pdf_lines(printed[kind, case][0])
    (signature,) = [line for line in lines if "Верхотуров" in line.text]
    above = [line.text for line in lines if line.page == signature.page and line.top < signature.top]
    assert any(LAST_WORDS in text for text in above)


@pytest.fixture(scope="module")
def ordinary(soffice, tmp_path_factory):
    """Ordinary letters around the end of a page: each letterhead, position of two lines, 0–3 attachments."""
    folder = tmp_path_factory.mktemp("ordinary")
    files = []
    for kind in LETTERHEADS:
        for signatory in ("minister", "first_deputy"):
            for attachments in (0, 1, 3):
                for paragraphs in range(6, 17, 2):
                    raw = example_case("will_be_solved") | {"letterhead": kind, "signatory": signatory}
                    raw |= {"body": ["Абзац о ходе работ."] * paragraphs}
                    raw |= {"attachments": [f"акт № {n} на 1 л. в 1 экз." for n in range(1, attachments + 1)]}
                    file = folder / f"{kind}-{signatory}-{attachments}-{paragraphs}.docx"
                    file.write_bytes(docx_of(compose(read_case(raw, today=date(2026, 11, 22)))))
                    files.append(file)
    return soffice(files)


def test_in_ordinary_letters_the_signature_is_whole_in_company_and_above_the_mark(ordinary, pdf_lines, page_count):
    wrong, pages = [], set()
    for pdf in ordinary:
        lines, last = pdf_lines(pdf), page_count(pdf)
        pages.add(last)
        position = next(line for line in lines if line.text.startswith(("Министр", "Первый")))
        name = next(line for line in lines if "Верхотуров" in line.text or "Лаврентьева" in line.text)
        above = [line for line in lines if line.page == name.page and line.top < position.top and line.text != "2"]
        mark = next(line for line in lines if NAME in line.text and line.top > A4_HEIGHT - BOTTOM_MARGIN - 3)
        in_company = any(LAST_WORDS in line.text or "акт №" in line.text for line in above)
        if not (position.page == name.page == mark.page == last and in_company):
            wrong.append(pdf.stem)
    assert pages == {1, 2}
    assert wrong == []


def test_the_awkward_lengths_really_stand_on_both_sides_of_a_page_end(printed, page_count):
    for kind in LETTERHEADS:
        pages = [page_count(printed[kind, case][0]) for case in CASES]
        assert pages == [1] * 6 + [2] * 5, kind


class TestPlace:
    letterhead = Letterhead(template=b"", page_height=16838, bottom_margin=1134, mark_width=9000, mark_size=20)

    def test_two_lines_stand_just_under_the_text_area_at_10_points(self):
        mark = place_mark((NAME, PHONE), self.letterhead)
        assert (mark.y, mark.size) == (15788, 20)

    def test_a_line_that_wraps_makes_the_mark_smaller(self):
        long = NAME + ", главный консультант отдела капитального строительства, ремонта и переселения" * 2
        assert place_mark((long, PHONE), self.letterhead).size < 20

    def test_large_print_starts_from_a_larger_size_and_shrinks_the_same_way(self):
        large = dataclasses.replace(self.letterhead, mark_size=23)
        assert place_mark((NAME, PHONE), large).size == 23
        assert (
            place_mark((NAME + ", начальник отдела капитального строительства и ремонта жилья", PHONE), large).size
            == 20
        )

    def test_a_mark_that_cannot_fit_is_refused(self):
        with pytest.raises(Refused, match="не помещается"):
            place_mark(("слово " * 200, PHONE), self.letterhead)

    def test_a_wider_margin_moves_the_mark_up(self):
        wide = dataclasses.replace(self.letterhead, bottom_margin=1417)
        assert place_mark((NAME, PHONE), wide).y == 16838 - 1417 + 84


def test_a_letterhead_without_the_frame_is_named():
    docx = without_mark(authorities.letterhead("sakhalin_minstroy", "corner"))
    with pytest.raises(BrokenContent, match="отметки об исполнителе"):
        prepare(docx, large_print=False)


def test_large_print_is_16_points():
    prepared = prepare(authorities.letterhead("sakhalin_minstroy", "corner"), large_print=True)
    styles = etree.fromstring(zipfile.ZipFile(io.BytesIO(prepared.template)).read("word/styles.xml"))
    assert styles.find(f"{W}docDefaults//{W}sz").get(f"{W}val") == "32"
    assert prepared.mark_size == 23  # 10 pt grows with the rest
