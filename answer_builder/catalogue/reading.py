"""Reads `typical_answers/**.toml` into `TypicalAnswer`; a wrong file is named together with its field."""

import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from answer_builder.catalogue import schema
from answer_builder.catalogue.schema import Choice, Example, Field, Kind, Term, TypicalAnswer
from answer_builder.catalogue.wording_check import check_wording
from answer_builder.errors import BrokenContent


class _Table:
    """A TOML table that knows its file and remembers which keys were asked for."""

    def __init__(self, data: Mapping[str, Any], place: str):
        self.data, self.place, self.asked = data, place, set[str]()

    def get(self, key: str, kind: type, default: Any = ...) -> Any:
        self.asked.add(key)
        if key not in self.data:
            if default is ...:
                raise BrokenContent(f"{self.place}: нет поля «{key}»")
            return default
        value = self.data[key]
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            raise BrokenContent(f"{self.place}: поле «{key}» другого типа, нужен {kind.__name__}")
        return value

    def texts(self, key: str, default: Any = ...) -> tuple[str, ...]:
        value = self.get(key, list, default)
        if not all(isinstance(item, str) and item for item in value):
            raise BrokenContent(f"{self.place}: поле «{key}» – список непустых строк")
        return tuple(value)

    def one_of(self, key: str, allowed: tuple[str, ...], default: Any = ...) -> str:
        value: str = self.get(key, str, default)
        if value not in allowed and value != default:
            raise BrokenContent(f"{self.place}: поле «{key}» = «{value}», а можно {', '.join(allowed)}")
        return value

    def close(self) -> None:
        if extra := sorted(set(self.data) - self.asked):
            raise BrokenContent(f"{self.place}: неизвестное поле «{extra[0]}»")


def load(root: Traversable) -> dict[str, TypicalAnswer]:
    """All typical answers below `root` by slug: situations, grounds, notices, each in its `order`."""
    shared = _read_toml(root.joinpath("shared.toml"), "shared.toml")
    answers: dict[str, TypicalAnswer] = {}
    for folder, kind in schema.KINDS.items():
        found = [
            read_answer(file.name.removesuffix(".toml"), kind, _read_toml(file, place), shared, place)
            for file in root.joinpath(folder).iterdir()
            if file.name.endswith(".toml") and (place := f"{folder}/{file.name}")
        ]
        answers |= {answer.slug: answer for answer in sorted(found, key=lambda answer: (answer.order, answer.slug))}
    return answers


@cache
def shipped() -> Mapping[str, TypicalAnswer]:
    """The typical answers of this installation by slug."""
    return load(files("typical_answers"))


@cache
def phrases() -> Mapping[str, str]:
    """Sentences that several letters share: the opening, the contact, the way to send an appeal again."""
    shared = _read_toml(files("typical_answers").joinpath("shared.toml"), "shared.toml")
    found: dict[str, str] = shared["phrases"]
    return found


@cache
def arrivals() -> Mapping[str, str]:
    """channel → how the opening says that the appeal arrived («поступившее»)."""
    shared = _read_toml(files("typical_answers").joinpath("shared.toml"), "shared.toml")
    found: dict[str, str] = shared["arrived"]
    return found


def read_answer(slug: str, kind: str, data: Mapping[str, Any], shared: Mapping[str, Any], place: str) -> TypicalAnswer:
    """One checked `TypicalAnswer`; raises BrokenContent naming file and field."""
    table = _Table(data, place)
    if table.get("kind", str) != kind:
        raise BrokenContent(f"{place}: поле «kind» должно быть «{kind}», как и папка")
    fields = tuple(_fields(table.get("fields", list), shared, place))
    answer = TypicalAnswer(
        slug=slug,
        title=table.get("title", str),
        kind=_kind(kind),
        order=table.get("order", int),
        when=table.get("when", str),
        document=table.one_of("document", schema.DOCUMENTS),
        basis=table.texts("basis"),
        legal_as_of=table.get("legal_as_of", date),
        review_by=table.get("review_by", date),
        regime=table.one_of("regime", schema.REGIMES),
        term=_term(table.get("term", dict), place),
        closes=table.get("closes", bool),
        subject_line=table.get("subject_line", str),
        fields=fields,
        text=table.texts("text"),
        attachments=table.texts("attachments", []),
        must_say=table.texts("must_say"),
        must_not_say=table.texts("must_not_say"),
        examples=tuple(_examples(table.get("examples", list), place)),
    )
    table.close()
    check_wording(answer, shared["phrases"], place)
    return answer


def read_fields(text: str, place: str) -> tuple[Field, ...]:
    """The fields listed under `[[keys]]` of a TOML text, checked like those of an answer."""
    return tuple(_field(entry, place) for entry in tomllib.loads(text)["keys"])


def _kind(kind: str) -> Kind:
    return "situation" if kind == "situation" else "ground" if kind == "ground" else "notice"


def _read_toml(file: Traversable, place: str) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise BrokenContent(f"{place}: не читается как TOML: {error}") from error


def _term(data: Mapping[str, Any], place: str) -> Term:
    table = _Table(data, f"{place}, term")
    term = Term(
        counted_from=table.get("from", str),
        basis=table.get("basis", str),
        days=table.get("days", int, None),
        hours=table.get("hours", int, None),
    )
    table.close()
    return term


def _fields(entries: list[Mapping[str, Any]], shared: Mapping[str, Any], place: str) -> Iterator[Field]:
    for entry in entries:
        data = dict(entry)
        if shared_key := data.pop("use", None):
            if shared_key not in shared["fields"]:
                raise BrokenContent(f"{place}: поля «{shared_key}» нет в shared.toml")
            data = {"key": shared_key, **shared["fields"][shared_key], **data}
        yield _field(data, place)


def _field(data: Mapping[str, Any], place: str, *, is_column: bool = False) -> Field:
    where = f"{place}, поле {data.get('key', '?')}"
    table = _Table(data, where)
    field_type = table.one_of("type", schema.FIELD_TYPES)
    field = Field(
        key=table.get("key", str),
        label=table.get("label", str),
        type=field_type,  # type: ignore[arg-type]  # one_of has checked it
        hint=table.get("hint", str, ""),
        required=table.get("required", bool, True),
        example=table.get("example", object, None),
        grammatical_case=table.one_of("case", schema.GRAMMATICAL_CASES, ""),
        forms=table.texts("forms", []),
        choices=tuple(_choices(table.get("choices", list, []), where)),
        columns=tuple(_field(column, where, is_column=True) for column in table.get("columns", list, [])),
        item=table.get("item", str, "{{ item }}"),
        one=table.get("one", str, ""),
        many=table.get("many", str, ""),
        min_items=table.get("min_items", int, 1),
        max_items=table.get("max_items", int, 20),
    )
    table.close()
    if field.example is None and not is_column:
        raise BrokenContent(f"{where}: нет «example»")
    if field.type == "phrase" and not field.grammatical_case:
        raise BrokenContent(f"{where}: для phrase укажите «case» – падеж")
    if (field.type == "choice") != bool(field.choices):
        raise BrokenContent(f"{where}: «choices» нужны полю типа choice, и только ему")
    if (field.type == "list") != bool(field.one and field.many):
        raise BrokenContent(f"{where}: «one» и «many» нужны полю типа list, и только ему")
    return field


def _choices(entries: list[Mapping[str, Any]], place: str) -> Iterator[Choice]:
    for entry in entries:
        table = _Table(entry, f"{place}, choices")
        yield Choice(
            table.get("key", str), table.get("label", str), table.get("text", str), table.texts("requires", [])
        )
        table.close()


def _examples(entries: list[Mapping[str, Any]], place: str) -> Iterator[Example]:
    if len(entries) < 2:
        raise BrokenContent(f"{place}: нужно не меньше двух примеров [[examples]]")
    for entry in entries:
        table = _Table(entry, f"{place}, examples")
        yield Example(
            title=table.get("title", str),
            addressee=table.get("addressee", dict),
            fields=table.get("fields", dict, {}),
            says=table.texts("says"),
        )
        table.close()
