"""A letterhead compiled once and filled many times, with the result docxtpl would give letter by letter."""

import io
import re
import zipfile
from collections.abc import Collection, Iterator, Mapping, Sequence
from html import unescape
from traceback import walk_tb

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docxtpl import DocxTemplate
from jinja2 import Template, TemplateError, nodes
from jinja2.sandbox import SandboxedEnvironment
from lxml import etree
from markupsafe import escape

from answer_builder.errors import BrokenContent, Fault, Refused
from answer_builder.letter.ready_zip import ReadyZip
from answer_builder.letter.template_tags import Source, environment, has_tags, refuse_docxtpl_only, where
from answer_builder.plain_text import LONGEST_PARAGRAPH, clean

UNREADABLE = "файл не открывается: это не документ Word (.docx), или он повреждён"

_DECLARATION = b"<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
_PROPERTIES = ("author", "comments", "identifier", "language", "subject", "title")  # those that docxtpl fills
_LONGEST_PROPERTY = 255  # the limit of python-docx and of Word's own window
_LONG_PROPERTY = re.compile(f">([^<]{{{_LONGEST_PROPERTY + 1},}})<")
# Word marks what was edited in which session. A letter does not need that, and a loop would repeat a paragraph's
# id, which has to be unique (MS-DOCX, paraId).
_EDITING_MARK = re.compile(r"\}(rsid\w*|paraId|textId)$")
_ESCAPED_BRACES = (("{_{", "{{"), ("}_}", "}}"), ("{_%", "{%"), ("%_}", "%}"))

# custom properties docxtpl leaves alone: they say which answer a letter gives
_FILLED_BESIDES = (
    CONTENT_TYPE.WML_FOOTNOTES,
    CONTENT_TYPE.OPC_CORE_PROPERTIES,
    CONTENT_TYPE.OFC_CUSTOM_PROPERTIES,
)

_resolve_listing = DocxTemplate("").resolve_listing  # newline → w:br, tab → w:tab; uses no template


class CompiledTemplate:
    """A letterhead ready to be filled; safe to share between threads.

    `names`: what its tags ask for. `filled`: the members of the archive that differ from letter to letter.
    """

    def __init__(self, template: bytes, *, known: Collection[str] | None = None):
        """`known`: the names a value can be had for. BrokenContent says in Russian which part and tag is wrong."""
        jinja = environment()
        sources, constant = _take_apart(template)
        self._parts = [_Part(source, jinja, known) for source in sources]
        self.filled = tuple(source.member for source in sources)
        self._zip = ReadyZip(constant, self.filled)
        self.names: frozenset[str] = frozenset().union(*(part.names for part in self._parts))

    def render(self, context: Mapping[str, object]) -> bytes:
        """The letter as .docx; a value is a text, a whole number or a list of texts, Refused names a bad one."""
        values = _cleaned(context)
        return self._zip.pack([part.fill(values) for part in self._parts])


class _Part:
    def __init__(self, source: Source, jinja: SandboxedEnvironment, known: Collection[str] | None):
        self._source = source
        self._is_properties = source.member.startswith("docProps/")
        tree = source.parse(jinja)
        self.names = source.names(tree, known)
        for data in tree.find_all(nodes.TemplateData):
            # docxtpl does the same after rendering, and so also to the words a person typed
            data.data = re.sub(r"\n<w:p([ >])", r"<w:p\1", data.data)
            for escaped, braces in _ESCAPED_BRACES:
                data.data = data.data.replace(escaped, braces)
        code = jinja.compile(tree, filename=source.member)
        self._template = Template.from_code(jinja, code, {})

    def fill(self, values: Mapping[str, object]) -> bytes:
        try:
            xml = self._template.render(values)
        except (TemplateError, TypeError) as error:
            raise self._source.broken("значение не подставить", self._line(error)) from error
        if self._is_properties:
            xml = _LONG_PROPERTY.sub(_cut, xml.replace("\n", " ").replace("\t", " "))
        elif "\n" in xml or "\t" in xml:
            xml = _resolve_listing(xml)
        return _DECLARATION + xml.encode()

    def _line(self, error: Exception) -> int:
        member = self._source.member
        lines = [line for frame, line in walk_tb(error.__traceback__) if frame.f_code.co_filename == member]
        return lines[-1] if lines else 1


def _take_apart(template: bytes) -> tuple[list[Source], dict[str, bytes]]:
    """The parts to be filled, patched by docxtpl, and every other member of the archive."""
    word = _open(template)
    saved = io.BytesIO()
    word.docx.save(saved)
    archive = zipfile.ZipFile(saved)
    members = {name: archive.read(name) for name in archive.namelist()}
    sources = []
    for member, xml in _fillable(word, members):
        if member in members and has_tags(xml):  # two sections may share one header
            refuse_docxtpl_only(member, xml)
            sources.append(Source(member, re.sub(r"<w:p([ >])", r"\n<w:p\1", word.patch_xml(xml))))
            del members[member]
    for name, content in members.items():
        if name.endswith(".xml") and has_tags(content.decode(errors="replace")):
            raise BrokenContent(f"{where(name)}: здесь поля {{{{ … }}}} не заполняются, уберите их")
    return sources, members


def _open(template: bytes) -> DocxTemplate:
    """The letterhead as docxtpl would leave it after a letter, apart from the values."""
    word = DocxTemplate(io.BytesIO(template))
    try:
        word.render_init()
    except (zipfile.BadZipFile, KeyError, ValueError, etree.XMLSyntaxError) as error:
        raise BrokenContent(UNREADABLE) from error
    body = word.fix_tables(word.get_xml())
    word.fix_docpr_ids(body)
    for element in body.iter(etree.Element):
        for name in filter(_EDITING_MARK.search, list(element.attrib)):
            del element.attrib[name]
    word.map_tree(body)
    if any(rel.reltype == RELATIONSHIP_TYPE.CORE_PROPERTIES for rel in word.docx.part.package.rels.values()):
        core = word.docx.core_properties
        for name in _PROPERTIES:
            setattr(core, name, getattr(core, name)[:_LONGEST_PROPERTY])
    return word


def _fillable(word: DocxTemplate, members: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    """Member name and XML of each part that docxtpl fills; each comes once, however many sections there are."""
    yield word.docx.part.partname.membername, word.xml_to_string(word.docx.element)
    for kind in (word.HEADER_URI, word.FOOTER_URI):
        for _, part in word.get_headers_footers(kind):
            yield part.partname.membername, word.get_part_xml(part)
    for part in word.docx.part.package.iter_parts():
        if part.content_type in _FILLED_BESIDES:
            member = part.partname.membername
            yield member, word.xml_to_string(etree.fromstring(members[member]))


def _cleaned(context: Mapping[str, object]) -> dict[str, object]:
    values: dict[str, object] = {}
    faults: list[Fault] = []
    for key, value in context.items():
        try:
            values[key] = _cleaned_value(value)
        except ValueError:
            faults.extend(_faults(key, value if isinstance(value, list | tuple) else [value]))
        except TypeError as error:
            raise TypeError(f"{key}: a letter takes texts, whole numbers and lists of texts") from error
    if faults:
        raise Refused(faults)
    return values


def _cleaned_value(value: object) -> object:
    if isinstance(value, str):
        return clean(str(value), longest=LONGEST_PARAGRAPH)  # `str` also makes plain text of a ready Markup
    if isinstance(value, list | tuple):
        return [clean(str(line), longest=LONGEST_PARAGRAPH) for line in value]
    if isinstance(value, int):
        return value
    raise TypeError(type(value))


def _faults(key: str, lines: Sequence[object]) -> Iterator[Fault]:
    for number, line in enumerate(lines, 1):
        try:
            clean(str(line), longest=LONGEST_PARAGRAPH)
        except ValueError as error:
            yield Fault(key, f"строка {number}: {error}" if len(lines) > 1 else str(error))


def _cut(match: re.Match[str]) -> str:
    return f">{escape(unescape(match[1])[:_LONGEST_PROPERTY])}<"
