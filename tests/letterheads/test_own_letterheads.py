"""A new authority in ten minutes: its own letterhead, from `init` to a letter in print, made in three ways."""

import dataclasses
import io
import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from docx import Document

from answer_builder.letter.case import read_case
from answer_builder.letter.compose import compose
from answer_builder.letter.example_case import example_case
from answer_builder.letter.letterhead_check import check_letterhead, commented_copy
from answer_builder.letter.pages import estimate
from answer_builder.letter.render import render

COMMAND = Path(sys.executable).with_name("answer-builder")
WAYS = ("libreoffice", "python-docx", "by-hand")
BOTTOM = 841.9 - 56.7  # points: the text ends here
EDGE = 841.9 - 17
LAST_WORDS = "Если у Вас останутся вопросы"
CASE = {
    "answer": "solved",
    "date": "2026-11-20",
    "incoming": {"number": "5-1187/26", "registered": "2026-11-02", "channel": "post"},
    "addressee": {"name": "Ковальчук Мария Петровна", "post_address": ["ул. Садовая, д. 5", "693000"]},
    "executor": {"name": "Сидорова Анна Игоревна", "phone": "8 (4200) 00-00-18"},
    "attachments": ["акт на 1 л. в 1 экз."],
    "fields": example_case("solved")["fields"],
}
WORDS_OF_THE_CASE = (
    "20.11.2026 № ____",
    "На № 5-1187/26 от 02.11.2026",
    "Ковальчук М.П.",
    "ул. Садовая, д. 5",
    "693000",
    "Уважаемая Мария Петровна!",
    "Ваш вопрос решён.",
    "Приложение: акт на 1 л. в 1 экз.",
    "Глава администрации",
    "Е.М. Полянский",
    "Сидорова Анна Игоревна",
    "8 (4200) 00-00-18",
    "ул. Ратушная, д. 1, г. Заречинск, 690999",
    "priem@zarechinsk.example",
)


def run(*arguments, cwd, env=None, text=None):
    return subprocess.run(
        [COMMAND, *map(str, arguments)],
        input=text,
        capture_output=True,
        encoding="utf-8",
        check=False,
        cwd=cwd,
        env=os.environ | (env or {}),
    )


def letter_of(lines: int, attachments: int):
    """A letter whose text is one sentence a line, so that its length is exact."""
    raw = example_case("solved") | {"attachments": [f"акт № {n} на 1 л. в 1 экз." for n in range(attachments)]}
    letter = compose(read_case(raw, today=date(2026, 11, 22)))
    return dataclasses.replace(letter, text=tuple(f"Строка {n}." for n in range(1, lines + 1)))


def lines_that_fill(template: bytes, pages: int, attachments: int) -> int:
    lines = 1
    while estimate(render(letter_of(lines + 1, attachments), template)).pages <= pages:
        lines += 1
    return lines


@pytest.fixture(scope="module")
def printed(own_letterheads, soffice, tmp_path_factory):
    """(way, attachments, lines) → PDF, for lengths around the ends of the first and of the second page."""
    folder = tmp_path_factory.mktemp("own")
    keys, files = [], []
    for way, template in own_letterheads.items():
        for attachments in (0, 1, 3):
            one, two = (lines_that_fill(template, pages, attachments) for pages in (1, 2))
            for lines in (3, one - 1, one, one + 1, one + 4, two - 1, two, two + 1):
                keys.append((way, attachments, lines))
                files.append(folder / f"{way}-{attachments}-{lines}.docx")
                files[-1].write_bytes(render(letter_of(lines, attachments), template))
    return dict(zip(keys, soffice(files), strict=True))


@pytest.mark.parametrize("way", WAYS)
def test_from_an_empty_folder_to_a_letter_in_print(way, own_letterheads, tmp_path, soffice, pdf_lines):
    assert run("init", "своё", cwd=tmp_path).returncode == 0
    home = tmp_path / "своё"
    letterhead = home / "letter_templates/my_authority/letterhead_corner.docx"
    letterhead.write_bytes(own_letterheads[way])
    env = {"ANSWER_BUILDER_CONTENT": str(home), "ANSWER_BUILDER_AUTHORITY": "my_authority"}
    checked = run("template", "check", letterhead, "--authority", "my_authority", cwd=tmp_path, env=env)
    assert checked.returncode == 0, checked.stdout + checked.stderr
    assert f"{letterhead}: бланк годится" in checked.stdout
    sampled = run("template", "sample", letterhead, "-o", "образец.docx", cwd=tmp_path, env=env)
    assert (sampled.returncode, sampled.stdout) == (0, "образец.docx\n")
    built = run("build", "-", "-o", "письмо.docx", cwd=tmp_path, env=env, text=json.dumps(CASE, default=str))
    assert built.returncode == 0, built.stderr
    (pdf,) = soffice([tmp_path / "письмо.docx"])
    lines = pdf_lines(pdf)
    page = " ".join(line.text for line in lines)
    for words in WORDS_OF_THE_CASE:
        assert words in page, page
    assert {line.page for line in lines} == {1}
    assert "None" not in page and "{{" not in page and "[" not in page


@pytest.mark.parametrize("way", WAYS)
def test_the_mark_is_bottom_left_of_the_last_page_alone(printed, pdf_lines, page_count, way):
    for (made, _, lines_of_text), pdf in printed.items():
        if made != way:
            continue
        lines = pdf_lines(pdf)
        marks = [line for line in lines if "Сидорова" in line.text and line.top > BOTTOM - 3]
        phones = [line for line in lines if "60-00-18" in line.text and line.top > BOTTOM - 3]
        assert len(marks) == len(phones) == 1, (lines_of_text, marks, phones)
        assert marks[0].page == phones[0].page == page_count(pdf)
        assert marks[0].left == pytest.approx(85, abs=3)
        assert phones[0].bottom < EDGE
        others = [line for line in lines if line.page == marks[0].page and line not in (marks[0], phones[0])]
        assert all(line.bottom <= marks[0].top + 1 for line in others)


@pytest.mark.parametrize("way", WAYS)
def test_the_signature_never_stands_alone_on_a_page(printed, pdf_lines, way):
    for (made, attachments, lines_of_text), pdf in printed.items():
        if made != way:
            continue
        lines = pdf_lines(pdf)
        (signature,) = [line for line in lines if "Верхотуров" in line.text]
        above = " ".join(line.text for line in lines if line.page == signature.page and line.top < signature.top)
        assert LAST_WORDS in above, (attachments, lines_of_text)


def test_the_number_stands_on_page_two_only(printed, pdf_lines):
    for (way, _, lines_of_text), pdf in printed.items():
        lines = pdf_lines(pdf)
        first_on_two = [line.text for line in lines if line.page == 2][:1]
        assert first_on_two in ([], ["2"]), (way, lines_of_text)
        assert lines[0].text != "1"


def test_letters_and_commented_copies_have_no_errors_in_microsofts_validator(
    own_letterheads, open_xml_errors, tmp_path
):
    files = []
    for way, template in own_letterheads.items():
        before, after = tmp_path / f"{way}-template.docx", tmp_path / f"{way}-letter.docx"
        before.write_bytes(template)
        after.write_bytes(render(letter_of(5, 2), template))
        spoiled = Document(io.BytesIO(template))
        spoiled.paragraphs[-1].add_run("{{ adressee }}")
        spoiled.sections[0].header.paragraphs[0].add_run("{{ hading }}")
        stream = io.BytesIO()
        spoiled.save(stream)
        copy = tmp_path / f"{way}-copy.docx"
        copy.write_bytes(commented_copy(stream.getvalue(), check_letterhead(stream.getvalue())))
        assert len(Document(copy).comments) >= 2
        files += [before, after, copy]
    report = open_xml_errors(files)
    for way in WAYS:
        of_the_template = {json.dumps(error.get("description", error)) for error in report[f"{way}-template.docx"]}
        for made in ("letter", "copy"):
            found = {json.dumps(error.get("description", error)) for error in report[f"{way}-{made}.docx"]}
            assert found <= of_the_template, found
    assert report["python-docx-letter.docx"] == report["by-hand-letter.docx"] == []
