"""Where content is read from: the shipped folders and, laid over them, the folder that ANSWER_BUILDER_CONTENT names."""

import os
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import NoReturn

from answer_builder.errors import BrokenContent, CannotRun
from answer_builder.whole_file import is_folder, read_whole

VARIABLE = "ANSWER_BUILDER_CONTENT"
SHIPPED = "поставка"  # where an entry comes from, as `list` and `explain` say it
PARTS = ("letter_templates", "typical_answers", "rules")  # what an authority's own folder may hold

_SLUG = frozenset("abcdefghijklmnopqrstuvwxyz0123456789_-")
_NOTES = (".md", ".txt", ".bak", "~")  # a folder may explain itself; editors leave copies behind
_LEFT_BY_SYSTEMS = ("thumbs.db", "desktop.ini")
_REASONS: dict[type[OSError], str] = {
    FileNotFoundError: "такой папки нет",
    NotADirectoryError: "это файл, а нужна папка",
    PermissionError: "нет прав, чтобы прочитать папку",
}
_LARGEST = 20_000_000  # bytes; a letterhead with a large emblem


@dataclass(frozen=True, slots=True)
class ContentFile:
    """One file of content. `shown` names it in messages; `origin` is «поставка» or its path."""

    path: Traversable
    shown: str
    origin: str = SHIPPED

    @property
    def slug(self) -> str:
        """The file's name without its ending."""
        return self.path.name.rpartition(".")[0]

    def content(self) -> bytes:
        """Its bytes; CannotRun when it cannot be read."""
        return self.path.read_bytes() if self.origin == SHIPPED else read_whole(self.origin, largest=_LARGEST)

    def text(self) -> str:
        """Its text; BrokenContent when that is not UTF-8."""
        try:
            return self.content().decode("utf-8-sig")
        except UnicodeDecodeError as error:
            problem = "это не текст в кодировке UTF-8. Откройте файл и сохраните его в UTF-8"
            raise BrokenContent(f"{self.shown}: {problem}") from error


@dataclass(frozen=True, slots=True)
class Shelf:
    """One part of the content: the shipped `root`, and what may stand in an authority's own folder of that name."""

    part: str
    root: Traversable
    endings: tuple[str, ...]  # of the files in the folders; those of letters and pictures are no slugs
    folders: Collection[str] = ()  # empty: any slug
    beside: tuple[str, ...] = ()  # files next to the folders

    def shipped(self) -> dict[str, ContentFile]:
        """The shipped files by place: «grounds/secret.toml», «shared.toml»."""
        found = {name: self.root / name for name in self.beside}
        for folder in sorted(self.root.iterdir(), key=lambda entry: entry.name):
            if folder.is_dir() and not folder.name.startswith("_"):
                for file in sorted(folder.iterdir(), key=lambda entry: entry.name):
                    if file.name.endswith(self.endings):
                        found[f"{folder.name}/{file.name}"] = file
        return {place: ContentFile(path, f"{self.part}/{place}") for place, path in found.items()}

    def own(self, home: Path | None) -> dict[str, ContentFile]:
        """The authority's own files by place; BrokenContent names what does not belong there."""
        if home is None or not is_folder(home / self.part):
            return {}
        found: dict[str, Path] = {}
        for entry in _entries(home / self.part):
            if is_folder(entry):
                self._check_folder(entry)
                found |= {f"{entry.name}/{file.name}": file for file in self._files(entry)}
            elif entry.name in self.beside:
                found[entry.name] = entry
            else:
                _stray(entry, f"такой файл кладут не сюда, а в папку внутри {self.part}/")
        return {place: ContentFile(path, str(path), str(path)) for place, path in found.items()}

    def _check_folder(self, folder: Path) -> None:
        if self.folders and folder.name not in self.folders:
            hint = _did_you_mean(folder.name, self.folders)
            _stray(folder, f"такой папки в {self.part}/ быть не может.{hint} Можно: {', '.join(self.folders)}")
        if not self.folders and not _SLUG.issuperset(folder.name):
            _stray(folder, "имя папки – латинские строчные буквы, цифры и знак «_»")

    def _files(self, folder: Path) -> Iterator[Path]:
        for file in _entries(folder):
            if is_folder(file):
                _stray(file, "внутри этой папки других папок быть не может")
            if not file.name.endswith(self.endings):
                _stray(file, f"здесь лежат только файлы {', '.join(self.endings)}")
            if file.suffix == ".toml" and not _SLUG.issuperset(file.stem):
                _stray(file, "имя файла – латинские строчные буквы, цифры и знак «_»")
            yield file


def own_folder() -> Path | None:
    """The folder of an authority's own content, or None; CannotRun when it is not there, or holds what is none."""
    named = os.environ.get(VARIABLE, "").strip()
    return _checked(Path(named).absolute()) if named else None


@cache
def _checked(home: Path) -> Path:
    try:
        entries = _entries(home)
    except CannotRun as error:
        raise CannotRun(f"{VARIABLE}: {error}. Новую папку с образцами сделает answer-builder init ПАПКА") from error
    for entry in entries:
        if entry.name not in PARTS:
            hint = _did_you_mean(entry.name, PARTS)
            _stray(entry, f"в папке со своим содержанием этого быть не может.{hint} Можно: {', '.join(PARTS)}")
        if not is_folder(entry):
            _stray(entry, "это файл, а нужна папка")
    return home


def _entries(folder: Path) -> list[Path]:
    """What stands in a folder, by name, without notes, hidden files and what programs leave behind."""
    try:
        found = sorted(folder.iterdir())
    except OSError as error:
        raise CannotRun(f"{folder}: {_REASONS.get(type(error), 'папку не удалось прочитать')}") from error
    return [entry for entry in found if not _is_left_aside(entry)]


def _is_left_aside(entry: Path) -> bool:
    name = entry.name.lower()
    if name.endswith(".toml.txt"):
        _stray(entry, "к имени приписано «.txt» (так делает Блокнот): переименуйте файл, чтобы имя кончалось на .toml")
    return name.startswith((".", "~$")) or name.endswith(_NOTES) or name in _LEFT_BY_SYSTEMS


def _stray(entry: Path, problem: str) -> NoReturn:
    raise BrokenContent(f"{entry}: {problem}")


def _did_you_mean(name: str, options: Collection[str]) -> str:
    close = get_close_matches(name.lower(), options, n=1, cutoff=0.6)
    return f" Возможно, вы имели в виду «{close[0]}»?" if close else ""
