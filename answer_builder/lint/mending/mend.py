"""Mends what may be mended without asking, again and again until nothing is left to mend."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from answer_builder.lint.engine import check_with
from answer_builder.lint.installed import all_rules
from answer_builder.lint.mending.edits import Edit, difference
from answer_builder.lint.mending.manuscript import Manuscript
from answer_builder.lint.mending.unseen import unseen
from answer_builder.lint.mending.untouchable import COMMENT, QUOTE_MARKS, Untouchable
from answer_builder.lint.prose import Prose
from answer_builder.lint.splitting import split
from answer_builder.lint.suppression import NOTHING, Silencing
from answer_builder.model import Finding

_Fix = tuple[str, tuple[Edit, ...]]  # what was wrong, the changes of one remark
Look = Callable[[str, Silencing], Iterable[Finding]]
_MOST_ROUNDS = 12  # mending a space may show a doubled word; deeper than this nothing of people's goes


@dataclass(frozen=True, slots=True)
class Mended:
    """How many places were mended, by what was wrong («Лишний пробел»), and the remarks left with the reason."""

    fixes: Counter[str]
    left: tuple[tuple[Finding, str], ...]


def fixable(text: str, silencing: Silencing = NOTHING) -> tuple[Finding, ...]:
    """Findings of the rules that mend, in the order of the text; those silenced are marked so."""
    prose = silencing.prose(text)
    found = check_with((rule for rule in all_rules() if rule.can_fix), prose.text)
    return silencing.applied([prose.found_in_whole(finding) for finding in found], text)


def mend(manuscript: Manuscript, look: Look = fixable, *, mends_unseen: bool = True) -> Mended:
    """Mend the manuscript in place; `look` finds what to mend, a suppressed finding is none.

    `mends_unseen`: no-break spaces and spaces at line ends as well, about which there are no remarks.
    """
    fixes: Counter[str] = Counter()
    left: tuple[tuple[Finding, str], ...] = ()
    for _ in range(_MOST_ROUNDS):
        wanted, left = _wanted(manuscript, look, mends_unseen=mends_unseen)
        chosen = list(_apart(wanted))
        if not chosen:
            break
        manuscript.put([edit for _, edits in chosen for edit in edits])
        fixes.update(title for title, _ in chosen)
    return Mended(fixes, left)


def _wanted(
    manuscript: Manuscript, look: Look, *, mends_unseen: bool
) -> tuple[list[_Fix], tuple[tuple[Finding, str], ...]]:
    """All fixes of the text as it is now, and the remarks that are left to a person."""
    text, silencing = manuscript.text, manuscript.silencing
    titles = {rule.id: rule.title for rule in all_rules() if rule.can_fix}
    prose = silencing.prose(text)
    untouchable = Untouchable(split(prose.blanked), text)

    def why_closed(edit: Edit) -> str:
        is_comment = any(edit.meets(first, last) for first, last in silencing.places)
        return COMMENT if is_comment else manuscript.why_closed(edit)

    fixes: list[_Fix] = []
    left = []
    for finding in look(text, silencing):
        if finding.suppressed or finding.rule not in titles or len(finding.replacements) != 1:
            continue
        seen = prose.part(finding.start, finding.end)
        wished = difference(0, seen.text, finding.replacements[0])
        edits = tuple(_in_whole(edit, seen, finding.start) for edit in wished)
        # what stands between words that stay may be of any kind where the marks are known
        whole = () if finding.rule == QUOTE_MARKS or silencing.marks else (Edit(finding.start, finding.end, ""),)
        why = next(filter(None, map(why_closed, (*whole, *edits))), "")
        why = why or untouchable.why_left(replace(finding, match=seen.text), edits)
        if why:
            left.append((finding, why))
        elif edits:
            fixes.append((titles[finding.rule], edits))
    for title, edit in unseen(text, keeps_line_ends=manuscript.keeps_line_ends) if mends_unseen else ():
        is_ours = not untouchable.is_quoted(edit.start, edit.end) and not untouchable.is_in_link(edit)
        if is_ours and not why_closed(edit):
            fixes.append((title, (edit,)))
    return fixes, tuple(left)


def _in_whole(edit: Edit, seen: Prose, start: int) -> Edit:
    """An edit of words that are seen as one of the text, where they begin at `start`."""
    first, last = seen.in_whole(edit.start, edit.end, is_something=edit.start < edit.end)
    return Edit(start + first, start + last, edit.text)


def _apart(fixes: Iterable[_Fix]) -> Iterator[_Fix]:
    """Those that do not meet an earlier one; the next round takes the others."""
    end = -1
    for title, edits in sorted(fixes, key=lambda fix: (fix[1][0].start, fix[1][-1].end)):
        if edits[0].start > end:
            end = edits[-1].end
            yield title, edits
