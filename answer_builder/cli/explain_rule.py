"""What `explain` says of a rule or of a category of rules: what it finds, why, how strictly, how to do without it."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from answer_builder.lint import Example, Rule

# kind of a rule → how it finds what it finds
KINDS: Mapping[str, str] = {
    "phrase": "слова в любой форме и в любом порядке, в одном предложении",
    "regex": "знаки и написание по образцу",
    "metric": "мера: сколько слов или страниц",
    "abbreviation": "сокращения из больших букв, которых письмо не объяснило",
    "pronoun": "«Вы» и «вы» – по тому, к одному человеку письмо или к нескольким",
    "salutation": "первая строка письма",
    "unknown_word": "слова, которых нет в словарях",
    "coined_word": "слова, которых нет в словарях, а сделаны они как жаргонные",
    "infinitive_for_verb": "«-ться» вместо «-тся»",
    "greeted_gender": "приветствие и род имени в нём",
    "answer_words": "слова, обязательные для этого ответа или чужие ему",
    "pairs": "скобки и кавычки без пары",
    "quote_marks": "кавычки не той формы",
    "promise": "обещания и дела без конца в письме, где нет ни одного срока",
    "shortening": "слова, урезанные точкой, дефисом или дробью",
}


def rule_in_words(rule: "Rule", basis: str) -> Iterator[str]:
    """The rule line by line; `basis` is its clause in words."""
    from answer_builder.lint import CATEGORIES
    from answer_builder.lint.level_words import LEVEL_WORDS

    yield f"{rule.title} ({rule.id}, {LEVEL_WORDS[rule.level][0]})"
    yield f"Категория: {CATEGORIES[rule.category][0].lower()} ({rule.category})"
    yield f"Ищет: {KINDS.get(rule.kind, rule.kind)}"
    yield f"Почему: {rule.why}"
    yield f"Основание: {basis}"
    yield f"Откуда: {rule.origin}"
    for heading, examples in (("Находит:", found(rule)), ("Не трогает:", untouched(rule))):
        yield ""
        yield heading
        yield from (f"  {shown(example)}" for example in examples)
    yield ""
    if rule.category != "situation":  # what the law makes a letter say is not silenced
        yield f"Не замечать в одном месте текста: <!-- проверка: не замечать {rule.id} – почему -->"
    yield f"Не проверять в одном запуске: answer-builder check ответ.docx --ignore {rule.id}"
    yield f"Выключить совсем: в своём содержании файл rules/{rule.file}, в нём две строки:"
    yield "  off = true"
    yield '  reason = "почему"'


def category_in_words(category: str) -> Iterator[str]:
    """The category and its rules, one a line."""
    from answer_builder.lint import CATEGORIES, all_rules, switched_off
    from answer_builder.lint.level_words import LEVEL_WORDS
    from answer_builder.plural import plural

    name, reads_quotes = CATEGORIES[category]
    rules = [rule for rule in all_rules() if rule.category == category]
    yield f"{name} ({category}): {len(rules)} {plural(len(rules), ('правило', 'правила', 'правил'))}"
    if not reads_quotes:
        yield "Слова в кавычках «…» не проверяются: они могут быть чужими."
    yield ""
    widest = max((len(rule.id) for rule in rules), default=0)
    yield from (f"  {rule.id:<{widest}}  {rule.title} ({LEVEL_WORDS[rule.level][0]})" for rule in rules)
    for off in switched_off():
        if off.id.startswith(f"{category}."):
            yield f"  {off.id} – выключено: {off.reason} ({off.origin})"
    yield ""
    yield "Подробно, с примерами: answer-builder explain ПРАВИЛО"
    yield f"Проверить только это: answer-builder check ответ.docx --select {category}"


def found(rule: "Rule") -> list["Example"]:
    """The examples in which the rule finds something."""
    return [example for example in rule.examples if example.finds]


def untouched(rule: "Rule") -> list["Example"]:
    """The examples close to them that the rule leaves alone."""
    return [example for example in rule.examples if not example.finds]


def shown(example: "Example") -> str:
    """The example on one line, the found words between arrows as in a report."""
    text, place = example.text, 0
    for words in filter(None, example.finds):
        place = text.find(words, place)
        if place < 0:
            return " ⏎ ".join(example.text.split("\n"))
        text = f"{text[:place]}›{words}‹{text[place + len(words) :]}"
        place += len(words) + 2
    return " ⏎ ".join(text.split("\n"))
