"""Answers that are not the page asked for: one sentence that says what to do, and nothing about what exists."""

from __future__ import annotations

import errno
from collections.abc import Sequence

import structlog
from flask import Flask, Response, current_app, render_template, request
from flask_babel import lazy_gettext as _l
from flask_wtf.csrf import validate_csrf
from sqlalchemy.exc import DatabaseError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.orm.exc import StaleDataError
from werkzeug.exceptions import HTTPException, SecurityError
from wtforms import ValidationError

from union.store.db import is_damage
from union.store.files import StoreAway
from union.store.reach import Unreachable
from union.vault.envelope import DAMAGED

log = structlog.get_logger()
DAMAGED_TITLE = _l("This can no longer be read")
DAMAGED_PAGE = _l(
    "What this page needs cannot be read: it was damaged in the database. Nothing was changed. Have it restored "
    "from the "
    "backup; every other page works meanwhile."
)


BROKEN_TITLE = _l("The database is damaged")
BROKEN_PAGE = _l(
    "A part of it that this page needs cannot be read any more. Nothing was changed. Tell whoever looks after "
    "the machine: "
    "the disk is to be looked at, and the backup to be restored."
)
FULL_TITLE = _l("The disk of the server is full")
FULL_PAGE = _l(
    "Nothing was kept of what you sent. Tell whoever looks after the machine, and send it again once there is room."
)
AWAY_TITLE = _l("The store of files does not answer")
AWAY_PAGE = _l(
    "Nothing was kept of what you sent, and nothing was lost of what is there. Send it again in a while; if that "
    "goes on, tell whoever looks after the machine."
)
GONE_TITLE = _l("A file is missing on the server")
GONE_PAGE = _l(
    "This page needs a file that is not there. Nothing was changed. Tell whoever looks after the machine: the "
    "folder “files” "
    "of the backup is to be put back. Every other page works meanwhile."
)


def install(app: Flask) -> None:
    """Every error of an application has a page of ours."""
    _install_for_the_database(app)
    _install_for_the_disk(app)

    @app.errorhandler(HTTPException)
    def known(error: HTTPException) -> Response | HTTPException:
        if error.response is not None or (error.code or 500) < 400:
            return error
        return answer(error.code or 500, typed=typed() if error.code == 401 else ())

    @app.errorhandler(Unreachable)
    def outside(error: Unreachable) -> Response:
        log.warning("outside_reach", endpoint=request.endpoint, what=str(error))
        return answer(404)

    @app.errorhandler(RecursionError)
    def too_deep(_: RecursionError) -> Response:
        return answer(400)

    app.register_error_handler(Exception, _broken)


def _install_for_the_database(app: Flask) -> None:
    @app.errorhandler(StaleDataError)
    def conflict(_: StaleDataError) -> Response:
        return answer(409)

    @app.errorhandler(OperationalError)
    @app.errorhandler(PoolTimeout)
    def not_answering(error: Exception) -> Response:
        """The database is gone, full, locked or too slow: for a while, mostly."""
        return _not_now(error)

    @app.errorhandler(DatabaseError)
    def perhaps_damaged(error: DatabaseError) -> Response:
        if is_damage(error.orig):
            return _not_now(error, BROKEN_PAGE, BROKEN_TITLE)
        return _broken(error)


def _install_for_the_disk(app: Flask) -> None:
    @app.errorhandler(StoreAway)
    def store_away(error: StoreAway) -> Response:
        return _not_now(error, AWAY_PAGE, AWAY_TITLE)

    @app.errorhandler(OSError)
    def perhaps_full(error: OSError) -> Response:
        if error.errno in {errno.ENOSPC, errno.EDQUOT}:
            return _not_now(error, FULL_PAGE, FULL_TITLE)
        if isinstance(error, FileNotFoundError):
            log.error("file_missing", endpoint=request.endpoint, where=_where(error))
            return answer(409, GONE_PAGE, GONE_TITLE)
        return _broken(error)


def _not_now(error: Exception, sentence: object = None, title: object = None) -> Response:
    """What somebody who looks after the machine mends, or what goes by. What was typed is given back."""
    log.error("not_now", endpoint=request.endpoint, kind=type(error).__name__, where=_where(error))
    page = answer(503, sentence, title, typed=typed() if _is_ours() else ())
    page.headers["Retry-After"] = "30"
    return page


def _broken(error: Exception) -> Response:
    # The kind alone: a message or a traceback's values may hold what a person typed.
    damaged = isinstance(error, DAMAGED)
    kind = "sealed_row_does_not_open" if damaged else type(error).__name__
    log.error("unexpected", endpoint=request.endpoint, kind=kind, where=_where(error))
    if current_app.config.get("SHOW_ERRORS"):
        raise error
    # Asking again does not help, as a 500 would say; and proxies put a page of their own in the place of one.
    return answer(409, DAMAGED_PAGE, DAMAGED_TITLE) if damaged else answer(500)


def answer(code: int, sentence: object = None, title: object = None, typed: Sequence[str] = ()) -> Response:
    """The page of one error: no form and no token, so that two of them are alike to the byte."""
    if isinstance(request.routing_exception, SecurityError):  # asked under a name that is not ours: no links from there
        return Response("400", 400, mimetype="text/html")
    words = render_template("errors/error.html", code=code, sentence=sentence, headline=title, typed=typed)
    return Response(words, code, mimetype="text/html")


def forged() -> Response:
    """The page for a form whose token is not of whoever sent it: nothing of it is shown, for others can make one
    send it."""
    said = _l("Go back and copy what you typed, then reload the page and send the form again.")
    return answer(403, said, _l("This form is too old"))


def typed() -> list[str]:
    """The texts of a form that could not be taken in, its sender being signed out meanwhile, to be taken along: it came
    from a page of ours, for its token was looked at before. Two words and more: a choice or an id is nobody's loss,
    and a password is never shown."""
    sent = request.__dict__.get("form")
    pairs = sent.items(multi=True) if sent is not None and request.method == "POST" else ()
    return [text for name, text in pairs if len(text.split()) > 1 and "password" not in name]


def _is_ours() -> bool:
    """Whether a form came from a page of ours; who sent it could not be asked of the database, its token can."""
    try:
        validate_csrf(request.form.get("csrf_token"))
    except (ValidationError, HTTPException):
        return False
    return True


def _where(error: Exception) -> list[str]:
    """The path of the fault through our own code: file and line, no values."""
    lines = []
    trace = error.__traceback__
    while trace is not None:
        name = trace.tb_frame.f_code.co_filename
        if "/union/" in name:
            lines.append(f"{name.rsplit('/union/', 1)[1]}:{trace.tb_lineno}")
        trace = trace.tb_next
    return lines[-6:]
