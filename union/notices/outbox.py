"""What the worker does every minute: sees for whom something new waits, and sends what is due, again and later where
the server refuses."""

from __future__ import annotations

import dataclasses
import secrets
import smtplib
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from uuid import UUID

import structlog
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from union.accounts.models import Account
from union.cases.messages import Unread
from union.jobs.housekeeping import Passing
from union.jobs.worker import JobContext
from union.notices import mailing, words
from union.notices.hours import first_loud
from union.notices.models import Chosen, Letter, MailAddress, Outgoing, State, of_account
from union.store.reach import ReachSession
from union.vault.envelope import opens

log = structlog.get_logger()
EVERY = timedelta(days=1)  # at most one mail
FIRST_AGAIN, MOST_AGAIN = timedelta(minutes=5), timedelta(hours=6)
GIVEN_UP_AFTER = timedelta(days=3)
WITHIN = 1800  # seconds
COUNTED = timedelta(days=30)  # how long one that was given up stays in the count


def send_due(hand: JobContext) -> None:
    """Make the mails that are due and send them; nothing where no server is set."""
    way = mailing.Way(*hand.mail)
    if not way.known:
        return
    now = datetime.now(UTC)
    with hand.store.maintaining() as session:
        _gather(session, now)
    with hand.store.maintaining() as session:
        due = session.scalars(
            select(Outgoing.id).where(Outgoing.state == State.WAITING, Outgoing.not_before <= now)
        ).all()
    for one in due:
        if hand.stopped.is_set() or not _try(hand, way, one, now):
            return  # stopping, or nobody answers there: the others wait


def _gather(session: Session, now: datetime) -> None:
    """A mail for each confirmed address whose holder has more waiting than when the last one was made."""
    waits = {
        row[0]: int(row[1])
        for row in session.execute(
            select(Unread.account_id, func.sum(Unread.number + Unread.moved)).group_by(Unread.account_id)
        )
    }
    under_way = set(session.scalars(select(Outgoing.account_id)))
    for one in session.scalars(select(MailAddress)):
        if one.account_id in under_way or not opens(one, "chosen") or one.chosen.confirmed_at is None:
            continue
        chosen, waiting = one.chosen, waits.get(one.account_id, 0)
        if waiting < chosen.told:  # some was read: what comes after it is new
            one.chosen = chosen = dataclasses.replace(chosen, told=waiting)
        if waiting > chosen.told and (chosen.mailed_at is None or chosen.mailed_at + EVERY <= now):
            at = first_loud(now + _some_time(), chosen.quiet_from, chosen.quiet_until)
            session.add(
                Outgoing(
                    account_id=one.account_id,
                    letter=Letter.NEWS,
                    state=State.WAITING,
                    tries=0,
                    made_at=now,
                    not_before=at,
                )
            )


def _some_time() -> timedelta:
    """Some of half an hour: who watches the line does not read from a mail when something was written."""
    return timedelta(seconds=secrets.randbelow(WITHIN))


def _try(hand: JobContext, way: mailing.Way, wanted: UUID, now: datetime) -> bool:
    """Claim one mail, send it outside any transaction, and write down what came of it. A process killed in between
    sends it once more. Says whether the server is worth another try now."""
    with hand.store.maintaining() as session:
        row = session.scalar(
            select(Outgoing)
            .where(Outgoing.id == wanted, Outgoing.state == State.WAITING, Outgoing.not_before <= now)
            .with_for_update(skip_locked=True)
        )
        said = _said(session, row, now) if row is not None else None
        if row is None or said is None:
            return True
        row.tries += 1
        row.not_before = now + min(FIRST_AGAIN * 3 ** (row.tries - 1), MOST_AGAIN)
    to, subject, text = said
    try:
        mailing.send(way, mailing.message(way, to, subject, text))
    except mailing.FAULTS as error:
        log.error("not_mailed", why=type(error).__name__)
        _ended(hand, wanted, now, sent=False)
        return isinstance(error, smtplib.SMTPException) and not isinstance(error, smtplib.SMTPServerDisconnected)
    _ended(hand, wanted, now, sent=True)
    return True


def _said(session: Session, row: Outgoing, now: datetime) -> tuple[str, str, str] | None:
    """To whom it goes and what it says; None where it is not to be sent, or not yet."""
    address = session.scalar(of_account(row.account_id)) if row.account_id else None
    if address is None or not opens(address, "chosen") or not _may_sign_in(session, address.account_id):
        session.delete(row)
        return None
    chosen = address.chosen
    if row.letter is Letter.CODE:
        if not chosen.code or chosen.code_until is None or chosen.code_until < now:  # used, or dead by now
            session.delete(row)
            return None
        return chosen.address, *words.of_code(chosen.language, chosen.code)
    loud = first_loud(now, chosen.quiet_from, chosen.quiet_until)
    if loud > now:  # the hours were changed since, or it was tried again into the night
        row.not_before = loud
        return None
    if not _waits(session, address.account_id) or chosen.confirmed_at is None:
        session.delete(row)  # read meanwhile
        return None
    return chosen.address, *words.of_news(chosen.language)


def _may_sign_in(session: Session, account_id: UUID) -> bool:
    account = session.get(Account, account_id)
    return account is not None and not account.disabled


def _waits(session: Session, account_id: UUID) -> int:
    asked = select(func.sum(Unread.number + Unread.moved)).where(Unread.account_id == account_id)
    return int(session.scalar(asked) or 0)


def _ended(hand: JobContext, wanted: UUID, now: datetime, *, sent: bool) -> None:
    with hand.store.maintaining() as session:
        row = session.get(Outgoing, wanted)
        if row is None or row.account_id is None:
            return
        address = session.scalar(of_account(row.account_id))
        if sent:
            if row.letter is Letter.NEWS:
                waiting = _waits(session, row.account_id)
                _change(address, lambda one: dataclasses.replace(one, told=waiting, mailed_at=now, failed_at=None))
            else:
                _change(address, lambda one: dataclasses.replace(one, failed_at=None))
            session.delete(row)
        elif row.letter is Letter.CODE:  # its holder sits before the page: told at once, and tried again meanwhile
            _change(address, lambda one: dataclasses.replace(one, failed_at=now))
        elif row.made_at.replace(tzinfo=row.made_at.tzinfo or UTC) + GIVEN_UP_AFTER <= now:
            _change(address, lambda one: dataclasses.replace(one, mailed_at=now, failed_at=now))
            row.state, row.account_id = State.GIVEN_UP, None


def _change(address: MailAddress | None, change: Callable[[Chosen], Chosen]) -> None:
    if address is not None and opens(address, "chosen"):
        address.chosen = change(address.chosen)


def _old(session: Session) -> list[UUID]:
    """What was given up long enough ago to be forgotten."""
    before = datetime.now(UTC) - COUNTED
    return list(session.scalars(select(Outgoing.id).where(Outgoing.state == State.GIVEN_UP, Outgoing.made_at < before)))


PASSING = Passing(Outgoing, _old)


def given_up(session: ReachSession) -> int:
    """How many mails were given up in the last month, of nobody in particular."""
    return int(session.scalar(select(func.count(Outgoing.id)).where(Outgoing.account_id.is_(None))) or 0)
