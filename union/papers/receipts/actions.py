"""The table of signed papers, and the acts that they alone have: the rights claimed, the denunciation."""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import Any
from uuid import UUID

from flask_babel import lazy_gettext as _l

from union.accounts.models import Account
from union.cases.dates import Source
from union.cases.models import Case
from union.papers.receipts.models import Claim, Receipt, Signed
from union.papers.receipts.reading import dated
from union.papers.sending import Correspondent, Means, Sent, Went, not_to_come, tell
from union.papers.table import Acts, PaperTable
from union.refusal import Refused
from union.store.reach import ReachSession

LETTER = "denunciation"  # what the one letter of a signed paper is called


class ReceiptAct(Enum):
    """The acts on a signed paper."""

    NOTED = "receipt_noted"
    CORRECTED = "receipt_corrected"
    SENT = "receipt_sent"
    ASIDE = "receipt_aside"


def _check(facts: dict[str, Any]) -> None:
    for name in ("signed_on", "paid_on"):
        not_to_come(name, facts[name])


TABLE = PaperTable(
    Receipt,
    "signed",
    Source.RECEIPT,
    holds=Signed,
    dated=dated,
    check=_check,
    of_the_day="signed_on",
    acts=Acts(ReceiptAct.NOTED, ReceiptAct.CORRECTED, ReceiptAct.ASIDE),
)


def answer(session: ReachSession, by: UUID, case: Case, row: Receipt, answers: dict[str, bool]) -> None:
    """What somebody read on the paper."""
    TABLE.change(session, by, case, row, ReceiptAct.CORRECTED, answers=answers)


def claim(session: ReachSession, by: UUID, case: Case, row: Receipt, claims: tuple[Claim, ...]) -> None:
    """The rights that the denunciation names. Raises `Refused` for none: it would be void (art 75)."""
    if not claims:
        raise Refused("claims", _l("Name at least one right: a denunciation that names none is void (article 75)."))
    TABLE.change(session, by, case, row, ReceiptAct.CORRECTED, claims=claims)


def denounce(session: ReachSession, by: UUID, case: Case, row: Receipt, means: Means, on: date) -> None:
    """The denunciation went. Raises `Refused` for a day before the signature, or one to come."""
    not_to_come("sent_on", on)
    signed_on = row.signed.signed_on
    if signed_on is None:
        raise Refused("sent_on", _l("Write first when the paper was signed: the sixty days run from that day."))
    if on < signed_on:
        raise Refused("sent_on", _l("This day is before the signature: check both days."))
    who = session.get_one(Account, by).holder.name
    TABLE.change(session, by, case, row, ReceiptAct.SENT, on=on, sent=Sent(on, means, who))
    tell(
        session, by, case, Went(f"receipts.{row.id}.{LETTER}", f"receipts.{LETTER}", Correspondent.EMPLOYER, on, means)
    )


def not_denounced(session: ReachSession, by: UUID, case: Case, row: Receipt) -> None:
    """It was marked by mistake: the denunciation did not go."""
    TABLE.change(session, by, case, row, ReceiptAct.CORRECTED, sent=None)
