"""The words of a .docx in the order of its body, and what its properties say."""

from collections.abc import Iterator, Mapping
from typing import Any

from answer_builder.errors import CannotRun
from answer_builder.lint.docx_walker import NOTES, WORD, Piece, is_on, paragraphs
from answer_builder.office_package import OfficePackage

_CUSTOM = "docProps/custom.xml"


def docx_text(content: bytes, name: str = "Этот файл") -> str:
    """Paragraphs one a line, notes last; raises CannotRun, beginning with `name`, when it is no sound .docx."""
    _, lines = body_and_lines(content, name)
    return "\n".join("".join(piece.text for piece in pieces) for pieces in lines)


def body_and_lines(content: bytes, name: str = "Этот файл") -> tuple[Any, Iterator[list[Piece]]]:
    """The body element of a .docx, and its lines as the walker reads them; raises as `docx_text`."""
    package = OfficePackage(content, name)
    root = package.xml(package.main)
    if root is None:
        raise CannotRun(f"{name} – не документ Word: в нём нет части {package.main}.")
    body = root.find("{*}body")
    if body is None:
        raise CannotRun(f"{name} – не документ Word: в нём нет текста.")
    parts = {relation.kind: relation.part for relation in package.relations(package.main) if relation.part}
    notes = _notes(package, {kind: parts[kind] for kind in NOTES.values() if kind in parts})
    return body, paragraphs(body, notes, _hidden_styles(package, parts.get("styles", "")))


def _notes(package: OfficePackage, parts: Mapping[str, str]) -> dict[tuple[str, str], Any]:
    """Each note by kind and id; the lines that part notes from the text are never referred to."""
    roots = {kind: package.xml(part) for kind, part in parts.items()}
    return {
        (kind, note.get(f"{WORD}id", "")): note
        for kind, root in roots.items()
        for note in (() if root is None else root)
    }


def _hidden_styles(package: OfficePackage, part: str) -> frozenset[str]:
    """Styles whose text is not shown, their own word or that of a style they are based on."""
    if b"vanish" not in package.read(part):
        return frozenset()
    styles = {style.get(f"{WORD}styleId"): style for style in package.xml(part).iterfind("{*}style")}
    return frozenset(key for key in styles if key and _hides(key, styles))


def _hides(key: str | None, styles: Mapping[str | None, Any]) -> bool:
    seen: set[str | None] = set()
    while key in styles and key not in seen:
        seen.add(key)
        switch, base = styles[key].find("{*}rPr/{*}vanish"), styles[key].find("{*}basedOn")
        if switch is not None:
            return is_on(switch)
        key = None if base is None else base.get(f"{WORD}val")
    return False


def custom_properties(content: bytes, name: str = "Этот файл") -> dict[str, str]:
    """The text properties of a .docx («Прочие» in Word) by name; a file without any, or with damaged ones, has none."""
    try:
        root = OfficePackage(content, name).xml(_CUSTOM)
    except CannotRun:
        return {}
    entries = () if root is None else root.iterfind("{*}property")
    return {entry.get("name", ""): "".join(map(str, entry.itertext())) for entry in entries}
