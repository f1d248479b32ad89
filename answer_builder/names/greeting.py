"""The greeting line: «Уважаемая Мария Петровна!», «Уважаемые Иван Иванович и Мария Петровна!»."""

from collections.abc import Sequence

from answer_builder.model import Person

COLLECTIVE = "Уважаемые заявители!"
COLLEAGUES = "Уважаемые коллеги!"
RESPECTED = {"m": "Уважаемый", "f": "Уважаемая"}


def greet(person: Person) -> str:
    """The greeting of one person whose gender is decided; by name alone when there is no patronymic (001 3.5)."""
    if not person.gender:
        raise ValueError("a greeting needs a decided gender")
    return f"{RESPECTED[person.gender]} {_called(person)}!"


def greet_several(persons: Sequence[Person]) -> str:
    """The joint greeting: commas, «и» before the last."""
    *heads, last = [_called(person) for person in persons]
    return f"Уважаемые {', '.join(heads)} и {last}!"


def _called(person: Person) -> str:
    return f"{person.name} {person.patronymic}".strip()
