"""A letter from the examples of the catalogue, to see what a letterhead looks like."""

from datetime import date

from answer_builder import authorities, catalogue
from answer_builder.letter.case import read_case
from answer_builder.letter.compose import compose
from answer_builder.letter.example_case import example_case
from answer_builder.letter.render import render

_ANSWER = "solved"
_DAY = date(2026, 11, 20)
_ATTACHMENT = "акт осмотра подъезда на 2 л. в 1 экз."


def sample_letter(template: bytes, *, authority: str | None = None) -> bytes:
    """The .docx of an invented letter on this letterhead, of the named authority or of the installation's own."""
    answer = catalogue.all_answers()[_ANSWER]
    raw = example_case(_ANSWER, answer.examples[0])
    body = authorities.all_authorities()[authority or authorities.default_slug()]
    raw |= {"authority": body.slug, "letterhead": body.letterhead, "signatory": body.signatory}
    raw |= {"attachments": [_ATTACHMENT]}
    return render(compose(read_case(raw, today=_DAY)), template)
