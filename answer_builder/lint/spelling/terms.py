"""Terms of medicine and chemistry that no dictionary lists: parts from Greek, names of medicines and of illnesses."""

from functools import lru_cache

from answer_builder.lint.spelling.lexicon import is_subject_word, lexicon
from answer_builder.lint.words import has_tag, is_known

_SHORTEST_TERM = 7
_SHORTEST_LAST = 4
_SHORTEST_ILLNESS = 8
_SHORTEST_OTHER_WORD = 6
_PREPOSITIONS = ("от", "из", "при", "без", "для", "на", "по", "до", "за", "об", "с", "в", "к", "у", "о")
_NAMES = ("Name", "Geox", "Surn")
_CASES = ("", "а", "у", "ом", "е", "ы", "ов", "ам", "ами", "ах")


@lru_cache(maxsize=10_000)
def is_term(word: str) -> bool:
    """True for «нефростома», «эзофагогастродуоденоскопия», «адалимумаб», «саркоптоз» in any case."""
    return len(word) >= _SHORTEST_TERM and (_is_put_together(word) or _is_named_by_kind(word))


def _is_put_together(word: str) -> bool:
    known = lexicon()
    rests = (word[len(first) :] for first in known.term_firsts if word.startswith(first))
    return any(
        rest in known.term_lasts or (len(rest) > _SHORTEST_LAST and is_known(rest)) or _is_put_together(rest)
        for rest in rests
    )


def _is_named_by_kind(word: str) -> bool:
    known = lexicon()
    bases = [word[: len(word) - len(case)] for case in _CASES if word.endswith(case)]
    return any(
        (len(base) >= _SHORTEST_TERM and base.endswith(known.medicines))
        or (len(base) >= _SHORTEST_ILLNESS and base.endswith(known.illnesses))
        for base in bases
    ) and not _lacks_space(word)


def _lacks_space(word: str) -> bool:
    """«Назначаютлизиноприл», «отсальмонеллёза»: another word or a preposition sticks to the name."""
    beginnings = (word[:place] for place in range(_SHORTEST_OTHER_WORD, len(word) - 1))
    if any(is_known(other) and not has_tag(other, *_NAMES) for other in beginnings):
        return True
    rests = (word[len(before) :] for before in _PREPOSITIONS if word.startswith(before))
    return any(is_known(rest) or is_subject_word(rest) for rest in rests)
