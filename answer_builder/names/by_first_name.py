"""Reads a name without a patronymic: which word is the first name, and in which case."""

from itertools import product

from answer_builder.model import Gender, Person
from answer_builder.names.cases import Case
from answer_builder.names.gender import looks_like_surname, surname_gender
from answer_builder.names.lexicon import (
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


def parse_two_words(first: str, second: str, required_case: Case | None = None) -> Parsed:
    """Surname and first name in either order; a question where both orders hold."""
    if required_case and (parsed := _two_oblique(first, second, (required_case,))):
        nominative = _two_nominative(first, second)
        if (
            nominative.question
            or not name_genders(nominative.person.name)
            or name_genders(nominative.person.name) == name_genders(parsed.person.name)
        ):
            return parsed
        return Parsed(NOBODY, WHICH_IS_NAME)
    has_name = name_genders(first) or name_genders(second)
    # before anything else: or Ольге would be an unknown name of a man called Ковалёвой
    if not has_name and (oblique := _two_oblique(first, second, ("genitive", "dative", "accusative", "instrumental"))):
        return oblique
    return _two_nominative(first, second)


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
            if surname_gender(surname) and not surname_gender(name) and _is_surely_surname(surname):
                return Parsed(Person(surname, name, ""))
    return Parsed(NOBODY, WHICH_IS_NAME)


def _is_surely_surname(word: str) -> bool:
    """Enough to tell the gender beside an unknown name; «Сяомин» only ends like Иванов's cousins."""
    return is_known_surname(word) or not word.lower().endswith(("ин", "ын", "ина", "ына"))


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
    return is_known_surname(word) and not is_everyday_name(word) and name_rank(beside) > name_rank(word)


def _two_oblique(first: str, second: str, cases: tuple[Case, ...]) -> Parsed | None:
    """Both words in one oblique case; None when no such reading, a question when man and woman are both possible."""
    found: dict[tuple[str, str, Gender], None] = {}
    genders: tuple[Gender, ...] = ("m", "f")
    for (surname, name), case, gender in product(((first, second), (second, first)), cases, genders):
        if not any(form.case == case and form.gender == gender for form in name_forms(name)):
            continue
        nominative = restore_name(name, gender, (case,))
        whose = restore_surname(surname, gender, (case,))
        if not (is_everyday_name(nominative) or surname_gender(whose)):
            continue  # «Танака Акира» is no form of Акир
        if nominative and whose and surname_gender(whose) in (None, gender):
            found[whose, nominative, gender] = None
    if not found:
        return None
    if len({gender for _, _, gender in found}) > 1:
        return Parsed(NOBODY, WHICH_IS_NAME)
    surname, name, _ = next(iter(found))
    return Parsed(Person(surname, name, ""), restored=True)


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
