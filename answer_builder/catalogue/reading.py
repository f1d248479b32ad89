"""Reads `typical_answers/**.toml`, shipped and an authority's own; a wrong file is named with its field and line."""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path

from answer_builder.catalogue import schema
from answer_builder.catalogue.overriding import check_override
from answer_builder.catalogue.schema import Choice, Example, Field, Term, TypicalAnswer
from answer_builder.catalogue.shared_wording import Shared
from answer_builder.catalogue.values import read_value
from answer_builder.catalogue.wording_check import BUILT_IN, check_wording
from answer_builder.content_roots import SHIPPED, Shelf, own_folder
from answer_builder.content_table import Table, laid_over, parse_toml, read_toml
from answer_builder.errors import BrokenContent

SHELF = Shelf(
    "typical_answers", files("typical_answers"), (".toml",), tuple(schema.KINDS), ("shared.toml", "choose.toml")
)
_FEWEST_EXAMPLES = 2
_CLOSING = ("{{ contact }}",)


def shared() -> Shared:
    """The shared sentences and fields of this installation."""
    return _shared(own_folder())


def all_answers() -> Mapping[str, TypicalAnswer]:
    """The typical answers of this installation by slug: situations, grounds, notices, each in its `order`."""
    return _answers(own_folder())


@cache
def _shared(home: Path | None) -> Shared:
    below, own = (shelf.get("shared.toml") for shelf in (SHELF.shipped(), SHELF.own(home)))
    assert below is not None  # noqa: S101  (a part of the program)
    if own is None:
        return read_shared(below.shown, below.text())
    common = read_shared(own.shown, own.text(), under=below.text())
    unknown = common.arrivals.keys() - read_shared(below.shown, below.text()).arrivals.keys()
    for channel in unknown:
        read_toml(own.shown, own.text()).fail(("arrived", channel), "обращения так не приходят")
    return common


@cache
def _answers(home: Path | None) -> Mapping[str, TypicalAnswer]:
    common, own_files = _shared(home), SHELF.own(home)
    answers: dict[str, TypicalAnswer] = {}
    for place, file in SHELF.shipped().items():
        if "/" in place:
            try:
                answer = read_answer(_kind(place), file.slug, file.text(), common, file=file.shown)
            except BrokenContent as error:
                if "shared.toml" not in own_files:
                    raise
                cause = own_files["shared.toml"].shown
                raise BrokenContent(
                    f"{cause}: с этими общими фразами не читается ответ из поставки. {error}"
                ) from error
            answers[answer.slug] = answer
    for place, file in own_files.items():
        if "/" in place:
            own = read_answer(_kind(place), file.slug, file.text(), common, file=file.shown, origin=file.origin)
            check_override(own, answers.get(own.slug), read_toml(file.shown, file.text()))
            answers[own.slug] = own
    kinds = list(schema.KINDS.values())
    ordered = sorted(answers.values(), key=lambda answer: (kinds.index(answer.kind), answer.order, answer.slug))
    return {answer.slug: answer for answer in ordered}


def _kind(place: str) -> str:
    return schema.KINDS[place.partition("/")[0]]


def read_answer(
    kind: str, slug: str, content: str, common: Shared, *, file: str = "", origin: str = SHIPPED
) -> TypicalAnswer:
    """One checked `TypicalAnswer` from the text of its file; messages call it `file`."""
    table = read_toml(file or f"{kind}s/{slug}.toml", content)
    answer = TypicalAnswer(
        slug=slug,
        title=table.text("title"),
        kind=table.choice("kind", (kind,)),  # type: ignore[arg-type]  # choice has checked it
        order=table.integer("order"),
        when=table.text("when"),
        document=table.choice("document", schema.DOCUMENTS),
        basis=table.strings("basis", required=True),
        legal_as_of=table.day("legal_as_of"),
        review_by=table.day("review_by"),
        regime=table.choice("regime", schema.REGIMES),
        term=_term(table.table("term")),
        closes=bool(table.flag("closes")),
        registered=table.flag("registered", default=True) is True,
        channel=table.choice("channel", tuple(common.arrivals), ""),
        subject_line=table.text("subject_line"),
        fields=tuple(_field(_with_shared(entry, common)) for entry in table.tables("fields")),
        opening=table.strings("opening"),
        text=table.strings("text", required=True),
        ending=table.strings("ending"),
        point=table.text("point", ""),
        closing=table.strings("closing") if "closing" in table else _CLOSING,
        attachments=table.strings("attachments"),
        must_say=table.strings("must_say", required=True),
        must_not_say=table.strings("must_not_say"),
        example=table.record("example"),
        examples=tuple(_examples(table)),
        origin=origin,
    )
    table.close()
    _check_fields(answer, common, table)
    check_wording(answer, common.phrases, table)
    return answer


def read_shared(file: str, content: str, *, under: str = "") -> Shared:
    """The checked text of a shared.toml, laid over that of another."""
    values = laid_over(parse_toml(file, under), parse_toml(file, content))
    common = Shared(Table(file, values, source=content))
    for key, field in common.fields.items():
        _field(Table(file, {"key": key, **field}, ("fields", key), source=content))
    return common


def read_fields(file: str, content: str) -> tuple[Field, ...]:
    """The fields listed under `[[keys]]` of a TOML text, checked like those of an answer."""
    return tuple(_field(entry) for entry in read_toml(file, content).tables("keys"))


def _check_fields(answer: TypicalAnswer, common: Shared, table: Table) -> None:
    """Every field has a name of its own (no value of the case, no shared phrase) and an example that it accepts."""
    seen = {*BUILT_IN, *common.phrases}
    for number, field in enumerate(answer.fields, 1):
        if field.key in seen:
            table.fail(("fields", number, "key"), f"имя «{field.key}» уже занято, назовите поле иначе")
        seen.add(field.key)
        for key, raw in (("default", field.default), ("example", field.example)):
            try:
                value = read_value(field, raw)
            except ValueError as error:
                table.fail(("fields", number, key), str(error))
        if value is None and field.required:
            table.fail(("fields", number, "example"), f"полю «{field.key}» нужен пример: оно обязательное")


def _term(table: Table) -> Term:
    term = Term(
        counted_from=table.text("from"),
        basis=table.text("basis"),
        days=table.integer("days", 0) or None,
        hours=table.integer("hours", 0) or None,
    )
    table.close()
    return term


def _with_shared(table: Table, common: Shared) -> Table:
    """A field that says `use = "subject"` takes what it does not say itself from shared.toml."""
    key = table.text("use", "")
    if not key:
        return table
    if key not in common.fields:
        table.fail("use", f"поля «{key}» нет в shared.toml")
    return table.merged({"key": key, **common.fields[key]})


def _field(table: Table, *, is_column: bool = False) -> Field:
    default = table.text("default", "")
    field = Field(
        key=table.text("key"),
        label=table.text("label"),
        type=table.choice("type", schema.FIELD_TYPES),  # type: ignore[arg-type]  # choice has checked it
        hint=table.text("hint", ""),
        required=table.flag("required", default=not default) is True,
        example=table.anything("example"),
        default=default,
        printed=table.flag("printed", default=True) is True,
        grammatical_case=table.choice("case", schema.GRAMMATICAL_CASES, ""),
        forms=table.strings("forms"),
        choices=tuple(_choice(entry) for entry in table.tables("choices")),
        columns=tuple(_field(entry, is_column=True) for entry in table.tables("columns")),
        item=table.text("item", "{{ item }}"),
        one=table.text("one", ""),
        many=table.text("many", ""),
        min_items=table.integer("min_items", 1),
        max_items=table.integer("max_items", 20),
    )
    table.close()
    if field.example is None and not is_column:
        table.fail("example", f"полю «{field.key}» нужен пример")
    if field.type == "phrase" and not field.grammatical_case:
        table.fail("case", f"полю «{field.key}» типа phrase нужен падеж")
    if (field.type == "choice") != bool(field.choices):
        table.fail("choices", "варианты нужны полю типа choice, и только ему")
    if (field.type == "list") != bool(field.one and field.many):
        table.fail("one", "«one» и «many» нужны полю типа list, и только ему")
    return field


def _choice(table: Table) -> Choice:
    choice = Choice(table.text("key"), table.text("label"), table.text("text"), table.strings("requires"))
    table.close()
    return choice


def _examples(table: Table) -> Iterator[Example]:
    entries = table.tables("examples")
    if len(entries) < _FEWEST_EXAMPLES:
        table.fail("examples", "нужно не меньше двух примеров")
    for entry in entries:
        yield Example(
            title=entry.text("title"),
            addressee=entry.record("addressee"),
            fields=entry.record("fields"),
            says=entry.strings("says", required=True),
        )
        entry.close()
