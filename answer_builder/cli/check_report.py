"""The report of `check`: made in the format asked for, printed or written to a file."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from answer_builder.lint import SecondEngine
    from answer_builder.lint.reports.checked import Checked

FORMATS = ("text", "line", "json", "sarif", "checkstyle", "github", "junit", "html")  # a module of lint/reports each
FINDINGS_SHOWN = 50  # of one file, the strictest


def engines_used(engine: "SecondEngine", checked: Sequence["Checked"]) -> dict[str, str]:
    """Who looked at the files, in words for the report."""
    from importlib.metadata import version

    return {
        "rules": f"встроенные правила, словарь pymorphy3 {version('pymorphy3-dicts-ru')}",
        "grammar": not_checked(checked) or engine.state,
    }


def not_checked(checked: Sequence["Checked"]) -> str:
    """Why LanguageTool did not read the files, and how many when it read the others; empty when it read all."""
    reasons = [file.unchecked for file in checked if file.unchecked]
    if not reasons or len(reasons) == len(checked):
        return reasons[0] if reasons else ""
    return f"{reasons[0]} Таких файлов: {len(reasons)} из {len(checked)}."


def render_report(report: Any, format_: str, *, is_to_stdout: bool, shows_all: bool) -> str:
    """The report in one of the formats; coloured and as wide as the window only in a terminal."""
    from importlib import import_module

    render = import_module(f"answer_builder.lint.reports.{format_}").render
    if format_ != "text":
        return str(render(report))
    import os
    import shutil

    is_coloured = is_to_stdout and sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    width = min(shutil.get_terminal_size().columns, 120) if is_to_stdout and sys.stdout.isatty() else 100
    most = FINDINGS_SHOWN if is_to_stdout and not shows_all else None
    return str(render(report, is_coloured=is_coloured, width=width, most=most))


def write_report(report: str, output: Path | None) -> None:
    """Print the report, or put it whole into the file."""
    if output is None:
        click.echo(report, nl=False)
        return
    from answer_builder.whole_file import write_whole

    write_whole(output, report.encode("utf-8"))
