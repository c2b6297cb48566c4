"""A form sent twice is one act: its token is kept in the same transaction as what it did."""

from __future__ import annotations

import hashlib
import re
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from flask import abort, redirect, request
from sqlalchemy import ColumnElement, LargeBinary, select
from sqlalchemy.orm import Mapped, Session, mapped_column
from werkzeug.wrappers import Response

from union.access import asking
from union.jobs.housekeeping import Passing
from union.store.db import Model, one_at_a_time
from union.store.reach import Reach, Reachable, ReachSession
from union.vault import ring
from union.vault.envelope import Envelope, plain, sealed, token_column
from union.web.current import current_installation, rights

FIELD = "form_token"
REMEMBERED = timedelta(days=3)  # a form's token against forgery lives twelve hours: no form comes again after that
_FORM = re.compile(r"[A-Za-z0-9_-]{22}")
_NOT_CONTENT = {FIELD, "csrf_token"}


@dataclass(frozen=True)
class Outcome:
    """Where the first sending led, and on which day (UTC)."""

    location: str
    on: date | None = None  # None: before the day was kept


class Submission(Reachable, Model):
    """One form that was taken."""

    __tablename__ = "submission"

    account_id: Mapped[UUID | None] = mapped_column()
    token: Mapped[bytes] = token_column(unique=True)
    body: Mapped[bytes] = plain("a keyed MAC of what was sent", LargeBinary(32))
    outcome_sealed: Mapped[bytes] = sealed()
    outcome = Envelope(Outcome, "submission")

    @classmethod
    def within(cls, reach: Reach) -> ColumnElement[bool]:
        """The forms that one sent oneself."""
        return reach.own(cls.account_id)


def new_token() -> str:
    """A fresh token for one rendering of one form; what was typed and refused keeps its own."""
    sent = request.form.get(FIELD, "") if request.method == "POST" else ""
    return sent if _FORM.fullmatch(sent) else secrets.token_urlsafe(16)


def already(session: ReachSession) -> Response | None:
    """The answer of the first sending, where this form was taken before. 409 where it comes again with another
    content."""
    sent = request.form.get(FIELD, "")
    if not sent or asking().person is None:  # two strangers are not one person: nothing of theirs is kept
        return None
    if not _FORM.fullmatch(sent):
        abort(400)
    one_at_a_time(session, _token(sent))  # two at once: the second finds what the first did
    known = session.scalar(select(Submission).where(Submission.token == _token(sent)))
    if known is None:
        return None
    if known.body != _body():
        abort(409)
    return redirect(known.outcome.location)


def remember(session: ReachSession, response: Response) -> None:
    """Keep the token with where the act led; nothing for a page shown again."""
    sent = request.form.get(FIELD, "")
    if sent and asking().person is not None and 300 <= response.status_code < 400:
        outcome = Outcome(response.headers["Location"], datetime.now(UTC).date())
        session.add(Submission(account_id=asking().person, token=_token(sent), body=_body(), outcome=outcome))


def in_one_act(act: Callable[[ReachSession], str]) -> Response:
    """A short transaction of its own that a form sent twice does once; `act` returns where it leads."""
    with current_installation().store.writing(rights) as writing:
        taken = already(writing)
        if taken is None:
            taken = redirect(act(writing))
            remember(writing, taken)
        return taken


def _token(sent: str) -> bytes:
    return ring.token("submission", f"{asking().person}|{sent}")


def _body() -> bytes:
    digest = hashlib.sha256(request.path.encode())
    for name in sorted(request.form.keys() - _NOT_CONTENT):
        for value in request.form.getlist(name):
            digest.update(f"{len(name)}:{name}{len(value)}:{value}".encode())
    for name, file in sorted(
        request.files.items(multi=True), key=lambda one: one[0]
    ):  # several of one name: all of them
        file.stream.seek(0)  # a view may have read it already
        digest.update(name.encode() + hashlib.sha256(file.stream.read()).digest())
        file.stream.seek(0)
    return ring.mac("record.mac", digest.digest())


def _old(session: Session) -> list[UUID]:
    """What is known of forms that were sent longer ago than any could come again."""
    before, old = datetime.now(UTC).date() - REMEMBERED, []
    for row in session.execute(select(Submission.id, Submission.outcome_sealed)):
        on = Submission.outcome.open("submission", row.id, row.outcome_sealed).on
        if on is None or on < before:
            old.append(row.id)
    return old


PASSING = Passing(Submission, _old)
