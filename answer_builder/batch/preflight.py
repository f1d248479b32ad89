"""All rows are checked before the first letter is made, and every bad cell is told at once."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from answer_builder import catalogue
from answer_builder.batch.complaints import Complaint, RefusedRow, one_line
from answer_builder.batch.headings import Column, understand
from answer_builder.batch.row_case import RowCase, read_row, row_answer
from answer_builder.batch.table import Row, Table, column_place
from answer_builder.errors import CannotRun, Refused
from answer_builder.letter.case import read_case
from answer_builder.letter.case_keys import asked_of
from answer_builder.one_letter import refuse_unknown_rules

_SECTIONS = ("addressee", "executor", "fields", "incoming")


@dataclass(frozen=True, slots=True)
class Preflight:
    """The rows of a table in two heaps, each in the order of the table."""

    ready: tuple[RowCase, ...]
    refused: tuple[RefusedRow, ...]


def preflight(table: Table, common: Mapping[str, Any], *, today: date) -> Preflight:
    """Every row checked; CannotRun while a column is unknown, repeated or missing, since rows mean nothing then."""
    for section in _SECTIONS:
        if not isinstance(common.get(section, {}), Mapping):
            raise CannotRun(f"--common: «{section}» – это раздел с полями, а не одно значение")
    if "questions" in common:
        raise CannotRun(
            "--common: одна строка таблицы – один вопрос. Письмо на несколько вопросов (questions) составьте "
            "из файла командой build или в веб-форме"
        )
    columns = understand(table)
    _refuse_missing_columns(table, columns, common)
    ready: list[RowCase] = []
    refused: list[RefusedRow] = []
    for row in table.rows:
        row_case = read_row(row, columns, common)
        if complaints := tuple(_complaints(row, row_case, len(table.headings), today)):
            refused.append(RefusedRow(row.number, row_case.key, complaints))
        else:
            ready.append(row_case)
    return Preflight(tuple(ready), tuple(refused))


def _refuse_missing_columns(table: Table, columns: tuple[Column, ...], common: Mapping[str, Any]) -> None:
    """Nothing obligatory may be absent both from the headings and from what all rows share."""
    given = {key for column in columns for key in column.meaning.keys} | set(_dotted(common))
    needed = {"answer": "Ответ"}
    for slug in dict.fromkeys(row_answer(row, columns, common) for row in table.rows):
        answer = catalogue.all_answers()[slug] if slug else None
        needed |= {key: field.label for key, field in asked_of(answer).items() if field.required}
        fields = answer.fields if answer else ()
        needed |= {f"fields.{field.key}": field.label for field in fields if field.required}
    if missing := [f"«{label}» ({key})" for key, label in needed.items() if key not in given]:
        say = f"{table.name}: не хватает столбцов. Добавьте их в таблицу или заполните эти поля в файле --common:"
        raise CannotRun("\n  ".join([say, *missing]))


def _dotted(common: Mapping[str, Any]) -> Iterator[str]:
    for key, value in common.items():
        yield from (f"{key}.{name}" for name in value) if isinstance(value, Mapping) else (key,)


def _complaints(row: Row, row_case: RowCase, width: int, today: date) -> Iterator[Complaint]:
    for index in range(width, len(row.cells)):
        if cell := row.cell(index):
            yield Complaint(column_place(index), one_line(f"лишняя ячейка «{cell}»: заголовка над ней нет"))
    for column in row_case.misplaced:
        answer = catalogue.all_answers()[row_case.case["answer"]]
        yield Complaint(column.place, f"в ответе «{answer.title}» такого поля нет: очистите ячейку")
    try:
        refuse_unknown_rules(read_case(row_case.case, today=today))
    except Refused as refusal:
        for fault in refusal.faults:
            place = ", ".join(column.place for column in row_case.sources.get(fault.key, ()))
            yield Complaint(place, one_line(fault.message if place else f"{fault.key}: {fault.message}"))
