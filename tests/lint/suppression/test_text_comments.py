"""Comments in .txt and .md: what they silence, what is said of those that are wrong."""

from itertools import pairwise
from time import perf_counter

import pytest

from answer_builder.lint import Context, check, read_comments

EVASION = "Двор уберут в ближайшее время."


def findings(text):
    return check(text, silencing=read_comments(text.encode(), ".txt", text))


def silenced(text):
    """The words of each suppressed finding."""
    return [finding.match for finding in findings(text) if finding.suppressed]


def open_rules(text):
    return [finding.rule for finding in findings(text) if not finding.suppressed]


def complaints(text, **known):
    silencing = read_comments(text.encode(), ".txt", text)
    return silencing.complaints(check(text, silencing=silencing), text, **known)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        # отдельной строкой – о следующем абзаце
        ("<!-- answer-builder: ignore evasion.vague_term – слова суда -->\n", ""),
        ("<!-- answer-builder: ignore evasion – слова суда -->\n\n  \n", ""),
        ("<!-- Answer-Builder: IGNORE evasion - слова суда -->\n", ""),
        ("<!--answer-builder:ignore evasion.vague_term, jargon — слова суда-->\n", ""),
        (
            "<!-- answer-builder: ignore jargon – нет его -->\n<!-- answer-builder: ignore evasion – слова суда -->\n",
            "",
        ),
        ("<!--\nanswer-builder: ignore evasion\n– слова\nсуда\n-->\n", ""),
        # по-русски
        ("<!-- проверка: не замечать evasion.vague_term – слова суда -->\n", ""),
        ("<!-- Проверка: не замечать evasion: слова суда -->\n", ""),
        # в той же строке
        ("", " <!-- answer-builder: ignore evasion.vague_term – слова суда -->"),
        ("<!-- проверка: не замечать evasion – слова суда --> ", ""),
        # весь текст
        ("<!-- answer-builder: ignore-file evasion – слова суда -->\nСуд решил дело 5 мая.\n", ""),
        ("", "\n<!-- проверка: не замечать во всём тексте evasion – слова суда -->"),
        ("", "\n<!-- проверка: не замечать во всем письме evasion – слова суда -->"),
    ],
)
def test_comment_silences_its_paragraph_or_the_whole_text(before, after):
    (finding,) = findings(before + EVASION + after)
    assert finding.suppressed
    assert (finding.suppressed_by.by, finding.suppressed_by.reason) == ("comment", "слова суда")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"<!-- answer-builder: ignore jargon – причина -->\n{EVASION}", id="another rule"),
        pytest.param(
            f"<!-- answer-builder: ignore evasion.accepted – причина -->\n{EVASION}", id="another of a category"
        ),
        pytest.param(
            f"<!-- answer-builder: ignore evasion – причина -->\nСнег вывезен 5 мая.\n{EVASION}", id="too far"
        ),
        pytest.param(f"{EVASION}\n<!-- answer-builder: ignore evasion – причина -->", id="behind"),
        pytest.param(f"Снег вывезен 5 мая. <!-- answer-builder: ignore evasion – п -->\n{EVASION}", id="another line"),
        pytest.param(f"<!-- ignore evasion – причина -->\n{EVASION}", id="not to the checker"),
        pytest.param(f"<!-- answer-builder: ignore – причина -->\n{EVASION}", id="no rule"),
        pytest.param(f"<!-- answer-builder: ignore evazion – причина -->\n{EVASION}", id="unknown rule"),
    ],
)
def test_comment_about_anything_else_silences_nothing(text):
    assert silenced(text) == []
    assert "evasion.vague_term" in open_rules(text)


def test_words_of_a_comment_are_no_words_of_the_letter():
    assert findings("<!-- answer-builder: ignore jargon – завление  тут -->\nВопрос решён 5 мая.") == ()
    text = (
        "Вопрос решён <!-- answer-builder: ignore jargon – т --> 5 мая.\nДом <!-- проверка: не замечать jargon - т -->"
    )
    assert findings(text) == ()


def test_offsets_paragraphs_and_fingerprints_are_those_of_the_text_with_its_comments():
    mark = "<!-- answer-builder: ignore spelling – имя -->"
    plain = "Ваше завление рассмотрено.\nПросим ещё завление."
    text = f"{mark}\nВаше {mark} завление {mark} рассмотрено. {mark}\n  {mark}\nПросим ещё завление. <!-- тут -->"
    text = text.replace(" <!-- тут -->", "")
    found = [(finding.match, finding.paragraph, finding.suppressed) for finding in findings(text)]
    assert found == [("завление", 1, True), ("завление", 3, True)]
    assert all(text[finding.start : finding.end] == "завление" for finding in findings(text))
    assert [f.fingerprint for f in findings(text)] == [f.fingerprint for f in check(plain)]


def test_words_right_behind_a_comment_keep_their_place():
    text = "<!-- answer-builder: ignore jargon – нет его --> Завление получено."
    (finding,) = findings(text)
    assert (text[finding.start : finding.end], finding.match) == ("Завление", "Завление")


@pytest.mark.parametrize(
    "text",
    [
        "{0} {0} Дом  стар ::", "{0}{0}Дом  стар", "{0}  {1}\t{0}Дом {0} {0} стар  нов", "Дом {0} {0}  стар  нов",
        "{1} {0} Дом  стар\n{0} {1} Сад  нов", " {0} {0} Дом  стар {0}",
    ],
)  # fmt: skip
def test_words_behind_several_comments_of_one_line_keep_their_place(text):
    comment = "<!-- answer-builder: ignore evasion – слова суда -->"
    whole = text.format(comment, comment.replace(" – ", "\n– "))
    places = read_comments(b"", ".txt", whole).places
    assert all(end <= start for (_, end), (start, _) in pairwise(places))
    found = findings(whole)
    assert "стар" in " ".join(read_comments(b"", ".txt", whole).prose(whole).text.split())
    assert [finding.match for finding in found if finding.rule == "typography.double_space"]
    for finding in found:
        assert whole[finding.start : finding.end] == finding.match
        assert not finding.match.strip(" :\t")


def test_text_without_comments_for_the_checker_is_read_as_it_is():
    text = "Дом <!-- сдан --> принят.\n\n  Завление."
    assert read_comments(text.encode(), ".txt", text).prose(text).text == text


@pytest.mark.parametrize(
    ("comment", "said"),
    [
        ("answer-builder: ignore evasion", "Строка 2: почему не замечать evasion? Допишите причину после тире."),
        ("проверка: не замечать evasion –", "Строка 2: почему не замечать evasion? Допишите причину после тире."),
        ("answer-builder: ignore evasion.vage_term – п", "Возможно, вы имели в виду «evasion.vague_term»?"),
        ("answer-builder: ignore – причина", "Строка 2: не сказано, какое правило не замечать."),
        ("answer-builder: ignor evasion – п", "Образец: «answer-builder: ignore evasion.accepted – причина»."),
        (
            "answer-builder: ignore evasion, jargon – п",
            "Строка 2: по jargon здесь замечаний нет, эту просьбу можно убрать.",
        ),
        ("answer-builder: ignore situation – п", "Строка 2: situation – слова, которых требует закон, их замечания не"),
    ],
)
def test_faulty_or_idle_comment_is_told(comment, said):
    (complaint, *others) = complaints(f"Уважаемая Мария Петровна!\n<!-- {comment} -->\n{EVASION}")
    assert said in complaint
    assert not others


def test_good_comment_is_not_complained_of():
    assert complaints(f"<!-- answer-builder: ignore evasion – слова суда -->\n{EVASION}") == ()


def test_what_only_languagetool_could_find_is_not_called_idle_without_it():
    text = "<!-- answer-builder: ignore languagetool.COMMA, grammar – п -->\nСнег вывезен 5 мая."
    assert len(complaints(text)) == 2
    assert complaints(text, is_read_twice=False) == ()
    text = "<!-- answer-builder: ignore evasion.accepted – п -->\nСнег вывезен 5 мая."
    assert len(complaints(text, is_read_twice=False)) == 1


def test_words_of_law_are_not_silenced():
    text = "<!-- answer-builder: ignore-file situation, situation.must_say – и так ясно -->\nПодъезд покрашен 5 мая."
    found = check(text, context=Context(answers=("solved",)), silencing=read_comments(text.encode(), ".txt", text))
    assert [(finding.rule, finding.suppressed) for finding in found if finding.category == "situation"] == [
        ("situation.must_say", False)
    ]


def test_what_a_letter_lacks_stands_at_its_beginning_and_is_silenced_for_the_whole_text_only():
    greeting = "Ваш вопрос рассмотрен. Двор убран 5 мая."
    context = Context(pages=3)
    for comment, is_suppressed in (("ignore", False), ("ignore-file", True)):
        text = f"<!-- answer-builder: {comment} length – срочно -->\n{greeting}"
        silencing = read_comments(text.encode(), ".txt", text)
        (finding,) = (
            found for found in check(text, context=context, silencing=silencing) if found.category == "length"
        )
        assert (finding.start, finding.end, finding.match, finding.suppressed) == (0, 0, "", is_suppressed)


def test_letter_is_not_searched_for_comments():
    """Words typed into a form are printed for the citizen: a comment there is prose like any other."""
    assert [
        f.suppressed
        for f in check(f"<!-- answer-builder: ignore evasion – п -->\n{EVASION}")
        if f.category == "evasion"
    ] == [False]


@pytest.mark.parametrize(
    "text",
    [
        "<!--" * 50_000,
        "<!-- answer-builder: ignore " * 10_000,
        " " * 300_000 + "<!--",
        "<!-- answer-builder:" + " ," * 50_000,
    ],
)
def test_no_text_makes_the_search_for_comments_slow(text):
    begun = perf_counter()
    read_comments(b"", ".txt", text)
    assert perf_counter() - begun < 5
