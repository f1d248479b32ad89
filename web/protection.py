"""What guards every page: the CSRF token of each POST and the headers that keep foreign code and frames out."""

from flask import Flask, Response, request
from flask_wtf.csrf import CSRFProtect

_POLICY = "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"


def protect(app: Flask) -> None:
    """Turns the guards on for the whole application."""
    CSRFProtect(app)
    app.after_request(_guard)


def _guard(response: Response) -> Response:
    response.headers["Content-Security-Policy"] = _POLICY
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["X-Frame-Options"] = "DENY"
    response.headers["Referrer-Policy"] = "same-origin"
    response.headers["Cross-Origin-Opener-Policy"] = "same-origin"
    if request.endpoint != "static":
        # no copy on the disk of a proxy; «back» in the browser still brings the typed text
        response.headers["Cache-Control"] = "private, no-cache"
    return response
