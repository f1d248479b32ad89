"""The baseline of `check`: read, applied to all files together, written, and told about."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from answer_builder.errors import CannotRun

if TYPE_CHECKING:
    from answer_builder.lint import Baseline
    from answer_builder.lint.reports.checked import Checked
    from answer_builder.model import Finding

LARGEST = 5_000_000  # bytes; an entry has about 250
SHOWN = 5  # entries that occur no more


@dataclass(frozen=True, slots=True)
class Baselines:
    """The list that silences, and the file to write one to with the reason for what is new in it.

    `old` is what stands in that file already: reasons and dates of remarks that are still there stay.
    """

    known: "Baseline"
    target: Path | None
    old: "Baseline"
    reason: str

    @property
    def listed(self) -> "Baseline":
        """Every entry of both lists."""
        from answer_builder.lint import Baseline

        return Baseline((*self.known.entries, *self.old.entries))


def read_baselines(source: Path | None, target: Path | None, reason: str | None) -> Baselines:
    """What the three options say; CannotRun when they do not fit together or a list cannot be read."""
    from answer_builder.lint import Baseline

    reason = " ".join((reason or "").split())
    if target and not reason:
        raise CannotRun('--write-baseline: напишите, почему замечания остаются: --reason "…"')
    if reason and not target:
        raise CannotRun("--reason – это причина для нового базового списка: укажите и --write-baseline ФАЙЛ")
    known = _read(source) if source else Baseline()
    old = Baseline()
    if target and target.exists():
        try:
            old = _read(target)
        except CannotRun as error:
            raise CannotRun(f"{error}\n--write-baseline: этот файл не перезаписан, выберите другое имя") from error
    if source and target and target.exists() and source.samefile(target):
        known = Baseline()
    return Baselines(known, target, old, reason)


def silence_known(
    lists: Baselines,
    files: Sequence["Checked"],
    keeps: "Callable[[Finding], bool]",
    *,
    is_all_read: bool,
    is_grammar_read: bool,
) -> "tuple[list[Checked], list[str]]":
    """The files with the known findings marked, and what to say of it; writes the list when asked to.

    What is written is what the check is about; of files that were not all read there would be half a list.
    """
    files, used = _applied(lists.known, files)
    gone = _gone(lists.known, used, is_grammar_read)
    said: list[str] = []
    if lists.target and not is_all_read:
        raise CannotRun(f"{lists.target}: базовый список не записан, потому что прочитаны не все файлы")
    if lists.target:
        files, said = _written(lists, lists.target, files, keeps, is_grammar_read)
    said += _counted(files)
    return files, [*said, *_no_more(gone)] if is_all_read else said


def _written(
    lists: Baselines,
    target: Path,
    files: "list[Checked]",
    keeps: "Callable[[Finding], bool]",
    is_grammar_read: bool,
) -> "tuple[list[Checked], list[str]]":
    """The list in its file: what stood there and is still found, and what is new; both are marked as known."""
    from answer_builder.lint import Baseline, baseline_bytes
    from answer_builder.lint.level_words import counted_findings
    from answer_builder.whole_file import write_whole

    files, used = _applied(lists.old, files)
    found = (finding for file in files for finding in file.findings if keeps(finding))
    new = Baseline().with_new(found, reason=lists.reason, day=date.today())
    gone = _gone(lists.old, used, is_grammar_read)
    kept = lists.old.without(gone)
    written = Baseline((*kept.entries, *new.entries))
    write_whole(target, baseline_bytes(written))
    left_out = f", убрано {gone.count}" if gone.count else ""
    said = f"Базовый список {target}: {counted_findings(written.count)}, из них новых {new.count}{left_out}."
    return _applied(new, files)[0], [said]


def _gone(baseline: "Baseline", used: "Baseline", is_grammar_read: bool) -> "Baseline":
    """What the files no more have; nobody knows of LanguageTool's remarks where it has not read them."""
    left = baseline.without(used)
    known = (entry for entry in left.entries if is_grammar_read or not entry.rule.startswith("languagetool."))
    return replace(left, entries=tuple(known))


def _counted(files: "Iterable[Checked]") -> Iterator[str]:
    """How many remarks of which list are not shown."""
    from answer_builder.letter.russian_dates import in_words
    from answer_builder.lint.level_words import counted_findings

    why = (finding.suppressed_by for file in files for finding in file.findings)
    count = Counter((known.date, known.reason) for known in why if known and known.by == "baseline")
    for (day, reason), number in sorted(count.items()):
        of_day = in_words(date.fromisoformat(day))
        yield f"По базовому списку не показано {counted_findings(number)}, список от {of_day}: {reason}"


def _no_more(gone: "Baseline") -> Iterator[str]:
    from answer_builder.lint.level_words import counted_findings

    if gone.entries:
        some = ", ".join(f"«{entry.words}» [{entry.rule}]" for entry in sorted(gone.entries)[:SHOWN])
        more = f" и ещё {len(gone.entries) - SHOWN}" if len(gone.entries) > SHOWN else ""
        found = f"В базовом списке есть {counted_findings(gone.count)}, которых в этих файлах нет"
        yield f"{found}: {some}{more}. Список можно сократить"


def _read(path: Path) -> "Baseline":
    from answer_builder.lint import read_baseline
    from answer_builder.whole_file import read_whole

    return read_baseline(read_whole(path, largest=LARGEST), str(path))


def _applied(baseline: "Baseline", files: "Iterable[Checked]") -> "tuple[list[Checked], Baseline]":
    files = list(files)
    marked, used = baseline.applied(file.findings for file in files)
    return [replace(file, findings=findings) for file, findings in zip(files, marked, strict=True)], used
