"""Reads `typical_answers/**.toml` into `TypicalAnswer`; a wrong file is named together with its field."""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from answer_builder.catalogue import schema
from answer_builder.catalogue.schema import Choice, Example, Field, Term, TypicalAnswer
from answer_builder.catalogue.wording_check import check_wording
from answer_builder.content_table import Table, read_toml

_FEWEST_EXAMPLES = 2
_CLOSING = ("{{ contact }}",)


class Shared:
    """`shared.toml`: the sentences and fields that several typical answers share."""

    def __init__(self, content: str):
        table = read_toml("shared.toml", content)
        self.phrases: Mapping[str, str] = table.pairs("phrases")
        self.arrivals: Mapping[str, str] = table.pairs("arrived")  # channel → «поступившее»
        self.instead_of_addressee = table.mapping("instead_of_addressee")  # document → lines
        self.fields: Mapping[str, Mapping[str, Any]] = table.anything("fields") or {}
        table.close()


@cache
def shared() -> Shared:
    """The shared sentences and fields of this installation."""
    return _read_shared(files("typical_answers"))


@cache
def shipped() -> Mapping[str, TypicalAnswer]:
    """The typical answers of this installation by slug: situations, grounds, notices, each in its `order`."""
    return load(files("typical_answers"))


def load(root: Traversable) -> dict[str, TypicalAnswer]:
    """All typical answers below `root` by slug; raises BrokenContent naming file and field."""
    common = _read_shared(root)
    answers: dict[str, TypicalAnswer] = {}
    for folder, kind in schema.KINDS.items():
        found = [
            read_answer(kind, file.name.removesuffix(".toml"), file.read_text(encoding="utf-8"), common)
            for file in root.joinpath(folder).iterdir()
            if file.name.endswith(".toml")
        ]
        answers |= {answer.slug: answer for answer in sorted(found, key=lambda answer: (answer.order, answer.slug))}
    return answers


def read_answer(kind: str, slug: str, content: str, common: Shared) -> TypicalAnswer:
    """One checked `TypicalAnswer` from the text of its file."""
    file = f"{kind}s/{slug}.toml"
    table = read_toml(file, content)
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
        example=table.anything("example") or {},
        examples=tuple(_examples(table)),
    )
    table.close()
    check_wording(answer, common.phrases, file)
    return answer


def read_fields(file: str, content: str) -> tuple[Field, ...]:
    """The fields listed under `[[keys]]` of a TOML text, checked like those of an answer."""
    return tuple(_field(entry) for entry in read_toml(file, content).tables("keys"))


def _read_shared(root: Traversable) -> Shared:
    return Shared(root.joinpath("shared.toml").read_text(encoding="utf-8"))


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
            addressee=entry.anything("addressee") or {},
            fields=entry.anything("fields") or {},
            says=entry.strings("says", required=True),
        )
        entry.close()
