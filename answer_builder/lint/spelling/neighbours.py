"""Words of the dictionary that are one letter away from a misspelt one, and how likely the slip is."""

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from answer_builder.lint.words import normalise
from answer_builder.morphology import DictionaryTree

_LETTERS = "абвгдежзийклмнопрстуфхцчшщъыьэюя"
_KEYBOARD = ("йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю")
_CONFUSED = ("оа", "еия", "иы", "зс", "бп", "дт", "вф", "гкх", "жш", "чщш", "цс", "уюо", "эе", "ьъ", "ий")

_VOWELS = "аеиоуыэюяьъй"  # and signs after which no «ь» stands
_LONG_WORD = 9  # letters

# Natural logarithms of how often a slip is made: of all keys one hits a neighbouring one, a sound is heard as another.
_LIKELY, _COMMON, _RARE = 0.0, -2.0, -3.2


@cache
def _tree() -> DictionaryTree:
    return DictionaryTree()


@lru_cache(maxsize=10_000)
def neighbours(word: str) -> dict[str, float]:
    """Known words one slip away from a normalised word, each with the likelihood of its likeliest slip."""
    found: dict[str, float] = {}
    for candidate, likelihood in _search(word):
        if candidate != word and likelihood > found.get(candidate, -99):
            found[candidate] = likelihood
    return found


@lru_cache(maxsize=10_000)
def heard_alike(word: str) -> dict[str, float]:
    """Known words that are heard as a normalised word is: «офицыальнаму» for «официальному»; likelier with less slips.

    Letters may be taken for others that sound alike, single ones for double ones, «ь» may be missing or too many.
    """
    most = 3 if len(word) >= _LONG_WORD else 2
    begun = {("", DictionaryTree.ROOT): 0}  # what was read of known words, and the slips up to there
    for number, letter in enumerate(word):
        longer: dict[tuple[str, int], int] = {}
        for (start, place), slips in begun.items():
            for meant, cost in _meant_by(letter, word[number - 1 : number], start[-1:]):
                if slips + cost > most:
                    continue
                for after in _steps(place, meant):
                    key = start + meant, after
                    longer[key] = min(slips + cost, longer.get(key, most))
        begun = longer
    found: dict[str, float] = {}
    for (known, place), slips in begun.items():
        if known != word and _tree().is_word(place):
            found[known] = max(_COMMON * slips, found.get(known, _COMMON * most))
    return found


def _meant_by(letter: str, before: str, known_before: str) -> Iterator[tuple[str, int]]:
    """What may stand in a known word for a written letter, with the number of slips."""
    yield letter, 0
    for other in {other for group in _CONFUSED if letter in group for other in group} - {letter}:
        yield other, 1
    yield letter * 2, 1
    if letter in ("ь", before):
        yield "", 1
    if known_before not in _VOWELS:
        yield "ь" + letter, 1


def is_one_slip_away(word: str, other: str) -> bool:
    """True when one letter is missing, too many or mistaken, or two neighbours changed places."""
    if abs(len(word) - len(other)) > 1:
        return False
    same = next(
        (i for i, pair in enumerate(zip(word, other, strict=False)) if pair[0] != pair[1]), min(len(word), len(other))
    )
    rest, other_rest = word[same:], other[same:]
    one_off = (rest[1:], other_rest[1:]), (rest[1:], other_rest), (rest, other_rest[1:])
    return any(left == right for left, right in one_off) or rest[1::-1] + rest[2:] == other_rest


def _search(word: str) -> Iterator[tuple[str, float]]:
    places = [DictionaryTree.ROOT]
    for i in range(len(word) + 1):
        left, right = word[:i], word[i:]
        for letter in _LETTERS:
            if not (after := _step(places, letter)):
                continue
            if _is_end_of_word(after, right):  # a letter was left out
                yield left + letter + right, _LIKELY
            if right and _is_end_of_word(after, right[1:]):  # a letter was mistaken for another
                yield left + letter + right[1:], _mistake(letter, right[0])
            if right[1:2] == letter and _is_end_of_word(after, right[0] + right[2:]):  # two changed places
                yield left + letter + right[0] + right[2:], _LIKELY
        if not right:
            return
        if _is_end_of_word(places, right[1:]):  # a letter too many
            yield left + right[1:], _addition(right[0], left[-1:] + right[1:2])
        if not (places := _step(places, right[0])):
            return


def _step(places: Iterable[int], letter: str) -> list[int]:
    """Places after the letter; «е» stands for «ё» as well."""
    letters = "её" if letter == "е" else letter
    found = (_tree().follow(each, place) for place in places for each in letters)
    return [place for place in found if place is not None]


def _steps(place: int, letters: str) -> list[int]:
    places = [place]
    for letter in letters:
        places = _step(places, letter)
    return places


def _is_end_of_word(places: list[int], rest: str) -> bool:
    for letter in rest:
        if not (places := _step(places, letter)):
            return False
    return any(_tree().is_word(place) for place in places)


def _mistake(meant: str, typed: str) -> float:
    if any(meant in group and typed in group for group in _CONFUSED):
        return _LIKELY
    return _COMMON if typed in _next_keys(meant) else _RARE


def _addition(typed: str, around: str) -> float:
    if typed in around or typed == "ь":
        return _LIKELY
    return _COMMON if any(typed in _next_keys(letter) for letter in around) else _RARE


@cache
def _next_keys(letter: str) -> frozenset[str]:
    """Keys that touch the letter's own; rows of a keyboard are shifted by half a key."""
    for number, row in enumerate(_KEYBOARD):
        if (column := row.find(normalise(letter))) >= 0:
            same = row[max(0, column - 1) : column + 2]
            above = _KEYBOARD[number - 1][column : column + 2] if number else ""
            below = _KEYBOARD[number + 1][max(0, column - 1) : column + 1] if number < 2 else ""
            return frozenset(same + above + below)
    return frozenset()
