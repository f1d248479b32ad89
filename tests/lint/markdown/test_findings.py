"""Remarks on a Markdown text: found where a reader reads, told at its places in the file, never in code."""

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from answer_builder.lint import check, read_comments
from answer_builder.lint.markdown import read_markdown
from answer_builder.lint.mending import PlainText, mend
from answer_builder.lint.prose import Prose
from answer_builder.model import Silence

COMMENT = "<!-- проверка: не замечать spelling – так в обращении -->"


def findings(text):
    return check(text, silencing=read_comments(b"", ".md", text))


def found(text):
    """What of the file is remarked on."""
    return [finding.match for finding in findings(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        # слово под любыми знаками
        ("# Ваше завление\n", ["завление"]),
        ("Ваше завление\n=============\n", ["завление"]),
        ("- [x] Ваше завление\n", ["завление"]),
        ("1. Дом сдан.\n2. Ваше завление\n", ["завление"]),
        ("> Ваше\n> завление\n", ["завление"]),
        ("Ваше **завление** и ~~завление~~.", ["завление", "завление"]),
        ("Ваше **зав**ление получено.", ["зав**ление"]),
        ('Ваше [завление](https://a.ru/zavlenie "завление") получено.', ["завление"]),
        ("![Ваше завление](завление.png)", ["завление"]),
        ("| Дом | Ваше завление |\n|---|---|\n| завление | нов |\n", ["завление", "завление"]),
        ("<p>Ваше завление</p>\n", ["завление"]),
        ("Ваше зав&shy;ление, <b>завление</b>.", ["зав&shy;ление", "завление"]),
        # предложение на нескольких строках
        ("Двор убрали в ближайшее\nвремя, пишите.", ["в ближайшее\nвремя"]),
        ("> Двор уберут в *ближайшее\n> время*, пишите.", ["в *ближайшее\n> время"]),
        ("- Двор уберут в [ближайшее](https://a.ru)\n  время.", ["в [ближайшее](https://a.ru)\n  время"]),
        ("Направляем заявление в\nв суд.", ["в\nв"]),
        # рядом, но не одно предложение
        ("| Двор убрали в ближайшее | время |\n|---|---|\n", []),
        ("Двор убрали в ближайшее  \nвремя суток.", []),
        ("- Двор убрали в ближайшее\n- время суток", []),
        ("# Двор убрали в ближайшее\nвремя суток", []),
        # не слова
        ("Дом `завление` нов, `завление  ` стар.", []),
        ("Дом нов.\n\n    завление\n\n```\nзавление\n```\n", []),
        ("---\ntitle: завление\n---\nДом нов.", []),
        ("Пишите на <mailto:завление@a.ru>.\n\n[дом]: https://a.ru/завление\n", []),
        ("Дом <!-- завление --> нов.", []),
        ("<pre>завление</pre>\n\n<div title='завление'>\n\nДом", []),
        ("Из `завлени`я взято, `завление`-файл открыт.", []),
        # знаки разметки – не опечатки
        ("* Дом  \n* сад\n\n***\n\n|а|б|\n|:-|-:|\n|1|2|\n", []),
        ("**Внимание**, дом «_нов_». Сад \\* стар.", []),
        ("Дом <b></b> нов <!-- да --> и ![](a.png) стар", []),
    ],
)
def test_what_is_found_where(text, words):
    assert [match for match in found(text) if match != "Внимание"] == words


def test_places_are_those_of_the_file():
    text = "# Дом\n\n> Двор **уберут** в\n> ближайшее время.\n\n- завление\n"
    evasion, spelling = findings(text)
    assert (evasion.rule, evasion.paragraph) == ("evasion.vague_term", 2)
    assert (spelling.match, spelling.paragraph) == ("завление", 5)
    for finding in (evasion, spelling):
        assert text[finding.start : finding.end] == finding.match


def test_wrapping_changes_no_fingerprint():
    flat, wrapped = "Двор уберут в ближайшее время.", "Двор *уберут*\nв ближайшее\nвремя."
    assert [one.fingerprint for one in findings(flat)] == [one.fingerprint for one in findings(wrapped)]


@pytest.mark.parametrize(
    ("text", "silenced"),
    [
        # отдельной строкой – о следующем абзаце, сколько бы строк в нём ни было
        (f"Завление.\n\n{COMMENT}\nДом завление\nи завление.\n\nЗавление.", [False, True, True, False]),
        (f"{COMMENT}\n\n- завление\n- завление", [True, False]),
        (f"> {COMMENT}\n> завление\n\nзавление", [True, False]),
        # в самом абзаце
        (f"Дом завление {COMMENT}\nи завление.\n\nЗавление.", [True, True, False]),
        (f"- завление\n- завление {COMMENT}\n", [False, True]),
        (f"# Завление {COMMENT}\nЗавление", [True, False]),
        (f"| завление {COMMENT} | завление |\n|-|-|", [True, False]),
        # после последнего абзаца – ни о чём
        (f"Завление.\n\n{COMMENT}\n", [False]),
        # показанный как код ничего не просит
        (f"`{COMMENT}` завление\n\n```\n{COMMENT}\n```\nзавление\n\n    {COMMENT}\n\nзавление", [False] * 3),
        # о всём тексте
        ("Завление.\n\n- завление\n\n<!-- проверка: не замечать во всём тексте spelling – так надо -->", [True] * 2),
    ],
)
def test_a_comment_silences_its_paragraph_or_the_next_one(text, silenced):
    spelling = [finding for finding in findings(text) if finding.category == "spelling"]
    assert [finding.suppressed for finding in spelling] == silenced


def test_a_case_takes_back_words_whatever_marks_they_have():
    text = "Ваше **завление** и\nзавление."
    wish = Silence(("spelling",), "так в обращении", "Котова А. Б.", "case", "Случай", match="завление и завление")
    silencing = read_comments(b"", ".md", text).also([wish])
    assert [finding.suppressed for finding in check(text, silencing=silencing)] == [True, True]


def test_what_is_wrong_with_a_comment_is_told_with_its_line():
    comment = "<!-- проверка: не замечать spelling -->"
    text = f"# Дом\n\nСад\nнов {comment}\n\n```\n{comment}\n```\n"
    silencing = read_comments(b"", ".md", text)
    first, idle = silencing.complaints(findings(text), text)
    assert first.startswith("Строка 4: почему не замечать spelling?")
    assert idle.startswith("Строка 4: по spelling здесь замечаний нет")


HIDDEN = "загадачка"  # what is no word stands only where nothing is read
WORDS = (
    "Дом",
    "сдан",
    "в ближайшее время",
    "завление",
    "агенство",
    "сад ,",
    "двор",
    "№5",
    "Ответ дан.",
    '"да"',
    "и - нет",
)
inline = st.recursive(
    st.one_of(
        st.sampled_from(WORDS),
        st.sampled_from(WORDS).map(lambda words: f"[{words}](https://a.ru/{HIDDEN} '{HIDDEN}')"),  # none in another
    ),
    lambda inner: st.one_of(
        st.tuples(st.sampled_from(["*", "**", "~~", "__"]), inner).map(lambda pair: pair[0] + pair[1] + pair[0]),
        inner.map(lambda words: f"![{words}]({HIDDEN}.png)"),
        inner.map(lambda words: f"<b class='{HIDDEN}'>{words}</b>"),
        st.lists(inner, min_size=2, max_size=3).flatmap(
            lambda parts: st.sampled_from([" ", "\n", "  \n", "\\\n"]).map(lambda gap: gap.join(parts))
        ),
    ),
    max_leaves=5,
)
CODE = [f"`{HIDDEN}`", f"``{HIDDEN} ` {HIDDEN}``", f"<code>{HIDDEN}</code>"]
hidden = st.sampled_from([*CODE, f"<https://{HIDDEN}.ru>", f"<!-- {HIDDEN} -->"])
# where a line begins with a comment, all of it is HTML
line = st.lists(st.one_of(inline, inline, hidden), min_size=1, max_size=4).map(lambda parts: " ".join(("Да,", *parts)))


def _indented(text: str, first: str, other: str) -> str:
    return first + text.replace("\n", f"\n{other}")


block = st.one_of(
    line,
    line.map(lambda words: "## " + " ".join(words.split("\n"))),
    line.map(lambda words: f"{words}\n---"),
    line.map(lambda words: _indented(words, "- ", "  ")),
    line.map(lambda words: _indented(words, "1. ", "   ")),
    line.map(lambda words: _indented(words, "> ", "> ")),
    line.map(lambda words: _indented(words, "> - [ ] ", ">   ")),
    st.lists(line, min_size=2, max_size=2).map(
        lambda cells: "| " + " | ".join(" ".join(cell.split()) for cell in cells) + " |\n|---|:-:|\n| нов | |"
    ),
    st.sampled_from(
        [f"```\n{HIDDEN}\n```", f"{' ' * 8}{HIDDEN}", f"<!--\n{HIDDEN}\n-->", f"[ид]: https://a.ru/{HIDDEN}", "***"]
    ),
)
page = st.tuples(st.sampled_from(["", f"---\ntitle: {HIDDEN}\n---\n"]), st.lists(block, min_size=1, max_size=5)).map(
    lambda parts: parts[0] + "\n\n".join(parts[1]) + "\n"
)


@settings(max_examples=200, deadline=None)
@given(page)
def test_everything_said_is_about_words_of_the_file(text):
    prose = Prose(text, read_markdown(text).marks)
    remarks = findings(text)
    secrets = [match.span() for match in re.finditer(HIDDEN, text)]
    for finding in remarks:
        assert text[finding.start : finding.end] == finding.match
        assert finding.paragraph == text.count("\n", 0, finding.start)
        for start, end in secrets:
            assert not start <= finding.start < end
            assert not start < finding.end <= end
    assert HIDDEN not in prose.text
    for wrong in ("завление", "агенство"):
        seen = [one for one in remarks if prose.as_read(one.start, one.end) == wrong]
        assert len(seen) == text.count(wrong) == prose.text.count(wrong)


def _marks(text):
    """The marks themselves, whatever stands between them."""
    return [(text[mark.start : mark.end], mark.instead) for mark in read_markdown(text).marks]


@settings(max_examples=200, deadline=None)
@given(page)
def test_mending_touches_no_mark_no_code_and_no_address(text):
    manuscript = PlainText(text, is_markdown=True)
    mend(manuscript)
    assert _marks(manuscript.text) == _marks(text)
    assert manuscript.text.count("\n") == text.count("\n")
    again = PlainText(manuscript.text, is_markdown=True)
    mend(again)
    assert again.text == manuscript.text


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        # слова меняются под знаками
        ("Дом  **№5** сдан , [агенство](<a  b>) открыто .", "Дом **№_5** сдан, [агентство](<a  b>) открыто."),
        ("- Дом  нов\n- сад - стар...", "- Дом нов\n- сад – стар…"),
        ("| Дом  нов | сад |\n|---------|-----|", "| Дом нов | сад |\n|---------|-----|"),
        # знаки остаются
        ("Дом и **и сад** нов.", "Дом и **и сад** нов."),
        ("Дом в\nв саду.", "Дом в\nв саду."),
        ('Дом -\nсад, "**двор**\n*нов*".', "Дом –\nсад, «**двор**\n*нов*»."),
        ("Письмо \\... готово", "Письмо \\... готово"),
        ("Письмо№~~--~~№5 готово", "Письмо№~~--~~№_5 готово"),
        ("Дом,**сад** нов,`код`  ...", None),
        ("Дом `a  -- b`, <a  b='--'>сад</a> -- нов.", "Дом `a  -- b`, <a  b='--'>сад</a> – нов."),
        ("---\na:  1\n---\nДом  нов.", "---\na:  1\n---\nДом нов."),
        ("Дом\n  - - -\nДом  \nнов", "Дом\n  - - -\nДом  \nнов"),
        # чужие слова остаются
        ("> Дом  нов", "> Дом  нов"),
        ("Он писал: «дом\nочень  плох».", "Он писал: «дом\nочень  плох»."),
        # слово в начале строки – не начало предложения
        ("Передано в\nАгенство печати.", "Передано в\nАгенство печати."),
    ],
)
def test_what_is_mended_and_what_is_left(text, mended):
    manuscript = PlainText(text, is_markdown=True)
    mend(manuscript)
    assert manuscript.text.replace("\N{NO-BREAK SPACE}", "_") == (mended if mended is not None else manuscript.text)
    assert [mark for mark, _ in _marks(manuscript.text)] == [mark for mark, _ in _marks(text)]


def test_pages_of_the_project_are_read_whole(request):
    root = request.config.rootpath
    for name in ("README.md", "docs/guide.md", "CHANGELOG.md", "docs/own_letterhead.md", "docs/catalogue.md"):
        text = (root / name).read_text("utf-8")
        marks = read_markdown(text).marks
        assert all(first.end <= second.start for first, second in pairwise(marks))
        assert all(text[finding.start : finding.end] == finding.match for finding in findings(text))
        assert "](" not in Prose(text, marks).text
