"""A list of remarks that are known and left alone for now: each with its reason, its date and how often it occurs."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from answer_builder.content_table import Table, read_toml
from answer_builder.errors import CannotRun
from answer_builder.lint.suppression.silencing import may_be_silenced
from answer_builder.model import Finding, Suppression
from answer_builder.plain_text import shown

FORMAT = 1
_HEAD = """\
# Базовый список: замечания, о которых известно и которые пока оставлены. Новые замечания он не скрывает.
# Составлен командой answer-builder check … --write-baseline. Убирать записи можно, дописывать лучше командой.
"""


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """So many findings of one rule on the same words in the same sentence, wherever it stands."""

    rule: str
    words: str
    fingerprint: str
    day: date
    reason: str
    times: int


@dataclass(frozen=True, slots=True)
class Baseline:
    """The entries of a list."""

    entries: tuple[Entry, ...] = ()

    def applied(self, files: Iterable[Sequence[Finding]]) -> tuple[list[tuple[Finding, ...]], "Baseline"]:
        """The findings of each file, the known ones marked as suppressed; and the entries that did so, as often."""
        left = {entry: entry.times for entry in self.entries}
        by_fingerprint: dict[tuple[str, str], list[Entry]] = {}
        for entry in self.entries:
            by_fingerprint.setdefault((entry.rule, entry.fingerprint), []).append(entry)
        marked = []
        for findings in files:
            known = []
            for finding in findings:
                entries = by_fingerprint.get((finding.rule, finding.fingerprint), ())
                known_entry = next((entry for entry in entries if left[entry]), None)
                if known_entry is None or finding.suppressed or not may_be_silenced(finding):
                    known.append(finding)
                    continue
                left[known_entry] -= 1
                why = Suppression("baseline", known_entry.reason, date=known_entry.day.isoformat())
                known.append(replace(finding, suppressed=True, suppressed_by=why))
            marked.append(tuple(known))
        used = (replace(entry, times=entry.times - left[entry]) for entry in self.entries)
        return marked, Baseline(tuple(entry for entry in used if entry.times))

    def without(self, used: "Baseline") -> "Baseline":
        """What is left of the entries when those used are taken away."""
        times = {replace(entry, times=0): entry.times for entry in used.entries}
        left = (replace(entry, times=entry.times - times.get(replace(entry, times=0), 0)) for entry in self.entries)
        return Baseline(tuple(entry for entry in left if entry.times))

    def with_new(self, findings: Iterable[Finding], *, reason: str, day: date) -> "Baseline":
        """The same with the open findings added; what the law demands is never in a list."""
        count = Counter(
            (finding.rule, shown(finding.match or finding.message), finding.fingerprint)
            for finding in findings
            if not finding.suppressed and may_be_silenced(finding)
        )
        new = (Entry(*what, day, reason, times) for what, times in count.items())
        return Baseline((*self.entries, *new))

    @property
    def count(self) -> int:
        """How many findings the list stands for."""
        return sum(entry.times for entry in self.entries)


def read_baseline(content: bytes, name: str) -> Baseline:
    """The list in a file's bytes; CannotRun names the file, the line and the field that is wrong."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise CannotRun(f"{name}, строка {line}: это не текст в кодировке UTF-8") from error
    table = read_toml(name, text)
    if "format" not in table:
        raise CannotRun(f"{name}: это не базовый список, в нём нет поля «format»")
    if (form := table.integer("format")) != FORMAT:
        newer = "список составлен более новой программой: обновите её" if form > FORMAT else "такого вида нет"
        table.fail("format", f"вид {form}, а эта программа читает {FORMAT}; {newer} или составьте список заново")
    entries = tuple(map(_entry, table.tables("findings")))
    table.close()
    return Baseline(_once(entries))


def baseline_bytes(baseline: Baseline) -> bytes:
    """The list as a file: the same entries give the same bytes."""
    lines = [_HEAD, f"format = {FORMAT}\n"]
    for entry in sorted(_once(baseline.entries)):
        texts = {"rule": entry.rule, "words": entry.words, "fingerprint": entry.fingerprint, "reason": entry.reason}
        lines.append("\n[[findings]]\n")
        lines += [f"{key} = {_quoted(value)}\n" for key, value in texts.items()]
        lines.append(f"date = {entry.day.isoformat()}\ntimes = {entry.times}\n")
    return "".join(lines).encode("utf-8")


def _entry(table: Table) -> Entry:
    rule, fingerprint, reason = (table.text(key) for key in ("rule", "fingerprint", "reason"))
    words = table.text("words", "")  # two spaces are words of a remark as well
    day, times = table.day("date"), table.integer("times", 1)
    if times < 1:
        table.fail("times", "нужно число от 1")
    table.close()
    return Entry(rule, words, fingerprint, day, reason, times)


def _once(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Entries that differ in their number alone as one."""
    times: Counter[Entry] = Counter()
    for entry in entries:
        times[replace(entry, times=0)] += entry.times
    return tuple(replace(entry, times=number) for entry, number in times.items())


def _quoted(text: str) -> str:
    """A TOML string of printable characters."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
