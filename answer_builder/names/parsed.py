"""What parsing finds: the parts of a name, or the question to ask about the line."""

from dataclasses import dataclass

from answer_builder.model import Person

EMPTY = "строка пустая: впишите фамилию, имя и отчество"
LATIN = "имя написано латинскими буквами: запишите его по-русски"
NOT_A_NAME = "не похоже на имя человека: запишите «Фамилия Имя Отчество»"
WHICH_IS_NAME = "непонятно, где имя, а где фамилия: запишите «Фамилия Имя Отчество»"
NAME_OR_PATRONYMIC = "непонятно, отчество это или фамилия: «{}»; допишите имя полностью"
INITIALS = "вместо имени инициалы: впишите имя и отчество полностью"
SURNAME_ONLY = "есть только фамилия: допишите имя и отчество"
NO_NAME = "нет имени: допишите его"
TOO_LONG = "слишком много слов: оставьте фамилию, имя и отчество одного человека"


@dataclass(frozen=True, slots=True)
class Parsed:
    """The parts in the nominative; `question` says why no greeting may follow."""

    person: Person
    question: str = ""
    restored: bool = False


NOBODY = Person("", "", "")
