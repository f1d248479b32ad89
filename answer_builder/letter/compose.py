"""A case → the wording of its letter."""

import re
from collections.abc import Iterator
from typing import Any

from answer_builder import authorities, catalogue, names
from answer_builder.authorities import Authority
from answer_builder.catalogue import Due, Field, TypicalAnswer
from answer_builder.letter.no_break import no_break
from answer_builder.letter.russian_dates import by_when, in_digits, in_words
from answer_builder.model import Case, Executor, Letter
from answer_builder.plural import plural

BLANK = "_" * 12  # a place the registry fills in by hand or stamp
# to one person «Вы» and «Ваш» are capitalised, to several they are not (except where a sentence begins)
_YOU = re.compile(r"(?<!^)(?<![.!?]\s)\b(?:Вы|Вас|Вам|Вами|Ваш[а-я]*)\b")
_ENDS_SENTENCE = (".", "!", "?", "…", ":", ";")


def compose(case: Case) -> Letter:
    """The finished wording; every value of the case was checked when the case was read."""
    answer = catalogue.shipped()[case.answer]
    authority = authorities.shipped()[case.authority]
    words = _Words(case, answer, authority)
    signatory = authority.signatories[case.signatory]
    addressing = case.addressee.addressing
    is_reply = answer.registered and answer.is_addressed  # «На № … от …» stands in replies only (GOST requisite 12)
    return Letter(
        answer=case.answer,
        authority=case.authority,
        letterhead=case.letterhead,
        date=in_digits(case.date) if case.date else BLANK,
        reference_number=case.incoming.number if is_reply else "",
        reference_date=in_digits(case.incoming.registered) if is_reply else "",
        restriction=("Для служебного пользования", "Экз. № 1") if case.incoming.channel == "official_use" else (),
        addressee=tuple(map(no_break, _addressee(case, answer))),
        heading=no_break(words.say(answer.subject_line)),
        greeting=addressing.greeting or "",
        text=tuple(no_break(paragraph) for paragraph in words.paragraphs()),
        closing=tuple(no_break(words.say(line)) for line in answer.closing),
        survey_url=authority.survey_url if answer.is_addressed else "",
        attachments=_attachments(
            [*filter(None, (words.say(line, capitalise=False) for line in answer.attachments)), *case.attachments]
        ),
        signatory_position=signatory.position,
        signatory_name=names.nominative_initials(signatory.name),
        executor_mark=_executor_mark(case.executor),
        large_print=authority.large_print,
        requisites={key: no_break(value) for key, value in authority.requisites.items()},
    )


class _Words:
    """Fills the catalogue's wording with the values of one case."""

    def __init__(self, case: Case, answer: TypicalAnswer, authority: Authority):
        self.case, self.answer = case, answer
        self.is_several = case.addressee.is_several
        self.values = {
            "addressed_to": case.incoming.addressed_to,
            "arrived": catalogue.shared().arrivals[case.incoming.channel],
            "registered": in_words(case.incoming.registered),
            "number": case.incoming.number,
            "authority_short": authority.short_name,
            "authority_address": authority.requisites["address"],
            "authority_phone": authority.requisites["phone"],
            "authority_site": authority.requisites["site"],
            "executor_name": case.executor.name,
            "executor_phone": case.executor.phone,
        }
        for field in answer.fields:
            if field.type != "list":
                self.values[field.key] = as_text(field, case.fields[field.key])
        for field in answer.fields:  # a choice may mention other fields, so it comes when they are there
            for choice in field.choices:
                if case.fields[field.key] == choice.key:
                    self.values[field.key] = self.say(choice.text, capitalise=False)

    def paragraphs(self) -> Iterator[str]:
        """The paragraphs of the text in order; lists and the executor's own words stand where the catalogue says."""
        lists = {f"{{{{ {field.key} }}}}": field for field in self.answer.fields if field.type == "list"}
        for wording in self.answer.text:
            if wording == "{{ body }}":
                yield from self.case.body
            elif wording in lists:
                yield from self.list_paragraphs(lists[wording])
            elif paragraph := self.say(wording):
                yield paragraph

    def list_paragraphs(self, field: Field) -> Iterator[str]:
        items = [self.item(field, value) for value in self.case.fields[field.key] or ()]
        if len(items) == 1:
            yield _sentence(catalogue.fill(self.addressed(field.one), {"item": items[0]}))
        elif items:
            yield self.addressed(field.many)
            yield from _numbered(items)

    def item(self, field: Field, value: Any) -> str:
        if not field.columns:
            return str(value)
        parts = {column.key: as_text(column, value[column.key]) for column in field.columns}
        return catalogue.fill(self.addressed(field.item), parts)

    def say(self, wording: str, *, capitalise: bool = True) -> str:
        """The author's wording with shared phrases, the right «вы» and this case's values."""
        text = catalogue.fill(self.addressed(catalogue.expand(wording, catalogue.shared().phrases)), self.values)
        return text[:1].upper() + text[1:] if capitalise else text

    def addressed(self, wording: str) -> str:
        """«Вы» for one person, «вы» for several; only in the catalogue's words, never in what was typed."""
        return _YOU.sub(lambda match: match[0].lower(), wording) if self.is_several else wording


def as_text(field: Field, value: Any) -> str:
    """A typed value as it stands inside a sentence; "" for None."""
    if value is None:
        return ""
    if isinstance(value, Due):
        return by_when(value)
    if field.type == "date":
        return in_words(value)
    if field.type == "time":
        return f"{value:%H:%M}"
    if field.type == "number" and field.forms:
        return f"{value}\N{NO-BREAK SPACE}{plural(value, field.forms)}"
    return str(value)


def _numbered(items: list[str]) -> Iterator[str]:
    """«1) …;» and «2) ….», or sentences of their own when an item already holds several."""
    are_sentences = any(re.search(r"[.!?]\s+[А-ЯЁA-Z]", item) for item in items)
    for number, item in enumerate(items, 1):
        if are_sentences:
            yield _sentence(f"{number}) {item[:1].upper()}{item[1:]}")
        else:
            bare = item.rstrip(";")
            is_last = number == len(items) or bare.endswith(("?", "!"))
            yield _sentence(f"{number}) {bare}") if is_last else f"{number}) {bare};"


def _sentence(text: str) -> str:
    return text if text.endswith(_ENDS_SENTENCE) else f"{text}."


def _addressee(case: Case, answer: TypicalAnswer) -> tuple[str, ...]:
    """Whom the document goes to, or what stands in that place when it goes to no citizen."""
    if not answer.is_addressed:
        return catalogue.shared().instead_of_addressee[answer.document]
    return *case.addressee.addressing.addressee_dative.split("; "), *_delivery_address(case)


def _delivery_address(case: Case) -> tuple[str, ...]:
    """Under the name: the postal address, or the e-mail when the answer goes electronically (GOST requisite 15)."""
    electronic = case.incoming.channel in ("portal", "pos", "site", "email")
    if electronic and case.addressee.email:
        return (case.addressee.email,)
    return case.addressee.post_address


def _attachments(lines: list[str]) -> tuple[str, ...]:
    """The note on attachments (GOST requisite 19): one after the colon, several numbered below it."""
    if len(lines) <= 1:
        return tuple(no_break(f"Приложение: {line}") for line in lines)
    return ("Приложение:", *map(no_break, _numbered(lines)))


def _executor_mark(executor: Executor) -> tuple[str, str]:
    """001 6.2: full name and phone; position, department and e-mail if given. Always two lines."""
    who = ", ".join(part for part in (executor.name, executor.position, executor.department) if part)
    return who, ", ".join(part for part in (executor.phone, executor.email) if part)
