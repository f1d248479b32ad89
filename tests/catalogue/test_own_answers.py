"""An authority's own answers: added, put in place of shipped ones, and named with file, line and field when wrong."""

from importlib.resources import files

import pytest

from answer_builder import catalogue
from answer_builder.errors import BrokenContent

EXAMPLE = (files("answer_builder") / "content_example/typical_answers/notices/joint_inspection.toml").read_text("utf-8")
SOLVED = (files("typical_answers") / "situations/solved.toml").read_text("utf-8")
INSPECTION = "typical_answers/notices/joint_inspection.toml"
OWN_SOLVED = "typical_answers/situations/solved.toml"


def complaint() -> str:
    with pytest.raises(BrokenContent) as error:
        catalogue.all_answers()
    return str(error.value)


def line(text: str, words: str, nth: int = 1) -> int:
    """The number of the nth line that begins with these words."""
    return [number for number, line in enumerate(text.split("\n"), 1) if line.strip().startswith(words)][nth - 1]


def test_an_own_answer_stands_among_its_kind(own):
    path = own.put(INSPECTION, EXAMPLE)
    answers = catalogue.all_answers()
    assert answers["joint_inspection"].origin == str(path)
    kinds = [answer.kind for answer in answers.values()]
    assert kinds == sorted(kinds, key=["situation", "ground", "notice"].index)
    assert list(answers)[-1] == "joint_inspection"  # order = 50


def test_an_own_answer_replaces_the_shipped_one_of_its_name(own):
    path = own.put(OWN_SOLVED, SOLVED.replace('title = "', 'title = "По-нашему: ', 1))
    answer = catalogue.all_answers()["solved"]
    assert (answer.title[:10], answer.origin) == ("По-нашему:", str(path))
    assert len(catalogue.all_answers()) == len(list(files("typical_answers").glob("*/*.toml")))


WRONG = [
    # значения
    ("order = 50", 'order = "пятый"', "order", "поле «order»: нужно целое число"),
    ('regime = "59-fz"', 'regime = "60-fz"', "regime", "поле «regime»: «60-fz» не подходит, можно: 59-fz"),
    ('kind = "notice"', 'kind = "ground"', "kind", "поле «kind»: «ground» не подходит, можно: notice"),
    ("closes = false", "closes = 0", "closes", "поле «closes»: нужно true или false"),
    ("legal_as_of = 2024-12-28", "legal_as_of = 2024-12-28T10:00:00", "legal", "поле «legal_as_of»: нужна дата"),
    ("days = 30", 'days = "месяц"', "days", "поле «term.days»: нужно целое число"),
    ('title = "Приглашение', 'colour = 1\ntitle = "Приглашение', "colour", "поле «colour»: такого поля нет"),
    ('title = "Приглашение', 'example = 5\ntitle = "Приглашение', "example = 5", "поле «example»: нужна таблица"),
    # поля
    ('use = "subject"', 'use = "subjekt"', "use", "поле «fields[1].use»: поля «subjekt» нет в shared.toml"),
    ('label = "День', 'lable = "День', ("[[fields]]", 2), "поле «fields[2].label»: нужна непустая строка"),
    ('type = "time"', 'type = "hour"', 'type = "hour"', "поле «fields[3].type»: «hour» не подходит"),
    ('key = "place"', 'key = "visit_time"', ('key = "visit_time"', 2), "поле «fields[4].key»: имя «visit_time» уже"),
    ('key = "place"', 'key = "number"', 'key = "number"', "поле «fields[4].key»: имя «number» уже занято"),
    ('key = "place"', 'key = "law"', 'key = "law"', "поле «fields[4].key»: имя «law» уже занято"),
    ("example = 2026-12-01", 'example = "вчера"', 'example = "вчера"', "поле «fields[2].example»: «вчера»"),
    ('example = "10:30"', 'example = ""', 'example = ""', "поле «fields[3].example»: полю «visit_time» нужен"),
    # слова
    ("{{ place }}", "{{ plase }}", '"Ждём', "поле «text[2]»: неизвестное поле «plase». Возможно, это «place»?"),
    ("[ С собой возьмите {{ bring }}.]", "{{ bring }}", '"Ждём', "поле «text[2]»: необязательное поле «bring»"),
    ('    "{{ body }}",\n', "", "text", "поле «text»: нет абзаца «{{ body }}»"),
    ("осмотрим место и", "{{ body }}", '"{{ received', "поле «text[1]»: список «body» должен стоять отдельным"),
    # примеры
    ("says = [", "say = [", ("[[examples]]", 1), "поле «examples[1].says»: нужна хотя бы одна строка"),
    ('fields = { bring = "" }', "fields = 5", "fields = 5", "поле «examples[2].fields»: нужна таблица"),
    # не TOML
    ("text = [", "text = [[", "text = [[", "не закрыта кавычка или скобка"),
    ("order = 50", "order = 50\norder = 60", ("order", 2), "поле или раздел с таким именем уже есть выше"),
]


@pytest.mark.parametrize(("old", "new", "at", "words"), WRONG)
def test_a_wrong_file_is_named_with_line_and_field(own, old, new, at, words):
    text = EXAMPLE.replace(old, new, 1)
    path = own.put(INSPECTION, text)
    said = complaint()
    number = line(text, at) if isinstance(at, str) else line(text, *at)
    assert said.startswith(f"{path}, строка {number}")
    assert words in said


def test_what_is_missing_altogether_has_no_line(own):
    path = own.put(INSPECTION, EXAMPLE.replace("subject_line", "# "))
    assert complaint() == f"{path}, поле «subject_line»: нужна непустая строка"


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('key = "date_done"', 'key = "date_don"', "поле «fields»: не хватает поля «date_done»"),
        ('document = "answer"', 'document = "notification"', "поле «document»: у ответа «solved» из поставки"),
    ],
)
def test_a_replacement_keeps_what_the_rules_of_law_look_at(own, old, new, words):
    renamed = "{{ date_don }}" if "date_don" in new else "{{ date_done }}"
    path = own.put(OWN_SOLVED, SOLVED.replace(old, new).replace("{{ date_done }}", renamed))
    said = complaint()
    assert said.startswith(str(path))
    assert words in said


def test_a_field_of_the_law_keeps_its_type_and_stays_obligatory(own):
    before = 'key = "date_done"'
    start = SOLVED.index(before)
    own.put(OWN_SOLVED, SOLVED[:start] + SOLVED[start:].replace('type = "date"', 'type = "text"', 1))
    assert "в ответе из поставки тип date" in complaint()


def test_one_name_is_one_answer(own):
    path = own.put("typical_answers/grounds/solved.toml", SOLVED.replace('"situation"', '"ground"'))
    assert complaint().startswith(f"{path}, строка ")
    assert "назовите файл иначе" in complaint()
    path.unlink()
    own.put(INSPECTION, EXAMPLE)
    own.put("typical_answers/grounds/joint_inspection.toml", EXAMPLE.replace('"notice"', '"ground"'))
    assert "назовите файл иначе" in complaint()


class TestShared:
    """`shared.toml` of the own folder: only what it changes."""

    PLACE = "typical_answers/shared.toml"

    def test_a_phrase_is_replaced_and_a_field_is_changed_by_its_keys(self, own):
        own.put(self.PLACE, '[phrases]\ncontact = "Звоните."\nours = "Мы тут."\n[fields.subject]\nlabel = "О чём"\n')
        common = catalogue.shared()
        assert (common.phrases["contact"], common.phrases["ours"]) == ("Звоните.", "Мы тут.")
        assert "59-ФЗ" in common.phrases["law"]
        field = catalogue.all_answers()["solved"].field("subject")
        assert (field.label, field.grammatical_case) == ("О чём", "genitive")

    def test_an_arrival_is_told_in_other_words(self, own):
        own.put(self.PLACE, '[arrived]\npost = "пришедшее почтой"\n')
        assert catalogue.shared().arrivals["post"] == "пришедшее почтой"
        assert catalogue.shared().arrivals["site"] == "поступившее через официальный сайт"

    @pytest.mark.parametrize(
        ("content", "words"),
        [
            ("[phrases]\ncontact = 5\n", ", строка 2, поле «phrases.contact»: нужна непустая строка"),
            ('[phrases]\na = "{{ b }}"\nb = "{{ a }}"\n', ", строка 2, поле «phrases.a»: фраза ссылается сама на себя"),
            ('[phrases]\nbody = "а"\n', ", строка 2, поле «phrases.body»: это имя занято"),
            ('[arrived]\npigeon = "прилетевшее"\n', ", строка 2, поле «arrived.pigeon»: обращения так не приходят"),
            ('[instead_of_addressee]\nanswer = "а"\n', ", строка 2, поле «instead_of_addressee.answer»: можно только"),
            ('[fields.subject]\nlable = "а"\n', ", строка 2, поле «fields.subject.lable»: такого поля нет"),
            ('[fields.new]\nlabel = "а"\n', ", строка 1, поле «fields.new.type»: нужна непустая строка"),
            ("[phrase]\n", ", строка 1, поле «phrase»: такого поля нет"),
            ('[phrases]\ncontact = "{{ nobody }}"\n', ": с этими общими фразами не читается ответ из поставки"),
        ],
    )
    def test_what_is_wrong_is_named(self, own, content, words):
        path = own.put(self.PLACE, content)
        assert complaint().startswith(f"{path}{words}")
