"""What is slow to work out of the rules' texts is kept between runs, in the user's own cache folder.

A value belongs to the text that it was made of, so none is ever out of date. A file that is missing, damaged or
somebody else's costs time, nothing more: everything in it can be made anew.
"""

import json
import os
import sys
from collections.abc import Callable
from functools import cache
from hashlib import blake2b
from importlib.resources import files
from pathlib import Path
from typing import Any

from answer_builder.errors import CannotRun
from answer_builder.whole_file import write_whole

_FILE = "answer-builder/rules.json"
_LARGEST = 4_000_000  # bytes; above it what this run did not use is dropped
_MAKERS = ("needles.py", "kinds/regex.py")
_OTHERS_MAY_WRITE = 0o022


class Kept:
    """Values by their kind and the text they are made of."""

    def __init__(self, file: Path | None, made_by: str):
        """`file` is None where there is no place for it; `made_by` tells versions of the program apart."""
        self._file = file
        self._made_by = made_by
        self._found: dict[str, Any] | None = None
        self._used: dict[str, Any] = {}
        self._has_new = False

    def value(self, kind: str, text: str, make: Callable[[str], Any]) -> Any:
        """What `make` gives for the text: strings, numbers, lists and tables; nobody may change them."""
        if self._found is None:
            self._found = self._read()
        key = _digest(f"{kind} {self._made_by}\n{text}")
        if key in self._used:
            return self._used[key]
        if key not in self._found:
            self._found[key] = make(text)
            self._has_new = True
        self._used[key] = self._found[key]
        return self._used[key]

    def save(self) -> None:
        """Write the file when something new was made; it appears whole or not at all."""
        if self._file is None or not self._has_new:
            return
        self._has_new = False
        try:
            content = _dumped(self._found)
            write_whole(self._file, content if len(content) <= _LARGEST else _dumped(self._used), mode=0o600)
        except (CannotRun, OSError, TypeError, ValueError):  # TypeError: an own rule with a date in it
            return

    def _read(self) -> dict[str, Any]:
        if self._file is None:
            return {}
        try:
            with self._file.open("rb") as stream:
                if not _is_own(os.fstat(stream.fileno())):
                    return {}
                digest, _, content = stream.read().partition(b"\n")
            found = json.loads(content) if digest == _digest(content).encode() else {}
        except (OSError, ValueError, RecursionError):
            return {}
        return found if isinstance(found, dict) else {}


@cache
def kept_of_rules() -> Kept:
    """The values of this user's runs; another Python, or other code that makes them, does not take them over."""
    code = b"".join((files("answer_builder.lint") / maker).read_bytes() for maker in _MAKERS)
    return Kept(cache_file(), f"{sys.version_info[:2]} {_digest(code)}")


def cache_file() -> Path | None:
    """Where this user's cache is, by the custom of the system; None when the user has no home."""
    named = os.environ.get("LOCALAPPDATA" if sys.platform == "win32" else "XDG_CACHE_HOME", "")
    if named and Path(named).is_absolute():
        return Path(named) / _FILE
    try:
        home = Path.home()
    except RuntimeError:
        return None
    return home / ("Library/Caches" if sys.platform == "darwin" else ".cache") / _FILE


def _dumped(values: Any) -> bytes:
    content = json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode()
    return _digest(content).encode() + b"\n" + content


def _digest(content: str | bytes) -> str:
    return blake2b(content.encode() if isinstance(content, str) else content, digest_size=16).hexdigest()


def _is_own(status: os.stat_result) -> bool:
    if not hasattr(os, "getuid"):
        return True
    return status.st_uid == os.getuid() and not status.st_mode & _OTHERS_MAY_WRITE
