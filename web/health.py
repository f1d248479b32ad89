"""`/healthz`: the process is alive."""

from flask import Blueprint, Response

blueprint = Blueprint("health", __name__)


@blueprint.get("/healthz")
def healthz() -> Response:
    """«ok» for whoever watches the service."""
    return Response("ok\n", mimetype="text/plain")
