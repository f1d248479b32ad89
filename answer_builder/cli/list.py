"""`list`: what the catalogue, the authorities and the rules hold."""

import json
from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from answer_builder.content_roots import SHIPPED

if TYPE_CHECKING:
    from answer_builder.catalogue import TypicalAnswer

KINDS = {"situations": "situation", "grounds": "ground", "notices": "notice"}


@click.command(options_metavar="[ПАРАМЕТРЫ]")
@click.argument(
    "what",
    metavar="ЧТО",
    type=click.Choice(["answers", *KINDS, "authorities", "rules"]),
    default="answers",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "markdown"]),
    default="text",
    show_default=True,
    help="Вид; markdown – страница: ответы с образцами писем или правила с примерами.",
)
@click.option("--search", "query", metavar="СЛОВА", help="Найти ответы по словам или по статье закона.")
def command(what: str, form: str, query: str | None) -> None:
    """Показать, что есть в программе.

    \b
    ЧТО: answers – все ответы, situations – ситуации, grounds – основания,
    notices – уведомления, authorities – органы, rules – правила проверки.

    Слова для --search пишите в любой форме, статью – как привыкли: «ст. 8 ч. 3».

    \b
    Примеры:
      answer-builder list situations
      answer-builder list rules
      answer-builder list --search "судебное решение"
    """
    if query is not None:
        _search(what, form, query)
        return
    if form == "markdown":
        _print_page(what)
        return
    entries = _LISTS[what](what)
    if form == "json":
        click.echo(json.dumps(entries, ensure_ascii=False, indent=2))
        return
    _print(what, entries)


def _print_page(what: str) -> None:
    from answer_builder import lint
    from answer_builder.cli import catalogue_page, rules_page

    if what == "authorities":
        raise click.UsageError("--format markdown печатает ответы и правила, а органы – нет.")
    if what == "rules":
        page = rules_page.markdown(lint.all_rules(), lint.switched_off())
    else:
        page = catalogue_page.markdown(_chosen(what), today=date.today())
    click.echo(page, nl=False)


def _search(what: str, form: str, query: str) -> None:
    from answer_builder import catalogue
    from answer_builder.cli.found import as_json, print_found

    if what not in ("answers", *KINDS):
        raise click.UsageError("--search ищет по ответам: answers, situations, grounds или notices.")
    if not query.strip():
        raise click.UsageError('Напишите, что искать, например: --search "судебное решение".')
    if form == "markdown":
        raise click.UsageError("--search не печатает страницу: уберите --search или --format markdown.")
    hits = catalogue.search(query, _chosen(what))
    if form == "json":
        found = [{**_entry(hit.answer), "found": as_json(hit)} for hit in hits]
        click.echo(json.dumps(found, ensure_ascii=False, indent=2))
    else:
        print_found(query, hits, catalogue.did_you_mean(query))


def _chosen(what: str) -> "list[TypicalAnswer]":
    from answer_builder import catalogue

    return [a for a in catalogue.all_answers().values() if what == "answers" or a.kind == KINDS[what]]


def _answers(what: str) -> list[dict[str, Any]]:
    return [_entry(answer) for answer in _chosen(what)]


def _entry(answer: "TypicalAnswer") -> dict[str, Any]:
    return {
        "slug": answer.slug,
        "kind": answer.kind,
        "title": answer.title,
        "document": answer.document,
        "basis": list(answer.basis),
        "regime": answer.regime,
        "term": term(answer),
        "closes": answer.closes,
        "legal_as_of": answer.legal_as_of.isoformat(),
        "review_by": answer.review_by.isoformat(),
        "origin": answer.origin,
        "fields": [
            {
                "key": field.key,
                "label": field.label,
                "hint": field.hint,
                "type": field.type,
                "required": field.required,
                "example": plain(field.example),
            }
            for field in answer.fields
        ],
    }


def term(answer: "TypicalAnswer") -> dict[str, Any]:
    """The term as JSON tells it."""
    kept = answer.term
    return {"days": kept.days, "hours": kept.hours, "from": kept.counted_from, "basis": kept.basis}


def _authorities(_what: str) -> list[dict[str, Any]]:
    from answer_builder import authorities

    authorities.default_slug()  # a misspelt one is told here too
    return [
        {
            "slug": body.slug,
            "title": body.title,
            "order": body.order,
            "letterheads": sorted(body.letterheads),
            "signatories": {key: signatory.name for key, signatory in body.signatories.items()},
            "gost_edition": body.gost_edition,
            "origin": body.origin,
        }
        for body in authorities.all_authorities().values()
    ]


def _rules(_what: str) -> list[dict[str, Any]]:
    from answer_builder import lint

    return [
        {
            "id": rule.id,
            "category": rule.category,
            "level": rule.level,
            "title": rule.title,
            "basis": rule.basis,
            "origin": rule.origin,
        }
        for rule in lint.all_rules()
    ]


_LISTS: Mapping[str, Callable[[str], list[dict[str, Any]]]] = {
    "answers": _answers,
    **dict.fromkeys(KINDS, _answers),
    "authorities": _authorities,
    "rules": _rules,
}


def plain(value: Any) -> Any:
    """A TOML value as JSON knows it: dates become ISO strings."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list):
        return [plain(item) for item in value]
    if isinstance(value, Mapping):
        return {key: plain(item) for key, item in value.items()}
    return value


def _print(what: str, entries: list[dict[str, Any]]) -> None:
    from rich.console import Console
    from rich.table import Table

    from answer_builder.lint.level_words import LEVEL_WORDS

    table = Table(box=None, pad_edge=False, header_style="bold")
    if what == "rules":
        headings: tuple[str, ...] = ("Правило", "Уровень", "О чём")
        rows: list[tuple[str, ...]] = [(rule["id"], LEVEL_WORDS[rule["level"]][0], rule["title"]) for rule in entries]
    elif what == "authorities":
        headings = ("Орган", "Название", "Бланки", "Подписанты")
        rows = [_authority_row(body) for body in entries]
    else:
        headings = ("Ответ", "Название", "Срок", "Норма")
        rows = [_answer_row(answer) for answer in entries]
    if any(entry["origin"] != SHIPPED for entry in entries):
        headings = (*headings, "Откуда")
        rows = [
            (*row, "поставка" if entry["origin"] == SHIPPED else "своё")
            for row, entry in zip(rows, entries, strict=True)
        ]
    for number, heading in enumerate(headings):
        table.add_column(heading, overflow="fold", no_wrap=what == "rules" and number == 0)  # to be copied to explain
    for row in rows:
        table.add_row(*row)
    Console(highlight=False, markup=False).print(table)
    if what == "rules":
        click.echo("\nПодробно, с примерами: answer-builder explain ПРАВИЛО")
    _print_own([(row[0], entry["origin"]) for row, entry in zip(rows, entries, strict=True)], what)


def _authority_row(body: Mapping[str, Any]) -> tuple[str, str, str, str]:
    from answer_builder.authorities import default_slug

    signatories = ", ".join(f"{key} ({name})" for key, name in body["signatories"].items())
    chosen = " (пишем от него)" if body["slug"] == default_slug() else ""
    return body["slug"], body["title"] + chosen, ", ".join(body["letterheads"]), signatories


def _answer_row(answer: Mapping[str, Any]) -> tuple[str, str, str, str]:
    days, hours = answer["term"]["days"], answer["term"]["hours"]
    span = f"{days} дн." if days else f"{hours} ч" if hours else "не назван"
    late = " (пора сверить с законом)" if answer["review_by"] < date.today().isoformat() else ""
    return answer["slug"], answer["title"] + late, span, answer["basis"][0]


def _print_own(origins: list[tuple[str, str]], what: str) -> None:
    """Below the table, where a path is not cut: which files are an authority's own, and what they switch off."""
    from answer_builder import lint

    own = [f"  {name} – {origin}" for name, origin in origins if origin != SHIPPED]
    off = [f"  {rule.id} – {rule.reason} ({rule.origin})" for rule in lint.switched_off()] if what == "rules" else []
    for heading, lines in (("Своё:", own), ("Выключено:", off)):
        if lines:
            click.echo("\n".join(["", heading, *lines]))
