"""What the program itself says to people – messages, forms, rules, the guide – gives the checker nothing to remark."""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from answer_builder.lint import NOTHING, Silencing, check, read_comments

ROOT = Path(__file__).parents[2]
NOT_PROSE = re.compile(
    r"[\\\[{|<]|\(\?|%[-\w]|</?\w|^\s*[.,;:)»(«-]|\w-$|^-\w"
)  # expressions, layouts, pieces of words
CYRILLIC = re.compile(r"[а-яё]{3}[\s,.:;!?–—»]+[«\wа-яё]", re.IGNORECASE)  # two words at least
LETTER_ONLY = frozenset(("greeting", "length", "situation", "long-sentence", "vy-capitalisation", "evasion"))
IN_COMMANDS = LETTER_ONLY | {"typography"}  # a message shows commands: list --search "…"


def remarks(
    text: str, *, skipped: frozenset[str] = LETTER_ONLY, silencing: Silencing = NOTHING
) -> list[tuple[str, str]]:
    """Rule and words of every error and warning."""
    return [
        (finding.rule, finding.match)
        for finding in check(text, silencing=silencing)
        if finding.level != "info" and finding.category not in skipped
    ]


def messages(path: Path) -> Iterator[str]:
    """Every Russian text of a module; what an f-string puts in counts as «5»."""
    tree = ast.parse(path.read_text("utf-8"))
    inner = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    docs = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            yield "".join(str(part.value) if isinstance(part, ast.Constant) else "5" for part in node.values)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in inner | docs:
            yield node.value


def modules() -> Iterator[Path]:
    for room in ("answer_builder", "web"):
        yield from (
            path for path in sorted((ROOT / room).rglob("*.py")) if re.search("[а-яё]", path.read_text("utf-8"))
        )


@pytest.mark.parametrize("path", [pytest.param(path, id=str(path.relative_to(ROOT))) for path in modules()])
def test_messages_of_the_program(path: Path) -> None:
    spoken = [text for text in messages(path) if CYRILLIC.search(text) and not NOT_PROSE.search(text)]
    assert {text: found for text in spoken if (found := remarks(text, skipped=IN_COMMANDS))} == {}


@pytest.mark.parametrize("name", ["docs/guide.md", "docs/own_letterhead.md", "CHANGELOG.md"])
def test_pages_for_people(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    assert remarks(text, silencing=read_comments(b"", ".md", text)) == []


@pytest.mark.parametrize(
    "path", sorted((ROOT / "answer_builder/lint/rules").rglob("*.toml")), ids=lambda path: path.stem
)
def test_what_a_rule_says(path: Path) -> None:
    rule = tomllib.loads(path.read_text("utf-8"))
    said = [rule[key] for key in ("title", "why", "message", "advice", "measured") if key in rule]
    spoken = [re.sub(r"\{\w+\}", "5", re.sub(r"«[^»]*»", "«5»", text)) for text in said]
    assert [found for text in spoken for found in remarks(text)] == []


@pytest.mark.parametrize("path", sorted((ROOT / "web").rglob("*.html")), ids=lambda path: path.stem)
def test_words_of_a_page(path: Path) -> None:
    text = re.sub(r"\{[%#].*?[%#]\}|<script.*?</script>|</?[a-z].*?>", "\n", path.read_text("utf-8"), flags=re.DOTALL)
    lines = [re.sub(r"\{\{.*?\}\}", "5", line).strip() for line in text.splitlines()]
    whole = [line for line in lines if line.count("«") == line.count("»")]
    spoken = [line for line in whole if CYRILLIC.search(line) and not NOT_PROSE.search(line)]
    assert {line: found for line in spoken if (found := remarks(line))} == {}
