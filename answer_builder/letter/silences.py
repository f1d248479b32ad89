"""The `[[suppress]]` list of a case: remarks that its author does not want to hear, each with a reason and a name."""

from collections.abc import Iterator, Mapping
from typing import Any

from answer_builder.letter.raw_values import RawValues
from answer_builder.model import Silence
from answer_builder.plain_text import clean, shown

KEY = "suppress"
MOST = 100
# key → (must it be filled in, what to say when it is not)
_ASKED = {
    "rule": (True, "не сказано, какое правило не замечать. Его имя стоит в замечании, например evasion.accepted"),
    "match": (False, ""),
    "reason": (True, "не сказано, почему замечание снято: причину увидит проверяющий"),
    "author": (True, "не сказано, кто снял замечание: напишите фамилию и инициалы"),
}
_LONGEST = 500  # characters of one value


def read_silences(raw: RawValues) -> tuple[Silence, ...]:
    """The wishes of a case in their order; what is wrong with them is added to the faults of `raw`."""
    return tuple(_silences(raw))


def _silences(raw: RawValues) -> Iterator[Silence]:
    entries = raw.records(KEY)
    if len(entries) > MOST:
        raw.fault(KEY, f"снятых замечаний можно не больше {MOST}, а указано {len(entries)}")
        return
    for number, entry in enumerate(entries, 1):
        where = f"{KEY}[{number}]"
        values = {key: _value(raw, entry, key, where) for key in _ASKED}
        for key in entry:
            if key not in _ASKED:
                raw.fault(f"{where}.{shown(key)}", f"такого поля нет, есть {', '.join(_ASKED)}")
        if all(values[key] for key, (is_required, _) in _ASKED.items() if is_required):
            yield Silence((values["rule"],), values["reason"], values["author"], "case", where, values["match"])


def _value(raw: RawValues, entry: Mapping[str, Any], key: str, where: str) -> str:
    """One line of text, "" after a fault or when an optional one is not there."""
    given = entry.get(key, "")
    is_required, missing = _ASKED[key]
    if not isinstance(given, str):
        raw.fault(f"{where}.{key}", f"нужна строка, а здесь «{shown(given)}»")
        return ""
    try:
        value = " ".join(clean(given, longest=_LONGEST).split())
    except ValueError as error:
        raw.fault(f"{where}.{key}", str(error))
        return ""
    if not value and is_required:
        raw.fault(f"{where}.{key}", missing)
    return value
