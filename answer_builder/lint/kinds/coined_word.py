"""Words that no dictionary has and that are like no other, but look like slang by how they are made: «зафрендить»."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from answer_builder.content_table import Table
from answer_builder.lint.context import Context
from answer_builder.lint.match import Match
from answer_builder.lint.spelling import accepts, is_slip
from answer_builder.lint.text import Document
from answer_builder.lint.words import is_known, normalise
from answer_builder.morphology import parses

_SHORTEST, _LONGEST = 6, 14  # letters: shorter ones may be pieces of a word, longer ones words without a space
_VERBS = {"VERB", "INFN"}  # a participle is often a term put together: «светоотверждаемый»
_DONE = re.compile(  # a prefix and an end that no noun is likely to have both: «завизили», a guess may call it a noun
    r"(?:за|от|пере|про|на|с|по|ра[зс]|вы|до|под|при|об|у)\w{3,}(?:ил[аио]|ать|ить|ал[аи]|нул[аи]|нуть|ят|ают|нут)(?:с[яь])?"
)


@dataclass(frozen=True, slots=True)
class CoinedWords:
    """`nouns` end so; verbs all look like slang but those that end as the `learned` ones do."""

    is_local: ClassVar[bool] = True

    nouns: tuple[str, ...]
    learned: tuple[str, ...]
    reads_quotes: bool

    def find(self, document: Document, context: Context) -> Iterator[Match]:
        for sentence in document.sentences:
            for position, token in enumerate(sentence.tokens):
                if not _SHORTEST <= len(token.text) <= _LONGEST or is_known(token.norm) or not token.text.islower():
                    continue
                if "-" in token.text or (token.is_quoted and not self.reads_quotes):
                    continue
                is_unknown = self._is_coined(token.norm) and not accepts(sentence, position, context.names)
                if is_unknown and not is_slip(sentence, position):
                    yield Match(token.start, token.end)

    def _is_coined(self, word: str) -> bool:
        likeliest, *others = parses(word)
        verbs = [parse for parse in (likeliest, *others) if parse.tag.POS in _VERBS]
        if verbs and (verbs[0] is likeliest or _DONE.fullmatch(word)):
            return not normalise(verbs[0].normal_form).removesuffix("ся").endswith(self.learned)
        return likeliest.tag.POS == "NOUN" and normalise(likeliest.normal_form).endswith(self.nouns)


def read(table: Table, *, reads_quotes: bool) -> CoinedWords:
    """`nouns` and `learned`: ends of dictionary forms."""
    nouns, learned = (table.strings(key, required=True) for key in ("nouns", "learned"))
    return CoinedWords(nouns, learned, reads_quotes)
