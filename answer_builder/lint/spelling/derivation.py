"""Words that grow regularly out of a known one: deeds, qualities, adjectives, names of places and their adjectives."""

from collections.abc import Iterator

from answer_builder.lint.spelling.lexicon import is_subject_word, lexicon
from answer_builder.lint.words import has_tag, is_known, lemmas

_SHORTEST_STEM, _SHORTEST_BASE = 5, 4
_SHORTEST_ADJECTIVE = 8
_DERIVED = {
    "ый": ("ость", "ости", "остью", "остей", "остям", "остями", "остях", "о"),
    "ать": ("ание", "ания", "анию", "анием", "ании", "аний", "аниям", "аниями", "аниях"),
    "ить": ("ение", "ения", "ению", "ением", "ении", "ений", "ениям", "ениями", "ениях"),
}
_HARD = ("ый", "ая", "ое", "ые", "ого", "ому", "ым", "ом", "ой", "ую", "ых", "ыми")
_SOFT = ("ий", "ая", "ое", "ие", "ого", "ому", "им", "ом", "ой", "ую", "их", "ими")
_OF_NOUNS = (  # suffix of an adjective, its endings, what the noun has in place of the suffix
    ("н", _HARD, ("", "а", "я", "ы")),
    ("ов", _HARD, ("", "а", "ы")),
    ("ев", _HARD, ("", "й", "ь", "я")),
    ("очн", _HARD, ("ка",)),
    ("ионн", _HARD, ("ия",)),
    ("ическ", _SOFT, ("ия", "ика")),
    ("ск", _SOFT, ("",)),
)
_OF_PLACES = ("", "а", "я", "ь", "о", "ы", "и", "ово", "ево", "ка")
_LANDS = ("ье", "ья", "ью", "ьем")
_BY = ("при", "за", "под", "по", "пред", "меж", "над", "транс")

# «Контаминированный», «биркование»: an ending is right when the model word takes it as well.
_MODEL = "регистр"
_STARTS = ("аци", "ирова", "иру", "атор")
_BASES = ("ация", "ировать", "ирование", "", "а", "ия", "я", "ка", "о")
_MADE = "из"
_MADE_OF = ("", "ьный", "ный", "ия", "а", "ика", "ический")
_WITH = "со"
_AGAIN = ("де", "дез", "ре", "ко", "дис", "суб", "гипер", "само", "гео", "крипто")


def is_derived(word: str) -> bool:
    """True for «укомплектованность», «буреломный», «контаминированный», «прииртышье»."""
    return any(
        is_so(word)
        for is_so in (
            _is_deed_or_quality,
            _is_adjective,
            _is_of_place,
            _is_of_family,
            _is_done_again,
            _is_shared,
        )
    )


def _is_deed_or_quality(word: str) -> bool:
    return any(
        word.endswith(ending)
        and len(word) > len(ending) + _SHORTEST_STEM
        and (_is_listed(word[: -len(ending)] + base) or (base == "ый" and _is_adjective(word[: -len(ending)] + base)))
        for base, endings in _DERIVED.items()
        for ending in endings
    )


def _is_listed(word: str) -> bool:
    return is_known(word) or is_subject_word(word)


def _is_noun(word: str) -> bool:
    """In its dictionary form: «поездано» is «поезда» and «но» without a space."""
    return has_tag(word, "NOUN") and word in lemmas(word) if is_known(word) else is_subject_word(word)


def _is_adjective(word: str) -> bool:
    """«Буреломный» of «бурелом», «деляночный» of «делянка», «подологический» of «подология»."""
    if len(word) < _SHORTEST_ADJECTIVE:
        return False
    return any(
        len(stem) >= _SHORTEST_BASE and any(_is_noun(stem + end) for end in ends)
        for suffix, endings, ends in _OF_NOUNS
        for stem in _without(word, suffix, endings)
    )


def _is_of_place(word: str) -> bool:
    """«Прииртышье», «приангарский», «тетюшский»."""
    bases = [stem for stem in _without(word, "ск", _SOFT) if len(stem) >= _SHORTEST_BASE]
    bases += [word[: -len(end)] for end in _LANDS if word.endswith(end) and word.startswith(_BY)]
    bases += [base[len(by) :] for base in bases for by in _BY if base.startswith(by)]
    return any(
        len(base) >= _SHORTEST_BASE and is_known(base + end) and has_tag(base + end, "Geox")
        for base in bases
        for end in _OF_PLACES
    )


def _without(word: str, suffix: str, endings: tuple[str, ...]) -> Iterator[str]:
    for ending in endings:
        if word.endswith(suffix + ending):
            yield word[: -len(suffix + ending)]


def _is_of_family(word: str) -> bool:
    """«Контаминированный» beside «контаминация», «категорирование» of «категория», «виртуализация» of «виртуальный»."""
    for start in _STARTS:
        place = word.find(start, _SHORTEST_BASE)
        if place < 0 or not is_known(_MODEL + word[place:]):
            continue
        stem = word[:place]
        if any(is_known(stem + base) for base in _BASES):
            return True
        made = stem.removesuffix(_MADE)
        if made != stem and len(made) >= _SHORTEST_BASE and any(is_known(made + base) for base in _MADE_OF):
            return True
    return False


def _is_done_again(word: str) -> bool:
    """«Депремировать», «реимплантация»: of such deeds only."""
    rests = (word[len(prefix) :] for prefix in _AGAIN if word.startswith(prefix))
    return any(is_known(rest) and any(start in rest for start in _STARTS) for rest in rests)


def _is_shared(word: str) -> bool:
    """«Соинвестор», «созаявитель»: only of people, for «совниманием» lacks a space."""
    rest = word.removeprefix(_WITH)
    return rest != word and len(rest) >= _SHORTEST_STEM and is_known(rest) and has_tag(rest, "anim")


def is_shortened(word: str) -> bool:
    """«Допмера», «студклуб», «госпромнадзор»: shortened first parts before a noun of four letters at least."""
    rests = (word[len(first) :] for first in lexicon().shortened if word.startswith(first))
    return any(
        len(rest) >= _SHORTEST_BASE and ((is_known(rest) and has_tag(rest, "NOUN")) or is_shortened(rest))
        for rest in rests
    )
