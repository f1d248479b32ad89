"""The form of a letter: what its answers ask, drawn from the catalogue, and what was typed into it.

A letter has one answer, or one for each question of the appeal; the first is the one the form was opened with.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from answer_builder import authorities
from answer_builder.authorities import Authority
from answer_builder.catalogue import Choice, Field, TypicalAnswer
from answer_builder.errors import Fault
from answer_builder.letter.case_keys import asked_of
from answer_builder.letter.example_case import example_case
from web.question_keys import key_of, question_of

Record = dict[str, str]
Typed = Mapping[str, str | list[Record]]
Widget = Literal["line", "short", "area", "radios", "select", "records"]

_MOST_RADIOS = 4
_LETTERHEAD = ("letterhead", "signatory", "date")


@dataclass(frozen=True, slots=True)
class Question:
    """One thing the form asks: `key` is dotted, `needed_when` names the choice that makes it obligatory.

    `of_question` is the number of the appeal's question it belongs to, 0 when there is one question or it is shared.
    """

    key: str
    field: Field
    widget: Widget
    value: str = ""
    records: tuple[Record, ...] = ()
    needed_when: str = ""
    errors: tuple[str, ...] = ()
    of_question: int = 0

    @property
    def is_empty(self) -> bool:
        """True when nothing was typed."""
        return not (self.value.strip() or any(map(_is_filled, self.records)))

    @property
    def rows(self) -> int:
        """Lines of a text area, by the length of the example."""
        example = self.field.example
        lines = len(example) + 1 if isinstance(example, list) else len(str(example or "")) // 60 + 1
        return max(2, min(lines, 5))


@dataclass(frozen=True, slots=True)
class AnswerForm:
    """What is asked by section, in the order an executor answers; a further question of the appeal is a section."""

    sections: Mapping[str, tuple[Question, ...]]

    @property
    def questions(self) -> Iterator[Question]:
        """All questions from top to bottom."""
        for questions in self.sections.values():
            yield from questions

    @staticmethod
    def number_of(section: str) -> int:
        """Which question of the appeal a section is about, from 1; 0 when it is about the whole letter."""
        return 1 if section == "answer" else question_of(f"{section}.fields")[0]

    @property
    def errors(self) -> list[tuple[str, str]]:
        """Key and message of everything wrong, in the order of the form."""
        return [(question.key, message) for question in self.questions for message in question.errors]


def draw(
    answers: Sequence[TypicalAnswer], authority: Authority, typed: Typed, faults: Iterable[Fault] = ()
) -> AnswerForm:
    """The form with what was typed and, next to each field, what is wrong with it."""
    messages: dict[str, list[str]] = {}
    for fault in faults:
        messages.setdefault(fault.key, []).append(fault.message)
    needed = _needed_when(answers)
    further = [f"questions[{number}]" for number in range(2, len(answers) + 1)]
    names = ("incoming", "addressee", "answer", *further, "attachments", "letterhead", "executor")
    sections: dict[str, list[Question]] = {name: [] for name in names}
    for key, field in _asked(answers, authority).items():
        given = typed.get(key, "")
        question = Question(
            key=key,
            field=field,
            widget=_widget(key, field),
            value=given if isinstance(given, str) else "",
            records=tuple(given) if isinstance(given, list) else ({},) if field.columns else (),
            needed_when=needed.get(key, ""),
            errors=tuple(messages.get(key, ())),
            of_question=question_of(key)[0] if further else 0,
        )
        sections[_section(key, is_one=not further)].append(question)
    return AnswerForm({name: tuple(questions) for name, questions in sections.items()})


def beginning(answer: TypicalAnswer, authority: Authority, executor: Mapping[str, str]) -> Typed:
    """What an untouched form shows: defaults and the executor of the last letter."""
    return {**defaults((answer,), authority), **executor}


def defaults(answers: Sequence[TypicalAnswer], authority: Authority) -> dict[str, str]:
    """What stands in the form before anything is typed."""
    return {key: field.default for key, field in _asked(answers, authority).items() if field.default}


def example(answer: TypicalAnswer, authority: Authority, executor: Mapping[str, str]) -> Typed:
    """The form filled with the examples of the catalogue, as a person would type them."""
    raw = example_case(answer.slug)
    shown = {key: _as_typed(_at(raw, key)) for key in _asked((answer,), authority)}
    return {**beginning(answer, authority, {}), **{key: value for key, value in shown.items() if value}, **executor}


def read(form: Mapping[str, str], answers: Sequence[TypicalAnswer], authority: Authority) -> Typed:
    """What came with a POST, word for word; records that were left empty are dropped."""
    typed: dict[str, str | list[Record]] = {}
    for key, field in _asked(answers, authority).items():
        typed[key] = _records(form, key, field) if field.columns else form.get(key, "")
    return typed


def raw_case(answers: Sequence[TypicalAnswer], typed: Typed) -> dict[str, Any]:
    """The raw case the core reads, of the installation's own authority."""
    common: dict[str, Any] = {"authority": authorities.default_slug()}
    questions: list[dict[str, Any]] = [{"answer": answer.slug} for answer in answers]
    for key, value in typed.items():
        number, own = question_of(key)
        place = questions[number - 1] if number else common
        section, _, name = own.rpartition(".")
        (place.setdefault(section, {}) if section else place)[name] = value
    return common | (questions[0] if len(questions) == 1 else {"questions": questions})


def _asked(answers: Sequence[TypicalAnswer], authority: Authority) -> dict[str, Field]:
    """Every field of the form by its dotted key, in order."""
    first = answers[0]
    case = {key: field for key, field in asked_of(first).items() if not (first.channel and key == "incoming.channel")}
    body = case.pop("body")
    own = {
        key_of(number, key): field
        for number, answer in enumerate(answers, 1)
        for key, field in (*((f"fields.{field.key}", field) for field in answer.fields), ("body", body))
    }
    letterheads = tuple(Choice(key, key, "") for key in authority.letterheads)
    signatories = tuple(
        Choice(key, f"{signatory.name}, {' '.join(signatory.position)}", "")
        for key, signatory in authority.signatories.items()
    )
    chosen = {
        "letterhead": Field("letterhead", "Бланк", "choice", choices=letterheads, default=authority.letterhead),
        "signatory": Field("signatory", "Кто подпишет", "choice", choices=signatories, default=authority.signatory),
    }
    return {**own, "attachments": case.pop("attachments"), **chosen, **case}


def _section(key: str, *, is_one: bool) -> str:
    if key in _LETTERHEAD:
        return "letterhead"
    section = key.partition(".")[0]
    return "answer" if section in ("fields", "body") or (section == "attachments" and is_one) else section


def _widget(key: str, field: Field) -> Widget:
    if field.columns:
        return "records"
    if field.type == "choice":
        return "radios" if len(field.choices) <= _MOST_RADIOS and key != "signatory" else "select"
    if field.type in ("date", "time", "due", "number"):
        return "short"
    of_several_lines = field.type == "list" or isinstance(field.example, list)
    long_text = field.type == "text" and "fields." in key and len(str(field.example)) not in range(1, 30)
    return "area" if of_several_lines or long_text else "line"


def _needed_when(answers: Sequence[TypicalAnswer]) -> dict[str, str]:
    """Key of an optional field → label of the choice that asks for it."""
    return {
        key_of(number, f"fields.{key}"): choice.label
        for number, answer in enumerate(answers, 1)
        for field in answer.fields
        for choice in field.choices
        for key in choice.requires
    }


def _records(form: Mapping[str, str], key: str, field: Field) -> list[Record]:
    numbers = sorted({int(name.split(".")[-2]) for name in form if _is_record_part(name, key)})
    records = [
        {column.key: form.get(f"{key}.{number}.{column.key}", "") for column in field.columns} for number in numbers
    ]
    return [record for record in records if _is_filled(record)]


def _is_record_part(name: str, key: str) -> bool:
    number = name.removeprefix(f"{key}.").partition(".")[0]
    return name.startswith(f"{key}.") and number.isascii() and number.isdigit() and len(number) <= 3


def _is_filled(record: Record) -> bool:
    return any(part.strip() for part in record.values())


def _at(raw: Mapping[str, Any], key: str) -> Any:
    section, _, name = key.rpartition(".")
    return (raw.get(section, {}) if section else raw).get(name)


def _as_typed(value: Any) -> str | list[Record]:
    if isinstance(value, date):
        return f"{value:%d.%m.%Y}"
    if isinstance(value, list) and value and isinstance(value[0], Mapping):
        return [{key: str(_as_typed(part)) for key, part in item.items()} for item in value]
    if isinstance(value, list):
        return "\n".join(map(str, value))
    return "" if value is None else str(value)
