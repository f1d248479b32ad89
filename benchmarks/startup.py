"""Wall time of whole commands from a cold start, the fastest and the median of several runs."""

import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter

COMMAND = Path(sys.executable).with_name("answer-builder")
EXAMPLE = Path(__file__).parents[1] / "examples" / "solved.toml"
RUNS = 9


def figures() -> str:
    """Milliseconds of `--help`, one letter, one check, one search, and of Python itself for comparison."""
    with tempfile.TemporaryDirectory() as folder:
        letter = Path(folder) / "letter.docx"
        commands = {
            "python -c pass": [sys.executable, "-c", "pass"],
            "answer-builder --help": [COMMAND, "--help"],
            "answer-builder build": [COMMAND, "build", EXAMPLE, "-o", letter],
            "check --grammar off": [COMMAND, "check", letter, "--grammar", "off"],
            "list --search": [COMMAND, "list", "--search", "судебное решение"],
            "choose --reply": [COMMAND, "choose", "--reply", "да,да,да,да,да,нет"],
        }
        lines = [f"{'':24}{'fastest, ms':>12}{'median, ms':>12}"]
        for name, command in commands.items():
            spent = [_run(command) for _ in range(RUNS)]
            lines.append(f"{name:24}{1000 * min(spent):12.0f}{1000 * median(spent):12.0f}")
    return "\n".join(lines)


def _run(command: list[object]) -> float:
    began = perf_counter()
    subprocess.run([str(word) for word in command], capture_output=True, check=True)
    return perf_counter() - began
