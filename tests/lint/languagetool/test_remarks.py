"""LanguageTool's rules as we call them: real sentences, and the two data files against the real server's rules."""

import re
import zipfile

import pytest

from answer_builder.lint import check
from answer_builder.lint.engine import check_with
from answer_builder.lint.languagetool.engine import Look, Present
from answer_builder.lint.languagetool.installation import jars_folder
from answer_builder.lint.languagetool.remarks import calling, named, remark, switched_off
from answer_builder.lint.languagetool.said import Said
from answer_builder.lint.languagetool.servers import GivenServer

# rules written in Java: their ids are in no file
IN_JAVA = {"MORFOLOGIK_RULE_RU_RU", "UPPERCASE_SENTENCE_START", "RU_UNPAIRED_BRACKETS", "DOUBLE_PUNCTUATION"}


@pytest.fixture(scope="module")
def engine(languagetool):
    return Present(GivenServer(languagetool), patience=0, budget=30)


def findings(engine, text):
    look = engine.look(text)
    assert look.is_read
    return check(text, remarks=look.remarks)


@pytest.mark.parametrize(
    ("text", "words", "rule", "category", "level"),
    [
        # запятые
        ("Врач принимает утром но карточку оформляют днём.", "утром но", "A_NO_DA", "punctuation", "error"),
        ("На схеме показан участок где начнётся ремонт.", "участок где", "GDE_COMMA", "punctuation", "error"),
        ("Следовательно срок ответа не нарушен.", "Следовательно срок", "VVODNOE_SLOVO", "punctuation", "warning"),
        # управление и согласование
        ("Заявка от жителем дома 7 поступила 4 мая.", "от жителем", "PREP_U_and_Noun", "grammar", "warning"),
        ("Новый площадка открыта для детей.", "Новый площадка", "Unify_Adj_NN_gender", "grammar", "warning"),
        ("Заявитель может получает копию акта.", "может получает", "Verb_and_Verb", "grammar", "error"),
        ("Благодаря поддержки жителей сквер открыли.", "Благодаря поддержки", "vopreki_NN", "grammar", "error"),
        ("Соседний маршрут более короче.", "более короче", "grammar_bolee_interesnee", "grammar", "error"),
        # набор
        ("Дом сдан (см. акт от 5 мая.", "(", "RU_UNPAIRED_BRACKETS", "typography", "warning"),
        # смысл
        (
            "В школе есть свободная вакансия учителя.",
            "свободная вакансия",
            "SVOBODNAJA_VAKANSIJA",
            "grammar",
            "warning",
        ),
    ],
)
def test_real_remarks_come_in_our_words(engine, text, words, rule, category, level):
    (said,) = (remark for remark in engine.look(text).remarks if remark.rule == f"languagetool.{rule}")
    assert (text[said.start : said.end], said.calling.category, said.calling.level) == (words, category, level)
    assert said.message.endswith((".", "?"))
    assert re.search("[а-я]", said.message)
    assert said.calling.why
    assert said.calling.basis


@pytest.mark.parametrize(
    "text",
    [
        # правила, выключенные в switched_off.toml
        "Ответ дан по статье 4 Федерального закона № 59-ФЗ.",  # EAdj_NN_number_2_4
        "Крышу ремонтирует ООО «УК «Восход»», договор подписан.",  # DOUBL_KAVITCHKI
        "Порядок определяет:\nсроки ответа;\nнаправление клиенту ответа;",  # Potok_and_Noun
        "а) паспорт заявителя;",  # UPPERCASE_SENTENCE_START
        "Обращение рассмотрено в том числе на совещании 5 мая.",  # V_tom_chisle
        "- задаёт все интересующие вопросы во время одного разговора",  # strong_m
        "Вопрос, который Вы задали, касается порядка, который утвердил министр.",  # OPREDELENIA
        "Работы идут в доме, указанном Вами, - авария устранена.",  # COMMA_DEFIS
        "Такие как дороги и мосты объекты строят по программе.",  # TAKOJ_KAK
        "В этой связи договор расторгнут 5 мая.",  # V_etoj_svyazy
        "Онлайн-запись на приём ведёт Обломинстрой.",  # MORFOLOGIK_RULE_RU_RU
        # скобки перечня
        "1) копия паспорта;\n2) справка о составе семьи.",
    ],
)
def test_ordinary_official_sentences_are_left_alone(engine, text):
    assert engine.look(text) == Look()


def test_a_place_is_named_once_and_in_our_words(engine):
    text = "Ответ отправлен почтой  6 июня , копия приложена."
    assert engine.look(text).remarks
    assert not [finding for finding in findings(engine, text) if finding.rule.startswith("languagetool.")]


def test_fingerprints_do_not_depend_on_what_stands_before(engine):
    text = "Заявка от жителем дома 7 поступила 4 мая."
    look, moved = engine.look(text), engine.look(f"Дом готов 😀.\n\n{text}")
    (first,) = check_with((), text, remarks=look.remarks)
    (second,) = check_with((), f"Дом готов 😀.\n\n{text}", remarks=moved.remarks)
    assert first.fingerprint == second.fingerprint
    assert first.start != second.start


class TestDataFiles:
    @pytest.fixture
    def real(self):
        """The ids of all rules in the real server's Russian jar."""
        (jar,) = jars_folder().glob("language-ru-*.jar")
        with zipfile.ZipFile(jar) as content:
            grammar = content.read("org/languagetool/rules/ru/grammar.xml").decode()
        return IN_JAVA | set(re.findall(r'<(?:rule|rulegroup|category)\b[^>]*\bid="([^"]+)"', grammar))

    def test_every_rule_switched_off_is_real_and_has_a_reason(self, real):
        assert set(switched_off()) <= real
        assert all(len(reason) > 20 for reason in switched_off().values())

    def test_every_rule_with_its_own_line_is_real_and_asked_for(self, real):
        assert set(named()) <= real
        assert not set(named()) & set(switched_off())

    def test_an_unheard_of_rule_is_advice(self):
        unheard = calling("NEW_RULE", "NEW_CATEGORY")
        assert (unheard.category, unheard.level) == ("grammar", "info")

    def test_a_rule_takes_from_its_category_what_it_does_not_say(self):
        assert calling("Verb_and_Verb", "GRAMMAR").basis == calling("ANOTHER", "GRAMMAR").basis
        assert calling("Verb_and_Verb", "GRAMMAR").level == "error"


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ("Пропущена запятая", "Пропущена запятая."),
        ("Это   верно?\n", "Это верно?"),
        ("Дефис - не тире.", "Дефис – не тире."),
    ],
)
def test_messages_are_tidy(said, message):
    assert remark(Said("X", "GRAMMAR", said, 0, 1, ())).message == message


def test_at_most_three_different_replacements():
    assert remark(Said("X", "GRAMMAR", "", 0, 1, ("а", "а", "б", "в", "г"))).replacements == ("а", "б", "в")
