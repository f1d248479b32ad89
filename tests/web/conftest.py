import re
import socket
import threading

import pytest
from waitress import create_server

from answer_builder.letter.example_case import example_case
from web import create_app
from web.form import as_typed


@pytest.fixture
def app():
    return create_app({"TESTING": True})


@pytest.fixture
def client(app):
    return app.test_client()


@pytest.fixture
def typed():
    """What a person would type to get the catalogue's example of an answer: names of inputs and their values."""

    def fill(slug, **changes):
        values = {}
        for section, value in example_case(slug).items():
            parts = value.items() if isinstance(value, dict) else [("", value)]
            for key, part in parts:
                name = f"{section}.{key}" if key else section
                if isinstance(part, list) and part and isinstance(part[0], dict):
                    for number, record in enumerate(part):
                        values |= {f"{name}.{number}.{column}": as_typed(text) for column, text in record.items()}
                else:
                    values[name] = as_typed(part)
        return values | changes

    return fill


@pytest.fixture
def token(client):
    """The CSRF token of a form, for this client's session."""

    def of(slug):
        page = client.get(f"/answers/{slug}").get_data(as_text=True)
        return re.search(r'name="csrf_token" value="([^"]+)"', page)[1]

    return of


@pytest.fixture
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
