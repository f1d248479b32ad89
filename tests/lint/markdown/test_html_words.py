"""The words between the tags of HTML."""

import pytest

from answer_builder.lint.markdown.html_words import html_marks, name_of
from answer_builder.lint.prose import STAND_IN, Prose


@pytest.mark.parametrize(
    ("content", "words"),
    [
        # теги
        ('<a href="сад>" b>Дом</a>', "Дом"),
        ("<p>Дом</p>", "\nДом\n"),
        ("1 < 2 > 1", "1 < 2 > 1"),
        # код и то, чего не видно
        ("<code>сад</code> <samp>сад", f"{STAND_IN} {STAND_IN}"),
        ("<style>сад</style><codex>дом", "\nдом"),
        ("<!-- сад --><?сад?><!сад>дом", "дом"),
        # знаки
        ("&lt;&#1076;ом&gt; & &нет;", "<дом> & &нет;"),
        ("дом \n  нов", "дом нов"),
    ],
)
def test_tags_are_no_words(content, words):
    assert Prose(content, list(html_marks(content))).text == words


@pytest.mark.parametrize(
    ("tag", "name"), [("<BR/>", "br"), ("</p >", "p"), ("<my-tag a>", "my-tag"), ("<!-- -->", ""), ("<1>", "")]
)
def test_a_tag_has_a_name(tag, name):
    assert name_of(tag) == name
