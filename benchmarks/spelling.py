"""The speller: false alarms over right texts, slips of one letter found and mended, milliseconds."""

import json
import re
import sys
import tomllib
from pathlib import Path
from statistics import median
from time import perf_counter

from answer_builder.lint import all_rules
from answer_builder.lint.context import Context
from answer_builder.lint.splitting import split
from answer_builder.lint.text import Document
from benchmarks._slips import measure
from benchmarks._word_counts import ROOT, strings

SEED, SLIPS, RUNS = 59, 2_000, 9
OFFICIAL = ROOT / "tests/data/lint/official_prose.txt"


def figures() -> str:
    """Alarms by source, then slips in the official prose, whose words the ranks of suggestions do not know."""
    rows, words, unknown = [], 0, 0
    documents = {name: split(text) for name, text in texts().items()}
    for name, document in documents.items():
        found = alarms(document)
        rows.append(_row(name, count_words(document), found))
        words, unknown = words + count_words(document), unknown + found["unknown_word"]
    return "\n".join(
        [
            f"{'right texts':24} {'words':>8} {'unknown':>8} {'a 1,000':>8} {'in doubt':>8} {'others':>8}",
            *rows,
            f"{'together':24} {words:8} {unknown:8} {1000 * unknown / words:8.2f}",
            *_mended(split(OFFICIAL.read_text("utf-8"))),
        ]
    )


def texts() -> dict[str, str]:
    """Right texts of the repository by where they stand."""
    answers = (tomllib.loads(path.read_text("utf-8")) for path in sorted((ROOT / "typical_answers").rglob("*.toml")))
    clean = (ROOT / "tests/data/lint/clean.jsonl").read_text("utf-8").splitlines()
    return {
        "official prose": OFFICIAL.read_text("utf-8"),
        "typical answers": "\n".join(text for answer in answers for text in strings(answer)),
        "clean sentences": "\n".join(json.loads(line)["text"] for line in clean),
        "near to faulty": (ROOT / "tests/lint/clean_sentences.txt").read_text("utf-8"),
        "guide": re.sub(r"```.*?```|`[^`]*`", "5", (ROOT / "docs/guide.md").read_text("utf-8"), flags=re.DOTALL),
    }


def count_words(document: Document) -> int:
    """Words without numbers and links."""
    return sum(token.kind == "word" for token in document.tokens)


def alarms(document: Document) -> dict[str, int]:
    """How many places each rule of spelling finds, by the kind of rule; `in_doubt` words are asked about, no more."""
    found = {"unknown_word": 0, "in_doubt": 0, "others": 0}
    for rule in all_rules():
        if rule.category == "spelling":
            for match in rule.finder.find(document, Context()):
                unknown = "in_doubt" if match.level == "info" else "unknown_word"
                found[unknown if rule.kind == "unknown_word" else "others"] += 1
    return found


def _mended(document: Document) -> list[str]:
    counted = measure(document, SEED, SLIPS)
    return [
        f"slips of one letter      {counted['slips']:8}",
        f"found                    {counted['found'] / SLIPS:8.4f}",
        f"right suggestion first   {counted['first'] / SLIPS:8.4f}",
        f"among the suggestions    {counted['among'] / SLIPS:8.4f}",
        f"warm, ms a 1,000 words   {_milliseconds(document):8.2f}",
    ]


def _milliseconds(document: Document) -> float:
    (finder,) = (rule.finder for rule in all_rules() if rule.kind == "unknown_word")
    spent = []
    for _ in range(RUNS):
        began = perf_counter()
        list(finder.find(document, Context()))
        spent.append(1000 * (perf_counter() - began))
    return 1000 * median(spent) / count_words(document)


def _row(name: str, words: int, found: dict[str, int]) -> str:
    unknown = found["unknown_word"]
    return f"{name:24} {words:8} {unknown:8} {1000 * unknown / words:8.2f} {found['in_doubt']:8} {found['others']:8}"


if __name__ == "__main__":  # `python -m benchmarks.spelling FILE…`: the same over texts that are not ours to keep
    for path in map(Path, sys.argv[1:]):
        text = split(path.read_text("utf-8"))
        print(_row(path.name, count_words(text), alarms(text)))
        print(*_mended(text), sep="\n")
