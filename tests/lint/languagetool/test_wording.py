"""LanguageTool's messages mended: their Russian, their suggestions."""

import re
import zipfile

import pytest

from answer_builder.lint.languagetool.installation import jars_folder
from answer_builder.lint.languagetool.remarks import remark
from answer_builder.lint.languagetool.said import Said
from answer_builder.lint.languagetool.wording import sensible, worded

KNOWN = (
    "употребление существительного в родительном падеже",
    "Языковая избыточность (плеоназм)",
    "Логическая ошибка",
    "Грамматическая ошибка",
    "Неправильная форма предлога. Исправление",
    "Имелось в виду",
    "Вы имели в виду",
    "Возможная замена",
    "Днём недели",
    "Возможно пропущен",
    "Скорей всего",
)


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ("Пропущена запятая", "Пропущена запятая."),
        ("Это   верно?\n", "Это верно?"),
        ("Дефис - не тире.", "Дефис – не тире."),
        ("Ошибка в согласовании причастия по роду!", "Ошибка в согласовании причастия по роду."),
        # слова, которые он предлагает, – в конце, и только те, что остались
        ("Пропущена запятая: «дом, где».", "Пропущена запятая: «дом, где»."),
        (
            "Предлог «для» предполагает употребление существительного в родительном падеже: «дом, где» или «дома»",
            "Предлог «для» требует родительного падежа: «дом, где».",
        ),
        (
            "Предлог «в» предполагает употребление существительного в винительном или предложном падеже.",
            "Предлог «в» требует винительного или предложного падежа.",
        ),
        ("Языковая избыточность (плеоназм): «дом, где»?", "Одно слово повторяет смысл другого, хватит: «дом, где»."),
        ("Неправильная форма предлога. Исправление: «дом, где».", "Предлог здесь пишется иначе: «дом, где»."),
        ("Имелось в виду «дом, где»?", "Может быть, нужно: «дом, где»."),
        (
            "После словосочетания: «в связи с» необходим творительный падеж: «дом, где»",
            "После «в связи с» нужен творительный падеж: «дом, где».",
        ),
        ("Логическая ошибка: «дом, где»?", "Так не говорят, лучше: «дом, где»."),
        ("Фразеологизм: «дом, где».", "Верно: «дом, где»."),
        ("«дом, где»", "Верно: «дом, где»."),
        ("Возможно пропущен предлог.", "Возможно, пропущен предлог."),
        ('Оборот "как и" выделяется запятыми', "Оборот «как и» выделяется запятыми."),
        # слова в кавычках, которых он не предлагает, на месте
        ("Пишется не так, как «дам»", "Пишется не так, как «дам»."),
        ("Непарный символ: «)» скорей всего пропущен", "Нет пары: похоже, пропущен знак «)»."),
        ("Днём недели 5 мая 2026 года является вторник.", "5 мая 2026 года – вторник."),
    ],
)
def test_a_message_is_a_plain_sentence(said, message):
    assert worded(said, ["дом, где", "дома"], ["дом, где"]) == message


@pytest.mark.parametrize(
    ("words", "offered", "kept"),
    [
        ("а", ("а", "а", "б", "в", "г"), ("а", "б", "в")),  # не больше трёх и разные
        ("Без паспортом", ("Без паспорта", "Паспортом"), ("Без паспорта",)),  # предлог не теряют
        ("свободная вакансия", ("вакансия",), ("вакансия",)),
        ("Что либо", ("Что-либо", "Что, либо"), ("Что-либо", "Что, либо")),
        ("о нарушении", ("на нарушение", "на нарушенье"), ("на нарушение",)),  # книжный двойник
        ("для\u00a0представлением", ("для представления",), ("для\u00a0представления",)),
        ("пять  пробелов", ("пять пробелов",), ("пять пробелов",)),
    ],
)
def test_suggestions_make_sense(words, offered, kept):
    assert sensible(offered, words) == kept


def test_our_words_end_with_its_suggestion_where_it_fits():
    said = Said("Prep_Soglasno", "STYLE", "Длинно: «согласно закону»", 0, 1, ("согласно закону",), "согласно закона")
    assert remark(said).message == "После «согласно» и «соответственно» нужен дательный падеж: «согласно закону»."


def test_a_suggestion_that_does_not_fit_is_not_made():
    said = Said("grammar_bolee_interesnee", "GRAMMAR", "«более короткая»", 0, 1, ("более короткая",), "более короче")
    assert remark(said).replacements == ()
    assert remark(said).message == "Сравнительная степень образована дважды: хватит одного слова."


@pytest.fixture(scope="module")
def real_messages() -> str:
    """All messages of the real server's Russian rules, one a line, its suggestions in «ёлочки»."""
    (jar,) = jars_folder().glob("language-ru-*.jar")
    with zipfile.ZipFile(jar) as content:
        grammar = content.read("org/languagetool/rules/ru/grammar.xml").decode()
        brackets = content.read("org/languagetool/MessagesBundle_ru.properties").decode()
    messages = re.findall(r"<message[^>]*>(.*?)</message>", grammar, re.DOTALL)
    return "\n".join([*(" ".join(re.sub("<[^>]+>", "", message).split()) for message in messages), brackets])


@pytest.mark.parametrize("words", KNOWN)
def test_what_is_mended_is_really_said(real_messages, words):
    assert words in real_messages
