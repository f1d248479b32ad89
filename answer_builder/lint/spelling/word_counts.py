"""How often official letters use a word: counted over our own content, kept in `word_counts.tsv`."""

from functools import cache
from importlib.resources import files
from math import log

from answer_builder.lint.words import lemmas
from answer_builder.morphology import parses

_FORM_OF_A_COUNTED_WORD = 0.12  # how much of a word's count stands for a form that was not counted
_PLAIN, _NAME, _UNUSUAL = 0.05, 0.008, 0.01
_NAMES = frozenset(("Name", "Surn", "Patr", "Geox", "Orgn", "Abbr"))
_RARE = frozenset(("V-be", "V-bi", "V-oy", "V-ey", "V-ie", "Arch", "Infr", "Slng", "impr", "Supr", "Erro", "Dist"))


def commonness(word: str) -> float:
    """A natural logarithm; words that were never counted go by their grammar: names and archaic forms come last."""
    forms, words = _counts()
    counted = max((words.get(lemma, 0) for lemma in lemmas(word)), default=0)
    return log(forms.get(word, 0) + _FORM_OF_A_COUNTED_WORD * counted + _uncounted(word))


def is_counted(word: str) -> bool:
    """True when our own content has the word in this or another form."""
    forms, words = _counts()
    return word in forms or not words.keys().isdisjoint(lemmas(word))


def _uncounted(word: str) -> float:
    tags = [reading.tag.grammemes for reading in parses(word)]
    return max((_NAME if tag & _NAMES else _UNUSUAL if tag & _RARE else _PLAIN for tag in tags), default=_UNUSUAL)


@cache
def _counts() -> tuple[dict[str, int], dict[str, int]]:
    """Counts by form and by dictionary form."""
    forms: dict[str, int] = {}
    words: dict[str, int] = {}
    for line in (files("answer_builder.lint.spelling") / "word_counts.tsv").read_text("utf-8").splitlines()[1:]:
        lemma, found = line.split("\t")
        for entry in found.split():
            form, count = entry.split(":")
            forms[form] = int(count)
            words[lemma] = words.get(lemma, 0) + int(count)
    return forms, words
