"""The plain text without which an expression matches nothing."""

import json
import re
from pathlib import Path

import pytest

from answer_builder.lint import all_rules
from answer_builder.lint.kinds.regex import Patterns
from answer_builder.lint.needles import seen, study
from answer_builder.lint.splitting import split

DATA = Path(__file__).parents[1] / "data/lint"


@pytest.mark.parametrize(
    ("expression", "sets"),
    [
        # буквы подряд; «её» читаются обеими
        (r"рулить", [["рулить"]]),
        (r"на сч[её]т", [["на| |счет", "на| |счёт"]]),
        # края слов и пробелы
        (r"\bза\b", [["|за|"]]),
        (r"\bза\s+тем\b", [["|за| |тем|"]]),
        (r"№[ \u00a0]+№", [["№ №"]]),
        # одно из нескольких, вместе с тем, что стоит перед ними
        (r"Закон|Указ", [["закон", "указ"]]),
        (r"\bне (?:смог|мог)ут", [["|не| |мог", "|не| |смог"], ["|не| "], ["ут"]]),
        # то, чего может не быть, разделяет
        (r"(?:раз)?рулить", [["рулить"]]),
        (r"абв?г+д", [["аб"], ["г"], ["д"]]),
        (r"\b(?:кринж|хайп)\w*тв", [["|кринж", "|хайп"], ["тв"]]),
        # просмотр вперёд тоже просит, запрет – нет
        (r"(?P<what>так же)(?! как)", [["так| |же"]]),
        (r"входе(?= при[её]ма)", [["входе| |приема", "входе| |приёма"], ["входе"]]),
        (r"(?<=[а-яё]{3})-", [["-"]]),
        # просить нечего
        (r"(?<!не )\w+", []),
        (r"(?:да|)\w", []),
        (r"(?a)\bда\b", []),
    ],
)
def test_texts_that_must_be_there(expression: str, sets: list[list[str]]) -> None:
    assert study(expression).needles == sets


def test_text_as_needles_see_it() -> None:
    assert seen("По  закону\u00a0№ 5.") == "|по| |закону| № |5|."


@pytest.mark.parametrize(
    ("expression", "groups"), [("да", ["0"]), ("(д)(?:а)", ["0", "1"]), ("(?P<w>да)", ["0", "1", "w"])]
)
def test_groups_are_known_by_number_and_name(expression: str, groups: list[str]) -> None:
    assert study(expression).groups == groups


def test_unreadable_expression_is_refused() -> None:
    with pytest.raises(re.error):
        study("(да")


def test_no_match_is_missed_for_its_needles() -> None:
    sentences = [
        json.loads(line)["text"]
        for name in ("clean.jsonl", "defective.jsonl")
        for line in (DATA / name).read_text("utf-8").splitlines()
    ]
    others = [split(sentence) for sentence in sentences[::10]]
    for rule in all_rules():
        if isinstance(rule.finder, Patterns):
            own = [split(example.text) for example in rule.examples]
            for pattern in rule.finder.patterns:
                for document in (*own, *others):
                    if any(pattern.expression.search(paragraph.text) for paragraph in document.paragraphs):
                        assert pattern.may_match(document), (rule.id, pattern.source, document.text)
