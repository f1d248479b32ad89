"""LanguageTool's rules as we call them: real sentences, and the two data files against the real server's rules."""

import re
import zipfile

import pytest

from answer_builder.lint import check
from answer_builder.lint.engine import check_with
from answer_builder.lint.languagetool.engine import Look, Present
from answer_builder.lint.languagetool.installation import jars_folder
from answer_builder.lint.languagetool.remarks import calling, is_believed, named, remark, switched_off, switched_on
from answer_builder.lint.languagetool.said import Said
from answer_builder.lint.languagetool.servers import GivenServer

# rules written in Java: their ids are in no file
IN_JAVA = {
    "MORFOLOGIK_RULE_RU_RU",
    "UPPERCASE_SENTENCE_START",
    "RU_UNPAIRED_BRACKETS",
    "DOUBLE_PUNCTUATION",
    "RU_COMPOUNDS",
    "RU_SIMPLE_REPLACE",
    "TOO_LONG_SENTENCE",
    "WHITESPACE_RULE",
    "WORD_REPEAT_RULE",
}


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
        ("Жильцы которые подали иск, выиграли дело.", "Жильцы которые", "PUNKT_KOTORIJ", "punctuation", "error"),
        ("Сквер о котором Вы пишете, открыт.", "Сквер о котором", "PUNKT_KOTORIJ1", "punctuation", "warning"),
        (
            "Бригада приехала чтобы вскрыть подвал.",
            "приехала чтобы вскрыть",
            "PUNCT_VB_INF_OBOROT",
            "punctuation",
            "warning",
        ),
        ("Следовательно срок ответа не нарушен.", "Следовательно срок", "VVODNOE_SLOVO", "punctuation", "warning"),
        ("К сожалению путёвок пока нет.", "К сожалению путёвок", "KAK_VVODNOE", "punctuation", "warning"),
        ("Подрядчик конечно вернёт плату.", "Подрядчик конечно вернёт", "KAK_VVODNOE", "punctuation", "warning"),
        ("Как правило счётчики ставят летом.", "Как правило счётчики", "KAK_PRAVILO", "punctuation", "warning"),
        (
            "Рассмотрев письмо министерство сообщает следующее.",
            "Рассмотрев письмо министерство сообщает",
            "PUNCT_DPT_2",
            "punctuation",
            "warning",
        ),
        (
            "Мастер осмотрел батарею заменил кран.",
            "осмотрел батарею заменил",
            "Verb_comma_Verb",
            "punctuation",
            "warning",
        ),
        ("Пожалуйста пришлите копию паспорта.", "Пожалуйста пришлите", "POZHALUJSTA", "punctuation", "warning"),
        # управление
        ("Заявка от жителем дома 7 поступила 4 мая.", "от жителем", "PREP_U_and_Noun", "grammar", "warning"),
        ("Благодаря поддержки жителей сквер открыли.", "Благодаря поддержки", "vopreki_NN", "grammar", "error"),
        ("Плату начислили согласно тарифа.", "согласно тарифа", "Prep_Soglasno", "grammar", "error"),
        ("Благодаря ним сквер сохранили.", "Благодаря ним", "PREP_and_PNN1", "grammar", "warning"),
        ("Вода с стены стекает в подвал.", "с стены", "S_SO", "grammar", "warning"),
        ("Приложите копию акта о осмотре.", "о осмотре", "O_OB_OBO", "grammar", "warning"),
        ("Ответ содержится письме от 4 мая.", "содержится письме", "Verb_and_wo_P", "grammar", "warning"),
        # согласование и формы
        ("Новый площадка открыта для детей.", "Новый площадка", "Unify_Adj_NN_gender", "grammar", "warning"),
        ("В доме двадцать два подъездов.", "два подъездов", "Sklonenije_NUM_NN", "grammar", "warning"),
        ("Плата выросла на 3,7 процентов.", "3,7 процентов", "Num_plus_Noun", "grammar", "warning"),
        ("Оба стороны подписали договор.", "Оба стороны", "Oba_obe", "grammar", "error"),
        ("Заявитель может получает копию акта.", "может получает", "Verb_and_Verb", "grammar", "error"),
        ("Вам нужно обратится в суд.", "обратится", "Verb_tsa_and_ttsya", "grammar", "error"),
        ("Соседний маршрут более короче.", "более короче", "grammar_bolee_interesnee", "grammar", "warning"),
        ("Жалобу подал пётр Ильич Комов.", "пётр", "Cap_Letters_Name", "spelling", "warning"),
        # набор
        ("Дом сдан (см. акт от 5 мая.", "(", "RU_UNPAIRED_BRACKETS", "typography", "warning"),
        ("Ремонт обошёлся в 40 тыс рублей.", "тыс", "ABREV_DOT", "typography", "warning"),
        ("Приём идёт в пос.заречном.", "заречном", "LC_AFTER_PERIOD_RU", "typography", "warning"),
        # смысл
        ("Приём 31 февраля 2027 года.", "31 февраля", "INVALID_DATE", "grammar", "warning"),
        ("Ждём Вас в понедельник, 5 мая 2026 года.", "понедельник, 5 мая 2026", "DATE_WEEKDAY1", "grammar", "warning"),
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
    assert not re.search('редполага|Логическая|Грамматическая|плеоназм|"', said.message)
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
        "Вода пригодна для полива, а для питья не пригодна она.",  # Ne_pril_prich1
        "Названные документы вернут по почте.",  # NN_N_pril_prich
        "ПОСТАНОВЛЕНИЕ ГЛАВЫ РАЙОНА принято 4 мая.",  # AllCaps
        "Рост платы за воду – 4 процента.",  # ROST
        "Сведения о том, что дом снесут, не подтвердились.",  # O_tom_chto
        "Вместо старой горки установят новую.",  # missing_noun_at_end
        "Подрядчик же срок не нарушил.",  # PARTICLE_JE
        "Сейф вскрыт, клиент ждёт министр строительства.",  # BLAGOZVUCHNOST
        "Во дворе спилили тополя и посадили липы.",  # Prep_i
        "Тем не менее, по данным комиссии, дом крепкий.",  # tem_ne_menee
        "В результате, по словам жителей, двор чист.",  # NO_VVODNOE
        "К сожалению, представленная справка просрочена.",  # Soglasovanie_NN_PT_2
        "Требуется экспертиза дома, она стоит 20 тысяч рублей.",  # grammar_Duplication…
        "Дома № 5 и № 6 отремонтированы.",  # TYPOGRAF_SYMBOL
        "И. о. министра     Цой Л. М. согласен.",  # WHITESPACE_RULE
        "Если Вы получили то письмо, приложите его.",  # ESLI_TO
        "Контроль за подрядчиком ведёт отдел.",  # Kontrol_za_nad
        # слова, о которых правилу не верят: never и only в remarks.toml
        "Начиная с 1 июня автобус ходит до конечной.",
        "Исходя из сметы ремонт обойдётся в 2 млн рублей.",
        "Однако, учитывая срок, ответ дан.",
        "Здание, рядом с которым растут липы, отремонтируют.",
        "Двор закрыли не чтобы мешать проезду.",
        "Выше них стоит только кран.",
        "Где то место, о котором Вы пишете, уточните.",
        # похожее на ошибку, но верное
        "Договор, в соответствии с которым ведут работы, заключён 4 марта.",
        "Решение может быть обжаловано, если заявитель с ним не согласен.",
        "Продлить срок возможно один раз.",
        "Согласно данным Росреестра дом стоит на учёте.",
        "Со стороны двора и с улицы вход открыт.",
        "Ремонт обошёлся в 1,5 млн рублей, из них 0,9 млн – из бюджета.",
        "В пункте 1.1 слова заменены, подпункт 2.3 раздела 5 отменён.",
        "Наша вера в людей крепка, надежда есть.",
        "Заявление подают на сайте министерство.область.рф или лично.",
        "Большинство жителей проголосовало за сквер.",
        "Общество с ограниченной ответственностью «Восход» оштрафовано.",
        # скобки перечня
        "1) копия паспорта;\n2) справка о составе семьи.",
    ],
)
def test_ordinary_official_sentences_are_left_alone(engine, text):
    assert engine.look(text) == Look()


@pytest.mark.parametrize(
    "text",
    [
        "Ответ отправлен почтой 6 июня , копия приложена.",
        "Найден более лучший вариант проезда.",
        "Ремонт начнётся в мае месяце.",
        "Справку выдали в в отделе.",
        "Мастер заменит заменит трубу.",
        "Плату начислили согласно тарифа.",
    ],
)
def test_a_place_is_named_once_and_in_our_words(engine, text):
    assert engine.look(text).remarks
    assert findings(engine, text)
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

    def test_a_rule_asked_for_by_name_is_real_and_off_by_itself(self, real):
        assert set(switched_on()) <= real
        assert not set(switched_on()) & set(switched_off())
        assert all(len(reason) > 20 for reason in switched_on().values())

    @pytest.mark.parametrize("rule", named())
    def test_every_line_can_be_read(self, rule):
        assert calling(rule, "GRAMMAR").why.strip()
        assert remark(Said(rule, "GRAMMAR", "Слова", 0, 1, ())).message.endswith(".")

    def test_an_unheard_of_rule_is_advice(self):
        unheard = calling("NEW_RULE", "NEW_CATEGORY")
        assert (unheard.category, unheard.level) == ("grammar", "info")

    def test_a_rule_takes_from_its_category_what_it_does_not_say(self):
        assert calling("Verb_and_Verb", "GRAMMAR").basis == calling("ANOTHER", "GRAMMAR").basis
        assert calling("Verb_and_Verb", "GRAMMAR").level == "error"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("😀 В доме 👨‍👩‍👧 «Без паспортом» нельзя 😀.", "Без паспортом"),
        ("Справка для\u00a0представлением в банк.", "для\u00a0представлением"),
        ("Бри\u00adгада при\u00adехала но опоздала.", "при\u00adехала но"),
        ("Первый абзац 😀.\n\nСквер о котором Вы пишете, открыт.", "Сквер о котором"),
        ("ё: ёлка\u0301 но ель.", "ёлка\u0301 но"),
    ],
)
def test_offsets_are_code_points_whatever_stands_before(engine, text, words):
    (said,) = engine.look(text).remarks
    assert text[said.start : said.end] == words


def test_what_a_rule_is_not_believed_about():
    assert not is_believed(Said("PUNCT_DPT_2", "PUNCTUATION", "", 0, 1, (), "Начиная с мая дом"))
    assert is_believed(Said("PUNCT_DPT_2", "PUNCTUATION", "", 0, 1, (), "Начиная ремонт дом"))
    assert not is_believed(Said("PREP_and_PNN1", "GRAMMAR", "", 0, 1, (), "лучше них"))
    assert is_believed(Said("PREP_and_PNN1", "GRAMMAR", "", 0, 1, (), "Вопреки ним"))
