"""The text to which a member consents (law 09-08, arts 1, 4 and 21), with its version: a new text is a new version."""

from __future__ import annotations

from enum import Enum

from flask_babel import lazy_gettext as _l

VERSION = "2026.1"
TEXT = _l(
    "The union keeps your name, your telephone, where you work and your membership, to defend you at work. "
    "It never gives them to your employer or to anybody outside the union. Only those who look after you read them. "
    "You can see them, have them corrected, or withdraw your consent at any time, by telling the union."
)


class How(Enum):
    """How the consent was given; it must be express, and provable."""

    PAPER = "paper"
    READ_OUT = "read_out"
    MESSAGE = "message"


HOWS = {
    How.PAPER: _l("Signed on paper, kept by the union"),
    How.READ_OUT: _l("The text was read, and agreed to in person"),
    How.MESSAGE: _l("Agreed to in a written message"),
}


def consent_in_words(how: str) -> object:
    """How a consent was given, in words; imports bring words of their own."""
    return next((words for one, words in HOWS.items() if one.value == how), how)
