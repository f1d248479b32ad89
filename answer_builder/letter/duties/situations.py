"""Rules of the four situations (001 2.2): their dates and steps agree with the date of the letter."""

from collections.abc import Iterator
from datetime import date

from answer_builder.errors import Fault
from answer_builder.letter.russian_dates import in_digits
from answer_builder.model import Case


def solved(case: Case, written: date) -> Iterator[Fault]:
    """What is done is done by the date of the letter."""
    done = case.fields["date_done"]
    if done > written:
        yield Fault(
            "fields.date_done",
            f"«Когда сделано»: {in_digits(done)} ещё не наступило {in_digits(written)}. "
            "Если работа впереди, выберите «Вопрос будет решён в срок»",
        )


def will_be_solved(case: Case, written: date) -> Iterator[Fault]:
    """The term lies ahead."""
    due = case.fields["due"]
    if due.last_day <= written:
        yield Fault("fields.due", f"«Срок»: он должен быть позже даты письма, {in_digits(written)}")


def no_date(case: Case, written: date) -> Iterator[Fault]:
    """Without a term there is at least a next step, and one only."""
    step, event = case.fields["next_step_date"], case.fields["next_step_event"]
    if step is None and event is None:
        yield Fault(
            "fields.next_step_date",
            "нет ни даты, ни события ближайшего шага: назовите хотя бы одно, иначе ответ станет отпиской (003 7)",
        )
    elif step is not None and event is not None:
        yield Fault("fields.next_step_event", "указаны и дата, и событие ближайшего шага: оставьте что-то одно")
    elif step is not None and step.last_day <= written:
        yield Fault("fields.next_step_date", f"ближайший шаг должен быть позже даты письма, {in_digits(written)}")
