"""The form of one answer with the letter beside it."""

from collections.abc import Mapping
from datetime import date
from io import BytesIO
from typing import Any

from flask import Blueprint, Response, abort, render_template, request, send_file, session
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFError

from answer_builder import authorities, catalogue
from answer_builder.authorities import Authority
from answer_builder.catalogue import TypicalAnswer
from answer_builder.errors import Fault, Refused
from answer_builder.letter.compose import plural
from answer_builder.letter.example_case import example_case
from answer_builder.one_letter import MadeLetter, make_letter
from web.form import Input, as_typed, groups, inputs, raw_case, typed_from
from web.marking import marked_lines

pages = Blueprint("letters", __name__)

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
LEVELS = {"error": "Ошибка", "warning": "Замечание", "info": "Совет"}
REMEMBERED = ("executor.name", "executor.phone", "executor.position", "executor.department", "executor.email")
EXPIRED = "Форма долго была открыта, поэтому запрос не принят. Всё введённое на месте: нажмите кнопку ещё раз."


@pages.get("/answers/<slug>")
def form(slug: str) -> str:
    """An empty form, or with `?example=1` one filled with the catalogue's example."""
    answer, authority = _answer(slug), _authority()
    if "example" in request.args:
        typed = _example(slug)
        made = make_letter(raw_case(answer, authority, typed), today=date.today())
        return _page(answer, authority, typed, made=made)
    return _page(answer, authority, {key: session.get(key, "") for key in REMEMBERED})


@pages.post("/answers/<slug>")
def fill(slug: str) -> ResponseReturnValue:
    """The letter of what was typed: shown beside the form, refreshed while typing, or as a file."""
    answer, authority = _answer(slug), _authority()
    typed = typed_from(request.form, answer)
    wanted = request.form.get("do", "show")
    try:
        made = make_letter(raw_case(answer, authority, typed), today=date.today())
    except Refused as refused:
        if wanted == "preview":
            missing = _in_order(refused.faults, inputs(answer, authority, typed))
            return render_template("letters/_letter.html", made=None, missing=missing)
        return _page(answer, authority, typed, faults=refused.faults), 422
    if wanted == "preview":
        return render_template("letters/_letter.html", **_shown(made))
    for key in REMEMBERED:
        session[key] = typed.get(key, "")
    if wanted == "download":
        return _file(made)
    return _page(answer, authority, typed, made=made)


def expired(_error: CSRFError) -> ResponseReturnValue:
    """The same form with what was typed and a sentence on what happened."""
    slug = (request.view_args or {}).get("slug", "")
    answer = _answer(slug)
    if request.form.get("do") == "preview":
        return render_template("letters/_letter.html", made=None, missing=[(Fault("", EXPIRED), None)]), 400
    return _page(answer, _authority(), typed_from(request.form, answer), notice=EXPIRED), 400


def _answer(slug: str) -> TypicalAnswer:
    return catalogue.shipped().get(slug) or abort(404)


def _authority() -> Authority:
    return authorities.shipped()[authorities.default_slug()]


def _page(
    answer: TypicalAnswer,
    authority: Authority,
    typed: Mapping[str, Any],
    *,
    made: MadeLetter | None = None,
    faults: tuple[Fault, ...] = (),
    notice: str = "",
) -> str:
    drawn = inputs(answer, authority, typed)
    return render_template(
        "letters/form.html",
        answer=answer,
        groups=list(groups(drawn)),
        faults=_in_order(faults, drawn),
        problems={fault.key: fault.message for fault in faults},
        notice=notice,
        **(_shown(made) if made else {"made": None, "missing": []}),
    )


def _in_order(faults: tuple[Fault, ...], drawn: Mapping[str, Input]) -> list[tuple[Fault, Input | None]]:
    """Each fault with its input, in the order in which the form asks."""
    order = [item.key for _, items in groups(drawn) for item in items]
    ordered = sorted(faults, key=lambda fault: order.index(fault.key) if fault.key in order else -1)
    return [(fault, drawn.get(fault.key)) for fault in ordered]


def _shown(made: MadeLetter) -> dict[str, Any]:
    letter, pages_ = made.letter, made.pages
    count = f"{pages_.pages} {plural(pages_.pages, ('страница', 'страницы', 'страниц'))}"
    left = f"{pages_.lines_left} {plural(pages_.lines_left, ('строка', 'строки', 'строк'))}"
    return {
        "made": made,
        "letter": letter,
        "lines": marked_lines(letter, made.findings),
        "evidence": made.case.addressee.addressing.evidence,
        "length": f"{count}, внизу свободно {left}",
        "levels": LEVELS,
        "missing": [],
    }


def _example(slug: str) -> dict[str, Any]:
    typed: dict[str, Any] = {}
    for section, value in example_case(slug).items():
        if isinstance(value, Mapping):
            typed |= {f"{section}.{key}": as_typed(part) for key, part in value.items()}
        else:
            typed[section] = as_typed(value)
    return typed


def _file(made: MadeLetter) -> Response:
    return send_file(BytesIO(made.docx), DOCX, as_attachment=True, download_name=made.file_name)
