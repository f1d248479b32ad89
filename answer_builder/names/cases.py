"""The cases a letter needs, under English names."""

from typing import Literal

Case = Literal["nominative", "genitive", "dative", "accusative", "instrumental"]
OBLIQUE: tuple[Case, ...] = ("genitive", "dative", "accusative", "instrumental")
VOWELS = "аеёиоуыэюяіїє"
