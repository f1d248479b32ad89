"""The files that `check` was given → what the checker says of each, several files at once."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

import click

from answer_builder.errors import CannotRun

if TYPE_CHECKING:
    from concurrent.futures import Future

    from answer_builder.cli.mended_files import Mending
    from answer_builder.lint import Context, SecondEngine
    from answer_builder.lint.reports.checked import Checked
    from answer_builder.model import Case
    from answer_builder.origin import Origin

LARGEST = 20_000_000  # bytes; a .docx with scanned pictures
AT_ONCE = 2  # files side by side: while LanguageTool reads one, our rules read another


@dataclass(frozen=True, slots=True)
class Told:
    """What the command line says of the files: the case wins over a file's own word, --answer over both."""

    answers: tuple[str, ...]
    case: "Case | None"

    def origin(self, own: "Origin") -> "Origin":
        from answer_builder.origin import Origin

        if self.case:
            own = Origin(self.case.answers, self.case.authority, self.case.letterhead)
        return replace(own, answers=self.answers or own.answers)


def read_told(slugs: tuple[str, ...], case_file: str | None) -> Told:
    """What `--answer` and `--case` say; raises CannotRun for an answer nobody has and a case that must be mended."""
    from answer_builder import catalogue
    from answer_builder.errors import Refused
    from answer_builder.letter.case import read_case
    from answer_builder.letter.case_file import load_case
    from answer_builder.one_letter import refuse_unknown_rules

    for slug in slugs:
        if slug not in catalogue.all_answers():
            close = get_close_matches(slug, catalogue.all_answers(), n=1, cutoff=0.5)
            hint = f" Возможно, вы имели в виду «{close[0]}»?" if close else ""
            raise CannotRun(f"--answer: ответа «{slug}» нет.{hint} Список: answer-builder list")
    if case_file is None:
        return Told(slugs, None)
    try:
        case = read_case(load_case(case_file), today=date.today())
        refuse_unknown_rules(case)
        return Told(slugs, case)
    except Refused as error:
        raise CannotRun(f"--case {case_file}: случай нужно поправить.\n{error}") from error


@contextmanager
def side_by_side(
    names: tuple[str, ...], told: Told, engine: "SecondEngine", mending: "Mending"
) -> Iterator[list["Future[Checked]"]]:
    """The checks of the files, several at once; what has not begun when the block ends is not begun any more.

    What is checked is the mended file where mending is wanted.
    """
    from concurrent.futures import ThreadPoolExecutor

    pool = ThreadPoolExecutor(AT_ONCE)
    try:
        yield [pool.submit(_checked, name, told, engine, mending) for name in names]
    finally:
        pool.shutdown(cancel_futures=True)


def _checked(name: str, told: Told, engine: "SecondEngine", mending: "Mending") -> "Checked":
    from answer_builder import catalogue
    from answer_builder.letter.pages import estimate
    from answer_builder.lint import check, read_comments, read_origin, read_text
    from answer_builder.lint.reports.checked import Checked
    from answer_builder.whole_file import read_whole

    content = read_whole(name, largest=LARGEST)
    suffix = ".txt" if name == "-" else Path(name).suffix or ".txt"
    taken_back = told.case.suppress if told.case else ()
    text = read_text(content, suffix, name=f"Файл «{name}»")
    if mending.is_wanted:
        content = mending.mend(name, content, suffix, taken_back)
        text = read_text(content, suffix, name=f"Файл «{name}»")
    origin = told.origin(read_origin(content, suffix))
    known = tuple(slug for slug in origin.answers if slug in catalogue.all_answers())
    if unknown := [slug for slug in origin.answers if slug not in known]:
        click.echo(f"{name}: ответа «{unknown[0]}» в каталоге нет, обязательные слова не проверены.", err=True)
    pages = estimate(content).pages if suffix.lower() == ".docx" else None
    silencing = read_comments(content, suffix, text).also(taken_back)
    look = engine.look(silencing.prose(text).text)
    findings = check(text, context=_context(told, known, pages), remarks=look.remarks, silencing=silencing)
    notes = silencing.complaints(findings, text, is_read_twice=look.is_read)
    titles = tuple(catalogue.all_answers()[slug].title for slug in known)
    return Checked(name, text, findings, pages, titles, origin.authority, look.unchecked, notes, silencing)


def _context(told: Told, answers: tuple[str, ...], pages: int | None) -> "Context":
    from answer_builder import catalogue
    from answer_builder.lint import Context
    from answer_builder.one_letter import context_of

    if told.case:
        return replace(context_of(told.case, pages=pages), answers=answers)
    is_addressed = all(catalogue.all_answers()[slug].is_addressed for slug in answers)
    return Context(pages=pages, answers=answers, is_addressed=is_addressed)
