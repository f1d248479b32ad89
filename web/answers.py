"""The form of an answer with the letter beside it: fill in, look, download."""

import re
from datetime import date
from io import BytesIO

from flask import Blueprint, abort, render_template, request, send_file
from flask.typing import ResponseReturnValue

from answer_builder import authorities, catalogue
from answer_builder.authorities import Authority
from answer_builder.catalogue import TypicalAnswer
from answer_builder.errors import Refused
from answer_builder.one_letter import make_letter
from web import answer_form, remembered
from web.answer_form import Typed
from web.sheet import Sheet, lay_out

WORD_FILE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

blueprint = Blueprint("answers", __name__, url_prefix="/answers")


@blueprint.get("/<slug>")
def empty(slug: str) -> str:
    """The untouched form."""
    answer, authority = _answer(slug), _authority()
    return _page(answer, answer_form.beginning(answer, authority, remembered.executor()))


@blueprint.get("/<slug>/example")
def example(slug: str) -> str:
    """The form filled with invented people, and their letter."""
    answer, authority = _answer(slug), _authority()
    typed = answer_form.example(answer, authority, remembered.executor())
    try:
        made = make_letter(answer_form.raw_case(answer, typed), today=date.today())
    except Refused as refusal:  # an authority's own answer may have a careless example
        return _page(answer, typed, refusal=refusal)
    return _page(answer, typed, sheet=lay_out(made), notice="example")


@blueprint.post("/<slug>")
def submit(slug: str) -> ResponseReturnValue:
    """The letter, its file, or the form again; `action` is show, download, live, or `add` names a list to lengthen."""
    answer = _answer(slug)
    typed = answer_form.read(request.form, answer, _authority())
    if "add" in request.form:
        return _page(answer, typed, adding=request.form["add"])
    try:
        made = make_letter(answer_form.raw_case(answer, typed), today=date.today())
    except Refused as refusal:
        page = _preview(answer, typed, refusal) if _is_live() else _page(answer, typed, refusal=refusal)
        return page, 200 if _is_live() else 422
    if _is_live():
        return _preview(answer, typed, sheet=lay_out(made))
    remembered.remember_executor(typed)
    if request.form.get("action") == "download":
        return send_file(BytesIO(made.docx), WORD_FILE, as_attachment=True, download_name=made.file_name)
    return _page(answer, typed, sheet=lay_out(made))


def typed_again(notice: str) -> str | None:
    """The form of a POST that could not be answered, with all that was typed; None when it was not this form.

    `notice`: expired (the CSRF token) or broken (our own error).
    """
    slug = (request.view_args or {}).get("slug", "")
    if request.endpoint != "answers.submit" or slug not in catalogue.shipped():
        return None
    answer = _answer(slug)
    typed = answer_form.read(request.form, answer, _authority())
    return _preview(answer, typed, notice=notice) if _is_live() else _page(answer, typed, notice=notice)


def _is_live() -> bool:
    """True for the preview that refreshes while the person types: a calm part of the page, nothing remembered."""
    return request.form.get("action") == "live"


def _page(
    answer: TypicalAnswer,
    typed: Typed,
    refusal: Refused | None = None,
    *,
    sheet: Sheet | None = None,
    adding: str = "",
    notice: str = "",
) -> str:
    faults = refusal.faults if refusal else ()
    form = answer_form.draw(answer, _authority(), typed, faults)
    at_fields = {key for key, _ in form.errors}
    return render_template(
        "answers/form.html",
        answer=answer,
        laws=_laws(answer),
        form=form,
        errors=[*((fault.key, fault.message) for fault in faults if fault.key not in at_fields), *form.errors],
        sheet=sheet,
        adding=adding,
        notice=notice,
    )


def _preview(
    answer: TypicalAnswer,
    typed: Typed,
    refusal: Refused | None = None,
    *,
    sheet: Sheet | None = None,
    notice: str = "",
) -> str:
    """The letter, or calmly what it still lacks."""
    faults = refusal.faults if refusal else ()
    form = answer_form.draw(answer, _authority(), typed, faults)
    return render_template(
        "answers/_preview.html",
        sheet=sheet,
        notice=notice,
        missing=[question for question in form.questions if question.errors and question.is_empty],
        wrong=[question for question in form.questions if question.errors and not question.is_empty],
        faulty=sorted({fault.key for fault in faults}),
    )


def _answer(slug: str) -> TypicalAnswer:
    return catalogue.shipped().get(slug) or abort(404)


def _authority() -> Authority:
    return authorities.shipped()[authorities.default_slug()]


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
