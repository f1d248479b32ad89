"""A LanguageTool server of our own: on loopback, started once, ended with this program, started anew after a crash."""

import atexit
import contextlib
import os
import socket
import subprocess
import sys
import tempfile
import threading
from collections import deque
from collections.abc import Callable
from importlib.resources import files
from time import monotonic, sleep

from answer_builder.lint.languagetool.health import is_healthy
from answer_builder.lint.languagetool.installation import Installation
from answer_builder.lint.languagetool.trouble import NotThere

_DATA = files("answer_builder.lint.languagetool")
STARTING_TAKES = 60.0  # seconds at most, on the busiest machine
_BETWEEN_LOOKS = 0.05
_FAREWELL = 5.0
_MOST_STARTS, _WITHIN = 3, 300.0  # a server that falls again and again is left alone for a while
_TRIES_OF_A_PORT = 3  # another program may take the free port first
_JVM = (
    "-Xmx384m",
    "-XX:+UseSerialGC",  # less memory, and other work has the second core
    "-XX:TieredStopAtLevel=1",  # a letter a minute never pays for the second compiler: the start is a third shorter
    "-Djava.net.preferIPv4Stack=true",
    "-Dsun.net.httpserver.nodelay=true",  # otherwise every answer waits 40 ms for a delayed ACK
)
_REASONS = {
    "UnsupportedClassVersionError": "нужна Java 17 или новее, а здесь старее",
    "OutOfMemoryError": "не хватило памяти",
    "Could not reserve enough space": "не хватило памяти",
    "insufficient memory": "не хватило памяти",
}


class LocalServer:
    """The one server of this process; threads share it."""

    def __init__(self, installation: Installation, *, warm_up: Callable[[str], object]):
        """`warm_up` asks a new server, by its address, the first question, which takes seconds."""
        self._installation = installation
        self._warm_up = warm_up
        self._lock = threading.Lock()
        self._running: _Running | None = None
        self._starts: deque[float] = deque(maxlen=_MOST_STARTS)
        atexit.register(self.stop)

    def address(self, *, patience: float) -> str:
        """The address of the warm server; NotThere when it is not ready within `patience` seconds."""
        with self._lock:
            if self._running and self._running.has_ended:
                self._running.stop()
                self._running = None
            if self._running is None:
                self._running = self._begin()
            running = self._running
        return running.address(patience)

    def mend(self) -> bool:
        """After a failure: True when the server was broken and will be a new one; a healthy one is left as it is."""
        with self._lock:
            running = self._running
        if running is None or (not running.has_ended and running.is_healthy()):
            return False
        running.stop()
        return True

    def stop(self) -> None:
        """Ends the server, if it runs."""
        with self._lock:
            running, self._running = self._running, None
        if running:
            running.stop()

    def _begin(self) -> "_Running":
        now = monotonic()
        if len(self._starts) == _MOST_STARTS and now - self._starts[0] < _WITHIN:
            raise NotThere("он раз за разом падает, новый запуск – через несколько минут")
        self._starts.append(now)
        return _Running(self._installation, self._warm_up)


class _Running:
    """One start of the server, from the command line to the end of the process."""

    def __init__(self, installation: Installation, warm_up: Callable[[str], object]):
        self._installation = installation
        self._warm_up = warm_up
        self._known = threading.Event()  # whether it works
        self._trouble = ""
        self._address = ""
        self._is_stopped = False
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        threading.Thread(target=self._start, name="LanguageTool starts", daemon=True).start()

    @property
    def has_ended(self) -> bool:
        """True when it will not answer any more; False while it starts."""
        if self._is_stopped or (self._known.is_set() and self._trouble):
            return True
        return self._known.is_set() and (self._process is None or self._process.poll() is not None)

    def address(self, patience: float) -> str:
        if not self._known.wait(patience):
            raise NotThere("он ещё запускается, это занимает несколько секунд")
        if self._trouble:
            raise NotThere(self._trouble)
        return self._address

    def is_healthy(self) -> bool:
        return not self._known.is_set() or is_healthy(self._address, is_own=True)

    def stop(self) -> None:
        with self._lock:
            self._is_stopped = True
            process = self._process
        if process:
            _end(process)

    def _start(self) -> None:
        try:
            self._address = self._first_answer()
        except NotThere as trouble:
            self._trouble = str(trouble)
            self.stop()
        finally:
            self._known.set()

    def _first_answer(self) -> str:
        until = monotonic() + STARTING_TAKES
        for _ in range(_TRIES_OF_A_PORT):
            port = _free_port()
            address = f"http://127.0.0.1:{port}/"
            with tempfile.TemporaryFile() as said:
                process = self._launch(port, said.fileno())
                while process.poll() is None:
                    if is_healthy(address, is_own=True):
                        self._warm_up(address)
                        return address
                    if monotonic() > until or self._is_stopped:
                        raise NotThere("он запускается слишком долго")
                    sleep(_BETWEEN_LOOKS)
                _end(process)
                said.seek(0)
                words = said.read().decode("utf-8", "replace")
            if "java.net.BindException" not in words:
                raise NotThere(f"он не запустился: {_reason(words)}")
        raise NotThere("он не запустился: не нашлось свободного порта")

    def _launch(self, port: int, said: int) -> subprocess.Popen[bytes]:
        """The server's process inside its keeper; what it says goes to the file `said`."""
        java = [
            self._installation.java,
            *_JVM,
            f"-Dlogback.configurationFile={_DATA / 'logback.xml'}",
            "-cp",
            os.pathsep.join(map(str, self._installation.jars)),
            "org.languagetool.server.HTTPServer",
            "--config",
            str(_DATA / "server.properties"),
            "--port",
            str(port),
        ]
        with self._lock:
            if self._is_stopped:
                raise NotThere("программа заканчивает работу")
            try:
                self._process = subprocess.Popen(  # noqa: S603  (our own command line)
                    [sys.executable, "-I", "-S", str(_DATA / "keeper.py"), *java],
                    stdin=subprocess.PIPE,
                    stdout=said,
                    stderr=said,
                    start_new_session=True,  # Ctrl+C is for this program, which ends the server in its own time
                )
            except OSError as error:
                raise NotThere(f"он не запустился: {error.strerror}") from error
            return self._process


def _free_port() -> int:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return int(door.getsockname()[1])


def _end(process: subprocess.Popen[bytes]) -> None:
    """The keeper ends the server when its standard input closes."""
    if process.stdin:
        with contextlib.suppress(OSError):
            process.stdin.close()
    try:
        process.wait(_FAREWELL)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _reason(words: str) -> str:
    """Why Java gave up, from what it said."""
    for sign, reason in _REASONS.items():
        if sign in words:
            return reason
    lines = [line for line in words.splitlines() if line.strip()]
    return lines[-1].strip() if lines else "Java закончила работу без объяснений"
