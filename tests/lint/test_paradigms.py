"""Forms of slang that the dictionary lacks, and the beginnings by which such words are looked up."""

import pytest

from answer_builder.lint.paradigms import beginning, beginnings, paradigm


@pytest.mark.parametrize(
    ("word", "form"),
    [
        # глаголы
        ("забодяжить", "забодяженным"),
        ("заныкать", "заныканы"),
        ("хайпануть", "хайпанули"),
        ("пофиксить", "пофиксили"),
        ("крышевать", "крышует"),
        ("разлогиниться", "разлогинились"),
        # существительные
        ("зашквар", "зашкваром"),
        ("деплой", "деплоя"),
        ("камералка", "камералок"),
        ("самоволка", "самоволке"),
        ("дебиторка", "дебиторку"),
        ("чек-лист", "чек-листы"),
        ("жэковец", "жэковца"),
        ("авариец", "аварийцы"),
        ("нормалёк", "нормалёк"),
        ("квиточек", "квиточка"),
        ("зависон", "зависоны"),
        # слова словаря
        ("ремонт", "ремонтами"),
    ],
)
def test_slang_is_inflected_as_a_word_with_the_same_end(word: str, form: str) -> None:
    assert form in paradigm(word)


@pytest.mark.parametrize("word", ["забодяжить", "крышевать", "разлогиниться", "камералка", "зашквар", "пруф"])
def test_every_form_is_looked_up_by_a_beginning_it_has(word: str) -> None:
    assert [form for form in paradigm(word) if beginning(word) not in beginnings(form)] == []


def test_forms_of_another_word_are_not_taken_over() -> None:
    assert paradigm("ремонт") & paradigm("ремонтный") == frozenset()
