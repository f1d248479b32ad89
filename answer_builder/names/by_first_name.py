"""Reads a name without a patronymic: which word is the first name, and in which case."""

import re
from itertools import product

from answer_builder.model import Gender, Person
from answer_builder.names.gender import looks_like_surname, surname_gender
from answer_builder.names.grammatical_case import OBLIQUE, GrammaticalCase
from answer_builder.names.lexicon import (
    is_adjective,
    is_east_asian_syllable,
    is_everyday_name,
    is_known_surname,
    may_be_any_surname,
    name_forms,
    name_genders,
    name_rank,
)
from answer_builder.names.oblique import restore_name, restore_surname
from answer_builder.names.parsed import NOBODY, WHICH_IS_NAME, Parsed

RUSSIAN_SURNAME = re.compile(r"(?:[оеё]в|[иы]н)а?$|[сц]к(?:ий|ая)$")


def parse_two_words(first: str, second: str, required_case: GrammaticalCase | None = None) -> Parsed:
    """Surname and first name in either order; a question where both orders hold."""
    nominative = _two_nominative(first, second)
    oblique = _two_oblique(first, second, (required_case,) if required_case else OBLIQUE)
    if oblique is None or (not required_case and _is_surely_nominative(nominative, oblique, (first, second))):
        return nominative
    # or Ольге would be an unknown name of a man called Ковалёвой
    has_name = name_genders(nominative.person.name) and not nominative.question
    if has_name and nominative.person.name == oblique.person.name:  # «Росси Марко», but «Орловой Айпери»
        told = surname_gender(oblique.person.surname) and not surname_gender(nominative.person.surname)
        return oblique if told or required_case else nominative
    if not has_name or (is_east_asian_syllable(nominative.person.name) and is_everyday_name(oblique.person.name)):
        return oblique  # «Ким Татьяне» is Татьяна
    same_gender = name_genders(nominative.person.name) == name_genders(oblique.person.name)
    return oblique if required_case and same_gender else Parsed(NOBODY, WHICH_IS_NAME)


def _is_surely_nominative(nominative: Parsed, oblique: Parsed, words: tuple[str, str]) -> bool:
    """«Шевченко Мария» as typed is right, whatever «Шевченко Марий» might be; «Роман Ольге» is not."""
    name, surname = nominative.person.name, nominative.person.surname
    if nominative.question:
        return all(name_genders(word) for word in words) and not is_everyday_name(oblique.person.name)
    if is_east_asian_syllable(name) or any(is_everyday_name(form.nominative) for form in name_forms(surname)):
        return False
    rank, other = name_rank(name), name_rank(oblique.person.name)
    stays = surname == oblique.person.surname  # «Ткаченко Гликерия» as typed, but «Окуджаву Сабира» is asked about
    return is_everyday_name(name) or rank > other or (stays and 1 < rank == other)


def _two_nominative(first: str, second: str) -> Parsed:
    names = [word for word in (first, second) if _is_name(word, other=second if word == first else first)]
    if len(names) == 2:
        return _two_names(first, second)
    if len(names) == 1:
        surname = second if names[0] == first else first
        if name_rank(names[0]) > 1 or looks_like_surname(surname):
            return Parsed(Person(surname, names[0], ""))
        return Parsed(NOBODY, WHICH_IS_NAME)
    return _unknown_name(first, second)


def _unknown_name(first: str, second: str) -> Parsed:
    """No word is a known first name: a surname that surely is one leaves the other as the name."""
    if not (is_east_asian_syllable(first) and is_east_asian_syllable(second)):
        for surname, name in ((first, second), (second, first)):
            told = surname_gender(surname) and not surname_gender(name)
            if told and _is_surely_surname(surname) and not is_known_surname(name):
                return Parsed(Person(surname, name, ""))
    return Parsed(NOBODY, WHICH_IS_NAME)


def _is_surely_surname(word: str) -> bool:
    """Enough to tell the gender beside an unknown name; «Сяомин» only ends like Иванов's cousins."""
    return (
        is_known_surname(word)
        or is_adjective(word)
        or not word.lower().endswith(("ин", "ын", "ина", "ына", "ой"))  # «Изабеллой» only ends like Толстой
    )


def _is_name(word: str, other: str) -> bool:
    """A dictionary name; short syllables such as Ли count only beside something that is no such syllable."""
    if not name_genders(word):
        return False
    if is_east_asian_syllable(word):
        return name_rank(word) > 1 and not is_east_asian_syllable(other) and not name_genders(other)
    return True


def _two_names(first: str, second: str) -> Parsed:
    """Both words are first names: «Анна Герман» is Анна, «Олег Роман» and «Макс Отто» must be asked."""
    for name, surname in ((first, second), (second, first)):
        if name_rank(name) > 1 and _is_rather_surname(surname, beside=name):
            return Parsed(Person(surname, name, ""))
    return Parsed(NOBODY, WHICH_IS_NAME)


def _is_rather_surname(word: str, *, beside: str) -> bool:
    """True for Герман beside Анна and for Вольф beside Иван: the dictionary knows it as a surname, or it is rare."""
    if name_genders(beside) == {"f"} and name_genders(word) == {"m"}:
        return may_be_any_surname(word) or not is_everyday_name(word)
    if "-" in beside and "-" not in word:
        return not is_everyday_name(word)  # «Бертран Жан-Пьер»
    is_surname = is_known_surname(word) or RUSSIAN_SURNAME.search(word.lower())  # «Орлин Сергей»
    return bool(is_surname) and not is_everyday_name(word) and name_rank(beside) > name_rank(word)


def _two_oblique(first: str, second: str, cases: tuple[GrammaticalCase, ...]) -> Parsed | None:
    """Both words in one oblique case; None when no such reading, a question when man and woman are both possible."""
    found: dict[tuple[str, str, Gender], None] = {}
    genders: tuple[Gender, ...] = ("m", "f")
    required_case_given = len(cases) == 1
    for (surname, name), case, gender in product(((first, second), (second, first)), cases, genders):
        nominative = restore_name(name, gender, (case,))
        if name_genders(nominative) and gender not in name_genders(nominative):
            continue  # the dictionary knows a man called Нино too, the list does not
        in_dictionary = any(form.case == case and form.gender == gender for form in name_forms(name))
        if not in_dictionary and not (name_rank(nominative) > 1 and gender in name_genders(nominative)):
            continue
        whose = restore_surname(surname, gender, (case,))
        if not (required_case_given or name_rank(nominative) > 1 or surname_gender(whose) or is_known_surname(whose)):
            continue  # «Танака Акира» is no form of Акир
        if nominative and whose and surname_gender(whose) in (None, gender):
            found[whose, nominative, gender] = None
    if not found:
        return None
    sure = _likeliest([*found], (first, second))
    if len({(name, gender) for _, name, gender in sure}) > 1:
        return Parsed(NOBODY, WHICH_IS_NAME)
    surname, name, _ = sure[0]
    return Parsed(Person(surname, name, ""), restored=True)


def _likeliest(readings: list[tuple[str, str, Gender]], typed: tuple[str, str]) -> list[tuple[str, str, Gender]]:
    """«Гуляеву Святославу» is Святослав, whatever a rare Святослава; a surname that was declined beats one in -у."""
    sure = [reading for reading in readings if not is_east_asian_syllable(reading[1])] or readings
    highest = max(name_rank(name) for _, name, _ in sure)
    common = [reading for reading in sure if name_rank(reading[1]) == highest]
    shaped = [reading for reading in common if surname_gender(reading[0]) or is_known_surname(reading[0])] or common
    return [reading for reading in shaped if reading[0] not in typed] or shaped


def parse_several_words(words: list[str]) -> Parsed:
    """Three words, no patronymic: one sure first name at an end and a surname of two words beside it."""
    names = [word for word in words if name_genders(word)]
    if len(names) > 1:
        names = [word for word in names if name_rank(word) > 1]
    if len(words) == 3 and len(names) == 1 and not any(is_east_asian_syllable(word) for word in words):
        if words[0] == names[0]:
            return Parsed(Person(" ".join(words[1:]), words[0], ""))
        if words[2] == names[0]:
            return Parsed(Person(" ".join(words[:2]), words[2], ""))
    return Parsed(NOBODY, WHICH_IS_NAME)
