"""Readability in Russian words: a line for a report, and a shorter one for the side of a letter."""

from answer_builder.lint.readability import LONG, VERY_LONG, Readability
from answer_builder.plural import plural

_SHOWN = 60  # characters of the longest sentence
_WORDS = ("слово", "слова", "слов")
_YEARS = ("год", "года", "лет")


def in_one_line(reading: Readability) -> str:
    """«легко (9 лет учёбы), самое длинное предложение – 27 слов»."""
    return f"{reading.ease} ({_years(reading)} учёбы), самое длинное предложение – {_words(reading.longest)}"


def in_words(reading: Readability, text: str) -> tuple[str, str]:
    """How easy, by which formula and why; the longest sentence by its beginning."""
    share = f"{reading.long_words:.0%}".replace("%", "\N{NO-BREAK SPACE}%")
    long = "Предложений длиннее "
    counts = (
        f"{long}{LONG} слов: {reading.over_30}, длиннее {VERY_LONG}: {reading.over_45}"
        if reading.over_30
        else f"{long}{LONG} слов нет"
    )
    sentence = " ".join(text[reading.start : reading.end].split())
    shown = sentence if len(sentence) <= _SHOWN else f"{sentence[:_SHOWN].rsplit(' ', 1)[0]}…"
    return (
        f"Читать {reading.ease}: поймёт тот, кто учился {_years(reading)}. Формула: {reading.formula}. "
        f"{counts}, слов из четырёх слогов и больше – {share}.",
        f"Самое длинное предложение, {_words(reading.longest)}: {shown}",
    )


def _years(reading: Readability) -> str:
    years = round(reading.grade)
    return f"{years} {plural(years, _YEARS)}"


def _words(number: int) -> str:
    return f"{number} {plural(number, _WORDS)}"
