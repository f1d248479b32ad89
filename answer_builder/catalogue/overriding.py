"""May an own answer stand in for a shipped one? Rules of law are tied to the fields of the shipped."""

from answer_builder.catalogue.schema import Field, TypicalAnswer
from answer_builder.content_table import Table


def check_override(own: TypicalAnswer, shipped: TypicalAnswer | None, table: Table) -> None:
    """Raises BrokenContent when the own answer lacks what the program's rules of law ask of this slug."""
    if shipped is None:
        return
    if own.kind != shipped.kind:
        table.fail("kind", f"ответ «{own.slug}» уже есть, и он {shipped.kind}: назовите файл иначе")
    for key in ("document", "regime", "registered"):
        if getattr(own, key) != getattr(shipped, key):
            table.fail(key, f"у ответа «{own.slug}» из поставки здесь другое, а это меняет закон. {_OTHER_NAME}")
    for field in shipped.fields:
        _check_field(field, own, table)


_OTHER_NAME = "Для другого письма назовите файл иначе"


def _check_field(field: Field, own: TypicalAnswer, table: Table) -> None:
    place = next((number for number, other in enumerate(own.fields, 1) if other.key == field.key), None)
    if place is None:
        table.fail("fields", f"не хватает поля «{field.key}»: по нему программа проверяет закон. {_OTHER_NAME}")
    mine = own.fields[place - 1]
    if mine.type != field.type:
        table.fail(("fields", place, "type"), f"у поля «{field.key}» в ответе из поставки тип {field.type}")
    if field.required and not (mine.required or mine.default):
        table.fail(("fields", place, "required"), f"поле «{field.key}» в ответе из поставки обязательное")
    lacking = {choice.key for choice in field.choices} - {choice.key for choice in mine.choices}
    if lacking:
        table.fail(("fields", place, "choices"), f"не хватает варианта «{min(lacking)}»")
    if missing := {column.key for column in field.columns} - {column.key for column in mine.columns}:
        table.fail(("fields", place, "columns"), f"не хватает части «{min(missing)}»")
