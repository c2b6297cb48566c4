"""Passwords: argon2id, a few at a time, the same time for a wrong name as for a wrong password."""

from __future__ import annotations

import secrets
import threading
import unicodedata

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from flask_babel import lazy_gettext as _l

from union.refusal import Refused

HASHER = PasswordHasher(time_cost=2, memory_cost=19_456, parallelism=1)  # 23 ms; OWASP's floor for argon2id
AT_ONCE = threading.Semaphore(2)  # two cores: a flood of sign-ins must not take the pages' time
LEAST, MOST = 12, 1024  # characters; bytes
_NOBODY = HASHER.hash(secrets.token_urlsafe(32))
_CONTEXT = ("union", "syndicat", "password", "motdepasse", "نقابة", "azerty", "qwerty", "12345678")
_WORDS = [
    "atlas",
    "argan",
    "safran",
    "olivier",
    "palmier",
    "cumin",
    "tajine",
    "medina",
    "riad",
    "kasbah",
    "oued",
    "dune",
    "cedre",
    "zellige",
    "menthe",
    "henne",
    "rabat",
    "fes",
    "tanger",
    "agadir",
    "oujda",
    "safi",
    "nador",
    "taza",
    "settat",
    "larache",
    "zagora",
    "ifrane",
    "asilah",
    "azrou",
    "midelt",
    "dakhla",
]


def generate() -> str:
    """A passphrase that a person can copy by hand: 49 bits and four words."""
    words = "-".join(secrets.choice(_WORDS) for _ in range(4))
    return f"{words}-{secrets.randbelow(900_000_000) + 100_000_000}"


def seal(password: str) -> str:
    """The stored form. Raises `Refused` for one that is too short, too long or too easy."""
    password = unicodedata.normalize("NFC", password)
    if len(password) < LEAST:
        raise Refused(
            "password",
            _l("Choose a longer password: at least %(least)s characters, for example four words.", least=LEAST),
        )
    if len(password.encode(errors="replace")) > MOST:
        raise Refused("password", _l("This password is too long: shorten it."))
    folded = password.casefold().replace(" ", "")
    if len(set(folded)) < 5 or any(word in folded and len(folded) < len(word) + 8 for word in _CONTEXT):
        raise Refused(
            "password",
            _l("This password is too easy to guess: choose four words that have nothing to do with the union."),
        )
    with AT_ONCE:
        return HASHER.hash(password)


def fits(stored: str | None, password: str) -> bool:
    """Whether the password is the one stored; takes as long where there is no account."""
    password = unicodedata.normalize("NFC", password)
    if len(password.encode(errors="replace")) > MOST:
        return False
    with AT_ONCE:
        try:
            return HASHER.verify(stored or _NOBODY, password) and stored is not None
        except (VerificationError, InvalidHashError, UnicodeEncodeError):
            return False
