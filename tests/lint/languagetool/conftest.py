"""Servers that fail in every way."""

import http.server
import socket
import threading
from contextlib import contextmanager

import pytest


@pytest.fixture
def answering():
    """A server on loopback that gives one answer to everything: its address."""

    @contextmanager
    def serve(body, *, status=200):
        class Answer(http.server.BaseHTTPRequestHandler):
            def answer(self):
                self.rfile.read(int(self.headers.get("Content-Length", 0)))
                self.send_response(status)
                self.end_headers()
                self.wfile.write(body)

            do_GET = do_POST = answer  # noqa: N815

            def log_message(self, *_):
                pass

        with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answer) as server:
            thread = threading.Thread(target=server.serve_forever)
            thread.start()
            yield f"http://127.0.0.1:{server.server_port}/"
            server.shutdown()
            thread.join()

    return serve


@pytest.fixture
def silent():
    """Address of a socket that accepts and says nothing."""
    with socket.create_server(("127.0.0.1", 0), backlog=50) as door:
        yield f"http://127.0.0.1:{door.getsockname()[1]}/"


@pytest.fixture
def deserted():
    """Address of this computer where nobody listens."""
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        port = door.getsockname()[1]
    return f"http://127.0.0.1:{port}/"
