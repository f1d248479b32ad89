"""The style check of a letter of 700 words by our own rules: warm and from a cold start."""

import json
import os
import subprocess
import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import process_time

from answer_builder.lint import all_rules, check
from answer_builder.lint.engine import check_with

CLEAN = Path(__file__).parents[1] / "tests/data/lint/clean.jsonl"
WORDS, SENTENCES_A_PARAGRAPH, RUNS = 700, 6, 20
COLD = """
import resource, sys
from answer_builder.lint import check
check(sys.stdin.read())
usage = resource.getrusage(resource.RUSAGE_SELF)
print(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)
"""


def figures() -> str:
    """Milliseconds of the processor, letters an hour on one core, megabytes at the most."""
    text = letter()
    check_with(all_rules(), text)
    warm = sorted(_milliseconds(_another(text, run)) for run in range(RUNS))
    retyped = sorted(_retyped_milliseconds(text, run) for run in range(RUNS))
    first, cold, memory = _cold(text)
    return "\n".join(
        [
            f"words in the letter         {len(text.split()):8}",
            f"warm, ms                    {warm[0]:8.1f} fastest {median(warm):8.1f} median",
            f"a paragraph retyped, ms     {retyped[0]:8.1f} fastest {median(retyped):8.1f} median",
            f"letters an hour             {3_600_000 / warm[0]:8.0f} fastest {3_600_000 / median(warm):8.0f} median",
            f"cold process, ms            {cold[0]:8.0f} fastest {median(cold):8.0f} median",
            f"the first one ever, ms      {first:8.0f}",
            f"memory of such a process, MB{memory:8.0f}",
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


def _another(text: str, run: int) -> str:
    """A letter of which no paragraph was read before."""
    return "\n".join(f"{paragraph} Ремонт № {run} закончен." for paragraph in text.split("\n"))


def _milliseconds(text: str) -> float:
    began = process_time()
    check_with(all_rules(), text)
    return 1000 * (process_time() - began)


def _retyped_milliseconds(text: str, run: int) -> float:
    """Of a letter read before, to whose middle paragraph something new was added."""
    check(text)
    paragraphs = text.split("\n")
    paragraphs[len(paragraphs) // 2] += f" Ремонт закончен {run + 1} мая."
    began = process_time()
    check("\n".join(paragraphs))
    return 1000 * (process_time() - began)


def _cold(text: str) -> tuple[float, list[float], float]:
    """Of processes that only check one letter: the first one, the others, and the memory of the largest.

    The first one leaves behind what Python compiled of the program and what the checker worked out of its rules.
    """
    with TemporaryDirectory() as folder:
        usual = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        environment = {**usual, "PYTHONPYCACHEPREFIX": f"{folder}/python", "XDG_CACHE_HOME": folder}
        runs = [_run_cold(text, environment) for _ in range(1 + RUNS // 2)]
    first, *others = (1000 * seconds for seconds, _ in runs)
    return first, sorted(others), max(memory for _, memory in runs)


def _run_cold(text: str, environment: dict[str, str]) -> tuple[float, float]:
    """Seconds of the processor and megabytes."""
    run = subprocess.run(
        [sys.executable, "-c", COLD],
        input=text,
        text=True,
        encoding="utf-8",
        check=True,
        env=environment,
        capture_output=True,
    )
    seconds, memory = map(float, run.stdout.split())
    return seconds, memory
