"""A letter's file says which answer it gives and whose it is, also after somebody worked on it in Word."""

import io
import zipfile
from datetime import date

import pytest
from docx import Document

from answer_builder import authorities, lint
from answer_builder.letter import executor_mark
from answer_builder.letter.example_case import example_case
from answer_builder.letter.origin_part import with_origin
from answer_builder.lint.docx_text import custom_properties
from answer_builder.one_letter import make_letter
from answer_builder.origin import Origin

LETTERHEADS = tuple(authorities.all_authorities()["sakhalin_minstroy"].letterheads)


def letter(slug: str = "solved", letterhead: str = "corner") -> bytes:
    return make_letter(example_case(slug) | {"letterhead": letterhead}, today=date(2026, 11, 22)).docx


def parts(docx: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(contents: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in contents.items():
            archive.writestr(name, content)
    return file.getvalue()


@pytest.mark.parametrize("letterhead", LETTERHEADS)
@pytest.mark.parametrize("slug", ["solved", "court_decision"])
def test_letter_says_which_answer_it_is_and_whose(slug: str, letterhead: str) -> None:
    assert lint.read_origin(letter(slug, letterhead), ".docx") == Origin((slug,), "sakhalin_minstroy", letterhead)


def test_properties_hold_nothing_of_the_citizen_or_the_executor() -> None:
    assert custom_properties(letter()) == {
        "AnswerBuilder.Answers": "solved",
        "AnswerBuilder.Authority": "sakhalin_minstroy",
        "AnswerBuilder.Letterhead": "corner",
    }


def test_same_letter_has_the_same_bytes() -> None:
    assert letter() == letter()


def test_origin_survives_an_edit_by_another_program() -> None:
    word = Document(io.BytesIO(letter()))
    word.paragraphs[-1].add_run("Правка")
    saved = io.BytesIO()
    word.save(saved)
    assert lint.read_origin(saved.getvalue(), ".docx").answers == ("solved",)


def test_a_letterhead_keeps_its_own_properties_and_loses_those_of_another_letter(open_xml_errors, tmp_path) -> None:
    made_from_a_letter = parts(letter("cannot"))
    made_from_a_letter["docProps/custom.xml"] = made_from_a_letter["docProps/custom.xml"].replace(
        b"</Properties>",
        '<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="9" name="Отдел">'
        "<vt:lpwstr>Приёмная</vt:lpwstr></property></Properties>".encode(),
    )
    template = with_origin(packed(made_from_a_letter))
    assert custom_properties(template) == {
        "Отдел": "Приёмная",
        "AnswerBuilder.Answers": "{{ origin_answers }}",
        "AnswerBuilder.Authority": "{{ origin_authority }}",
        "AnswerBuilder.Letterhead": "{{ origin_letterhead }}",
    }
    (tmp_path / "letterhead.docx").write_bytes(template)
    assert not any(open_xml_errors([tmp_path / "letterhead.docx"]).values())


def test_place_for_the_properties_is_announced_once() -> None:
    once = with_origin(
        executor_mark.prepare(authorities.letterhead("sakhalin_minstroy", "corner"), large_print=False).template
    )
    assert parts(with_origin(once)) == parts(once)
    assert parts(once)["[Content_Types].xml"].count(b"custom-properties") == 1
    assert parts(once)["_rels/.rels"].count(b"custom-properties") == 1


@pytest.mark.parametrize("damaged", [b"", b"<Properties", b'<!DOCTYPE a [<!ENTITY b "c">]><a/>'])
def test_a_file_with_damaged_or_no_properties_says_nothing_of_itself(damaged: bytes) -> None:
    contents = parts(letter()) | {"docProps/custom.xml": damaged}
    assert lint.read_origin(packed(contents), ".docx") == Origin()
    del contents["docProps/custom.xml"]
    assert lint.read_origin(packed(contents), ".docx") == Origin()
    assert lint.read_origin("Ответ".encode(), ".txt") == Origin()
