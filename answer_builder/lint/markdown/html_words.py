"""The words between the tags of HTML."""

import html
import re
from collections.abc import Iterator

from markdown_it.common.html_blocks import block_names

from answer_builder.lint.prose import STAND_IN, Mark

CODE = frozenset("code kbd math pre samp script style svg textarea tt var".split())
_BREAKS = frozenset({*block_names, "br", "img", "pre", "script", "style", "textarea"})
_NAME = re.compile(r"</?([A-Za-z][A-Za-z0-9-]*)")
_PIECE = re.compile(
    # whatever is not closed lasts to the end, so that nothing is searched twice
    r"<!--.*?(?:-->|\Z)|<[?!].*?(?:>|\Z)"
    rf"|<(?P<code>{'|'.join(sorted(CODE))})(?![\w-]).*?(?:</(?P=code)\s{{0,9}}>|\Z)"
    r"|</?[A-Za-z](?:[^<>\"']|\"[^\"]{0,2000}\"|'[^']{0,2000}'){0,2000}+>"
    r"|&(?:#\w{1,8}|\w{1,32});|[ \t]{0,50}\n[ \t]{0,50}",
    re.DOTALL | re.IGNORECASE,
)


def name_of(tag: str) -> str:
    """«br» of «<br/>» and of «</br>»; nothing of a comment."""
    found = _NAME.match(tag)
    return found[1].lower() if found else ""


def is_break(tag: str) -> bool:
    """True when the reader sees a new line at the tag."""
    return name_of(tag) in _BREAKS


def html_marks(content: str) -> Iterator[Mark]:
    """What is no word of a block of HTML."""
    for piece in _PIECE.finditer(content):
        words = piece[0]
        if words.startswith("&"):
            instead = html.unescape(words)
        elif piece["code"]:
            instead = "\n" if is_break(words) else STAND_IN
        elif words.startswith("<"):
            instead = "\n" if is_break(words) else ""
        else:
            instead = " "
        if instead != words:
            yield Mark(*piece.span(), instead)
