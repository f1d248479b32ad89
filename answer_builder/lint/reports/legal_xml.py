"""XML as bytes on the wire must be: what XML 1.0 forbids is shown as a replacement character, never refused."""

import re

from lxml import etree

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def legal(text: str) -> str:
    """The text with what XML cannot hold (a form feed, half of a surrogate pair) made visible as «�»."""
    return _FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", text)


def element(parent: etree._Element, tag: str, /, **attributes: object) -> etree._Element:
    """A new last child of the parent; attributes of any text or number."""
    return etree.SubElement(parent, tag, {key: legal(str(value)) for key, value in attributes.items()})


def page(root: etree._Element) -> str:
    """The whole document with its declaration."""
    etree.indent(root)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True).decode("utf-8")
