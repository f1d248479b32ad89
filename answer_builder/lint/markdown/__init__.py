"""Markdown as its reader sees it: which characters are words, which are marks, code, addresses."""

from answer_builder.lint.markdown.reading import Markdown, read_markdown

__all__ = ["Markdown", "read_markdown"]
