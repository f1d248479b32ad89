"""Bytes of a text file → text: UTF-8, the cp1251 of Russian Windows, UTF-16 with its mark."""

import codecs
import re

from answer_builder.errors import CannotRun

_UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_AS_TEXT = "Сохраните его как «Обычный текст» в кодировке UTF-8"


def decode(content: bytes, name: str, *, advice: str = _AS_TEXT) -> tuple[str, str]:
    """The text and the name of its encoding; CannotRun, ending with `advice`, when it is not text or a damaged one."""
    text, encoding = _decode(content, name, advice)
    if "\0" in text:
        raise CannotRun(f"{name}: это не текст, а двоичный файл. {advice}")
    return text, encoding


def _decode(content: bytes, name: str, advice: str) -> tuple[str, str]:
    if content.startswith(_UTF16_MARKS):
        try:
            return content.decode("utf-16"), "UTF-16"
        except UnicodeDecodeError as error:
            raise CannotRun(f"{name}: файл в кодировке UTF-16 повреждён или обрезан. {advice}") from error
    try:
        return content.decode("utf-8-sig"), "UTF-8"
    except UnicodeDecodeError as error:
        if content.startswith(codecs.BOM_UTF8) or _is_damaged_utf8(content):
            line = content.count(b"\n", 0, error.start) + 1
            raise CannotRun(
                f"{name}: текст в кодировке UTF-8 повреждён, первое место – строка {line} файла. {advice}"
            ) from error
    try:
        return content.decode("cp1251"), "Windows-1251"
    except UnicodeDecodeError as error:
        raise CannotRun(f"{name}: не удалось понять кодировку файла. {advice}") from error


def _is_damaged_utf8(content: bytes) -> bool:
    """True cp1251 has next to no valid UTF-8 letters; one lost byte must not make «РџРµС‚СЂРѕРІ» of every «Петров»."""
    text = content.decode("utf-8", errors="replace")
    return len(re.findall("[А-Яа-яЁё]", text)) > text.count("\ufffd")
