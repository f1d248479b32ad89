"""A sound letterhead and ways to spoil it."""

import io
import zipfile
from collections.abc import Callable, Mapping
from html import escape

import pytest
from docx import Document

from answer_builder import authorities
from answer_builder.letter.letterhead_check import Remark, check_letterhead

BODY = "word/document.xml"


@pytest.fixture(scope="session")
def shipped() -> bytes:
    """The corner letterhead of the shipped body: the check has nothing to say about it."""
    return authorities.shipped_letterhead()


@pytest.fixture
def changed(shipped) -> Callable[..., bytes]:
    """The letterhead with parts added, replaced (bytes) or edited (pairs of texts)."""

    def change(parts: Mapping[str, bytes | tuple[str, str]], *, of: bytes = shipped) -> bytes:
        with zipfile.ZipFile(io.BytesIO(of)) as archive:
            contents = {name: archive.read(name) for name in archive.namelist()}
        for name, new in parts.items():
            if isinstance(new, bytes):
                contents[name] = new
            else:
                text = contents[name].decode()
                assert new[0] in text, new[0]
                contents[name] = text.replace(*new).encode()
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in contents.items():
                archive.writestr(name, content)
        return stream.getvalue()

    return change


@pytest.fixture
def with_paragraphs(shipped) -> Callable[..., bytes]:
    """The letterhead with more paragraphs at its end; a tuple is the runs of one."""

    def add(*paragraphs: str | tuple[str, ...]) -> bytes:
        word = Document(io.BytesIO(shipped))
        for runs in paragraphs:
            added = word.add_paragraph()
            for run in (runs,) if isinstance(runs, str) else runs:
                added.add_run(run)
        stream = io.BytesIO()
        word.save(stream)
        return stream.getvalue()

    return add


@pytest.fixture
def remarks() -> Callable[..., list[Remark]]:
    """What the check says, advice left out."""

    def check(template: bytes, **how) -> list[Remark]:
        return [remark for remark in check_letterhead(template, **how) if remark.level != "info"]

    return check


SHORT_FORM = (
    "{{ restriction }}",
    "{{ authority_name }}",
    "{{ authority_address }}",
    "тел. {{ authority_phone }}",
    "{{ authority_email }}",
    "{{ authority_site }}",
    "{{ letter_date }} № ____________",
    "На № {{ reference_number }} от {{ reference_date }}",
    "{{ addressee }}",
    "{{ heading }}",
    "{{ greeting }}",
    "{{ text }}",
    "{{ closing }}",
    "{{ attachments }}",
    "{{ signatory_position }}, {{ signatory_name }}",
    "{{ executor_mark }}",
)


@pytest.fixture
def short(changed) -> Callable[..., bytes]:
    """A letterhead of bare tags, a paragraph each; an edit replaces one text in it by another."""

    def build(*edit: str) -> bytes:
        lines = "\n".join(SHORT_FORM)
        if edit:
            assert edit[0] in lines, edit[0]
            lines = lines.replace(*edit)
        paragraphs = "".join(
            f"<w:p><w:r><w:t>{escape(line, quote=False)}</w:t></w:r></w:p>" for line in lines.split("\n")
        )
        with zipfile.ZipFile(io.BytesIO(authorities.shipped_letterhead())) as archive:
            document = archive.read(BODY).decode()
        start, end = document.index("<w:body>") + len("<w:body>"), document.rindex("<w:sectPr>")
        return changed({BODY: (document[:start] + paragraphs + document[end:]).encode()})

    return build
