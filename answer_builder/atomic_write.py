"""A file appears whole or not at all."""

import contextlib
import errno
import os
import tempfile
from pathlib import Path

from answer_builder.errors import CannotRun

_REASONS = {
    errno.ENOSPC: "на диске не хватает места",
    errno.EDQUOT: "превышена квота на диске",
    errno.EFBIG: "файл больше, чем разрешено",
    errno.EACCES: "нет прав на запись",
    errno.EPERM: "нет прав на запись",
    errno.EROFS: "диск доступен только для чтения",
    errno.EISDIR: "это папка",
    errno.ENOTDIR: "часть пути – не папка",
    errno.EEXIST: "на месте папки стоит файл",
    errno.ENAMETOOLONG: "слишком длинное имя файла",
}


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
    except OSError as error:
        if temporary is not None:
            with contextlib.suppress(OSError):
                Path(temporary).unlink()
        reason = _REASONS.get(error.errno or 0, error.strerror or str(error))
        raise CannotRun(f"Не удалось записать {path}: {reason}") from error


def _umask() -> int:
    current = os.umask(0o022)
    os.umask(current)
    return current
