"""Word's own fields in a paragraph: page numbers, dates, links, whatever asks another file."""

from collections.abc import Iterator

from lxml import etree

from answer_builder.letter.word_styles import W


def field_codes(paragraph: etree._Element) -> Iterator[str]:
    """The instruction of each field, «PAGE», put together from the runs Word cut it into."""
    code: list[str] = []
    for element in paragraph.iter(W + "fldSimple", W + "instrText", W + "fldChar"):
        if element.tag == W + "fldSimple":
            yield (element.get(W + "instr") or "").strip()
        elif element.tag == W + "instrText":
            code.append(element.text or "")
        elif code:  # the field's result, its end, or one field inside another
            yield "".join(code).strip()
            code = []
    if code:
        yield "".join(code).strip()
