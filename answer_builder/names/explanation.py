"""Tells people in Russian how the answer about a name was found: cleaning, roles of the words, gender, each form."""

import re

from answer_builder.model import Addressing, Gender, Person
from answer_builder.names.addressing import address
from answer_builder.names.clean import clean, without_titles
from answer_builder.names.decline import decline_name, decline_patronymic, decline_surname, is_exception
from answer_builder.names.grammatical_case import OBLIQUE, VOWELS
from answer_builder.names.lexicon import is_known_surname, name_genders, name_rank
from answer_builder.names.patronymic import TURKIC
from answer_builder.names.several import split_people

KNOWN = {
    3: "обычное имя, есть в списке",
    2: "имя из списка редких",
    1: "имя из словаря pymorphy3",
    0: "в списках имён его нет, узнано по месту в строке",
}


def explain(raw: str, *, gender: Gender | None = None) -> list[str]:
    """The steps from the typed line to the answer, one sentence each; several people follow one another."""
    answer = address(raw, gender=gender)
    steps = [f"запись: «{raw.strip()}»"]
    lines = split_people(raw) if len(answer.persons) > 1 else [raw]
    if len(lines) > 1:
        steps.append(f"людей в строке: {len(lines)}")
    for line in lines:
        part = answer if len(lines) == 1 else address(line)
        steps.extend(_about_one(line, part))
    steps.append(f"ответ: {answer.greeting}" if answer.greeting else f"спросить: {answer.reason}")
    return steps


def _about_one(line: str, answer: Addressing) -> list[str]:
    steps = [_cleaning(line)]
    for person in answer.persons:
        steps.append(_roles(person))
        steps.append(answer.evidence or "пол: не определён")
        if person.gender:
            steps.extend(_forms(person, person.gender))
    return steps


def _cleaning(line: str) -> str:
    tidy = clean(line)
    name = without_titles(tidy).text
    removed = [word for word in tidy.split() if word not in name.split()]
    said = "очистка: правок нет" if tidy == line.strip() else f"очистка: «{tidy}»"
    return f"{said}; убрано: {', '.join(removed)}" if removed else said


def _roles(person: Person) -> str:
    parts = []
    if person.surname:
        known = "есть в словаре фамилий" if is_known_surname(person.surname) else "узнана по форме и месту"
        parts.append(f"фамилия «{person.surname}» ({known})")
    if person.name:
        parts.append(f"имя «{person.name}» ({_how_name_is_known(person.name)})")
    if person.patronymic:
        parts.append(f"отчество «{person.patronymic}» ({'инициал' if '.' in person.patronymic else 'по окончанию'})")
    return f"разбор: {', '.join(parts)}" if parts else "разбор: частей имени не найдено"


def _how_name_is_known(name: str) -> str:
    if name.endswith("."):
        return "инициал"
    both = "; бывает мужским и женским" if len(name_genders(name)) > 1 else ""
    return KNOWN[name_rank(name)] + both


def _forms(person: Person, gender: Gender) -> list[str]:
    named = (
        ("фамилия", "surname", person.surname, decline_surname),
        ("имя", "name", person.name, decline_name),
        ("отчество", "patronymic", person.patronymic, decline_patronymic),
    )
    steps = []
    for title, part, word, decline_part in named:
        if word and not word.endswith("."):
            forms = [decline_part(word, gender, case) for case in OBLIQUE]
            steps.append(f"{title}: {', '.join(forms)} – {_rule(part, word, gender, forms)}")
    return steps


def _rule(part: str, word: str, gender: Gender, forms: list[str]) -> str:
    low = word.lower()
    if is_exception(part, word, gender):
        return "по списку исключений"
    if set(forms) == {word}:
        return _why_fixed(low, gender)
    if "-" in word and forms[1].split("-")[0] == word.split("-", maxsplit=1)[0]:
        return f"первая часть «{word.split('-', maxsplit=1)[0]}» не меняется"
    if forms[0].endswith(("ого", "его")) or low.endswith(("ая", "яя")):
        return "склоняется как прилагательное"
    return "по общему правилу отчеств" if part == "patronymic" else "склоняется как существительное"


def _why_fixed(low: str, gender: Gender) -> str:
    if re.split(r"[\s-]", low)[-1] in TURKIC:
        return "отчество с «оглы», «кызы» и подобными не меняется"
    if low.endswith(("ых", "их")):
        return "на -ых, -их: не склоняется"
    if low[-1] in VOWELS:
        return f"на гласную -{low[-1]}: не склоняется"
    return "женское на согласную: не склоняется" if gender == "f" else "не склоняется"
