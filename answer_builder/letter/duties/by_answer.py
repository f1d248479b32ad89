"""Which rules an answer keeps: those of every letter and its own."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from answer_builder.errors import Fault
from answer_builder.letter.duties import forwarding, grounds, on_site, reception, service, situations, terms, wording
from answer_builder.model import Case

Duty = Callable[[Case, date], Iterator[Fault]]


def broken_duties(case: Case, written: date) -> Iterator[Fault]:
    """Faults against the law and the order; `written` is the date of the letter or today."""
    for duty in (wording.registration_denied, *_DUTIES.get(case.answer, ())):
        yield from duty(case, written)


_DUTIES: Mapping[str, tuple[Duty, ...]] = {
    "solved": (situations.solved,),
    "will_be_solved": (situations.will_be_solved,),
    "no_date": (situations.no_date,),
    "court_decision": (grounds.court_decision, grounds.appeal_to_court),
    "abuse_of_right": (grounds.named_decision, wording.abuse_quoted),
    "unreadable": (grounds.unreadable,),
    "repeated_no_new": (grounds.named_decision, grounds.repeated_no_new),
    "answer_on_site": (on_site.answer_page, on_site.page_title),
    "secret": (grounds.secret,),
    "extension": (terms.extension,),
    "redirect": (forwarding.forwarded, forwarding.redirect),
    "redirect_several": (forwarding.forwarded, forwarding.redirect_several),
    "redirect_migration": (forwarding.forwarded, forwarding.redirect_migration),
    "return_complaint": (grounds.appeal_to_court,),
    "no_sender_data": (forwarding.forwarded,),
    "reception_written": (reception.held, reception.reception_written),
    "reception_other_body": (reception.held,),
    "incomplete_service": (service.incomplete_service,),
    "clarify": (terms.clarify,),
    "interim": (terms.interim,),
    "email_not_appeal": (reception.email_not_appeal,),
    "site_placement": (on_site.public_text,),
}
