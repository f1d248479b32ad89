"""What a letterhead must not carry into every letter: macros, links outside, objects, other people's remarks."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from docx.image.exceptions import InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError
from docx.image.image import Image
from lxml import etree

from answer_builder.content_table import Table, read_toml
from answer_builder.letter.letterhead_check.fields import field_codes
from answer_builder.letter.letterhead_check.places import Pages, Placed
from answer_builder.letter.letterhead_check.remark import WHOLE_FILE, Place, Remark
from answer_builder.letter.word_styles import W
from answer_builder.office_package import LARGEST_FILE, OfficePackage

_FILE = "dangers.toml"
_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_LEFT_IN_LETTERS = ("tracked_change", "comment", "todays_date", "foreign_field")  # wrong, but harmless to open
_ADDRESS = re.compile(r"(https?://|mailto:|#)", re.IGNORECASE)
_MOST_PIXELS = 50_000_000
_LARGE = 1_000_000  # bytes; every letter carries its letterhead
_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff")
_NOT_PICTURES = (
    InvalidImageStreamError,
    UnexpectedEndOfFileError,
    UnrecognizedImageError,
    ValueError,
    KeyError,
    IndexError,
    OverflowError,
    ZeroDivisionError,
)


@dataclass(frozen=True, slots=True)
class _Danger:
    title: str
    remedy: str
    parts: re.Pattern[str] | None
    relations: tuple[str, ...]
    outside: tuple[str, ...]
    elements: tuple[str, ...]
    fields: tuple[str, ...]


def refused_type(package: OfficePackage) -> Remark | None:
    """The remark on a file that is another kind of Word file under the name of .docx."""
    types = package.xml("[Content_Types].xml")
    entries = () if types is None else types.iterfind(_TYPES + "Override")
    found = next((entry.get("ContentType") for entry in entries if entry.get("PartName") == f"/{package.main}"), None)
    if found == _DOCX and package.main == "word/document.xml" and b"purl.oclc.org" not in package.read(package.main):
        return None
    message = "это не обычный документ Word: шаблон (.dotx), документ с макросами (.docm), «строгий» .docx или другой"
    remedy = "Откройте его в Word: «Файл» → «Сохранить как» → «Документ Word (*.docx)»"
    return Remark("type", "error", message, remedy, is_danger=True)


def danger_remarks(pages: Pages) -> Iterator[Remark]:
    """Everything dangerous and everything left over in the file; what has a place is not told without it too."""
    found = list(dict.fromkeys(_all_remarks(pages)))
    placed = {remark.kind for remark in found if remark.place != WHOLE_FILE}
    yield from (remark for remark in found if remark.place != WHOLE_FILE or remark.kind not in placed)


def _all_remarks(pages: Pages) -> Iterator[Remark]:
    package = pages.package
    for part in package.parts:
        for kind, danger in _dangers().items():
            if danger.parts is not None and danger.parts.search(part):
                yield _remark(kind, part=part)
        if part.startswith("word/") and part.lower().endswith(_PICTURES):
            yield from _picture(package, part)
    for source in ("", *(part for part in package.parts if not part.endswith(".rels"))):
        for relation in package.relations(source):
            for kind, danger in _dangers().items():
                if relation.kind in danger.relations:
                    yield _remark(kind, part=relation.part or relation.target)
            if relation.is_external:
                yield from _outside(relation.kind, relation.target)
    yield from _elements(pages)
    yield from _fields(pages)
    yield from _size(package)


@cache
def _dangers() -> Mapping[str, _Danger]:
    text = files(__package__ or "").joinpath(_FILE).read_text(encoding="utf-8")
    root = read_toml(f"letter/letterhead_check/{_FILE}", text)
    return {kind: _read(root.table(kind)) for kind in root}


def _read(table: Table) -> _Danger:
    pattern = table.text("parts", "")
    lists = {key: table.strings(key) for key in ("relations", "outside", "elements", "fields")}
    danger = _Danger(table.text("title"), table.text("remedy"), re.compile(pattern) if pattern else None, **lists)
    table.close()
    return danger


def _remark(kind: str, place: Place = WHOLE_FILE, *, part: str = "") -> Remark:
    danger = _dangers()[kind]
    message = f"{danger.title} ({part[:80]})" if part else danger.title
    return Remark(kind, "error", message, danger.remedy, place, is_danger=kind not in _LEFT_IN_LETTERS)


def _outside(kind: str, target: str) -> Iterator[Remark]:
    if kind == "hyperlink":
        if not _ADDRESS.match(target):
            yield _remark("unsafe_address", part=target)
        return
    for name, danger in _dangers().items():
        if kind in danger.relations:  # told already
            return
        if kind in danger.outside or "*" in danger.outside:
            yield _remark(name, part=target)
            return


def _elements(pages: Pages) -> Iterator[Remark]:
    by_tag = {W + tag: kind for kind, danger in _dangers().items() for tag in danger.elements}
    for _, root in (*pages.roots.values(), ("", pages.settings)):
        told: set[str] = set()
        for element in root.iter(*by_tag):
            kind = by_tag[element.tag]
            if kind not in told:  # a hundred corrections are one remark for each part
                told.add(kind)
                yield _remark(kind, _place_of(pages, element))


def _fields(pages: Pages) -> Iterator[Remark]:
    by_name = {name: kind for kind, danger in _dangers().items() for name in danger.fields}
    for placed in pages.paragraphs:
        for code in field_codes(placed.element):
            name = code.split()[0].upper() if code.split() else ""
            if kind := by_name.get(name):
                yield _remark(kind, placed.place)
            elif name == "HYPERLINK" and not _is_address(code):
                yield _remark("unsafe_address", placed.place)


def _is_address(code: str) -> bool:
    target = re.search(r'HYPERLINK\s+(?:\\\w\s+)*"([^"]*)"', code, re.IGNORECASE)
    return target is None or "{{" in target[1] or bool(_ADDRESS.match(target[1])) or "\\l" in code


def _place_of(pages: Pages, element: etree._Element) -> Place:
    paragraphs: dict[etree._Element, Placed] = {placed.element: placed for placed in pages.paragraphs}
    around = element if element in paragraphs else next(element.iterancestors(W + "p"), None)
    inside = next(element.iter(W + "p"), None) if around is None else around
    return paragraphs[inside].place if inside in paragraphs else WHOLE_FILE


def _picture(package: OfficePackage, part: str) -> Iterator[Remark]:
    try:
        image = Image.from_blob(package.read(part, largest=LARGEST_FILE))
        pixels = image.px_width * image.px_height
    except _NOT_PICTURES:
        message, remedy = f"картинка не читается ({part})", "Удалите её в Word и вставьте заново"
        yield Remark("picture", "error", message, remedy, is_danger=True)
        return
    if pixels > _MOST_PIXELS:
        message = f"картинка {image.px_width} × {image.px_height} точек займёт всю память ({part})"
        remedy = "Уменьшите её: «Формат рисунка» → «Сжать рисунки», или вставьте картинку поменьше"
        yield Remark("picture", "error", message, remedy, is_danger=True)


def _size(package: OfficePackage) -> Iterator[Remark]:
    sizes = {part: len(package.read(part, largest=LARGEST_FILE)) for part in package.parts}
    if sum(sizes.values()) > _LARGE:
        largest = max(sizes, key=lambda part: sizes[part])
        message = f"файл тяжёлый: без сжатия {sum(sizes.values()) / 1_000_000:.1f} МБ, больше всего – {largest}"
        remedy = "Таким будет каждое письмо. Сожмите рисунки («Формат рисунка» → «Сжать рисунки»), не внедряйте шрифты"
        yield Remark("large_file", "warning", message, remedy)
