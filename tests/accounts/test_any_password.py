"""A password is taken as it was typed: in any script, with blanks at its ends, of 128 signs; only its form is one."""

from __future__ import annotations

import unicodedata

import pytest

from tests.browsing import Visitor
from tests.cast import PASSWORD, Cast
from union.app import Union

LONG = "Réveil-ذهب-7% quatorze lampes du moulin; وادي النسيان 42 tiroirs! " * 2
PASSWORDS = {
    "arabic": "مفتاح البحر دجاجة زرقاء",
    "emoji": "🌙🐫🍊🥁🪣🧿🚲🦔🪁🎻🧂🪜",
    "blanks": "  girafe tambour ecluse moufle  ",
    "a hundred and twenty-eight signs": LONG[:127] + "x",
    "accents": "éléphant façade hérisson crêpe",
}


@pytest.mark.parametrize("password", PASSWORDS.values(), ids=PASSWORDS)
def test_it_opens_as_it_was_typed_and_in_no_other_way(app: Union, cast: Cast, olu: Visitor, password: str) -> None:
    olu.post("/account/password", {"current": PASSWORD, "password": password})
    app.extensions["union.limiter"].reset()
    for other in {password.strip(), password[:-1], password + " ", password.swapcase()} - {password}:
        Visitor(app, None).post("/sign-in", {"login": "olu", "password": other}, 422)
    for form in ("NFC", "NFD"):  # what a telephone composes and a desk does not
        Visitor(app, None).post("/sign-in", {"login": "olu", "password": unicodedata.normalize(form, password)})
    app.extensions["union.limiter"].reset()


def test_the_longest_are_counted() -> None:
    assert len(PASSWORDS["a hundred and twenty-eight signs"]) == 128
