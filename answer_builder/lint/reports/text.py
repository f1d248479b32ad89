"""The report for people: the sentence with the words marked, what is wrong, why, what to write instead."""

from collections import Counter
from io import StringIO

from rich.console import Console
from rich.text import Text

from answer_builder.lint.reports.checked import Checked, Report
from answer_builder.lint.rules import CATEGORIES
from answer_builder.lint.text import split
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
_LONGEST_SENTENCE = 320


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
    for finding in checked.findings:
        _print_finding(console, checked, finding)
    console.print()


def _print_finding(console: Console, checked: Checked, finding: Finding) -> None:
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
        _marked(checked.text, finding, style),
        Text(finding.message),
        Text(f"{finding.why} ({finding.basis})", "dim"),
    ):
        for part in line.wrap(console, console.width - 4):
            console.print(Text("    ") + part)


def _marked(text: str, finding: Finding, style: str) -> Text:
    """The sentence around the finding with the words underlined (between arrows where there is no colour)."""
    start, end = _sentence(text, finding)
    shown = Text(text[start : finding.start])
    shown.append("›" + text[finding.start : finding.end] + "‹" if finding.match else "", f"{style} underline")
    shown.append(text[finding.end : end])
    return shown if len(shown) <= _LONGEST_SENTENCE else _shortened(shown, finding.start - start)


def _sentence(text: str, finding: Finding) -> tuple[int, int]:
    if not finding.match:
        return finding.start, finding.start
    begin = text.rfind("\n", 0, finding.start) + 1
    line = text[begin : text.find("\n", finding.start) if "\n" in text[finding.start :] else len(text)]
    for sentence in split(line).sentences:
        if begin + sentence.start <= finding.start < begin + sentence.end:
            return begin + sentence.start, max(finding.end, begin + sentence.end)
    return begin, begin + len(line)


def _shortened(shown: Text, offset: int) -> Text:
    first = max(0, offset - _LONGEST_SENTENCE // 3)
    piece = shown[first : first + _LONGEST_SENTENCE]
    return Text.assemble("…" if first else "", piece, "…" if first + _LONGEST_SENTENCE < len(shown) else "")


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
