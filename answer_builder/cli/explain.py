"""`explain`: one typical answer, one rule or a category of rules in full."""

from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from typing import TYPE_CHECKING

import click

from answer_builder.errors import CannotRun

if TYPE_CHECKING:
    from answer_builder.catalogue import Field, TypicalAnswer

DOCUMENTS = {
    "answer": "ответ",
    "notification": "уведомление (не ответ по существу)",
    "return_cover": "письмо о возврате обращения",
    "request": "запрос сведений",
    "explanation": "разъяснение",
    "internal_note": "внутренняя запись",
    "site_text": "текст для сайта",
}
TYPES = {
    "text": "текст",
    "phrase": "словосочетание",
    "date": "дата",
    "time": "время: часы и минуты",
    "due": "срок: день, месяц или квартал",
    "list": "список",
    "url": "адрес страницы",
    "number": "число",
    "choice": "выбор",
}
CASES = {
    "nominative": "именительный падеж",
    "genitive": "родительный падеж",
    "dative": "дательный падеж",
    "accusative": "винительный падеж",
    "instrumental": "творительный падеж",
    "prepositional": "предложный падеж",
}
_MOST_MEANT = 3


@click.command(options_metavar="[ПАРАМЕТРЫ]")
@click.argument("name", metavar="ОТВЕТ|ПРАВИЛО|КАТЕГОРИЯ")
def command(name: str) -> None:
    """Рассказать об ответе или правиле: когда нужно, на чём основано, с примерами.

    Об ответе – что в нём заполнить, о правиле – что оно находит и как обойтись
    без него, о категории (evasion, «отписка») – какие в ней правила.

    \b
    Примеры:
      answer-builder explain court_decision
      answer-builder explain evasion.on_control
    """
    click.echo("\n".join(_lines(name)))


def _lines(name: str) -> Iterator[str]:
    from answer_builder import catalogue, lint
    from answer_builder.cli.explain_rule import category_in_words, rule_in_words
    from answer_builder.lint.languagetool import explanation

    answers, rules = catalogue.all_answers(), {rule.id: rule for rule in lint.all_rules()}
    categories = {category: category for category in lint.CATEGORIES}
    categories |= {spoken.lower(): category for category, (spoken, _) in lint.CATEGORIES.items()}
    if name in answers:
        return _answer(answers[name])
    if name in rules:
        return rule_in_words(rules[name], _in_words(rules[name].basis))
    if category := categories.get(name.lower()):
        return category_in_words(category)
    if off := next((off for off in lint.switched_off() if off.id == name), None):
        return iter([f"Правило «{off.id}» выключено: {off.reason} ({off.origin})"])
    if of_second_engine := explanation(name):
        return iter(of_second_engine)
    known = [*answers, *rules, *categories, *(off.id for off in lint.switched_off())]
    raise CannotRun(
        f"Нет ни ответа, ни правила, ни категории «{name}».{_meant(name, known)} "
        "Списки: answer-builder list, answer-builder list rules"
    )


def _meant(name: str, known: Sequence[str]) -> str:
    """What was probably meant: names that look alike, and rules whose own part of the name does."""
    by_tail = [rule for rule in known if name and rule.rpartition(".")[2] == name]
    close = list(dict.fromkeys([*by_tail, *get_close_matches(name.lower(), known, n=_MOST_MEANT, cutoff=0.55)]))
    if not close:
        return ""
    return f" Возможно, вы имели в виду {' или '.join(f'«{one}»' for one in close[:_MOST_MEANT])}?"


def _answer(answer: "TypicalAnswer") -> Iterator[str]:
    yield f"{answer.title} ({answer.slug})"
    yield f"Когда: {answer.when}."
    yield f"Документ: {DOCUMENTS[answer.document]}; {'закрывает' if answer.closes else 'не закрывает'} обращение."
    yield f"Основание: {'; '.join(map(_in_words, answer.basis))}."
    yield f"Срок: {answer.term.span}, отсчёт – {answer.term.counted_from} ({_in_words(answer.term.basis)})."
    if answer.point:
        yield "Может быть одним из пунктов письма, если в обращении несколько вопросов."
    yield f"Сверено с законом в редакции от {answer.legal_as_of:%d.%m.%Y}."
    yield f"Сверить снова до {answer.review_by:%d.%m.%Y}."
    yield f"Откуда: {answer.origin}."
    yield ""
    yield "Что заполнить в [fields]:"
    for field in answer.fields:
        yield from _field(field)
    yield ""
    yield "Письмо обязано сказать, этими или другими словами:"
    yield from (f"  {_ways(phrase)}" for phrase in answer.must_say)
    if answer.must_not_say:
        yield "В письме не место словам:"
        yield from (f"  {_ways(phrase)}" for phrase in answer.must_not_say)


def _ways(phrase: str) -> str:
    return " или ".join(f"«{way}»" for way in phrase.split(" | "))


def _in_words(basis: str) -> str:
    """The norm as the installation's own body names it."""
    from answer_builder import authorities

    return authorities.in_words(basis, authorities.all_authorities()[authorities.default_slug()])


def _field(field: "Field") -> Iterator[str]:
    from answer_builder.cli.spoken_values import spoken

    need = "" if field.required else ", можно не заполнять"
    kind = TYPES[field.type] + (f", {CASES[field.grammatical_case]}" if field.grammatical_case else "")
    yield f"  {field.key} – {field.label} ({kind}{need})"
    if field.hint:
        yield f"      {field.hint}"
    for choice in field.choices:
        yield f"      {choice.key} – {choice.label}"
    if field.example not in ("", []):
        yield f"      Пример: {spoken(field.example)}"
