"""The web form: choose an answer, fill it in, see the letter beside it, download the .docx."""

from web.app import create_app

__all__ = ["create_app"]
