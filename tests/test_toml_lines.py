import tomllib
from time import perf_counter

import pytest

from answer_builder.toml_lines import line_of

TEXT = '''# комментарий
title = "а"

text = [
    "один",  # первый
    """два
    с половиной""",
    "[три] {{ поле }}",
]
choices = [
    { key = "а", requires = [
        "б",
        "в",
    ] },
    { key = "г" },
]
long = """
[не раздел]
"""

[term]
days = 30

[signatories.head]
name = "Ф"
"пол.е" = 1

[[fields]]
key = "б"

[[fields]]
key = "в"
choices = [{ key = "1" }, { key = "2", label = 5 }]

[[fields.choices2]]
key = "д"
[[fields.choices2]]
key = "е"
'''


@pytest.mark.parametrize("ends", ["\n", "\r\n"], ids=["unix", "windows"])
@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("title",), 2),
        # список на нескольких строках
        (("text",), 4),
        (("text", 1), 5),
        (("text", 2), 6),
        (("text", 3), 8),
        (("choices", 1, "requires"), 11),
        (("choices", 1, "requires", 2), 13),
        (("choices", 2, "key"), 15),
        (("long",), 17),
        # разделы
        (("term",), 21),
        (("term", "days"), 22),
        (("signatories",), 24),
        (("signatories", "head", "пол.е"), 26),
        (("fields", 1), 28),
        (("fields", 1, "key"), 29),
        (("fields", 2, "key"), 32),
        (("fields", 2, "choices", 2, "label"), 33),
        (("fields", 2, "choices2", 2, "key"), 38),
        # чего нет, стоит там, где раздел
        (("fields", 2, "label"), 31),
        (("fields", 2, "choices", 3), 33),
        (("term", "basis"), 21),
        (("basis",), None),
        ((), None),
    ],
)
def test_a_field_is_found_on_its_line(path, line, ends):
    assert line_of(TEXT.replace("\n", ends), path) == line


def test_a_long_file_takes_a_moment():
    text = "".join(f'[[fields]]\nkey = "{number}"\ntext = [\n  "а",\n]\n' for number in range(300))
    assert tomllib.loads(text)
    begin = perf_counter()
    assert line_of(text, ("fields", 300, "text", 1)) == 1499
    assert perf_counter() - begin < 5
