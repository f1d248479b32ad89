"""`doctor`: which optional parts are on this machine and what their absence means."""

import subprocess
from collections.abc import Iterator
from datetime import date

import click

from answer_builder.cli.exit_codes import ExitCode


@click.command(options_metavar="")
def command() -> None:
    """Проверить, какие дополнительные части есть на этом компьютере.

    Без них программа работает, но проверяет меньше. Своё содержание тоже проверяется:
    по примерам составляются письма. Если оно не в порядке, код завершения 2.

    \b
    Пример:
      answer-builder doctor
    """
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, header_style="bold")
    for heading in ("Часть", "Есть?", "Что это значит"):
        table.add_column(heading, overflow="fold")
    content, troubles = _content()
    for part, present, meaning in (*content, *_parts()):
        table.add_row(part, "[green]да[/]" if present else "[yellow]нет[/]", Text(meaning))
    Console(highlight=False).print(table)
    for trouble in troubles:
        click.echo(trouble, err=True)
    if troubles:
        raise SystemExit(ExitCode.CANNOT_RUN)


def _content() -> tuple[list[tuple[str, bool, str]], tuple[str, ...]]:
    """What letters are made from: its lines of the table, and what is wrong with it."""
    from answer_builder import authorities, catalogue
    from answer_builder.content_proof import prove_own_content
    from answer_builder.errors import CannotRun
    from answer_builder.one_letter import read_content

    try:
        read_content(tries_letterheads=False)  # proving tells all that is wrong with them
        troubles = prove_own_content(today=date.today())
    except CannotRun as error:
        return [("Ответы, бланки, правила", False, "не читаются, письма не составить")], (str(error),)
    answers = catalogue.all_answers()
    overdue = [answer.slug for answer in answers.values() if answer.review_by < date.today()]
    late = f"; пора сверить с законом: {', '.join(overdue)}" if overdue else ""
    lines = [
        ("Каталог ответов", not overdue, f"ответов: {len(answers)}{late}"),
        ("Бланки органов", True, f"{', '.join(authorities.all_authorities())}; пишем от {authorities.default_slug()}"),
        ("Своё содержание", *_own(is_sound=not troubles)),
    ]
    return lines, troubles


def _own(*, is_sound: bool) -> tuple[bool, str]:
    """Is an own folder in force and sound, and what it changes."""
    from answer_builder import authorities, catalogue, lint
    from answer_builder.content_roots import SHIPPED, VARIABLE, own_folder

    if (home := own_folder()) is None:
        return False, f"не подключено ({VARIABLE} не задана); папку с образцами сделает answer-builder init ПАПКА"
    answers, bodies, rules = (
        sum(entry.origin != SHIPPED for entry in entries)
        for entries in (catalogue.all_answers().values(), authorities.all_authorities().values(), lint.all_rules())
    )
    counts = f"ответов – {answers}, органов – {bodies}, правил – {rules}, выключено правил – {len(lint.switched_off())}"
    return is_sound, f"{home}: {counts}" + ("" if is_sound else "; не всё в порядке, см. ниже")


def _parts() -> Iterator[tuple[str, bool, str]]:
    from answer_builder.lint.languagetool import presence

    yield "Морфологический словарь", _has_dictionary(), "проверка правописания и пола по имени"
    yield "LibreOffice", *_office()
    yield (
        "Шрифт Times New Roman или Liberation Serif",
        _has_font(),
        "без него письмо на этом компьютере выглядит иначе, чем на бланке",
    )
    is_there, what = presence()
    yield "Грамматика и запятые (LanguageTool)", is_there, what
    yield "База черновиков", False, "в этой версии черновики не хранятся"


def _office() -> tuple[bool, str]:
    """Is there a LibreOffice that runs, and which."""
    from answer_builder.letter import libreoffice

    found = ".".join(map(str, libreoffice.version()[:3]))
    if found:
        return True, f"версия {found}: делает PDF; число страниц программа оценивает и без него"
    what = "не запускается" if libreoffice.program() else "не найден"
    return False, f"{what}: PDF не сделать; число страниц программа оценивает сама"


def _has_dictionary() -> bool:
    from importlib.util import find_spec

    return find_spec("pymorphy3_dicts_ru") is not None


def _has_font() -> bool:
    """True when fontconfig knows a font with the metrics of Times New Roman; without fontconfig, False."""
    try:
        found = subprocess.run(
            ["fc-list", ":lang=ru", "family"],  # noqa: S607
            capture_output=True,
            text=True,
            timeout=10,
            check=False,
        ).stdout
    except (OSError, subprocess.TimeoutExpired):
        return False
    return "Times New Roman" in found or "Liberation Serif" in found
