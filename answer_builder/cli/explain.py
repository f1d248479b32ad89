"""`explain`: one typical answer or one rule in full."""

from collections.abc import Iterator
from difflib import get_close_matches
from typing import TYPE_CHECKING

import click

from answer_builder.errors import CannotRun

if TYPE_CHECKING:
    from answer_builder.catalogue import Field, TypicalAnswer
    from answer_builder.lint import Rule

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


@click.command(options_metavar="[ПАРАМЕТРЫ]")
@click.argument("name", metavar="ОТВЕТ|ПРАВИЛО")
def command(name: str) -> None:
    """Рассказать об одном ответе или правиле: когда нужно, на чём основано, что заполнить.

    \b
    Пример:
      answer-builder explain court_decision
    """
    from answer_builder import catalogue, lint
    from answer_builder.lint.languagetool import explanation

    answers = catalogue.all_answers()
    if name in answers:
        lines = list(_answer(answers[name]))
    else:
        rules = {rule.id: rule for rule in lint.all_rules()}
        if off := next((off for off in lint.switched_off() if off.id == name), None):
            click.echo(f"Правило «{off.id}» выключено: {off.reason} ({off.origin})")
            return
        if of_second_engine := explanation(name):
            click.echo("\n".join(of_second_engine))
            return
        if name not in rules:
            close = get_close_matches(name, [*answers, *rules], n=1, cutoff=0.5)
            hint = f" Возможно, вы имели в виду «{close[0]}»?" if close else ""
            raise CannotRun(f"Нет ни ответа, ни правила «{name}».{hint} Список: answer-builder list")
        lines = list(_rule(rules[name]))
    click.echo("\n".join(lines))


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


def _rule(rule: "Rule") -> Iterator[str]:
    from answer_builder.lint.level_words import LEVEL_WORDS

    yield f"{rule.title} ({rule.id}, {LEVEL_WORDS[rule.level][0]})"
    yield f"Почему: {rule.why}"
    yield f"Основание: {_in_words(rule.basis)}"
    yield f"Откуда: {rule.origin}"
    yield ""
    for example in rule.examples:
        verdict = "Находит: " if example.finds else "Не трогает: "
        yield f"  {verdict}{example.text}"
