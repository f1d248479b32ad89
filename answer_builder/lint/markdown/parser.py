"""markdown-it with rules that tell where they read: by itself it keeps the lines of blocks and no place inside them."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from markdown_it import MarkdownIt
from markdown_it.parser_block import RuleFuncBlockType
from markdown_it.parser_inline import RuleFuncInlineType
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from answer_builder.lint.markdown.anchors import Anchors, of_cell, of_heading, of_lines

_DEEPEST = 50  # quotes in lists in quotes …
_WITH_WORDS = frozenset({"paragraph", "heading", "lheading", "table", "html_block"})  # rules for blocks
_WORDS = ("inline", "html_block")  # tokens
_CHAINS = ("paragraph", "reference", "blockquote", "list")  # rules that others may end
_EMPHASIS = frozenset({"emphasis", "strikethrough"})
_FOOTNOTE = re.compile(r"\[\^[^\s\[\]]{1,100}\]:?")
_ANCHORS, _HEARD = "anchors", "heard"  # where tokens and the parser keep them


class Heard(NamedTuple):
    """What a rule read inside a block, in offsets of the block's content; `inner`: the words of a link or an image."""

    rule: str
    start: int
    end: int
    inner: tuple[int, int]
    tokens: tuple[Token, ...]


class Block(NamedTuple):
    """A piece of text that stands alone, or HTML.

    `around`: the type of the token before its own, that of a list item or a quotation when it is the first in there.
    """

    content: str
    anchors: Anchors
    heard: tuple[Heard, ...]
    around: str
    is_html: bool


def blocks(text: str) -> Iterator[Block]:
    """What holds words, in the order of the text, whose only line end is LF."""
    parser = _parser()
    env: dict[str, Any] = {}
    tokens = parser.parse(text, env)
    for number, token in enumerate(tokens):
        if _ANCHORS not in token.meta:
            continue
        heard: list[Heard] = []
        env[_HEARD] = heard
        if token.type == "inline":
            parser.inline.parse(token.content, parser, env, [])
        around = tokens[number - 2].type if number > 1 else ""
        yield Block(token.content, token.meta[_ANCHORS], tuple(heard), around, token.type == "html_block")


@cache
def _parser() -> MarkdownIt:
    """Shared by threads: it keeps nothing of a text."""
    parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable(["table", "strikethrough"])
    parser.inline.ruler.before("link", "footnote", _footnote)
    # line ends are LF already; pieces of text stay apart, and `blocks` calls for them one by one
    parser.disable(["normalize", "inline", "text_join", "fragments_join"])
    block, inline = parser.block.ruler, parser.inline.ruler
    for name, rule in list(zip(block.get_active_rules(), block.getRules(""), strict=True)):
        if name in _WITH_WORDS:
            chains = [chain for chain in _CHAINS if rule in block.getRules(chain)]
            block.at(name, _anchored(name, rule), {"alt": chains})
    for name, inline_rule in list(zip(inline.get_active_rules(), inline.getRules(""), strict=True)):
        if name != "text":
            inline.at(name, _telling(name, inline_rule))
    parser.parse("", {})
    return parser


def _anchored(name: str, rule: RuleFuncBlockType) -> RuleFuncBlockType:
    """The rule; its tokens know where their words stand behind the marks of the quotations and lists around."""

    def anchored(state: StateBlock, first: int, last: int, silent: bool) -> bool:
        count = len(state.tokens)
        if not rule(state, first, last, silent):
            return False
        row, cell_end = -1, 0
        for token in state.tokens[count:]:
            if token.type not in _WORDS or not token.map:
                continue
            first = token.map[0]
            lines = [(state.bMarks[line] + state.tShift[line], state.eMarks[line]) for line in range(*token.map)]
            if name == "html_block":
                token.content = "\n".join(state.src[start:end] for start, end in lines)
            if not token.content:
                continue
            if name == "table":
                cell_end = cell_end if first == row else lines[0][0]
                row = first
                token.meta[_ANCHORS], cell_end = of_cell(token.content, state.src, cell_end)
            elif name == "heading":
                token.meta[_ANCHORS] = of_heading(state.src, lines[0][0])
            else:
                token.meta[_ANCHORS] = of_lines(token.content, state.src, lines)
        return True

    return anchored


def _telling(name: str, rule: RuleFuncInlineType) -> RuleFuncInlineType:
    """The rule; what it reads is kept as heard."""

    def telling(state: StateInline, silent: bool) -> bool:
        if silent:
            return rule(state, silent)
        start, heard = state.pos, state.env[_HEARD]
        known, count = len(heard), len(state.tokens)
        if name in _EMPHASIS and state.pending:
            count += 1  # what waits becomes a token first
        if not rule(state, silent):
            return False
        inner = (state.pos, state.pos)
        if name == "link":
            inner = start + 1, state.md.helpers.parseLinkLabel(state, start, True)
        elif name == "image":
            inner = start + 2, state.md.helpers.parseLinkLabel(state, start + 1, False)
            heard[known:] = [_moved(one, start + 2) for one in heard[known:]]  # its words were parsed by themselves
        heard.append(Heard(name, start, state.pos, inner, tuple(state.tokens[count:])))
        return True

    return telling


def _moved(heard: Heard, by: int) -> Heard:
    first, last = heard.inner
    return heard._replace(start=heard.start + by, end=heard.end + by, inner=(first + by, last + by))


def _footnote(state: StateInline, silent: bool) -> bool:
    """«[^1]», with its colon where a note begins."""
    found = _FOOTNOTE.match(state.src, state.pos, state.posMax) if state.src[state.pos] == "[" else None
    if found is None:
        return False
    state.pos = found.end() if state.pos == 0 or not found[0].endswith(":") else found.end() - 1
    return True
