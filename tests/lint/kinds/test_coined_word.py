"""Words made on the spot: slang by their shape, not by a list."""

import pytest

from answer_builder.lint import Context, check

RULE = "jargon.coined_words"


def coined(text: str, context: Context | None = None) -> list[str]:
    """The words of the text that the rule names."""
    return [finding.match for finding in check(text, context=context or Context()) if finding.rule == RULE]


@pytest.mark.parametrize(
    "word",
    [
        # глаголы: любой формы, с приставкой и без неё
        *("перештабили", "перештабила", "зашатапить", "отбимили"),
        # имена на «-шка», «-лка», «-няк», «-уха»
        *("допсоглашка", "выгружалку", "подписняк", "сметуху"),
    ],
)
def test_word_of_that_shape_is_named_and_not_called_misspelt(word: str) -> None:
    text = f"Вчера {word} принесли."
    assert coined(text) == [word]
    assert [finding.match for finding in check(text) if finding.rule == "spelling.unknown_word"] == []


@pytest.mark.parametrize(
    "text",
    [
        # опечатка похожа на известное слово
        "Вчера принисли отчёт, комисия проверела его.",
        # термины: имена и глаголы на «-ировать»
        "Шов затампонировали, пробу перколировали.",
        "Плитку облицевали травертином, взят перфузат.",
        # имена, цитаты, сложные слова, обрывки
        "Врач Дронуха И. О. ответит Вам.",
        "Вы пишете: «принесли допсоглашку».",
        "Мастер-подписняк, окончание лка.",
        # слово без пробела
        "Врачи назначаютлизиноприл.",
    ],
)
def test_others_are_not(text: str) -> None:
    assert coined(text) == []


def test_name_that_the_letter_knows_is_none() -> None:
    assert coined("Звонил прораб сметуха.", Context(names=frozenset({"Сметуха"}))) == []
