"""A one-time code at the door: it lets in once, within its day, and not on the browser of whoever gave it."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from datetime import UTC, datetime

from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import Session

from union.accounts import passwords
from union.accounts.models import Account, Resets
from union.refusal import Refused


def use(session: Session, account: Account, given_here: Callable[[Account], bool], agent: str) -> bool:
    """Let in by a code, which is worth nothing from now on; True too where the account waits for none. False for one
    whose day is over.

    `given_here` tells whether an account signed in from this browser before. Raises `Refused` on the browser of whoever
    gave the code.
    """
    pending = account.pending_reset
    if pending is None:
        return True
    if datetime.now(UTC) > pending.until:
        return False
    giver = session.get(Account, pending.by) if pending.by is not None else None
    if giver is not None and given_here(giver):
        raise Refused(
            "password",
            _l("This code was given from this browser: it works only on another one, where its holder signs in."),
        )
    used = dataclasses.replace(pending, used_at=datetime.now(UTC).replace(microsecond=0), used_with=agent[:200])
    account.password = passwords.sealed(passwords.generate())  # nobody knows it: the code opened this once
    account.resets = Resets((*account.known_resets[:-1], used))
    return True
