"""What the real server says, at which words; and what becomes of a question that gets no good answer."""

import json
from concurrent.futures import ThreadPoolExecutor
from time import monotonic

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from answer_builder.lint.languagetool.client import Client
from answer_builder.lint.languagetool.remarks import switched_off, switched_on
from answer_builder.lint.languagetool.trouble import NotThere, TooSlow

BAD = "На схеме показан участок где начнется ремонт."


def to(address):
    return Client(address, is_own=True, switched_off=switched_off(), switched_on=switched_on())


@pytest.fixture(scope="module")
def client(languagetool):
    return to(languagetool)


def found(client, text):
    return [(said.rule, text[said.start : said.end]) for said in client.ask(text, budget=30)]


def test_a_remark_stands_at_its_words_and_brings_a_replacement(client):
    (said,) = client.ask(BAD, budget=30)
    assert (said.rule, said.category) == ("GDE_COMMA", "PUNCTUATION")
    assert BAD[said.start : said.end] == "участок где"
    assert said.replacements == ("участок, где",)


@pytest.mark.parametrize(
    "before",
    [
        pytest.param("", id="nothing"),
        pytest.param("😀 ", id="emoji"),
        pytest.param("😀😀👨‍👩‍👧 Дом готов.\n", id="emojis above"),
        pytest.param("Первый абзац.\n\n\n  Второй.\n", id="empty lines"),
        pytest.param("Дом\u00a0№ 5.\r\n", id="returns"),
        pytest.param("а\u0301 \U0001d7db.\n", id="marks"),
        pytest.param("Дом\ud83d готов \x00 \x07 5 мая.\n", id="broken characters"),
    ],
)
def test_places_are_code_points_of_the_text_asked_about(client, before):
    assert ("GDE_COMMA", "участок где") in found(client, before + BAD)


def test_a_remark_may_cover_a_character_of_two_units(client):
    text = "🏠 Отключение связано как с аварией 😀 так и с ремонтом."
    (said,) = client.ask(text, budget=30)
    assert text[said.start : said.end] == "как с аварией 😀 так и"
    assert said.replacements == ("как с аварией 😀, так и",)
    assert "как с аварией 😀, так и" in said.message


def test_paragraphs_are_not_one_sentence(client):
    assert found(client, "Показан участок\nГде дом, Вы знаете.") == []


def test_a_long_text_is_asked_about_in_pieces(client):
    text = "\n".join(["Двор убран 5 мая."] * 2_500 + [BAD])
    assert len(text) > 40_000
    assert found(client, text) == [("GDE_COMMA", "участок где")]


@pytest.mark.parametrize("text", ["", " \n\t\n", "0", "№ 5, 10:00", "ok.example"])
def test_a_text_without_russian_words_is_not_asked_about(deserted, text):
    assert to(deserted).ask(text, budget=1) == ()


def test_a_paragraph_of_book_length_is_not_sent(deserted):
    with pytest.raises(NotThere, match="абзац длиннее"):
        to(deserted).ask("слово " * 5_000, budget=1)


def test_many_threads_may_ask_at_once(client):
    texts = [f"{'😀' * number} {BAD}" for number in range(24)]
    with ThreadPoolExecutor(8) as pool:
        places = list(pool.map(lambda text: found(client, text), texts))
    assert places == [[("GDE_COMMA", "участок где")]] * 24


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=200))
def test_whatever_the_text_its_remarks_lie_inside_it(client, text):
    for said in client.ask(text, budget=30):
        assert 0 <= said.start < said.end <= len(text)
        assert "\n" not in text[said.start : said.end]


class TestFaults:
    def test_nobody_there(self, deserted):
        with pytest.raises(NotThere, match="не отвечает"):
            to(deserted).ask(BAD, budget=5)

    def test_accepts_and_says_nothing(self, silent):
        began = monotonic()
        with pytest.raises(TooSlow, match=r"не ответил за 0\.5 с"):
            to(silent).ask(BAD, budget=0.5)
        assert monotonic() - began < 2

    @pytest.mark.parametrize(
        "body",
        [
            b"",
            b"<html>It works!</html>",
            b"\xff\xfe\x00",
            b"[]",
            b"null",
            b"[1, 2]",
            b'{"matches": []}',
            json.dumps([{"code": "ru", "longCode": "ru-RU"}]).encode(),
        ],
    )
    @pytest.mark.parametrize("status", [200, 500])
    def test_answers_rubbish(self, answering, body, status):
        with answering(body, status=status) as address, pytest.raises(NotThere):
            to(address).ask(BAD, budget=5)
