"""The first page: what can be answered."""

from flask import Blueprint, render_template

from answer_builder import catalogue

pages = Blueprint("choose", __name__)

KINDS = (
    ("situation", "Ответ по существу"),
    ("ground", "Типовое основание"),
    ("notice", "Уведомление"),
)


@pages.get("/")
def index() -> str:
    """All typical answers in groups, situations first."""
    answers = list(catalogue.shipped().values())
    groups = [(title, kind, [answer for answer in answers if answer.kind == kind]) for kind, title in KINDS]
    return render_template("choose/index.html", groups=groups)
