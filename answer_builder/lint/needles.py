"""Plain text without which an expression matches nothing: looking for it first makes a search ten times quicker.

It is looked for in two views of the text. `seen` has small letters, «|» where words begin and end, one space for
several: `\\bна\\s+сч[её]т` → «|на| |счет» or «|на| |счёт»; `(?:кринж|хайп)\\w*тв` → «кринж» or «хайп», and «тв».
`outline` tells signs by what is around them, one letter for a run of its kind: `[а-яё]{2}\\.(?=[А-ЯЁ]\\d)` → «а.А0».
"""

import re
from collections.abc import Callable, Iterator, Sequence

# The parser of the standard library knows every construct; its tree has been the same since Python 3.11.
from re import _constants as ops  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any, NamedTuple

_EDGE = "|"  # of a word
_EDGES, _SPACES = re.compile(r"\b"), re.compile(r"\s+")
_KINDS = {"А": "А-ЯЁ", "а": "а-яё", "Z": "A-Z", "z": "a-z"}
_RUNS = [(re.compile(f"[{letters}]+"), kind) for kind, letters in _KINDS.items()]
_DIGITS = re.compile(r"\d+")
_NO_SIGNS = dict.fromkeys(map(ord, "Аа "))
_NO_WIDTH = (ops.ASSERT, ops.ASSERT_NOT, ops.AT)
_REPEATS = (ops.MAX_REPEAT, ops.MIN_REPEAT)
_MOST = 160  # texts of one set
_MOST_SETS = 3
_MOST_SPELLINGS = 8  # of one run of letters: «сч[её]т» has two
_LONGEST_RANGE = 100  # letters

Texts = frozenset[str]
_NOTHING = ("",)


class Study(NamedTuple):
    """What an expression is made of; `needles` are sets of texts, the strongest set first.

    Of each set one text stands in every text that has a match, as `seen`; one of `outlines`, unless there are none,
    stands in its `outline`. `groups` are numbers and names of its groups.
    """

    needles: Sequence[Sequence[str]]
    outlines: Sequence[str]
    groups: Sequence[str]


class _View(NamedTuple):
    letter: Callable[[str], str]
    runs: str  # what is shown once when it stands several times
    has_edges: bool
    plain: re.Pattern[str]  # what is in every letter


def seen(text: str) -> str:
    """The text in which needles are looked for."""
    return _EDGES.sub(_EDGE, _SPACES.sub(" ", text.lower()))


def outline(text: str) -> str:
    """The text in which outlines are looked for: «А», «а», «Z» and «z» for letters, «0» for digits."""
    for run, kind in _RUNS:
        text = run.sub(kind, text)
    return _SPACES.sub(" ", _DIGITS.sub("0", text))


_SEEN = _View(
    lambda letter: " " if letter.isspace() else letter.lower(), " ", has_edges=True, plain=re.compile(r"[| ]*")
)
_WITH_CASE = _View(
    outline, "АаZz0 ", has_edges=False, plain=re.compile(r"(?:[,.]? )?(?:А?а,? |А?а\. (?=А))*А?а?[,.]? ?|0?")
)
_SMALL = _View(
    lambda letter: outline(letter.lower()),
    "аz0 ",
    has_edges=False,
    plain=re.compile(r"(?:[,.]? )?(?:а[,.]? )*а?[,.]? ?|0?"),
)


def study(source: str, *, with_case: bool) -> Study:
    """Outlines are those of the text in small letters unless case matters; raises re.error for one that is no good."""
    tree = parser.parse(source)
    for behind in _looks_behind(tree):
        shortest, longest = behind.getwidth()
        if shortest != longest:
            raise re.error("look-behind requires fixed-width pattern", source)
    is_ascii = tree.state.flags & re.ASCII  # it changes what a word is
    own_view = _WITH_CASE if with_case else _SMALL
    needles, outlines = (set() if is_ascii else _telling(tree, view) for view in (_SEEN, own_view))
    groups = [*map(str, range(tree.state.groups)), *tree.state.groupdict]
    strongest = sorted(needles, key=_order)[:_MOST_SETS]
    rarest = max(outlines, key=_signs, default=Texts())
    return Study([sorted(texts) for texts in strongest], sorted(_shortest(rarest)), groups)


def _looks_behind(items: Any) -> Iterator[Any]:
    """The insides of all look-behinds, at any depth."""
    for op, argument in items:
        if op in (ops.ASSERT, ops.ASSERT_NOT) and argument[0] < 0:
            yield argument[1]
        for inner in _inner(argument):
            yield from _looks_behind(inner)


def _inner(argument: Any) -> Iterator[Any]:
    if isinstance(argument, parser.SubPattern):
        yield argument
    elif isinstance(argument, (list, tuple)):
        for part in argument:
            yield from _inner(part)


def _telling(tree: Any, view: _View) -> set[Texts]:
    """Sets of which no text is in every letter."""
    sets = _needed(tree, view)
    return {texts for texts in sets if len(texts) <= _MOST and not any(map(view.plain.fullmatch, texts))}


def _order(texts: Texts) -> tuple[int, int, list[str]]:
    return -_strength(texts), len(texts), sorted(texts)


def _signs(texts: Texts) -> tuple[int, int, list[str]]:
    """Outlines of more signs are in fewer letters."""
    return min(len(text.translate(_NO_SIGNS)) for text in texts), _strength(texts), sorted(texts)


def _shortest(texts: Texts) -> Iterator[str]:
    """Without those that hold another one."""
    return (text for text in texts if not any(other in text for other in texts - {text}))


def _strength(texts: Texts | Sequence[str]) -> int:
    return min(map(len, texts))


def _needed(items: Any, view: _View, begun: Sequence[str] = _NOTHING) -> list[Texts]:
    """All sets that the items of an expression ask for, one item after another; what is `begun` stands before them."""
    found: list[Texts] = []
    texts = begun  # every text that the items up to here stand for
    for op, argument in _flat(items):
        if op is ops.ASSERT:
            is_ahead = argument[0] > 0
            found += _needed(argument[1], view, texts if is_ahead else _NOTHING)
            behind = () if is_ahead else _joined(_NOTHING, argument[1], view)
            if behind and _strength(behind) > _strength(texts):
                found.append(frozenset(texts))
                texts = behind
        elif longer := _followed_by(texts, op, argument, view):
            texts = longer
        else:
            found.append(frozenset(texts))
            found += _inside(op, argument, view, texts)
            texts = _followed_by(_NOTHING, op, argument, view) or _NOTHING
    found.append(frozenset(texts))
    return found


def _flat(items: Any) -> Iterator[tuple[Any, Any]]:
    """The items with those of groups in place of the groups."""
    for op, argument in items:
        if op is ops.SUBPATTERN:
            yield from _flat(argument[-1])
        else:
            yield op, argument


def _inside(op: Any, argument: Any, view: _View, texts: Sequence[str]) -> list[Texts]:
    """What a choice or a repeated part asks for; the letters before it stand right before its own."""
    if op is ops.BRANCH:
        return [frozenset().union(*(max(_needed(branch, view, texts), key=_strength) for branch in argument[1]))]
    if op in _REPEATS and argument[0] > 0:
        return _needed(argument[2], view, texts)
    return []


def _joined(texts: Sequence[str], items: Any, view: _View) -> Sequence[str]:
    """The texts with all that the items stand for after them; none when it cannot be told or is too much."""
    for op, argument in _flat(items):
        texts = _followed_by(texts, op, argument, view)
        if not texts:
            break
    return texts


def _followed_by(texts: Sequence[str], op: Any, argument: Any, view: _View) -> Sequence[str]:
    """As `_joined`, of one item."""
    longer: set[str] = set()
    if op is ops.BRANCH:
        parts = [_joined(texts, branch, view) for branch in argument[1]]
        longer.update(*parts)
        if not all(parts):
            return ()
    elif op in _REPEATS:
        low, high, items = argument
        if low == 0:
            longer.update(texts)
        letters = _letters(items[0][0], items[0][1], view) if len(items) == 1 else ()
        is_run = high > 1 and len(letters) == 1 and letters[0] in view.runs
        if not is_run and (high > _MOST_SPELLINGS or high > max(low, 1)):
            return ()
        part = _joined(texts, items if is_run else list(items) * high, view)
        longer.update(part)
        if not part:
            return ()
    elif op in _NO_WIDTH and not (view.has_edges and argument is ops.AT_BOUNDARY):
        return texts
    else:
        letters = (_EDGE,) if op is ops.AT else _letters(op, argument, view)
        longer.update(_longer(text, letter, view) for text in texts for letter in letters)
    return sorted(longer) if len(longer) <= _MOST_SPELLINGS else ()


def _letters(op: Any, argument: Any, view: _View) -> Sequence[str]:
    """What a letter, a short choice of letters or a space stands for."""
    letters: list[str] = []
    for kind, letter in argument if op is ops.IN else ((op, argument),):
        if kind is ops.CATEGORY and letter is ops.CATEGORY_SPACE:
            letters.append(" ")
        elif kind is ops.CATEGORY and letter is ops.CATEGORY_DIGIT:
            letters += map(view.letter, "0123456789")
        elif kind is ops.RANGE and letter[1] - letter[0] < _LONGEST_RANGE:
            letters += map(view.letter, map(chr, range(letter[0], letter[1] + 1)))
        elif kind is ops.LITERAL and (chr(letter) != _EDGE or not view.has_edges):
            letters.append(view.letter(chr(letter)))
        else:
            return ()
    return tuple(dict.fromkeys(letters))


def _longer(text: str, letter: str, view: _View) -> str:
    """The text and one more letter, as the view would show them."""
    last = text[-1:]
    if last == letter and (letter in view.runs or (letter == _EDGE and view.has_edges)):
        return text
    if not view.has_edges or not last or _EDGE in (last, letter):
        return text + letter
    is_edge = (last.isalnum() or last == "_") != (letter.isalnum() or letter == "_")
    return text + _EDGE + letter if is_edge else text + letter
