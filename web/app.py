"""The application: settings, protection, pages of errors."""

import os
import secrets
from collections.abc import Mapping
from datetime import date
from typing import Any

from flask import Flask, Response, render_template
from flask_wtf import CSRFProtect
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException, SecurityError

from web import choose, letters

CONTENT_POLICY = "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'"
ERRORS = {
    400: ("Запрос не понят", "Откройте форму заново и повторите."),
    404: ("Такой страницы нет", "Вернитесь к выбору ответа."),
    405: ("Так страницу не открыть", "Вернитесь к выбору ответа."),
    413: ("Слишком много текста", "Форма принимает до 2 МБ. Сократите текст и отправьте его снова."),
    500: ("Ошибка программы", "Письмо не составлено. Вернитесь назад: введённое останется в форме."),
}


def create_app(config: Mapping[str, Any] | None = None) -> Flask:
    """The form for one machine; `SECRET_KEY` from the environment keeps sessions over a restart."""
    app = Flask(__name__)
    app.config.update(
        SECRET_KEY=os.environ.get("SECRET_KEY") or secrets.token_hex(32),
        MAX_CONTENT_LENGTH=2 * 1024 * 1024,
        MAX_FORM_MEMORY_SIZE=2 * 1024 * 1024,
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        TRUSTED_HOSTS=["localhost", "127.0.0.1", "::1"],
        WTF_CSRF_TIME_LIMIT=None,  # an executor may think over a letter for as long as the session lives
    )
    app.config.update(config or {})
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.jinja_env.globals["is_iso"] = _is_iso
    CSRFProtect(app)
    app.register_blueprint(choose.pages)
    app.register_blueprint(letters.pages)
    app.after_request(_protect)
    app.register_error_handler(CSRFError, letters.expired)
    app.register_error_handler(HTTPException, _error_page)

    @app.get("/healthz")
    def healthz() -> str:
        return "ok"

    return app


def _is_iso(value: str) -> bool:
    """True when a date control can hold the value; anything else is kept as typed in a text control."""
    if not value:
        return True
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _protect(response: Response) -> Response:
    response.headers["Content-Security-Policy"] = CONTENT_POLICY
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Referrer-Policy"] = "same-origin"
    if response.mimetype == "text/html":
        response.headers["Cache-Control"] = "no-store"  # a letter holds personal data
    return response


def _error_page(error: HTTPException) -> tuple[str, int]:
    code = error.code or 500
    if isinstance(error, SecurityError):  # a foreign host name: no page can be built for it
        return "Форма открывается по адресу этого компьютера, например http://127.0.0.1:8000/", code
    title, advice = ERRORS.get(code, ERRORS[400])
    return render_template("error.html", title=title, advice=advice), code
