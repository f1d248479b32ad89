"""What a content file says wrongly is named with its file, line and field."""

import pytest

from answer_builder.content_table import read_toml
from answer_builder.errors import BrokenContent

TEXT = """
title = "Ответ"
order = "пятый"

[term]
days = 30
from = ""

[[fields]]
key = "subject"
[[fields]]
key = 7
"""


@pytest.mark.parametrize(
    ("read", "complaint"),
    [
        (lambda table: table.integer("order"), "a.toml, строка 3, поле «order»: нужно целое число"),
        (lambda table: table.text("basis"), "a.toml, поле «basis»: нужна непустая строка"),
        (lambda table: table.day("title"), "a.toml, строка 2, поле «title»: нужна дата"),
        (lambda table: table.table("title"), "a.toml, строка 2, поле «title»: нужна таблица"),
        (lambda table: table.record("order"), "a.toml, строка 3, поле «order»: нужна таблица"),
        (lambda table: table.table("term").text("from"), "a.toml, строка 7, поле «term.from»: нужна непустая"),
        (lambda table: table.table("term").text("basis"), "a.toml, строка 5, поле «term.basis»: нужна непустая"),
        (lambda table: table.table("term").close(), "a.toml, строка 6, поле «term.days»: такого поля нет"),
        (lambda table: table.tables("fields")[1].text("key"), "a.toml, строка 12, поле «fields[2].key»: нужна"),
        (lambda table: table.close(), "a.toml, строка 2, поле «title»: такого поля нет"),
        (lambda table: table.fail(("fields", 2, "label"), "нет"), "a.toml, строка 11, поле «fields[2].label»: нет"),
    ],
)
def test_a_wrong_field_is_named_with_its_line(read, complaint):
    with pytest.raises(BrokenContent) as error:
        read(read_toml("a.toml", TEXT))
    assert str(error.value).startswith(complaint)


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ('a = 1\nb = "два', "a.toml, строка 2: не закрыта кавычка или скобка"),
        ("a = [1,\n\n\n", "a.toml, строка 1: не закрыта кавычка или скобка"),
        ('a = 1\nb = """два\nтри\nчетыре = 5\n', "a.toml, строка 2: не закрыта кавычка или скобка"),
        ("a = 1\nb = 'два\nc = 3\n", "a.toml, строка 2: не"),
        ("a = 1\nb = {c = 1\n", "a.toml, строка 2: не"),
        ("a = 1\na = 2", "a.toml, строка 2: поле или раздел с таким именем уже есть выше"),
        ("[t]\na = 1\n[t]\n", "a.toml, строка 3: поле или раздел с таким именем уже есть выше"),
        ("привет\n", "a.toml, строка 1: не читается как TOML"),
        (f"a = {'9' * 5000}\n", "a.toml, строка 1: не читается как TOML"),
        (f"a = {'[' * 5000}\n", "a.toml, строка 1: не читается как TOML"),
    ],
)
def test_what_is_not_toml_is_named_with_its_line(content, complaint):
    with pytest.raises(BrokenContent) as error:
        read_toml("a.toml", content)
    assert str(error.value).startswith(complaint)
    assert not any(
        letter.isascii() and letter.isalpha() for letter in str(error.value).replace("a.toml", "").replace("TOML", "")
    )
