"""The comments of a file, whatever its format, that tell the checker to be silent."""

from answer_builder.lint.suppression.silencing import Silencing
from answer_builder.lint.suppression.text_comments import markdown_comments, text_comments


def read_comments(content: bytes, suffix: str, text: str) -> Silencing:
    """What the comments of the file ask; `text` is what `read_text` has read from it."""
    if suffix.lower() == ".md":
        return markdown_comments(text)
    if suffix.lower() != ".docx":
        return text_comments(text)
    from answer_builder.lint.suppression.word_comments import word_comments  # noqa: PLC0415  (lxml only for .docx)

    return word_comments(content, text)
