"""Passwords: argon2id, a few at a time, the same time for a wrong name as for a wrong password."""

from __future__ import annotations

import re
import secrets
import threading
import unicodedata
from collections.abc import Iterable

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from flask_babel import lazy_gettext as _l
from zxcvbn import zxcvbn

from union.refusal import Refused

HASHER = PasswordHasher(time_cost=2, memory_cost=19_456, parallelism=1)  # 23 ms; OWASP's floor for argon2id
AT_ONCE = threading.Semaphore(2)  # two cores: a flood of sign-ins must not take the pages' time
LEAST, MOST = 12, 1024  # characters; bytes
STRONG = 4  # zxcvbn's highest: 10 thousand million guesses and more, lists of stolen passwords tried first
LOOKED_AT = 72  # characters: judging longer ones takes the time of pages
PART = 4  # letters of a name from which it is looked for inside other words
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


def seal(password: str, names: Iterable[str] = ()) -> str:
    """The stored form. Raises `Refused` for one that is too short, too long, too easy, or that holds one of `names`."""
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
    if _names(password, names):
        raise Refused("password", _l("This password holds the name of the account: choose four other words."))
    if zxcvbn(password[:LOOKED_AT])["score"] < STRONG:
        raise Refused(
            "password",
            _l("This password is common, or was stolen elsewhere: choose four words that do not belong together."),
        )
    return sealed(password)


def sealed(password: str) -> str:
    """The stored form, whatever it is."""
    with AT_ONCE:
        return HASHER.hash(unicodedata.normalize("NFC", password))


def _names(password: str, names: Iterable[str]) -> bool:
    words = re.findall(r"[^\W\d_]+", password.casefold())
    parts = {part for name in names for part in re.findall(r"[^\W\d_]+", name.casefold()) if len(part) > 1}
    return any(part in words or (len(part) >= PART and part in "".join(words)) for part in parts)


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
