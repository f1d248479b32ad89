"""Is there a LanguageTool behind an address, and which version."""

import json

_PATIENCE = 1.0  # seconds
_LARGEST = 10_000  # bytes; both answers are one line


def is_healthy(address: str, *, is_own: bool) -> bool:
    """True when the server says so itself."""
    return _answer(f"{address}v2/healthcheck", is_own=is_own).strip() == b"OK"


def version(address: str, *, is_own: bool) -> str:
    """LanguageTool's version, or an empty string."""
    try:
        return str(json.loads(_answer(f"{address}v2/info", is_own=is_own))["software"]["version"])
    except (ValueError, LookupError, TypeError):
        return ""


def _answer(url: str, *, is_own: bool) -> bytes:
    """Empty when there is none; the server of this computer is not looked for behind a proxy."""
    from urllib.request import ProxyHandler, build_opener  # noqa: PLC0415  (20 ms, only when there is a server to ask)

    opener = build_opener(ProxyHandler({})) if is_own else build_opener()
    try:
        with opener.open(url, timeout=_PATIENCE) as response:
            return bytes(response.read(_LARGEST))
    except (OSError, ValueError):  # nobody there, not HTTP, or not an address at all
        return b""
