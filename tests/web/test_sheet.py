import dataclasses
from datetime import date
from functools import cache

import pytest

from answer_builder.letter.example_case import example_case
from answer_builder.model import Finding, PageEstimate
from answer_builder.one_letter import make_letter
from web.sheet import lay_out


@cache
def made():
    """The example of `solved`, its prose replaced by a few words."""
    real = make_letter(example_case("solved"), today=date(2026, 11, 22))
    few = {"greeting": "Раз два!", "text": ("три четыре пять",), "closing": ("шесть",), "attachments": ("семь",)}
    return dataclasses.replace(real, letter=dataclasses.replace(real.letter, **few))


def finding(words, level="warning", **changes):
    start = made().letter.prose.index(words)
    return Finding("r", "jargon", level, "", "", "", start, start + len(words), words, **changes)


def sheet(*findings, spills=None):
    pages = PageEstimate(2 if spills else 1, 7, spills)
    return lay_out(dataclasses.replace(made(), findings=findings, pages=pages))


def pieces(paragraph):
    return [(piece.text, piece.level, piece.ending) for piece in paragraph]


def test_without_findings_every_paragraph_is_one_piece_in_its_own_part():
    plain = sheet()
    assert pieces(plain.greeting) == [("Раз два!", None, ())]
    assert [pieces(paragraph) for paragraph in plain.text] == [[("три четыре пять", None, ())]]
    assert [pieces(paragraph) for paragraph in plain.closing] == [[("шесть", None, ())]]
    assert [pieces(paragraph) for paragraph in plain.attachments] == [[("семь", None, ())]]


def test_a_finding_stands_on_its_words_with_its_number():
    marked = sheet(finding("четыре"), finding("шесть", "error"))
    assert pieces(marked.text[0]) == [("три ", None, ()), ("четыре", "warning", (1,)), (" пять", None, ())]
    assert pieces(marked.closing[0]) == [("шесть", "error", (2,))]


def test_where_findings_overlap_the_worse_colours_the_words():
    marked = sheet(finding("три четыре", "info"), finding("четыре пять", "error"))
    assert pieces(marked.text[0]) == [
        ("три ", "info", ()),
        ("четыре", "error", (1,)),
        (" пять", "error", (2,)),
    ]


def test_a_finding_without_words_is_listed_and_marks_nothing():
    whole = Finding("length.pages", "length", "info", "Страниц: 3", "", "", 0, 0, "")
    marked = sheet(whole)
    assert marked.findings == ((1, whole),)
    assert pieces(marked.greeting) == [("Раз два!", None, ())]


def test_a_suppressed_finding_is_not_shown():
    assert sheet(finding("четыре", suppressed=True)).findings == ()


@pytest.mark.parametrize(
    ("spills", "place"),
    [
        # с начала абзаца и с середины
        ("шесть", [None, None, 2, None]),
        ("пять", [None, 2, None, None]),
        # подпись в тексте не стоит
        ("Министр", [None, None, None, None]),
    ],
)
def test_the_last_page_begins_at_its_words(spills, place):
    cut = sheet(spills=spills)
    paragraphs = [cut.greeting, *cut.text, *cut.closing, *cut.attachments]
    assert [next((p.begins_page for p in paragraph if p.begins_page), None) for paragraph in paragraphs] == place


def test_the_pieces_put_together_are_the_letter():
    marked = lay_out(
        make_letter(example_case("cannot") | {"body": ["Вопрос взят на контроль."]}, today=date(2026, 11, 22))
    )
    paragraphs = [marked.greeting, *marked.text, *marked.closing, *marked.attachments]
    assert marked.findings
    assert "\n".join("".join(p.text for p in paragraph) for paragraph in paragraphs) == marked.letter.prose


def test_the_ease_of_reading_is_told_for_sentences_only():
    assert sheet().ease == ""
    real = make_letter(example_case("solved"), today=date(2026, 11, 22))
    assert lay_out(real).ease.startswith(("легко (", "средне ("))
