"""What is remembered of a paragraph never changes what is said of a letter."""

import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from random import Random

import pytest

from answer_builder.lint import Context, all_rules, check
from answer_builder.lint.engine import check_with
from answer_builder.lint.paragraph_memory import ParagraphMemory
from answer_builder.lint.splitting import split

DATA = Path(__file__).parents[1] / "data/lint"
SENTENCES = [
    json.loads(line)["text"]
    for name in ("clean.jsonl", "defective.jsonl")
    for line in (DATA / name).read_text("utf-8").splitlines()
]
GREETINGS = ["", "Уважаемая Мария Петровна!", "Уважаемые жители!"]


@pytest.mark.parametrize("seed", range(5))
def test_a_letter_read_by_its_new_paragraphs_is_read_as_the_whole_letter(seed: int) -> None:
    chance = Random(seed)
    paragraphs = [" ".join(chance.sample(SENTENCES, chance.randint(1, 4))) for _ in range(40)] + GREETINGS
    for _ in range(12):
        letter = "\n".join(chance.choice(paragraphs) for _ in range(chance.randint(1, 12)))
        assert check(letter) == check_with(all_rules(), letter)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        # сокращение объяснено в другом абзаце
        ("СЗГ готов.\nОтвет готов.", "Система защиты грунта (далее – СЗГ).\nСЗГ готов."),
        # обращение к одному и к нескольким
        ("Уважаемая Мария Петровна!\nСообщаем вам о решении.", "Уважаемые жители!\nСообщаем вам о решении."),
        # кавычка закрыта в другом абзаце
        ("«Уют работает.\nДом» стоит.", "Дом» стоит.\n«Уют работает."),
        # тот же абзац дважды
        ("Завление передано.", "Завление передано.\nЗавление передано."),
    ],
)
def test_what_another_paragraph_decides_is_decided_anew(before: str, after: str) -> None:
    check(before)
    assert check(after) == check_with(all_rules(), after)


def test_names_of_the_case_belong_to_what_is_remembered() -> None:
    text = "Дом построил Крыжанчик вместе с соседями."
    known = Context(names=frozenset(("крыжанчик",)))
    assert [check(text, context=context) for context in (Context(), known, Context())] == [
        check_with(all_rules(), text, context) for context in (Context(), known, Context())
    ]


def test_a_paragraph_is_read_once() -> None:
    read: list[str] = []

    def find(rules, document, context):
        read.append(document.text)
        return ()

    memory, rules = ParagraphMemory(find), ()
    for text in ("Первый.\nВторой.", "Первый.\nТретий.\nВторой.", "Второй.\nПервый."):
        list(memory.find(rules, split(text), Context()))
    letters, paragraphs = [text for text in read if text.count("\n")], [text for text in read if "\n" not in text]
    assert paragraphs == ["Третий."]
    assert len(letters) == 4  # each letter by the rules on whole letters, the first one by the others too


def test_threads_share_what_is_remembered() -> None:
    letters = ["\n".join(Random(number).sample(SENTENCES, 8)) for number in range(6)] * 3
    with ThreadPoolExecutor(6) as pool:
        found = list(pool.map(check, letters))
    assert found == [check_with(all_rules(), letter) for letter in letters]
