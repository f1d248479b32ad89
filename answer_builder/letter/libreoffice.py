"""The one room of LibreOffice: many files converted by one process, within time and memory, without a network."""

import os
import re
import shutil
import signal
import subprocess
import tempfile
from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from time import monotonic, sleep

from answer_builder.errors import CannotRun

ABSENT = (
    "На этом компьютере нет LibreOffice. Установите его (в Debian и Ubuntu – пакет libreoffice-writer) "
    "и повторите; что ещё нужно, покажет answer-builder doctor."
)
PATIENCE = 60.0  # seconds without one more finished file

_IN_ONE_CALL = 100  # LibreOffice 7.4 stops after 247 files
_MEMORY = 2_000_000  # KiB of address space; a letter takes 0.5 GB, as much for a hundred of them
_GIVE_UP_AFTER = 3  # files in a row that nothing can be done with even alone: it is not the files
_LOOK_EVERY = 0.02  # seconds
_USUAL_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.com",
)
_REFUSED = "LibreOffice не смог прочитать этот файл"
_CRASHED = "LibreOffice не справился с этим файлом и закрылся"
_HUNG = "LibreOffice не справился с этим файлом за отведённое время"
_BROKEN = "LibreOffice на этом компьютере не работает: несколько файлов подряд он не открыл"

# A file may name pictures, templates and texts on other machines: nothing of that is fetched, and should some newer
# way of asking not be covered by the first setting, all requests end at a closed port of this machine.
_SCRIPTING, _INTERNET = "/org.openoffice.Office.Common/Security/Scripting", "/org.openoffice.Inet/Settings"
_SETTINGS: tuple[tuple[str, str, str], ...] = (
    (_SCRIPTING, "BlockUntrustedRefererLinks", "true"),
    (_SCRIPTING, "DisableActiveContent", "true"),
    (_SCRIPTING, "DisableMacrosExecution", "true"),
    (_INTERNET, "ooInetProxyType", "1"),
    *((_INTERNET, f"ooInet{kind}ProxyName", "127.0.0.1") for kind in ("HTTP", "HTTPS", "FTP")),
    *((_INTERNET, f"ooInet{kind}ProxyPort", "9") for kind in ("HTTP", "HTTPS", "FTP")),
    (_INTERNET, "ooInetNoProxy", ""),
)


@dataclass(frozen=True, slots=True)
class Conversion:
    """What became of one file: its new content, or a Russian sentence (no full stop) on why there is none."""

    content: bytes = b""
    problem: str = ""


def program() -> str | None:
    """Where LibreOffice is on this machine; None without it."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    return found or next((place for place in _USUAL_PLACES if Path(place).is_file()), None)


@cache
def version() -> tuple[int, ...]:
    """(7, 4, 7, 2); empty without LibreOffice, or when it does not tell."""
    if (soffice := program()) is None:
        return ()
    try:
        asked = subprocess.run(  # noqa: S603
            [soffice, "--version"], capture_output=True, text=True, timeout=PATIENCE, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return ()
    found = re.search(r"LibreOffice\D* (\d+(?:\.\d+)+)", asked.stdout)
    return tuple(map(int, found[1].split("."))) if found else ()


def convert(
    documents: Sequence[bytes], to: str = "pdf", *, filter_options: str = "", patience: float = PATIENCE
) -> tuple[Conversion, ...]:
    """What became of each .docx, in their order; CannotRun without LibreOffice.

    `to` is the suffix wanted, `filter_options` what LibreOffice calls so («writer_pdf_Export:{…}»). A file that makes
    it crash, or keeps it longer than `patience` seconds, costs the others nothing.
    """
    soffice = program()
    if soffice is None:
        raise CannotRun(ABSENT)
    with tempfile.TemporaryDirectory(prefix="answer-builder-", ignore_cleanup_errors=True) as folder:
        office = _Office(soffice, Path(folder), f"{to}:{filter_options}" if filter_options else to, patience)
        return office.convert(documents)


class _Office:
    """A profile and two folders of its own in `root`; one process of LibreOffice at a time."""

    def __init__(self, soffice: str, root: Path, to: str, patience: float):
        self.patience = patience
        self.source, self.target = root / "source", root / "target"
        self.source.mkdir()
        self.suffix = to.partition(":")[0]
        _make_profile(root / "profile")
        self.command = [
            *_within_memory(),
            soffice,
            f"-env:UserInstallation={(root / 'profile').as_uri()}",
            "--headless",
            "--infilter=MS Word 2007 XML",
            *("--convert-to", to),
            *("--outdir", str(self.target)),
        ]

    def convert(self, documents: Sequence[bytes]) -> tuple[Conversion, ...]:
        found: dict[int, Conversion] = {}
        numbers = range(len(documents))
        calls = deque(list(numbers[start : start + _IN_ONE_CALL]) for start in numbers[::_IN_ONE_CALL])
        lost = 0  # files in a row
        while calls and lost < _GIVE_UP_AFTER:
            call = calls.popleft()
            made, trouble = self._call({number: documents[number] for number in call})
            if trouble and len(call) > 1:
                # the last file made may be a half; it and its successor are the suspects
                made = dict(list(made.items())[:-1])
                rest = [number for number in call if number not in made]
                calls.extendleft(part for part in (rest[2:], rest[1:2], rest[:1]) if part)
                found |= {number: Conversion(content) for number, content in made.items()}
                continue
            lost = lost + 1 if trouble else 0
            for number in call:
                is_sound = number in made and not trouble
                found[number] = Conversion(made[number]) if is_sound else Conversion(problem=trouble or _REFUSED)
        return tuple(found.get(number, Conversion(problem=_BROKEN)) for number in numbers)

    def _call(self, documents: Mapping[int, bytes]) -> tuple[dict[int, bytes], str]:
        """What one process made of the files, in their order, and what befell it."""
        shutil.rmtree(self.target, ignore_errors=True)
        self.target.mkdir()
        files = {number: self.source / f"{number}.docx" for number in documents}
        for number, file in files.items():
            file.write_bytes(documents[number])
        trouble = self._watch([*self.command, *map(str, files.values())])
        made = {}
        for number, file in files.items():
            file.unlink()
            result = self.target / f"{number}.{self.suffix}"
            if result.is_file():
                made[number] = result.read_bytes()
        return made, trouble

    def _watch(self, command: Sequence[str]) -> str:
        """Runs LibreOffice to its end, or to ours when no file has come for too long."""
        quiet = subprocess.DEVNULL
        try:
            process = subprocess.Popen(  # noqa: S603
                command, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True
            )
        except OSError:
            return _CRASHED
        try:
            count, heard = 0, monotonic()
            while process.poll() is None:
                sleep(_LOOK_EVERY)
                if (now := sum(1 for _ in self.target.iterdir())) > count:
                    count, heard = now, monotonic()
                if monotonic() - heard > self.patience:
                    return _HUNG
            return _CRASHED if process.returncode else ""
        finally:  # also when the person stops the program
            _end(process)


def _make_profile(folder: Path) -> None:
    items = "".join(
        f'<item oor:path="{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
        for path, name, value in _SETTINGS
    )
    user = folder / "user"
    user.mkdir(parents=True)
    (user / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>'
        f'<oor:items xmlns:oor="http://openoffice.org/2001/registry">{items}</oor:items>',
        encoding="utf-8",
    )


def _within_memory() -> tuple[str, ...]:
    """The beginning of a command that may take so much memory and no more; Windows has no such command."""
    if os.name != "posix":
        return ()
    return "/bin/sh", "-c", f'ulimit -v {_MEMORY} 2>/dev/null; exec "$@"', "sh"


def _end(process: subprocess.Popen[bytes]) -> None:
    """Nothing of LibreOffice is left running: the program that was started only starts the real one."""
    try:
        if os.name == "posix":
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
    except (ProcessLookupError, PermissionError):
        pass  # all of it has ended
    process.wait()
