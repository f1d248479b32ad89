"""The house stands on its floors, and everything in it is named and written as agreed."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SOURCES = sorted([*ROOT.glob("answer_builder/**/*.py"), *ROOT.glob("web/**/*.py")])


# Libraries that one room keeps to itself; the floors are told to import-linter in pyproject.toml (`make lint`).
ONLY_IMPORTERS = {
    "docxtpl": {"letter"},
    "jinja2": {"letter", "lint"},
    "docx": {"letter", "review"},
    "pytrovich": {"names"},
    "dawg_python": {"morphology.py"},
    "pymorphy3": {"morphology.py"},
    "pymorphy3_dicts_ru": {"morphology.py"},
    "holidays": {"calendars"},
    "language_tool_python": {"lint"},
    "markdown_it": {"lint"},
    "sqlalchemy": {"register"},
    "click": {"cli"},
    "rich": {"cli", "lint"},
    "flask": {"web"},
    "flask_wtf": {"web"},
    "waitress": {"cli"},
}


def imported(source):
    for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield (node.module or "").split(".")[0]


def room(source):
    parts = source.relative_to(ROOT).parts
    return parts[1] if parts[0] == "answer_builder" else parts[0]


@pytest.mark.parametrize("library", ONLY_IMPORTERS)
def test_a_library_is_known_to_its_room_alone(library):
    strangers = {room(source) for source in SOURCES if library in imported(source)} - ONLY_IMPORTERS[library]
    assert not strangers


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
