"""Decides whose name it is, man's or woman's, and says by what; a doubt becomes a question, never a default."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from answer_builder.model import Gender, Person
from answer_builder.names.class_rules import is_noun_in_oy
from answer_builder.names.grammatical_case import VOWELS
from answer_builder.names.lexicon import (
    is_adjective,
    is_east_asian_syllable,
    is_foreign_surname,
    is_known_surname,
    is_plain_noun,
    name_genders,
    name_rank,
    surname_has_pair,
)
from answer_builder.names.patronymic import read_patronymic

FEMININE = {"m": "мужская", "f": "женская"}
NEUTER = {"m": "мужское", "f": "женское"}
SEX = {"m": "мужской", "f": "женский"}
ENDINGS = (
    *("оглы", "оглу", "кызы", "гызы", "улы", "уулу"),
    *("инична", "ична", "ишна", "овна", "евна", "ёвна", "ович", "евич", "ёвич", "ская", "цкая", "ский", "цкий"),
    *("ова", "ева", "ёва", "ина", "ына", "ов", "ев", "ёв", "ин", "ын"),
)
UNKNOWN = "непонятно, мужчина это или женщина: укажите пол"


@dataclass(frozen=True, slots=True)
class Verdict:
    """The gender with its evidence, or the question to ask; a contradiction may be shown beside a decided gender."""

    gender: Gender | None
    evidence: str = ""
    question: str = ""


def decide_gender(
    person: Person, *, title: str = "", title_gender: Gender | None = None, explicit: Gender | None = None
) -> Verdict:
    """Patronymic first, then first name, surname, title; parts that contradict each other are asked about."""
    witnesses = list(_witnesses(person))
    if explicit:
        return _explicit(explicit, witnesses)
    if not witnesses:
        return Verdict(title_gender, f"пол: по слову «{title}»") if title_gender else Verdict(None, question=UNKNOWN)
    first, *others = _without_a_rare_name_outvoted(person, witnesses)
    for other in others:
        if other.gender != first.gender:
            question = f"{first.part} {first.form}, а {other.part} {other.form}: проверьте запись или укажите пол"
            return Verdict(None, question=question)
    return Verdict(first.gender, first.evidence)


@dataclass(frozen=True, slots=True)
class _Witness:
    """What one part of the name says: «имя «Олег»» is «мужское»."""

    gender: Gender
    part: str
    form: str
    evidence: str


def _witnesses(person: Person) -> Iterator[_Witness]:
    """The parts that tell the gender, the surest first."""
    if _is_word(person.patronymic) and (patronymic := read_patronymic(person.patronymic)):
        gender = patronymic.gender
        evidence = f"пол: по отчеству на -{_ending(person.patronymic)}"
        yield _Witness(gender, f"отчество «{person.patronymic}»", NEUTER[gender], evidence)
    if _is_word(person.name) and len(genders := name_genders(person.name)) == 1:
        gender = next(iter(genders))
        yield _Witness(gender, f"имя «{person.name}»", NEUTER[gender], f"пол: по имени {person.name}")
    if person.surname and (shape := surname_gender(person.surname)):
        evidence = f"пол: по фамилии на -{_ending(person.surname)}"
        yield _Witness(shape, f"фамилия «{person.surname}»", FEMININE[shape], evidence)


def _without_a_rare_name_outvoted(person: Person, witnesses: list[_Witness]) -> list[_Witness]:
    """A name only the dictionary knows may be noted there under the wrong gender: two other parts outvote it."""
    kept = [witness for witness in witnesses if not witness.part.startswith("имя")]
    if len(kept) == 2 and name_rank(person.name) == 1 and kept[0].gender == kept[1].gender:
        return kept
    return witnesses


def _explicit(explicit: Gender, witnesses: list[_Witness]) -> Verdict:
    """The executor's word wins where some part agrees or none tells; what contradicts it is shown or asked about."""
    against = [f"{witness.part} {witness.form}" for witness in witnesses if witness.gender != explicit]
    if against and (against[0].startswith("отчество") or len(against) == len(witnesses)):
        return Verdict(None, question=f"указан {SEX[explicit]} пол, а {', '.join(against)}: проверьте пол и имя")
    doubt = f"; проверьте: {', '.join(against)}" if against else ""
    return Verdict(explicit, f"пол: указан ({SEX[explicit]}){doubt}")


@lru_cache(maxsize=50_000)
def surname_gender(surname: str) -> Gender | None:
    """The gender a surname's form tells (Петрова, Крутой), None where men and women share it (Шевчук, Грин)."""
    word = re.split(r"[\s-]", surname.lower())[-1]
    if is_foreign_surname(word) or sum(letter in VOWELS for letter in word) < 2:
        return None
    for gender, shape in SHAPES:
        if re.search(shape, word):
            return gender if _shape_is_sure(word, gender) else None
    return None


def looks_like_surname(word: str) -> bool:
    """True for words that are surnames by dictionary, form or suffix: Шевчук, Гринберг, Данелия, Мороз."""
    return bool(
        surname_gender(word)
        or is_known_surname(word)
        or is_plain_noun(word)
        or is_east_asian_syllable(word)
        or SURNAME_SUFFIX.search(word.lower())
    )


SURNAME_SUFFIX = re.compile(
    r"(?:ко|[бвгджзклмнпрстфх]а|[уюиа]к|чик|нец|[аяи]н[ц]?|дзе|швили|[аеу]ли|[ие]я|иа|ава|[ыи]х|берг|ман|штейн|сон|ер|ич|[оеё]в|[иы]н|[аеу]й|ль|го|о|е|у)а?$"
)
SHAPES: tuple[tuple[Gender, str], ...] = (
    ("f", r"(?:[оеё]в|[иы]н)а$|[ая]я$"),
    ("m", r"(?:[оеё]в|[иы]н)$|(?:[кгхчжшщн]ий|ый)$|[вглнстдкмхжш]ой$"),
)


def _shape_is_sure(word: str, gender: Gender) -> bool:
    """Былина, Голова, Рубин, Прибой are plain nouns, Яков is a name: as surnames they serve both men and women."""
    if surname_has_pair(word, gender):
        return True
    if gender == "m" and name_genders(word):
        return False
    if word.endswith(("ин", "ын", "ина", "ына", "ова", "ева")):
        return not is_plain_noun(word)
    if re.search(r"(?:[оеё]в|[иы]н)ой$", word):  # «Ивановой» is a woman's name in another case, Луговой a man's
        is_possessive = word.endswith(("иной", "ыной")) or is_known_surname(word[:-2])
        return is_adjective(word) or is_known_surname(word) or not is_possessive
    return not is_noun_in_oy(word)


def _is_word(part: str) -> bool:
    return bool(part) and not part.endswith(".")


def _ending(word: str) -> str:
    low = re.split(r"[\s-]", word.lower())[-1]
    for ending in ENDINGS:
        if low.endswith(ending) and len(low) > len(ending):
            return ending
    return low if len(low) < 5 else low[-2:]
