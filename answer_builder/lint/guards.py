"""Where a rule must stay silent: certain words near by, facts in the sentence, a quotation, a name."""

from dataclasses import dataclass

from answer_builder.content_table import Table
from answer_builder.lint.facts import FACTS, shows
from answer_builder.lint.text import Paragraph, Sentence, Token
from answer_builder.lint.word_lists import word_list
from answer_builder.lint.words import has_tag, is_known, lemmas, normalise
from answer_builder.morphology import parses

_YOU = {"вы", "ваш"}


@dataclass(frozen=True, slots=True)
class Guards:
    """Conditions of one rule or of one entry in it."""

    near: frozenset[str] = frozenset()
    within: int = 0
    facts: tuple[str, ...] = ()
    only_near: frozenset[str] = frozenset()
    short: int = 0
    told: tuple[str, ...] = ()
    followed: tuple[str, ...] = ()

    def allow(self, sentence: Sentence, first: int, last: int) -> bool:
        """True when a match over the tokens `first`…`last` is a real one."""
        if self.short and sentence.word_count > self.short:
            return False
        around = self._around(sentence, first, last)
        if self.near and any(_says(token, self.near) for token in around):
            return False
        if self.only_near and not any(_says(token, self.only_near) for token in around):
            return False
        end = sentence.tokens[last].end - sentence.start if last >= 0 else 0
        return not any(shows(fact, sentence.text, end) for fact in self.facts)

    def is_told(self, paragraph: Paragraph, sentence: Sentence) -> bool:
        """True when a neighbouring sentence gives the fact that the match alone lacks."""
        if any(FACTS[fact].search(paragraph.text) for fact in self.told):
            return True
        following = next((other for other in paragraph.sentences if other.start > sentence.start), None)
        return following is not None and any(FACTS[fact].search(following.text) for fact in self.followed)

    def _around(self, sentence: Sentence, first: int, last: int) -> list[Token]:
        left = max(0, first - self.within) if self.within else 0
        right = last + 1 + self.within if self.within else len(sentence.tokens)
        return sentence.tokens[left:first] + sentence.tokens[first + 1 : last] + sentence.tokens[last + 1 : right]


def read_guards(table: Table) -> Guards:
    """Fields `unless`, `only` (lemmas; `@people` is a whole list), `within`, `short` (words), and facts that silence.

    Those are `unless_fact` in the sentence, `unless_told` in the paragraph, `unless_followed` in the next sentence.
    """
    return Guards(
        _words(table, "unless"),
        table.integer("within", 0),
        _facts(table, "unless_fact"),
        _words(table, "only"),
        table.integer("short", 0),
        _facts(table, "unless_told"),
        _facts(table, "unless_followed"),
    )


def _words(table: Table, key: str) -> frozenset[str]:
    written = table.words(key)
    listed = word_list("people") if "@people" in written else frozenset()
    return frozenset(normalise(word) for word in written - {"@people"}) | listed


def _facts(table: Table, key: str) -> tuple[str, ...]:
    facts = tuple(sorted(table.words(key)))
    for fact in facts:
        if fact not in FACTS:
            table.fail(key, f"«{fact}» не подходит, можно: {', '.join(FACTS)}")
    return facts


def stands_as_name(sentence: Sentence, first: int, last: int, names: frozenset[str]) -> bool:
    """True of a name, of what the letter itself is told to be one, and of words after a surname by initials."""
    token = sentence.tokens[first]
    if token.is_capitalised and stands_by_initials(sentence, first):
        return True
    return first == last and (is_name(sentence, first) or token.norm in names)


def is_name(sentence: Sentence, position: int) -> bool:
    """True when a capitalised word is a name: inside a sentence, next to initials, or after a place word."""
    token = sentence.tokens[position]
    if not token.is_capitalised or lemmas(token.norm.partition("-")[0]) & _YOU:  # «Вашей-то» is none
        return False
    if position > 0 and not token.text.isupper():
        return True
    if is_known(token.norm) and "Surn" in parses(token.norm)[0].tag:
        return True
    following = sentence.tokens[position + 1 : position + 2]
    return any(len(word.text) == 1 and word.is_capitalised and word.norm not in "авиоуск" for word in following) or any(
        has_tag(word.norm, "Patr") for word in following
    )


def stands_by_initials(sentence: Sentence, position: int) -> bool:
    """True when the word before or after is an initial with its full stop («Тормозова А.П.»)."""
    for near in (position - 1, position + 1):
        if 0 <= near < len(sentence.tokens):
            token = sentence.tokens[near]
            after = sentence.text[token.end - sentence.start : token.end - sentence.start + 1]
            if len(token.text) == 1 and token.is_capitalised and after == ".":
                return True
    return False


def follows_place_word(sentence: Sentence, position: int) -> bool:
    """True after «деревня», «ул.», «р.» and the like, one other capitalised word may stand between."""
    before = sentence.tokens[max(0, position - 2) : position]
    return any(token.lemmas & word_list("place_words") for token in before)


def _says(token: Token, words: frozenset[str]) -> bool:
    return not token.lemmas.isdisjoint(words) or "=" + token.norm in words
