"""Surname and initials on the address line and under a signature."""

import pytest

from answer_builder.model import Person
from answer_builder.names import address, nominative_initials, surname_with_initials


@pytest.mark.parametrize(
    ("person", "case", "position", "line"),
    [
        (Person("Колосов", "Алексей", "Викторович", "m"), "dative", "after", "Колосову А.В."),
        (Person("Колосов", "Алексей", "Викторович", "m"), "dative", "before", "А.В. Колосову"),
        (Person("Колосов", "Алексей", "Викторович", "m"), "nominative", "before", "А.В. Колосов"),
        (Person("Колосова", "Анна-Мария", "Ильинична", "f"), "genitive", "after", "Колосовой А.-М.И."),
        (Person("Пинчук", "Вера", "", "f"), "dative", "after", "Пинчук В."),
        (Person("Гасымов", "Анар", "Вагиф оглы", "m"), "dative", "after", "Гасымову А.В."),
        (Person("фон Штейн", "Карл", "Иванович", "m"), "dative", "after", "фон Штейну К.И."),
        (Person("", "Вера", "Львовна", "f"), "dative", "after", "Вере Львовне"),
        (Person("Пинчук", "Саша", "", None), "dative", "after", ""),
        (Person("Голушко", "Саша", "", None), "dative", "after", "Голушко С."),
    ],
)
def test_surname_and_initials(person, case, position, line):
    assert surname_with_initials(person, case, position) == line


@pytest.mark.parametrize(
    ("full_name", "signature"),
    [
        ("Колосов Алексей Викторович", "А.В. Колосов"),
        ("Алексей Викторович Колосов", "А.В. Колосов"),
        ("Колосов А.В.", "А.В. Колосов"),
        ("А.В. Колосов", "А.В. Колосов"),
        ("Пинчук Саша", "С. Пинчук"),
        ("Гасымов Анар Вагиф оглы", "А.В. Гасымов"),
    ],
)
def test_a_signature_has_initials_first(full_name, signature):
    assert nominative_initials(full_name) == signature


def test_the_authority_may_put_initials_before_the_surname():
    assert address("Громова Вера Степановна", initials="before").addressee_dative == "В.С. Громовой"
