"""The text of a file: .docx by its body, .txt and .md in the encodings people have."""

from pathlib import Path

from answer_builder.errors import CannotRun
from answer_builder.origin import Origin, origin_of
from answer_builder.text_encoding import decode
from answer_builder.whole_file import read_whole

SUFFIXES = (".docx", ".txt", ".md")
_BIGGEST_FILE = 20_000_000  # a .docx with scanned pictures
_BIGGEST_TEXT = 5_000_000
_TEXT_CONTROLS = frozenset("\t\n\r\f\v\x1a")


def read_text(source: Path | bytes, suffix: str = "", *, name: str = "Этот файл") -> str:
    """Paragraphs of the file, one a line; raises CannotRun with a sentence that names the file."""
    name = f"Файл «{source}»" if isinstance(source, Path) else name
    suffix = (suffix or (source.suffix if isinstance(source, Path) else ".txt")).lower()
    content = source if isinstance(source, bytes) else read_whole(source, largest=_BIGGEST_FILE)
    if suffix not in SUFFIXES:
        raise CannotRun(f"{name} проверить нельзя: подходят файлы {', '.join(SUFFIXES)}.")
    if not content:
        raise CannotRun(f"{name} пуст.")
    if suffix == ".docx":
        from answer_builder.lint.docx_text import docx_text  # noqa: PLC0415  (lxml only for .docx)

        return docx_text(content, name)
    return _plain_text(content, name)


def read_origin(content: bytes, suffix: str) -> Origin:
    """What the file says of itself: which answers and whose; nothing for a text or a .docx from elsewhere."""
    if suffix.lower() != ".docx":
        return Origin()
    from answer_builder.lint.docx_text import custom_properties  # noqa: PLC0415  (lxml only for .docx)

    return origin_of(custom_properties(content))


def _plain_text(content: bytes, name: str) -> str:
    if len(content) > _BIGGEST_TEXT:
        raise CannotRun(f"{name} слишком велик для письма: больше {_BIGGEST_TEXT // 1_000_000} МБ.")
    text = decode(content, name)[0].replace("\r\n", "\n").replace("\r", "\n")
    if any(character < " " and character not in _TEXT_CONTROLS for character in text):
        raise CannotRun(f"{name} не похож на текст: в нём есть управляющие символы.")
    return text
