"""How hard a text is to read: only its prose counts, and the figures mean what they say."""

from pathlib import Path

import pytest

from answer_builder.lint.readability import FORMULA, readability
from answer_builder.lint.readability_words import in_one_line, in_words

OFFICIAL = (Path(__file__).parents[1] / "data" / "lint" / "official_prose.txt").read_text("utf-8")
CLEAN = (Path(__file__).parent / "clean_sentences.txt").read_text("utf-8")
PLAIN = "Дом стоит у реки. Мы были там летом. Вода была тёплой."
HEAVY = (
    "Осуществление капитального восстановительного ремонта многоквартирного жилого здания предусмотрено "
    "соответствующей муниципальной программой, утверждённой постановлением администрации городского округа."
)


def test_the_formula_gives_what_its_author_says():
    reading = readability("Мама мыла раму. Папа читал книгу.")
    assert (reading.sentences, reading.words) == (2, 6)
    assert reading.grade == max(1, round(0.318 * 3 + 14.2 * 12 / 6 - 30.5, 1))
    assert reading.formula == FORMULA


@pytest.mark.parametrize(
    ("text", "ease"), [(PLAIN, "легко"), (CLEAN, "легко"), (OFFICIAL, "средне"), (HEAVY, "трудно")]
)
def test_what_the_figure_means(text, ease):
    assert readability(text).ease == ease


@pytest.mark.parametrize(
    "more",
    [
        # реквизиты и подписи
        "Министерство строительства Сахалинской области\n693000, г. Южно-Сахалинск, ул. Ленина, д. 5\n",
        "Заместитель министра строительства\tА. Б. Котова\n",
        "Уважаемая Александра Константиновна!\n",
    ],
)
def test_what_is_no_prose_does_not_count(more):
    alone, together = readability(PLAIN), readability(more + PLAIN)
    assert (together.grade, together.words, together.long_words) == (alone.grade, alone.words, alone.long_words)


@pytest.mark.parametrize(
    ("bare", "full"),
    [
        # названия законов
        ("Это сказано в законе.", "Это сказано в законе «О государственном регулировании градостроительства»."),
        # сокращения, числа, адреса сайтов
        ("Ответ дала наша школа.", "Ответ № 1187/26 от 5.05.2026 дала наша школа МБОУ СОШ."),
        ("Дом снесён летом.", "Дом (ст. 10, ул. Ленина, example.ru) снесён летом."),
    ],
)
def test_names_in_quotes_numbers_and_abbreviations_do_not_count(bare, full):
    assert readability(full).words - readability(bare).words <= 1  # «от», «Ленина»
    assert readability(full).long_words == readability(bare).long_words == 0


def test_long_sentences_are_counted_and_the_longest_is_named():
    long = "Мы " + "и мы " * 16 + "идём."
    very_long = "Вы " + "и вы " * 23 + "идёте."
    text = f"{PLAIN}\n{long} {very_long}"
    reading = readability(text)
    assert (reading.over_30, reading.over_45, reading.longest) == (2, 1, 48)
    assert text[reading.start : reading.end] == very_long


def test_the_share_of_long_words():
    assert readability("Министерство отремонтировало наш дом.").long_words == 0.5


@pytest.mark.parametrize("text", ["", "Приложение", "№ 5", "Уважаемая Мария Петровна!"])
def test_a_text_without_prose_has_no_figure(text):
    assert readability(text) is None


def test_figures_are_said_in_words():
    text = "Мы " + "и мы " * 16 + "идём домой. Вода тёплая была."
    first, second = in_words(readability(text), text)
    assert "plainrussian" in first
    assert "длиннее 30 слов: 1, длиннее 45: 0" in first
    assert second.startswith("Самое длинное предложение, 35 слов: Мы и мы")
    assert second.endswith("…")
    assert in_one_line(readability(PLAIN)).startswith("легко (1 год учёбы), самое длинное предложение – 4 слова")
