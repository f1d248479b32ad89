"""One dictionary for names, checker and search."""

import subprocess
import sys

from answer_builder.morphology import has_entry, parses


def test_a_form_leads_to_its_dictionary_word() -> None:
    assert "решение" in {parse.normal_form for parse in parses("решением")}


def test_e_stands_for_yo() -> None:
    assert has_entry("приемом")
    assert "приём" in {parse.normal_form for parse in parses("приемом")}


def test_an_unknown_word_is_guessed_but_has_no_entry() -> None:
    assert parses("абырвалгом")
    assert not has_entry("абырвалгом")


def test_a_greeting_and_a_check_load_the_dictionary_once() -> None:
    program = (
        "import pymorphy3\n"
        "loaded, real = [], pymorphy3.MorphAnalyzer\n"
        "pymorphy3.MorphAnalyzer = lambda **options: loaded.append(1) or real(**options)\n"
        "from answer_builder import lint, morphology, names\n"
        "assert not loaded, 'loaded by the import'\n"
        "assert names.address('Иванова Марьям Петровна').status == 'ok'\n"
        "assert [f.match for f in lint.check('Вопрос будет решен в ближайшее время.')]\n"
        "print(len(loaded))\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.stdout.strip() == "1", done.stderr


def test_a_letter_that_unicode_gives_no_name_is_no_word() -> None:
    assert [str(parse.tag) for parse in parses("\U000175d1")] == ["UNKN"]
