"""A file of any kind the checker reads → the same file mended."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from answer_builder.lint.mending.mend import Look, Mended, fixable, mend
from answer_builder.lint.mending.text_bytes import TextBytes

if TYPE_CHECKING:
    from answer_builder.lint.mending.docx_bytes import DocxBytes


@dataclass(frozen=True, slots=True)
class MendedFile:
    """The text before and after, the bytes of the file after (the old ones when nothing was mended), what was done."""

    before: str
    after: str
    content: bytes
    done: Mended


def mend_file(
    content: bytes, suffix: str, *, name: str = "Этот файл", look: Look = fixable, mends_unseen: bool = True
) -> MendedFile:
    """The mended file; raises CannotRun, beginning with `name`, for what cannot be read or written back."""
    manuscript = _manuscript(content, suffix.lower(), name)
    before = manuscript.text
    done = mend(manuscript, look, mends_unseen=mends_unseen)
    return MendedFile(before, manuscript.text, manuscript.content if done.fixes else content, done)


def _manuscript(content: bytes, suffix: str, name: str) -> "TextBytes | DocxBytes":
    if suffix != ".docx":
        return TextBytes(content, name, is_markdown=suffix == ".md")
    from answer_builder.lint.mending.docx_bytes import DocxBytes  # noqa: PLC0415  (lxml only for .docx)

    return DocxBytes(content, name)
