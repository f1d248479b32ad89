"""What a search compares: words in any grammatical form, numbers, references to a law in any order of their parts."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from answer_builder.morphology import parses

_SHORTEST_ROOT = 5
_FUNCTION_WORDS = frozenset(("PREP", "CONJ", "PRCL", "INTJ"))
_WORD = re.compile(r"(?P<law>\d+)[ \u00a0]?-?[ \u00a0]?фз\b|\d+(?:[.,/-]\d+)*|[а-яa-z]+(?:-[а-яa-z]+)*")
_UNITS = {"ст": "статья", "ч": "часть", "п": "пункт", "пп": "подпункт", "подп": "подпункт"}
_UNIT = re.compile(r"\b(стат[а-я]+|част[а-я]+|подпункт[а-я]*|пункт[а-я]*|подп|пп|ст|ч|п)\b\.?\s*(\d+(?:\.\d+)*)")
_CLAUSE_OF_AN_ORDER = re.compile(r"\b\d{3} (\d+(?:\.\d+)*)")  # 001 7.7

Part = tuple[str, str]  # («статья», «8»)


@dataclass(frozen=True, slots=True)
class Word:
    """A word or number of a text and all it may be found as: «59-фз» also as «59», «обжалуется» as «обжалует»."""

    start: int
    end: int
    keys: frozenset[str]


@dataclass(frozen=True, slots=True)
class Reference:
    """A place in a law: «часть 3 статьи 8», whatever the order and the shortening of its parts."""

    start: int
    end: int
    parts: frozenset[Part]


@dataclass(frozen=True, slots=True)
class Wanted:
    """One thing that a query asks for: a word in any of its forms, or a reference with at least these parts."""

    typed: str
    start: int
    forms: frozenset[str] = frozenset()
    parts: frozenset[Part] = frozenset()

    def spans(self, text: str) -> Iterator[tuple[int, int]]:
        """Where the text has it."""
        if self.parts:
            yield from ((place.start, place.end) for place in references(text) if self.parts <= place.parts)
        else:
            yield from ((word.start, word.end) for word in words(text) if self.forms & word.keys)

    def by_root(self, vocabulary: frozenset[str]) -> "Wanted":
        """The same with the words of the same root instead: «миграционный» → «миграция»."""
        root = self.typed[: max(_SHORTEST_ROOT, round(len(self.typed) * 0.6))]
        kin = frozenset(word for word in vocabulary if word.startswith(root) and len(root) >= _SHORTEST_ROOT)
        return Wanted(self.typed, self.start, forms=kin)


def folded(text: str) -> str:
    """The text in lower case, «е» for «ё»: letter for letter as long as it was."""
    return text.lower().replace("ё", "е").replace("‑", "-").replace("–", "-")


@lru_cache(maxsize=4096)
def words(text: str) -> tuple[Word, ...]:
    """All words and numbers of a text."""
    return tuple(
        Word(match.start(), match.end(), _keys(match[0], match["law"])) for match in _WORD.finditer(folded(text))
    )


@lru_cache(maxsize=4096)
def references(text: str) -> tuple[Reference, ...]:
    """All references to places in a law; parts that stand side by side make one."""
    found: list[Reference] = []
    text = folded(text)
    for match in _UNIT.finditer(text):
        parts = frozenset(((_unit(match[1]), match[2]),))
        if found and not text[found[-1].end : match.start()].strip(" ,\u00a0"):
            last = found.pop()
            found.append(Reference(last.start, match.end(), last.parts | parts))
        else:
            found.append(Reference(match.start(), match.end(), parts))
    for match in _CLAUSE_OF_AN_ORDER.finditer(text):
        found.append(Reference(match.start(), match.end(), frozenset((("пункт", match[1]),))))
    return tuple(found)


def wanted(query: str) -> tuple[Wanted, ...]:
    """What the query asks for, in its order; prepositions and conjunctions are left out unless it has nothing else."""
    places = references(query)
    asked = [Wanted(query[place.start : place.end], place.start, parts=place.parts) for place in places]
    inside = [(place.start, place.end) for place in places]
    others = [word for word in words(query) if not any(start <= word.start < end for start, end in inside)]
    telling = [word for word in others if not _is_function_word(_text(query, word))]
    for word in telling or (others if not asked else []):
        asked.append(Wanted(_text(query, word), word.start, forms=_forms(_text(query, word))))
    return tuple(sorted(asked, key=lambda one: one.start))


def _text(query: str, word: Word) -> str:
    return folded(query)[word.start : word.end]


def _keys(word: str, law: str | None) -> frozenset[str]:
    if law:
        return frozenset((f"{law}-фз", law, "фз"))
    if word.endswith(("ся", "сь")):
        return frozenset((word, word[:-2]))
    return frozenset((word,))


def _forms(word: str) -> frozenset[str]:
    """Every form of every word this may be a form of."""
    if law := re.fullmatch(r"(\d+)\W*фз", word):
        return frozenset((f"{law[1]}-фз",))
    if word[0].isdigit():
        return frozenset((word,))
    readings = list(parses(word))
    for reading in parses(word):
        if reading.normal_form.endswith("ся"):
            readings += parses(reading.normal_form[:-2])
    return frozenset(folded(form.word) for reading in readings for form in reading.lexeme) | {word}


def _is_function_word(word: str) -> bool:
    return not word[0].isdigit() and parses(word)[0].tag.POS in _FUNCTION_WORDS


def _unit(word: str) -> str:
    if word in _UNITS:
        return _UNITS[word]
    return next(unit for unit in ("статья", "часть", "подпункт", "пункт") if word[:4] == unit[:4])
