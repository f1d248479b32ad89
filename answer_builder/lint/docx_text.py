"""The words of a .docx in the order of its body, and what its properties say."""

from typing import Any

from answer_builder.errors import CannotRun
from answer_builder.lint.docx_walker import paragraphs
from answer_builder.office_package import OfficePackage

_CUSTOM = "docProps/custom.xml"


def docx_text(content: bytes, name: str = "Этот файл") -> str:
    """Paragraphs one a line; raises CannotRun, beginning with `name`, when it is no sound .docx."""
    return "\n".join("".join(piece.text for piece in pieces) for pieces in paragraphs(body_of(content, name)))


def body_of(content: bytes, name: str = "Этот файл") -> Any:
    """The body element of a .docx; raises as `docx_text`."""
    package = OfficePackage(content, name)
    root = package.xml(package.main)
    if root is None:
        raise CannotRun(f"{name} – не документ Word: в нём нет части {package.main}.")
    body = root.find("{*}body")
    if body is None:
        raise CannotRun(f"{name} – не документ Word: в нём нет текста.")
    return body


def custom_properties(content: bytes, name: str = "Этот файл") -> dict[str, str]:
    """The text properties of a .docx («Прочие» in Word) by name; a file without any, or with damaged ones, has none."""
    try:
        root = OfficePackage(content, name).xml(_CUSTOM)
    except CannotRun:
        return {}
    entries = () if root is None else root.iterfind("{*}property")
    return {entry.get("name", ""): "".join(map(str, entry.itertext())) for entry in entries}
