"""Opens a Word file that came from anywhere: looks at it before trusting it, never unpacks more than it may hold."""

import posixpath
import zipfile
import zlib
from collections.abc import Mapping
from functools import lru_cache
from io import BytesIO
from typing import Any, NamedTuple

from lxml import etree

from answer_builder.errors import CannotRun
from answer_builder.zip_directory import Member, read_directory

LARGEST_FILE = 50_000_000  # bytes
LARGEST_XML = 10_000_000  # bytes of one XML part once unpacked, whatever the archive's directory claims
LARGEST_WHOLE = 100_000_000  # bytes of all parts together
MOST_PARTS = 2_000
_SWOLLEN = 100  # times: text packs 5–20 times; a part over 1 MB that packs better is made to fill the memory
_SWOLLEN_FROM = 1_000_000
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # the container of .doc, and of a .docx behind a password
_BEHIND_PASSWORD = "EncryptedPackage".encode("utf-16-le")
_IS_ENCRYPTED = 1  # flag of a zip member
_LOCAL_HEADER = 30  # bytes of a member's header before its name (APPNOTE.TXT 4.3.7)
_EARLIEST = (1980, 1, 1, 0, 0, 0)  # a zip archive knows no earlier time
_SMALL = 65_536
_USUAL_MAIN = "word/document.xml"
_STRICT = b"http://purl.oclc.org/ooxml/"  # «Strict Open XML»: the same words under other names
_TRANSITIONAL = {
    b"http://purl.oclc.org/ooxml/officeDocument/": b"http://schemas.openxmlformats.org/officeDocument/2006/",
    b"http://purl.oclc.org/ooxml/wordprocessingml/": b"http://schemas.openxmlformats.org/wordprocessingml/2006/",
    b"http://purl.oclc.org/ooxml/drawingml/": b"http://schemas.openxmlformats.org/drawingml/2006/",
}


class Relation(NamedTuple):
    """What a part refers to: `kind` is the last word of the relation's type («image»), `part` is empty outside."""

    id: str
    kind: str
    target: str
    part: str
    is_external: bool


class OfficePackage:
    """The parts of one file by name; a part is unpacked when it is asked for."""

    def __init__(self, content: bytes, name: str = "Этот файл"):
        """Raises CannotRun, a sentence that begins with `name`, when the file must not be opened."""
        self.name = name
        self._content = content
        self._members = _checked_members(content, name)
        self.main = _main_part(self.read("_rels/.rels"), name)

    @property
    def parts(self) -> tuple[str, ...]:
        """Names of all parts in the order of the archive."""
        return tuple(self._members)

    def read(self, part: str, *, largest: int = LARGEST_XML) -> bytes:
        """The bytes of a part, at most `largest`; empty when there is no such part."""
        member = self._members.get(part)
        if member is None:
            return b""
        start = member.offset + _LOCAL_HEADER
        lengths = self._content[start - 4 : start]
        start += int.from_bytes(lengths[:2], "little") + int.from_bytes(lengths[2:], "little")
        packed = self._content[start : start + member.packed_size]
        unpack = _remembered if len(packed) <= _SMALL else _unpacked
        try:
            content = unpack(packed, member.method, member.crc, largest)
        except zlib.error as error:
            raise CannotRun(f"{self.name} повреждён: не распаковывается часть {part}.") from error
        if len(content) > largest:
            raise CannotRun(f"{self.name} слишком велик для письма: в нём есть часть больше {largest // 1_000_000} МБ.")
        return content

    def xml(self, part: str) -> Any:
        """The root element of a part; None when there is no such part."""
        content = self.read(part)
        return parse_xml(content, self.name) if content else None

    def relations(self, part: str) -> tuple[Relation, ...]:
        """Everything that `part` refers to, in the file and outside of it; "" is the file itself."""
        folder, file = posixpath.split(part)
        return _relations(self.read(f"{folder}/_rels/{file}.rels".lstrip("/")), folder, self.name)

    def related(self, part: str) -> Mapping[str, str]:
        """Relation id → name of the part that `part` refers to under it."""
        return {relation.id: relation.part for relation in self.relations(part) if not relation.is_external}


def packed(parts: Mapping[str, bytes]) -> bytes:
    """The parts as an archive, always the same bytes."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name, _EARLIEST), content, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def parse_xml(content: bytes, name: str = "Этот файл") -> Any:
    """The root element; «strict» files are read as ordinary ones. Raises CannotRun for broken XML and for a DOCTYPE."""
    if _STRICT in content:
        for strict, usual in _TRANSITIONAL.items():
            content = content.replace(strict, usual)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:  # ValueError: an encoding nobody knows
        if b"<!DOCTYPE" in content[:_SMALL]:
            raise CannotRun(f"{name} небезопасен: в нём есть DOCTYPE, Word такого не пишет.") from error
        raise CannotRun(f"{name} повреждён: текст документа не читается.") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise CannotRun(f"{name} небезопасен: в нём есть DOCTYPE, Word такого не пишет.")
    return root


def _checked_members(content: bytes, name: str) -> dict[str, Member]:
    if len(content) > LARGEST_FILE:
        raise CannotRun(f"{name} слишком велик для письма: больше {LARGEST_FILE // 1_000_000} МБ.")
    if content.startswith(_OLD_OFFICE):
        if _BEHIND_PASSWORD in content:
            raise CannotRun(f"{name} закрыт паролем: снимите пароль в Word и сохраните файл ещё раз.")
        raise CannotRun(f"{name} – старый документ Word (.doc): откройте его и сохраните как .docx.")
    try:
        members = read_directory(content)
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError) as error:
        what = "повреждён" if content.startswith(b"PK") else "– не документ Word (.docx)"
        raise CannotRun(f"{name} {what}.") from error
    if len(members) > MOST_PARTS:
        raise CannotRun(f"{name} не похож на письмо: в нём больше {MOST_PARTS} частей.")
    by_name = {member.name: member for member in members}
    if len(by_name) < len(members):
        raise CannotRun(f"{name} небезопасен: в нём две части под одним именем.")
    whole = 0
    for part, member in by_name.items():
        whole += member.size
        if member.flags & _IS_ENCRYPTED:
            raise CannotRun(f"{name} закрыт паролем: снимите пароль и сохраните файл ещё раз.")
        if part.startswith("/") or ".." in part:
            raise CannotRun(f"{name} небезопасен: имя части «{part[:80]}» ведёт за его пределы.")
        if member.size > _SWOLLEN_FROM and member.size > _SWOLLEN * member.packed_size:
            raise CannotRun(f"{name} слишком велик для письма: его часть {part[:80]} сжата более чем в {_SWOLLEN} раз.")
    if whole > LARGEST_WHOLE:
        raise CannotRun(f"{name} слишком велик для письма: без сжатия больше {LARGEST_WHOLE // 1_000_000} МБ.")
    return by_name


def _unpacked(packed: bytes, method: int, crc: int, largest: int) -> bytes:
    """The content, or its first `largest` + 1 bytes; zlib.error when it is damaged or packed in an unusual way."""
    if method == zipfile.ZIP_STORED:
        content = packed
    elif method == zipfile.ZIP_DEFLATED:
        content = zlib.decompressobj(-zlib.MAX_WBITS).decompress(packed, largest + 1)
    else:
        raise zlib.error("unknown method")
    if len(content) <= largest and zlib.crc32(content) != crc:
        raise zlib.error("wrong checksum")
    return content


# Letters of one letterhead share styles, settings and headers to the byte.
_remembered = lru_cache(maxsize=128)(_unpacked)


@lru_cache(maxsize=16)
def _main_part(relations: bytes, name: str) -> str:
    """The part the text is in; nearly always word/document.xml."""
    if relations:
        for relation in parse_xml(relations, name):
            if relation.get("Type", "").endswith("/officeDocument"):
                return str(relation.get("Target", "")).lstrip("/") or _USUAL_MAIN
    return _USUAL_MAIN


@lru_cache(maxsize=64)
def _relations(relations: bytes, folder: str, name: str) -> tuple[Relation, ...]:
    if not relations:
        return ()
    return tuple(
        _relation(entry, folder, is_external=entry.get("TargetMode") == "External")
        for entry in parse_xml(relations, name)
    )


def _relation(entry: Any, folder: str, *, is_external: bool) -> Relation:
    kind, target = entry.get("Type", "").rpartition("/")[2], entry.get("Target", "")
    part = "" if is_external else posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
    return Relation(entry.get("Id", ""), kind, target, part, is_external)
