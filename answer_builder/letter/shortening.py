"""What is told about a letter longer than wished: how many lines are too many, and what is cheapest to cut."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate
from typing import Literal

from answer_builder.plural import plural

WISHED, LIMIT = 1, 2  # pages, 001 3.8
_NEAR = 5  # lines: a wish so close is worth telling though nothing is known to be cut
_SHOWN, _MOST_SHOWN = 4, 6  # cuts; more than four when only they are enough
_LONGEST_BEGINNING = 40  # characters
_ON_PAGES = {WISHED: "одной странице", LIMIT: "двух страницах"}


@dataclass(frozen=True, slots=True)
class Cut:
    """One thing to cut and the lines it saves.

    `words`: the beginning of a paragraph (paragraph: the executor's own, it may go; long: it may be shortened) or the
    label of a field that need not be filled in. `changes`: wordy phrases and what says the same. `key` is the dotted
    key of the case where it was typed, "" when not known.
    """

    kind: Literal["paragraph", "long", "field", "phrases"]
    words: str
    lines: int = 0
    changes: tuple[tuple[str, str], ...] = ()
    key: str = ""

    @property
    def advice(self) -> str:
        """«уберите абзац «Следить за ходом…» (−3 строки)»."""
        match self.kind:
            case "paragraph":
                what = f"уберите абзац «{beginning(self.words)}»"
            case "long":
                return f"сократите абзац «{beginning(self.words)}»: в нём {_counted(self.lines)}"
            case "field":
                what = f"не заполняйте «{self.words}»"
            case "phrases":
                what = ", ".join(f"«{wordy}» → «{short}»" for wordy, short in self.changes)
        return f"{what} (\N{MINUS SIGN}{_counted(self.lines)})"


@dataclass(frozen=True, slots=True)
class Shortening:
    """The pages to fit on, the lines too many for them, and what to cut: what saves most first.

    `is_enough`: all that may be cut, named here or not, would do.
    """

    pages: int
    lines: int
    cuts: tuple[Cut, ...]
    is_enough: bool

    @property
    def need(self) -> str:
        """«Чтобы письмо уместилось на одной странице, сократите его на 4 строки.»."""
        lines = f"{self.lines}\N{NO-BREAK SPACE}{plural(self.lines, ('строку', 'строки', 'строк'))}"
        return f"Чтобы письмо уместилось на {_ON_PAGES[self.pages]}, сократите его на {lines}."

    @property
    def sentences(self) -> str:
        """What is needed, the cuts in one line, and whether more has to be found."""
        said = [self.need]
        if self.cuts:
            said.append(f"Дешевле всего: {'; '.join(f'{n}) {cut.advice}' for n, cut in enumerate(self.cuts, 1))}.")
        if self.cuts and not self.is_enough and self.cuts[0].kind != "long":
            said.append("Этого не хватит: сократите и остальной текст.")
        return " ".join(said)


def aim_of(pages: int) -> int:
    """How many pages a letter of so many should be brought to; 0 when it is short enough."""
    if pages <= WISHED:
        return 0
    return WISHED if pages <= LIMIT else LIMIT


def worth_telling(aim: int, lines: int, cuts: Iterable[Cut]) -> Shortening | None:
    """The advice; None when one page is only wished and neither near nor to be had by these cuts."""
    saving = sorted((cut for cut in cuts if cut.lines > 0), key=lambda cut: (cut.kind == "long", -cut.lines))
    sure = [cut.lines for cut in saving if cut.kind != "long"]
    is_enough = sum(sure) >= lines
    if not (aim == LIMIT or lines <= _NEAR or is_enough):
        return None
    needed = next((count for count, saved in enumerate(accumulate(sure), 1) if saved >= lines), _SHOWN)
    shown = saving[: min(max(needed, _SHOWN), _MOST_SHOWN)]
    if not any(cut.kind == "phrases" for cut in shown):  # they cost no sense at all
        shown += [cut for cut in saving if cut.kind == "phrases"][:1]
    return Shortening(aim, lines, tuple(shown), is_enough)


def beginning(text: str) -> str:
    """The first words of a paragraph, quotation marks in them turned into inner ones."""
    text = text.replace("\N{NO-BREAK SPACE}", " ").replace("«", "„").replace("»", "“").strip()
    if len(text) <= _LONGEST_BEGINNING:
        return text.rstrip(".")
    return f"{text[:_LONGEST_BEGINNING].rpartition(' ')[0].rstrip(' .,:;–—')}…"


def _counted(lines: int) -> str:
    return f"{lines}\N{NO-BREAK SPACE}{plural(lines, ('строка', 'строки', 'строк'))}"
