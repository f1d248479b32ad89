"""Everything there is to say about a letterhead, before a single letter is made on it."""

from collections.abc import Iterator

from answer_builder import authorities
from answer_builder.authorities import Authority
from answer_builder.errors import BrokenContent, CannotRun
from answer_builder.letter.letterhead_check.dangers import danger_remarks, refused_type
from answer_builder.letter.letterhead_check.flow import flow_remarks
from answer_builder.letter.letterhead_check.leftovers import leftover_remarks
from answer_builder.letter.letterhead_check.mark import mark_remarks
from answer_builder.letter.letterhead_check.measure import measure_remarks
from answer_builder.letter.letterhead_check.page import page_remarks
from answer_builder.letter.letterhead_check.places import Pages
from answer_builder.letter.letterhead_check.remark import Remark, in_order
from answer_builder.letter.letterhead_check.requisites import requisite_remarks
from answer_builder.letter.letterhead_check.structure import refuse_damaged, structure_remarks
from answer_builder.letter.letterhead_check.tags import read_tags
from answer_builder.letter.letterhead_check.trial import trial_remarks
from answer_builder.letter.placeholders import placeholders
from answer_builder.letter.word_styles import W
from answer_builder.office_package import OfficePackage

_NAME = "Бланк"
_MOST_BLOCKS = 500  # paragraphs: a letterhead is a page or two
_known_errors: dict[object, str] = {}


def check_letterhead(template: bytes, *, authority: Authority | None = None, name: str = _NAME) -> tuple[Remark, ...]:
    """The remarks, errors first; without an error every letter on it comes out whole.

    `authority`: whose requisites may be printed on it instead of tags. CannotRun, a sentence that begins with `name`,
    for a file that must not even be opened.
    """
    return in_order(_remarks(template, authority, name))


def refuse_unfit() -> None:
    """BrokenContent, in the words of the check, when a letterhead of the own content folder is not fit."""
    for trouble in unfit():
        raise BrokenContent(trouble)


def unfit() -> Iterator[str]:
    """A sentence for each letterhead of the own content folder that is not fit: its first error."""
    for file, slug, template in authorities.own_letterheads():
        trouble = _first_error(template, slug)
        if trouble:
            more = f"Всё, что не так: answer-builder template check {file} --authority {slug}"
            yield f"{file}: бланк не годится: {trouble}. {more}"


def _first_error(template: bytes, slug: str) -> str:
    """What the check says first, without the full stop; empty for a fit letterhead. Found out once in a process."""
    authority = authorities.all_authorities()[slug]
    key = (template, tuple(authority.requisites.items()), authority.survey_url)
    if key not in _known_errors:
        try:
            errors = (remark for remark in check_letterhead(template, authority=authority) if remark.level == "error")
            _known_errors[key] = next((str(remark) for remark in errors), "")
        except CannotRun as error:
            _known_errors[key] = str(error)
    return _known_errors[key].rstrip(".")


def _remarks(template: bytes, authority: Authority | None, name: str) -> Iterator[Remark]:
    package = OfficePackage(template, name)
    refuse_damaged(package)
    if (wrong_type := refused_type(package)) is not None:
        yield wrong_type
        return
    pages = _opened(package, name)
    broken = tuple(structure_remarks(pages))
    yield from broken
    yield from danger_remarks(pages)
    yield from leftover_remarks(pages)
    facts = read_tags(pages.paragraphs, [*placeholders()])
    yield from facts.remarks
    yield from requisite_remarks(pages, facts.asked, authority)
    misplaced = (*mark_remarks(pages), *flow_remarks(pages))
    yield from misplaced
    yield from page_remarks(pages)
    if not facts.remarks and not broken and not any(remark.level == "error" for remark in misplaced):
        troubles = list(trial_remarks(template, pages, facts))
        yield from troubles
        if not troubles:
            yield from measure_remarks(template)


def _opened(package: OfficePackage, name: str) -> Pages:
    root = package.xml(package.main)
    if root is None or root.find(W + "body") is None:
        raise CannotRun(f"{name} – не документ Word: в нём нет текста.")
    if sum(1 for _ in root.iter(W + "p")) > _MOST_BLOCKS:
        raise CannotRun(f"{name} не похож на бланк: в нём больше {_MOST_BLOCKS} абзацев.")
    return Pages(package)
