"""The web form of Answer Builder."""

from web.application import create_app

__all__ = ["create_app"]
