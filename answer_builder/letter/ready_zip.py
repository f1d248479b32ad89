"""A zip archive most of whose members never change: those are packed once, the others on every call."""

import struct
import zlib
from collections.abc import Mapping, Sequence

# Records of the zip specification (APPNOTE.TXT 4.3.7, 4.3.12, 4.3.16). A local header and a directory entry
# share the middle part: version needed, flags, method, time, date, CRC, sizes, lengths of name and extra field.
_SHARED = struct.Struct("<5H3I2H")
_DIRECTORY_TAIL = struct.Struct("<3H2I")  # comment length, disk, internal and external attributes, offset
_END = struct.Struct("<4s4H2IH")
_LOCAL_MARK = b"PK\x03\x04"
_DIRECTORY_MARK = b"PK\x01\x02\x14\x00"  # with the version that made the archive
_END_MARK = b"PK\x05\x06"

_VERSION = 20  # 2.0: deflate
_UTF8_NAME = 0x0800
_DATE = 0x0021  # 1 January 1980: the same content must give the same bytes, whatever the clock says
_STORED, _DEFLATED = 0, 8
_SMALLEST, _QUICKEST = 9, 1  # zlib levels; level 1 costs half the time of 6 and makes a letter 10 % larger


class ReadyZip:
    """`pack` returns the whole archive: the constant members first, then the changing ones, in the given order."""

    def __init__(self, constant: Mapping[str, bytes], changing: Sequence[str]):
        archive = _Archive()
        for name, content in constant.items():
            packed = _deflate(content, _SMALLEST)
            if len(packed) < len(content):
                archive.add(name.encode(), content, packed, _DEFLATED)
            else:  # a picture is compressed already
                archive.add(name.encode(), content, content, _STORED)
        self._members = b"".join(archive.members)
        self._directory = b"".join(archive.directory)
        self._count = len(archive.directory)
        self._changing = tuple(name.encode() for name in changing)

    def pack(self, contents: Sequence[bytes]) -> bytes:
        """The archive with `contents` as its changing members."""
        archive = _Archive(self._members, self._directory)
        for name, content in zip(self._changing, contents, strict=True):
            archive.add(name, content, _deflate(content, _QUICKEST), _DEFLATED)
        return archive.close(self._count + len(contents))


class _Archive:
    """Members and directory growing side by side."""

    def __init__(self, members: bytes = b"", directory: bytes = b""):
        self.members = [members] if members else []
        self.directory = [directory] if directory else []
        self._offset = len(members)

    def add(self, name: bytes, content: bytes, packed: bytes, method: int) -> None:
        flags = 0 if name.isascii() else _UTF8_NAME
        sizes = zlib.crc32(content), len(packed), len(content), len(name), 0
        shared = _SHARED.pack(_VERSION, flags, method, 0, _DATE, *sizes)
        header = _LOCAL_MARK + shared + name
        self.members += (header, packed)
        self.directory.append(_DIRECTORY_MARK + shared + _DIRECTORY_TAIL.pack(0, 0, 0, 0, self._offset) + name)
        self._offset += len(header) + len(packed)

    def close(self, count: int) -> bytes:
        directory = b"".join(self.directory)
        end = _END.pack(_END_MARK, 0, 0, count, count, len(directory), self._offset, 0)
        return b"".join((*self.members, directory, end))


def _deflate(content: bytes, level: int) -> bytes:
    packer = zlib.compressobj(level, zlib.DEFLATED, -zlib.MAX_WBITS, zlib.DEF_MEM_LEVEL + 1)
    return packer.compress(content) + packer.flush()
