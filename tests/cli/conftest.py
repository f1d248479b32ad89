import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
COMMAND = Path(sys.executable).with_name("answer-builder")


@pytest.fixture
def run(tmp_path, request):
    """Runs the installed command in an empty folder, as a person would; text in, text out.

    A check asks the one LanguageTool of all tests, or each would start its own for seconds.
    """

    def call(*arguments, text=None, cwd=tmp_path, env=None, **more):
        if arguments[0] == "check" and "LANGUAGETOOL_URL" not in (env or {}):
            env = (env or {}) | {"LANGUAGETOOL_URL": request.getfixturevalue("languagetool")}
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
