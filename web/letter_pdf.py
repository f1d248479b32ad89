"""The letter as PDF: one at a time and within a budget, so that the pages of others go on meanwhile."""

import threading

from answer_builder.errors import CannotRun
from answer_builder.letter.libreoffice import Conversion
from answer_builder.letter.pdf import to_pdf

PATIENCE = 20.0  # seconds for one letter; it takes one or two
WAIT = 5.0  # seconds for the letter before it

_ONE_AT_A_TIME = threading.Semaphore()


def letter_pdf(docx: bytes) -> Conversion:
    """The PDF, or a Russian sentence on why there is none."""
    if not _ONE_AT_A_TIME.acquire(timeout=WAIT):
        return Conversion(problem="Сейчас делается PDF другого письма. Повторите через полминуты")
    try:
        (made,) = to_pdf([docx], patience=PATIENCE)
    except CannotRun as error:
        return Conversion(problem=str(error).rstrip("."))
    finally:
        _ONE_AT_A_TIME.release()
    return made
