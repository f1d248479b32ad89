"""What the later letterheads draw by chance besides the look, and the text they all set in the same way."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from benchmarks.foreign_letters.look import Look
from benchmarks.foreign_letters.prose import ADDRESSEE
from benchmarks.foreign_letters.rich_xml import block, cut_runs, run

_MARKS = (
    "Смирнова Ольга Викторовна,\n8 (3822) 00-11-75",
    "Гаврилов И. П.\n(4012) 00-55-01, gavrilov@vedomstvo.example",
    "исп. Тен В. Д. 00-41-19",
    "Цой Марина Алексеевна, ведущий консультант,\n+7\u00a0(900)\u00a0000-66-21",
)


@dataclass(frozen=True)
class Draft:
    """Sizes are points, everything else is twips; `first` is the indent of first lines."""

    chance: random.Random
    size: float
    line: int
    rule: str
    side: str
    widow: bool | None
    before: int
    after: int
    first: int
    mode: int
    to: Sequence[str]
    mark: str

    @property
    def paragraph(self) -> dict[str, Any]:
        """What `block` is told of a paragraph of the text."""
        return {
            "before": self.before,
            "after": self.after,
            "line": self.line,
            "rule": self.rule,
            "side": self.side,
            "widow": self.widow,
        }

    @property
    def settings(self) -> str:
        """The inside of w:settings."""
        mode = f'<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="{self.mode}"/>'
        return f'<w:defaultTabStop w:val="708"/><w:compat>{mode}</w:compat>'

    def text(self, paragraphs: Sequence[str], *, lists: bool = True, look: str = "", **other: Any) -> str:
        """Blocks of the text, one of six an item of a list; `other` is told to `block` too."""
        made = ""
        for text in paragraphs:
            inside = cut_runs(text, self.chance, look)
            if lists and self.chance.random() < 1 / 6:
                made += block(inside, **(self.paragraph | other), number=self.chance.choice((1, 2)))
            else:
                made += block(inside, **(self.paragraph | {"first": self.first} | other))
        return made

    def addressee(self, **look: Any) -> str:
        """A paragraph for each line."""
        return "".join(block(run(line), **look) for line in self.to)

    def lines(self, *lines: str, look: str = "", **other: Any) -> str:
        """Centred lines, each a paragraph."""
        return "".join(block(run(line, look), **({"side": "center"} | other)) for line in lines)


def draft(look: Look) -> Draft:
    """The same for the same look, whatever the text."""
    chance = random.Random(repr(look))
    return Draft(
        chance=chance,
        size=chance.choice((11, 12, 12, 13, 13.5, 14, 14, 14, 15, 16)),
        line=look.line,
        rule=look.rule,
        side="both" if look.is_justified else "left",
        widow=chance.choice((None, None, look.has_widow_control)),
        before=chance.choice((0, 0, 60, 120, 200)),
        after=look.after,
        first=look.indent,
        mode=chance.choice((12, 14, 15, 15)),
        to=[chance.choice(ADDRESSEE) for _ in range(len(look.addressee))],
        mark=chance.choice(_MARKS),
    )
