"""What each typical answer must and must not say is looked for in its finished letter, however that was edited."""

from datetime import date

import pytest

from answer_builder import catalogue
from answer_builder.letter.example_case import example_case
from answer_builder.lint import Context, check
from answer_builder.lint.splitting import split
from answer_builder.lint.statement import statement
from answer_builder.model import Finding
from answer_builder.one_letter import MadeLetter, make_letter

MUST_SAY, MUST_NOT_SAY = "situation.must_say", "situation.must_not_say"
ANSWERS = catalogue.all_answers()
DUTIES = [pytest.param(slug, said, id=f"{slug}-{said}") for slug in ANSWERS for said in ANSWERS[slug].must_say]
BANS = [
    pytest.param(slug, way, id=f"{slug}-{way}")
    for slug in ANSWERS
    for banned in ANSWERS[slug].must_not_say
    for way in banned.split(" | ")
]


def letter(slug: str) -> MadeLetter:
    return make_letter(example_case(slug), today=date(2026, 11, 22))


def findings(slug: str, text: str) -> tuple[Finding, ...]:
    case = letter(slug).case
    context = Context(
        is_several=case.addressee.is_several,
        is_addressed=bool(letter(slug).letter.greeting),
        answers=(slug,),
        names=frozenset(word for line in (*case.addressee.names, case.executor.name) for word in line.split()),
    )
    return tuple(finding for finding in check(text, context=context) if finding.level != "info")


def remarks(slug: str, text: str) -> list[tuple[str, str]]:
    """Rule and words of the findings that belong to the answer."""
    return [(found.rule, found.match) for found in findings(slug, text) if found.category == "situation"]


@pytest.mark.parametrize(("slug", "said"), DUTIES)
def test_letter_without_the_sentence_gets_exactly_this_finding(slug: str, said: str) -> None:
    prose = letter(slug).letter.prose
    document = split(prose)
    starts = [start for start, _ in statement(said).places(document)]
    assert starts
    text = prose
    for sentence in reversed([*document.sentences]):  # a letter may say it twice
        if any(sentence.start <= start < sentence.end for start in starts):
            text = text[: sentence.start].rstrip(" \N{NO-BREAK SPACE}") + text[sentence.end :]
    found = findings(slug, text)
    missing = {finding.message: found for finding in found if statement(said).shown in finding.message}
    assert missing
    for found in missing.values():
        assert {finding.rule for finding in found} == {MUST_SAY}, found
        assert len({finding.fingerprint for finding in found}) == len(found)
        for finding in found:
            assert ANSWERS[slug].title in finding.message
            assert finding.basis == "; ".join(ANSWERS[slug].basis)
            assert (finding.level, finding.match) == ("error", "")


@pytest.mark.parametrize(("slug", "said"), DUTIES)
def test_every_way_to_say_it_is_enough_however_it_is_typed(slug: str, said: str) -> None:
    for way in said.replace("https://", "https://example.ru/otvet").split(" | "):
        for edited in (
            way,
            way.upper().replace("HTTPS", "https"),
            way.replace("ё", "е").replace(" ", "\N{NO-BREAK SPACE}"),
            way.replace(" не ", " не\N{NO-BREAK SPACE}").replace(" ", " , ").replace("не , ", "не "),
        ):
            text = f"Сегодня, {edited} вот так."
            missing = [f.message for f in findings(slug, text) if f.rule == MUST_SAY]
            assert not any(f"«{statement(said).shown}»" in message for message in missing), edited


@pytest.mark.parametrize(("slug", "banned"), BANS)
def test_banned_words_are_found_in_the_letter_but_not_in_a_quotation(slug: str, banned: str) -> None:
    prose = letter(slug).letter.prose
    assert remarks(slug, prose) == []
    assert (MUST_NOT_SAY, banned) in remarks(slug, f"{prose}\nПишем так: {banned}.")
    assert remarks(slug, f"{prose}\nВ законе сказано: «Пишем так: {banned}.»") == []


@pytest.mark.parametrize(
    ("slug", "said", "edited"),
    [
        # другая форма и порядок
        ("solved", "Ваш вопрос решён.", "Мы уже решили Ваш вопрос."),
        ("solved", "Ваш вопрос решён.", "Решён, как мы убедились, и Ваш вопрос."),
        ("solved", "Ваш вопрос решён.", "ваш вопрос решен полностью"),
        ("court_decision", "мы возвращаем Вам обращение", "обращение Вам возвращается"),
        ("no_date", "точного срока пока нет", "назвать точный срок мы пока не можем"),
        ("repeated_no_new", "Новых доводов и обстоятельств в нём нет", "Новых доводов в обращении, к сожалению, нет"),
        ("extension", "Мы продлеваем срок", "Срок рассмотрения продлевается"),
        ("interim", "обращение не закрыто", "обращение остаётся пока открытым"),
        ("redirect", "мы направили обращение", "Ваше обращение было направлено"),
        ("cannot", "решить вопрос так, как Вы просите, нельзя", "Ваш вопрос не может быть решён так, как Вы просите"),
        ("will_be_solved", "Ваш вопрос будет решён", "Мы решим Ваш вопрос"),
        ("will_be_solved", "Ваш вопрос будет решён", "Вопрос, о котором Вы пишете, будет полностью решён"),
    ],
)
def test_honest_edit_keeps_the_letter_clean(slug: str, said: str, edited: str) -> None:
    prose = letter(slug).letter.prose.replace("\N{NO-BREAK SPACE}", " ")
    assert said in prose
    assert remarks(slug, prose.replace(said, edited)) == []


@pytest.mark.parametrize(
    ("slug", "said", "edited"),
    [
        # обратный смысл или другое время
        ("solved", "Ваш вопрос решён.", "Ваш вопрос не решён."),
        ("solved", "Ваш вопрос решён.", "Ваш вопрос решён не был."),
        ("solved", "Ваш вопрос решён.", "Ваш вопрос почти решён."),
        ("solved", "Ваш вопрос решён.", "Если Ваш вопрос решён, сообщите нам."),
        ("solved", "Ваш вопрос решён.", "Ваш вопрос нельзя считать решённым."),
        ("solved", "Ваш вопрос решён.", "Ваш вопрос пока не полностью решён."),
        ("solved", "Ваш вопрос решён.", "Ваш вопрос будет решён."),
        ("solved", "Ваш вопрос решён.", "Ваш вопрос может быть решён."),
        ("solved", "Ваш вопрос решён.", "Вы просите написать «вопрос решён»."),
        ("will_be_solved", "Ваш вопрос будет решён", "Ваш вопрос не будет решён"),
        ("will_be_solved", "Ваш вопрос будет решён", "Ваш вопрос решён"),
        ("interim", "обращение не закрыто", "обращение закрыто"),
        ("no_sender_data", "зарегистрировано", "получено"),
        # слова из двух предложений
        ("solved", "Ваш вопрос решён.", "Вы задали вопрос. Комиссия решила покрасить стены."),
    ],
)
def test_edit_that_changes_the_sense_is_noticed(slug: str, said: str, edited: str) -> None:
    prose = letter(slug).letter.prose.replace("\N{NO-BREAK SPACE}", " ")
    assert said in prose
    assert (MUST_SAY, "") in remarks(slug, prose.replace(said, edited))


@pytest.mark.parametrize(
    ("slug", "banned"),
    [
        ("solved", "Вопрос возьмут на особый контроль."),
        ("solved", "На контроль вопрос взят."),
        ("solved", "Ремонт запланировали на май."),
        ("unreadable", "У Вас неразборчивым почерком написано."),
        ("abuse_of_right", "Ваше хамское письмо прочитано."),
        ("repeated_no_new", "Прекращаем с Вами всякую переписку."),
        ("site_placement", "Уважаемые жители!"),
    ],
)
def test_banned_words_are_found_in_any_form(slug: str, banned: str) -> None:
    assert any(rule == MUST_NOT_SAY for rule, _ in remarks(slug, f"{letter(slug).letter.prose}\n{banned}"))


@pytest.mark.parametrize(
    ("slug", "fair"),
    [
        ("extension", "Ваше обращение будет рассмотрено до 20 декабря."),
        ("clarify", "Отвечать на наши вопросы Вы не должны."),
        ("secret", "Мы не имеем права сообщать такие сведения."),
        ("abuse_of_right", "Обращение зарегистрировано 2 ноября."),
    ],
)
def test_fair_words_that_look_like_banned_ones_are_left_alone(slug: str, fair: str) -> None:
    assert remarks(slug, f"{letter(slug).letter.prose}\n{fair}") == []


def test_letter_of_several_answers_keeps_what_each_must_say_and_the_bans_they_share() -> None:
    text = "Ваш вопрос о подъезде решён. Вопрос о крыше будет решён в мае 2027 г.: ремонт планируется."
    both = Context(answers=("solved", "will_be_solved"))
    assert [finding.rule for finding in check(text, context=both) if finding.category == "situation"] == []
    half = check(text.partition(".")[0] + ". Всё взяли на контроль.", context=both)
    assert [finding.rule for finding in half if finding.category == "situation"] == [MUST_SAY, MUST_NOT_SAY]


def test_text_of_no_known_answer_is_asked_nothing() -> None:
    assert check("Двор уберут до 5 мая.") == ()


def test_an_evasion_that_the_answer_bans_gets_one_remark() -> None:
    text = "Ваш вопрос решён. Вопрос взят на контроль."
    assert [finding.rule for finding in check(text)] == ["evasion.on_control"]
    assert [finding.rule for finding in check(text, context=Context(answers=("solved",)))] == [MUST_NOT_SAY]


POINTS = [slug for slug, answer in ANSWERS.items() if answer.point]


@pytest.mark.parametrize("slug", POINTS)
def test_answer_that_is_a_point_of_a_letter_still_says_what_it_must(slug: str) -> None:
    other = "solved" if slug != "solved" else "cannot"
    raw = example_case(slug)
    questions = [{key: example_case(one)[key] for key in ("answer", "fields")} for one in (slug, other)]
    questions[1]["fields"] = questions[1]["fields"] | {"subject": "уборки снега во дворе"}
    common = {key: value for key, value in raw.items() if key not in ("answer", "fields", "body")}
    made = make_letter(common | {"questions": questions}, today=date(2026, 11, 22))
    assert [finding for finding in made.findings if finding.category == "situation"] == []
    assert made.case.answers == (slug, other)
    halved = made.letter.prose.replace("\N{NO-BREAK SPACE}", " ").split("\n2. ")[0]
    found = check(halved, context=Context(answers=made.case.answers))
    assert any(f.rule == MUST_SAY and ANSWERS[other].title in f.message for f in found)
