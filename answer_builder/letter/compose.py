"""A case → the wording of its letter."""

from answer_builder import authorities, catalogue, names
from answer_builder.catalogue import TypicalAnswer
from answer_builder.letter.points import say_points
from answer_builder.letter.russian_dates import in_digits
from answer_builder.letter.wording import numbered, say_answer
from answer_builder.model import Case, Executor, Letter
from answer_builder.no_break import no_break

BLANK = "_" * 12  # a place the registry fills in by hand or stamp


def compose(case: Case) -> Letter:
    """The finished wording; every value of the case was checked when the case was read."""
    answer = catalogue.all_answers()[case.answers[0]]  # several are all alike in what is asked of it here
    authority = authorities.all_authorities()[case.authority]
    signatory = authority.signatories[case.signatory]
    addressing = case.addressee.addressing
    said = say_points(case.questions) if case.questions else say_answer(case)
    is_reply = answer.registered and answer.is_addressed  # «На № … от …» stands in replies only (GOST requisite 12)
    return Letter(
        answer="+".join(dict.fromkeys(case.answers)),
        authority=case.authority,
        letterhead=case.letterhead,
        date=in_digits(case.date) if case.date else BLANK,
        reference_number=case.incoming.number if is_reply else "",
        reference_date=in_digits(case.incoming.registered) if is_reply else "",
        restriction=("Для служебного пользования", "Экз. № 1") if case.incoming.channel == "official_use" else (),
        addressee=tuple(map(no_break, _addressee(case, answer))),
        heading=no_break(said.heading),
        greeting=addressing.greeting or "",
        text=tuple(map(no_break, said.text)),
        closing=tuple(map(no_break, said.closing)),
        survey_url=authority.survey_url if answer.is_addressed else "",
        attachments=_attachments([*said.attachments, *case.attachments]),
        signatory_position=signatory.position,
        signatory_name=names.nominative_initials(signatory.name),
        executor_mark=_executor_mark(case.executor),
        large_print=authority.large_print,
        requisites={key: no_break(value) for key, value in authority.requisites.items()},
    )


def _addressee(case: Case, answer: TypicalAnswer) -> tuple[str, ...]:
    """Whom the document goes to, or what stands in that place when it goes to no citizen."""
    if not answer.is_addressed:
        return catalogue.shared().instead_of_addressee[answer.document]
    return *case.addressee.addressing.addressee_dative.split("; "), *_delivery_address(case)


def _delivery_address(case: Case) -> tuple[str, ...]:
    """Under the name: the postal address, or the e-mail when the answer goes electronically (GOST requisite 15)."""
    electronic = case.incoming.channel in ("portal", "pos", "site", "email")
    if electronic and case.addressee.email:
        return (case.addressee.email,)
    return case.addressee.post_address


def _attachments(lines: list[str]) -> tuple[str, ...]:
    """The note on attachments (GOST requisite 19): one after the colon, several numbered below it."""
    if len(lines) <= 1:
        return tuple(no_break(f"Приложение: {line}") for line in lines)
    return ("Приложение:", *map(no_break, numbered(lines)))


def _executor_mark(executor: Executor) -> tuple[str, str]:
    """001 6.2: full name and phone; position, department and e-mail if given. Always two lines."""
    who = ", ".join(part for part in (executor.name, executor.position, executor.department) if part)
    return who, ", ".join(part for part in (executor.phone, executor.email) if part)
