"""Chooses the reader of a table file."""

from collections.abc import Callable, Mapping
from pathlib import Path

from answer_builder.batch.readers import csv_file
from answer_builder.batch.table import Table
from answer_builder.errors import CannotRun

LARGEST = 200 * 1024 * 1024  # bytes; ten thousand rows of long texts have about 30 MB
_READERS: Mapping[str, Callable[[bytes, str], Table]] = {".csv": csv_file.read}
_BOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")  # workbooks by their first bytes, whatever the suffix says


def read_table(path: Path) -> Table:
    """The table in a file, at least one row long; CannotRun with a Russian sentence otherwise."""
    try:
        with path.open("rb") as stream:
            content = stream.read(LARGEST + 1)
    except OSError as error:
        raise CannotRun(f"{path}: не удалось прочитать таблицу: {_reason(error)}") from error
    if len(content) > LARGEST:
        raise CannotRun(f"{path}: таблица больше 200 МБ. Разделите её на части")
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


def _reason(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "такого файла нет"
    if isinstance(error, IsADirectoryError):
        return "это папка"
    if isinstance(error, PermissionError):
        return "нет прав на чтение"
    return error.strerror or str(error)
