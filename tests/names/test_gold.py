"""Every row of the tables in gold/: right answers made from grammar, class by class, against what the code says."""

import csv
from pathlib import Path

import pytest

from answer_builder.names import address

TABLES = sorted((Path(__file__).parent / "gold").glob("*.tsv"))
FORMS = ("dative_full", "genitive_full", "accusative_full", "instrumental_full", "addressee_dative")


def rows_of(table):
    with table.open(encoding="utf-8", newline="") as lines:
        heading = next(lines)
        assert heading.startswith("# "), f"{table.name}: the first line says in Russian what the class is"
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def differences(row):
    """What the code says otherwise than the row; an empty form of the row is not compared, an empty greeting is."""
    answer = address(row["input"])
    if (answer.greeting or "") not in row["greeting"].split("|"):
        yield f"greeting: {answer.greeting or 'спросить: ' + answer.reason}, not {row['greeting'] or 'спросить'}"
    if row["gender"] and (answer.gender or "?") != row["gender"]:
        yield f"gender: {answer.gender or '?'}, not {row['gender']}"
    for form in FORMS:
        said, accepted = getattr(answer, form), row[form].split("|")
        if form == "instrumental_full":  # both spellings are in use and no citizen's own letter is at stake
            said, accepted = said.replace("ё", "е"), [variant.replace("ё", "е") for variant in accepted]
        if row[form] and said not in accepted:
            yield f"{form}: {said or 'nothing'}, not {row[form]}"


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.stem)
def test_every_row_of_the_class_comes_out_as_grammar_says(table):
    rows = rows_of(table)
    wrong = [f"{row['input']!r}: {'; '.join(found)}" for row in rows if (found := list(differences(row)))]
    assert rows
    assert not wrong, "\n" + "\n".join(wrong)


def test_there_are_enough_rows_and_no_line_is_asked_twice():
    inputs = [row["input"] for table in TABLES for row in rows_of(table)]
    assert len(inputs) >= 1_500
    assert len(set(inputs)) == len(inputs)


def test_every_class_of_the_table_is_named_after_its_file_or_wider():
    strangers = {table.stem for table in TABLES for row in rows_of(table) if not table.stem.startswith(row["cls"])}
    assert not strangers
