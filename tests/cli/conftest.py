import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
COMMAND = Path(sys.executable).with_name("answer-builder")


@pytest.fixture
def run(tmp_path):
    """Runs the installed command in an empty folder, as a person would; text in, text out."""

    def call(*arguments, text=None, cwd=tmp_path, env=None, **more):
        return subprocess.run(
            [COMMAND, *map(str, arguments)],
            input=text,
            capture_output=True,
            encoding="utf-8",
            check=False,
            cwd=cwd,
            env=os.environ | {"PYTHONWARNINGS": "error"} | (env or {}),
            **more,
        )

    return call


@pytest.fixture
def example():
    """Path of a shipped example case."""
    return lambda name: ROOT / "examples" / f"{name}.toml"
