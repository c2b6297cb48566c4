"""What a mail says: that something waits, and never what; in the language of whoever chose the address."""

from __future__ import annotations

from union.languages.translated import translated
from union.law.sources.sentence import Sentence

SUBJECT = Sentence("You have a message")
NEWS = Sentence("A message waits for you. Sign in as you usually do to read it; nothing is to be answered here.")
CODE = Sentence("Your code: {code}. It is asked for on the page where you wrote this address, and lasts one hour.")
NOT_YOU = Sentence("If this tells you nothing, leave it: you will receive nothing more.")


def of_news(language: str) -> tuple[str, str]:
    """Subject and words of a mail that something waits."""
    return translated(SUBJECT, language), translated(NEWS, language)


def of_code(language: str, code: str) -> tuple[str, str]:
    """Subject and words of a mail that confirms an address."""
    said = translated(CODE, language).format(code=code)
    return translated(SUBJECT, language), f"{said}\n\n{translated(NOT_YOU, language)}"
