"""What a person sees when a page cannot be given: a Russian sentence and a way on."""

from flask import Flask, render_template
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException, SecurityError

from web import answers


def answer_failures(app: Flask) -> None:
    """Registers the pages of failures."""
    app.register_error_handler(SecurityError, _foreign_name)
    app.register_error_handler(CSRFError, _expired)
    app.register_error_handler(500, _broken)
    app.register_error_handler(HTTPException, _refused)


def _foreign_name(_error: SecurityError) -> ResponseReturnValue:
    """Plain words: under a foreign host name no page with links can be built."""
    words = "Форма открывается только по адресу этого компьютера, например http://127.0.0.1:8000/\n"
    return words, 400, {"Content-Type": "text/plain; charset=utf-8"}


def _expired(_error: CSRFError) -> ResponseReturnValue:
    return answers.typed_again("expired") or render_template("failures/page.html", code=400), 400


def _broken(_error: HTTPException) -> ResponseReturnValue:
    return answers.typed_again("broken") or render_template("failures/page.html", code=500), 500


def _refused(error: HTTPException) -> ResponseReturnValue:
    if error.code is None or error.code < 400:  # a redirect is no failure
        return error.get_response()
    headers = [(name, value) for name, value in error.get_headers() if name == "Allow"]
    return render_template("failures/page.html", code=error.code), error.code, headers
