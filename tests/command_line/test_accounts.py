"""`union user create`: what cannot be is said before anybody types a password twice."""

from __future__ import annotations

import pytest

import config
from tests.cast import Cast
from tests.commanding import union
from union.commands import accounts


def environment(settings: config.Settings) -> dict[str, str]:
    return {
        "UNION_STATE": str(settings.state),
        "UNION_KEY_FILE": str(settings.key_file),
        **({} if settings.on_sqlite else {"UNION_DATABASE": settings.database}),
    }


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("ann",), "taken"),
        (("ANN",), "taken"),
        (("nour", "--workplace", "Nulle part"), "no workplace called Nulle part"),
        (("no\x07ur",), "cannot be used"),
        (("nour", "--name", "\u202e"), "cannot be used"),
    ],
)
def test_what_cannot_be_is_said_before_the_password_is_asked_for(
    settings: config.Settings, cast: Cast, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], said: str
) -> None:
    monkeypatch.setattr(accounts, "_typed", lambda: pytest.fail("the password was asked for"))
    answer = union("user", "create", *words, environment=environment(settings))
    assert answer.code != 0
    assert said in answer.err
    assert "Traceback" not in answer.err


def test_an_account_is_made_with_its_place(settings: config.Settings, cast: Cast) -> None:
    made = union(
        "user",
        "create",
        "nour",
        "--role",
        "organiser",
        "--workplace",
        "anfa",
        environment=environment(settings),
        said="quatre mots qui restent\n",
    )
    assert (made.code, made.out.strip()) == (0, "nour (organiser)")
    assert "nour\torganiser" in union("user", "list", environment=environment(settings)).out
