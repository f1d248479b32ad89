"""Rules of the letters that leave an appeal open: extension, request, interim answer (59-ФЗ, статья 12)."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from answer_builder.errors import Fault
from answer_builder.letter.russian_dates import in_digits
from answer_builder.model import Case

TERM = timedelta(days=30)  # часть 1 статьи 12
LONGEST_EXTENSION = timedelta(days=30)  # часть 2 статьи 12
_MUCH_WORK = re.compile(r"больш\w+ (?:об[ъь][её]м|количеств|числ)|загружен|нехватк\w+ (?:сотрудник|кадр|времени)", re.I)


def extension(case: Case, written: date) -> Iterator[Fault]:
    """Once, for a good reason, by thirty days at most, before the term is over."""
    original, new = case.fields["original_due"], case.fields["new_due"]
    if case.fields["first_extension"] == "no":
        yield Fault(
            "fields.first_extension",
            "срок уже продлевали, второй раз этого сделать нельзя (часть 2 статьи 12 Федерального закона № 59-ФЗ): "
            "ответьте по существу",
        )
    if original < case.incoming.registered:
        yield Fault("fields.original_due", "прежний срок раньше даты регистрации обращения")
    if new <= original:
        yield Fault("fields.new_due", f"новый срок должен быть позже прежнего, {in_digits(original)}")
    elif new > original + LONGEST_EXTENSION:
        latest = in_digits(original + LONGEST_EXTENSION)
        yield Fault(
            "fields.new_due",
            f"продлить можно не больше чем на 30 дней, до {latest} (часть 2 статьи 12 Федерального закона № 59-ФЗ)",
        )
    if written > original:
        yield Fault(
            "fields.original_due",
            f"прежний срок {in_digits(original)} уже прошёл, а продлить его можно только до его конца (001 7.5)",
        )
    asked = case.fields["request_date"]
    if asked is not None and not case.incoming.registered <= asked <= written:
        yield Fault("fields.request_date", "запрос посылают после регистрации обращения и не позже даты письма")
    if _MUCH_WORK.search(case.fields["exceptional_reason"] or ""):
        yield Fault(
            "fields.exceptional_reason",
            "много работы – не исключительный случай (часть 2 статьи 12 Федерального закона № 59-ФЗ): "
            "назовите, что именно мешает ответить в срок",
        )


def clarify(case: Case, written: date) -> Iterator[Fault]:
    """A request does not stop the term, so the citizen's reply must come within it (001 3.4, 7.12)."""
    until, latest = case.fields["answer_by"], case.incoming.registered + TERM
    if until <= written:
        yield Fault(
            "fields.answer_by", f"«До какого числа прислать»: нужен день позже даты письма, {in_digits(written)}"
        )
    elif until > latest:
        yield Fault(
            "fields.answer_by",
            f"«До какого числа прислать»: запрос срока не продлевает, ответить нужно до {in_digits(latest)} "
            "(часть 1 статьи 12 Федерального закона № 59-ФЗ)",
        )


def interim(case: Case, written: date) -> Iterator[Fault]:
    """The final answer comes within the term, or within the extended one when it was extended."""
    due, was_extended = case.fields["final_due"], case.fields["extended"] == "yes"
    latest = case.incoming.registered + TERM + (LONGEST_EXTENSION if was_extended else timedelta())
    if due <= written:
        yield Fault("fields.final_due", f"«Когда будет ответ»: нужен день позже даты письма, {in_digits(written)}")
    elif due > latest:
        way = "" if was_extended else ". Если нужно больше времени, сначала продлите срок (extension)"
        yield Fault(
            "fields.final_due",
            f"«Когда будет ответ»: срок кончается {in_digits(latest)} (статья 12 Федерального закона № 59-ФЗ){way}",
        )
