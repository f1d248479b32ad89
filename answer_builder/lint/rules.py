"""Rules read from `rules/<category>/<slug>.toml`: what they find, why it is bad, which clause says so, examples."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from itertools import zip_longest

from answer_builder.content_roots import SHIPPED
from answer_builder.content_table import Table, parse_toml
from answer_builder.errors import BrokenContent
from answer_builder.lint.kept import kept_of_rules
from answer_builder.lint.match import Finder
from answer_builder.model import Level

KINDS = (
    "phrase",
    "regex",
    "metric",
    "abbreviation",
    "pronoun",
    "salutation",
    "unknown_word",
    "coined_word",
    "infinitive_for_verb",
    "greeted_gender",
    "answer_words",
    "pairs",
    "quote_marks",
    "shortening",
    "promise",
)
LEVELS: tuple[Level, ...] = ("error", "warning", "info")
# category -> (its Russian name, whether its rules read inside «…»: the words there may be another's)
CATEGORIES = {
    "spelling": ("Орфография", True),
    "grammar": ("Грамматика", True),
    "punctuation": ("Пунктуация", True),
    "jargon": ("Жаргон", False),
    "colloquial": ("Просторечие", False),
    "archaism": ("Архаизм", False),
    "aggression": ("Языковая агрессия", False),
    "evasion": ("Отписка", False),
    "foreign": ("Иностранное слово", False),
    "abbreviation": ("Сокращение", False),
    "clericalese": ("Канцеляризм", False),
    "long-sentence": ("Длинное предложение", True),
    "vy-capitalisation": ("«Вы» или «вы»", False),
    "typography": ("Типографика", True),
    "length": ("Объём", True),
    "greeting": ("Обращение", True),
    "situation": ("Слова этого ответа", False),
}
_FEWEST_EXAMPLES = 2


@dataclass(frozen=True, slots=True)
class Example:
    """A faulty text with the words that are found in it, or a good one close to it (then `finds` is empty).

    `fixed` is the faulty text once mended; rules that mend nothing have none.
    """

    text: str
    finds: tuple[str, ...] = ()
    fixed: str = ""
    is_several: bool | None = None
    pages: int | None = None
    answers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule; `id` is `category.slug`, `file` its place under `rules/`, `origin` «поставка» or an own file's path.

    `can_fix`: its only replacement may be put in unasked, for the meaning stays.
    """

    id: str
    category: str
    title: str
    level: Level
    why: str
    basis: str
    message: str
    examples: tuple[Example, ...]
    file: str
    kind: str
    finder: Finder
    origin: str
    can_fix: bool = False


def read_rule(category: str, slug: str, content: str, *, shown: str = "", origin: str = SHIPPED) -> Rule:
    """One rule from the text of its file; messages call it `shown`."""
    file = f"{category}/{slug}.toml"
    shown = shown or f"rules/{file}"
    table = Table(shown, kept_of_rules().value("table", content, partial(parse_toml, shown)), source=content)
    if category not in CATEGORIES:
        raise BrokenContent(f"{table.file}: нет такой категории «{category}»")
    table.flag("off")  # an own file says so; installed.py has read it
    table.text("reason", "")
    title, why, basis, message = (table.text(key) for key in ("title", "why", "basis", "message"))
    level: Level = table.choice("level", LEVELS)  # type: ignore[assignment]
    kind = table.choice("kind", KINDS)
    reads_quotes = table.flag("reads_quotes", default=CATEGORIES[category][1])
    can_fix = bool(table.flag("fix", default=False))
    examples = tuple(_examples(table, can_fix=can_fix))
    finder: Finder = import_module(f"answer_builder.lint.kinds.{kind}").read(table, reads_quotes=reads_quotes)
    table.close()
    rule_id = f"{category}.{slug}"
    return Rule(rule_id, category, title, level, why, basis, message, examples, file, kind, finder, origin, can_fix)


def _examples(table: Table, *, can_fix: bool) -> Iterator[Example]:
    bad = good = 0
    for inner in table.tables("examples"):
        is_several = inner.flag("is_several")
        pages = inner.integer("pages", 0) or None
        good_pages = inner.integer("good_pages", 0) or None
        finds = inner.strings("finds")
        answers = tuple(inner.text("answers", "").split())
        bad_texts = inner.strings("bad")
        fixed_texts = inner.strings("fixed")
        if len(fixed_texts) != (len(bad_texts) if can_fix else 0):
            inner.fail("fixed", "покажите каждый плохой пример исправленным, если у правила есть fix = true")
        for text, fixed in zip_longest(bad_texts, fixed_texts, fillvalue=""):
            if not finds:
                inner.fail("finds", "нужны найденные слова плохого примера")
            yield Example(text, finds, fixed, is_several, pages, answers)
            bad += 1
        for text in inner.strings("good"):
            yield Example(text, (), "", is_several, good_pages, answers)
            good += 1
        inner.close()
    if bad < _FEWEST_EXAMPLES or good < _FEWEST_EXAMPLES:
        table.fail("examples", f"нужно не меньше двух плохих и двух хороших примеров, есть {bad} и {good}")
