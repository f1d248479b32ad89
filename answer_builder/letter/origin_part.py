"""Makes room on a letterhead for the properties that tell which answer the letter gives and whose it is."""

import io
import zipfile

from lxml import etree

from answer_builder.origin import PROPERTIES

_PART, _TYPES, _RELATIONS = "docProps/custom.xml", "[Content_Types].xml", "_rels/.rels"
_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
_OF_PROPERTIES = "{http://schemas.openxmlformats.org/officeDocument/2006/custom-properties}"
_OF_VALUES = "{http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes}"
_OF_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_OF_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_USER_DEFINED = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"  # format of all custom properties (ECMA-376 part 1, 22.3.2)
_NO_PROPERTIES = f'<Properties xmlns="{_OF_PROPERTIES[1:-1]}" xmlns:vt="{_OF_VALUES[1:-1]}"/>'.encode()
_FIRST_NUMBER = 2  # property numbers 0 and 1 are reserved there

# each property → the name under which a letter gives its value
PLACEHOLDERS = dict(zip(PROPERTIES, ("origin_answers", "origin_authority", "origin_letterhead"), strict=True))


def with_origin(template: bytes) -> bytes:
    """The letterhead with `{{ origin_… }}` in its custom properties; properties of its own stay as they are."""
    with zipfile.ZipFile(io.BytesIO(template)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    parts[_PART] = _properties(parts.get(_PART))
    parts[_TYPES] = _announced(parts[_TYPES])
    parts[_RELATIONS] = _related(parts[_RELATIONS])
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(zipfile.ZipInfo(name), content)
    return file.getvalue()


def _properties(given: bytes | None) -> bytes:
    root = etree.fromstring(given or _NO_PROPERTIES)
    for old in root.findall(f"{_OF_PROPERTIES}property"):  # a letterhead made from a finished letter
        if old.get("name") in PLACEHOLDERS:
            root.remove(old)
    number = max((int(own.get("pid", "0")) for own in root), default=0)
    for name, placeholder in PLACEHOLDERS.items():
        number = max(number + 1, _FIRST_NUMBER)
        entry = etree.SubElement(root, f"{_OF_PROPERTIES}property", fmtid=_USER_DEFINED, pid=str(number), name=name)
        etree.SubElement(entry, f"{_OF_VALUES}lpwstr").text = f"{{{{ {placeholder} }}}}"
    return _written(root)


def _announced(types: bytes) -> bytes:
    root = etree.fromstring(types)
    if not any(entry.get("PartName") == f"/{_PART}" for entry in root):
        etree.SubElement(root, f"{_OF_TYPES}Override", PartName=f"/{_PART}", ContentType=_CONTENT_TYPE)
    return _written(root)


def _related(relations: bytes) -> bytes:
    root = etree.fromstring(relations)
    if not any(entry.get("Type") == _RELATION for entry in root):
        taken = {entry.get("Id") for entry in root}
        free = next(name for number in range(len(taken) + 1) if (name := f"rId{number + 1}") not in taken)
        etree.SubElement(root, f"{_OF_RELATIONS}Relationship", Id=free, Type=_RELATION, Target=_PART)
    return _written(root)


def _written(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
