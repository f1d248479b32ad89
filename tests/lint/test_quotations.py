"""Words of laws and of the citizen in «…» belong to others: categories that judge style leave them alone."""

import pytest

from answer_builder.lint import CATEGORIES, Context, all_rules, check

LEAVE_ALONE = [rule for rule in all_rules() if not CATEGORIES[rule.category][1]]
READ = [category for category, (_, reads_quotes) in CATEGORIES.items() if reads_quotes]
EXAMPLES = [
    pytest.param(rule, example, id=f"{rule.id}-{example.finds[0]}")
    for rule in LEAVE_ALONE
    for example in rule.examples
    if example.finds and not set('«»„“”"\n') & set(example.text)
]


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_another_s_words_are_not_judged(rule, example):
    context = Context(is_several=example.is_several, pages=example.pages, answers=example.answers)
    quoted = f"Уважаемая Мария Петровна!\nВ документе написано: «{example.text}»."
    assert rule.id in [finding.rule for finding in check(example.text, context=context)]
    found = [finding for finding in check(quoted, context=context) if finding.match]
    assert rule.id not in [finding.rule for finding in found]


def test_enough_is_proved():
    assert len(EXAMPLES) > 150
    assert {rule.category for rule, _ in (example.values for example in EXAMPLES)} == {
        category for category, (_, reads_quotes) in CATEGORIES.items() if not reads_quotes
    }


@pytest.mark.parametrize(
    "text",
    [
        # название закона и порядка
        "Ответ дан по Федеральному закону «О порядке рассмотрения обращений граждан Российской Федерации».",
        "Действует приказ «О принятии мер в установленном порядке».",
        # слова гражданина, кавычки внутри кавычек и другие кавычки
        "Вы пишете: «Мне ответили, что вопрос взят на контроль».",
        "Вы пишете: «В ответе было сказано: «Вопрос взят на контроль», и всё».",
        "Вы пишете: „Вопрос взят на контроль“.",
        'Вы пишете: "Вопрос взят на контроль".',
    ],
)
def test_evasion_in_quotation_marks_is_nobody_s_here(text):
    assert [finding for finding in check(text) if finding.category in ("evasion", "clericalese")] == []


@pytest.mark.parametrize(
    "text",
    [
        "Вы просите убрать «двор». Вопрос взят на контроль.",
        "Вопрос «уборки двора» взят на контроль.",
        "Вы пишете: «Уберите двор». Вопрос взят на контроль. Вы пишете: «Когда?».",
        "Вопрос взят на контроль в отделе «Восход.",  # a mark that was never closed quotes nothing
    ],
)
def test_words_outside_the_marks_are_judged(text):
    assert "evasion" in [finding.category for finding in check(text)]


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("Вы пишете: «ваше завление рассмотрено».", "spelling"),
        ("Программа «Уют  и двор» принята.", "typography"),
    ],
)
def test_spelling_and_signs_are_read_in_quotation_marks_too(text, category):
    assert category in READ
    assert category in [finding.category for finding in check(text)]
