"""The rules of the checker as a Markdown page: each with why, its clause, and examples of both sorts."""

from collections.abc import Iterator, Sequence

from answer_builder import authorities
from answer_builder.cli.explain_rule import KINDS, found, shown, untouched
from answer_builder.cli.markdown_text import cell, plain
from answer_builder.lint import CATEGORIES, Example, Rule, SwitchedOff
from answer_builder.lint.level_words import LEVEL_WORDS

_INTRODUCTION = """\
# Правила проверки

Что проверяет `answer-builder check`: почему это плохо, на чём основано, что правило находит и чего не трогает.
Найденные слова стоят между стрелками ›…‹.

Страницу печатает программа: `answer-builder list rules --format markdown`. Правят не её, а файлы правил. Про одно
правило расскажет `answer-builder explain ПРАВИЛО`."""


def markdown(rules: Sequence[Rule], switched_off: Sequence[SwitchedOff]) -> str:
    """The page for these rules; the clauses are named as the installation's own body names them."""
    by_category = {category: [rule for rule in rules if rule.category == category] for category in CATEGORIES}
    used = {category: its_rules for category, its_rules in by_category.items() if its_rules}
    blocks = [_INTRODUCTION, "## Содержание", "\n".join(_contents(used))]
    for category, its_rules in used.items():
        blocks.append(f'<a id="{category}"></a>\n\n## {plain(CATEGORIES[category][0])}')
        if not CATEGORIES[category][1]:
            blocks.append("Слова в кавычках «…» не проверяются: они могут быть чужими.")
        for rule in its_rules:
            blocks += _rule(rule)
    if switched_off:
        blocks.append("## Выключено")
        blocks.append("\n".join(f"- `{off.id}` – {plain(off.reason)} ({plain(off.origin)})" for off in switched_off))
    return "\n\n".join(blocks) + "\n"


def _contents(used: dict[str, list[Rule]]) -> Iterator[str]:
    for category, rules in used.items():
        yield f"- [{plain(CATEGORIES[category][0])}](#{category}) – {len(rules)}"


def _rule(rule: Rule) -> Iterator[str]:
    body = authorities.all_authorities()[authorities.default_slug()]
    facts = {
        "Имя": f"`{rule.id}`",
        "Уровень": LEVEL_WORDS[rule.level][0],
        "Ищет": cell(KINDS.get(rule.kind, rule.kind)),
        "Почему": cell(rule.why),
        "Основание": cell(authorities.in_words(rule.basis, body)),
        "Откуда": cell(rule.origin),
    }
    yield f'<a id="{rule.id}"></a>\n\n### {plain(rule.title)}'
    yield "\n".join(["| | |", "|---|---|", *(f"| {name} | {value} |" for name, value in facts.items())])
    yield "**Находит**"
    yield _listed(found(rule))
    yield "**Не трогает**"
    yield _listed(untouched(rule))


def _listed(examples: Sequence[Example]) -> str:
    """Two spaces in a row are what some examples are about, and a page would show one."""
    return "\n".join(f"- {plain(shown(example)).replace('  ', '&nbsp; ')}" for example in examples)
