"""Where another speaks: the law, the citizen. Nothing in there is mended."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from answer_builder.lint.kinds.quote_marks import quoted_in
from answer_builder.lint.splitting import quoted_spans
from answer_builder.lint.text import Document

_GUILLEMET = re.compile(r"[«»]")
_QUOTED_LINE = re.compile(r"^\s*>.*$", re.MULTILINE)  # as letters and Markdown quote


class Quotations:
    """All quotations of a text, those over several paragraphs too; an unclosed one lasts until its paragraph ends."""

    def __init__(self, document: Document, whole: str):
        """`document` is split from `whole`, with spaces where that has marks."""
        spans = sorted({*_spans(document, whole)})
        self._spans: list[tuple[int, int]] = []
        for start, end in spans:
            if self._spans and start <= self._spans[-1][1]:
                self._spans[-1] = (self._spans[-1][0], max(end, self._spans[-1][1]))
            else:
                self._spans.append((start, end))

    def hold(self, start: int, end: int) -> bool:
        """True when a change of these characters changes what stands between the marks."""
        place = bisect_right(self._spans, start, key=lambda span: span[1])
        if place == len(self._spans):
            return False
        first, last = self._spans[place]
        return first < end and start < last if start < end else first < start < last


def _spans(document: Document, whole: str) -> Iterator[tuple[int, int]]:
    for paragraph in document.paragraphs:
        for spans in (quoted_spans(paragraph.text), quoted_in(paragraph.text)):
            yield from ((paragraph.start + start, paragraph.start + end) for start, end in spans)
    for line in _QUOTED_LINE.finditer(whole):
        yield line.start() - 1, line.end() + 1
    waiting: list[int] = []
    for mark in _GUILLEMET.finditer(document.text):
        if mark.group() == "«":
            waiting.append(mark.start())
        elif waiting:
            yield waiting.pop(), mark.end()
    for start in waiting:
        paragraph = document.paragraph_at(start)
        yield start, paragraph.start + len(paragraph.text)
