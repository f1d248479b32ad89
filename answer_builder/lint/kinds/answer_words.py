"""What a typical answer must say and must not say, looked for in the finished letter, however it was edited."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Literal

from answer_builder.content_table import Table
from answer_builder.lint.context import Context
from answer_builder.lint.match import Match
from answer_builder.lint.statement import statement
from answer_builder.lint.text import Document

if TYPE_CHECKING:
    from answer_builder.catalogue import TypicalAnswer

Which = Literal["must_say", "must_not_say"]


@dataclass(frozen=True, slots=True)
class AnswerWords:
    """`message` holds {words} and {answer}; nothing is looked for in a text of no known answer."""

    is_local: ClassVar[bool] = False

    which: Which
    message: str

    def find(self, document: Document, context: Context) -> Iterator[Match]:
        if not context.answers:
            return iter(())
        from answer_builder import catalogue  # noqa: PLC0415  (a text that answers nothing needs none)

        answers = [catalogue.all_answers()[slug] for slug in dict.fromkeys(context.answers)]
        return self._missing(document, answers) if self.which == "must_say" else self._banned(document, answers)

    def _missing(self, document: Document, answers: list["TypicalAnswer"]) -> Iterator[Match]:
        for answer in answers:
            for written in answer.must_say:
                said = statement(written)
                if next(said.places(document), None) is None:
                    yield self._match(0, 0, said.shown, answer)

    def _banned(self, document: Document, answers: list["TypicalAnswer"]) -> Iterator[Match]:
        """One answer's ban may be another's duty, so a letter of several keeps the bans that all of them share."""
        for written in answers[0].must_not_say if answers else ():
            if all(written in answer.must_not_say for answer in answers):
                for start, end in statement(written, is_literal=True).places(document):
                    yield self._match(start, end, document.text[start:end], answers[0])

    def _match(self, start: int, end: int, words: str, answer: "TypicalAnswer") -> Match:
        message = self.message.replace("{answer}", answer.title).replace("{words}", words)
        return Match(start, end, message=message, basis="; ".join(answer.basis))


def read(table: Table, *, reads_quotes: bool) -> AnswerWords:
    """`which`: must_say or must_not_say; `said` is the message with {words} and {answer}."""
    which: Which = table.choice("which", ("must_say", "must_not_say"))  # type: ignore[assignment]
    return AnswerWords(which, table.text("said"))
