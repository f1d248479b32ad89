"""Chooses the reader of a table file."""

from collections.abc import Callable, Mapping
from pathlib import Path

from answer_builder.batch.readers import csv_file
from answer_builder.batch.table import Table
from answer_builder.errors import CannotRun
from answer_builder.whole_file import read_whole

LARGEST = 200_000_000  # bytes; ten thousand rows of long texts have about 30 MB
_READERS: Mapping[str, Callable[[bytes, str], Table]] = {".csv": csv_file.read}
_BOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")  # workbooks by their first bytes, whatever the suffix says


def read_table(path: Path) -> Table:
    """The table in a file, at least one row long; CannotRun with a Russian sentence otherwise."""
    content = read_whole(path, largest=LARGEST)
    reader = _READERS.get(path.suffix.lower())
    if reader is None or content.startswith(_BOOKS):
        raise CannotRun(
            f"{path}: пока только CSV. Откройте таблицу в Excel и выберите "
            "«Сохранить как» → «CSV UTF-8 (разделитель – запятая)»"
        )
    table = reader(content, str(path))
    if not table.rows:
        raise CannotRun(f"{path}: в таблице есть только заголовки, а строк с данными нет")
    return table
