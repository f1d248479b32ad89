"""The one way of a letter: case → wording → letterhead → findings and pages. Every door walks it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from answer_builder import authorities, catalogue, lint
from answer_builder.errors import Fault, Refused
from answer_builder.letter.case import read_case
from answer_builder.letter.compose import compose
from answer_builder.letter.cuts import what_to_cut, what_to_cut_of_file
from answer_builder.letter.file_name import file_name
from answer_builder.letter.letterhead_check import refuse_unfit
from answer_builder.letter.pages import estimate
from answer_builder.letter.render import render
from answer_builder.letter.shortening import Shortening, aim_of
from answer_builder.model import Case, Finding, Letter, PageEstimate


@dataclass(frozen=True, slots=True)
class MadeLetter:
    """One finished letter: `docx` holds the file's bytes, findings refer to `letter.prose`.

    `look` tells whether LanguageTool has read it, `notes` are about entries of the case that silence nothing.
    """

    case: Case
    letter: Letter
    docx: bytes
    pages: PageEstimate
    findings: tuple[Finding, ...]
    file_name: str
    look: lint.Look
    notes: tuple[str, ...] = ()


def read_content(*, tries_letterheads: bool = True) -> None:
    """Reads everything a letter is made from; CannotRun now instead of in the middle of the work.

    `tries_letterheads`: own letterheads are also looked at as `template check` does, which takes a second.
    """
    authorities.default_slug()
    catalogue.all_answers()
    lint.all_rules()
    if tries_letterheads:
        refuse_unfit()


def make_letter(
    raw: Mapping[str, Any], *, today: date, grammar: lint.SecondEngine = lint.NO_SECOND_ENGINE
) -> MadeLetter:
    """The letter of a raw case; raises `Refused` with every fault of the case."""
    case = read_case(raw, today=today)
    refuse_unknown_rules(case)
    letter = compose(case)
    docx = render(letter, authorities.letterhead(case.authority, case.letterhead))
    pages = estimate(docx)
    look = grammar.look(letter.prose)
    context, silencing = context_of(case, pages=pages.pages), lint.NOTHING.also(case.suppress)
    findings = lint.check(letter.prose, context=context, remarks=look.remarks, silencing=silencing)
    notes = silencing.complaints(findings, letter.prose, is_read_twice=look.is_read)
    return MadeLetter(case, letter, docx, pages, findings, file_name(case), look, notes)


def refuse_unknown_rules(case: Case) -> None:
    """Raises `Refused` when the case wants to silence a rule that nobody knows."""
    names = ((silence.where, name) for silence in case.suppress for name in silence.rules)
    if faults := [Fault(f"{where}.rule", problem) for where, name in names if (problem := lint.unknown_name(name))]:
        raise Refused(faults)


def shortening(made: MadeLetter, *, today: date) -> Shortening | None:
    """What to cut from a letter that is longer than wished (001 3.8); None when there is nothing to tell."""
    return what_to_cut(made.case, made.docx, made.letter.prose, made.pages.pages, made.findings, today=today)


def shortening_of_file(docx: bytes, pages: PageEstimate, *, name: str = "Этот файл") -> Shortening | None:
    """The same of a .docx from anywhere, by its own words."""
    if not aim_of(pages.pages):
        return None
    text = lint.read_text(docx, ".docx", name=name)
    return what_to_cut_of_file(docx, text, pages.pages, lint.check(text), name=name)


def context_of(case: Case, *, pages: int | None) -> lint.Context:
    """What the checker may know of the letter of this case, be it just made or edited since."""
    return lint.Context(
        is_several=case.addressee.is_several,
        names=_own_names(case),
        pages=pages,
        is_addressed=bool(case.addressee.addressing.greeting),
        answers=case.answers,
    )


def _own_names(case: Case) -> frozenset[str]:
    """Words of the case's own data that no dictionary has to know: surnames, streets, settlements."""
    sources = (*case.addressee.names, *case.addressee.post_address, case.executor.name, case.incoming.addressed_to)
    return frozenset(word.strip("«»().,;:") for source in sources for word in source.split())
