import io
import zipfile

from hypothesis import given
from hypothesis import strategies as st

from answer_builder.letter.ready_zip import ReadyZip

NOISE = bytes(range(256))  # does not get smaller when packed


@given(
    constant=st.dictionaries(st.sampled_from(["[Content_Types].xml", "word/media/герб.png", "a"]), st.binary()),
    changing=st.dictionaries(st.sampled_from(["word/document.xml", "word/колонтитул.xml", "b"]), st.binary()),
)
def test_every_member_is_read_back(constant: dict[str, bytes], changing: dict[str, bytes]) -> None:
    archive = open_zip(ReadyZip(constant, list(changing)).pack(list(changing.values())))
    assert archive.testzip() is None
    assert {name: archive.read(name) for name in archive.namelist()} == constant | changing
    assert archive.namelist() == [*constant, *changing]


def test_members_carry_no_clock() -> None:
    archive = open_zip(ReadyZip({"a": b"1"}, ["b"]).pack([b"2"]))
    assert {member.date_time for member in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_what_does_not_shrink_is_stored() -> None:
    archive = open_zip(ReadyZip({"picture": NOISE, "text": b"a" * 100}, []).pack([]))
    assert archive.getinfo("picture").compress_type == zipfile.ZIP_STORED
    assert archive.getinfo("text").compress_type == zipfile.ZIP_DEFLATED


def test_an_archive_can_be_packed_again_with_other_contents() -> None:
    ready = ReadyZip({"a": b"1"}, ["b"])
    first = ready.pack([b"2"])
    assert open_zip(ready.pack([b"3" * 1000])).read("b") == b"3" * 1000
    assert ready.pack([b"2"]) == first


def open_zip(archive: bytes) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(archive))
