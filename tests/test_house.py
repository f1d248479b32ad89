"""The house stands on its floors, and everything in it is named and written as agreed."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SOURCES = sorted([*ROOT.glob("answer_builder/**/*.py"), *ROOT.glob("web/**/*.py")])


def test_a_room_leans_only_on_lower_floors():
    """The contracts stand in pyproject.toml; the same command is a part of `make lint`."""
    linter = Path(sys.executable).with_name("lint-imports")
    command = [linter, "--config", ROOT / "pyproject.toml"]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_opens_with_what_it_is_for(source):
    first = source.read_text(encoding="utf-8").lstrip()
    assert first.startswith('"""'), f"{source}: no docstring"


def test_no_file_is_named_after_nothing():
    nameless = [path.name for path in SOURCES if path.stem in ("utils", "helpers", "common", "misc")]
    assert not nameless


def test_content_is_read_through_its_own_room():
    """Only catalogue/ opens typical_answers/, only authorities/ opens letter_templates/."""
    for content, room in (("typical_answers", "catalogue"), ("letter_templates", "authorities")):
        readers = [
            path.relative_to(ROOT).parts[1]
            for path in SOURCES
            if f'files("{content}")' in path.read_text(encoding="utf-8")
        ]
        assert set(readers) == {room}


def test_requirements_carry_hashes_and_no_index_address():
    for name in ("requirements.txt", "requirements-dev.txt"):
        text = (ROOT / name).read_text(encoding="utf-8")
        assert "--hash=sha256:" in text
        assert "://" not in text
