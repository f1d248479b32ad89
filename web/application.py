"""The Flask application: configuration, doors and what every page knows."""

import os
import secrets
import traceback
from collections.abc import Mapping
from datetime import timedelta
from types import TracebackType
from typing import Any

from flask import Flask, request

from answer_builder import authorities, catalogue
from answer_builder.errors import CannotRun
from answer_builder.letter.page_words import remarks
from answer_builder.lint import second_engine
from answer_builder.lint.level_words import LEVEL_WORDS
from answer_builder.one_letter import read_content
from answer_builder.plural import plural
from web import answers, choose, failures, health, protection, remembered

LARGEST_REQUEST = 2 * 1024 * 1024  # bytes; a letter of two pages has about 10,000

GRAMMAR_BUDGET = 2.0  # seconds; the page with the letter waits no longer for LanguageTool


class WebForm(Flask):
    """Flask whose log never holds what a person typed."""

    def log_exception(
        self, exc_info: tuple[type, BaseException, TracebackType] | tuple[None, None, None], ctx: object = None
    ) -> None:
        """Type and place of the error; its message could quote the letter, so only our own sentences are kept."""
        kind, error, trace = exc_info
        name = kind.__name__ if kind else "error"
        words = f": {error}" if isinstance(error, CannotRun) else ""
        place = "".join(traceback.format_tb(trace))
        self.logger.error("%s%s in %s %s\n%s", name, words, request.method, request.endpoint, place)


def create_app(config: Mapping[str, Any] | None = None) -> Flask:
    """The web form; raises CannotRun when the content is broken or the installation's authority is unknown."""
    read_content()
    catalogue.choose()  # its questions are read
    app = WebForm(__name__)
    app.config.from_mapping(
        SECRET_KEY=os.environ.get("SECRET_KEY") or secrets.token_hex(32),
        MAX_CONTENT_LENGTH=LARGEST_REQUEST,
        MAX_FORM_MEMORY_SIZE=LARGEST_REQUEST,
        PERMANENT_SESSION_LIFETIME=timedelta(days=remembered.DAYS),
        SESSION_COOKIE_NAME="answer_builder",
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        TRUSTED_HOSTS=["localhost", "127.0.0.1"],  # another name that leads here is an attack by DNS rebinding
        GRAMMAR="off",  # auto: LanguageTool reads the letters when it is there; `answer-builder serve` says so
        WTF_CSRF_TIME_LIMIT=None,  # a letter may take a day; the token lives as long as the session
    )
    app.config.from_mapping(config or {})
    app.extensions["grammar"] = grammar = second_engine(app.config["GRAMMAR"], patience=0, budget=GRAMMAR_BUDGET)
    grammar.start()
    app.jinja_options = {"trim_blocks": True, "lstrip_blocks": True}
    app.add_template_filter(_capitalised, "capitalised")
    app.add_template_filter(plural, "plural")
    app.add_template_filter(remarks, "page_remarks")
    app.add_template_filter(_norm, "norm")
    app.jinja_env.globals["LEVEL_WORDS"] = LEVEL_WORDS
    app.context_processor(lambda: {"authority": authorities.all_authorities()[authorities.default_slug()]})
    protection.protect(app)
    failures.answer_failures(app)
    for door in (choose.blueprint, answers.blueprint, health.blueprint):
        app.register_blueprint(door)
    return app


def _norm(basis: str) -> str:
    """The norm with the clauses of orders in words, as this installation's body calls them."""
    return authorities.in_words(basis, authorities.all_authorities()[authorities.default_slug()])


def _capitalised(text: str) -> str:
    """The sentence with a capital first letter, the rest as it was: «не заполнено „Кому“» → «Не заполнено „Кому“»."""
    return text[:1].upper() + text[1:]
