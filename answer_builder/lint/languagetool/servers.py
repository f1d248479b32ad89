"""The two sorts of a LanguageTool server: one whose address is given, and one of our own."""

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Protocol
from urllib.parse import urlsplit

from answer_builder.lint.languagetool.health import is_healthy, version
from answer_builder.lint.languagetool.installation import Installation
from answer_builder.lint.languagetool.local_server import STARTING_TAKES, LocalServer
from answer_builder.lint.languagetool.remarks import switched_off, switched_on
from answer_builder.lint.languagetool.trouble import NotThere

if TYPE_CHECKING:
    from answer_builder.lint.languagetool.client import Client

VARIABLE = "LANGUAGETOOL_URL"
_WARM_UP = "Ваше обращение рассмотрено, и двор, который Вы указали, уберут 5 мая."


class Server(Protocol):
    """Where answers come from."""

    @property
    def name(self) -> str:
        """What a report calls it."""

    def client(self, *, patience: float) -> "Client":
        """Someone to ask; NotThere when there is nobody within `patience` seconds."""

    def mend(self) -> bool:
        """After a failure: True when a broken server makes place for a new one, so that asking again is worth it."""

    def is_healthy(self) -> bool:
        """True when it is at work, or on its way."""


class GivenServer:
    """A server that somebody else runs; its address is in LANGUAGETOOL_URL."""

    def __init__(self, url: str):
        self._address = _address(url)
        self._is_own = urlsplit(self._address).hostname in ("127.0.0.1", "::1", "localhost")  # then past any proxy
        self._client: Client | None = None
        self._version = ""

    @property
    def name(self) -> str:
        self._version = self._version or version(self._address, is_own=self._is_own)
        return f"{f'LanguageTool {self._version}'.strip()}, сервер из {VARIABLE}"

    def client(self, *, patience: float) -> "Client":
        if self._client is None:
            self._client = _client(self._address, is_own=self._is_own)
        return self._client

    def mend(self) -> bool:
        return False

    def is_healthy(self) -> bool:
        return is_healthy(self._address, is_own=self._is_own)


class OwnServer:
    """The server this program starts from local jars."""

    def __init__(self, installation: Installation):
        self._version = installation.version
        self._server = LocalServer(installation, warm_up=_warm_up)

    @property
    def name(self) -> str:
        return f"LanguageTool {self._version}, свой сервер"

    def address(self, *, patience: float) -> str:
        """The address of the running server; it starts when it does not run."""
        return self._server.address(patience=patience)

    def client(self, *, patience: float) -> "Client":
        return _own_client(self.address(patience=patience))

    def mend(self) -> bool:
        return self._server.mend()

    def is_healthy(self) -> bool:
        return True  # a broken one has been replaced by then

    def stop(self) -> None:
        """Ends the server, if it runs; the next question starts it again."""
        self._server.stop()


def _client(address: str, *, is_own: bool) -> "Client":
    # language-tool-python and requests take 0.3 s to load: only when there is a server to ask
    client = import_module("answer_builder.lint.languagetool.client").Client
    return client(  # type: ignore[no-any-return]
        address, is_own=is_own, switched_off=switched_off(), switched_on=switched_on()
    )


@cache
def _own_client(address: str) -> "Client":
    return _client(address, is_own=True)


def _warm_up(address: str) -> object:
    return _own_client(address).ask(_WARM_UP, budget=STARTING_TAKES)


def _address(url: str) -> str:
    """`http://host:8081/`, also from an address of its /v2/ or /v2/check; NotThere for what is no address."""
    try:
        parts = urlsplit(url.strip())
        is_address = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:  # a port of letters
        is_address = False
    if not is_address:
        raise NotThere(f"в {VARIABLE} не адрес сервера (нужно так: http://127.0.0.1:8081)")
    path = parts.path.rstrip("/").removesuffix("/check").removesuffix("/v2").rstrip("/")
    return f"{parts.scheme}://{parts.netloc}{path}/"
