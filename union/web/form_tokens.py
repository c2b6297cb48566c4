"""The token of a form: whose it is, and what becomes of a form that was left open for too long."""

from __future__ import annotations

import hmac
import secrets
from dataclasses import dataclass

from flask import Flask, Response, current_app, render_template, request
from flask import session as cookie
from flask_wtf import CSRFProtect
from flask_wtf.csrf import CSRFError, validate_csrf
from itsdangerous import BadData, URLSafeTimedSerializer
from wtforms import ValidationError

from union.access import asking
from union.vault import ring
from union.web import errors

FIELD = "csrf_token"
ENDING = {"accounts.quick_exit", "accounts.leave"}  # nobody waits for a fresh token to be signed out


class Tokens(CSRFProtect):  # type: ignore[misc]  # Flask-WTF ships no types
    """Flask-WTF's check, which lets a form that ends the session pass, however old it is."""

    def protect(self, apply_exemptions: bool = False) -> None:
        try:
            super().protect(apply_exemptions)
        except CSRFError:
            if request.endpoint not in ENDING or not is_ours_but_old():
                raise


@dataclass(frozen=True)
class Left:
    """What a form held that came too late, as its page takes it up again."""

    action: str
    texts: tuple[tuple[str, str], ...]  # shown, to be read once more
    rest: tuple[tuple[str, str], ...]  # choices, ids, single words: sent along
    password: str  # the name of the one that it asked for; several cannot be told apart without their labels
    files: tuple[str, ...]  # which no server can put back into a browser


def install(app: Flask) -> None:
    """Check every form that is sent, and give back what came too late."""
    Tokens(app)

    @app.before_request
    def bind() -> None:
        """A session's token names its person to us alone, so that a form outlives the session in which it was
        opened."""
        if asking().person is not None and FIELD not in cookie:
            chance = secrets.token_hex(20)
            cookie[FIELD] = f"{chance}:{_tag(chance)}"

    @app.errorhandler(CSRFError)
    def not_taken(_: CSRFError) -> Response:
        if not is_ours_but_old():
            return errors.forged()
        if asking().person is None and request.endpoint != "accounts.enter":
            return errors.answer(401, typed=errors.typed())
        return Response(render_template("errors/too_old.html", left=_left()), 422, mimetype="text/html")


def is_ours_but_old() -> bool:
    """Whether the token that was sent is one of ours that is no longer taken: of this session, or of an earlier one of
    the same person. What it came with may be given back to who sent it, and nothing of it is done."""
    sent = request.form.get(FIELD, "")
    try:
        validate_csrf(sent)
    except ValidationError:
        pass
    else:
        return False  # it was refused for something else
    try:
        of = URLSafeTimedSerializer(current_app.secret_key or "", salt="wtf-csrf-token").loads(sent)
    except BadData:
        return False
    chance, _, tag = str(of).partition(":")
    mine = asking().person is not None and hmac.compare_digest(tag, _tag(chance))
    return mine or (FIELD in cookie and hmac.compare_digest(str(of), str(cookie[FIELD])))


def _tag(chance: str) -> str:
    person = asking().person
    return "" if person is None else ring.mac("cookies", b"form", person.bytes, chance.encode()).hex()


def _left() -> Left:
    pairs = [(name, value) for name, value in request.form.items(multi=True) if name != FIELD]
    secret = [name for name, _ in pairs if "password" in name or name == "current"]
    kept = [(name, value) for name, value in pairs if name not in secret]
    texts = tuple((name, value) for name, value in kept if len(value.split()) > 1)
    return Left(
        request.full_path.removesuffix("?"),
        texts,
        tuple(pair for pair in kept if pair not in texts),
        secret[0] if len(secret) == 1 else "",
        tuple(name for name, file in request.files.items() if file.filename),
    )
