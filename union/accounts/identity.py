"""What Flask-Login carries: an identity whose id is the sign-in session's token, so that signing out is real."""

from __future__ import annotations

from flask import Flask, g, request
from flask_login import LoginManager, UserMixin, current_user

from union.access import NOBODY
from union.accounts import authentication
from union.web.current import current_installation


class SignedIn(UserMixin):  # type: ignore[misc]  # Flask-Login ships no types
    """Somebody who holds a token."""

    def __init__(self, secret: str) -> None:
        self.secret = secret

    def get_id(self) -> str:
        return self.secret


def install(app: Flask) -> None:
    """Find who asks before anything else of a request runs."""
    app.asked_again = authentication.still  # type: ignore[attr-defined]  # every application of ours is an Installation
    manager = LoginManager()
    manager.session_protection = None  # the server's own session row decides
    manager.init_app(app, add_context_processor=False)

    @manager.user_loader  # type: ignore[untyped-decorator]  # as above
    def load(secret: str) -> SignedIn | None:
        g.asking = authentication.recognise(current_installation().store, secret)
        return None if g.asking is NOBODY else SignedIn(secret)

    @app.before_request
    def find_who_asks() -> None:
        g.asking = NOBODY
        if request.endpoint not in {"home.health", "static"}:  # which answer whatever the database does
            bool(current_user.is_authenticated)  # Flask-Login loads lazily; here it sets g.asking
