"""The second engine of the checker: LanguageTool at a given address, else from local jars, else a visible note."""

import os
from dataclasses import dataclass
from functools import cache
from time import monotonic
from typing import Literal, Protocol

from answer_builder.errors import CannotRun
from answer_builder.lint.languagetool.installation import installed
from answer_builder.lint.languagetool.local_server import STARTING_TAKES
from answer_builder.lint.languagetool.remarks import Remark, remark
from answer_builder.lint.languagetool.servers import VARIABLE, GivenServer, OwnServer, Server
from answer_builder.lint.languagetool.trouble import NotThere

Mode = Literal["auto", "required", "off"]
_BUDGET = 5.0  # seconds a request
_REST = 30.0  # seconds; after a failure the next texts do not wait for it
_TO_GET_IT = f"Его ставит make languagetool, адрес готового сервера указывают в {VARIABLE}."


@dataclass(frozen=True, slots=True)
class Look:
    """The remarks on one text; `unchecked` says why it was not read, empty when it was or nobody asked for it."""

    remarks: tuple[Remark, ...] = ()
    unchecked: str = ""


class SecondEngine(Protocol):
    """What looks at a text beside our own rules."""

    @property
    def state(self) -> str:
        """What it is, for a report."""

    def start(self) -> None:
        """Lets a server of our own begin to start; nobody waits."""

    def look(self, text: str) -> Look:
        """The remarks on a text; never raises."""


class Absent:
    """No LanguageTool: `note` tells the reader so; without a note nobody wanted it."""

    def __init__(self, note: str = ""):
        self.state = note or "выключена"
        self._look = Look(unchecked=note)

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
        self._trouble = ""

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
            return Look(unchecked=self._trouble)
        try:
            return Look(self._remarks(text))
        except NotThere as trouble:
            self._trouble = _note(str(trouble))
            return Look(unchecked=self._trouble)

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
        return tuple(map(remark, client.ask(text, budget=self._budget)))


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
                raise NotThere(f"сервер, указанный в {VARIABLE}, не отвечает")
    except NotThere as trouble:
        if mode == "required":
            raise CannotRun(_note(str(trouble))) from trouble
        return Absent(_note(str(trouble)))
    return Present(server, patience=patience, budget=budget)


def presence() -> tuple[bool, str]:
    """For `doctor`: is there a LanguageTool to be asked, and which one or why not; nothing is started."""
    try:
        server = _server(os.environ.get(VARIABLE, ""))
    except NotThere as trouble:
        return False, _note(str(trouble))
    if not server.is_healthy():
        return False, _note(f"сервер, указанный в {VARIABLE}, не отвечает")
    return True, server.name


@cache
def _server(url: str) -> Server:
    """One server of our own a process, however many engines ask it."""
    return GivenServer(url) if url.strip() else OwnServer(installed())


def _note(reason: str) -> str:
    how = f" {_TO_GET_IT}" if reason.startswith(("его нет", "для него")) else ""
    return f"Грамматику и запятые проверяет LanguageTool: {reason}. Эта часть не проверена.{how}"
