def test_the_service_says_that_it_is_alive(client):
    answer = client.get("/healthz")
    assert (answer.status_code, answer.data) == (200, b"ok\n")
