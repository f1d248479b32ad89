"""Rules of the style checker: how many there are, and which of them could be deleted without a test failing."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from answer_builder.lint import CATEGORIES, Rule, all_rules
from answer_builder.lint.context import Context
from answer_builder.lint.kinds.phrase import Phrase, Phrases
from answer_builder.lint.kinds.regex import Patterns
from answer_builder.lint.match import Finder
from answer_builder.lint.splitting import split
from answer_builder.lint.text import Document

VOCABULARY = Path(__file__).parents[1] / "tests/data/lint/vocabulary.tsv"


def figures() -> str:
    """A table of categories, then every rule or entry that no line of the vocabulary needs."""
    by_category: defaultdict[str, Counter[str]] = defaultdict(Counter)
    idle: list[str] = []
    lines = vocabulary()
    for rule in all_rules():
        entries = list(entries_of(rule))
        by_category[rule.category].update(rules=1, entries=len(entries) or 1, words=sum(map(_words, entries)) or 1)
        if entries:
            shown = [split(example.text) for example in rule.examples if example.finds]
            idle.extend(f"{rule.id}: {written}" for written in _idle(entries, lines[rule.id], shown))
        elif not lines[rule.id]:
            idle.append(f"{rule.id} (tested apart: its kind needs more than a text)")
    total = sum(by_category.values(), Counter())
    rows = [*((category, by_category[category]) for category in CATEGORIES if category in by_category), ("all", total)]
    table = [f"{name:18} {count['rules']:5} {count['entries']:8} {count['words']:8}" for name, count in rows]
    header = f"{'':18} {'rules':>5} {'entries':>8} {'words':>8}"
    return "\n".join([header, *table, f"deleted without a test failing: {len(idle)}", *idle])


def vocabulary() -> defaultdict[str, list[Document]]:
    """Texts that each rule must find, by its id; `\\n` stands for a new paragraph."""
    lines: defaultdict[str, list[Document]] = defaultdict(list)
    for line in VOCABULARY.read_text("utf-8").splitlines():
        rule_id, text = line.split("\t")
        lines[rule_id].append(split(text.replace("\\n", "\n")))
    return lines


def entries_of(rule: Rule) -> Iterator[tuple[str, Finder]]:
    """Every phrase or expression of a rule with a finder of its own; nothing for a rule that is one whole."""
    if isinstance(rule.finder, Phrases):
        yield from ((entry.written, _alone(entry)) for entry in rule.finder.entries)
    elif isinstance(rule.finder, Patterns):
        for pattern in rule.finder.patterns:
            yield pattern.expression.pattern, replace(rule.finder, patterns=(pattern,))


def _alone(entry: Phrase) -> Phrases:
    return Phrases([entry], reads_quotes=False)


def _idle(entries: list[tuple[str, Finder]], lines: list[Document], shown: list[Document]) -> Iterator[str]:
    """Entries that are never the only one to find a line, nor certain words of a bad example of the rule."""
    needed = set()
    for line in lines:
        finding = [number for number, (_, finder) in enumerate(entries) if _spans(finder, line)]
        needed |= set(finding) if len(finding) == 1 else set()
    for example in shown:
        spans = [_spans(finder, example) for _, finder in entries]
        counts = Counter(span for found in spans for span in found)
        needed |= {number for number, found in enumerate(spans) if any(counts[span] == 1 for span in found)}
    yield from (written for number, (written, _) in enumerate(entries) if number not in needed)


def _spans(finder: Finder, text: Document) -> set[tuple[int, int]]:
    return {(match.start, match.end) for match in finder.find(text, Context())}


def _words(entry: tuple[str, Finder]) -> int:
    """Words that an entry lists: «сварганить|состряпать» are two."""
    written, finder = entry
    return 1 if isinstance(finder, Patterns) else written.count("|") + 1
