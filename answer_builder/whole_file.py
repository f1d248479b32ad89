"""Files are read whole, up to a limit, and appear whole or not at all."""

import contextlib
import errno
import os
import sys
import tempfile
from pathlib import Path

from answer_builder.errors import CannotRun

_REASONS = {
    errno.ENOENT: "такого файла нет",
    errno.ENOSPC: "на диске не хватает места",
    errno.EDQUOT: "превышена квота на диске",
    errno.EFBIG: "файл больше, чем разрешено",
    errno.EACCES: "нет прав",
    errno.EPERM: "нет прав",
    errno.EROFS: "диск доступен только для чтения",
    errno.EISDIR: "это папка",
    errno.ENOTDIR: "часть пути – не папка",
    errno.EEXIST: "на месте папки стоит файл",
    errno.ENAMETOOLONG: "слишком длинное имя файла",
    errno.ELOOP: "ссылки на файл ходят по кругу",
}


def read_whole(source: Path | str, *, largest: int) -> bytes:
    """The bytes of a file, or of standard input for "-"; CannotRun names the file and why it cannot be read."""
    name = "стандартный ввод" if source == "-" else str(source)
    try:
        if source == "-":
            content = sys.stdin.buffer.read(largest + 1)
        else:
            with Path(source).open("rb") as stream:
                content = stream.read(largest + 1)
    except OSError as error:
        raise CannotRun(f"{name}: не удалось прочитать файл: {_reason(error)}") from error
    if len(content) > largest:
        raise CannotRun(f"{name}: файл больше {largest // 1_000_000} МБ")
    return content


def is_folder(path: Path) -> bool:
    """True when the path is a folder; a path that the system cannot even look up is none."""
    try:
        return path.is_dir()
    except OSError:
        return False


def write_whole(path: Path, content: bytes) -> None:
    """Write beside the target and rename; CannotRun names the file and the reason, and nothing is left behind."""
    temporary = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(prefix=".answer-builder-", dir=path.parent)
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        os.chmod(temporary, 0o666 & ~_umask())  # noqa: PTH101  mkstemp makes it private; a letter is shared
        os.replace(temporary, path)  # noqa: PTH105
        temporary = None
    except OSError as error:
        raise CannotRun(f"Не удалось записать {path}: {_reason(error)}") from error
    finally:  # also when the person stops the program
        if temporary is not None:
            with contextlib.suppress(OSError):
                Path(temporary).unlink()


def _reason(error: OSError) -> str:
    return _REASONS.get(error.errno or 0, error.strerror or str(error))


def _umask() -> int:
    current = os.umask(0o022)
    os.umask(current)
    return current
