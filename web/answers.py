"""The form of an answer with the letter beside it: fill in, look, download."""

import re
from collections.abc import Sequence
from datetime import date
from io import BytesIO

from flask import Blueprint, abort, current_app, render_template, request, send_file
from flask.typing import ResponseReturnValue

from answer_builder import authorities, catalogue
from answer_builder.authorities import Authority
from answer_builder.catalogue import TypicalAnswer
from answer_builder.errors import Fault, Refused
from answer_builder.letter.case import MOST_QUESTIONS
from answer_builder.letter.libreoffice import program
from answer_builder.lint import SecondEngine
from answer_builder.one_letter import MadeLetter, make_letter, shortening
from web import answer_form, question_keys, remembered
from web.answer_form import Typed
from web.letter_pdf import letter_pdf
from web.sheet import Sheet, lay_out

Answers = tuple[TypicalAnswer, ...]  # one for each question of the appeal

WORD_FILE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

blueprint = Blueprint("answers", __name__, url_prefix="/answers")


@blueprint.get("/<slug>")
def empty(slug: str) -> str:
    """The untouched form."""
    answer, authority = _answer(slug), _authority()
    return _page((answer,), answer_form.beginning(answer, authority, remembered.executor()))


@blueprint.get("/<slug>/example")
def example(slug: str) -> str:
    """The form filled with invented people, and their letter."""
    answer, authority = _answer(slug), _authority()
    typed = answer_form.example(answer, authority, remembered.executor())
    try:
        made = make_letter(answer_form.raw_case((answer,), typed), today=date.today(), grammar=_grammar())
    except Refused as refusal:  # an authority's own answer may have a careless example
        return _page((answer,), typed, refusal.faults)
    return _page((answer,), typed, sheet=_sheet(made), notice="example")


@blueprint.post("/<slug>")
def submit(slug: str) -> ResponseReturnValue:
    """The letter, its file, or the form again; `action` is show, download, pdf or live.

    Other buttons change the form and make no letter: `add` names a list to lengthen, `question` is add or the number
    of a question to remove.
    """
    answers = _answers(slug) or abort(400)
    typed = answer_form.read(request.form, answers, _authority())
    if "add" in request.form:
        return _page(answers, typed, adding=request.form["add"])
    if "question" in request.form:
        return _other_questions(answers, typed)
    try:
        made = make_letter(answer_form.raw_case(answers, typed), today=date.today(), grammar=_grammar())
    except Refused as refusal:
        faults = question_keys.on_form(refusal.faults)
        page = _preview(answers, typed, faults) if _is_live() else _page(answers, typed, faults)
        return page, 200 if _is_live() else 422
    if _is_live():
        return _preview(answers, typed, sheet=_sheet(made))
    remembered.remember_executor(typed)
    if request.form.get("action") in ("download", "pdf"):
        return _file(answers, typed, made)
    return _page(answers, typed, sheet=_sheet(made))


def _file(answers: Answers, typed: Typed, made: MadeLetter) -> ResponseReturnValue:
    """The letter as .docx or PDF, or the form with the reason why there is no PDF."""
    if request.form["action"] == "download":
        return send_file(BytesIO(made.docx), WORD_FILE, as_attachment=True, download_name=made.file_name)
    converted = letter_pdf(made.docx)
    if converted.problem:
        return _page(answers, typed, sheet=_sheet(made), no_pdf=converted.problem), 503
    name = made.file_name.removesuffix(".docx") + ".pdf"
    return send_file(BytesIO(converted.content), "application/pdf", as_attachment=True, download_name=name)


def _sheet(made: MadeLetter) -> Sheet:
    """The letter on the table, and what to cut when it is long."""
    return lay_out(made, shortening(made, today=date.today()))


def _other_questions(answers: Answers, typed: Typed) -> str:
    """The form with one question more or less, and everything else as it was typed."""
    wanted, another = request.form["question"], _points().get(request.form.get("another", ""))
    if wanted.isascii() and wanted.isdigit() and 1 <= int(wanted) <= len(answers) and len(answers) > 1:
        number = int(wanted)
        return _page(answers[: number - 1] + answers[number:], question_keys.without(typed, number), adding="questions")
    if wanted != "add" or another is None or len(answers) >= MOST_QUESTIONS:
        return _page(answers, typed, adding="another")
    answers = (*answers, another)
    typed = {**answer_form.defaults(answers, _authority()), **typed}
    return _page(answers, typed, adding=f"questions[{len(answers)}]")


def typed_again(notice: str) -> str | None:
    """The form of a POST that could not be answered, with all that was typed; None when it was not this form.

    `notice`: expired (the CSRF token) or broken (our own error).
    """
    slug = (request.view_args or {}).get("slug", "")
    if request.endpoint != "answers.submit" or slug not in catalogue.all_answers():
        return None
    answers = _answers(slug)
    if answers is None:
        return None
    typed = answer_form.read(request.form, answers, _authority())
    return _preview(answers, typed, notice=notice) if _is_live() else _page(answers, typed, notice=notice)


def _is_live() -> bool:
    """True for the preview that refreshes while the person types: a calm part of the page, nothing remembered."""
    return request.form.get("action") == "live"


def _page(
    answers: Answers,
    typed: Typed,
    faults: Sequence[Fault] = (),
    *,
    sheet: Sheet | None = None,
    adding: str = "",
    notice: str = "",
    no_pdf: str = "",
) -> str:
    form = answer_form.draw(answers, _authority(), typed, faults)
    at_fields = {key for key, _ in form.errors}
    return render_template(
        "answers/form.html",
        answers=answers,
        laws=list(dict.fromkeys(law for answer in answers for law in _laws(answer))),
        points=_points() if answers[0].point and len(answers) < MOST_QUESTIONS else {},
        form=form,
        errors=[*((fault.key, fault.message) for fault in faults if fault.key not in at_fields), *form.errors],
        sheet=sheet,
        adding=adding,
        notice=notice,
        no_pdf=no_pdf,
        can_pdf=program() is not None,
    )


def _preview(
    answers: Answers,
    typed: Typed,
    faults: Sequence[Fault] = (),
    *,
    sheet: Sheet | None = None,
    notice: str = "",
) -> str:
    """The letter, or calmly what it still lacks."""
    form = answer_form.draw(answers, _authority(), typed, faults)
    return render_template(
        "answers/_preview.html",
        sheet=sheet,
        notice=notice,
        missing=[question for question in form.questions if question.errors and question.is_empty],
        wrong=[question for question in form.questions if question.errors and not question.is_empty],
        together=[fault for fault in faults if fault.key == "questions"],
        faulty=sorted({fault.key for fault in faults}),
    )


def _answer(slug: str) -> TypicalAnswer:
    return catalogue.all_answers().get(slug) or abort(404)


def _answers(slug: str) -> Answers | None:
    """The answer the form was opened with and those to further questions; None when our form never sends such."""
    points, further = _points(), tuple(question_keys.further_answers(request.form))
    if len(further) >= MOST_QUESTIONS or not points.keys() >= set(further):
        return None
    return (_answer(slug), *(points[other] for other in further))


def _points() -> dict[str, TypicalAnswer]:
    """The answers that may be one of several in a letter."""
    return {answer.slug: answer for answer in catalogue.all_answers().values() if answer.point}


def _grammar() -> SecondEngine:
    engine: SecondEngine = current_app.extensions["grammar"]
    return engine


def _authority() -> Authority:
    return authorities.all_authorities()[authorities.default_slug()]


def _laws(answer: TypicalAnswer) -> list[str]:
    """What the answer rests on: laws, and the clauses of this authority's own order with their sense."""
    laws, authority = [], _authority()
    for basis in answer.basis:
        of_an_order = re.fullmatch(r"(\d{3}) ([\d.]+)", basis)
        if not of_an_order:
            laws.append(basis)
        elif of_an_order[1] == authority.order_code and of_an_order[2] in authority.clauses:
            laws.append(f"пункт {of_an_order[2]} Порядка: {authority.clauses[of_an_order[2]]}")
    return laws
