"""The wheel makes a letter in an empty environment, away from the checkout."""

import subprocess
import sys
import venv
import zipfile
from importlib import metadata
from pathlib import Path

from docx import Document
from packaging.requirements import Requirement

ROOT = Path(__file__).parent.parent


def required(distribution):
    """Names of everything the distribution needs at run time, by the wheels' own metadata."""
    found, waiting = set(), [distribution]
    while waiting:
        for line in metadata.requires(waiting.pop()) or ():
            need = Requirement(line)
            if need.name not in found and (need.marker is None or need.marker.evaluate({"extra": ""})):
                found.add(need.name)
                waiting.append(need.name)
    return found


def test_the_wheel_makes_a_letter_away_from_the_checkout(tmp_path):
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", tmp_path, ROOT],
        check=True,
        capture_output=True,
    )
    (wheel,) = tmp_path.glob("*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    assert not [name for name in names if name.startswith(("tests/", "benchmarks/", "docs/"))]

    home = tmp_path / "environment"
    venv.create(home, with_pip=True)
    # its own packages come from the wheel; what it says it needs, and nothing else, from this environment
    pip = [home / "bin" / "python", "-m", "pip", "install", "--quiet", "--no-deps", wheel]
    subprocess.run(pip, check=True, capture_output=True)
    (packages,) = (home / "lib").glob("python*/site-packages")
    (ours,) = Path(sys.executable).parent.parent.glob("lib/python*/site-packages")
    for library in required("answer-builder"):
        for top in {file.parts[0] for file in metadata.files(library) or ()} - {".."}:
            if not (packages / top).exists():
                (packages / top).symlink_to(ours / top)

    case = tmp_path / "case.toml"
    case.write_bytes((ROOT / "examples" / "solved.toml").read_bytes())
    letter = tmp_path / "letter.docx"
    subprocess.run(
        [home / "bin" / "answer-builder", "build", case, "-o", letter],
        check=True,
        capture_output=True,
        cwd=tmp_path,
    )
    report = [home / "bin" / "answer-builder", "check", letter, "--grammar", "off", "--format", "html"]
    page = subprocess.run(report, check=True, capture_output=True, cwd=tmp_path).stdout
    assert page.startswith(b"<!DOCTYPE html>")
    subprocess.run([home / "bin" / "answer-builder", "init", tmp_path / "own"], check=True, capture_output=True)
    assert (tmp_path / "own" / "letter_templates" / "my_authority" / "letterhead_corner.docx").is_file()
    words = "\n".join(paragraph.text for paragraph in Document(str(letter)).paragraphs)
    assert "Уважаемая Мария Петровна!" in words
    for room in ("answer_builder", "letter_templates", "typical_answers", "web"):
        assert (packages / room / "__init__.py").is_file()
