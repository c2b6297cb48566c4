"""What somebody searched for, kept for their sign-in session: an address of results holds a key and no word of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid4

from flask import abort, flash, redirect, request
from flask_babel import gettext as _
from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Mapped, Session, mapped_column
from werkzeug.wrappers import Response

from union.access import asking
from union.jobs.housekeeping import Passing
from union.store.db import Model
from union.store.reach import Reach, Reachable, ReachSession
from union.vault.envelope import Envelope, sealed
from union.web.addresses import IdConverter, single

KEY = "asked"  # in the address of results
_KEY = re.compile(IdConverter.regex)


@dataclass(frozen=True)
class Asked:
    """The words as they were typed, and the day (UTC)."""

    words: str
    on: date


class KeptSearch(Reachable, Model):
    """One search of one sign-in session. It answers to no other, and goes when sessions of its day have ended."""

    __tablename__ = "kept_search"

    account_id: Mapped[UUID] = mapped_column()
    door_id: Mapped[UUID] = mapped_column()
    asked_sealed: Mapped[bytes] = sealed()
    asked = Envelope(Asked, "search", instead=lambda: Asked("", date.min))

    @classmethod
    def within(cls, reach: Reach) -> ColumnElement[bool]:
        """One's own searches."""
        return reach.own(cls.account_id)


def results_of(session: ReachSession, words: str, results: str) -> Response:
    """Keep the words and lead to `results`, the address of the page that shows what they find.

    Back, reload and the language switch ask for that page again; a page that answers a form cannot be gone back to.
    """
    return redirect(f"{results}{'&' if '?' in results else '?'}{KEY}={keep(session, words)}")


def keep(session: ReachSession, words: str) -> UUID:
    """Keep some words for this sign-in session, and no other; the key by which an address tells of them."""
    who = asking()
    if who.person is None or who.door is None:
        abort(401)
    kept = KeptSearch(id=uuid4(), account_id=who.person, door_id=who.door, asked=Asked(words, datetime.now(UTC).date()))
    session.add(kept)
    session.flush()
    return kept.id


def words_asked(session: ReachSession) -> str | None:
    """The words behind the key in the address: None where it holds no key.

    Where the key is another session's, or its time is over, the answer is a redirection to the empty search. 422 for
    what is no key.
    """
    words = words_kept(session)
    if words is None and single(KEY):
        flash(_("This search has ended. Write again what you are looking for."), "soon")
        abort(redirect(request.path))
    return words


def words_kept(session: ReachSession, name: str = KEY) -> str | None:
    """As above, and None where the search has ended: for a page that is no list of results. `name` is that of the key
    in the address."""
    key = single(name)
    if not key:
        return None
    if not _KEY.fullmatch(key):
        abort(422)
    mine = select(KeptSearch).where(KeptSearch.id == UUID(key), KeptSearch.door_id == asking().door)
    kept = session.scalar(mine)
    return kept.asked.words or None if kept is not None else None


def _old(session: Session) -> list[UUID]:
    """The searches of sign-in sessions that have ended: none lives over a day."""
    before = datetime.now(UTC).date() - timedelta(days=1)
    return [row.id for row in session.scalars(select(KeptSearch)) if row.asked.on < before]


PASSING = Passing(KeptSearch, _old)
