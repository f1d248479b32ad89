"""Raw mapping of a case → `Case`, or every fault at once in Russian."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from typing import Any

from answer_builder import authorities, catalogue, names
from answer_builder.catalogue import Field, TypicalAnswer
from answer_builder.errors import Fault, Refused
from answer_builder.letter.duties import broken_duties
from answer_builder.model import Addressee, Addressing, Case, Executor, Incoming
from answer_builder.plain_text import clean, shown

_CHOSEN = ("answer", "authority", "letterhead", "signatory")
_SECTIONS = ("incoming", "addressee", "executor", "fields")
_LISTS = ("body", "attachments", "addressee.post_address")
_POSTED = ("post", "person", "reception", "official_use")  # answered on paper (domain rule of 10 ч. 4)
_EMAIL = re.compile(r"[^@\s,;]+@[^@\s,;]+\.[^@\s,;.]+")
_EMAIL_NO_APPEAL = date(2025, 3, 30)  # 547-ФЗ: from this day a plain e-mail is not an appeal


@cache
def case_fields() -> Mapping[str, Field]:
    """What every case asks besides its answer's own fields, by dotted key; labels and hints for all doors."""
    text = files("answer_builder.letter").joinpath("case_keys.toml").read_text(encoding="utf-8")
    return {field.key: field for field in catalogue.read_fields("letter/case_keys.toml", text)}


def asked_of(answer: TypicalAnswer | None) -> Mapping[str, Field]:
    """The case's own keys that this answer asks: nobody's name when nobody is addressed, no number of no appeal."""
    return {
        key: field
        if answer is None or answer.registered or key != "incoming.number"
        else replace(field, required=False)
        for key, field in case_fields().items()
        if answer is None or answer.is_addressed or not key.startswith("addressee.")
    }


def read_case(raw: Mapping[str, Any], *, today: date) -> Case:
    """A checked `Case`; raises `Refused` with every fault. `today` stands in for a missing date of the letter."""
    return _Reader(raw, today).read()


class _Reader:
    """Reads one case and collects what is wrong with it."""

    def __init__(self, raw: Mapping[str, Any], today: date):
        self.flat = dict(_flatten(raw))
        self.today = today
        self.faults: list[Fault] = []

    def read(self) -> Case:
        answer = catalogue.shipped().get(self.choose("answer", catalogue.shipped(), None) or "")
        slug = self.choose("authority", authorities.shipped(), authorities.default_slug())
        authority = authorities.shipped().get(slug or "")
        if answer:
            self.refuse_unknown_keys(answer)
        letterhead = self.choose("letterhead", authority.letterheads, authority.letterhead) if authority else None
        signatory = self.choose("signatory", authority.signatories, authority.signatory) if authority else None
        values = {key: self.value(field, key) for key, field in asked_of(answer).items() if key not in _LISTS}
        fields = {field.key: self.value(field, f"fields.{field.key}") for field in answer.fields} if answer else {}
        if answer:
            self.require_what_choices_need(answer, fields)
            self.hold_to_channel(answer, values)
        if answer and not answer.is_addressed:
            addressee: Addressee | None = _nobody("public" if answer.document == "site_text" else "")
        else:
            addressee = self.addressee(values, authority.initials if authority else "after")
        self.check_executor(values)
        if answer and values["incoming.registered"]:
            self.check_delivery(answer, values)
        if self.faults or not (answer and authority and letterhead and signatory and addressee):
            raise Refused(self.faults)
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
            executor=Executor(**{key: values[f"executor.{key}"] or "" for key in Executor.__dataclass_fields__}),
            fields=fields,
            date=values["date"],
            body=self.lines("body"),
            attachments=self.lines("attachments"),
        )
        if faults := [*broken_duties(case, case.date or self.today), *self.faults]:
            raise Refused(faults)
        return case

    def fault(self, key: str, message: str, hint: str = "") -> None:
        self.faults.append(Fault(key, message, hint))

    def choose(self, key: str, options: Iterable[str], default: str | None) -> str | None:
        """The option named in the case, or None after a fault."""
        given = self.flat.get(key)
        given = default if given in (None, "") else given
        if given is None:
            self.fault(key, f"не выбран ответ; есть {', '.join(options)}")
        elif not isinstance(given, str) or given not in options:
            hint = _did_you_mean(shown(given), options)
            self.fault(key, f"«{shown(given)}» не найдено.{hint} Есть {', '.join(options)}")
        else:
            return given
        return None

    def refuse_unknown_keys(self, answer: TypicalAnswer) -> None:
        known = [*_CHOSEN, *case_fields(), *(f"fields.{field.key}" for field in answer.fields)]
        for key in self.flat:
            if key not in known:
                self.fault(key, f"такого поля нет.{_did_you_mean(key, known)}")

    def value(self, field: Field, key: str) -> Any:
        """The typed value of one key, or None after a fault (or when an optional field is empty)."""
        try:
            value = catalogue.read_value(field, self.plain(key))
            if value is None and field.default:
                value = catalogue.read_value(field, field.default)
        except ValueError as error:
            self.fault(key, f"«{field.label}»: {error}")
            return None
        if value is None and field.required and not any(fault.key == key for fault in self.faults):
            self.fault(key, f"не заполнено «{field.label}»", field.hint)
        return value

    def plain(self, key: str) -> Any:
        raw = self.flat.get(key)
        if key == "addressee.name" and isinstance(raw, list | tuple):
            return "; ".join(str(name) for name in raw if str(name).strip())
        return raw

    def lines(self, key: str) -> tuple[str, ...]:
        """The paragraphs of a list key; a string is split at its line ends."""
        raw = self.flat.get(key)
        raw = [] if raw in (None, "") else raw
        items = raw.splitlines() if isinstance(raw, str) else raw
        if not isinstance(items, list | tuple) or not all(isinstance(item, str) for item in items):
            self.fault(key, f"«{case_fields()[key].label}»: нужен список строк")
            return ()
        try:
            return tuple(line for item in items if (line := clean(item).strip()))
        except ValueError as error:
            self.fault(key, f"«{case_fields()[key].label}»: {error}")
            return ()

    def require_what_choices_need(self, answer: TypicalAnswer, fields: Mapping[str, Any]) -> None:
        for field in answer.fields:
            for choice in field.choices:
                if fields[field.key] != choice.key:
                    continue
                for key in choice.requires:
                    if fields[key] is None and f"fields.{key}" not in (fault.key for fault in self.faults):
                        needed = answer.field(key)
                        problem = f"не заполнено «{needed.label}»: выбрано «{choice.label}»"
                        self.fault(f"fields.{key}", problem, needed.hint)

    def hold_to_channel(self, answer: TypicalAnswer, values: dict[str, Any]) -> None:
        """An answer about one way in takes it for granted; «post» is what every door says when nobody chose."""
        if not answer.channel:
            return
        if values["incoming.channel"] not in (None, "post", answer.channel):
            ways = {choice.key: choice.label for choice in case_fields()["incoming.channel"].choices}
            self.fault(
                "incoming.channel",
                f"«{answer.title}» готовят, только когда обращение пришло так: {ways[answer.channel]}",
            )
        values["incoming.channel"] = answer.channel

    def addressee(self, values: Mapping[str, Any], initials: Any) -> Addressee | None:
        raw, kind, email = values["addressee.name"], values["addressee.kind"], values["addressee.email"] or ""
        if email and not _EMAIL.fullmatch(email):
            self.fault("addressee.email", f"«{shown(email)}» не похоже на адрес электронной почты")
        post_address = self.lines("addressee.post_address")
        if not (raw and kind):
            return None
        addressing = names.address(raw, kind=kind, gender=values["addressee.gender"], initials=initials)
        if addressing.status == "ask":
            self.fault("addressee.name", f"«{shown(raw)}»: {addressing.reason}")
            return None
        return Addressee(
            names=tuple(part.strip() for part in raw.split(";") if part.strip()),
            kind=kind,
            gender=values["addressee.gender"],
            post_address=post_address,
            email=email,
            addressing=addressing,
        )

    def check_executor(self, values: Mapping[str, Any]) -> None:
        name, phone, email = (values[f"executor.{key}"] or "" for key in ("name", "phone", "email"))
        if name and ("." in name or len(name.split()) < 2):
            self.fault("executor.name", f"«{shown(name)}»: нужны фамилия, имя и отчество полностью (001 6.2)")
        if phone and sum(character.isdigit() for character in phone) < 5:
            self.fault("executor.phone", f"«{shown(phone)}» не похоже на номер телефона")
        if email and not _EMAIL.fullmatch(email):
            self.fault("executor.email", f"«{shown(email)}» не похоже на адрес электронной почты")

    def check_delivery(self, answer: TypicalAnswer, values: Mapping[str, Any]) -> None:
        """Dates and the way of the reply contradict nothing (59-ФЗ ст. 10 ч. 4; 001 2.3–2.4)."""
        registered, channel = values["incoming.registered"], values["incoming.channel"]
        written = values["date"] or self.today
        if registered > written:
            which = "даты письма" if values["date"] else "сегодняшнего дня"
            self.fault("incoming.registered", f"обращение зарегистрировано позже {which}: {written:%d.%m.%Y}")
        if channel == "official_use" and values.get("addressee.email"):
            self.fault(
                "addressee.email",
                "ответ «Для служебного пользования» отправляют только заказным письмом (001 2.4): уберите адрес почты",
            )
        of_appeals = answer.regime == "59-fz" and answer.registered
        if channel == "email" and of_appeals and registered >= _EMAIL_NO_APPEAL:
            self.fault(
                "incoming.channel",
                "письмо по электронной почте с 30.03.2025 не считается обращением "
                "(пункт 1 статьи 4 Федерального закона № 59-ФЗ): ответ по существу на него не готовят",
            )
        if not answer.is_addressed:
            return
        if channel in _POSTED and not self.flat.get("addressee.post_address"):
            self.fault("addressee.post_address", "нет почтового адреса, а ответ уходит почтой")
        if channel in ("site", "email") and not (
            values.get("addressee.email") or self.flat.get("addressee.post_address")
        ):
            self.fault("addressee.email", "нет адреса электронной почты, на который отправить ответ")


def _nobody(kind: str) -> Addressee:
    """The addressee of a document that greets no citizen; to the public it says «вы»."""
    addressing = Addressing("", "ok", "", None, "", None, "", "", "", "", "", ())
    return Addressee(names=(), kind=kind, gender=None, post_address=(), email="", addressing=addressing)


def _flatten(raw: Mapping[str, Any], prefix: str = "") -> Iterable[tuple[str, Any]]:
    """Dotted keys of the two-level case: sections become `section.key`; a list field keeps its records."""
    for key, value in raw.items():
        if isinstance(value, Mapping) and not prefix and key in _SECTIONS:
            yield from _flatten(value, f"{key}.")
        else:
            yield f"{prefix}{key}", value


def _did_you_mean(word: str, options: Iterable[str]) -> str:
    close = get_close_matches(word, list(options), n=1, cutoff=0.6)
    return f" Возможно, вы имели в виду «{close[0]}»?" if close else ""
