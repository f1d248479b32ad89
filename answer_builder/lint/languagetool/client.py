"""Asks a LanguageTool server about a text within a time budget; the client is language-tool-python."""

import re
import threading
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, replace
from time import monotonic
from typing import cast

from language_tool_python import LanguageTool, Match
from language_tool_python.exceptions import LanguageToolError

from answer_builder.lint.languagetool.said import Said
from answer_builder.lint.languagetool.trouble import NotThere, TooSlow

_LANGUAGE = "ru-RU"
_AT_ONCE = 2  # questions; for each more the server loads all its rules once more, for seconds
_LONGEST_REQUEST = 20_000  # characters; a longer text is asked about in pieces
# UTF-16 counts these as two, and the client keeps their places in a variable that threads share: none are sent
_TWO_UNITS = re.compile("[\U00010000-\U0010ffff\ud800-\udfff]")
_IN_THEIR_STEAD = "\N{WHITE SQUARE}"
_RUSSIAN = re.compile("[А-Яа-яЁё]")  # a text without letters fails: the server takes it for English and has none
_NO_PROXY = {"http": "", "https": ""}


class _Client(LanguageTool):
    _TIMEOUT = 10  # type: ignore[assignment]  # seconds; a thread that nobody waits for any more ends by itself


class Client:
    """One server, asked by any number of threads at once."""

    def __init__(self, address: str, *, is_own: bool, switched_off: Collection[str], switched_on: Collection[str]):
        self._address = address
        self._is_own = is_own
        self._switched_off, self._switched_on = _in_order(switched_off), _in_order(switched_on)
        self._connected: LanguageTool | None = None
        self._turns = threading.BoundedSemaphore(_AT_ONCE)

    def ask(self, text: str, *, budget: float) -> tuple[Said, ...]:
        """Its remarks in the order of the text; each piece of 20,000 characters may wait and take `budget` seconds.

        Raises TooSlow, or NotThere when it does not answer or answers something else.
        """
        return tuple(_as_written(said, text) for piece in _pieces(text) for said in self._ask(piece, budget))

    def _ask(self, piece: "_Piece", budget: float) -> Iterator[Said]:
        until = monotonic() + budget
        if not self._turns.acquire(timeout=budget):
            raise TooSlow("занят другими письмами")
        try:
            matches = _within(until - monotonic(), lambda: self._connection().check(piece.text))
        finally:
            self._turns.release()
        for match in matches:
            if place := piece.place(match.offset, match.offset + match.error_length):
                yield Said(match.rule_id, match.category, match.message, *place, tuple(match.replacements))

    def _connection(self) -> LanguageTool:
        if self._connected is None:
            proxies = _NO_PROXY if self._is_own else None
            connected = _Client(_LANGUAGE, remote_server=self._address, host="127.0.0.1", proxies=proxies)
            connected.picky = True  # else it keeps «согласно договора» and «к сожалению» without commas to itself
            connected.disabled_rules, connected.enabled_rules = self._switched_off, self._switched_on
            self._connected = connected
        return self._connected


def _in_order(rules: Collection[str]) -> set[str]:
    # the server keeps its loaded rules by these lists, order and all: unsorted, each process would load them anew
    return cast("set[str]", dict.fromkeys(sorted(rules)).keys())


@dataclass(frozen=True, slots=True)
class _Piece:
    """Paragraphs asked about together: an empty line between them, or the server takes them for one."""

    text: str
    sent: tuple[int, ...]  # where each paragraph starts in `text`
    starts: tuple[int, ...]  # where it starts in the whole text
    lengths: tuple[int, ...]

    def place(self, start: int, end: int) -> tuple[int, int] | None:
        """The same words in the whole text; None for a remark on more than one paragraph."""
        number = bisect_right(self.sent, start) - 1
        first, last = start - self.sent[number], end - self.sent[number]
        if number < 0 or not 0 <= first < last <= self.lengths[number]:
            return None
        return self.starts[number] + first, self.starts[number] + last


def _as_written(said: Said, text: str) -> Said:
    """The same with its words, and with the characters that were not sent back in those it quotes."""
    unsent = _TWO_UNITS.findall(text, said.start, said.end)

    def back(words: str) -> str:
        for character in unsent:
            words = words.replace(_IN_THEIR_STEAD, character, 1)
        return words

    better = tuple(map(back, said.replacements))
    return replace(said, message=back(said.message), replacements=better, words=text[said.start : said.end])


def _pieces(text: str) -> Iterator[_Piece]:
    lines: list[tuple[int, str]] = []
    start = size = 0
    for line in text.split("\n"):
        if len(line) > _LONGEST_REQUEST:
            raise NotThere("абзац длиннее 20 000 знаков ему не показан")
        if lines and size + len(line) > _LONGEST_REQUEST:
            yield _piece(lines)
            lines, size = [], 0
        if _RUSSIAN.search(line):
            lines.append((start, line))
            size += len(line) + 2
        start += len(line) + 1
    if lines:
        yield _piece(lines)


def _piece(lines: list[tuple[int, str]]) -> _Piece:
    sent, place = [], 0
    for _, line in lines:
        sent.append(place)
        place += len(line) + 2
    text = _TWO_UNITS.sub(_IN_THEIR_STEAD, "\n\n".join(line for _, line in lines))
    return _Piece(text, tuple(sent), tuple(start for start, _ in lines), tuple(len(line) for _, line in lines))


def _within(seconds: float, work: Callable[[], list[Match]]) -> list[Match]:
    """What the work brings; TooSlow when it takes longer, and then nobody waits for it any more."""
    outcome: list[list[Match] | Exception] = []

    def run() -> None:
        try:
            outcome.append(work())
        except Exception as error:
            outcome.append(error)

    thread = threading.Thread(target=run, name="LanguageTool answers", daemon=True)
    thread.start()
    thread.join(seconds)
    if not outcome:
        raise TooSlow(f"не ответил за {round(seconds, 1):g} с")
    match outcome[0]:
        case list() as matches:
            return matches
        case LanguageToolError() | OSError() as error:
            raise NotThere("не отвечает или отвечает с ошибкой") from error
        case error:  # the client trips over an answer that is not LanguageTool's
            raise NotThere("отвечает не так, как отвечает LanguageTool") from error
