"""Cookies: their names say nothing of whose pages these are, and where TLS is no neighbour of the host can set them."""

from __future__ import annotations

from typing import Literal

from flask import Flask, Response, current_app, request
from werkzeug.wrappers import Response as Answer

# As they were called before: who still holds one is rid of it with the next answer. Their places belong to them.
FORMER = {"union": "/", "union-device": "/sign-in"}


def named(word: str, *, behind_tls: bool) -> str:
    """The name of a cookie; browsers take one with this prefix only from the host itself, over TLS, for all its
    pages."""
    return f"__Host-{word}" if behind_tls else word


def _name(word: str) -> str:
    return named(word, behind_tls=secure())


def secure() -> bool:
    """Whether TLS ends before this server."""
    return bool(current_app.config["SESSION_COOKIE_SECURE"])


def held(word: str) -> str:
    """What the browser holds under a name, empty where it holds nothing."""
    return request.cookies.get(_name(word), "")


def put(answer: Answer, word: str, value: str, seconds: int, samesite: Literal["Lax", "Strict"] = "Lax") -> None:
    """Have the browser hold something, out of reach of scripts."""
    answer.set_cookie(_name(word), value, max_age=seconds, httponly=True, samesite=samesite, secure=secure())


def drop(answer: Answer, *words: str) -> None:
    """Have the browser hold nothing under these names."""
    for word in words:
        answer.delete_cookie(_name(word), httponly=True, secure=secure())


def install(app: Flask) -> None:
    """Rid browsers of the names of before."""

    @app.after_request
    def forget(response: Response) -> Response:
        for name, path in FORMER.items():
            if name in request.cookies:
                response.delete_cookie(name, path=path)
        return response
