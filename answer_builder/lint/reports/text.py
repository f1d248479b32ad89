"""The report for people: the sentence with the words marked, what is wrong, why, what to write instead."""

from collections import Counter
from collections.abc import Sequence
from io import StringIO

from rich.console import Console
from rich.text import Text

from answer_builder.lint.level_words import LEVEL_WORDS, counted_findings
from answer_builder.lint.prose import Prose
from answer_builder.lint.replacement_words import named
from answer_builder.lint.reports.checked import Checked, Report, strictest, unsaid
from answer_builder.lint.reports.ease import ease_lines
from answer_builder.lint.reports.silenced import silenced_lines
from answer_builder.lint.rules import CATEGORIES
from answer_builder.lint.splitting import split
from answer_builder.lint.text import Document
from answer_builder.model import Finding, Level
from answer_builder.plural import plural

_STYLES: dict[Level, str] = {"error": "bold red", "warning": "bold yellow", "info": "bold cyan"}
_MOST_BEFORE, _MOST_WORDS, _MOST_AFTER = 120, 240, 160  # characters shown


def render(report: Report, *, is_coloured: bool = False, width: int = 100, most: int | None = None) -> str:
    """Findings file by file, at most so many in each, and a summary line; ANSI colours only when asked for."""
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
        _print_file(console, checked, most)
    console.print(_summary(report))
    return "".join(line.rstrip() + "\n" for line in page.getvalue().splitlines())


def _print_file(console: Console, checked: Checked, most: int | None) -> None:
    known = [f"{checked.pages} стр."] if checked.pages else []
    known += [f"«{title}»" for title in checked.answers]
    about = f" ({', '.join(known)})" if known else ""
    findings = checked.open_findings
    asides = [*silenced_lines(checked.findings), *checked.notes, *ease_lines(checked.prose)]
    if not findings:
        console.print(Text.assemble((checked.path, "bold"), about, " – замечаний нет"))
        _print_asides(console, asides)
        return
    console.print(Text.assemble((checked.path, "bold"), about))
    prose, unit = checked.prose, "строка" if checked.has_lines else "абзац"
    document = split(prose.blanked)
    shown = strictest(findings, most)
    for finding in shown:
        where = f"  {unit} {finding.paragraph + 1}, " if finding.match else "  всё письмо, "
        sentence = _marked(document, prose, finding) if finding.match else None
        _print_finding(console, finding, where, sentence, checked.basis(finding))
    console.print()
    if hidden := len(findings) - len(shown):
        console.print(f"  … и ещё {counted_findings(hidden)}. Показать все: --all\n")
    if asides:
        _print_asides(console, asides)
        console.print()


def _print_asides(console: Console, lines: Sequence[str]) -> None:
    for line in lines:
        for part in Text(line, "dim").wrap(console, console.width - 2):
            console.print(Text("  ") + part)


def _print_finding(console: Console, finding: Finding, where: str, sentence: Text | None, basis: str) -> None:
    name, style = LEVEL_WORDS[finding.level][0], _STYLES[finding.level]
    console.print()
    console.print(
        Text.assemble(
            where,
            (name, style),
            f": {CATEGORIES[finding.category][0].lower()}",
            (f"  [{finding.rule}]", "dim"),
        )
    )
    instead = named(unsaid(finding))
    for line in (
        *([sentence] if sentence else []),
        Text(f"{finding.message} Лучше: {instead}." if instead else finding.message),
        Text(f"{finding.why} ({basis})", "dim"),
    ):
        for part in line.wrap(console, console.width - 4):
            console.print(Text("    ") + part)


def _marked(document: Document, prose: Prose, finding: Finding) -> Text:
    """The sentence around the finding with the words between arrows, coloured and underlined where colour is wanted."""
    sentence = document.sentence_at(finding.start)
    start, end = (sentence.start, sentence.end) if sentence else (finding.start, finding.end)
    first, last = max(start, finding.start - _MOST_BEFORE), min(max(end, finding.end), finding.end + _MOST_AFTER)
    words = prose.as_read(finding.start, finding.end)
    shown = words if len(words) <= _MOST_WORDS else f"{words[:_MOST_WORDS]}…"
    return Text.assemble(
        "…" if first > start else "",
        prose.as_read(first, finding.start).lstrip(),
        (f"›{shown}‹", f"{_STYLES[finding.level]} underline"),
        prose.as_read(finding.end, last),
        "…" if last < end else "",
    )


def _summary(report: Report) -> str:
    count = Counter(finding.level for checked in report.files for finding in checked.open_findings)
    parts = [f"{count[level]} {plural(count[level], words)}" for level, words in LEVEL_WORDS.items() if count[level]]
    files = len(report.files)
    checked = f"Проверено: {files} {plural(files, ('файл', 'файла', 'файлов'))}"
    return f"{checked}. {', '.join(parts).capitalize() or 'Замечаний нет'}."
