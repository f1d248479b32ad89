"""The first page: which answer is needed."""

from flask import Blueprint, render_template

from answer_builder import catalogue

blueprint = Blueprint("choose", __name__)


@blueprint.get("/")
def index() -> str:
    """Situations, grounds and notices, each group in its own order."""
    answers = sorted(catalogue.shipped().values(), key=lambda answer: answer.order)
    groups = {kind: [answer for answer in answers if answer.kind == kind] for kind in ("situation", "ground", "notice")}
    return render_template("choose/index.html", groups=groups)
