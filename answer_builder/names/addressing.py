"""The way from one typed line to the words of a letter: greeting, cases, addressee line, or a question."""

import re
from collections.abc import Sequence
from dataclasses import replace

from answer_builder.model import Addressing, Gender, InitialsPosition, Person
from answer_builder.names.bodies import (
    addressee_lines,
    body_in,
    collective_dative,
    has_position,
    others_dative,
    spouses_in,
    take_apart,
)
from answer_builder.names.clean import LONGEST, clean, mend_signs, without_titles
from answer_builder.names.decline import decline
from answer_builder.names.gender import UNKNOWN, decide_gender
from answer_builder.names.greeting import COLLEAGUES, COLLECTIVE, greet, greet_several
from answer_builder.names.initials import initial, surname_with_initials
from answer_builder.names.parse import parse
from answer_builder.names.parsed import EMPTY, NOT_A_NAME
from answer_builder.names.several import split_people
from answer_builder.names.variants import variants_note

TOO_LONG = "строка слишком длинная для имени: оставьте только фамилию, имя и отчество"
ORGANIZATION = "похоже на организацию, а не на человека: выберите вид адресата «организация»"
GROUP = "похоже на коллективное обращение: выберите вид адресата «коллектив» или впишите людей поимённо"
EITHER = re.compile(r"(?i)\w\((?:а|ая|на)\)")  # «Иванов(а)»: the writer did not choose
SPOUSES = "названы супруги без имён: впишите имя и отчество каждого"


def address(
    raw: str, *, kind: str = "citizen", gender: Gender | None = None, initials: InitialsPosition = "after"
) -> Addressing:
    """How to address the people of one line; `status` is "ask" with a Russian reason where evidence is missing."""
    if kind == "organization":
        return _address_organization(raw, gender, initials)
    if kind == "collective":
        return _address_collective(raw, initials)
    return _address_people(raw, gender, initials)


def nominative_initials(full_name: str) -> str:
    """«Колосов Алексей Викторович» → «А.В. Колосов», as a signature needs it (ГОСТ Р 7.0.97, initials first)."""
    person = parse(without_titles(clean(full_name)).text).person
    if not person.surname:
        return " ".join(full_name.split())
    return f"{initial(person.name)}{initial(person.patronymic)} {person.surname}".strip()


def _address_people(raw: str, gender: Gender | None, initials: InitialsPosition) -> Addressing:
    text, body = mend_signs(raw), body_in(raw)
    unreadable = EMPTY if not text else TOO_LONG if len(text) > LONGEST else ""
    if unreadable or (EITHER.search(text) and not gender):
        return _ask(raw, unreadable or UNKNOWN)
    if body and body[0] == "organization" and has_position(text):
        head = _address_organization(raw, gender, initials)
        return head if head.persons and head.status == "ok" else _ask(raw, ORGANIZATION)
    lines = split_people(raw)
    if len(lines) > 1:
        return _several(raw, [_address_line(line, None, initials) for line in lines])
    if (pair := spouses_in(text)) is not None and len(pair.split()) < 2:
        return _ask(raw, SPOUSES)
    answer = _address_line(lines[0], gender, initials)
    if body and (body[1] or answer.status == "ask" or not answer.persons[0].patronymic):
        return _ask(raw, ORGANIZATION if body[0] == "organization" else GROUP)
    return replace(answer, input=raw)


def _address_line(line: str, gender: Gender | None, initials: InitialsPosition) -> Addressing:
    """One person; where the greeting must be asked, the forms that can be decided are still given."""
    name = without_titles(clean(line))
    if not name.text:
        return _ask(line, NOT_A_NAME)
    parsed = parse(name.text, required_case="genitive" if name.follows_ot else None)
    if not (parsed.person.surname or parsed.person.name):
        return _ask(line, parsed.question or NOT_A_NAME)
    if not all(part[:1].isalpha() for part in (parsed.person.surname, parsed.person.name) if part):
        return _ask(line, NOT_A_NAME)
    verdict = decide_gender(parsed.person, title=name.title, title_gender=name.title_gender, explicit=gender)
    person = Person(parsed.person.surname, parsed.person.name, parsed.person.patronymic, verdict.gender)
    question = "; ".join(reason for reason in (parsed.question, verdict.question) if reason)
    notes = ("имя дано не в именительном падеже" if parsed.restored else "", variants_note(person))
    evidence = "; ".join((verdict.evidence, *filter(None, notes))) if verdict.evidence else ""
    forms = _forms(person, initials) if not verdict.question or not person.name else ("",) * 5
    if verdict.question and verdict.question.startswith("непонятно"):
        forms = _forms(person, initials)
    return Addressing(
        input=line,
        status="ask" if question else "ok",
        reason=question,
        gender=verdict.gender,
        evidence=evidence,
        greeting=None if question else greet(person),
        dative_full=forms[0],
        genitive_full=forms[1],
        accusative_full=forms[2],
        instrumental_full=forms[3],
        addressee_dative=forms[4],
        persons=(person,),
    )


def _forms(person: Person, initials: InitialsPosition) -> tuple[str, ...]:
    return (
        decline(person, "dative"),
        decline(person, "genitive"),
        decline(person, "accusative"),
        decline(person, "instrumental"),
        surname_with_initials(person, "dative", initials),
    )


def _several(raw: str, answers: Sequence[Addressing]) -> Addressing:
    persons = tuple(person for answer in answers for person in answer.persons)
    asked = [f"{answer.input}: {answer.reason}" for answer in answers if answer.status == "ask"]

    def joined(attribute: str) -> str:
        forms = [getattr(answer, attribute) for answer in answers]
        return "; ".join(forms) if all(forms) else ""

    return Addressing(
        input=raw,
        status="ask" if asked else "ok",
        reason="; ".join(asked),
        gender=None,
        evidence="; ".join(f"{answer.input}: {answer.evidence}" for answer in answers if answer.evidence),
        greeting=None if asked else greet_several(persons),
        dative_full=joined("dative_full"),
        genitive_full=joined("genitive_full"),
        accusative_full=joined("accusative_full"),
        instrumental_full=joined("instrumental_full"),
        addressee_dative=joined("addressee_dative"),
        persons=persons,
    )


def _address_collective(raw: str, initials: InitialsPosition) -> Addressing:
    """«Уважаемые заявители!», or the joint greeting when every one is named; the address line is declined if sure."""
    line = " ".join(mend_signs(raw).split())
    if not line:
        return _ask(raw, "строка пустая: впишите, кто обратился, например «Жители дома № 5 по улице Мира»")
    if (first_and_others := others_dative(line)) is not None:
        first, others = first_and_others
        named = _address_people(first, None, initials)
        if named.addressee_dative:
            addressee = f"{named.addressee_dative} {others}"
            return _greeted(raw, COLLECTIVE, addressee, "коллективное обращение, первый заявитель назван")
    if body_in(raw) is None:
        people = _address_people(raw, None, initials)
        if people.status == "ok" and len(people.persons) > 1:
            return people
        if people.status == "ok":
            return _greeted(
                raw, COLLECTIVE, people.addressee_dative, "коллективное обращение, ответ идёт названному в нём", people
            )
    declined = collective_dative(line)
    evidence = (
        "коллективное обращение"
        if declined
        else "коллективное обращение; адресат оставлен как в записи: проверьте падеж"
    )
    return _greeted(raw, COLLECTIVE, declined or line, evidence)


def _address_organization(raw: str, gender: Gender | None, initials: InitialsPosition) -> Addressing:
    """To the head by name when the line has one, otherwise «Уважаемые коллеги!»."""
    line = " ".join(mend_signs(raw).split())
    if not line:
        return _ask(raw, "строка пустая: впишите название организации")
    parts = take_apart(line)
    head = _address_people(parts.head, gender, initials) if parts.head else None
    if head is None and body_in(line) is None:
        plain = _address_people(line, gender, initials)
        if plain.status == "ok":
            return replace(plain, input=raw)
    if head is None or (head.status == "ask" and not head.persons):
        return _greeted(
            raw, COLLEAGUES, line, "организация, имя руководителя не указано; адресат оставлен как в записи"
        )
    if head.status == "ask":
        return _ask(raw, head.reason, head)
    addressee = "; ".join(filter(None, addressee_lines(parts, head.addressee_dative)))
    return _greeted(raw, head.greeting or "", addressee, f"руководитель организации, {head.evidence}", head)


def _greeted(raw: str, greeting: str, addressee: str, evidence: str, source: Addressing | None = None) -> Addressing:
    return Addressing(
        input=raw,
        status="ok",
        reason="",
        gender=source.gender if source else None,
        evidence=evidence,
        greeting=greeting,
        dative_full=source.dative_full if source else addressee,
        genitive_full=source.genitive_full if source else "",
        accusative_full=source.accusative_full if source else "",
        instrumental_full=source.instrumental_full if source else "",
        addressee_dative=addressee,
        persons=source.persons if source else (),
    )


def _ask(raw: str, reason: str, source: Addressing | None = None) -> Addressing:
    return Addressing(
        input=raw,
        status="ask",
        reason=reason,
        gender=source.gender if source else None,
        evidence=source.evidence if source else "",
        greeting=None,
        dative_full="",
        genitive_full="",
        accusative_full="",
        instrumental_full="",
        addressee_dative=source.addressee_dative if source else "",
        persons=source.persons if source else (),
    )
