"""What a zip archive says it holds: the usual archive is read in one look, any other by the standard library."""

import zipfile
from functools import lru_cache
from io import BytesIO
from struct import Struct
from typing import NamedTuple

# Records of the zip specification (APPNOTE.TXT 4.3.12 and 4.3.16).
_ENTRY = Struct("<4s2xH2H4x3I3H8xI")
_NAME_SIZE = 28  # where an entry says how long its name is
_LONGEST_ENTRY = 300
_ENTRY_MARK = b"PK\x01\x02"
_END = Struct("<4s4H2IH")
_END_MARK = b"PK\x05\x06"
_LOCATOR_SIZE, _LOCATOR_MARK = 20, b"PK\x06\x07"  # of ZIP64, before the end record
_NEWEST = 20  # version 2.0 of the format: deflate
_TOO_GREAT = 0xFFFFFFFF  # stands for a number that is written elsewhere (ZIP64)


class Member(NamedTuple):
    """One member as the directory describes it; `flags` and `method` are those of zip, `offset` is of its header."""

    name: str
    flags: int
    method: int
    crc: int
    packed_size: int
    size: int
    offset: int


def read_directory(archive: bytes) -> list[Member]:
    """All members in order, whatever they are; raises what `zipfile.ZipFile` raises."""
    members = _usual(archive)
    if members is not None:
        return members
    with zipfile.ZipFile(BytesIO(archive)) as opened:
        return [_member(info) for info in opened.infolist()]


def _usual(archive: bytes) -> list[Member] | None:
    """Members of an archive in one piece with nothing before, after or between its parts; None for any other."""
    end = len(archive) - _END.size
    if end < 0 or archive[max(end - _LOCATOR_SIZE, 0) : end].startswith(_LOCATOR_MARK):
        return None
    mark, disk, first_disk, here, count, size, at, comment = _END.unpack_from(archive, end)
    if mark != _END_MARK or disk or first_disk or here != count or at + size != end or comment:
        return None
    members = []
    while at + _ENTRY.size <= end:
        start = at
        at += _ENTRY.size + int.from_bytes(archive[at + _NAME_SIZE : at + _NAME_SIZE + 2], "little")
        member = _usual_member(archive[start:at]) if at - start < _LONGEST_ENTRY else None
        if member is None:
            return None
        members.append(member)
    return members if at == end and len(members) == count else None


@lru_cache(maxsize=1024)
def _usual_member(entry: bytes) -> Member | None:
    """Letters of one letterhead share most entries to the byte."""
    found = _ENTRY.unpack_from(entry)
    mark, version, flags, method, crc, packed_size, size, _, extra, remark, offset = found
    name = entry[_ENTRY.size :]
    if mark != _ENTRY_MARK or version > _NEWEST or extra or remark or _TOO_GREAT in found:
        return None
    if not name.isascii() or b"\0" in name:
        return None
    return Member(name.decode("ascii"), flags, method, crc, packed_size, size, offset)


def _member(info: zipfile.ZipInfo) -> Member:
    sizes = info.compress_size, info.file_size, info.header_offset
    return Member(info.filename, info.flag_bits, info.compress_type, info.CRC, *sizes)
