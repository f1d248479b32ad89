"""What the browser sends ↔ the raw case; the form's groups are drawn from the catalogue and the case's own keys."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from werkzeug.datastructures import MultiDict

from answer_builder.authorities import Authority
from answer_builder.catalogue import Choice, Field, TypicalAnswer
from answer_builder.letter.case import case_fields

GROUPS = (  # heading, prefixes of the keys in it
    ("Обращение", ("incoming.",)),
    ("Кому отвечаем", ("addressee.",)),
    ("Что отвечаем", ("fields.", "body", "attachments")),
    ("Исполнитель", ("executor.",)),
    ("Оформление", ("letterhead", "signatory", "date")),
)
MULTILINE = ("body", "attachments", "addressee.post_address")
LETTERHEADS = {"corner": "угловой", "longitudinal": "продольный"}


@dataclass(frozen=True, slots=True)
class Input:
    """One field as it is drawn: `key` is its name, `value` what was typed (a list of mappings for records)."""

    key: str
    field: Field
    value: Any

    @property
    def html_id(self) -> str:
        return self.key.replace(".", "-")

    @property
    def is_multiline(self) -> bool:
        return self.key in MULTILINE or (self.field.type in ("text", "list") and self.key.startswith("fields."))

    @property
    def records(self) -> list[Mapping[str, str]]:
        """Typed records and one empty one more, for as long as the list may grow."""
        filled = [record for record in self.value or [] if any(record.values())]
        return [*filled, {}] if len(filled) < self.field.max_items else filled


def inputs(answer: TypicalAnswer, authority: Authority, typed: Mapping[str, Any]) -> dict[str, Input]:
    """Every field of the form by its key, with what was typed."""
    fields = {
        **case_fields(),
        **{f"fields.{field.key}": field for field in answer.fields},
        "letterhead": _choice(
            "letterhead",
            "Бланк",
            {key: LETTERHEADS.get(key, key) for key in authority.letterheads},
            authority.letterhead,
        ),
        "signatory": _choice(
            "signatory",
            "Кто подписывает",
            {key: f"{who.name}, {' '.join(who.position)}" for key, who in authority.signatories.items()},
            authority.signatory,
        ),
    }
    return {key: Input(key, field, typed.get(key, "")) for key, field in fields.items()}


def groups(drawn: Mapping[str, Input]) -> Iterator[tuple[str, list[Input]]]:
    """The form's parts in order: a heading and its inputs."""
    for heading, prefixes in GROUPS:
        yield heading, [item for prefix in prefixes for key, item in drawn.items() if key.startswith(prefix)]


def typed_from(form: "MultiDict[str, str]", answer: TypicalAnswer) -> dict[str, Any]:
    """What was typed, by key; the parts of a record («fields.legal_basis.0.act») are put together again."""
    records = {f"fields.{field.key}" for field in answer.fields if field.columns}
    typed: dict[str, Any] = {key: value for key, value in form.items() if key.count(".") <= 1}
    for key in records:
        rows: dict[int, dict[str, str]] = {}
        for name, value in form.items():
            number, _, column = name.removeprefix(f"{key}.").partition(".")
            if name.startswith(f"{key}.") and number.isdecimal():
                rows.setdefault(int(number), {})[column] = value
        typed[key] = [rows[number] for number in sorted(rows) if any(value.strip() for value in rows[number].values())]
    return typed


def raw_case(answer: TypicalAnswer, authority: Authority, typed: Mapping[str, Any]) -> dict[str, Any]:
    """The raw case of what was typed; keys that the form does not have are left out."""
    raw: dict[str, Any] = {"answer": answer.slug, "authority": authority.slug}
    for key in inputs(answer, authority, {}):
        section, _, name = key.rpartition(".")
        if key in typed:
            (raw.setdefault(section, {}) if section else raw)[name] = typed[key]
    return raw


def as_typed(value: Any) -> Any:
    """A value of a case as a person would have typed it into the form."""
    if isinstance(value, list) and value and isinstance(value[0], Mapping):
        return [{key: str(part) for key, part in record.items()} for record in value]
    if isinstance(value, list):
        return "\n".join(value)
    return "" if value is None else str(value)


def _choice(key: str, label: str, options: Mapping[str, str], default: str) -> Field:
    choices = tuple(Choice(value, text, text) for value, text in options.items())
    return Field(key=key, label=label, type="choice", choices=choices, default=default)
