"""An authority's own answers and body in the web form."""

from importlib.resources import files

import pytest

from answer_builder.authorities import shipped_letterhead
from answer_builder.errors import BrokenContent, CannotRun
from web import create_app

EXAMPLE = files("answer_builder") / "content_example"
ANSWER = "typical_answers/notices/joint_inspection.toml"
BODY = "letter_templates/my_authority"


@pytest.fixture
def form(own, monkeypatch):
    """A browser at the form of an installation with the example of `init`."""
    own.put(ANSWER, (EXAMPLE / ANSWER).read_bytes())
    own.put(f"{BODY}/authority.toml", (EXAMPLE / BODY / "authority.toml").read_bytes())
    own.put(f"{BODY}/letterhead_corner.docx", shipped_letterhead())
    monkeypatch.setenv("ANSWER_BUILDER_AUTHORITY", "my_authority")
    return create_app({"TESTING": True}).test_client()


def test_the_first_page_offers_the_own_answer_in_the_name_of_the_own_body(form):
    page = form.get("/").get_data(as_text=True)
    assert '/answers/joint_inspection">Приглашение на осмотр' in page
    assert "Администрация города Заречинска" in page


def test_the_own_answer_has_a_form_and_a_letter(form):
    page = form.get("/answers/joint_inspection/example").get_data(as_text=True).replace("\N{NO-BREAK SPACE}", " ")
    assert "Где встречаемся" in page
    assert "Ждём Вас 1 декабря 2026 г. в 10:30" in page
    assert "АДМИНИСТРАЦИЯ ГОРОДА ЗАРЕЧИНСКА" in page


def test_a_careless_example_comes_back_as_the_form(own):
    text = (EXAMPLE / ANSWER).read_text("utf-8").replace("[term]", '[example.incoming]\nchannel = "email"\n\n[term]')
    own.put(ANSWER, text)
    answer = create_app({"TESTING": True}).test_client().get("/answers/joint_inspection/example")
    assert answer.status_code == 200
    assert "не считается обращением" in answer.get_data(as_text=True)


def test_the_form_does_not_open_over_broken_content(own, monkeypatch):
    path = own.put("rules/jargon/bad.toml", "title = 5\n")
    with pytest.raises(BrokenContent, match=r"bad\.toml, строка 1, поле «title»"):
        create_app()
    path.unlink()
    monkeypatch.setenv("ANSWER_BUILDER_AUTHORITY", "nobody")
    with pytest.raises(CannotRun, match="органа «nobody» нет"):
        create_app()
