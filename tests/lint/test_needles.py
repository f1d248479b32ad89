"""The plain text without which an expression matches nothing."""

import json
import re
from pathlib import Path

import pytest

from answer_builder.lint import all_rules
from answer_builder.lint.kinds.regex import Patterns
from answer_builder.lint.needles import outline, seen, study
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
        (r"\bне (?:смог|мог)ут", [["|не| |могут", "|не| |смогут"]]),
        (r"до(?:а|б|в|г|д|е|ж|з|иа)к", [["до" + end for end in (*"абвгдежз", "иа")], ["до"], ["к"]]),
        # то, чего может не быть, бывает и не бывает; повтор разделяет
        (r"(?:раз)?рулить", [["разрулить", "рулить"]]),
        (r"абв?г+д", [["абвг", "абг"], ["аб", "абв"], ["д"]]),
        (r"\.{3}", [["..."]]),
        (r"\b(?:кринж|хайп)\w*тв", [["|кринж", "|хайп"], ["тв"]]),
        # просмотр вперёд тоже просит, запрет – нет
        (r"(?P<what>так же)(?! как)", [["так| |же"]]),
        (r"входе(?= при[её]ма)", [["входе| |приема", "входе| |приёма"], ["входе"]]),
        (r"(?<=[а-яё]{3})-", [["-"]]),
        (r"(?<=да|но) нет", [["да| |нет", "но| |нет"], ["да", "но"]]),
        (r"(?<![а-яё]{2})(?:да|(?<!ни)нет)", [["да", "нет"]]),
        # просить нечего
        (r"(?<!не )\w+", []),
        (r"(?:да|)\w", []),
        (r"(?a)\bда\b", []),
    ],
)
def test_texts_that_must_be_there(expression: str, sets: list[list[str]]) -> None:
    assert study(expression, with_case=False).needles == sets


@pytest.mark.parametrize(
    ("expression", "with_case", "outlines"),
    [
        # буквы и цифры – своими видами, по одной; знаки – собой
        (r"[а-яё]{2,}\.\d+", True, ["а.0"]),
        (r"[а-яё]{2,}\.[А-ЯЁ]", True, ["а.А"]),
        (r"[а-яё]{2,}\.[А-ЯЁ]", False, ["а.а"]),
        (r"\b[а-яё]+[А-ЯЁ][а-яё]+\b", True, ["аАа"]),
        (r"\d\d?[ \u00a0]?%", True, ["0 %", "0%"]),
        (r"(?P<a>[А-ЯЁ])\.(?P<b>[А-ЯЁ])\.", True, ["А.А."]),
        # просмотр назад стоит перед знаком и тогда, когда знак назван первым
        (r"(?<=[а-яё]{2})[!?]\.", True, ["а!.", "а?."]),
        (r"\.(?<=[а-яё]{6}\.)\.", True, ["а.."]),
        # иностранное слово
        (r"\b(?=\w*[a-z])\w+", True, ["z"]),
        # так бывает в каждом письме
        (r"[а-яё]+\. [А-ЯЁ]", True, []),
        (r"[а-яё]+, [а-яё]+", False, []),
        # сколько раз и что повторится, неизвестно
        (r"\.(?:[а-яё]|\d)+\.", True, [".0", ".а"]),
    ],
)
def test_outlines_that_must_be_there(expression: str, with_case: bool, outlines: list[str]) -> None:
    assert study(expression, with_case=with_case).outlines == outlines


def test_text_as_needles_see_it() -> None:
    assert seen("По  закону\u00a0№ 5.") == "|по| |закону| № |5|."
    assert outline("По  закону\u00a0№ 523-ФЗ, см. doc.ru.") == "Аа а № 0-А, а. z.z."


@pytest.mark.parametrize(
    ("expression", "groups"), [("да", ["0"]), ("(д)(?:а)", ["0", "1"]), ("(?P<w>да)", ["0", "1", "w"])]
)
def test_groups_are_known_by_number_and_name(expression: str, groups: list[str]) -> None:
    assert study(expression, with_case=False).groups == groups


@pytest.mark.parametrize("expression", ["(да", r"(?<=да?)нет", r"нет(?:(?<!и|или)нет)?"])
def test_unreadable_expression_is_refused(expression: str) -> None:
    with pytest.raises(re.error):
        study(expression, with_case=False)


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
