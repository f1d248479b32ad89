"""How one made-up letter looks: drawn by chance from what authorities really use."""

import random
from dataclasses import dataclass

FAMILIES = ("Times New Roman", "Times New Roman", "Times New Roman", "Arial", "Liberation Serif")


@dataclass(frozen=True)
class Look:
    """Sizes in half-points, everything else in twips; `line` and `rule` as w:spacing has them."""

    family: str
    size: int
    line: int
    rule: str
    after: int
    indent: int
    is_justified: bool
    has_widow_control: bool
    keeps_with_signature: bool
    addressee: tuple[str, ...]
    margins: tuple[int, int, int, int]  # top, right, bottom, left
    mode: int | None
    list_items: int
    table_rows: int
    spaced_words: bool
    bold_words: bool
    notes: int

    @property
    def paragraph(self) -> str:
        """w:pPr of a body paragraph without its wrapper."""
        widow = f'<w:widowControl w:val="{int(self.has_widow_control)}"/>'
        spacing = f'<w:spacing w:before="0" w:after="{self.after}" w:line="{self.line}" w:lineRule="{self.rule}"/>'
        side = "both" if self.is_justified else "left"
        return f'{widow}{spacing}<w:ind w:firstLine="{self.indent}"/><w:jc w:val="{side}"/>'

    @property
    def run(self) -> str:
        """w:rPr of body text without its wrapper."""
        fonts = f'<w:rFonts w:ascii="{self.family}" w:hAnsi="{self.family}" w:cs="{self.family}"/>'
        return f'{fonts}<w:sz w:val="{self.size}"/><w:szCs w:val="{self.size}"/>'


_ADDRESSEE = (
    "Соловьёвой Вере Андреевне",
    "ул. Портовая, д. 11, кв. 3,",
    "г. Холмск, Сахалинская область,",
    "694620",
    "vera.solovyova@example.ru",
    "Копия:",
    "в администрацию городского округа «Холмский»",
    "пл. Мира, д. 1,",
    "г. Холмск, 694620",
)


def drawn(chance: random.Random, *, families: tuple[str, ...] = FAMILIES) -> Look:
    """A look by chance."""
    size = chance.choice((24, 26, 28, 28, 28, 32, 36))
    spacings = (
        (240, "auto"),
        (240, "auto"),
        (276, "auto"),
        (360, "auto"),
        (size * 12, "exact"),
        (size * 11, "atLeast"),
    )
    line, rule = chance.choice(spacings)
    return Look(
        family=chance.choice(families),
        size=size,
        line=line,
        rule=rule,
        after=chance.choice((0, 0, 0, 120, 160, 200)),
        indent=chance.choice((0, 567, 709, 709, 851)),
        is_justified=chance.random() < 0.7,
        has_widow_control=chance.random() < 0.7,
        keeps_with_signature=chance.random() < 0.5,
        addressee=_ADDRESSEE[: chance.randint(1, len(_ADDRESSEE))],
        margins=chance.choice(
            ((1134, 851, 1134, 1701), (1134, 567, 1134, 1985), (567, 850, 851, 1417), (1440, 1440, 1440, 1440))
        ),
        mode=chance.choice((None, 11, 12, 14, 14, 15, 15)),
        list_items=chance.choice((0, 0, 0, 2, 3, 5)),
        table_rows=chance.choice((0, 0, 0, 0, 2, 4)),
        spaced_words=chance.random() < 0.15,
        bold_words=chance.random() < 0.2,
        notes=chance.choice((0, 0, 0, 0, 0, 1, 2)),
    )
