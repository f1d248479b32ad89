"""Does an own content folder work? Its examples become letters, its rules find what they promise."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from answer_builder import authorities, catalogue, lint
from answer_builder.catalogue import Example, TypicalAnswer
from answer_builder.content_roots import SHIPPED
from answer_builder.errors import CannotRun, Refused
from answer_builder.letter.example_case import example_case
from answer_builder.letter.letterhead_check import unfit
from answer_builder.one_letter import make_letter

_PLAIN_ANSWER = "solved"  # on an own letterhead it shows every part of a letter


def prove_own_content(*, today: date) -> tuple[str, ...]:
    """What does not work, a sentence each; content that cannot even be read raises CannotRun."""
    catalogue.choose()  # its questions are read
    return tuple(dict.fromkeys([*_answers(today), *_letterheads(today), *_rules()]))


def _answers(today: date) -> Iterator[str]:
    for answer in catalogue.all_answers().values():
        if answer.origin != SHIPPED:
            for example in answer.examples:
                yield from _letter(answer, example, {}, today)


def _letterheads(today: date) -> Iterator[str]:
    troubles = tuple(unfit())
    yield from troubles
    if troubles:
        return
    answer = catalogue.all_answers()[_PLAIN_ANSWER]
    for body in authorities.all_authorities().values():
        if body.origin != SHIPPED:
            for kind in body.letterheads:
                for signatory in body.signatories:
                    on = {"authority": body.slug, "letterhead": kind, "signatory": signatory}
                    yield from _letter(answer, answer.examples[0], on, today)


def _letter(answer: TypicalAnswer, example: Example, on: dict[str, Any], today: date) -> Iterator[str]:
    place = authorities.letterhead_file(on["authority"], on["letterhead"]) if on else answer.origin
    where = f"{place}: письмо по примеру «{example.title}»"
    try:
        made = make_letter(example_case(answer.slug, example) | on, today=today)
    except Refused as refusal:
        yield f"{where} не составляется: {refusal.faults[0].key}: {refusal.faults[0]}"
        return
    except CannotRun as error:
        yield str(error)
        return
    printed = _plain(lint.read_text(made.docx, ".docx", name=where))
    for paragraph in (made.letter.greeting, *made.letter.text, made.letter.signatory_name, *made.letter.executor_mark):
        if _plain(paragraph) not in printed:
            yield f"{where}: на бланке нет места для слов «{_plain(paragraph)[:60]}»"
            return
    for phrase in example.says:
        if _plain(phrase) not in printed:
            yield f"{where}: в письме нет слов «{phrase}», а пример обещает их"
    if not on:
        for finding in made.findings:
            if finding.level != "info":
                yield f"{where}: {finding.message}"


def _rules() -> Iterator[str]:
    for rule in lint.all_rules():
        if rule.origin != SHIPPED:
            for example in rule.examples:
                context = lint.Context(is_several=example.is_several, pages=example.pages, answers=example.answers)
                found = lint.check(example.text, context=context)
                matches = tuple(finding.match for finding in found if finding.rule == rule.id)
                if matches != example.finds:
                    where = f"{rule.origin}: в примере «{example.text}»"
                    yield f"{where} правило находит {_list(matches)}, а должно – {_list(example.finds)}"


def _list(words: tuple[str, ...]) -> str:
    return ", ".join(f"«{word}»" for word in words) or "0 мест"


def _plain(text: str) -> str:
    """Words with single spaces: a letterhead breaks lines where it likes."""
    return " ".join(text.split())
