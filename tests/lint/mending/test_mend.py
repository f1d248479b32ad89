"""What autofix mends, what it leaves and why; that it never has anything to do after itself."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from answer_builder.lint import Example, Rule, all_rules
from answer_builder.lint.engine import check_with
from answer_builder.lint.mending import PlainText, fixable, mend

NO_BREAK = "\N{NO-BREAK SPACE}"
EXAMPLES = [
    pytest.param(rule, example, id=f"{rule.id}-{number}")
    for rule in all_rules()
    if rule.can_fix
    for number, example in enumerate(rule.examples, 1)
    if example.finds
]


def mended(text: str, *, is_markdown: bool = False) -> str:
    manuscript = PlainText(text, is_markdown=is_markdown)
    mend(manuscript)
    return manuscript.text


def left(text: str) -> list[tuple[str, str]]:
    """Words that were left, and why."""
    return [(finding.match, why) for finding, why in mend(PlainText(text)).left]


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_a_rule_that_mends_shows_what_comes_out(rule: Rule, example: Example) -> None:
    manuscript = PlainText(example.text)
    mend(manuscript, lambda text, _: check_with([rule], text))
    assert manuscript.text.replace(NO_BREAK, " ") == example.fixed.replace(NO_BREAK, " ")
    assert mended(manuscript.text) == manuscript.text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        # пробелы
        ("Ремонт  завершён ,акт подписан .  ", "Ремонт завершён, акт подписан."),
        ("    Сообщаем о решении.\n    \nЖдите.", "    Сообщаем о решении.\n    \nЖдите."),
        ("Дом на ул.Ленина, д.5 сдан 5мая.", "Дом на ул._Ленина, д._5 сдан 5_мая."),
        # неразрывные пробелы
        ("Закон № 59-ФЗ, ст. 10, п. 3, штраф 5 руб.", "Закон №_59-ФЗ, ст._10, п._3, штраф 5_руб."),
        ("Ответ дан в г. Южно-Сахалинск Котовой А.Б.", "Ответ дан в г._Южно-Сахалинск Котовой_А.Б."),
        ("Ответила А. Б. Котова-Ильина.", "Ответила А._Б._Котова-Ильина."),
        ("Закон от 02.05.2006 N 59-ФЗ действует.", "Закон от 02.05.2006 №_59-ФЗ действует."),
        # кавычки
        ('Закон "О газете "Заря"" действует.', "Закон «О газете „Заря“» действует."),
        ('Труба 5" и "Уют".', 'Труба 5" и «Уют».'),
        # несколько ошибок в одном месте
        ("Сообщаем о о  о решении.", "Сообщаем о решении."),
        ("Вообщем , дом №5 - новый...", "В общем, дом №_5 – новый…"),
    ],
)
def test_what_comes_out(text: str, shown: str) -> None:
    assert mended(text).replace(NO_BREAK, "_") == shown


@pytest.mark.parametrize(
    ("text", "why"),
    [
        # чужие слова
        ("Вы пишете: «Прошу  починить №5 - срочно...»", "внутри кавычек"),
        ("Закон «Об агенствах  связи» отменён.", "внутри кавычек"),
        ("Он сказал: «Дом  стар.\nКрыша  течёт». Точка.", "внутри кавычек"),
        ("> Прошу  помочь", "внутри кавычек"),
        # имена и названия
        ("Южно - Сахалинск ждёт.", "имя или название"),
        ("Комсомольск - на - Амуре ждёт.", "имя или название"),
        ("Ответил наш Иванов Иванов.", "имя или название"),
        ("Ответило наше Агенство связи.", "имя или название"),
        # числа, даты, адреса
        ("Приём 5 - 7 мая.", "число, дата или номер"),
        ("Номер 67  18.", "число, дата или номер"),
        ("Дом на ул. Ленина - 5 сдан.", "почтовый адрес"),
        # похоже на ошибку, но может ею не быть
        ("Спросите кто - то другого.", "может быть слово с дефисом"),
        ("Котельная только только открылась.", "слово могли повторить нарочно"),
        ("Исполнитель            Котова", "пробелы выравнивают строку"),
        ("Приходите в наше агенствишко.", "исправленного слова нет в словаре"),
    ],
)
def test_what_is_left_and_why(text: str, why: str) -> None:
    assert mended(text).replace(NO_BREAK, " ") == text
    assert {reason for _, reason in left(text)} == {why}


@pytest.mark.parametrize(
    "text",
    [
        "Пишите на a..b@mail.example.ru или www.example.ru/a--b?x=1,2;y.",
        'Файл лежит в ../письма, фраза «...прошу» верна, труба 5" заменена.',
        "Ответ дан 05.05.24, телефон 8-4242-67-18-01, дом 5-7, площадь 50 м2.",
    ],
)
def test_what_is_not_ours_stays(text: str) -> None:
    assert mended(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (
            "Дом  №5. <!-- answer-builder: ignore typography.number_sign – так в договоре -->\nДом №6.",
            "Дом №5. <!-- answer-builder: ignore typography.number_sign – так в договоре -->\nДом №_6.",
        ),
        (
            "<!-- проверка: не замечать typography во всём тексте – опись -->\nДом  №5 - агенство.",
            "<!-- проверка: не замечать typography во всём тексте – опись -->\nДом  №5 - агентство.",
        ),
        # сам комментарий тоже чужой
        (
            "Дом <!-- answer-builder: ignore spelling  - так надо... --> агенство - новое.",
            "Дом <!-- answer-builder: ignore spelling  - так надо... --> агенство – новое.",
        ),
    ],
)
def test_what_a_comment_silences_is_not_mended(text: str, shown: str) -> None:
    assert mended(text).replace(NO_BREAK, "_") == shown


def test_what_nobody_sees_may_be_left_alone() -> None:
    manuscript = PlainText("Дом  № 5.  ")
    mend(manuscript, mends_unseen=False)
    assert manuscript.text == "Дом № 5.  "


def test_code_and_columns_of_markdown_are_left() -> None:
    text = "```\na  -- b\n```\n\n| а  | б  |\n|----|----|\n\nСтрока  `a  b`,  и ещё  \nстрока  два."
    assert mended(text, is_markdown=True) == text.replace("ка  ", "ка ").replace(",  ", ", ")


def test_what_was_mended_is_counted_by_its_kind() -> None:
    done = mend(PlainText("Ремонт  завершён ,  акт подписан, дом № 5."))
    assert done.fixes == {"Лишний пробел": 2, "Пробел перед знаком препинания": 1, "Неразрывные пробелы": 1}


SENTENCES = (
    "Сообщаем Вам о решении комиссии от 5 мая 2026 г. № 17.",
    "Дом на ул. Ленина, д. 5, кв. 12 отремонтируют до 15 декабря 2026 года.",
    "Ответ подготовила А. Б. Котова, тел. 8 (4242) 67-18-01.",
    "Закон № 59-ФЗ «О порядке рассмотрения обращений» действует: срок – 30 дней.",
    "Пишите на pochta@example.ru, адрес сайта – https://example.ru/otvet?n=5.",
    "Вы спрашиваете: «Когда  починят подъезд №5 - и кто?» Подъезд починят летом.",
    "В общем, агентство в г. Южно-Сахалинск рассмотрело вопрос (копия приложена); плата – 5 руб.",
)
DAMAGES = (
    (" ", "  "), (" ", "   "), (", ", " ,"), (", ", ","), (", ", " , "), (". ", ".."), (". ", " . "), (".", "..."),
    ("№ ", "№"), ("№ ", "N "), ("№ ", "№№ "), ("«", '"'), ("»", '"'), ("–", "-"), ("–", "--"), (" – ", "–"),
    (" и ", " и и "), ("В общем", "Вообщем"), ("агентство", "агенство"), ("г. ", "г."), ("(", "( "), (")", " )"),
    ("ул. ", "ул."), (" о ", " о о "), (": ", " : "), ("; ", ";"), (" мая", "мая"), (" ", NO_BREAK), ("\n", " \n"),
)  # fmt: skip
WORDS = re.compile(r"[^\W_]+")


@st.composite
def damaged(draw: st.DrawFn) -> str:
    text = "\n".join(draw(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3)))
    for old, new in draw(st.lists(st.sampled_from(DAMAGES), max_size=6)):
        places = [found.start() for found in re.finditer(re.escape(old), text)]
        if places:
            place = draw(st.sampled_from(places))
            text = text[:place] + new + text[place + len(old) :]
    return text


@settings(max_examples=300, deadline=None)
@given(damaged())
def test_after_it_nothing_is_left_to_mend(text: str) -> None:
    manuscript = PlainText(text)
    done = mend(manuscript)
    assert mended(manuscript.text) == manuscript.text
    assert len(done.left) == len(fixable(manuscript.text))  # every remark that stays has a reason


@settings(max_examples=300, deadline=None)
@given(damaged())
def test_words_numbers_and_the_speech_of_others_survive(text: str) -> None:
    manuscript = PlainText(text)
    mend(manuscript)
    for kept in re.findall(r"\d[\d.,-]*\d|https?://\S+\w|[\w.]+@[\w.]+\w|(?<!\w)[А-ЯЁ][а-яё-]+", text):
        if kept not in ("Вообщем",):
            assert manuscript.text.replace(NO_BREAK, " ").count(kept) >= 1
    for quotation in re.findall(r"«[^«»\"\n]*»", text):
        assert quotation in manuscript.text


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="аобв АБ15.,;:!?-–—«»\"'„“()№N<>\n\N{NO-BREAK SPACE}", max_size=60))
def test_any_text_is_mended_once(text: str) -> None:
    once = mended(text)
    assert mended(once) == once
    assert once.count("\n") == text.count("\n")


@pytest.mark.parametrize("text", ["<<" * 3000 + ">>" * 3000, '"а ' * 3000, "«" * 5000, "„" * 3000 + "“" * 3000])
def test_quotations_without_end_are_survived(text: str) -> None:
    once = mended(text)
    assert mended(once) == once
