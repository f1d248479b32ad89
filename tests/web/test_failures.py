import pytest


@pytest.mark.parametrize("path", ["/nothing", "/answers/nothing", "/answers/nothing/example"])
def test_an_unknown_page_says_so_in_russian(client, path):
    answer = client.get(path)
    assert answer.status_code == 404
    assert "Такой страницы нет" in answer.get_data(as_text=True)


def test_a_wrong_method_names_the_right_one(client):
    answer = client.put("/healthz")
    assert answer.status_code == 405
    assert "GET" in answer.headers["Allow"]
    assert "Эту страницу нельзя открыть так" in answer.get_data(as_text=True)


def test_too_much_text_is_explained(post, typed):
    answer = post("solved", typed("solved", body="я" * 2_000_000))
    assert answer.status_code == 413
    assert "не больше 2 МБ" in answer.get_data(as_text=True)


def test_a_megabyte_in_one_field_is_named_at_the_field(post, typed):
    answer = post("solved", typed("solved") | {"fields.what_done": "a" * 1_000_000})
    page = answer.get_data(as_text=True)
    assert answer.status_code == 422
    assert "слишком длинный" in page
    assert 'href="#fields.what_done"' in page


def test_our_own_error_is_a_russian_page(app, monkeypatch):
    app.config.update(TESTING=False, PROPAGATE_EXCEPTIONS=False)
    monkeypatch.setattr("web.answers.make_letter", lambda *_args, **_kwargs: 1 / 0)
    answer = app.test_client().get("/answers/solved/example")
    assert answer.status_code == 500
    assert "Ошибка в программе" in answer.get_data(as_text=True)
