"""The real parts the tests lean on: LibreOffice for PDF, validators for Office files and SARIF, LanguageTool."""

import json
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pytest

from answer_builder.lint.languagetool.installation import installed
from answer_builder.lint.languagetool.servers import OwnServer

for _installation in ("ANSWER_BUILDER_CONTENT", "ANSWER_BUILDER_AUTHORITY", "LANGUAGETOOL_URL"):
    os.environ.pop(_installation, None)  # the tests are about what is shipped, unless they say otherwise

VALIDATOR = Path(__file__).parent / "open_xml_validator"
SARIF_VALIDATOR = Path(__file__).parent / "sarif_validator"


@dataclass(frozen=True)
class Word:
    """One line of print in a PDF: page from 1, points from the left and from the top of the page."""

    text: str
    page: int
    left: float
    top: float
    right: float
    bottom: float


@pytest.fixture(scope="session")
def soffice(tmp_path_factory) -> Callable[[Sequence[Path]], list[Path]]:
    """Converts many files to PDF in one call of the real LibreOffice; the PDFs in the same order."""
    program = shutil.which("soffice")
    assert program, "LibreOffice is missing: make system installs it"
    profile = tmp_path_factory.mktemp("libreoffice")

    def convert(files: Sequence[Path]) -> list[Path]:
        target = tmp_path_factory.mktemp("pdf")
        subprocess.run(
            [
                program,
                f"-env:UserInstallation={profile.as_uri()}",
                "--headless",
                *("--convert-to", "pdf"),
                *("--outdir", target),
                *files,
            ],
            check=True,
            capture_output=True,
            timeout=60 + 5 * len(files),
        )
        pdfs = [target / f"{file.stem}.pdf" for file in files]
        assert all(pdf.is_file() for pdf in pdfs), "LibreOffice did not convert every file"
        return pdfs

    return convert


@pytest.fixture(scope="session")
def pdf_lines() -> Callable[[Path], list[Word]]:
    """All lines of print of a PDF with their places, in the order of the pages."""

    def lines(pdf: Path) -> list[Word]:
        found = []
        with pypdfium2.PdfDocument(pdf) as document:
            for number, page in enumerate(document, 1):
                text = page.get_textpage()
                height = page.get_height()
                for index in range(text.count_rects()):
                    left, bottom, right, top = text.get_rect(index)
                    words = text.get_text_bounded(left, bottom, right, top).strip()
                    if words:
                        found.append(Word(words, number, left, height - top, right, height - bottom))
        return found

    return lines


@pytest.fixture(scope="session")
def page_count() -> Callable[[Path], int]:
    """How many pages a PDF has."""

    def count(pdf: Path) -> int:
        with pypdfium2.PdfDocument(pdf) as document:
            return len(document)

    return count


@pytest.fixture(scope="session")
def open_xml_errors() -> Callable[[Sequence[Path]], dict[str, list[object]]]:
    """File name → errors of Microsoft's Open XML SDK validator; one process checks all files."""
    node = shutil.which("node")
    assert node, "Node.js is missing: make system installs it"
    assert (VALIDATOR / "node_modules").is_dir(), "the validator is missing: make test installs it"

    def errors(files: Sequence[Path]) -> dict[str, list[object]]:
        done = subprocess.run(
            [node, VALIDATOR / "validate.mjs", *map(str, files)],
            check=True,
            capture_output=True,
            text=True,
            timeout=120 + 5 * len(files),
        )
        report = json.loads(done.stdout)
        return {Path(path).name: report[path] for path in report}

    return errors


@pytest.fixture(scope="session")
def sarif_errors() -> Callable[[str], list[object]]:
    """What the official schema of SARIF 2.1.0 has against a log."""
    node = shutil.which("node")
    assert node, "Node.js is missing: make system installs it"
    assert (SARIF_VALIDATOR / "node_modules").is_dir(), "the schema is missing: make test installs it"

    def errors(log: str) -> list[object]:
        command = [node, SARIF_VALIDATOR / "validate.mjs"]
        done = subprocess.run(command, input=log.encode(), check=True, capture_output=True, timeout=60)
        return list(json.loads(done.stdout))

    return errors


@pytest.fixture(scope="session")
def languagetool() -> Iterator[str]:
    """Address of a real LanguageTool server, started once for all tests."""
    server = OwnServer(installed())  # NotThere: make languagetool, make system
    yield server.address(patience=120)
    server.stop()


@dataclass(frozen=True)
class OwnContent:
    """An authority's own content folder, in force."""

    home: Path

    def put(self, place: str, content: str | bytes) -> Path:
        path = self.home / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path


@pytest.fixture
def own(tmp_path, monkeypatch) -> OwnContent:
    """An empty own folder that ANSWER_BUILDER_CONTENT names, also for programs the test starts."""
    home = tmp_path / "своё содержание"
    home.mkdir()
    monkeypatch.setenv("ANSWER_BUILDER_CONTENT", str(home))
    return OwnContent(home)
