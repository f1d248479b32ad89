"""Compounds that no dictionary lists: a first part of a closed list and a known word."""

from functools import lru_cache

from answer_builder.lint.spelling.derivation import is_derived, is_shortened
from answer_builder.lint.spelling.lexicon import is_subject_word, lexicon
from answer_builder.lint.spelling.neighbours import neighbours
from answer_builder.lint.spelling.terms import is_term
from answer_builder.lint.spelling.word_counts import is_counted
from answer_builder.lint.words import has_tag, is_known
from answer_builder.morphology import parses

_SHORTEST_STEM = 5
_NOT = "не"
_OF_DEEDS = ("до", "недо", "не")
_SHORTEST_DEED = 8
_SHORTEST_FIRST, _SHORTEST_LAST, _SHORTEST_VERB = 4, 3, 7
_STEM_ENDINGS = ("", "а", "я", "ь", "й", "ы", "ий", "ый")
_VERB_PREFIXES = ("раз", "рас", "пере", "до", "от", "под", "про", "за", "вы", "на", "об", "пред")
_QUALITIES = ("ADJF", "PRTF", "ADVB")
_DEEDS = ("ние", "ния", "нию", "нием", "нии", "ость", "ости", "остью")
_VERBAL = ("VERB", "INFN", "PRTF", "GRND")


@lru_cache(maxsize=10_000)
def is_compound(word: str) -> bool:
    """True for «соцобъект», «двенадцатичасовой», «нерассмотренный», «онлайн-запись», «актуализироваться»."""
    if "-" in word:
        *first, last = word.split("-")
        return _is_part(last) and all(
            part in lexicon().first_parts or _is_part(part) or _is_first(part) for part in first
        )
    if any(is_so(word) for is_so in (_is_reflexive, _has_first_part, is_shortened, _has_number, _is_negated)):
        return not any(is_known(near) and is_counted(near) for near in neighbours(word))  # «госдарственный»: no gift
    return any(is_so(word) for is_so in (is_derived, is_term, _is_joined, _has_verb_prefix)) and not any(
        map(is_known, neighbours(word))
    )


def _is_part(word: str) -> bool:
    return is_known(word) or is_subject_word(word) or is_compound(word)


def _is_first(part: str) -> bool:
    """«койко-место», «учебно-курсовой»: the stem of a known word with «о» or «е»."""
    return part[-1] in "ое" and any(is_known(part[:-1] + ending) for ending in _STEM_ENDINGS)


def _is_stem(rest: str) -> bool:
    return len(rest) >= _SHORTEST_STEM and (is_known(rest) or is_subject_word(rest))


def _is_reflexive(word: str) -> bool:
    return word.endswith(("ся", "сь")) and is_known(word[:-2]) and has_tag(word[:-2], *_VERBAL)


def _has_first_part(word: str) -> bool:
    known = lexicon()
    rests = (word[len(prefix) :] for prefix in known.prefixes if word.startswith(prefix))
    return any(rest in known.second_parts or (_is_stem(rest) and _is_no_verb(rest)) for rest in rests)


def _is_no_verb(rest: str) -> bool:
    """«педполагает» lacks a letter; a subject word is no verb either."""
    return has_tag(rest, "NOUN", *_QUALITIES) or not is_known(rest)


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


def _is_joined(word: str) -> bool:
    """«снегоболотоход», «старомонгольский»: any two words joined by «о» or «е», both of them not at once usual."""
    places = (place for place in range(_SHORTEST_FIRST, len(word) - _SHORTEST_LAST + 1) if word[place - 1] in "ое")
    return any(_joins(word[:place], word[place:]) for place in places)


def _joins(first: str, last: str) -> bool:
    if not (
        (_is_stem(last) and has_tag(last, "NOUN", "ADJF", "PRTF"))
        or last in lexicon().second_parts
        or (len(last) > len(first) and _is_joined(last))
    ):
        return False
    if is_known(first):  # «местоработы» and «новыедоводы» lack a space
        tags = [reading.tag for reading in parses(first)] if first[-1] == "о" and not is_counted(first) else []
        return any("ADJS" in tag or {"NOUN", "neut", "nomn"} in tag for tag in tags)
    return _is_first(first)


def _has_verb_prefix(word: str) -> bool:
    plain = word[:-2] if word.endswith(("ся", "сь")) else word
    rests = (plain[len(prefix) :] for prefix in _VERB_PREFIXES if plain.startswith(prefix))
    return any(len(rest) >= _SHORTEST_VERB and is_known(rest) and has_tag(rest, *_VERBAL) for rest in rests)
