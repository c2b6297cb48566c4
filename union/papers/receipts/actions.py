"""Every way in which a signed paper comes to be and changes; its date follows, each act a line of the case's timeline."""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import Any
from uuid import UUID

from flask_babel import lazy_gettext as _l

from union.accounts.models import Account
from union.cases.dates import Source
from union.cases.models import Case
from union.cases.paper_acts import Papers
from union.cases.sending import Means, Sent, not_to_come
from union.cases.subjects import About
from union.papers.receipts.models import Claim, Receipt, Signed
from union.papers.receipts.reading import dated
from union.refusal import Refused
from union.store.reach import ReachSession

RECEIPTS = Papers("signed", Source.RECEIPT, dated)


class ReceiptAct(Enum):
    """The acts on a signed paper."""

    NOTED = "receipt_noted"
    CORRECTED = "receipt_corrected"
    SENT = "receipt_sent"
    ASIDE = "receipt_aside"


def write_down(session: ReachSession, by: UUID, case: Case, about: About, facts: dict[str, Any]) -> Receipt:
    """A paper that somebody signed, or is asked to sign. Raises `Refused`."""
    _possible(facts)
    row = Receipt(case_id=case.id, workplace_id=case.workplace_id, signed=Signed(about, **facts), version=1)
    RECEIPTS.begin(session, by, case, row, ReceiptAct.NOTED, facts["signed_on"])
    return row


def correct(session: ReachSession, by: UUID, case: Case, row: Receipt, facts: dict[str, Any]) -> None:
    """Other facts of the paper. Raises `Refused`."""
    _possible(facts)
    RECEIPTS.change(session, by, case, row, ReceiptAct.CORRECTED, **facts)


def answer(session: ReachSession, by: UUID, case: Case, row: Receipt, answers: dict[str, bool]) -> None:
    """What somebody read on the paper."""
    RECEIPTS.change(session, by, case, row, ReceiptAct.CORRECTED, answers=answers)


def claim(session: ReachSession, by: UUID, case: Case, row: Receipt, claims: tuple[Claim, ...]) -> None:
    """The rights that the denunciation names. Raises `Refused` for none: it would be void (art 75)."""
    if not claims:
        raise Refused("claims", _l("Name at least one right: a denunciation that names none is void (article 75)."))
    RECEIPTS.change(session, by, case, row, ReceiptAct.CORRECTED, claims=claims)


def denounce(session: ReachSession, by: UUID, case: Case, row: Receipt, means: Means, on: date) -> None:
    """The denunciation went. Raises `Refused` for a day before the signature, or one to come."""
    not_to_come("sent_on", on)
    signed_on = row.signed.signed_on
    if signed_on is None:
        raise Refused("sent_on", _l("Write first when the paper was signed: the sixty days run from that day."))
    if on < signed_on:
        raise Refused("sent_on", _l("This day is before the signature: check both days."))
    who = session.get_one(Account, by).holder.name
    RECEIPTS.change(session, by, case, row, ReceiptAct.SENT, on=on, sent=Sent(on, means, who))


def set_aside(session: ReachSession, by: UUID, case: Case, row: Receipt, why: str) -> None:
    """The paper counts no more: written down twice, or by mistake. It stays to be read, and its date is gone."""
    RECEIPTS.change(session, by, case, row, ReceiptAct.ASIDE, set_aside=why)


def _possible(facts: dict[str, Any]) -> None:
    for name in ("signed_on", "paid_on"):
        not_to_come(name, facts[name])
