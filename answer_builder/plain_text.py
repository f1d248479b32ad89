"""Typed text on its way into a letter: data and nothing else, in characters that an Office file may hold."""

import re
import unicodedata

LONGEST = 20_000  # characters in one typed value: eight pages
LONGEST_PARAGRAPH = 500_000  # of many such values; libxml2 silently drops the rest of a letter after 10 MB of text
_LONGEST_SHOWN = 60  # characters of a wrong value that a message repeats
_SHOWN = 20  # characters before a wrong one, shown so that the spot can be found

_LINE_END = re.compile("\r\n|[\r\v\u2028\u2029]")
# Control characters (all but tab and newline), halves of a surrogate pair, and what else XML 1.0 forbids.
_WRONG = "\0-\x08\v-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff"
_FORBIDDEN = re.compile(f"[{_WRONG}]")
_UNUSUAL = re.compile(f"[{_WRONG}\u2028\u2029]")


def clean(value: str, *, longest: int = LONGEST) -> str:
    """The same text with every line end as a newline; ValueError says in Russian what cannot be printed."""
    if len(value) > longest:
        raise ValueError(
            f"текст слишком длинный: {_number(len(value))} знаков, "
            f"а можно не больше {_number(longest)}. Сократите его или вынесите часть в приложение"
        )
    if not _UNUSUAL.search(value):
        return value
    value = _LINE_END.sub("\n", value)
    if wrong := _FORBIDDEN.search(value):
        raise ValueError(_complaint(value, wrong.start()))
    return value


def shown(value: object) -> str:
    """A value as a message may repeat it: on one line, printable, not longer than sixty characters."""
    text = "".join(character if character.isprintable() else " " for character in str(value)[: _LONGEST_SHOWN + 1])
    return text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}…"


def _complaint(value: str, position: int) -> str:
    character = value[position]
    what = "управляющий символ" if unicodedata.category(character) == "Cc" else "повреждённый символ"
    before = value[max(0, position - _SHOWN) : position].replace("\n", " ").strip()
    where = f"после «{before}»" if before else "в самом начале"
    return f"{where} стоит невидимый {what} (U+{ord(character):04X}). Удалите его или наберите это место заново"


def _number(value: int) -> str:
    return f"{value:,}".replace(",", "\N{NO-BREAK SPACE}")
