"""A letter's words → its .docx on the authority's letterhead."""

import zlib
from functools import lru_cache
from typing import TypedDict
from zipfile import BadZipFile

from lxml.etree import XMLSyntaxError

from answer_builder import authorities
from answer_builder.errors import BrokenContent
from answer_builder.letter import executor_mark
from answer_builder.letter.compiled_template import UNREADABLE, CompiledTemplate
from answer_builder.letter.origin_part import with_origin
from answer_builder.model import Letter

_DAMAGED = (BadZipFile, zlib.error, NotImplementedError, KeyError, ValueError, XMLSyntaxError)
_LETTERHEADS_KEPT = 32  # compiled; an installation has two or three for each authority


class Values(TypedDict):
    """Everything a letterhead may ask for, by the name it stands under in `{{ }}`."""

    authority_name: str
    authority_address: str
    authority_phone: str
    authority_email: str
    authority_site: str
    letter_date: str
    reference_number: str
    reference_date: str
    restriction: tuple[str, ...]
    addressee: tuple[str, ...]
    heading: str
    greeting: str
    text: tuple[str, ...]
    closing: tuple[str, ...]
    survey_url: str
    attachments: tuple[str, ...]
    signatory_position: tuple[str, ...]
    signatory_name: str
    executor_mark: tuple[str, ...]
    executor_mark_y: int
    executor_mark_size: int
    passport: str
    origin_answers: str
    origin_authority: str
    origin_letterhead: str


def render(letter: Letter, template: bytes) -> bytes:
    """The letter as .docx, always the same bytes; Refused names a value that cannot be printed."""
    try:
        letterhead, ready = compiled(template, letter.large_print)
        return ready.render(values_of(letter, letterhead))
    except BrokenContent as error:
        file = authorities.letterhead_file(letter.authority, letter.letterhead)
        raise BrokenContent(f"{file}: бланк «{letter.letterhead}» не подходит: {error}") from error


def values_of(letter: Letter, letterhead: executor_mark.Letterhead) -> Values:
    """The letter's words under the names a letterhead knows."""
    mark = executor_mark.place_mark(letter.executor_mark, letterhead)
    return Values(
        authority_name=letter.requisites["name"],
        authority_address=letter.requisites["address"],
        authority_phone=letter.requisites["phone"],
        authority_email=letter.requisites["email"],
        authority_site=letter.requisites["site"],
        letter_date=letter.date,
        reference_number=letter.reference_number,
        reference_date=letter.reference_date,
        restriction=letter.restriction,
        addressee=letter.addressee,
        heading=letter.heading,
        greeting=letter.greeting,
        text=letter.text,
        closing=letter.closing,
        survey_url=letter.survey_url,
        attachments=letter.attachments,
        signatory_position=letter.signatory_position,
        signatory_name=letter.signatory_name,
        executor_mark=letter.executor_mark,
        executor_mark_y=mark.y,
        executor_mark_size=mark.size,
        passport=f"{letter.answer}@{letter.authority}",
        origin_answers=letter.answer.replace("+", " "),
        origin_authority=letter.authority,
        origin_letterhead=letter.letterhead,
    )


@lru_cache(maxsize=_LETTERHEADS_KEPT)
def compiled(template: bytes, large_print: bool) -> tuple[executor_mark.Letterhead, CompiledTemplate]:
    """The letterhead ready for `values_of` and `render`; BrokenContent says why it is not fit."""
    try:
        letterhead = executor_mark.prepare(template, large_print=large_print)
        template = with_origin(letterhead.template)
    except _DAMAGED as error:
        raise BrokenContent(UNREADABLE) from error
    return letterhead, CompiledTemplate(template, known=Values.__annotations__.keys())
