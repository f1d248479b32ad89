"""The style check of a letter of 700 words by our own rules: warm and from a cold start."""

import json
import resource
import subprocess
import sys
from pathlib import Path
from statistics import median
from time import perf_counter

from answer_builder.lint import all_rules, check
from answer_builder.lint.engine import check_with

CLEAN = Path(__file__).parents[1] / "tests/data/lint/clean.jsonl"
WORDS, SENTENCES_A_PARAGRAPH, RUNS = 700, 6, 20
COLD = "import sys; from answer_builder.lint import check; check(sys.stdin.read())"


def figures() -> str:
    """Milliseconds, letters an hour on one core, and megabytes at the most."""
    text = letter()
    warm = sorted(_milliseconds(text) for _ in range(RUNS + 1))[:RUNS]
    retyped = [_retyped_milliseconds(text, run) for run in range(RUNS)]
    cold = sorted(_cold_milliseconds(text) for _ in range(RUNS // 4))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return "\n".join(
        [
            f"words in the letter   {len(text.split()):8}",
            f"warm, ms              {warm[0]:8.1f} fastest {median(warm):8.1f} median",
            f"cold process, ms      {cold[0]:8.0f} fastest {median(cold):8.0f} median",
            f"a paragraph retyped   {min(retyped):8.1f} fastest {median(retyped):8.1f} median",
            f"letters an hour       {3_600_000 / median(warm):8.0f}",
            f"memory, MB            {memory:8.0f}",
        ]
    )


def letter() -> str:
    """Clean sentences in paragraphs, as many as make a letter of two pages."""
    paragraphs: list[list[str]] = [[]]
    for line in CLEAN.read_text("utf-8").splitlines():
        if len(paragraphs[-1]) == SENTENCES_A_PARAGRAPH:
            paragraphs.append([])
        paragraphs[-1].append(json.loads(line)["text"])
        if sum(len(sentence.split()) for paragraph in paragraphs for sentence in paragraph) >= WORDS:
            break
    return "\n".join(" ".join(paragraph) for paragraph in paragraphs)


def _milliseconds(text: str) -> float:
    """Of a letter with nothing remembered."""
    began = perf_counter()
    check_with(all_rules(), text)
    return 1000 * (perf_counter() - began)


def _retyped_milliseconds(text: str, run: int) -> float:
    """Of a letter read before, to whose middle paragraph something new was added."""
    check(text)
    paragraphs = text.split("\n")
    paragraphs[len(paragraphs) // 2] += f" Ремонт закончен {run + 1} мая."
    began = perf_counter()
    check("\n".join(paragraphs))
    return 1000 * (perf_counter() - began)


def _cold_milliseconds(text: str) -> float:
    began = perf_counter()
    subprocess.run([sys.executable, "-c", COLD], input=text, text=True, encoding="utf-8", check=True)
    return 1000 * (perf_counter() - began)
