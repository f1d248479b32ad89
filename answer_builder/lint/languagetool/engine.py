"""The second engine of the checker: LanguageTool at a given address, else from local jars, else a visible note."""

import os
from dataclasses import dataclass
from functools import cache
from time import monotonic
from typing import Literal, Protocol

from answer_builder.errors import CannotRun
from answer_builder.lint.languagetool.installation import installed
from answer_builder.lint.languagetool.local_server import STARTING_TAKES
from answer_builder.lint.languagetool.remarks import Remark, is_believed, remark
from answer_builder.lint.languagetool.servers import VARIABLE, GivenServer, OwnServer, Server
from answer_builder.lint.languagetool.trouble import NotThere

Mode = Literal["auto", "required", "off"]
_BUDGET = 5.0  # seconds a request
_REST = 30.0  # seconds; after a failure the next texts do not wait for it
_TO_GET_IT = f"Его ставит make languagetool, адрес готового сервера указывают в {VARIABLE}"
_SILENT = f"сервер, указанный в {VARIABLE}, не отвечает"


@dataclass(frozen=True, slots=True)
class Look:
    """The remarks on one text; `unchecked` says why LanguageTool did not read it, empty when nobody wanted it to."""

    remarks: tuple[Remark, ...] = ()
    is_read: bool = True
    unchecked: str = ""


class NotRead(CannotRun):
    """LanguageTool was required and did not read a text."""


class SecondEngine(Protocol):
    """What looks at a text beside our own rules."""

    @property
    def state(self) -> str:
        """What it is, for a report."""

    @property
    def trouble(self) -> str:
        """Why it did not read a text lately; empty while it reads all, or nobody wants it to."""

    def start(self) -> None:
        """Lets a server of our own begin to start; nobody waits."""

    def look(self, text: str) -> Look:
        """The remarks on a text; raises NotRead only where LanguageTool is required."""


class Absent:
    """No LanguageTool: `note` tells the reader so; without a note nobody wanted it."""

    def __init__(self, note: str = ""):
        self.state = note or "выключена"
        self.trouble = note
        self._look = Look(is_read=False, unchecked=note)

    def start(self) -> None:
        """Nothing to start."""

    def look(self, _text: str) -> Look:
        """No remarks, and why."""
        return self._look


OFF = Absent()


class Present:
    """A LanguageTool server; many threads may ask at once, and nobody waits longer than the budget."""

    def __init__(self, server: Server, *, patience: float, budget: float):
        """`patience`: seconds to wait for a server that starts, `budget`: for an answer."""
        self._server = server
        self._patience = patience
        self._budget = budget
        self._rests_until = 0.0
        self.trouble = ""

    @property
    def state(self) -> str:
        """Which LanguageTool, and whose server."""
        return self._server.name

    def start(self) -> None:
        """Lets a server of our own begin to start; nobody waits."""
        try:
            self._server.client(patience=0)
        except NotThere:
            return

    def look(self, text: str) -> Look:
        """The remarks on the text, or why there are none."""
        if monotonic() < self._rests_until:
            return Look(is_read=False, unchecked=self.trouble)
        try:
            return Look(self._remarks(text))
        except NotThere as trouble:
            self.trouble = _note(str(trouble))
            return Look(is_read=False, unchecked=self.trouble)

    def _remarks(self, text: str) -> tuple[Remark, ...]:
        try:
            return self._ask(text)
        except NotThere:
            if self._server.mend():
                return self._ask(text)
            if not self._server.is_healthy():
                self._rests_until = monotonic() + _REST
            raise

    def _ask(self, text: str) -> tuple[Remark, ...]:
        client = self._server.client(patience=self._patience)
        return tuple(map(remark, filter(is_believed, client.ask(text, budget=self._budget))))


class Required:
    """An engine without which there is no result."""

    def __init__(self, engine: SecondEngine):
        self._engine = engine
        self.state = engine.state
        self.trouble = ""  # told by raising

    def start(self) -> None:
        """It has started."""

    def look(self, text: str) -> Look:
        """The remarks on the text; NotRead when LanguageTool cannot read it."""
        look = self._engine.look(text)
        if not look.is_read:
            raise NotRead(look.unchecked)
        return look


def second_engine(mode: Mode, *, patience: float = STARTING_TAKES, budget: float = _BUDGET) -> SecondEngine:
    """The engine for a mode; CannotRun when it is required and not there.

    `auto` never waits here; `required` waits until the server is at work.
    """
    if mode == "off":
        return OFF
    try:
        server = _server(os.environ.get(VARIABLE, ""))
        if mode == "required":
            server.client(patience=patience)
            if not server.is_healthy():
                raise NotThere(_SILENT)
    except NotThere as trouble:
        if mode == "required":
            raise CannotRun(_note(str(trouble))) from trouble
        return Absent(_note(str(trouble)))
    engine = Present(server, patience=patience, budget=budget)
    return Required(engine) if mode == "required" else engine


def presence() -> tuple[bool, str]:
    """For `doctor`: is there a LanguageTool to be asked, and which one or why not; nothing is started."""
    try:
        server = _server(os.environ.get(VARIABLE, ""))
        if server.is_healthy():
            return True, server.name
        reason = _SILENT
    except NotThere as trouble:
        reason = str(trouble)
    return False, f"не проверяются: {reason}{_way_out(reason)}"


@cache
def _server(url: str) -> Server:
    """One server of our own a process, however many engines ask it."""
    return GivenServer(url) if url.strip() else OwnServer(installed())


def _note(reason: str) -> str:
    return f"Грамматику и запятые проверяет LanguageTool: {reason}. Эта часть не проверена{_way_out(reason)}."


def _way_out(reason: str) -> str:
    """How to get one, where there is none."""
    return f". {_TO_GET_IT}" if reason.startswith(("его нет", "для него")) else ""
