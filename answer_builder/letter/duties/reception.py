"""Rules of personal receptions (59-ФЗ, статья 13) and of what came by e-mail (статья 4)."""

from collections.abc import Iterator
from datetime import date

from answer_builder.errors import Fault
from answer_builder.letter.russian_dates import in_digits
from answer_builder.model import Case

EMAIL_NO_APPEAL = date(2025, 3, 30)  # 547-ФЗ: from this day a plain e-mail is not an appeal


def held(case: Case, written: date) -> Iterator[Fault]:
    """The reception is over when the letter is written."""
    day = case.fields["reception_date"]
    if day > written:
        yield Fault("fields.reception_date", f"«Дата приёма»: {in_digits(day)} позже даты письма")


def reception_written(case: Case, written: date) -> Iterator[Fault]:
    """The appeal was registered after it was handed over, and the promised day is ahead (часть 4 статьи 13)."""
    if case.fields["reception_date"] > case.incoming.registered:
        yield Fault(
            "fields.reception_date",
            "обращение зарегистрировано раньше приёма, на котором его передали "
            "(часть 4 статьи 13 Федерального закона № 59-ФЗ)",
        )
    due = case.fields["outcome_due"]
    if case.fields["outcome"] == "will_be_solved" and due is not None and due.last_day <= written:
        yield Fault("fields.outcome_due", f"«К какому сроку решат»: нужен срок позже даты письма, {in_digits(written)}")


def email_not_appeal(case: Case, _written: date) -> Iterator[Fault]:
    """Before 547-ФЗ an e-mail was an appeal and is answered as one."""
    if case.incoming.registered < EMAIL_NO_APPEAL:
        yield Fault(
            "incoming.registered",
            f"до {in_digits(EMAIL_NO_APPEAL)} письмо по электронной почте было обращением "
            "(статья 4 Федерального закона № 59-ФЗ до изменений № 547-ФЗ): ответьте по существу",
        )
