"""`choose`: yes/no questions that end in the answer that fits."""

import json
import shutil
import sys
from typing import TYPE_CHECKING, Any

import click

from answer_builder.cli.list import term

if TYPE_CHECKING:
    from answer_builder.catalogue import Outcome, Question, Route

WIDEST = 100  # columns; longer lines are hard to read
BACK = frozenset("назад наз back b <".split())
EXPLAIN = frozenset("? ?? помощь help ,".split())  # «,» is «?» with the Latin layout on


@click.command(options_metavar="[ПАРАМЕТРЫ]")
@click.option("--reply", "typed", metavar="да,нет,…", help="Ответы по порядку, без расспросов.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="Вид.")
def command(typed: str | None, form: str) -> None:
    """Подобрать ответ по вопросам: «да», «нет», «?» – куда ведёт каждый ответ, «назад» – вернуться.

    Вопросы идут в порядке закона и приводят к ситуации, основанию или уведомлению.
    С --reply программа не спрашивает, а показывает, куда ведут ответы.

    \b
    Пример:
      answer-builder choose --reply да,да,да,да,да,нет
    """
    from answer_builder.catalogue import choose, read_replies

    if typed is None and form == "text" and sys.stdin.isatty():
        _show_outcome(_ask())
        return
    route = choose(read_replies(typed or ""))
    if form == "json":
        click.echo(json.dumps(_as_json(route), ensure_ascii=False, indent=2))
    elif route.outcome:
        _show_outcome(route)
    else:
        _show_question(route)
        said = "".join(f"{_word(step.reply)}," for step in route.steps)
        click.echo(f"\nЕсли да:  answer-builder choose --reply {said}да")
        click.echo(f"Если нет: answer-builder choose --reply {said}нет")


def _ask() -> "Route":
    """The finished way of a person at the terminal."""
    from answer_builder.catalogue import choose, read_reply

    replies: list[bool] = []
    while not (route := choose(replies)).outcome:
        _show_question(route)
        said = click.prompt(click.style("да, нет, ? или назад", bold=True), prompt_suffix=": ").strip().lower()
        reply = read_reply(said)
        if reply is not None:
            replies.append(reply)
        elif said in BACK:
            if not replies:
                click.echo("Это первый вопрос: назад некуда.")
            del replies[-1:]
        elif said in EXPLAIN:
            _show_ways(replies)
        else:
            click.echo("Не понимаю. Напишите «да», «нет», «?» или «назад»; прервать – Ctrl+C.")
        click.echo()
    return route


def _show_question(route: "Route") -> None:
    question = route.question
    if not question:
        return
    click.secho(f"Вопрос {len(route.steps) + 1}", dim=True)
    _print(question.text, bold=True)
    for point in question.points:
        _print(point, indent="  – ")
    if question.hint:
        _print(question.hint)
    _print(question.norm, dim=True)


def _show_ways(replies: list[bool]) -> None:
    """Where «yes» and «no» lead from here."""
    from answer_builder.catalogue import choose

    for reply in (True, False):
        route = choose([*replies, reply])
        goal = route.outcome.title if route.outcome else route.question.text if route.question else ""
        _print(f"{_word(reply).capitalize()} – {'ответ' if route.outcome else 'вопрос'} «{goal}»", indent="  ")


def _show_outcome(route: "Route") -> None:
    outcome = route.outcome
    if not outcome:
        return
    answer = outcome.answer
    if not answer:
        _print(f"{outcome.title}.", bold=True)
        _print(outcome.advice)
        return
    _print(f"Подходит: «{answer.title}» ({answer.slug})", bold=True)
    _print(f"Когда: {answer.when}.")
    if outcome.advice:
        _print(f"Обратите внимание: {outcome.advice}")
    _print(f"Срок: {answer.term.span}, отсчёт – {answer.term.counted_from}.")
    _print(f"Основание: {'; '.join(answer.basis)}.", dim=True)
    click.echo("\nПочему – ваши ответы:")
    for step in route.steps:
        _print(step.question.text, indent=f"  {_word(step.reply):<3}  ")
    click.echo(f"\nДальше: answer-builder explain {answer.slug} – что заполнить.")


def _print(text: str, *, indent: str = "", **style: bool) -> None:
    width = min(shutil.get_terminal_size().columns, WIDEST)
    click.secho(click.wrap_text(text, width, indent, " " * len(indent)), **style)  # type: ignore[arg-type]


def _word(reply: bool) -> str:
    return "да" if reply else "нет"


def _as_json(route: "Route") -> dict[str, Any]:
    return {
        "path": [
            {"key": step.question.key, "text": step.question.text, "reply": _word(step.reply)} for step in route.steps
        ],
        "question": _question(route.question) if route.question else None,
        "outcome": _outcome(route.outcome) if route.outcome else None,
    }


def _question(question: "Question") -> dict[str, Any]:
    return {
        "key": question.key,
        "text": question.text,
        "points": list(question.points),
        "hint": question.hint,
        "norm": question.norm,
    }


def _outcome(outcome: "Outcome") -> dict[str, Any]:
    answer = outcome.answer
    return {
        "slug": answer.slug if answer else None,
        "kind": answer.kind if answer else None,
        "title": outcome.title,
        "when": answer.when if answer else "",
        "advice": outcome.advice,
        "basis": list(answer.basis) if answer else [],
        "term": term(answer) if answer else None,
        "next": f"answer-builder explain {answer.slug}" if answer else "",
    }
