import dataclasses
from datetime import date

from answer_builder.letter.case import read_case
from answer_builder.letter.compose import compose
from answer_builder.letter.example_case import example_case
from answer_builder.model import Finding
from web.marking import Piece, marked_lines

LETTER = dataclasses.replace(
    compose(read_case(example_case("solved"), today=date(2026, 11, 22))),
    greeting="Раз два!",
    text=("три четыре пять",),
    closing=("шесть",),
    attachments=(),
)


def finding(words):
    start = LETTER.prose.index(words)
    return Finding("r", "jargon", "warning", "", "", "", start, start + len(words), words)


def test_without_findings_a_line_is_one_piece():
    assert marked_lines(LETTER, []) == [[Piece("Раз два!")], [Piece("три четыре пять")], [Piece("шесть")]]


def test_words_are_cut_out_with_the_number_of_their_finding():
    lines = marked_lines(LETTER, [finding("четыре"), finding("шесть")])
    assert lines[1] == [Piece("три "), Piece("четыре", 1, "warning"), Piece(" пять")]
    assert lines[2] == [Piece("шесть", 2, "warning")]


def test_of_findings_that_overlap_the_first_keeps_its_words():
    lines = marked_lines(LETTER, [finding("три четыре"), finding("четыре пять")])
    assert "".join(piece.text for piece in lines[1]) == "три четыре пять"
    assert [(piece.text, piece.number) for piece in lines[1]] == [("три четыре", 1), (" пять", 2)]
