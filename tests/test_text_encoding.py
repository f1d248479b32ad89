import codecs

import pytest

from answer_builder.errors import CannotRun
from answer_builder.text_encoding import decode

TEXT = "ФИО;Срок\r\nСёмина Анна Ильинична;до «зимы» – № 5\r\n"


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        (TEXT.encode(), "UTF-8"),
        (TEXT.encode("utf-8-sig"), "UTF-8"),
        (TEXT.encode("cp1251"), "Windows-1251"),
        (TEXT.encode("utf-16"), "UTF-16"),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "UTF-16"),
    ],
)
def test_text_is_read_in_the_encodings_people_have(content, encoding):
    assert decode(content, "письма.csv") == (TEXT, encoding)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        # одна испорченная буква не превращает все остальные в «РџРµС‚СЂРѕРІ»
        (TEXT.encode().replace("Анна".encode(), b"\xd0" + "Анна".encode()), "строка 2 файла"),
        (TEXT.encode()[:-4] + b"\xd0", "UTF-8 повреждён"),
        (codecs.BOM_UTF8 + b"A;\xff", "UTF-8 повреждён"),
        (TEXT.encode("utf-16")[:-1], "UTF-16 повреждён"),
        # не текст
        (TEXT.encode("utf-16-le"), "двоичный файл"),
        (b"%PDF-1.7\n\xe2\xe3\0\xcf\xd3", "двоичный файл"),
        (b"\x98\x98\xff\xfe", "не удалось понять кодировку"),
    ],
)
def test_what_is_no_text_is_refused_with_advice(content, words):
    with pytest.raises(CannotRun, match=words) as refusal:
        decode(content, "письма.csv", advice="Сохраните таблицу иначе")
    assert str(refusal.value).startswith("письма.csv: ")
    assert str(refusal.value).endswith("Сохраните таблицу иначе")
