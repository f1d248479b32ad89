"""Surname and initials: «Колосову А.В.» on the address line, «А.В. Колосов» under a signature."""

from answer_builder.model import Gender, InitialsPosition, Person
from answer_builder.names.clean import PARTICLES
from answer_builder.names.decline import decline_name, decline_patronymic, decline_surname
from answer_builder.names.grammatical_case import GrammaticalCase


def surname_with_initials(person: Person, case: GrammaticalCase, initials: InitialsPosition = "after") -> str:
    """«Колосову А.В.» or «А.В. Колосову»; without a surname the name itself; empty when the gender is needed."""
    if person.gender:
        return _line(person, person.gender, case, initials)
    as_man, as_woman = _line(person, "m", case, initials), _line(person, "f", case, initials)
    return as_man if as_man == as_woman else ""


def _line(person: Person, gender: Gender, case: GrammaticalCase, position: InitialsPosition) -> str:
    if not person.surname:
        parts = (decline_name(person.name, gender, case), decline_patronymic(person.patronymic, gender, case))
        return " ".join(part for part in parts if part)
    surname = decline_surname(person.surname, gender, case)
    letters = initial(person.name) + initial(person.patronymic)
    pair = (surname, letters) if position == "after" else (letters, surname)
    return " ".join(part for part in pair if part)


def initial(part: str) -> str:
    """«Мария-Тереза» → «М.-Т.», «Гасан оглы» → «Г.», «Кан-ооловна» → «К.»; an initial stays as it is."""
    if not part or part.endswith("."):
        return part
    halves = [half for half in part.split(maxsplit=1)[0].split("-") if half.lower() not in PARTICLES]
    capitals = [half for half in halves if half[:1].isupper()] or halves[:1]
    return "-".join(f"{half[0].upper()}." for half in capitals if half)
