"""`build` and `pages` on a letter that is longer than wished: the advice as people and programs read it."""

import json
import tomllib

import pytest


@pytest.fixture
def long_case(example):
    """The shipped example with so many own paragraphs."""
    raw = tomllib.loads(example("solved").read_text(encoding="utf-8"))

    def make(paragraphs):
        body = [
            f"Следить за работами можно на сайте управляющей организации, там есть новые фотографии, часть {number}."
            for number in range(paragraphs)
        ]
        return json.dumps(raw | {"body": body}, ensure_ascii=False, default=str)

    return make


def plain(text):
    return text.replace("\N{NO-BREAK SPACE}", " ")


def test_build_says_how_many_lines_and_what_is_cheapest(run, long_case):
    done = run("build", "-", "-o", "letter.docx", text=long_case(7))
    said = plain(done.stderr)
    assert "Объём: 2 страницы" in said
    assert "последняя начинается со слов «" in said
    assert "Чтобы письмо уместилось на одной странице, сократите его на " in said
    assert "Дешевле всего: 1) уберите абзац «Следить за работами можно на сайте…» (\N{MINUS SIGN}2 строки); 2) " in said


def test_build_over_two_pages_aims_at_two(run, long_case):
    said = plain(run("build", "-", "-o", "letter.docx", text=long_case(60)).stderr)
    assert "Чтобы письмо уместилось на двух страницах, сократите его на " in said


def test_build_of_a_short_letter_says_nothing_of_it(run, long_case):
    assert "Чтобы письмо" not in run("build", "-", "-o", "letter.docx", text=long_case(0)).stderr


def test_pages_names_the_lines_the_spilling_sentence_and_the_longest_paragraphs(run, long_case):
    run("build", "-", "-o", "letter.docx", text=long_case(7))
    said = plain(run("pages", "letter.docx").stdout)
    assert "последняя начинается так: «" in said
    assert "Чтобы письмо уместилось на одной странице, сократите его на " in said
    assert "1) сократите абзац «" in said
    (entry,) = json.loads(run("pages", "letter.docx", "--format", "json").stdout)
    advice = entry["shorten"]
    assert advice["pages"] == 1
    assert 0 < advice["lines"] <= 5
    assert {"kind", "words", "lines", "changes", "key"} == set(advice["cuts"][0])


def test_pages_of_a_short_letter_has_no_advice(run, long_case):
    run("build", "-", "-o", "letter.docx", text=long_case(0))
    assert "Чтобы письмо" not in run("pages", "letter.docx").stdout
    (entry,) = json.loads(run("pages", "letter.docx", "--format", "json").stdout)
    assert entry["shorten"] is None
