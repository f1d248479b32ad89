"""Words cut short by a full stop or a hyphen: «обр. о лифте», «зам. нач.», «отв-ка», but not «ул. Мира», «5 шт.»."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from answer_builder.content_table import Table
from answer_builder.lint.context import Context
from answer_builder.lint.match import Match
from answer_builder.lint.text import Document, Token
from answer_builder.lint.words import has_tag, is_known

_NEXT = re.compile(r"\.[ \u00a0]?(?:(?P<small>[а-яё])|(?P<other>[А-ЯЁ«\d,]))")
_AFTER_NUMBER = re.compile(r"\d[ \u00a0]?\Z")
_GAP = 1  # a space
_LONGEST = 6  # letters of a word that is cut: a longer unknown one is a rare word or a slip
_VOWELS = "аеиоуыэюяё"


@dataclass(frozen=True, slots=True)
class Shortenings:
    """`usual` may always be cut, `titles` before a name or a number; `cut` are words of their own as well."""

    is_local: ClassVar[bool] = True

    usual: frozenset[str]
    titles: frozenset[str]
    cut: frozenset[str]
    endings: frozenset[str]

    def find(self, document: Document, context: Context) -> Iterator[Match]:
        text, cut_before = document.text, -_LONGEST
        for token in document.tokens:
            if token.kind != "word" or token.is_quoted:
                continue
            if self._is_pulled_together(token):
                yield Match(token.start, token.end)
            elif self._is_cut(token, text, follows_cut=0 <= token.start - cut_before <= _GAP):  # «зам. нач. отд. Уткин»
                cut_before = token.end + 1
                if not _AFTER_NUMBER.search(text, max(0, token.start - _GAP - 1), token.start):
                    yield Match(token.start, token.end + 1)

    def _is_cut(self, token: Token, text: str, *, follows_cut: bool) -> bool:
        after = _NEXT.match(text, token.end)
        word = token.norm
        if after is None or len(word) == 1 or word in self.usual or token.text[1:] != token.text[1:].lower():
            return False
        if after["small"] is None and (word in self.titles or after["other"] in ",«"):
            return False
        if word in self.cut:
            return after["small"] is not None or follows_cut
        is_strange = len(word) <= _LONGEST and word[-1] not in _VOWELS and (not is_known(word) or has_tag(word, "Abbr"))
        return is_strange and (after["small"] is not None or follows_cut)

    def _is_pulled_together(self, token: Token) -> bool:
        first, hyphen, last = token.norm.rpartition("-")
        if not hyphen or last not in self.endings or not 1 < len(first) <= _LONGEST:
            return False
        if token.norm in self.titles or is_known(token.norm):
            return False
        return len(last) == 1 or not is_known(first) or has_tag(first, "Abbr")


def read(table: Table, *, reads_quotes: bool) -> Shortenings:
    """`usual`, `titles`, `cut`, `endings`: words and endings, one string each."""
    return Shortenings(table.words("usual"), table.words("titles"), table.words("cut"), table.words("endings"))
