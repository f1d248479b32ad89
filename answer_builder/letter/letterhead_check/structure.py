"""Does the file hold together: every part is what it is called, every reference leads somewhere."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from answer_builder.errors import CannotRun
from answer_builder.letter.letterhead_check.places import RELATION, Pages
from answer_builder.letter.letterhead_check.remark import Remark
from answer_builder.letter.word_styles import W
from answer_builder.office_package import LARGEST_FILE, OfficePackage, parse_xml

_PACKAGE = "{http://schemas.openxmlformats.org/package/2006/%s}"
_OFFICE = "{http://schemas.openxmlformats.org/officeDocument/2006/"
_TYPES, _RELATIONS = _PACKAGE % "content-types", _PACKAGE % "relationships"
_ROOTS: Mapping[str, str] = {
    r"\[Content_Types\]\.xml": _TYPES + "Types",
    r".*\.rels": _RELATIONS + "Relationships",
    r"word/document\.xml": W + "document",
    r"word/header\d*\.xml": W + "hdr",
    r"word/footer\d*\.xml": W + "ftr",
    r"word/styles\.xml": W + "styles",
    r"word/settings\.xml": W + "settings",
    r"word/numbering\.xml": W + "numbering",
    r"word/footnotes\.xml": W + "footnotes",
    r"word/endnotes\.xml": W + "endnotes",
    r"word/fontTable\.xml": W + "fonts",
    r"word/webSettings\.xml": W + "webSettings",
    r"docProps/app\.xml": f"{_OFFICE}extended-properties}}Properties",
    r"docProps/custom\.xml": f"{_OFFICE}custom-properties}}Properties",
    r"docProps/core\.xml": _PACKAGE % "metadata/core-properties" + "coreProperties",
}
_WORD_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_KINDS = {  # kind of reference → what the part it leads to is declared to be
    **{
        name: f"{_WORD_KIND}{name}+xml" for name in ("header", "footer", "styles", "settings", "numbering", "footnotes")
    },
    "core-properties": "application/vnd.openxmlformats-package.core-properties+xml",
}
_SAVE_AGAIN = "Откройте бланк в Word, согласитесь его восстановить, проверьте вид и сохраните заново"


def refuse_damaged(package: OfficePackage) -> None:
    """CannotRun when any part, also one that nobody reads, is empty, damaged, or not what it is called."""
    for part in package.parts:
        content = package.read(part, largest=LARGEST_FILE)
        if not part.endswith((".xml", ".rels")):
            continue
        if not content:
            raise CannotRun(f"{package.name} повреждён: часть {part} пуста.")
        root = parse_xml(content, package.name)
        expected = next((tag for name, tag in _ROOTS.items() if re.fullmatch(name, part)), root.tag)
        if root.tag != expected:
            raise CannotRun(f"{package.name} повреждён: часть {part} – не то, чем она названа.")


def structure_remarks(pages: Pages) -> Iterator[Remark]:
    """References that lead nowhere and parts whose kind is not told: Word would call the file damaged."""
    package = pages.package
    for part, (_, root) in pages.roots.items():
        known = {relation.id for relation in package.relations(part)}
        attributes = (item for element in root.iter() for item in element.attrib.items())
        used = {str(value) for name, value in attributes if str(name).startswith(RELATION)}
        for name in sorted(used - known - {""}):
            yield _broken(f"ссылка {name} в части {part} ведёт в никуда")
    yield from _parts(package)


def _parts(package: OfficePackage) -> Iterator[Remark]:
    """Every part is declared, and is what the parts that refer to it take it for."""
    types = package.xml("[Content_Types].xml")
    named = {
        entry.get("PartName", "").lower(): entry.get("ContentType") for entry in types.iterfind(_TYPES + "Override")
    }
    endings = {entry.get("Extension", "").lower() for entry in types.iterfind(_TYPES + "Default")}
    if len(named) < len(types.findall(_TYPES + "Override")):
        yield _broken("об одной его части сказано дважды")
    for part in package.parts:
        is_told = f"/{part.lower()}" in named or part.rpartition(".")[2].lower() in endings
        if not is_told and not part.endswith("/") and part != "[Content_Types].xml":
            yield _broken(f"не сказано, что такое часть {part}")
    for source in ("", *package.parts):
        counted = Counter(relation.id for relation in package.relations(source))
        yield from (_broken(f"две ссылки под именем {name} в части {source}") for name in counted if counted[name] > 1)
        for relation in package.relations(source):
            if relation.is_external or relation.target.startswith("#"):
                continue
            if relation.part not in package.parts:
                yield _broken(f"в файле нет части {relation.part or relation.target}, а на неё ссылаются")
            elif named.get(f"/{relation.part.lower()}") != _KINDS.get(relation.kind) and relation.kind in _KINDS:
                yield _broken(f"часть {relation.part} названа не тем, что она есть")


def _broken(message: str) -> Remark:
    return Remark("structure", "error", f"файл повреждён: {message}", _SAVE_AGAIN, is_danger=True)
