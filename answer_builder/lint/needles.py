"""Plain text without which an expression matches nothing: looking for it first makes a search ten times quicker.

It is looked for in the text as `seen` shows it: small letters, «|» where words begin and end, one space for several.
`\\bна\\s+сч[её]т` → «|на| |счет» or «|на| |счёт»; `(?:кринж|хайп)\\w*тв` → «кринж» or «хайп», and «тв».
"""

import re
from collections.abc import Sequence

# The parser of the standard library knows every construct; its tree has been the same since Python 3.11.
from re import _constants as ops  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any, NamedTuple

_EDGE = "|"  # of a word
_EMPTY = "| "
_EDGES, _SPACES = re.compile(r"\b"), re.compile(r"\s+")
_NO_WIDTH = (ops.ASSERT, ops.ASSERT_NOT, ops.AT)
_MOST = 160  # texts of one set
_MOST_SETS = 3
_MOST_SPELLINGS = 8  # of one run of letters: «сч[её]т» has two

Texts = frozenset[str]


class Study(NamedTuple):
    """What an expression is made of; `needles` are sets of texts, the strongest set first.

    Of each set one text stands in every text that has a match. `groups` are numbers and names of its groups.
    """

    needles: Sequence[Sequence[str]]
    groups: Sequence[str]


def seen(text: str) -> str:
    """The text in which needles are looked for."""
    return _EDGES.sub(_EDGE, _SPACES.sub(" ", text.lower()))


def study(source: str) -> Study:
    """Raises re.error when the expression cannot be read."""
    tree = parser.parse(source)
    found = {texts for texts in _needed(tree) if len(texts) <= _MOST and all(text.strip(_EMPTY) for text in texts)}
    if tree.state.flags & re.ASCII:  # it changes what a word is
        found = set()
    strongest = sorted(found, key=lambda texts: (-_strength(texts), len(texts), sorted(texts)))
    groups = [*map(str, range(tree.state.groups)), *tree.state.groupdict]
    return Study([sorted(texts) for texts in strongest[:_MOST_SETS]], groups)


def _needed(items: Any, begun: tuple[str, ...] = ("",)) -> list[Texts]:
    """All sets that the items of an expression ask for, one item after another; what is `begun` stands before them."""
    found: list[Texts] = []
    texts = begun  # every text that the items up to here stand for
    for op, argument in items:
        spelt = _spelt(op, argument)
        longer = {_followed(text, letter) for text in texts for letter in spelt}
        if op is ops.ASSERT:
            found += _needed(argument[1], texts if argument[0] > 0 else ("",))
        elif op in _NO_WIDTH and not spelt:
            continue
        elif 0 < len(longer) <= _MOST_SPELLINGS:
            texts = tuple(sorted(longer))
        else:
            found.append(frozenset(texts))
            found += _inside(op, argument, texts)
            texts = spelt if 0 < len(spelt) <= _MOST_SPELLINGS else ("",)
    found.append(frozenset(texts))
    return found


def _inside(op: Any, argument: Any, texts: tuple[str, ...]) -> list[Texts]:
    """What a group asks for; the letters before it stand right before its own."""
    if op is ops.SUBPATTERN:
        return _needed(argument[-1], texts)
    if op is ops.BRANCH:
        return [frozenset().union(*(max(_needed(branch, texts), key=_strength) for branch in argument[1]))]
    if op in (ops.MAX_REPEAT, ops.MIN_REPEAT) and argument[0] > 0:
        return _needed(argument[2], texts)
    return []


def _strength(texts: Texts) -> int:
    return min(map(len, texts))


def _spelt(op: Any, argument: Any) -> tuple[str, ...]:
    """What a letter, a short choice of letters, a space or the edge of a word stands for."""
    if op is ops.AT:
        return (_EDGE,) if argument is ops.AT_BOUNDARY else ()
    if op in (ops.MAX_REPEAT, ops.MIN_REPEAT):
        is_space = argument[0] > 0 and len(argument[2]) == 1 and _spelt(*argument[2][0]) == (" ",)
        return (" ",) if is_space else ()
    letters: list[str] = []
    for kind, letter in argument if op is ops.IN else ((op, argument),):
        if kind is ops.CATEGORY and letter is ops.CATEGORY_SPACE:
            letters.append(" ")
        elif kind is ops.LITERAL and chr(letter) != _EDGE:
            letters.append(" " if chr(letter).isspace() else chr(letter).lower())
        else:
            return ()
    return tuple(dict.fromkeys(letters))


def _followed(text: str, letter: str) -> str:
    """The text and one more letter, as `seen` would show them."""
    last = text[-1:]
    if letter in (_EDGE, " ") and last == letter:
        return text
    if not last or _EDGE in (last, letter):
        return text + letter
    is_edge = (last.isalnum() or last == "_") != (letter.isalnum() or letter == "_")
    return text + _EDGE + letter if is_edge else text + letter
