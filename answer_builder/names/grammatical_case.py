"""The cases a letter needs, under English names."""

from typing import Literal

GrammaticalCase = Literal["nominative", "genitive", "dative", "accusative", "instrumental"]
OBLIQUE: tuple[GrammaticalCase, ...] = ("genitive", "dative", "accusative", "instrumental")
VOWELS = "аеёиоуыэюяіїє"
