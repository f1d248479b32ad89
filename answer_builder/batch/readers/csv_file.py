"""CSV as people have it: from Russian Excel, LibreOffice, a registry's export or a text editor."""

import csv
import io
import re
from collections.abc import Iterator

from answer_builder.batch.headings import is_known
from answer_builder.batch.table import Row, Table
from answer_builder.errors import CannotRun
from answer_builder.text_encoding import decode

_AS_CSV = "Сохраните таблицу как «CSV UTF-8 (разделитель – запятая)»"
DELIMITERS = {";": "точка с запятой", ",": "запятая", "\t": "табуляция"}
_SEP_LINE = re.compile(r'"?sep=([^\r\n"])"?[ ;,\t]*(?:\r\n|\r|\n|$)', re.IGNORECASE)  # Excel's own hint, not a row


def read(content: bytes, name: str) -> Table:
    """The table in a CSV file; CannotRun when it is not text, is empty or its quotes do not close."""
    text, encoding = decode(content, name, advice=_AS_CSV)
    if not text.strip():
        raise CannotRun(f"{name}: файл пуст")
    told = _SEP_LINE.match(text)
    if told:
        text = text[told.end() :]
    delimiter = told[1] if told else _delimiter(text)
    records = ((number, cells) for number, cells in _records(text, delimiter, name) if any(map(str.strip, cells)))
    _, headings = next(records, (0, []))
    detected = (f"кодировка {encoding}", f"разделитель – {DELIMITERS.get(delimiter, f'«{delimiter}»')}")
    rows = tuple(Row(number, tuple(cells)) for number, cells in records)
    return Table(name, tuple(headings), rows, detected)


def _delimiter(text: str) -> str:
    """The one with fewest unknown headings, then with most headings: «Фамилия, имя, отчество;Адрес»."""

    def worth(delimiter: str) -> tuple[float, int]:
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
        try:
            headings = next((cells for cells in rows if any(map(str.strip, cells))), [])
        except csv.Error:  # a cell beyond the limit: not the delimiter of a heading
            headings = []
        return sum(map(is_known, headings)) / max(len(headings), 1), len(headings)

    return max(DELIMITERS, key=worth)


def _records(text: str, delimiter: str, name: str) -> Iterator[tuple[int, list[str]]]:
    """Numbered records, the empty ones too: Excel shows them, and a line break inside quotes is no row of its own."""
    csv.field_size_limit(max(csv.field_size_limit(), len(text)))  # a huge cell is refused later, by its place
    number = 0
    try:
        for number, cells in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True), 1):
            yield number, cells
    except csv.Error as error:
        what = "кавычка открыта, но не закрыта" if "unexpected end" in str(error) else "кавычки стоят посреди ячейки"
        raise CannotRun(
            f"{name}, строка {number + 1}: {what}. "
            'Кавычки внутри ячейки удваивают: "ООО ""Ромашка""". Excel делает это сам, когда сохраняет CSV'
        ) from error
