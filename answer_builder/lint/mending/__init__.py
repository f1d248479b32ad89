"""Autofix: mends in a file what may be mended without changing its meaning, and says what it left and why."""

from answer_builder.lint.mending.files import MendedFile, mend_file
from answer_builder.lint.mending.manuscript import PlainText
from answer_builder.lint.mending.mend import Mended, fixable, mend

__all__ = ["Mended", "MendedFile", "PlainText", "fixable", "mend", "mend_file"]
