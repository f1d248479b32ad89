"""The directory of an archive is read as the standard library reads it, whichever way the archive was made."""

import io
import zipfile

import pytest

from answer_builder.zip_directory import Member, read_directory


def archive(names: tuple[str, ...] = ("word/document.xml", "word/styles.xml"), comment: bytes = b"") -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as opened:
        for name in names:
            opened.writestr(name, f"{name} " * 50)
        opened.comment = comment
    return stream.getvalue()


def streamed() -> bytes:
    """Sizes stand after the members, as programs write that cannot go back."""
    stream = io.BytesIO()
    stream.seekable = lambda: False
    with zipfile.ZipFile(stream, "w") as opened, opened.open("word/document.xml", "w") as part:
        part.write(b"<a/>")
    return stream.getvalue()


def great() -> bytes:
    """A part whose sizes are written as ZIP64."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as opened, opened.open("word/document.xml", "w", force_zip64=True) as part:
        part.write(b"<a/>")
    return stream.getvalue()


def by_the_standard_library(content: bytes) -> list[Member]:
    with zipfile.ZipFile(io.BytesIO(content)) as opened:
        return [
            Member(i.filename, i.flag_bits, i.compress_type, i.CRC, i.compress_size, i.file_size, i.header_offset)
            for i in opened.infolist()
        ]


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(archive(), id="usual"),
        pytest.param(archive(names=()), id="empty"),
        pytest.param(archive(names=("письмо.xml", "a.xml")), id="Russian name"),
        pytest.param(archive(comment="бланк".encode()), id="comment"),
        pytest.param(b"#!/bin/sh\n" + archive(), id="something before"),
        pytest.param(archive() + archive(), id="two archives"),
        pytest.param(streamed(), id="sizes after members"),
        pytest.param(great(), id="ZIP64"),
    ],
)
def test_members_are_those_the_standard_library_finds(content: bytes) -> None:
    assert read_directory(content) == by_the_standard_library(content)


@pytest.mark.parametrize("place", range(1, 160))
def test_a_directory_with_a_wrong_byte_is_never_read_in_another_way(place: int) -> None:
    content = bytearray(archive())
    content[-place] ^= 0x55
    spoiled = bytes(content)
    try:
        expected = by_the_standard_library(spoiled)
    except (zipfile.BadZipFile, NotImplementedError, ValueError) as error:
        with pytest.raises(type(error)):
            read_directory(spoiled)
    else:
        assert read_directory(spoiled) == expected
