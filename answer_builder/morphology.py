"""The Russian dictionary, loaded once for the whole program; the only importer of pymorphy3."""

from functools import cache, lru_cache
from pathlib import Path
from typing import Any

REMEMBERED = 20_000  # words; a letter has some 300 different ones, ten thousand names some 15,000


@cache
def _analyser() -> Any:
    """The pymorphy3 analyser: about 0.15 s and 25 MB, so only at the first word that is really looked up."""
    from pymorphy3 import MorphAnalyzer  # noqa: PLC0415
    from pymorphy3_dicts_ru import get_path  # noqa: PLC0415

    return MorphAnalyzer(path=get_path(), lang="ru")  # without the path all installed packages are searched for it


@lru_cache(maxsize=REMEMBERED)
def parses(word: str) -> tuple[Any, ...]:
    """Every reading of a word in lower case, the likeliest first; guessed when the dictionary lacks the word."""
    try:
        return tuple(_analyser().parse(word))
    except ValueError:  # it asks for the Unicode name of a letter, and Tangut, for one, has none
        return tuple(_analyser().parse("\N{REPLACEMENT CHARACTER}"))


def has_entry(word: str) -> bool:
    """True when the dictionary has the word, be it as a known misspelling; «е» may stand for «ё»."""
    return bool(_analyser().word_is_known(word))


class DictionaryTree:
    """The dictionary letter by letter, so that words near a misspelt one are found without asking for each in turn."""

    ROOT = 0
    _WORD_ENDS = 1  # the byte between a word and its grammar

    def __init__(self) -> None:
        from dawg_python import DAWG  # noqa: PLC0415
        from pymorphy3_dicts_ru import get_path  # noqa: PLC0415

        # read once more, some 15 MB: pymorphy3 itself holds it in C where it can, and there no letters are followed
        self._tree = DAWG().load(str(Path(get_path()) / "words.dawg")).dct

    def follow(self, letters: str, place: int = ROOT) -> int | None:
        """The place after these letters, None where no word goes on like that; «е» is not «ё» here."""
        found: int | None = self._tree.follow_bytes(letters.encode(), place)
        return found

    def is_word(self, place: int) -> bool:
        """True when a word ends at the place."""
        return self._tree.follow_char(self._WORD_ENDS, place) is not None
