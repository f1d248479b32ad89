"""The command `names`: one raw name a line in, one way to address the person out."""

import json
from collections.abc import Callable, Iterable
from dataclasses import asdict

import click

from answer_builder.model import Addressing, Gender
from answer_builder.text_encoding import decode
from answer_builder.whole_file import read_whole

COLUMNS = (
    *("input", "status", "reason", "gender", "evidence", "greeting", "dative_full", "genitive_full"),
    *("accusative_full", "instrumental_full", "addressee_dative"),
)

WIDTH_IN_A_PIPE = 200
LARGEST = 50_000_000  # bytes; half a million names


@click.command(name="names", options_metavar="[ПАРАМЕТРЫ]", short_help="Показать, как обратиться к человеку")
@click.argument("source", metavar="[ФАЙЛ|-]", default="-")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "tsv", "json"]),
    default="text",
    help="Вид ответа: таблица, TSV или JSON по строке на имя.",
)
@click.option(
    "--gender", type=click.Choice(["m", "f"]), help="Пол, если по имени его не узнать: m – мужской, f – женский."
)
@click.option("--explain", "explained", is_flag=True, help="Рассказать, как найдена каждая часть ответа.")
def command(source: str, form: str, gender: Gender | None, explained: bool) -> None:
    """Как обратиться к людям: приветствие, пол и по чему он виден, имя в падежах.

    В ФАЙЛЕ – одно имя в строке; без файла имена читаются со стандартного ввода.
    Где имя не говорит, мужчина это или женщина, стоит вопрос и что сделать.

    \b
    Пример:
      echo "Ковальчук Мария Петровна" | answer-builder names
    """
    from answer_builder.names import address

    if explained:
        _write_explanations(_read_lines(source), form, gender)
        return
    answers = [address(line, gender=gender) for line in _read_lines(source)]
    writers: dict[str, Callable[[Iterable[Addressing]], None]] = {
        "text": _write_table,
        "tsv": _write_tsv,
        "json": _write_json,
    }
    writers[form](answers)


def _write_explanations(lines: list[str], form: str, gender: Gender | None) -> None:
    from answer_builder.names import explain

    if form != "text":
        raise click.UsageError("--explain рассказывает для людей: уберите --format или --explain.")
    for line in lines:
        heading, *steps = explain(line, gender=gender)
        click.echo("\n".join((heading, *(f"  {step}" for step in steps), "")))


def _read_lines(source: str) -> list[str]:
    text, _ = decode(read_whole(source, largest=LARGEST), f"Файл «{source}»")
    lines = text.split("\n")
    if lines[-1] == "":
        lines.pop()
    return [line.removesuffix("\r") for line in lines]


def _write_json(answers: Iterable[Addressing]) -> None:
    for answer in answers:
        click.echo(json.dumps(asdict(answer), ensure_ascii=False))


def _write_tsv(answers: Iterable[Addressing]) -> None:
    click.echo("\t".join(COLUMNS))
    for answer in answers:
        click.echo("\t".join(" ".join(str(getattr(answer, column) or "").split()) for column in COLUMNS))


def _write_table(answers: Iterable[Addressing]) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(show_lines=True)
    for heading in ("Запись", "Приветствие или вопрос", "Кому", "Почему так"):
        table.add_column(heading, overflow="fold")
    for answer in answers:
        said = (
            Text(answer.greeting, style="green")
            if answer.greeting
            else Text(f"Спросить: {answer.reason}", style="yellow")
        )
        table.add_row(Text(answer.input), said, Text(answer.addressee_dative), Text(answer.evidence))
    console = Console()
    if not console.is_terminal:
        console.width = WIDTH_IN_A_PIPE
    console.print(table)
