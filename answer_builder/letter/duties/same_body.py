"""Do two wordings mean one authority, whatever cases they stand in?"""

import re

_ENDING = 3  # letters a Russian case ending may change
_LEAST = 3  # letters that must agree
_SMALL_WORDS = frozenset(("в", "во", "на", "к", "ко", "и", "по", "г", "№"))


def is_same_body(one: str, other: str) -> bool:
    """«в администрацию города Корсакова» and «администрация г. Корсакова» are; word by word, endings aside."""
    left, right = _words(one), _words(other)
    return bool(left) and len(left) == len(right) and all(map(_are_alike, left, right))


def _words(name: str) -> list[str]:
    plain = re.sub(r"\bг\.\s*", "города ", name.casefold().replace("ё", "е"))
    return [word for word in re.findall(r"[\w-]+", plain) if word not in _SMALL_WORDS]


def _are_alike(one: str, other: str) -> bool:
    if one.isdigit() or other.isdigit():
        return one == other
    shared = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return shared >= max(len(one), len(other)) - _ENDING and shared >= min(_LEAST, len(one), len(other))
