"""The report for people: the sentence with the words marked, what is wrong, why, what to write instead."""

from collections import Counter
from io import StringIO

from rich.console import Console
from rich.text import Text

from answer_builder.lint.reports.checked import Checked, Report
from answer_builder.lint.rules import CATEGORIES
from answer_builder.lint.text import Document, split
from answer_builder.model import Finding, Level

_LEVELS: dict[Level, tuple[str, str]] = {
    "error": ("ошибка", "bold red"),
    "warning": ("замечание", "bold yellow"),
    "info": ("совет", "bold cyan"),
}
# one, few (2–4), many (5 and more)
_COUNTED: dict[Level, tuple[str, str, str]] = {
    "error": ("ошибка", "ошибки", "ошибок"),
    "warning": ("замечание", "замечания", "замечаний"),
    "info": ("совет", "совета", "советов"),
}
_MOST_BEFORE, _MOST_WORDS, _MOST_AFTER = 120, 240, 160  # characters shown


def render(report: Report, *, is_coloured: bool = False, width: int = 100) -> str:
    """Findings file by file and a summary line; ANSI colours only when asked for."""
    page = StringIO()
    console = Console(
        file=page,
        width=width,
        force_terminal=is_coloured,
        no_color=not is_coloured,
        highlight=False,
        soft_wrap=False,
        color_system="standard" if is_coloured else None,
    )
    for checked in report.files:
        _print_file(console, checked)
    console.print(_summary(report))
    return "".join(line.rstrip() + "\n" for line in page.getvalue().splitlines())


def _print_file(console: Console, checked: Checked) -> None:
    pages = f" ({checked.pages} стр.)" if checked.pages else ""
    if not checked.findings:
        console.print(Text.assemble((checked.path, "bold"), pages, " – замечаний нет"))
        return
    console.print(Text.assemble((checked.path, "bold"), pages))
    document = split(checked.text)
    for finding in checked.findings:
        _print_finding(console, document, finding)
    console.print()


def _print_finding(console: Console, document: Document, finding: Finding) -> None:
    name, style = _LEVELS[finding.level]
    console.print()
    console.print(
        Text.assemble(
            f"  абзац {finding.paragraph + 1}, ",
            (name, style),
            f": {CATEGORIES[finding.category][0].lower()}",
            (f"  [{finding.rule}]", "dim"),
        )
    )
    for line in (
        _marked(document, finding, style),
        Text(finding.message),
        Text(f"{finding.why} ({finding.basis})", "dim"),
    ):
        for part in line.wrap(console, console.width - 4):
            console.print(Text("    ") + part)


def _marked(document: Document, finding: Finding, style: str) -> Text:
    """The sentence around the finding with the words between arrows, coloured and underlined where colour is wanted."""
    if not finding.match:
        return Text()
    sentence = document.sentence_at(finding.start)
    start, end = (sentence.start, sentence.end) if sentence else (finding.start, finding.end)
    first, last = max(start, finding.start - _MOST_BEFORE), min(max(end, finding.end), finding.end + _MOST_AFTER)
    words = finding.match if len(finding.match) <= _MOST_WORDS else f"{finding.match[:_MOST_WORDS]}…"
    return Text.assemble(
        "…" if first > start else "",
        document.text[first : finding.start].lstrip(),
        (f"›{words}‹", f"{style} underline"),
        document.text[finding.end : last],
        "…" if last < end else "",
    )


def _summary(report: Report) -> str:
    count = Counter(finding.level for checked in report.files for finding in checked.findings)
    parts = [f"{count[level]} {_word(count[level], _COUNTED[level])}" for level in _LEVELS if count[level]]
    files = len(report.files)
    checked = f"Проверено: {files} {_word(files, ('файл', 'файла', 'файлов'))}"
    return f"{checked}. {', '.join(parts).capitalize() or 'Замечаний нет'}."


def _word(number: int, forms: tuple[str, str, str]) -> str:
    if number % 10 == 1 and number % 100 != 11:
        return forms[0]
    return forms[1] if number % 10 in (2, 3, 4) and number % 100 not in (12, 13, 14) else forms[2]
