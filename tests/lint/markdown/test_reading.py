"""Markdown as its reader sees it: a line for each paragraph, item and cell, □ for code and addresses."""

import re
from html.parser import HTMLParser
from itertools import pairwise
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from answer_builder.lint.markdown import read_markdown
from answer_builder.lint.prose import STAND_IN, Prose


def read(text):
    return Prose(text, read_markdown(text).marks).text.replace(STAND_IN, "□")


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        # абзацы и строки
        ("Дом\nнов.\n\nСад стар.", "Дом нов.\nСад стар."),
        ("Дом \n   нов.\n", "Дом нов.\n"),
        ("Дом  \nнов.\\\nСад", "Дом\nнов.\nСад"),
        ("Дом<br>нов,<br />\nсад", "Дом\nнов,\nсад"),
        ("  Дом\n\n\n\n", "Дом\n"),
        # заголовки
        ("# Дом\nнов", "Дом\nнов"),
        ("### Дом **нов** ##\nСад", "Дом нов\nСад"),
        ("Дом\nнов\n===\nСад\n---", "Дом нов\nСад\n"),
        ("#Дом #5", "#Дом #5"),
        ("# № #\n#\n", "№\n"),
        # списки
        ("- Дом\n- сад\n  и двор\n* лес", "Дом\nсад и двор\nлес"),
        ("1. Дом\n2) сад\n   - двор\n\n     пол", "Дом\nсад\nдвор\nпол"),
        ("- [ ] Дом\n- [x] сад [x]", "Дом\nсад [x]"),
        ("- - Дом\n+ # сад", "Дом\nсад"),
        ("-\tДом\n\tнов", "Дом нов"),
        # цитаты
        ("> Дом\n> нов\nи стар", "Дом нов и стар"),
        ("> Дом\n>\n> > сад\n> > - двор\n> >   пол", "Дом\nсад\nдвор пол"),
        ("> [!WARNING]\n> Дом", "Дом"),
        # выделение
        ("*Дом* **нов** ***и*** _сад_ __стар__ ~~да~~", "Дом нов и сад стар да"),
        ("**Дом**ик из_за_леса 2*3*4 * 5", "Домик из_за_леса 234 * 5"),
        ("*Дом\nнов*, **сад _стар_**.", "Дом нов, сад стар."),
        ("**Дом *нов", "**Дом *нов"),
        # ссылки и рисунки
        ('[Дом](https://a.ru/_x_ "сад") нов', "Дом нов"),
        ("[Дом\n**нов**](<a b>\n'сад').", "Дом нов."),
        ("[Дом][а], [а][], [а] и [б]\n\n[а]: https://a.ru 'сад'\n", "Дом, а, а и [б]\n"),
        ("![Дом **нов** `х`](a.png) [![сад](b.png)](c)", "Дом нов □ сад"),
        ("Дом ![](a.png) нов ![](b.png)\n![](c.png)", "Дом нов"),
        ("![](a.png)\n\nДом", "Дом"),
        ("Пишите на <a@b.ru> или <https://a.ru>.", "Пишите на □ или □."),
        ("Дом[^1].\n\n[^1]: Сад *стар*.", "Дом.\nСад стар."),
        # код
        ("Дом `сад`, ``сад ` сад`` и `пол\nпол`.", "Дом □, □ и □."),
        ("`дом`а и `дом`-музей, `дом", "□ и □-музей, `дом"),
        ("Дом\n\n    сад\n\n```py\nсад\n```\n~~~\nпол", "Дом\n"),
        ("- Дом\n\n      сад\n  ```\n  пол\n  ```\n  нов", "Дом\nнов"),
        ("`дом`\n\nсад", "сад"),
        # таблицы
        ("| Дом | сад |\n|:-|-:|\n| **нов** | |\n| стар\n\nЛес", "Дом\nсад\nнов\nстар\nЛес"),
        ("Дом|сад\n-|-\nа \\| б|`в\\|г` \\|\n", "Дом\nсад\nа | б\n□ |\n"),
        ("> - | Дом | сад |\n>   |---|---|\n>   | нов | стар | лишнее |", "Дом\nсад\nнов\nстар\n"),
        ("| Дом | сад |", "| Дом | сад |"),
        # черта, HTML, комментарии
        ("Дом\n\n***\n\nсад\n\n- - -\n", "Дом\nсад\n"),
        ("Дом <b>но</b>в <!-- сад --> да <!-- нет -->\n", "Дом нов да\n"),
        ("Дом <code>сад</code>, <kbd>Ctrl</kbd>+<kbd>C</kbd>.", "Дом □, □+□."),
        ("<!-- сад\n\nпол -->\nДом", "Дом"),
        (
            "<div>\n<p>Дом\nнов</p><p>са<b>д</b> &laquo;да&raquo;</p>\n<pre>пол</pre></div>\n\nДа",
            "Дом нов\nсад «да»\nДа",
        ),
        ("<details>\n<summary>Дом</summary>\n\n**Сад**\n\n</details>", "Дом\nСад\n"),
        ("> <div>Дом\n> нов</div>", "Дом нов\n"),
        ("<script>\nсад\n</script>\nДом <script>сад</script> нов", "Дом □ нов"),
        # знаки с чертой и имена знаков
        ("Дом \\*нов\\*, \\[сад] 1\\. \\д", "Дом *нов*, [сад] 1. \\д"),
        ("Дом&nbsp;№&#160;5 &amp; &laquo;сад&raquo; &нет;", "Дом\xa0№\xa05 & «сад» &нет;"),
        # данные в начале файла
        ("---\ntitle: Сад\n# да\n---\nДом", "Дом"),
        ("---\nСад\n\nДом\n---\n", "Сад\nДом\n"),
        # ничего
        ("", ""),
        ("***\n<!-- сад -->\n", ""),
        (" \n", ""),
    ],
)
def test_what_a_reader_sees(text, seen):
    assert read(text).strip("\n") == seen.strip("\n")


@pytest.mark.parametrize("sign", ["\v", "\f", "\x1a", "\u2028", "\x85", "\ufeff", "\N{NO-BREAK SPACE}", "\u2003"])
def test_odd_spaces_move_nothing(sign):
    text = f"{sign}Дом{sign}\n{sign}**нов**{sign} да\n\n| а{sign}|{sign}б |\n|-|-|\n| в |{sign} г{sign}|"
    assert read(text).translate(dict.fromkeys(map(ord, f"{sign} "))).split() == ["Домновда", "а", "б", "в", "г"]


MARKS = [*"*_~[](){}!#|-+=&;:\\\"'\n\t\v\x85\xa0 .1a", "  \n", "\n\n", "дом", "**", "> ", "- ", "1. ", "---\n"]
MARKS += ["|-|-|\n", "| а | б |\n|-|-|\n", "\\|", "&amp;", "[дом]: б\n", "[дом]", "[сад](б)", "![сад](б)", "*сад*"]
CODE_AND_TAGS = [*"`<>", "```", "    ", "<a@b.ru>", "<!--", "-->", "<b>", "</b>", "<div>", "<code>", "<br>"]
OTHERS = ["[^1]", "[ ] ", "[x] ", "[!NOTE]"]


@settings(max_examples=600, deadline=None)
@given(st.lists(st.sampled_from([*MARKS, *CODE_AND_TAGS, *OTHERS]), max_size=40).map("".join))
def test_marks_of_any_text_are_in_order_and_cover_no_letter_twice(text):
    marks, html = read_markdown(text)
    assert all(mark.start < mark.end <= len(text) and len(mark.instead) <= mark.end - mark.start for mark in marks)
    assert all(first.end <= second.start for first, second in pairwise(marks))
    assert all(text[start] == "<" for start, _ in html)
    kept = Prose(text, marks).text
    assert kept.count("дом") <= text.count("дом")


class Page(HTMLParser):
    """The words of a page as a browser shows them, without code."""

    def __init__(self, page):
        super().__init__()
        self.words, self.in_code = "", 0
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.in_code += tag == "pre"
        self.words += dict(attrs).get("alt", "")

    def handle_endtag(self, tag):
        self.in_code -= tag == "pre"

    def handle_data(self, data):
        self.words += "" if self.in_code else data


@settings(max_examples=1_000, deadline=None)
@given(st.lists(st.sampled_from(MARKS), max_size=40).map(lambda pieces: "".join(("Да\n\n", *pieces))))
def test_words_are_those_of_the_rendered_page(text):
    page = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(text)
    words = Prose(text, read_markdown(text).marks).text
    assert re.findall(r"\w", words) == re.findall(r"\w", Page(page).words)


@pytest.mark.parametrize(
    "text",
    [
        "[" * 20_000, "![" * 10_000, "[^a" * 10_000, "*а " * 20_000, "`а``" * 20_000, "<!--" * 20_000,
        "<div>\n" + "<a " * 20_000, "<div>\n" + '<a b="' * 20_000, "<div>" + " " * 200_000 + "а",
        "<div>\n<script " * 5_000, "<code>" * 20_000, "> " * 20_000, "слово\n" * 20_000, "&amp;" * 20_000,
        "|а" * 9_000 + "\n" + "|-" * 9_000 + "\n" + "|\\|" * 9_000, "---\nа:\n" + "#\n" * 20_000,
    ],
)  # fmt: skip
def test_no_text_makes_the_reading_slow(text):
    begun = perf_counter()
    prose = Prose(text, read_markdown(text).marks)
    assert len(prose.blanked) == len(text)
    assert perf_counter() - begun < 5
