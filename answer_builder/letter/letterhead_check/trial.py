"""Tries a letterhead out: letters of every kind are put on it, and every word of each must be seen.

A letterhead may ask only whether a value is there and how many lines it has (`tags`), so these letters stand for all:
each value that may be empty is there and is not, and lists have 1, 2, … lines up to two more than the tags count.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from itertools import product
from typing import Any

from lxml import etree

from answer_builder.errors import AnswerBuilderError
from answer_builder.letter.letterhead_check.places import Pages
from answer_builder.letter.letterhead_check.remark import WHOLE_FILE, Place, Remark
from answer_builder.letter.letterhead_check.tags import TagFacts
from answer_builder.letter.placeholders import placeholders
from answer_builder.letter.render import compiled, values_of
from answer_builder.letter.template_tags import BrokenTag, where
from answer_builder.letter.word_styles import W
from answer_builder.model import Letter
from answer_builder.office_package import OfficePackage

_NAME = "Письмо на этом бланке"
_LONG_ENOUGH = 40  # characters, and more than any number in the tags: a value cut short is noticed
_GROUPS = (("reference_number", "reference_date"),)  # are there together or not at all
_REQUISITES = ("name", "address", "phone", "email", "site")
_CONTAINERS = (W + "tc", W + "txbxContent", W + "hdr", W + "ftr")


def trial_remarks(template: bytes, pages: Pages, facts: TagFacts) -> Iterator[Remark]:
    """What goes wrong with letters on this letterhead; the first trouble of each value."""
    told: set[str] = set()
    try:
        for large_print in (False, True):
            letterhead, ready = compiled(template, large_print)
            for letter in _letters(facts.largest, large_print=large_print):
                values = values_of(letter, letterhead)
                for name, message in _troubles(ready.render(values), values, facts.asked):
                    if name not in told:
                        told.add(name)
                        yield _remark(name, message, pages)
    except BrokenTag as error:
        remedy = "Проверьте этот тег: он должен целиком стоять в одном абзаце, а условие или повтор – закрываться"
        place = pages.find(error.tag)
        if place == WHOLE_FILE:  # a footnote, the properties of the file
            place = Place(title=where(error.member))
        yield Remark("tag", "error", f"{error.problem}: {error.tag}", remedy, place)
    except AnswerBuilderError as error:
        remedy = "Поправьте это и проверьте ещё раз; если не поможет, перенесите текст в новый документ"
        yield Remark("not_rendered", "error", f"письмо не составить: {error}".rstrip("."), remedy)


def _remark(name: str, message: str, pages: Pages) -> Remark:
    place = pages.find(name) if name in placeholders() else WHOLE_FILE
    remedy = "Поставьте это поле в основной текст, обычным шрифтом, отдельным абзацем, и без условий"
    if name not in placeholders():
        remedy = "Сохраните бланк в Word заново; если не поможет, перенесите текст в новый документ"
    return Remark("lost_value" if name in placeholders() else "not_rendered", "error", message, remedy, place)


def _letters(largest: int, *, large_print: bool) -> Iterator[Letter]:
    """The letters that stand for all."""
    optional = [name for name, placeholder in placeholders().items() if placeholder.may_be_empty]
    groups = [*_GROUPS, *((name,) for name in optional if not any(name in group for group in _GROUPS))]
    longest = _LONG_ENOUGH + largest
    lengths = range(1, largest + 3)
    for lines in lengths:
        yield _letter(lines, longest, (), large_print=large_print)
    if large_print:  # the same tags in larger type
        return
    for absent in product((False, True), repeat=len(groups)):
        left_out = [name for group, is_absent in zip(groups, absent, strict=True) if is_absent for name in group]
        for lines in {1, 2, lengths[-1]}:
            yield _letter(lines, longest, left_out, large_print=False)


def _letter(lines: int, longest: int, left_out: Collection[str], *, large_print: bool) -> Letter:
    def value(name: str) -> Any:
        if not placeholders()[name].has_lines:
            return "" if name in left_out else _word(name, 0, longest)
        if name in left_out:
            return ()
        return tuple(_word(name, number, longest) for number in range(lines))

    letter = Letter(
        answer="trial",
        authority="trial",
        letterhead="trial",
        date=value("letter_date"),
        large_print=large_print,
        executor_mark=(_word("executor_mark", 0, longest), _word("executor_mark", 1, longest)),
        requisites={key: value(f"authority_{key}") for key in _REQUISITES},
        **{name: value(name) for name in _SAME_NAMES},
    )
    return replace(letter, executor_mark=tuple(line[:_LONG_ENOUGH] for line in letter.executor_mark))


_SAME_NAMES = (
    "reference_number",
    "reference_date",
    "restriction",
    "addressee",
    "heading",
    "greeting",
    "text",
    "closing",
    "survey_url",
    "attachments",
    "signatory_position",
    "signatory_name",
)


def _word(name: str, number: int, longest: int) -> str:
    """A line that no other value has, and that is whole only from end to end."""
    code = f"Я{list(placeholders()).index(name)}\N{NO-BREAK SPACE}я{number}ъ"  # that space shows a list printed as code
    return f"{code}{'ж' * (longest - 2 * len(code))}{code}"


def _troubles(docx: bytes, values: Mapping[str, Any], asked: Collection[str]) -> Iterator[tuple[str, str]]:
    """Name of the value, or "", and what became of it."""
    pages = Pages(OfficePackage(docx, _NAME))
    seen = _seen(pages)
    for name, value in values.items():
        if not placeholders()[name].is_internal and name in asked:
            lines = (value,) if isinstance(value, str) else value
            if any(line.casefold() not in seen for line in lines):
                yield name, f"в некоторых письмах не будет видно того, что стоит в «{{{{ {name} }}}}»"
    if "{{" in seen or "{%" in seen:
        yield "", "в письме останутся скобки {{ … }}"
    for root in _printed_roots(pages):
        for container in root.iter(*_CONTAINERS):
            if container.find(W + "p") is None or (container.tag == W + "tc" and container[-1].tag != W + "p"):
                yield "", "ячейка или колонтитул останется без абзаца: Word такое письмо не откроет"
                return


def _printed_roots(pages: Pages) -> Iterator[etree._Element]:
    """The text, and the headers and footers of the first page."""
    yield pages.document
    page = "first" if pages.has_title_page else "default"
    yield from (pages.package.xml(part) for (_, of), part in pages.colontitles.items() if of == page)


def _seen(pages: Pages) -> str:
    """The words of the first page's headers and of the text in small letters, a paragraph a line."""
    said: list[str] = []
    for root in _printed_roots(pages):
        for element in root.iter(W + "p", W + "t"):
            said.append("\n" if element.tag == W + "p" else element.text or "")
    return "".join(said).casefold()
