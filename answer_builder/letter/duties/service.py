"""Rules of public services (210-ФЗ, 003 8): 24 hours from the minute a gap was found."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from answer_builder.errors import Fault
from answer_builder.letter.russian_dates import in_digits
from answer_builder.model import Case

TERM = timedelta(hours=24)


def incomplete_service(case: Case, written: date) -> Iterator[Fault]:
    """The applicant hears of it within 24 hours, or is told why not; a letter has a day and no hour."""
    found = datetime.combine(case.fields["found_date"], case.fields["found_time"])
    latest = found + TERM
    if found.date() > written:
        yield Fault("fields.found_date", f"«Когда это выяснилось»: {in_digits(found.date())} позже даты письма")
    if written > latest.date() and case.fields["late_reason"] is None:
        yield Fault(
            "fields.late_reason",
            f"24 часа прошли {in_digits(latest.date())} в {latest:%H:%M} (003 8): отправьте письмо сейчас "
            "и объясните заявителю, почему оно опоздало",
        )
    until = case.fields["answer_by"]
    if until <= written:
        yield Fault(
            "fields.answer_by", f"«До какого числа прислать»: нужен день позже даты письма, {in_digits(written)}"
        )
