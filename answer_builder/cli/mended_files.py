"""What `check --fix` and `check --diff` do to the files: mend them, write them back or show the difference."""

import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from difflib import unified_diff
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from answer_builder.lint import Baseline, Choice, Silencing
    from answer_builder.lint.mending import MendedFile
    from answer_builder.lint.reports.checked import Checked
    from answer_builder.model import Finding, Silence

STDIN = "-"
_COLOURS = {"+": "green", "-": "red", "@": "cyan"}
_SEEN_NO_BREAK = "°"  # as Word shows it


@dataclass(frozen=True, slots=True)
class Mending:
    """Which remarks are mended, which a list leaves, whether files are written, what was made of each file so far."""

    choice: "Choice"
    known: "Baseline"
    fixes: bool
    previews: bool
    _files: "dict[str, MendedFile]" = field(default_factory=dict)

    @property
    def is_wanted(self) -> bool:
        """True when there is mending at all."""
        return self.fixes or self.previews

    @property
    def takes_stdout(self) -> bool:
        """True when the standard output is for the difference or for the mended text."""
        return self.previews or STDIN in self._files

    def mend(self, name: str, content: bytes, suffix: str, silences: "Iterable[Silence]") -> bytes:
        """The bytes of the mended file; nothing is written yet."""
        from answer_builder.lint.mending import fixable, mend_file

        taken_back = tuple(silences)
        listed: set[tuple[str, str, int]] | None = None

        def look(text: str, silencing: "Silencing") -> "Iterator[Finding]":
            nonlocal listed
            found = fixable(text, silencing.also(taken_back))
            if listed is None:  # mending another word of the sentence makes it one that the list does not know
                (marked,), _ = self.known.applied([found])
                listed = {_place(finding) for finding in marked if finding.suppressed}
            return (finding for finding in found if self.choice.keeps(finding) and _place(finding) not in listed)

        mended = mend_file(
            content, suffix, name=f"Файл «{name}»", look=look, mends_unseen=self.choice.has_category("typography")
        )
        self._files[name] = mended
        return mended.content

    def deliver(self, name: str) -> None:
        """Write the file, print the standard input mended, or print the difference; a file nothing changed in stays."""
        from answer_builder.whole_file import rewrite_whole

        if not self.is_wanted:
            return
        mended = self._files[name]
        if self.previews:
            _print_difference(name, mended.before, mended.after)
        elif name == STDIN:
            sys.stdout.buffer.write(mended.content)
            sys.stdout.buffer.flush()
        elif mended.done.fixes:
            rewrite_whole(Path(name), mended.content)

    def tell(self, files: "Iterable[Checked]") -> None:
        """To stderr, for each file: what was mended, how many remarks remain, what was left and why."""
        for file in files if self.is_wanted else ():
            click.echo(self._summary(file.path, len(file.open_findings)), err=True)

    def _summary(self, name: str, remaining: int) -> str:
        """«Исправлено: 2 (лишний пробел – 1, знак номера – 1); осталось замечаний: 3.»"""
        done = self._files[name].done
        kinds = _counted({title[:1].lower() + title[1:]: count for title, count in done.fixes.items()})
        what, rest = ("Можно исправить", "останется") if self.previews else ("Исправлено", "осталось")
        mended = f"{what}: {done.fixes.total()} ({kinds})" if kinds else "Исправлять нечего"
        left = _counted(Counter(why for _, why in done.left))
        file = "Стандартный ввод" if name == STDIN else name
        return f"{file}: {mended}; {rest} замечаний: {remaining}." + (f" Не тронуто: {left}." if left else "")


def _place(finding: "Finding") -> tuple[str, str, int]:
    return finding.rule, finding.match, finding.paragraph


def _counted(counts: "dict[str, int] | Counter[str]") -> str:
    return ", ".join(
        f"{what} – {count}" for what, count in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    )


def _print_difference(name: str, before: str, after: str) -> None:
    if before == after:
        return
    is_coloured = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    for line in unified_diff(_lines(before), _lines(after), name, name, lineterm=""):
        if not is_coloured:
            click.echo(line)
            continue
        shown = line.replace("\N{NO-BREAK SPACE}", _SEEN_NO_BREAK)
        click.secho(shown, fg=_COLOURS.get(line[0]), bold=line.startswith(("+++", "---")))


def _lines(text: str) -> list[str]:
    """The lines; a last one without an end says so as `diff` does."""
    lines = text.split("\n")
    return lines[:-1] if not lines[-1] else [*lines[:-1], f"{lines[-1]}\n\\ No newline at end of file"]
