"""What `build` says about a letter it made: greeting, length, findings. To stderr: the path alone is the result."""

from datetime import date

from rich.console import Console
from rich.text import Text

from answer_builder import catalogue
from answer_builder.one_letter import MadeLetter
from answer_builder.plural import plural

_LEVELS = {"error": ("ошибка", "bold red"), "warning": ("замечание", "yellow"), "info": ("совет", "cyan")}


def print_letter(made: MadeLetter, *, today: date) -> None:
    """Greeting, evidence, pages, one line for each finding and for each answer that waits for a lawyer."""
    console = Console(stderr=True, highlight=False, soft_wrap=True)
    addressing = made.case.addressee.addressing
    evidence = f" ({addressing.evidence})" if addressing.evidence else ""
    console.print(Text(f"  {made.letter.greeting}{evidence}"))
    console.print(Text(f"  {_length(made)}"))
    for finding in made.findings:
        word, style = _LEVELS[finding.level]
        console.print(Text.assemble("  ", (word, style), f": {finding.message}"))
    if not made.findings:
        console.print(Text("  Замечаний к тексту нет.", style="green"))
    for answer in (catalogue.all_answers()[slug] for slug in dict.fromkeys(made.case.answers)):
        if answer.review_by < today:
            due = f"это надо было сделать до {answer.review_by:%d.%m.%Y}"
            console.print(Text(f"  Ответ «{answer.title}» пора сверить с законом: {due}.", style="yellow"))


def _length(made: MadeLetter) -> str:
    pages = made.pages
    count = plural(pages.pages, ("страница", "страницы", "страниц"))
    spills = f"; последняя начинается со слов «{pages.spills}»" if pages.spills else ""
    return f"Объём: {pages.pages} {count}, свободных строк внизу: {pages.lines_left}{spills}"
