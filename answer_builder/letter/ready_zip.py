"""A zip archive most of whose members never change: those are packed once, the others on every call."""

import struct
import zlib
from collections.abc import Mapping, Sequence
from functools import lru_cache

# Records of the zip specification (APPNOTE.TXT 4.3.7, 4.3.12, 4.3.16). A member's header and its directory entry
# share the middle: version needed, flags, method, time, date, CRC, both sizes, lengths of name and extra field.
_SHARED = struct.Struct("<5H3I2H")
_ENTRY_TAIL = struct.Struct("<3H2I")  # comment length, disk, internal and external attributes, offset
_END = struct.Struct("<4s4H2IH")
_MEMBER_MARK = b"PK\x03\x04"
_ENTRY_MARK = b"PK\x01\x02\x14\x00"  # with the version that made the archive
_END_MARK = b"PK\x05\x06"

_VERSION = 20  # 2.0: deflate
_UTF8_NAME = 0x0800
_DATE = 0x0021  # 1 January 1980: the same content must give the same bytes, whatever the clock says
_STORED, _DEFLATED = 0, 8
_SMALL = 2_000  # bytes; parts of that size (which answer, whose) are alike in most letters of a batch
_SMALLEST, _QUICKEST = 9, 1  # zlib levels; a part packed at 1 is a tenth larger and takes half the time of 6


class ReadyZip:
    """`pack` returns the whole archive: the constant members first, then the changing ones, in the given order."""

    def __init__(self, constant: Mapping[str, bytes], changing: Sequence[str]):
        archive = _Archive()
        for name, content in constant.items():
            archive.add(name.encode(), content, _SMALLEST)
        self._members = b"".join(archive.members)
        self._entries = tuple(archive.entries)
        self._changing = tuple(name.encode() for name in changing)

    def pack(self, contents: Sequence[bytes]) -> bytes:
        """The archive with `contents` as its changing members."""
        archive = _Archive(self._members, self._entries)
        for name, content in zip(self._changing, contents, strict=True):
            archive.add(name, content, _QUICKEST)
        return archive.closed()


class _Archive:
    """Members and their directory entries, growing side by side."""

    def __init__(self, members: bytes = b"", entries: Sequence[bytes] = ()):
        self.members = [members]
        self.entries = [*entries]
        self._offset = len(members)

    def add(self, name: bytes, content: bytes, level: int) -> None:
        deflate = _deflated_before if len(content) <= _SMALL else _deflated
        packed, method = deflate(content, level), _DEFLATED
        if len(packed) >= len(content):  # a picture is packed already
            packed, method = content, _STORED
        flags = 0 if name.isascii() else _UTF8_NAME
        sizes = len(packed), len(content), len(name), 0
        shared = _SHARED.pack(_VERSION, flags, method, 0, _DATE, zlib.crc32(content), *sizes)
        self.members += (_MEMBER_MARK, shared, name, packed)
        self.entries.append(_ENTRY_MARK + shared + _ENTRY_TAIL.pack(0, 0, 0, 0, self._offset) + name)
        self._offset += len(_MEMBER_MARK) + len(shared) + len(name) + len(packed)

    def closed(self) -> bytes:
        directory = b"".join(self.entries)
        count = len(self.entries)
        end = _END.pack(_END_MARK, 0, 0, count, count, len(directory), self._offset, 0)
        return b"".join((*self.members, directory, end))


def _deflated(content: bytes, level: int) -> bytes:
    return zlib.compress(content, level, wbits=-zlib.MAX_WBITS)


_deflated_before = lru_cache(maxsize=256)(_deflated)
