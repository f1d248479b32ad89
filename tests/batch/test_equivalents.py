"""One table in many dresses: every file of tests/data/batch_equivalents/ makes the same three letters."""

from datetime import date
from functools import cache
from pathlib import Path

import pytest

from answer_builder.batch import preflight, read_table
from answer_builder.one_letter import make_letter

TODAY = date(2026, 11, 22)
FILES = sorted((Path(__file__).parent.parent / "data" / "batch_equivalents").iterdir())
COMMON = {
    "answer": "will_be_solved",
    "date": date(2026, 11, 20),
    "executor": {"name": "Мальцев Олег Викторович", "phone": "8 (4242) 60-00-21"},
}
SAME_FIELDS = {
    "responsible": "управляющая организация «Восход»",
    "basis": "план текущего ремонта от 20 января 2026 г. № 12",
    "until_then": "аварийная служба принимает заявки круглосуточно",
    "report_how": "мы сообщим письмом до 25 декабря 2026 г.",
}
ROWS = [
    (
        {"number": "5-1187/26", "registered": date(2026, 11, 2)},
        {
            "name": "Ковальчук Мария Петровна",
            "post_address": ["ул. Садовая, д. 5, кв. 12", "г. Южно-Сахалинск", "693000"],
        },
        {
            "subject": "ремонта подъезда № 2 дома № 5 по улице Садовой",
            "what_planned": 'управляющая организация ООО "Восход" покрасит стены; заменит дверь',
            "due": date(2026, 12, 15),
        },
    ),
    (
        {"number": "5-1188/26", "registered": date(2026, 11, 3)},
        {"name": "Дорохов Андрей Ильич", "post_address": ["ул. Морская, д. 18", "г. Корсаков", "694020"]},
        {
            "subject": "ремонта крыши дома № 18 по улице Морской",
            "what_planned": "подрядчик заменит кровлю, водосток и ограждение",
            "due": "2026-Q4",
        },
    ),
    (
        {"number": "5-1190/26", "registered": date(2026, 11, 3)},
        {
            "name": ["Бычков Роман Олегович", "Бычкова Нина Львовна"],
            "post_address": ["пер. Тихий, д. 3", "г. Холмск", "694620"],
        },
        {
            "subject": "утепления чердака дома № 3 в переулке Тихом",
            "what_planned": "региональный фонд утеплит чердак",
            "due": "2026-12",
        },
    ),
]


@cache
def letters_without_a_table():
    cases = [
        COMMON | {"incoming": incoming, "addressee": addressee, "fields": SAME_FIELDS | fields}
        for incoming, addressee, fields in ROWS
    ]
    return [make_letter(case, today=TODAY).docx for case in cases]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_the_same_table_makes_the_same_letters(path):
    checked = preflight(read_table(path), COMMON | {"fields": SAME_FIELDS}, today=TODAY)
    assert checked.refused == ()
    assert [make_letter(row.case, today=TODAY).docx for row in checked.ready] == letters_without_a_table()
