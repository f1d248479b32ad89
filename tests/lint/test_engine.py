"""What holds for all findings, whatever the rule."""

from hypothesis import given, settings
from hypothesis import strategies as st

from answer_builder.lint import LEVELS, Context, check

LETTER = """Уважаемая Мария Петровна!
Рассмотрев ваше обращение, сообщаем , что вопрос взят на контроль. 🏠 Двор уберут в ближайшее время.
Завление передано в ОСЗН."""


def test_findings_carry_code_point_offsets_and_paragraph() -> None:
    findings = check(LETTER)
    assert [(finding.category, finding.match) for finding in findings] == [
        ("vy-capitalisation", "ваше"),
        ("typography", " ,"),
        ("evasion", "вопрос взят на контроль"),
        ("evasion", "в ближайшее время"),
        ("spelling", "Завление"),
        ("abbreviation", "ОСЗН"),
    ]
    for finding in findings:
        assert LETTER[finding.start : finding.end] == finding.match
        assert finding.paragraph == LETTER[: finding.start].count("\n")


def test_finding_tells_message_reason_clause_and_replacement() -> None:
    (finding,) = (finding for finding in check(LETTER) if finding.category == "spelling")
    assert "Завление" in finding.message
    assert finding.replacements[0] == "Заявление"
    assert finding.why
    assert "3.3" in finding.basis


def test_same_text_gives_the_same_findings() -> None:
    assert check(LETTER) == check(LETTER)


def test_fingerprint_survives_a_new_paragraph_and_tells_rules_apart() -> None:
    before = [finding.fingerprint for finding in check(LETTER)]
    after = [finding.fingerprint for finding in check("Новый абзац.\n" + LETTER.replace("на контроль", "на  контроль"))]
    assert set(before) <= set(after)
    assert len(set(before)) == len(before)


def test_phrase_never_crosses_a_sentence() -> None:
    assert check("Решение трудно принять. В обработку семян вложены деньги.") == ()
    assert check("Решение трудно принять\nв обработку семян вложены деньги") == ()
    assert check("Ваше обращение принято в обработку.") != ()


def test_words_of_the_citizen_in_quotation_marks_are_left_alone() -> None:
    assert check("Вы пишете: «Начальник забил на наш двор, полный бред».") == ()


def test_names_of_the_case_are_accepted_by_the_speller() -> None:
    text = "Двор осмотрен: мздлевский, абвгдейка."
    assert [finding.match for finding in check(text)] == ["мздлевский", "абвгдейка"]
    assert check(text, context=Context(names=frozenset({"мздлевский", "абвгдейка"}))) == ()


def test_length_is_never_an_error() -> None:
    levels = {
        pages: [finding.level for finding in check("Текст.", context=Context(pages=pages))] for pages in (1, 2, 3)
    }
    assert levels == {1: [], 2: ["info"], 3: ["warning"]}


def test_one_fault_gets_one_remark() -> None:
    findings = check("Мы взяли вопрос на особый контроль.")
    assert len(findings) == 1


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.sampled_from('Ваш вопрос взят на контроль.!?«»"()\n-–,:; №N5г мтсЁё🙂\t'), max_size=120))
def test_any_text_gets_sorted_findings_inside_it(text: str) -> None:
    findings = check(text)
    assert [finding.start for finding in findings] == sorted(finding.start for finding in findings)
    for finding in findings:
        assert text[finding.start : finding.end] == finding.match
        assert finding.level in LEVELS


def test_words_of_the_case_are_known_however_they_are_written() -> None:
    text = "Дом стоит на улице Зюзьгинской, его осмотрел Фрёлих."
    assert check("Об этом сказал зюзьгинский.")
    assert check(text, context=Context(names=frozenset({"Зюзьгинской", "Фрёлих"}))) == ()


def test_a_promise_with_a_stricter_remark_on_it_is_not_told_again() -> None:
    assert [finding.rule for finding in check("Двор уберут в ближайшее время.")] == ["evasion.vague_term"]
    assert [finding.rule for finding in check("Двор уберут.")] == ["evasion.promise"]
