"""The people of a case: whom the letter goes to and who prepared it."""

import re
from collections.abc import Mapping
from typing import Any

from answer_builder import names
from answer_builder.letter.raw_values import RawValues
from answer_builder.model import Addressee, Addressing, Executor, InitialsPosition
from answer_builder.plain_text import shown

_EMAIL = re.compile(r"[^@\s,;]+@[^@\s,;]+\.[^@\s,;.]+")
_FEWEST_DIGITS = 5  # of a phone


def read_addressee(raw: RawValues, values: Mapping[str, Any], initials: InitialsPosition) -> Addressee | None:
    """Whom the letter greets, or None after a fault."""
    name, kind, email = values["addressee.name"], values["addressee.kind"], values["addressee.email"] or ""
    _check_email(raw, "addressee.email", email)
    if not (name and kind):
        return None
    addressing = names.address(name, kind=kind, gender=values["addressee.gender"], initials=initials)
    if addressing.status == "ask":
        raw.fault("addressee.name", f"«{shown(name)}»: {addressing.reason}")
        return None
    return Addressee(
        names=tuple(part.strip() for part in name.split(";") if part.strip()),
        kind=kind,
        gender=values["addressee.gender"],
        post_address=values["addressee.post_address"],
        email=email,
        addressing=addressing,
    )


def nobody(kind: str = "") -> Addressee:
    """The addressee of a document that greets no citizen; to the public it says «вы»."""
    addressing = Addressing("", "ok", "", None, "", None, "", "", "", "", "", ())
    return Addressee(names=(), kind=kind, gender=None, post_address=(), email="", addressing=addressing)


def read_executor(raw: RawValues, values: Mapping[str, Any]) -> Executor:
    """Who prepared the letter; a short name or a broken phone is a fault (001 6.2)."""
    executor = Executor(**{key: values[f"executor.{key}"] or "" for key in Executor.__dataclass_fields__})
    if executor.name and ("." in executor.name or len(executor.name.split()) < 2):
        raw.fault("executor.name", f"«{shown(executor.name)}»: нужны фамилия, имя и отчество полностью (001 6.2)")
    if executor.phone and sum(character.isdigit() for character in executor.phone) < _FEWEST_DIGITS:
        raw.fault("executor.phone", f"«{shown(executor.phone)}» не похоже на номер телефона")
    _check_email(raw, "executor.email", executor.email)
    return executor


def _check_email(raw: RawValues, key: str, email: str) -> None:
    if email and not _EMAIL.fullmatch(email):
        raw.fault(key, f"«{shown(email)}» не похоже на адрес электронной почты")
