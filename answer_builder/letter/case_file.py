"""A case on disk or on standard input → its raw mapping; TOML or JSON."""

import json
import tomllib
from collections.abc import Mapping
from typing import Any

from answer_builder.errors import CannotRun
from answer_builder.plain_text import shown
from answer_builder.whole_file import read_whole

LARGEST = 5_000_000  # bytes; a case of two pages has about 10,000


def load_case(source: str) -> Mapping[str, Any]:
    """The raw mapping of a `.toml` or `.json` file, or of "-"; CannotRun with a Russian sentence otherwise."""
    name = "стандартный ввод" if source == "-" else source
    blob = read_whole(source, largest=LARGEST)
    try:
        text = blob.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise CannotRun(f"{name}: это не текст в кодировке UTF-8. Откройте файл и сохраните его в UTF-8") from error
    return parse_case(text, name)


def parse_case(text: str, name: str) -> Mapping[str, Any]:
    """The mapping written in TOML, or in JSON when the text begins with a brace or the file is called so."""
    if not text.strip():
        raise CannotRun(f"{name}: файл пуст. Образец случая – в папке examples")
    is_json = text.lstrip().startswith("{") or (name.lower().endswith(".json") and not text.lstrip().startswith("#"))
    try:
        data = json.loads(text, object_pairs_hook=_each_key_once) if is_json else tomllib.loads(text)
    except _GivenTwice as error:
        raise CannotRun(f"{name}: поле «{shown(error)}» указано дважды. Оставьте одно") from error
    except (ValueError, RecursionError) as error:  # also: a number of thousands of digits
        form = "JSON" if is_json else "TOML"
        raise CannotRun(f"{name}: не читается как {form}{_place(error)}. Образец – в папке examples") from error
    if not isinstance(data, Mapping):
        raise CannotRun(f"{name}: описание случая – это набор полей, а здесь его нет. Образец – в папке examples")
    return data


class _GivenTwice(Exception):
    """A key of JSON that stands twice in one object: the reader of JSON would silently take the last."""


def _each_key_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    seen: dict[str, Any] = {}
    for key, value in pairs:
        if key in seen:
            raise _GivenTwice(key)
        seen[key] = value
    return seen


def _place(error: Exception) -> str:
    """«, строка 3» of a syntax error."""
    if isinstance(error, json.JSONDecodeError):
        return f", строка {error.lineno}, знак {error.colno}"
    words = str(error).replace(")", " ").replace(",", " ").split()
    return f", строка {words[words.index('line') + 1]}" if "line" in words else ""
