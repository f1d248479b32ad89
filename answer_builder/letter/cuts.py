"""The cheapest cuts of a letter that is longer than wished, each measured on the letter made without it."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from answer_builder import authorities, catalogue
from answer_builder.catalogue import Field
from answer_builder.letter.compose import compose
from answer_builder.letter.duties import broken_duties
from answer_builder.letter.overflow import lines_over
from answer_builder.letter.pages import Layout, lay_out
from answer_builder.letter.render import render
from answer_builder.letter.shortening import Cut, Shortening, aim_of, worth_telling
from answer_builder.letter.wordy_phrases import phrase_cuts
from answer_builder.model import Case, Finding
from answer_builder.office_package import OfficePackage

_MOST_MEASURED = 20  # paragraphs, and fields of one question, the longest first
_LONG = 4  # lines of a paragraph that may well be shortened
_MOST_LONG = 3


def what_to_cut(
    case: Case, docx: bytes, text: str, pages: int, findings: Iterable[Finding], *, today: date
) -> Shortening | None:
    """What brings the letter of this case to one page, or to two when it has more; None when it is short enough.

    `text` is what the findings refer to. Nothing the law or the answer asks for is offered as a cut.
    """
    aim = aim_of(pages)
    if not aim:
        return None
    package = OfficePackage(docx)
    layout = lay_out(package)
    over = lines_over(layout, aim)
    if over is None or over < 1:
        return None
    cuts = [*_own_paragraphs(case, layout, aim, over), *_optional_fields(case, aim, over, today)]
    for cut in phrase_cuts(package, text, findings, aim=aim, over=over):
        cuts.append(replace(cut, key=_typed_at(case, cut.changes[0][0])))
    return worth_telling(aim, over, cuts)


def what_to_cut_of_file(
    docx: bytes, text: str, pages: int, findings: Iterable[Finding], *, name: str = "Этот файл"
) -> Shortening | None:
    """The same of any .docx: nobody knows what may go, so its longest paragraphs are named."""
    aim = aim_of(pages)
    if not aim:
        return None
    package = OfficePackage(docx, name)
    layout = lay_out(package)
    over = lines_over(layout, aim)
    if over is None or over < 1:
        return None
    return worth_telling(aim, over, [*phrase_cuts(package, text, findings, aim=aim, over=over), *_long(layout)])


def _long(layout: Layout) -> list[Cut]:
    blocks = [block for block in layout.blocks if block.is_paragraph and len(block.lines) >= _LONG]
    blocks.sort(key=lambda block: -len(block.lines))
    return [Cut("long", block.text, len(block.lines)) for block in blocks[:_MOST_LONG]]


def _own_paragraphs(case: Case, layout: Layout, aim: int, over: int) -> Iterator[Cut]:
    """The executor's own paragraphs; the letter without one is the same letter without its lines."""
    written = [
        Cut("paragraph", paragraph, key=f"{at}body") for at, question in _questions(case) for paragraph in question.body
    ]
    written.sort(key=lambda cut: -len(cut.words))
    for cut in written[:_MOST_MEASURED]:
        shorter = _without(layout, cut.words)
        left = lines_over(shorter, aim) if shorter else None
        if left is not None:
            yield replace(cut, lines=over - left)


def _without(layout: Layout, paragraph: str) -> Layout | None:
    """The same letter without the first such paragraph; None when it is not there as it was typed."""
    words = paragraph.split()
    for number, stretch in enumerate(layout.stretches):
        for index, block in enumerate(stretch.blocks):
            if block.text.split() == words:
                blocks = [*stretch.blocks[:index], *stretch.blocks[index + 1 :]]
                stretches = list(layout.stretches)
                stretches[number] = replace(stretch, blocks=blocks)
                return replace(layout, stretches=stretches) if blocks else None
    return None


def _optional_fields(case: Case, aim: int, over: int, today: date) -> Iterator[Cut]:
    """Filled fields that the answer does not ask for; the letter is worded anew without each."""
    for number, (at, question) in enumerate(_questions(case)):
        for field in _needless(question):
            shorter = replace(question, fields={**question.fields, field.key: None})
            questions = (*case.questions[:number], shorter, *case.questions[number + 1 :])
            whole = replace(case, questions=questions) if case.questions else shorter
            if next(broken_duties(shorter, case.date or today), None):
                continue
            docx = render(compose(whole), authorities.letterhead(case.authority, case.letterhead))
            left = lines_over(lay_out(OfficePackage(docx)), aim)
            if left is not None:
                yield Cut("field", field.label, over - left, key=f"{at}fields.{field.key}")


def _needless(question: Case) -> list[Field]:
    """Fields that are filled in, printed, and asked for neither by the answer nor by a choice; the longest first."""
    answer = catalogue.all_answers()[question.answer]
    values = question.fields
    asked = {
        key
        for field in answer.fields
        for choice in field.choices
        if choice.key == values[field.key]
        for key in choice.requires
    }
    found = [
        field
        for field in answer.fields
        if values[field.key] is not None
        and not (field.required or field.default or field.key in asked)
        and field.printed
    ]
    return sorted(found, key=lambda field: -len(str(values[field.key])))[:_MOST_MEASURED]


def _questions(case: Case) -> Iterator[tuple[str, Case]]:
    """The beginning of its keys and the case of each question, of a plain case one."""
    if case.questions:
        yield from ((f"questions[{number}].", question) for number, question in enumerate(case.questions, 1))
    else:
        yield "", case


def _typed_at(case: Case, words: str) -> str:
    """The key of what the person typed these words into; "" when they are the catalogue's own."""
    wanted = _plain(words)
    for at, question in _questions(case):
        for key, value in question.fields.items():
            if wanted in _plain(str(value)):
                return f"{at}fields.{key}"
        if any(wanted in _plain(paragraph) for paragraph in question.body):
            return f"{at}body"
    return ""


def _plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ").casefold()
