"""A letter on several questions: each is answered in its own point, none is lost (пункт 7.9 Порядка министерства)."""

from datetime import date
from itertools import pairwise

import pytest

from answer_builder import catalogue
from answer_builder.errors import Refused
from answer_builder.letter.case import read_case
from answer_builder.letter.compose import compose
from answer_builder.letter.example_case import example_case
from answer_builder.one_letter import make_letter

TODAY = date(2026, 11, 22)
COMMON = ("answer", "fields", "body")
POINTS = [slug for slug, answer in catalogue.all_answers().items() if answer.point]


def question(slug, **fields):
    return {"answer": slug, "fields": example_case(slug)["fields"] | fields}


def several(*questions, **common):
    raw = {key: value for key, value in example_case("solved").items() if key not in COMMON}
    return raw | {"questions": list(questions)} | common


def letter(*questions, **common):
    return compose(read_case(several(*questions, **common), today=TODAY))


def words(made):
    return "\n".join((*made.text, *made.closing)).replace("\N{NO-BREAK SPACE}", " ")


def faults(raw):
    with pytest.raises(Refused) as refused:
        read_case(raw, today=TODAY)
    return {fault.key: str(fault) for fault in refused.value.faults}


# ---- what the letter says


def test_every_question_has_a_numbered_point_after_one_opening():
    made = letter(question("solved"), question("cannot", subject="вывоза мусора"))
    assert made.heading == "О рассмотрении Вашего обращения"
    assert words(made).startswith(
        "Рассмотрев Ваше обращение, поступившее в министерство строительства Сахалинской области, сообщаем по каждому "
        "вопросу отдельно.\n1. По вопросу ремонта подъезда № 2 дома № 5 по улице Садовой. Этот вопрос решён.\n12 ноября"
    )
    assert "\n2. По вопросу вывоза мусора. К сожалению, решить этот вопрос так, как Вы просите, нельзя:" in words(made)
    assert words(made).count("Рассмотрев") == words(made).count("на них ответит исполнитель") == 1


@pytest.mark.parametrize("slug", POINTS)
@pytest.mark.parametrize("name", ["Дорохов Андрей Ильич", "Зайцева Полина Марковна", ["Лев Ильич", "Анна Львовна"]])
def test_every_point_builds_says_what_its_answer_must_and_has_no_findings_but_length(slug, name):
    raw = several(question("no_date"), question(slug), addressee=example_case("solved")["addressee"] | {"name": name})
    raw["incoming"] = raw["incoming"] | {"registered": date(2026, 11, 16)}
    made = make_letter(raw, today=TODAY)
    assert {finding.rule for finding in made.findings} <= {"length.pages"}
    assert made.pages.pages <= 2
    assert "{{" not in made.letter.prose and "[" not in made.letter.prose
    for value in question(slug)["fields"].values():
        if isinstance(value, str) and len(value) > 20 and not value.startswith("https://"):
            assert value.casefold() in made.letter.prose.replace("\N{NO-BREAK SPACE}", " ").casefold()


def test_several_people_are_vy_in_lower_case():
    people = example_case("solved")["addressee"] | {"name": "Лаптев Глеб Юрьевич; Лаптева Дарья Олеговна"}
    made = letter(question("solved"), question("cannot"), addressee=people)
    assert made.greeting == "Уважаемые Глеб Юрьевич и Дарья Олеговна!"
    assert "Рассмотрев ваше обращение" in words(made)
    assert made.heading == "О рассмотрении вашего обращения"


def test_own_paragraphs_stand_in_the_point_of_their_question():
    made = letter(question("solved") | {"body": ["Про подъезд."]}, question("cannot") | {"body": "Про дом."})
    order = [words(made).index(part) for part in ("\n1. ", "Про подъезд.", "\n2. ", "Про дом.")]
    assert all(left < right for left, right in pairwise(order))


def test_what_several_points_end_with_is_said_once_after_all_of_them():
    ending = "Если Вы не согласны с этим ответом"
    one = words(letter(question("cannot"), question("solved")))
    assert one.index(ending) < one.index("\n2. ")
    alike = words(letter(question("cannot"), question("solved"), question("cannot")))
    assert alike.count(ending) == 1 and alike.index(ending) > alike.index("\n3. ")
    unlike = words(letter(question("cannot"), question("cannot", appeal_route="обратиться в суд")))
    assert unlike.count(ending) == 2 and unlike.index(ending) < unlike.index("\n2. ")


def test_attachments_of_all_questions_are_numbered_together():
    made = letter(
        *(question("solved"), question("answer_on_site")),
        attachments=["акт осмотра на 1 л. в 1 экз."],
    )
    assert [line.replace("\N{NO-BREAK SPACE}", " ") for line in made.attachments] == [
        "Приложение:",
        "1) распечатка ответа на 2 л. в 1 экз.;",
        "2) акт осмотра на 1 л. в 1 экз.",
    ]


def test_one_question_in_the_list_is_the_plain_case():
    raw = example_case("court_decision")
    listed = {key: value for key, value in raw.items() if key not in COMMON}
    listed["questions"] = [{key: raw[key] for key in COMMON}]
    assert read_case(listed, today=TODAY) == read_case(raw, today=TODAY)


def test_the_letter_tells_all_its_answers_and_has_the_usual_name():
    made = make_letter(several(question("solved"), question("cannot"), question("solved")), today=TODAY)
    assert made.case.answers == ("solved", "cannot", "solved")
    assert made.letter.answer == "solved+cannot"
    assert made.file_name == "5-1187-26_Ковальчук_М_П.docx"


# ---- what is refused


def test_a_question_without_an_answer_is_refused_by_its_subject():
    found = faults(several(question("solved"), {"fields": {"subject": "уборки снега"}}))
    assert set(found) == {"questions[2].answer"}
    assert "вопрос 2 «уборки снега» остался без ответа (пункт 7.9 Порядка министерства)" in found["questions[2].answer"]


@pytest.mark.parametrize("fields", [{}, {"subject": "уборки снега"}])
def test_a_question_with_empty_fields_is_refused(fields):
    found = faults(several(question("solved"), {"answer": "will_be_solved", "fields": fields}))
    assert "остался без ответа (пункт 7.9 Порядка министерства)" in found["questions[2].fields"]
    assert "не заполнено «Срок»" in found["questions[2].fields.due"]
    assert not any(key.startswith("questions[1]") for key in found)


def test_faults_of_questions_are_named_and_those_of_the_common_part_come_once():
    raw = several(
        question("will_be_solved", subject="уборки снега", due="2026-11-01"),
        question("solved", what_done=""),
        executor={"name": "Сидорова А.И.", "phone": ""},
    )
    found = faults(raw)
    assert set(found) == {"executor.name", "executor.phone", "questions[2].fields.what_done"}
    raw["executor"] = example_case("solved")["executor"]
    raw["questions"][1] = question("solved")
    found = faults(raw)
    assert found["questions[1].fields.due"].startswith("вопрос 1 «уборки снега»: «Срок»: он должен быть позже")


def test_the_common_part_is_checked_even_when_no_question_is_answered():
    assert "incoming.number" in faults(several({}, {}, incoming={"registered": "02.11.2026"}))


@pytest.mark.parametrize("slug", [slug for slug in catalogue.all_answers() if slug not in POINTS])
def test_what_is_always_a_letter_of_its_own_is_no_point(slug):
    message = faults(several(question("solved"), question(slug)))["questions[2].answer"]
    assert f"«{catalogue.all_answers()[slug].title}» – отдельное письмо" in message


@pytest.mark.parametrize(
    ("questions", "key", "words"),
    [
        ([], "questions", "нужен хотя бы один"),
        ("solved", "questions", "список вопросов"),
        ([question("solved")] * 21, "questions", "не больше 20, а указано 21"),
        ([question("solved"), "снег"], "questions[2]", "вопрос 2: нужен раздел"),
        ([question("solved"), question("cannot") | {"date": 1}], "questions[2].date", "общее для письма"),
        ([question("solved"), question("cannot") | {"answer": "canot"}], "questions[2].answer", "«cannot»"),
        ([question("solved"), question("cannot", sabject="а")], "questions[2].fields.sabject", "fields.subject"),
        ([question("solved"), {"answer": "cannot", "fields": []}], "questions[2].fields", "это раздел с полями"),
        ([question("solved"), question("cannot") | {"body": [None]}], "questions[2].body", "список строк"),
        ([question("redirect"), question("redirect")], "questions", "redirect_several"),
    ],
)
def test_a_broken_list_is_explained(questions, key, words):
    raw = several(incoming=example_case("redirect")["incoming"]) | {"questions": questions}
    assert words in faults(raw)[key]


@pytest.mark.parametrize("key", COMMON)
def test_what_belongs_to_a_question_stands_only_there(key):
    assert (
        "questions" in faults(several(question("solved"), question("cannot")) | {key: example_case("solved")[key]})[key]
    )


def test_no_question_is_lost_on_the_way_to_the_letter():
    questions = [question("no_date", subject=f"{number} дома") for number in range(1, 8)]
    made = letter(*questions)
    assert [f"{number}. По вопросу {number} дома." in words(made) for number in range(1, 8)] == [True] * 7
