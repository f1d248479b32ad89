"""`doctor`: which optional parts are on this machine and what their absence means."""

import shutil
import subprocess
from collections.abc import Iterator
from datetime import date

import click


@click.command(options_metavar="")
def command() -> None:
    """Проверить, какие дополнительные части есть на этом компьютере.

    Без них программа работает, но проверяет меньше.

    \b
    Пример:
      answer-builder doctor
    """
    from rich.console import Console
    from rich.table import Table

    table = Table(box=None, pad_edge=False, header_style="bold")
    for heading in ("Часть", "Есть?", "Что это значит"):
        table.add_column(heading, overflow="fold")
    for part, present, meaning in _parts():
        table.add_row(part, "[green]да[/]" if present else "[yellow]нет[/]", meaning)
    Console(highlight=False).print(table)


def _parts() -> Iterator[tuple[str, bool, str]]:
    from answer_builder import authorities, catalogue

    overdue = [a.slug for a in catalogue.shipped().values() if a.review_by < date.today()]
    yield (
        "Каталог ответов",
        not overdue,
        f"ответов: {len(catalogue.shipped())}" + (f"; пора сверить с законом: {', '.join(overdue)}" if overdue else ""),
    )
    yield "Бланки органов", True, ", ".join(authorities.shipped())
    yield "Морфологический словарь", _has_dictionary(), "проверка правописания и пола по имени"
    yield (
        "LibreOffice",
        bool(shutil.which("soffice")),
        "нужен, чтобы сделать PDF; число страниц программа оценивает сама",
    )
    yield (
        "Шрифт Times New Roman или Liberation Serif",
        _has_font(),
        "без него письмо на этом компьютере выглядит иначе, чем на бланке",
    )
    yield "Грамматика (LanguageTool)", False, "в этой версии не подключена: грамматику и запятые проверьте сами"
    yield "База черновиков", False, "в этой версии черновики не хранятся"


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
