"""Devices that signed in before: their wrong passwords are counted apart, so that a stranger locks nobody out at
their own.

OWASP's device cookies. The cookie says neither who signed in nor when: a random number and a keyed MAC over it and the
sign-in name, one pair for each account that signed in from this browser. It opens nothing; whoever steals one has ten
tries every quarter of an hour, as any stranger has, and takes none from anybody else.
"""

from __future__ import annotations

import hmac
import re
import secrets

from union import text
from union.accounts.authentication import login_token
from union.vault import ring

COOKIE = "device"
LASTS = 180 * 24 * 3600  # seconds
_MOST = 4  # accounts remembered of one browser: a telephone that a couple of delegates share
_PAIR = re.compile(r"([0-9a-f]{32})([0-9a-f]{32})", re.ASCII)


def known(cookie: str, login: str) -> str | None:
    """The number of this device, where this account signed in from it before; None where it did not."""
    try:
        wanted = login_token(login)
    except text.Unacceptable:
        return None
    found = [number for number, seal in _pairs(cookie) if hmac.compare_digest(seal, _seal(number, wanted))]
    return found[0] if found else None


def remembering(cookie: str, login: str) -> str:
    """The cookie after this account signed in: with a new number, so that a copy made before counts apart."""
    wanted = login_token(login)
    others = [number + seal for number, seal in _pairs(cookie) if seal != _seal(number, wanted)]
    number = secrets.token_hex(16)
    return ".".join([number + _seal(number, wanted), *others][:_MOST])


def _pairs(cookie: str) -> list[tuple[str, str]]:
    """What has the form of a pair, whoever wrote it; no more than are ever given."""
    read = (_PAIR.fullmatch(one) for one in cookie.split(".", _MOST)[:_MOST])
    return [(one[1], one[2]) for one in read if one is not None]


def _seal(number: str, wanted: bytes) -> str:
    return ring.mac("cookies", b"device", bytes.fromhex(number), wanted).hex()[:32]
