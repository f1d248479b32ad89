EXECUTOR = {"executor.name": "Мальцев Олег Викторович", "executor.phone": "8 (4242) 60-00-21"}


def test_the_executor_is_typed_once(client, post, typed):
    post("solved", typed("solved") | EXECUTOR)
    page = client.get("/answers/extension").get_data(as_text=True)
    assert 'value="Мальцев Олег Викторович"' in page
    assert 'value="8 (4242) 60-00-21"' in page


def test_the_citizen_is_not_remembered(client, post, typed):
    post("solved", typed("solved") | EXECUTOR)
    assert "Ковальчук" not in client.get("/answers/solved").get_data(as_text=True)


def test_the_invented_executor_of_the_examples_does_not_slip_into_a_real_letter(client, post, typed):
    post("solved", typed("solved"))
    assert "Сидорова" not in client.get("/answers/solved").get_data(as_text=True).replace("Например, Сидорова", "")


def test_the_executor_of_a_refused_letter_is_not_remembered(client, post, typed):
    post("solved", typed("solved") | EXECUTOR | {"addressee.name": ""})
    assert "Мальцев" not in client.get("/answers/solved").get_data(as_text=True)


def test_the_longest_executor_fits_the_cookie(client, post, typed):
    longest = EXECUTOR | {"executor.department": "отдел " * 20, "executor.email": f"{'a' * 60}@example.ru"}
    answer = post("solved", typed("solved") | longest)
    assert answer.status_code == 200
    assert len(answer.headers["Set-Cookie"]) < 4000
    assert "отдел отдел" in client.get("/answers/solved").get_data(as_text=True)
