"""Rules of sending an appeal on (59-ФЗ, статья 8): when, to whom, and never to the one it complains of."""

from collections.abc import Iterator
from datetime import date

from answer_builder import authorities
from answer_builder.errors import Fault
from answer_builder.letter.duties.same_body import is_same_body
from answer_builder.letter.russian_dates import in_digits
from answer_builder.model import Case

_FEWEST_BODIES = 2


def forwarded(case: Case, written: date) -> Iterator[Fault]:
    """An appeal is sent on after its registration; the citizen is told afterwards (части 3–4 статьи 8)."""
    sent = case.fields["forwarded_on"]
    if sent is None:
        return
    if sent < case.incoming.registered:
        registered = in_digits(case.incoming.registered)
        yield Fault("fields.forwarded_on", f"«Когда направлено»: обращение зарегистрировано только {registered}")
    if sent > written:
        yield Fault(
            "fields.forwarded_on",
            f"«Когда направлено»: {in_digits(sent)} позже даты письма. Сначала направьте обращение, потом пишите "
            "гражданину (части 3–4 статьи 8 Федерального закона № 59-ФЗ)",
        )


def redirect(case: Case, _written: date) -> Iterator[Fault]:
    """The receiving body is neither the one complained of nor the sender."""
    yield from _wrong_receiver(case, "body_name", case.fields["body_name"])


def redirect_migration(case: Case, _written: date) -> Iterator[Fault]:
    """Both receivers are others than the one complained of."""
    for key in ("police_body", "governor"):
        yield from _wrong_receiver(case, key, case.fields[key])


def redirect_several(case: Case, written: date) -> Iterator[Fault]:
    """Every question has who answers it, and there are at least two who do (часть 4 статьи 8, 001 7.9)."""
    questions, ours, due = (case.fields[key] for key in ("questions", "our_question", "our_due"))
    for question in questions:
        yield from _wrong_receiver(case, "questions", question["body_name"])
    if (ours is None) != (due is None):
        missing = "our_question" if ours is None else "our_due"
        yield Fault(f"fields.{missing}", "свой вопрос и срок ответа на него указывают вместе (001 7.9)")
    elif due is not None and due.last_day <= written:
        yield Fault("fields.our_due", f"«Когда ответим сами»: нужен срок позже даты письма, {in_digits(written)}")
    if len(questions) + (ours is not None) < _FEWEST_BODIES:
        yield Fault(
            "fields.questions",
            "вопрос всего один: для него есть «Переадресация в другой орган» (redirect), "
            "а здесь назовите, кто ответит на остальные (001 7.9)",
        )


def _wrong_receiver(case: Case, key: str, receiver: str) -> Iterator[Fault]:
    if is_same_body(receiver, case.fields["complained_of"] or ""):
        yield Fault(
            f"fields.{key}",
            f"«{receiver}»: гражданин жалуется на этот орган, пересылать ему жалобу запрещено "
            "(часть 6 статьи 8 Федерального закона № 59-ФЗ). Если больше некуда, выберите «Возврат жалобы» "
            "(return_complaint)",
        )
    if is_same_body(receiver, authorities.all_authorities()[case.authority].accusative):
        yield Fault(f"fields.{key}", f"«{receiver}» – это Ваш орган: переслать обращение самим себе нельзя")
