"""What the answers to several questions owe each other."""

from collections.abc import Iterator, Sequence

from answer_builder.errors import Fault
from answer_builder.model import Case


def broken_together(questions: Sequence[Case]) -> Iterator[Fault]:
    """Faults of the questions as a whole: a letter that answers none of them itself is another letter."""
    if all(question.answer == "redirect" for question in questions):
        yield Fault(
            "questions",
            "все вопросы переданы в другие органы: для этого есть «Переадресация в несколько органов» "
            "(redirect_several, часть 4 статьи 8 Федерального закона № 59-ФЗ)",
        )
