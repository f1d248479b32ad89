"""What `build` says about a letter it made: greeting, length, findings. To stderr: the path alone is the result."""

from datetime import date

from rich.console import Console
from rich.text import Text

from answer_builder import catalogue
from answer_builder.letter.page_words import remarks
from answer_builder.lint.level_words import LEVEL_WORDS, counted_findings
from answer_builder.lint.readability import readability
from answer_builder.lint.readability_words import in_one_line
from answer_builder.lint.reports.checked import strictest
from answer_builder.lint.reports.silenced import silenced_lines
from answer_builder.one_letter import MadeLetter, shortening
from answer_builder.plural import plural

_STYLES = {"error": "bold red", "warning": "yellow", "info": "cyan"}
FINDINGS_SHOWN = 20


def print_letter(made: MadeLetter, *, today: date) -> None:
    """Greeting, evidence, pages, what to cut, findings and those silenced, each answer that waits for a lawyer."""
    console = Console(stderr=True, highlight=False, soft_wrap=True)
    addressing = made.case.addressee.addressing
    evidence = f" ({addressing.evidence})" if addressing.evidence else ""
    console.print(Text(f"  {made.letter.greeting}{evidence}"))
    console.print(Text(f"  {_length(made)}"))
    if reading := readability(made.letter.prose):
        console.print(Text(f"  Читать {in_one_line(reading)}."))
    for remark in remarks(made.pages):
        console.print(Text(f"  {remark}", style="yellow"))
    if advice := shortening(made, today=today):
        console.print(Text(f"  {advice.sentences}", style="yellow"))
    findings = tuple(finding for finding in made.findings if not finding.suppressed)
    shown = strictest(findings, FINDINGS_SHOWN)
    for finding in shown:
        word = (LEVEL_WORDS[finding.level][0], _STYLES[finding.level])
        console.print(Text.assemble("  ", word, f": {finding.message}"))
    if hidden := len(findings) - len(shown):
        console.print(Text(f"  … и ещё {counted_findings(hidden)}. Показать все: answer-builder check ПИСЬМО --all"))
    if not findings:
        console.print(Text("  Замечаний к тексту нет.", style="green"))
    for line in (*silenced_lines(made.findings), *made.notes):
        console.print(Text(f"  {line}", "dim"))
    if not made.look.is_read:
        console.print(Text(f"  {made.look.unchecked or 'Грамматика и запятые не проверены: --grammar auto.'}", "dim"))
    for answer in (catalogue.all_answers()[slug] for slug in dict.fromkeys(made.case.answers)):
        if answer.review_by < today:
            due = f"это надо было сделать до {answer.review_by:%d.%m.%Y}"
            console.print(Text(f"  Ответ «{answer.title}» пора сверить с законом: {due}.", style="yellow"))


def _length(made: MadeLetter) -> str:
    pages = made.pages
    count = plural(pages.pages, ("страница", "страницы", "страниц"))
    spills = f"; последняя начинается со слов «{pages.spills}»" if pages.spills else ""
    return f"Объём: {pages.pages} {count}, свободных строк внизу: {pages.lines_left}{spills}"
