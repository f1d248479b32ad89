import re
import socket
import threading

import pytest
from waitress import create_server

from answer_builder import authorities, catalogue
from web import answer_form, create_app


@pytest.fixture
def app():
    return create_app({"TESTING": True})


@pytest.fixture
def client(app):
    return app.test_client()


@pytest.fixture
def typed():
    """What a person types to get the catalogue's example of an answer: names of inputs and their values."""

    def fill(slug, **changes):
        authority = authorities.all_authorities()[authorities.default_slug()]
        values = {}
        for key, value in answer_form.example(catalogue.all_answers()[slug], authority, {}).items():
            if isinstance(value, str):
                values[key] = value
            else:
                values |= {
                    f"{key}.{number}.{part}": text
                    for number, record in enumerate(value)
                    for part, text in record.items()
                }
        return values | changes

    return fill


@pytest.fixture
def post(client):
    """Sends a form with the CSRF token of this client's session."""

    def send(slug, values, action="show", **options):
        page = client.get(f"/answers/{slug}").get_data(as_text=True)
        token = re.search(r'name="csrf_token" value="([^"]+)"', page)[1]
        pressed = {} if "add" in values else {"action": action}
        return client.post(f"/answers/{slug}", data=pressed | values | {"csrf_token": token}, **options)

    return send


@pytest.fixture(scope="session")
def server():
    """Address of the form, served by waitress on a free port of this machine."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    served = create_server(create_app(), host="127.0.0.1", port=port)
    thread = threading.Thread(target=served.run, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{port}"
    served.close()
    thread.join(timeout=5)
