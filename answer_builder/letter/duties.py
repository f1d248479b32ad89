"""What makes an answer honest and lawful beyond filled fields: dates and facts that must agree."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, timedelta

from answer_builder.errors import Fault
from answer_builder.letter.russian_dates import in_digits
from answer_builder.model import Case

LONGEST_EXTENSION = 30  # days, часть 2 статьи 12 Федерального закона № 59-ФЗ


def broken_duties(case: Case, written: date) -> Iterable[Fault]:
    """Faults of the chosen answer's own rules; `written` is the date of the letter or today."""
    duty = _DUTIES.get(case.answer)
    return duty(case, written) if duty else ()


def _solved(case: Case, written: date) -> Iterator[Fault]:
    done = case.fields["date_done"]
    if done > written:
        yield Fault(
            "fields.date_done",
            f"«Когда сделано»: {in_digits(done)} ещё не наступило {in_digits(written)}. "
            "Если работа впереди, выберите «Вопрос будет решён в срок»",
        )


def _will_be_solved(case: Case, written: date) -> Iterator[Fault]:
    due = case.fields["due"]
    if due.last_day <= written:
        yield Fault("fields.due", f"«Срок»: он должен быть позже даты письма, {in_digits(written)}")


def _no_date(case: Case, written: date) -> Iterator[Fault]:
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


def _court_decision(case: Case, written: date) -> Iterator[Fault]:
    decided = case.fields["decision_date"]
    if decided is not None and decided > case.incoming.registered:
        yield Fault("fields.decision_date", "решение суда вынесено позже, чем зарегистрировано обращение")


def _extension(case: Case, written: date) -> Iterator[Fault]:
    original, new = case.fields["original_due"], case.fields["new_due"]
    if original < case.incoming.registered:
        yield Fault("fields.original_due", "прежний срок раньше даты регистрации обращения")
    if new <= original:
        yield Fault("fields.new_due", f"новый срок должен быть позже прежнего, {in_digits(original)}")
    elif new > original + timedelta(days=LONGEST_EXTENSION):
        latest = in_digits(original + timedelta(days=LONGEST_EXTENSION))
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


_DUTIES: Mapping[str, Callable[[Case, date], Iterator[Fault]]] = {
    "solved": _solved,
    "will_be_solved": _will_be_solved,
    "no_date": _no_date,
    "court_decision": _court_decision,
    "extension": _extension,
}
