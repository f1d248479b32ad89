"""The choice of an answer: from the whole list, by words, by questions."""

from flask import Blueprint, abort, render_template, request

from answer_builder import catalogue
from answer_builder.catalogue import LONGEST_QUERY
from answer_builder.errors import BrokenContent, CannotRun

KINDS = ("situation", "ground", "notice")
LAW = "ФЗ"  # the clauses of other authorities' orders are no help here

blueprint = Blueprint("choose", __name__)


@blueprint.get("/")
def index() -> str:
    """Situations, grounds and notices, each group in its own order; with `q`, the answers that have these words."""
    query = " ".join(request.args.get("q", "").split())[:LONGEST_QUERY]
    if query:
        hits, meant = catalogue.search(query), catalogue.did_you_mean(query)
        return render_template("choose/found.html", query=query, hits=hits, meant=meant)
    answers = sorted(catalogue.all_answers().values(), key=lambda answer: answer.order)
    groups = {kind: [answer for answer in answers if answer.kind == kind] for kind in KINDS}
    return render_template("choose/index.html", groups=groups)


@blueprint.get("/choose")
def questions() -> str:
    """The next question after `replies` («yes,no»), or the answer that they lead to, and the way so far."""
    replies = request.args.get("replies", "")
    try:
        route = catalogue.choose(catalogue.read_replies(replies))
    except BrokenContent:
        raise
    except CannotRun:  # a mistyped address
        abort(404)
    said = [_word(step.reply) for step in route.steps]
    answer = route.outcome.answer if route.outcome else None
    return render_template(
        "choose/question.html" if route.question else "choose/outcome.html",
        question=route.question,
        outcome=route.outcome,
        laws=[norm for norm in (answer.basis if answer else ()) if LAW in norm],
        steps=[(step, _joined(said[:number])) for number, step in enumerate(route.steps)],
        after={word: _joined([*said, word]) for word in ("yes", "no")},
    )


def _word(reply: bool) -> str:
    return "yes" if reply else "no"


def _joined(said: list[str]) -> str | None:
    """The replies as the address has them; None, which leaves them out of it, when there are none."""
    return ",".join(said) or None
