"""The catalogue's wording of one answer, filled with the values of its case."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from answer_builder import authorities, catalogue
from answer_builder.catalogue import Due, Field
from answer_builder.letter.russian_dates import by_when, in_words
from answer_builder.model import Case
from answer_builder.plural import plural

# to one person «Вы» and «Ваш» are capitalised, to several they are not (except where a sentence begins)
_YOU = re.compile(r"(?<!^)(?<![.!?]\s)\b(?:Вы|Вас|Вам|Вами|Ваш[а-я]*)\b")
_ENDS_SENTENCE = (".", "!", "?", "…", ":", ";")
# a sentence ends inside, not an abbreviation: «г. Корсаков», «ул. Портовая», «им. А.С. Пушкина»
_ENDS_INSIDE = re.compile(r"(?:[!?]|(?<![\s.(«][а-яё])(?<![\s.(«][а-яё]{2})(?<![А-ЯЁ])\.)\s+[А-ЯЁA-Z]")


@dataclass(frozen=True, slots=True)
class Said:
    """The words of a letter that its answer, or its answers, give it."""

    heading: str
    text: tuple[str, ...]
    closing: tuple[str, ...]
    attachments: tuple[str, ...]


def say_answer(case: Case) -> Said:
    """The words of a letter on one question."""
    words = Wording(case)
    return Said(
        heading=words.say(words.answer.subject_line),
        text=tuple(words.paragraphs((*words.answer.opening, *words.answer.text, *words.answer.ending))),
        closing=tuple(words.closing()),
        attachments=tuple(words.attachments()),
    )


class Wording:
    """Says what the catalogue words, with the values of one question's case."""

    def __init__(self, case: Case):
        authority = authorities.all_authorities()[case.authority]
        self.case = case
        self.answer = catalogue.all_answers()[case.answer]
        self.is_several = case.addressee.is_several
        self.values = {
            "addressed_to": _to_whom(case.incoming.addressed_to),
            "arrived": catalogue.shared().arrivals[case.incoming.channel],
            "registered": in_words(case.incoming.registered),
            "number": case.incoming.number,
            "authority_short": authority.short_name,
            "authority_address": authority.requisites["address"],
            "authority_phone": authority.requisites["phone"],
            "authority_site": authority.requisites["site"],
            "executor_name": case.executor.name,
            "executor_phone": case.executor.phone,
        }
        for field in self.answer.fields:
            if field.type != "list":
                self.values[field.key] = _as_text(field, case.fields[field.key])
        for field in self.answer.fields:  # a choice may mention other fields, so it comes when they are there
            for choice in field.choices:
                if case.fields[field.key] == choice.key:
                    self.values[field.key] = self.say(choice.text, capitalise=False)

    def paragraphs(self, text: Iterable[str]) -> Iterator[str]:
        """The paragraphs of a text in order; lists and the executor's own words stand where the catalogue says."""
        lists = {f"{{{{ {field.key} }}}}": field for field in self.answer.fields if field.type == "list"}
        for wording in text:
            if wording == "{{ body }}":
                yield from self.case.body
            elif wording in lists:
                yield from self._list(lists[wording])
            elif paragraph := self.say(wording):
                yield paragraph

    def say(self, wording: str, *, capitalise: bool = True) -> str:
        """The author's wording with shared phrases, the right «вы» and this case's values."""
        text = catalogue.fill(self._addressed(catalogue.expand(wording, catalogue.shared().phrases)), self.values)
        return text[:1].upper() + text[1:] if capitalise else text

    def closing(self) -> Iterator[str]:
        """The paragraphs after the text, whom to ask first of all."""
        return map(self.say, self.answer.closing)

    def attachments(self) -> Iterator[str]:
        """What the answer itself attaches."""
        return filter(None, (self.say(line, capitalise=False) for line in self.answer.attachments))

    def _list(self, field: Field) -> Iterator[str]:
        items = [self._item(field, value) for value in self.case.fields[field.key] or ()]
        if len(items) == 1:
            yield _sentence(catalogue.fill(self._addressed(field.one), {"item": items[0]}))
        elif items:
            yield self._addressed(field.many)
            yield from numbered(items)

    def _item(self, field: Field, value: Any) -> str:
        if not field.columns:
            return str(value)
        parts = {column.key: _as_text(column, value[column.key]) for column in field.columns}
        return catalogue.fill(self._addressed(field.item), parts)

    def _addressed(self, wording: str) -> str:
        """«Вы» for one person, «вы» for several; only in the catalogue's words, never in what was typed."""
        return _YOU.sub(lambda match: match[0].lower(), wording) if self.is_several else wording


def numbered(items: list[str]) -> Iterator[str]:
    """«1) …;» and «2) ….», or sentences of their own when an item already holds several."""
    are_sentences = any(_ENDS_INSIDE.search(item) for item in items)
    for number, item in enumerate(items, 1):
        if are_sentences:
            yield _sentence(f"{number}) {item[:1].upper()}{item[1:]}")
        else:
            bare = item.rstrip(";")
            is_last = number == len(items) or bare.endswith(("?", "!"))
            yield _sentence(f"{number}) {bare}") if is_last else f"{number}) {bare};"


def _to_whom(addressed_to: str) -> str:
    """«в министерство …», but «министру …»: 001 3.6 lets a citizen write to an official."""
    is_official = addressed_to.partition(" ")[0].lower() in catalogue.shared().officials
    return addressed_to if is_official else f"в {addressed_to}"


def _as_text(field: Field, value: Any) -> str:
    """A typed value as it stands inside a sentence; "" for None."""
    if value is None:
        return ""
    if isinstance(value, Due):
        return by_when(value)
    if field.type == "date":
        return in_words(value)
    if field.type == "time":
        return f"{value:%H:%M}"
    if field.type == "number" and field.forms:
        return f"{value}\N{NO-BREAK SPACE}{plural(value, field.forms)}"
    return str(value)


def _sentence(text: str) -> str:
    return text if text.endswith(_ENDS_SENTENCE) else f"{text}."
