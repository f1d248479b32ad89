"""Every right form of the tables in gold/ read back: the greeting is the same, or a question, never another one."""

import csv
from pathlib import Path

import pytest

from answer_builder.names import address

TABLES = sorted((Path(__file__).parent / "gold").glob("*.tsv"))
NOT_ONE_PERSON = ("several", "org_head", "not_person", "oblique_input")
# the form is also a right nominative of somebody else: Ярослава, Евгения, Нане, Тони; of Петра both Петр and Пётр
READ_OTHERWISE = ("Ярослава", "Евгения", "Нане", "Тони", "Петра ", "Петру ", "Петром ", "Зилоле ", "Зуфара")


@pytest.mark.parametrize("form", ["dative_full", "genitive_full", "accusative_full", "instrumental_full"])
def test_a_name_in_another_case_is_never_greeted_as_somebody_else(form):
    wrong, read, asked = [], 0, 0
    for table in TABLES:
        if table.stem in NOT_ONE_PERSON:
            continue
        with table.open(encoding="utf-8", newline="") as lines:
            next(lines)
            rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
        for row in rows:
            typed = row[form].split("|")[0]
            if not row["greeting"] or not typed or any(word in typed for word in READ_OTHERWISE):
                continue
            answer = address(f"от {typed}" if form == "genitive_full" else typed)
            read, asked = read + 1, asked + (answer.greeting is None)
            if answer.greeting not in (None, *row["greeting"].split("|")):
                wrong.append(f"{table.stem}: «{typed}» → {answer.greeting}")
    assert not wrong, "\n" + "\n".join(wrong)
    assert asked < read * 0.05
