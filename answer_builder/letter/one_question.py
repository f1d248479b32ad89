"""The raw mapping of a case about one question → `Case`, or every fault at once in Russian."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from answer_builder import authorities, catalogue
from answer_builder.authorities import Authority
from answer_builder.catalogue import TypicalAnswer
from answer_builder.errors import Refused
from answer_builder.letter.case_keys import asked_of, case_fields
from answer_builder.letter.delivery import check_delivery, hold_to_channel
from answer_builder.letter.duties import broken_duties
from answer_builder.letter.people import nobody, read_addressee, read_executor
from answer_builder.letter.raw_values import RawValues
from answer_builder.letter.silences import KEY as SUPPRESS
from answer_builder.letter.silences import read_silences
from answer_builder.model import Addressee, Case, Incoming

_CHOSEN = ("answer", "authority", "letterhead", "signatory")
_LISTS = ("body", "attachments", "addressee.post_address")


def read_one_question(mapping: Mapping[str, Any], *, today: date) -> Case:
    """A checked `Case`; raises `Refused` with every fault. `today` stands in for a missing date of the letter."""
    raw = RawValues(mapping)
    answer = catalogue.all_answers().get(raw.choose("answer", catalogue.all_answers(), None) or "")
    slug = raw.choose("authority", authorities.all_authorities(), authorities.default_slug())
    authority = authorities.all_authorities().get(slug or "")
    if answer:
        raw.refuse_unknown([*_CHOSEN, SUPPRESS, *case_fields(), *(f"fields.{field.key}" for field in answer.fields)])
    letterhead = raw.choose("letterhead", authority.letterheads, authority.letterhead) if authority else None
    signatory = raw.choose("signatory", authority.signatories, authority.signatory) if authority else None
    values = _case_values(raw, answer)
    fields = {field.key: raw.value(field, f"fields.{field.key}") for field in answer.fields} if answer else {}
    if answer:
        _require_what_choices_need(raw, answer, fields)
        values["incoming.channel"] = hold_to_channel(raw, answer, values["incoming.channel"])
    addressee = _addressee(raw, answer, authority, values)
    executor = read_executor(raw, values)
    suppress = read_silences(raw)
    if answer and values["incoming.registered"]:
        check_delivery(raw, answer, values, today)
    if raw.faults or not (answer and authority and letterhead and signatory and addressee):
        raise Refused(raw.faults)
    case = Case(
        answer=answer.slug,
        authority=authority.slug,
        letterhead=letterhead,
        signatory=signatory,
        incoming=Incoming(
            number=values["incoming.number"] or "",
            registered=values["incoming.registered"],
            channel=values["incoming.channel"],
            addressed_to=values["incoming.addressed_to"] or authority.accusative,
        ),
        addressee=addressee,
        executor=executor,
        fields=fields,
        date=values["date"],
        body=values["body"],
        attachments=values["attachments"],
        suppress=suppress,
    )
    if faults := tuple(broken_duties(case, case.date or today)):
        raise Refused(faults)
    return case


def _case_values(raw: RawValues, answer: TypicalAnswer | None) -> dict[str, Any]:
    """Everything the case itself is asked, typed; None and () stand for what is missing."""
    values: dict[str, Any] = {}
    for key, field in asked_of(answer).items():
        if key == "addressee.name":
            values[key] = raw.names(field, key)
        else:
            values[key] = raw.lines(field, key) if key in _LISTS else raw.value(field, key)
    return values


def _addressee(
    raw: RawValues, answer: TypicalAnswer | None, authority: Authority | None, values: Mapping[str, Any]
) -> Addressee | None:
    if answer and not answer.is_addressed:
        return nobody("public" if answer.document == "site_text" else "")
    return read_addressee(raw, values, authority.initials if authority else "after")


def _require_what_choices_need(raw: RawValues, answer: TypicalAnswer, fields: Mapping[str, Any]) -> None:
    for field in answer.fields:
        for choice in field.choices:
            if fields[field.key] != choice.key:
                continue
            for key in choice.requires:
                if fields[key] is None and not raw.has_fault(f"fields.{key}"):
                    needed = answer.field(key)
                    problem = f"не заполнено «{needed.label}»: выбрано «{choice.label}»"
                    raw.fault(f"fields.{key}", problem, needed.hint)
