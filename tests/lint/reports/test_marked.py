"""Where words are underlined: overlapping, nested, adjoining and many-line findings."""

from hypothesis import given
from hypothesis import strategies as st

from answer_builder.lint.reports.marked import paragraphs
from answer_builder.model import Finding


def finding(text, start, end, level="warning"):
    return Finding("a.b", "jargon", level, "", "", "", start, end, text[start:end])


def marked(text, *findings):
    return list(paragraphs(text, list(enumerate(findings, 1))))


def test_words_inside_a_longer_remark_keep_their_own_level():
    text = "Мы в целях ремонта пишем."
    (only,) = marked(text, finding(text, 0, 25, "error"), finding(text, 3, 10, "info"))
    assert [(piece.text, piece.level, piece.ending) for piece in only.pieces] == [
        ("Мы ", "error", ()),
        ("в целях", "info", (2,)),
        (" ремонта пишем.", "error", (1,)),
    ]


def test_remarks_that_overlap_both_begin_and_end():
    text = "взять вопрос на контроль"
    (only,) = marked(text, finding(text, 0, 12), finding(text, 6, 24, "error"))
    assert [piece.beginning for piece in only.pieces] == [(1,), (2,), ()]
    assert [piece.ending for piece in only.pieces] == [(), (1,), (2,)]


def test_remarks_that_begin_together_keep_their_order():
    text = "В целях ремонта пишем."
    (only,) = marked(text, finding(text, 0, 22), finding(text, 0, 7))
    assert [number for number, _ in only.findings] == [1, 2]
    assert only.pieces[0].beginning == (1, 2)


def test_a_remark_on_a_line_end_has_its_number_and_nothing_underlined():
    text = "Первый абзац\nВторой"
    first, _ = marked(text, finding(text, 12, 13))
    assert [(piece.text, piece.level, piece.ending) for piece in first.pieces] == [
        ("Первый абзац", None, ()),
        ("", None, (1,)),
    ]


def test_a_remark_that_ends_in_an_empty_line_ends_with_its_last_word():
    text = "Первый абзац\n "
    (only,) = marked(text, finding(text, 7, 14))
    assert [(piece.text, piece.ending) for piece in only.pieces] == [("Первый ", ()), ("абзац", (1,))]


def test_a_remark_on_two_paragraphs_is_told_beside_the_first():
    text = "Первый абзац\n\nВторой абзац"
    first, second = marked(text, finding(text, 7, 20))
    assert (first.number, second.number) == (1, 3)
    assert (len(first.findings), len(second.findings)) == (1, 0)
    assert [piece.text for piece in second.pieces if piece.level] == ["Второй"]
    assert second.pieces[0].ending == (1,)


@st.composite
def texts_with_findings(draw):
    text = draw(st.text("аб \n😀", min_size=1, max_size=60))
    spans = draw(st.lists(st.tuples(st.integers(0, len(text) - 1), st.integers(1, 20)), max_size=8))
    found = [finding(text, start, min(start + length, len(text))) for start, length in spans]
    return text, sorted(found, key=lambda one: (one.start, -one.end))


@given(texts_with_findings())
def test_no_letter_is_lost_and_every_remark_stands_beside_one_paragraph(made):
    text, findings = made
    shown = marked(text, *findings)
    lines = text.split("\n")
    for paragraph in shown:
        assert "".join(piece.text for piece in paragraph.pieces) == lines[paragraph.number - 1]
    assert [line for line in lines if line.strip()] == [
        lines[paragraph.number - 1] for paragraph in shown if lines[paragraph.number - 1].strip()
    ]
    beside = [number for paragraph in shown for number, _ in paragraph.findings]
    assert sorted(beside) == list(range(1, len(findings) + 1))
    pieces = [piece for paragraph in shown for piece in paragraph.pieces]
    for numbers in ([piece.beginning for piece in pieces], [piece.ending for piece in pieces]):
        assert sorted(number for some in numbers for number in some) == sorted(beside)
