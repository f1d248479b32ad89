"""Where the lines of one paragraph end, as LibreOffice and Word break them."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from math import inf
from typing import Literal, NamedTuple, Protocol

from answer_builder.letter.font_metrics import LONGEST_WORD, MOST_WORDS, Font
from answer_builder.letter.word_pieces import SOFT_HYPHEN, chunks

# A space is no place to end a line when it stands before a closing mark or after an opening bracket.
_WORD = r"[^\n\t ]+(?:(?: +(?=[)\]}!?/.,;:])|(?<=[(\[{]) +)[^\n\t ]+)*"
_TOKEN = re.compile(rf"\n|\t| +|{_WORD}")
_UNUSUAL = re.compile(rf"^$|[\n\t{SOFT_HYPHEN}]|^[)\]}}!?/.,;:]|[(\[{{]$")
# Word 2013 and LibreOffice 24.2 squeeze the spaces of a justified line by so much to take in one more word.
SQUEEZE = 0.25
_MOST_PIECES = 200  # of a word
_SLASH = re.compile(r"/(?=[^\W\d])")
_LONGEST_PATH = 500
_NARROWEST = 240  # twips: indents of a broken file may leave no room at all


class Measure(Protocol):
    """What a piece of text is drawn with: a font, or the picture that stands in its place (twips)."""

    @property
    def height(self) -> int: ...
    @property
    def descent(self) -> int: ...
    @property
    def unknown(self) -> str: ...
    def width(self, text: str) -> float: ...


@dataclass(frozen=True, slots=True)
class Picture:
    """An inline picture: stands on the baseline as one wide character."""

    across: int
    height: int
    descent: int = 0
    unknown: str = ""

    def width(self, text: str) -> float:
        """The same whatever character marks its place."""
        return self.across * len(text)


class Run(NamedTuple):
    """Text of one look; `\\n` is a forced line end."""

    text: str
    measure: Measure


@dataclass(frozen=True, slots=True)
class TabStop:
    """Twips from the left edge of the column."""

    position: int
    kind: Literal["left", "right", "center"] = "left"


@dataclass(slots=True)
class Column:
    """The room of a paragraph in twips: full width and indents from its edges; `first` is relative to `left`."""

    width: int
    left: int = 0
    right: int = 0
    first: int = 0
    tabs: tuple[TabStop, ...] = ()
    default_tab: int = 708
    squeeze: float = 0.0

    def of_width(self, width: int) -> "Column":
        """The same indents and stops in a page or a cell of that width."""
        return Column(width, self.left, self.right, self.first, self.tabs, self.default_tab, self.squeeze)


class Line(NamedTuple):
    """Offset of its first character in the paragraph, its single-spaced height in twips, that of its text alone."""

    start: int
    height: int
    text_height: int


def break_lines(runs: Sequence[Run], column: Column) -> Sequence[Line]:
    """The lines of a paragraph that has some text, first to last."""
    if len(runs) == 1 and isinstance(font := runs[0].measure, Font):
        starts = _plain_starts(runs[0].text, font, column)
        if starts:
            return [Line(start, font.height, font.height) for start in starts]
    return _Setter(runs, column).lines()


class _SpacedWords(dict[str, float]):
    """Word → its width with the space after it; infinite for one that does not stand by itself between two spaces."""

    def __init__(self, font: Font, squeeze: float):
        super().__init__()
        self._font = font
        self.space = font.width(" ") * (1 - squeeze)

    def __missing__(self, word: str) -> float:
        width = inf if _UNUSUAL.search(word) else sum(self._font.words[word]) + self.space
        if len(self) >= MOST_WORDS:
            self.clear()
        if len(word) <= LONGEST_WORD:
            self[word] = width
        return width


_spaced_words = lru_cache(maxsize=512)(_SpacedWords)


def _plain_starts(text: str, font: Font, column: Column) -> list[int]:
    """Where lines begin in a text of one font with single spaces; nothing when it must be set with care.

    The same as the careful way of `_Setter`, many times quicker: most paragraphs of letters are like that.
    """
    words = text.split(" ")
    widths = _spaced_words(font, column.squeeze)
    ends = list(accumulate(map(widths.__getitem__, words)))  # of words with their spaces, all in one long line
    if ends[-1] == inf:
        return []
    room = max(column.width - column.right, column.left + _NARROWEST) - column.left
    narrowest = room - max(column.first, 0)
    reach: float = room - column.first  # how much of that long line the lines so far hold
    starts = [0]
    first = offset = 0  # the word this line begins with
    while (word := bisect_right(ends, reach + widths.space, first)) < len(ends):
        pieces = font.words[words[word]]
        if max(pieces) > narrowest or len(pieces) > _MOST_PIECES or (len(pieces) > 1 and "/" in words[word]):
            return []
        if word > first:
            offset += len(" ".join(words[first:word])) + 1
            first = word
        start, line_start = offset, ends[word] - widths.space - sum(pieces)
        if len(pieces) > 1:
            fitting = bisect_right(list(accumulate(pieces[:-1])), reach - line_start)
            start += sum(map(len, chunks(words[word])[:fitting]))
            line_start += sum(pieces[:fitting])
        starts.append(start)
        reach = line_start + room
    return starts


class _Setter:
    """A typesetter: keeps the line being filled."""

    def __init__(self, runs: Sequence[Run], column: Column):
        self.text = "".join(run.text for run in runs)
        self.runs = [run for run in runs if run.text]
        self.starts: list[int] = []
        offset = 0
        for run in self.runs:
            self.starts.append(offset)
            offset += len(run.text)
        self.column = column
        self.done: list[Line] = []
        self.only = self.runs[0].measure if len(self.runs) == 1 else None  # the usual paragraph: one look
        self.right = max(column.width - column.right, column.left + _NARROWEST)
        self._begin(0, column.left + column.first)

    def lines(self) -> list[Line]:
        squeeze = self.column.squeeze
        width_of = self.only.width if self.only else None
        pieces_of = self.only.words if isinstance(self.only, Font) else None
        for token in _TOKEN.finditer(self.text):
            word = token[0]
            first = word[0]
            if first == " ":
                width = width_of(word) if width_of else self._width(token.start(), token.end())
                self.pending += width
                self.spaces += width
            elif first == "\t":
                self._tab(token.end())
            elif first == "\n":
                self._see(token.start())
                self._end()
                self._begin(token.end(), self.column.left)
            else:
                offset = token.start()
                if "/" in word and self._is_path(word):
                    self._put_path(word, offset)
                    continue
                pieces = pieces_of[word] if pieces_of is not None else ()
                for index, chunk in enumerate((word,) if len(pieces) == 1 else chunks(word)):
                    end = offset + len(chunk)
                    width = pieces[index] if pieces else self._width(offset, end)
                    end_width = width + self._hyphen(end) if chunk[-1] == SOFT_HYPHEN else width
                    if self.x + self.pending + end_width > self.right + squeeze * self.spaces and not self.is_empty:
                        self._end()
                        self._begin(offset, self.column.left)
                    self._put(offset, end, width)
                    offset = end
        if self.is_empty:  # a paragraph that ends in a forced line end, or holds spaces only
            self._see(len(self.text) - 1)
        self._end()
        return self.done

    def _begin(self, offset: int, x: int) -> None:
        self.line_start = offset
        self.x: float = x
        self.pending = 0.0
        self.spaces = 0.0
        self.ascent = self.descent = self.text_height = 0
        self.is_empty = True

    def _end(self) -> None:
        self.done.append(Line(self.line_start, self.ascent + self.descent, self.text_height))

    def _put(self, start: int, end: int, width: float) -> None:
        self.x += self.pending + width
        self.pending = 0.0
        self.is_empty = False
        self._see(start, end)
        while self.x > self.right and end - start > 1 and width > self.right - self.column.left:
            self._end()  # a word wider than the line is cut where the line ends
            rest = self.x - self.right
            start += max(1, round((end - start) * (1 - rest / width)))  # at least a letter stands on each line
            start = min(start, end - 1)
            self._begin(start, self.column.left)
            self._see(start, end)
            self.x, self.is_empty, width = self.column.left + rest, False, rest

    def _is_path(self, word: str) -> bool:
        """An address with places to end a line before a slash, which it may not be ended at."""
        return len(word) <= _LONGEST_PATH and len(chunks(word)) > 1

    def _put_path(self, word: str, offset: int) -> None:
        """Put a word that LibreOffice takes to the next line as a whole when the line would end after a slash of it."""
        cuts = set(accumulate(len(chunk) for chunk in chunks(word)))
        slashes = {slash.end() for slash in _SLASH.finditer(word)}
        start = 0
        while start < len(word):
            room = self.right + self.column.squeeze * self.spaces - self.x - self.pending
            ends = range(start + 1, len(word) + 1)
            end = start + bisect_right(ends, room, key=lambda end: self._width(offset + start, offset + end))
            if end < len(word):
                place = max((cut for cut in cuts | slashes if start < cut < end + (cut in cuts)), default=start)
                if place > start and place not in slashes:
                    end = place
                elif start == 0 and not self.is_empty:
                    self._end()
                    self._begin(offset, self.column.left)
                    continue
                end = max(end, start + 1)
            self.x += self.pending + self._width(offset + start, offset + end)
            self.pending = 0.0
            self.is_empty = False
            self._see(offset + start, offset + end)
            start = end
            if start < len(word):
                self._end()
                self._begin(offset + start, self.column.left)

    def _see(self, start: int, end: int | None = None) -> None:
        """Let the line be as high as what stands in it."""
        if self.only and self.ascent:
            return
        first = bisect_right(self.starts, start) - 1
        last = first if end is None else bisect_right(self.starts, end - 1) - 1
        for run in self.runs[first : last + 1]:
            descent = run.measure.descent
            self.descent = max(self.descent, descent)
            self.ascent = max(self.ascent, run.measure.height - descent)
            if not isinstance(run.measure, Picture):
                self.text_height = max(self.text_height, run.measure.height)

    def _hyphen(self, end: int) -> float:
        """Width of the hyphen a soft one becomes at the end of a line."""
        return self.runs[bisect_right(self.starts, end - 1) - 1].measure.width("-")

    def _width(self, start: int, end: int) -> float:
        """Width of text[start:end], which may run over several looks."""
        index = bisect_right(self.starts, start) - 1
        total = 0.0
        while start < end:
            run_end = self.starts[index + 1] if index + 1 < len(self.starts) else end
            stop = min(end, run_end)
            total += self.runs[index].measure.width(self.text[start:stop])
            start, index = stop, index + 1
        return total

    def _tab(self, after: int) -> None:
        """Move to the next stop; text after a right stop ends there, around a centre stop stands even."""
        self._see(after - 1)
        position = self.x + self.pending
        self.pending = 0.0
        self.is_empty = False
        stop = self._next_stop(position)
        if stop.kind == "left":
            self.x = stop.position
            return
        end = next((i for i in range(after, len(self.text)) if self.text[i] in "\t\n"), len(self.text))
        width = self._width(after, end)
        target = stop.position - (width if stop.kind == "right" else width / 2)
        self.x = max(position, target)

    def _next_stop(self, position: float) -> TabStop:
        hanging = self.column.left if self.column.first < 0 and position < self.column.left else None
        for stop in self.column.tabs:
            if stop.position > position:
                if hanging is not None and hanging < stop.position:
                    break
                return stop if stop.position <= self.right else TabStop(self.right, stop.kind)
        if hanging is not None:
            return TabStop(hanging)  # a hanging indent is a stop too
        grid = self.column.default_tab
        return TabStop(int(position // grid + 1) * grid)
