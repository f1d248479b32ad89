"""Whether only the signature or the executor mark stands on the last page."""

import pytest

from answer_builder.letter.closing_matter import alone_on_last_page

SIGNATURE = "Министр строительства\nСахалинской области\tА. В. Образцов"
MARK = "Мальцев Олег Викторович\n8 (4242) 60-00-21"


@pytest.mark.parametrize(
    ("texts", "alone"),
    [
        # одна подпись
        ([SIGNATURE], "signature"),
        (["", "Заместитель министра Образцова А.В.", " "], "signature"),
        ([SIGNATURE, MARK], "signature"),
        # одна отметка
        ([MARK], "mark"),
        (["Исп. Мальцев О. В., тел. 60-00-21"], "mark"),
        (["", "Исполнитель: Мальцев Олег Викторович"], "mark"),
        # вместе с текстом письма
        (["Если останутся вопросы, позвоните нам.", SIGNATURE], ""),
        (["Комиссия осмотрела дом. " * 12 + SIGNATURE], ""),
        (["Вопросы принимает горячая линия по телефону 8-800-000-00-00 каждый день с девяти до шести.", SIGNATURE], ""),
        ([], ""),
        (["", " "], ""),
    ],
)
def test_what_stands_alone_on_the_last_page(texts: list[str], alone: str) -> None:
    assert alone_on_last_page(texts) == alone
