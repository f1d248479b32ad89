"""The questions lead every appeal to the answer the law gives it; a broken tree is refused with its place named."""

import pytest

from answer_builder import catalogue
from answer_builder.catalogue import choose, read_replies, read_reply
from answer_builder.catalogue.choosing import Questions
from answer_builder.errors import BrokenContent, CannotRun

ORDINARY = "written clear ours ready"  # a letter that can be answered at once; «no» to everything else


def led_to(yes):
    """Where one comes who says «yes» to these questions and «no» to all others."""
    replies = []
    while not (route := choose(replies)).outcome:
        replies.append(route.question.key in yes.split())
    assert not (set(yes.split()) - {step.question.key for step in route.steps}), "a question was not asked"
    return route.outcome.key


def all_outcomes(replies=()):
    route = choose(replies)
    if route.outcome:
        yield route
    else:
        yield from all_outcomes((*replies, True))
        yield from all_outcomes((*replies, False))


@pytest.mark.parametrize(
    ("yes", "outcome"),
    [
        # Четыре ситуации
        (f"{ORDINARY} done", "solved"),
        (f"{ORDINARY} possible date_known", "will_be_solved"),
        (f"{ORDINARY} possible", "no_date"),
        (ORDINARY, "cannot"),
        # Кто пишет и о чём
        ("written", "no_sender_data"),
        ("written sender", "unreadable"),
        ("written sender legible", "essence_unclear"),
        ("written sender legible essence ours ready done", "solved"),
        # Не наш вопрос
        ("written clear", "redirect"),
        ("written clear migration", "redirect_migration"),
        ("written clear several_bodies", "redirect_several"),
        ("written clear complaint", "return_complaint"),
        ("written clear complaint someone_else", "redirect"),
        # Суд; опубликованный ответ судебное решение не заслоняет
        ("written clear ours obstacle court", "court_decision"),
        ("written clear ours obstacle court court_on_site", "answer_on_site"),
        # Ответ уже дан
        ("written clear ours obstacle on_site", "answer_on_site"),
        ("written clear ours obstacle repeated correspondence_ended", "repeated_no_new"),
        # Без решения руководителя переписку не прекращают
        ("written clear ours obstacle repeated ready done", "solved"),
        ("written clear ours obstacle secret_inside", "secret"),
        # Брань: вправе, не обязан
        ("written clear ours obstacle abuse merits_refused", "abuse_of_right"),
        ("written clear ours obstacle abuse ready done", "solved"),
        # Ответ ещё не готов
        ("written clear ours citizen_knows", "clarify"),
        ("written clear ours longer reason_to_extend", "extension"),
        ("written clear ours", "interim"),
        # Причины продлить нет: отвечают в срок
        ("written clear ours longer possible", "no_date"),
        (f"{ORDINARY} for_many", "site_placement"),
        # Личный приём
        ("reception left_in_writing clear ours ready", "reception_written"),
        ("reception left_in_writing clear", "redirect"),
        ("reception", "reception_other_body"),
        ("reception reception_ours told_on_the_spot", "told"),
        ("reception reception_ours ready done", "solved"),
        # Услуга, почта, звонок
        ("service service_documents", "incomplete_service"),
        ("service", "by_regulation"),
        ("email", "email_not_appeal"),
        ("", "another_way"),
    ],
)
def test_every_appeal_comes_to_its_answer(yes, outcome):
    assert led_to(yes) == outcome


def test_some_way_leads_to_every_entry_of_the_catalogue():
    assert {route.outcome.key for route in all_outcomes()} >= catalogue.all_answers().keys()


def test_an_ordinary_appeal_takes_at_most_nine_questions():
    for yes in ("done", "possible date_known", "possible", ""):
        replies = []
        while not (route := choose(replies)).outcome:
            replies.append(route.question.key in f"{ORDINARY} {yes}".split())
        assert len(route.steps) <= 9


def test_a_question_that_is_asked_has_its_norm():
    for route in all_outcomes():
        assert all(step.question.text.endswith("?") and "ФЗ" in step.question.norm for step in route.steps)


def test_abuse_of_right_advises_to_answer_on_the_merits():
    (advice,) = {route.outcome.advice for route in all_outcomes() if route.outcome.key == "abuse_of_right"}
    assert "право, а не обязанность" in advice
    assert "лучше ответьте" in advice


def test_too_many_replies_are_refused_with_the_result():
    with pytest.raises(CannotRun, match=r"Вопросов было 4, а ответов 5.*электронную почту"):
        choose(read_replies("нет нет нет да да"))


@pytest.mark.parametrize("word", ["да", "Да.", " ДА ", "д", "yes", "lf", "1", "+"])
def test_yes_is_read_as_people_type_it(word):
    assert read_reply(word) is True


@pytest.mark.parametrize("word", ["нет", "Нет!", "н", "no", "ytn", "0", "-"])
def test_no_is_read_as_people_type_it(word):
    assert read_reply(word) is False


@pytest.mark.parametrize("word", ["", "может быть", "?", "данет", "назад"])
def test_other_words_are_no_reply(word):
    assert read_reply(word) is None


def test_a_wrong_reply_is_named_by_its_place():
    with pytest.raises(CannotRun, match="Ответ № 2 – «может»"):
        read_replies("да, может, нет")


TREE = {
    "first": 'text = "А?"\nnorm = "статья 1"\nyes = "solved"\nno = "second"',
    "second": 'text = "Б?"\nnorm = "статья 2"\nyes = "no_date"\nno = "other"',
}
OTHER = '[[outcomes]]\nkey = "other"\ntitle = "Иное"\nadvice = "Совет."\n'


def tree(begins="first", outcomes=OTHER, more="", **changes):
    questions = "".join(f'[[questions]]\nkey = "{key}"\n{rest}\n' for key, rest in {**TREE, **changes}.items())
    answers = {slug: catalogue.all_answers()[slug] for slug in ("solved", "no_date")}
    return Questions(f'begins = "{begins}"\n{questions}{outcomes}{more}', answers, tuple(answers))


def test_an_outcome_may_be_no_entry_at_all():
    route = tree().follow((False, False))
    assert (route.outcome.title, route.outcome.answer) == ("Иное", None)


def test_a_following_question_takes_the_earlier_reply_without_asking():
    second = 'follows = "first"\nyes = "other"\nno = "no_date"'
    first = 'text = "А?"\nnorm = "статья 1"\nyes = "second"\nno = "solved"'
    branch = tree(first=first, second=second).follow
    assert branch((True,)).outcome.key == "other"
    assert [step.question.key for step in branch((True,)).steps] == ["first"]


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"begins": "nowhere"}, "строка 1, поле «begins»: нет ни вопроса, ни ответа «nowhere»"),
        (
            {"second": TREE["second"].replace("no_date", "no_dat")},
            r"строка 12, поле «questions\[2\]\.yes»: нет .* «no_dat»",
        ),
        ({"second": TREE["second"].replace("other", "first")}, "по кругу: first → second → first"),
        ({"third": TREE["second"]}, "к «third» не ведёт ни один ответ"),
        ({"second": TREE["second"].replace("other", "solved")}, r"«outcomes\[1\]\.key»: к «other» не ведёт"),
        ({"solved": TREE["second"]}, "«solved» уже есть"),
        ({"first": TREE["first"].replace('"second"', '"no_date"')}, "к «second» не ведёт"),
        ({"second": TREE["second"].replace("no_date", "solved")}, "«not_asked»: вопросы не ведут к «no_date»"),
        ({"more": '[not_asked]\nsolved = "причина"\n'}, "not_asked.solved.*вопросы ведут"),
        ({"second": TREE["second"] + '\nfollows = "zero"'}, "follows»: нет вопроса «zero»"),
        ({"second": TREE["second"].replace('norm = "статья 2"\n', "")}, r"questions\[2\]\.norm"),
        ({"second": TREE["second"] + '\nmaybe = "solved"'}, r"questions\[2\]\.maybe.*такого поля нет"),
        ({"more": f'[[questions]]\nkey = "second"\n{TREE["second"]}\n'}, "«second» уже есть"),
        ({"outcomes": '[[outcomes]]\nkey = "other"\nadvice = "Совет."\n'}, r"outcomes\[1\]\.title"),
    ],
)
def test_a_broken_tree_is_refused_with_its_place(changes, words):
    with pytest.raises(BrokenContent, match=r"choose\.toml") as refusal:
        tree(**changes)
    refusal.match(words)


def test_an_entry_that_is_not_asked_for_needs_a_reason_and_gets_by():
    second = TREE["second"].replace("no_date", "other")
    assert tree(second=second, more='[not_asked]\nno_date = "выбирают из списка"\n').follow((True,)).outcome


@pytest.fixture
def own_questions(tmp_path, monkeypatch):
    """An authority's own choose.toml."""

    def put(content):
        folder = tmp_path / "typical_answers"
        folder.mkdir()
        (folder / "choose.toml").write_text(content, encoding="utf-8")
        monkeypatch.setenv("ANSWER_BUILDER_CONTENT", str(tmp_path))

    return put


def test_an_authority_may_ask_its_own_questions(own_questions):
    own_questions(
        'begins = "done"\n[[questions]]\nkey = "done"\ntext = "Сделано?"\nnorm = "59-ФЗ"\n'
        'yes = "solved"\nno = "cannot"\n'
    )
    assert choose().question.text == "Сделано?"
    assert choose((False,)).outcome.key == "cannot"


def test_a_fault_of_its_own_questions_names_its_file(own_questions, tmp_path):
    own_questions('begins = "done"\n')
    with pytest.raises(BrokenContent, match=r"choose\.toml, строка 1") as refusal:
        choose()
    assert str(tmp_path) in str(refusal.value)
