"""An own content folder: what does not belong there is named, what does not matter is left alone."""

import pytest

from answer_builder import authorities, catalogue, lint
from answer_builder.content_roots import own_folder
from answer_builder.errors import BrokenContent, CannotRun
from answer_builder.one_letter import read_content


def complaint() -> str:
    with pytest.raises(CannotRun) as error:
        read_content()
    return str(error.value)


def test_without_the_variable_there_is_only_what_is_shipped():
    assert own_folder() is None
    everything = (*catalogue.all_answers().values(), *authorities.all_authorities().values(), *lint.all_rules())
    assert {entry.origin for entry in everything} == {"поставка"}


def test_an_empty_folder_changes_nothing(own):
    assert own_folder() == own.home
    assert {answer.origin for answer in catalogue.all_answers().values()} == {"поставка"}


def test_a_relative_path_is_made_whole(own, monkeypatch):
    monkeypatch.chdir(own.home.parent)
    monkeypatch.setenv("ANSWER_BUILDER_CONTENT", own.home.name)
    assert own_folder() == own.home


@pytest.mark.parametrize("blank", ["", "  "])
def test_a_blank_variable_is_none(monkeypatch, blank):
    monkeypatch.setenv("ANSWER_BUILDER_CONTENT", blank)
    assert own_folder() is None


def test_a_missing_folder_is_named_with_the_way_out(own, monkeypatch):
    monkeypatch.setenv("ANSWER_BUILDER_CONTENT", "/nowhere/at/all")
    said = complaint()
    assert said.startswith("ANSWER_BUILDER_CONTENT: /nowhere/at/all: такой папки нет")
    assert "answer-builder init" in said


def test_a_file_for_the_folder_is_named(own, monkeypatch):
    file = own.put("note.md", "x")
    monkeypatch.setenv("ANSWER_BUILDER_CONTENT", str(file))
    assert complaint().startswith(f"ANSWER_BUILDER_CONTENT: {file}: это файл, а нужна папка")


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("typical_answer/notices/x.toml", "этого быть не может. Возможно, вы имели в виду «typical_answers»?"),
        ("solved.toml", "solved.toml: в папке со своим содержанием этого быть не может"),
        ("rules", "rules: это файл, а нужна папка"),
        ("typical_answers/x.toml", "x.toml: такой файл кладут не сюда, а в папку внутри typical_answers/"),
        (
            "typical_answers/notice/x.toml",
            "такой папки в typical_answers/ быть не может. Возможно, вы имели в виду «notices»?",
        ),
        ("typical_answers/notices/deep/x.toml", "deep: внутри этой папки других папок быть не может"),
        ("typical_answers/notices/x.docx", "x.docx: здесь лежат только файлы .toml"),
        ("typical_answers/notices/x.toml.txt", "x.toml.txt: к имени приписано «.txt»"),
        ("typical_answers/notices/Осмотр.toml", "Осмотр.toml: имя файла – латинские строчные буквы"),
        ("rules/x.toml", "x.toml: такой файл кладут не сюда, а в папку внутри rules/"),
        ("rules/jargons/x.toml", "jargons: такой папки в rules/ быть не может. Возможно, вы имели в виду «jargon»?"),
        ("letter_templates/authority.toml", "authority.toml: такой файл кладут не сюда"),
        ("letter_templates/Мой орган/authority.toml", "Мой орган: имя папки – латинские строчные буквы"),
        ("letter_templates/body/letter.doc", "letter.doc: здесь лежат только файлы .toml, .docx"),
    ],
)
def test_what_does_not_belong_is_named(own, place, words):
    own.put(place, "")
    said = complaint()
    assert said.startswith(str(own.home))
    assert words in said


@pytest.mark.parametrize(
    "place",
    [
        "ЧТО-ЗДЕСЬ.md",
        "readme.txt",
        ".git/config",
        "typical_answers/Thumbs.db",
        "typical_answers/notices/~$x.docx",
        "typical_answers/notices/x.toml~",
        "typical_answers/notices/x.toml.bak",
        "rules/jargon/.x.toml.swp",
        "letter_templates/.DS_Store",
    ],
)
def test_notes_and_what_programs_leave_behind_are_no_content(own, place):
    own.put(place, "это не TOML")
    read_content()


@pytest.mark.parametrize(
    "place",
    [
        "typical_answers/notices/x.toml",
        "typical_answers/shared.toml",
        "rules/jargon/x.toml",
        "letter_templates/x/authority.toml",
    ],
)
def test_another_encoding_is_named(own, place):
    path = own.put(place, 'title = "Ответ"'.encode("cp1251"))
    assert complaint() == f"{path}: это не текст в кодировке UTF-8. Откройте файл и сохраните его в UTF-8"
    path.write_bytes('title = "Ответ"'.encode("utf-16"))
    assert complaint().startswith(f"{path}: это не текст в кодировке UTF-8")


def test_the_mark_that_windows_puts_before_a_text_is_no_fault(own):
    own.put("typical_answers/shared.toml", '\ufeff[phrases]\nhere = "Здесь."\n')
    assert catalogue.shared().phrases["here"] == "Здесь."


def test_a_link_to_nothing_is_named(own):
    link = own.put("typical_answers/notices/x.toml", "").with_name("y.toml")
    link.symlink_to("/nowhere")
    link.with_name("x.toml").unlink()
    assert str(link) in complaint()


def test_broken_content_is_a_failure_to_run():
    assert issubclass(BrokenContent, CannotRun)
