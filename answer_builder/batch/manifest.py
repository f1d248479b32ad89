"""`manifest.csv`: what became of every row, for people in Excel and for programs."""

import csv
import io
from collections.abc import Iterable
from dataclasses import astuple, dataclass, fields
from typing import Literal

FILE_NAME = "manifest.csv"
_FORMULA_SIGNS = ("=", "+", "-", "@", "＝", "＋", "－", "＠")  # a cell that begins so is a formula to Excel


@dataclass(frozen=True, slots=True)
class Entry:
    """One row's fate; `file` is relative to the manifest, numbers are empty when there is no letter."""

    row: int
    key: str
    status: Literal["ok", "refused", "failed"]
    file: str = ""
    sha256: str = ""
    pages: int | None = None
    errors: int | None = None
    warnings: int | None = None
    message: str = ""


def manifest_bytes(entries: Iterable[Entry]) -> bytes:
    """The manifest as Russian Excel opens it by a double click: UTF-8 with its mark, «;», CRLF."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(field.name for field in fields(Entry))
    writer.writerows([_harmless(value) for value in astuple(entry)] for entry in entries)
    return text.getvalue().encode("utf-8-sig")


def _harmless(value: int | str | None) -> int | str | None:
    """A text that Excel would run gets an apostrophe in front (CSV injection)."""
    return f"'{value}" if isinstance(value, str) and value.lstrip().startswith(_FORMULA_SIGNS) else value
