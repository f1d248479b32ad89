"""By how many lines a letter misses a number of pages, or how many more it would take."""

from collections.abc import Sequence
from dataclasses import replace

from answer_builder.letter.pages import Layout
from answer_builder.letter.pagination import Stretch, paginate


def lines_over(layout: Layout, pages: int) -> int | None:
    """The least number of body lines to cut for so many pages (1 or 2); 0 or less when it fits, so many are free.

    Told by the paper that would hold the letter as it is, so that kept-together paragraphs count as they are poured.
    None when no cut is enough: a page is asked for in the file.
    """
    if not layout.stretches:
        return 0
    line = layout.line_height
    most = sum(block.height + block.before + block.after for block in layout.blocks) // line + 1
    least = -(layout.first_height // line)
    if not _fits(layout.stretches, pages, most * line):
        return None
    while least < most:
        middle = (least + most) // 2
        if _fits(layout.stretches, pages, middle * line):
            most = middle
        else:
            least = middle + 1
    return most


def _fits(stretches: Sequence[Stretch], pages: int, longer: int) -> bool:
    """Would it fit if the last of these pages were longer by so many twips?"""
    first, *rest = stretches
    paper = first if pages > 1 else replace(first, first_height=first.first_height + longer)
    if pages > 1:
        paper, *rest = (replace(stretch, next_height=stretch.next_height + longer) for stretch in stretches)
    return paginate([paper, *rest]).pages <= pages
