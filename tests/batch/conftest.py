"""A small table and what its rows share."""

import csv
import io
from datetime import date

import pytest

from answer_builder.batch.table import Row, Table

TODAY = date(2026, 11, 22)
HEADINGS = ("Входящий номер", "Дата регистрации", "ФИО", "Адрес", "Вопрос обращения", "Что будет сделано", "Срок")
GOOD_ROW = (
    "5-1187/26",
    "02.11.2026",
    "Ковальчук Мария Петровна",
    "ул. Садовая, д. 5; г. Южно-Сахалинск; 693000",
    "ремонта подъезда дома № 5 по улице Садовой",
    "подрядчик покрасит стены",
    "15.12.2026",
)


@pytest.fixture
def common():
    return {
        "answer": "will_be_solved",
        "date": date(2026, 11, 20),
        "executor": {"name": "Мальцев Олег Викторович", "phone": "8 (4242) 60-00-21"},
        "fields": {
            "responsible": "управляющая организация «Восход»",
            "basis": "план текущего ремонта от 20 января 2026 г. № 12",
            "until_then": "аварийная служба принимает заявки круглосуточно",
            "report_how": "мы сообщим письмом до 25 декабря 2026 г.",
        },
    }


@pytest.fixture
def good_row():
    return GOOD_ROW


@pytest.fixture
def make_table():
    """A table of good rows; each keyword changes the cells of one row: row_3={"Срок": "вчера"}."""

    def make(*, headings=HEADINGS, rows=3, **changes):
        made = []
        for number in range(2, 2 + rows):
            cells = dict(zip(HEADINGS, GOOD_ROW, strict=True)) | changes.get(f"row_{number}", {})
            made.append(Row(number, tuple(cells.get(heading, "") for heading in headings)))
        return Table("письма.csv", tuple(headings), tuple(made), ("кодировка UTF-8", "разделитель – запятая"))

    return make


@pytest.fixture
def write_csv(tmp_path):
    """Writes records as a CSV file and returns its path."""

    def write(records, name="письма.csv", encoding="utf-8"):
        text = io.StringIO(newline="")
        csv.writer(text, delimiter=";", lineterminator="\r\n").writerows(records)
        path = tmp_path / name
        path.write_bytes(text.getvalue().encode(encoding))
        return path

    return write
