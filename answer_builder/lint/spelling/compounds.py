"""Compounds that no dictionary lists: a first part of a closed list and a known word."""

from functools import lru_cache

from answer_builder.lint.spelling.lexicon import is_subject_word, lexicon
from answer_builder.lint.spelling.neighbours import neighbours
from answer_builder.lint.spelling.word_counts import is_counted
from answer_builder.lint.words import has_tag, is_known

_SHORTEST_STEM = 5
_NOT = "не"
_OF_DEEDS = ("до", "недо", "не")
_SHORTEST_DEED = 8
_QUALITIES = ("ADJF", "PRTF", "ADVB")
_DEEDS = ("ние", "ния", "нию", "нием", "нии", "ость", "ости", "остью")
_VERBAL = ("VERB", "INFN", "PRTF", "GRND")


@lru_cache(maxsize=10_000)
def is_compound(word: str) -> bool:
    """True for «соцобъект», «двенадцатичасовой», «нерассмотренный», «онлайн-запись», «актуализироваться»."""
    if "-" in word:
        *first, last = word.split("-")
        return _is_part(last) and all(part in lexicon().first_parts or _is_part(part) for part in first)
    if not (_is_reflexive(word) or _has_first_part(word) or _has_number(word) or _is_negated(word)):
        return False
    return not any(map(is_counted, neighbours(word)))  # «госдарственный» is no gift of the state


def _is_part(word: str) -> bool:
    return is_known(word) or is_subject_word(word) or is_compound(word)


def _is_stem(rest: str) -> bool:
    return len(rest) >= _SHORTEST_STEM and (is_known(rest) or is_subject_word(rest))


def _is_reflexive(word: str) -> bool:
    return word.endswith(("ся", "сь")) and is_known(word[:-2]) and has_tag(word[:-2], *_VERBAL)


def _has_first_part(word: str) -> bool:
    known = lexicon()
    rests = (word[len(prefix) :] for prefix in known.prefixes if word.startswith(prefix))
    return any(rest in known.second_parts or _is_stem(rest) for rest in rests)


def _has_number(word: str) -> bool:
    known = lexicon()
    rests = (word[len(number) :] for number in known.number_prefixes if word.startswith(number))
    return any(rest in known.second_parts or _is_stem(rest) or _has_number(rest) for rest in rests)


def _is_negated(word: str) -> bool:
    """Qualities and deeds are written together with «не», verbs are not: «неявляется» stays a mistake."""
    rests = (word[len(prefix) :] for prefix in _OF_DEEDS if word.startswith(prefix))
    if any(len(rest) >= _SHORTEST_DEED and rest.endswith(_DEEDS) and is_known(rest) for rest in rests):
        return True
    return word.startswith(_NOT) and _is_stem(word[len(_NOT) :]) and has_tag(word[len(_NOT) :], *_QUALITIES)
