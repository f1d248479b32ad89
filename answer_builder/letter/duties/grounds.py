"""Rules of the grounds on which no answer on the merits is given (59-ФЗ, статья 11; 001 4.3)."""

import re
from collections.abc import Iterator
from datetime import date

from answer_builder.errors import Fault
from answer_builder.letter.russian_dates import in_digits
from answer_builder.model import Case

_NAMED = re.compile(
    r"[А-ЯЁ][а-яё-]+\s+[А-ЯЁ]\.|[А-ЯЁ]\.\s?(?:[А-ЯЁ]\.\s?)?[А-ЯЁ][а-яё-]+|(?:[А-ЯЁ][а-яё-]+\s+){2}[А-ЯЁ][а-яё-]+"
)
_NO_PROCEDURE = re.compile(r"\b(?:установленн|предусмотренн)\w+\s+(?:\w+\s+){0,2}порядк", re.IGNORECASE)
_OFFICIAL_USE = re.compile(r"служебного пользования|служебн\w+ (?:сведени|информаци|тайн)|\bДСП\b", re.IGNORECASE)
_FEDERAL_LAW = re.compile(r"закон|кодекс|-ФЗ\b", re.IGNORECASE)


def court_decision(case: Case, _written: date) -> Iterator[Fault]:
    """The court decided before the citizen wrote."""
    decided = case.fields["decision_date"]
    if decided is not None and decided > case.incoming.registered:
        yield Fault("fields.decision_date", "решение суда вынесено позже, чем зарегистрировано обращение")


def appeal_to_court(case: Case, _written: date) -> Iterator[Fault]:
    """The way to court is the lawyer's own text: which court, which term, never a formula."""
    said = case.fields["appeal_procedure"]
    if _NO_PROCEDURE.search(said) or "суд" not in said.casefold():
        yield Fault(
            "fields.appeal_procedure",
            "«Порядок обжалования»: нужен текст юриста – в какой суд, в какой срок и как подать, "
            "а не «в установленном порядке» (часть 2 статьи 11, часть 7 статьи 8 Федерального закона № 59-ФЗ)",
        )


def named_decision(case: Case, _written: date) -> Iterator[Fault]:
    """The head or an authorised official decides, and the letter names them (59-ФЗ, части 3 и 5 статьи 11)."""
    if not _NAMED.search(case.fields["decision_by"]):
        yield Fault(
            "fields.decision_by",
            "«Кем принято решение»: нужны должность и фамилия с инициалами. Решение принимает руководитель "
            "или уполномоченное лицо (части 3 и 5 статьи 11 Федерального закона № 59-ФЗ, 001 4.3)",
        )


def unreadable(case: Case, _written: date) -> Iterator[Fault]:
    """A notification goes only where name and address can be read (59-ФЗ, часть 4 статьи 11)."""
    for key, what in (("name_readable", "фамилия не читается"), ("address_readable", "адрес не читается")):
        if case.fields[key] == "no":
            yield Fault(
                f"fields.{key}",
                f"{what}: уведомление отправить некуда (часть 4 статьи 11 Федерального закона № 59-ФЗ). "
                "Выберите «Нет фамилии или адреса» (no_sender_data) – внутреннюю запись",
            )


def repeated_no_new(case: Case, written: date) -> Iterator[Fault]:
    """Three signs at once: several answers on the merits, the same addressee, nothing new (часть 5 статьи 11)."""
    law = "(часть 5 статьи 11 Федерального закона № 59-ФЗ)"
    earlier = case.fields["earlier_answers"]
    if len({(answer["date"], answer["number"]) for answer in earlier}) < len(earlier):
        yield Fault("fields.earlier_answers", f"один и тот же ответ назван дважды: нужны два разных ответа {law}")
    for answer in earlier:
        if answer["date"] > case.incoming.registered:
            yield Fault(
                "fields.earlier_answers",
                f"ответ № {answer['number']} от {in_digits(answer['date'])} дан позже, "
                "чем зарегистрировано это обращение, и прежним не считается",
            )
    if case.fields["same_addressee"] == "no":
        yield Fault(
            "fields.same_addressee",
            f"прежние обращения адресованы не туда же: прекратить переписку нельзя {law}, ответьте по существу",
        )
    if case.fields["no_new_arguments"] == "no":
        yield Fault(
            "fields.no_new_arguments",
            f"в обращении есть новые доводы: прекратить переписку нельзя {law}, ответьте по существу",
        )
    decided = case.fields["decision_date"]
    if not case.incoming.registered <= decided <= written:
        yield Fault(
            "fields.decision_date",
            "«Дата решения»: решение принимают после регистрации обращения и не позже даты письма",
        )


def secret(case: Case, _written: date) -> Iterator[Fault]:
    """Only a secret that a federal law protects; official use is not one (часть 6 статьи 11)."""
    law = case.fields["secret_law"]
    for key in ("other_secret", "secret_law"):
        if _OFFICIAL_USE.search(case.fields[key] or ""):
            yield Fault(
                f"fields.{key}",
                "пометка «Для служебного пользования» – не тайна: нужна тайна, которую охраняет федеральный закон "
                "(часть 6 статьи 11 Федерального закона № 59-ФЗ)",
            )
    if not _FEDERAL_LAW.search(law):
        yield Fault("fields.secret_law", "«Какой закон охраняет тайну»: назовите статью и федеральный закон или кодекс")
