"""Files are read whole, up to a limit, and appear whole or not at all."""

import contextlib
import errno
import os
import shutil
import sys
import tempfile
from collections.abc import Mapping
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


def rewrite_whole(path: Path, content: bytes) -> None:
    """Put other bytes into a file that is there: its rights stay, and a link goes on leading to it."""
    try:
        target = path.resolve(strict=True)
        mode = target.stat().st_mode & 0o7777
        if not os.access(target, os.W_OK):
            raise PermissionError(errno.EACCES, "")
    except OSError as error:
        raise CannotRun(f"Не удалось записать {path}: {_reason(error)}") from error
    write_whole(target, content, mode=mode)


def write_whole(path: Path, content: bytes, *, mode: int | None = None) -> None:
    """Write beside the target and rename; CannotRun names the file and the reason, and nothing is left behind.

    `mode`: the rights of the file, the usual ones of a new file by default.
    """
    temporary = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(prefix=".answer-builder-", dir=path.parent)
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        # mkstemp makes it private; a letter is shared
        os.chmod(temporary, 0o666 & ~_umask() if mode is None else mode)  # noqa: PTH101
        os.replace(temporary, path)  # noqa: PTH105
        temporary = None
    except OSError as error:
        raise CannotRun(f"Не удалось записать {path}: {_reason(error)}") from error
    finally:  # also when the person stops the program
        if temporary is not None:
            with contextlib.suppress(OSError):
                Path(temporary).unlink()


def write_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write all files (by their path in the folder) or none; CannotRun when the folder is there and not empty."""
    try:
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            what = (
                "в этой папке уже что-то есть, выберите новую или пустую" if folder.is_dir() else "это файл, а не папка"
            )
            raise CannotRun(f"{folder}: {what}")
        missing = [path for path in (folder, *folder.parents) if not path.exists()]
    except OSError as error:
        raise CannotRun(f"{folder}: {_reason(error)}") from error
    try:
        for name, content in files.items():
            write_whole(folder / name, content)
    except BaseException:  # also when the person stops the program
        rubbish = [missing[-1]] if missing else list(folder.iterdir())  # the folder was empty: all in it is ours
        for path in rubbish:
            shutil.rmtree(path, ignore_errors=True)
            with contextlib.suppress(OSError):
                path.unlink()  # a file is no tree
        raise


def _reason(error: OSError) -> str:
    return _REASONS.get(error.errno or 0, error.strerror or str(error))


def _umask() -> int:
    current = os.umask(0o022)
    os.umask(current)
    return current
