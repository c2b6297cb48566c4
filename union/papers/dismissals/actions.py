"""The table of dismissal letters, and the acts that they alone have: the twelve answers, the letters against it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from enum import Enum
from typing import Any
from uuid import UUID

from flask_babel import lazy_gettext as _l

from union.accounts.models import Account
from union.cases.dates import Source
from union.cases.earlier_sanctions import refuse_what_cannot_be
from union.cases.models import Case, CaseKind
from union.law.procedure.discipline import PriorSanction
from union.papers.dismissals.models import Decision, Dismissal, Known, LetterKind
from union.papers.dismissals.reading import DAYS, dated, read_whole
from union.papers.sending import EARLIER, Correspondent, Means, Sent, Went, not_to_come, tell
from union.papers.table import Acts, PaperTable
from union.refusal import Refused
from union.store.reach import ReachSession

# Filled by the kinds of case: what a case does once its letter was read question by question.
LETTER_READ: dict[CaseKind, Callable[[ReachSession, UUID, Case], None]] = {}


class DismissalAct(Enum):
    """The acts on a dismissal letter."""

    NOTED = "dismissal_noted"
    CORRECTED = "dismissal_corrected"
    SENT = "dismissal_sent"
    CLAIMED = "dismissal_claim_sent"
    ASIDE = "dismissal_aside"


def _check(letter: dict[str, Any]) -> None:
    for name in ("decided_on", "notified_on", "court_on", "certificate_on", "inspector_asked_on"):
        not_to_come(name, letter.get(name))
    first, last = letter.get("suspended_from"), letter.get("suspended_until")
    if first and last and last < first:
        raise Refused("suspended_until", _l("The last day is before the first: correct one of them."))
    decided, notified = letter["decided_on"], letter["notified_on"]
    if decided and notified and notified < decided:
        raise Refused("notified_on", EARLIER)
    start = notified or decided
    for name in ("court_on", "certificate_on"):
        if letter[name] and start and letter[name] < start:
            raise Refused(name, EARLIER)


TABLE = PaperTable(
    Dismissal,
    "decision",
    Source.DISMISSAL,
    holds=Decision,
    dated=dated,
    check=_check,
    of_the_day="notified_on",
    acts=Acts(DismissalAct.NOTED, DismissalAct.CORRECTED, DismissalAct.ASIDE),
)


def answer(
    session: ReachSession,
    by: UUID,
    case: Case,
    row: Dismissal,
    answers: dict[str, Known],
    known_on: date | None,
    refused: bool | None,
    sanctions: tuple[PriorSanction, ...] = (),
    sanctioned: bool | None = None,
    places: Sequence[int] = (),
) -> None:
    """What somebody read in the letter and in the minutes. Raises `Refused`.

    `places` are the rows of the form in which the sanctions stand, one after the other where it is not told.
    """
    not_to_come("known_on", known_on)
    for key in DAYS & answers.keys():
        not_to_come(f"{key}_on", answers[key].on)
    heard = answers.get("heard_in_time", Known()).on
    if heard and known_on and heard < known_on:
        raise Refused("heard_in_time_on", EARLIER)
    _refuse_sanctions(row.decision, dict(zip(places or range(len(sanctions)), sanctions, strict=True)), sanctioned)
    TABLE.change(
        session,
        by,
        case,
        row,
        DismissalAct.CORRECTED,
        answers=answers,
        known_on=known_on,
        refused=refused,
        sanctions=sanctions,
        sanctioned=None if sanctions else sanctioned,
    )
    if read_whole(row.decision) and case.kind in LETTER_READ:
        LETTER_READ[case.kind](session, by, case)


def _refuse_sanctions(decision: Decision, sanctions: Mapping[int, PriorSanction], sanctioned: bool | None) -> None:
    for at, one in sanctions.items():
        not_to_come(f"sanction{at}_on", one.on)
    last = decision.decided_on or decision.notified_on
    too_late = _l("This day is not before the dismissal: check both.")
    refuse_what_cannot_be(sanctions, sanctioned, last, too_late)


def send(
    session: ReachSession, by: UUID, case: Case, row: Dismissal, letter: LetterKind, means: Means, on: date
) -> None:
    """A letter against it went. Neither stops the ninety days. Raises `Refused`."""
    not_to_come("sent_on", on)
    start = row.decision.notified_on
    if start is not None and on < start:
        raise Refused("sent_on", EARLIER)
    sent = Sent(on, means, session.get_one(Account, by).holder.name)
    if letter is LetterKind.INSPECTOR:
        TABLE.change(session, by, case, row, DismissalAct.CLAIMED, on=on, claim_sent=sent)
    else:
        TABLE.change(session, by, case, row, DismissalAct.SENT, on=on, sent=sent)
    to = Correspondent.INSPECTOR if letter is LetterKind.INSPECTOR else Correspondent.EMPLOYER
    tell(session, by, case, Went(f"dismissals.{row.id}.{letter.value}", f"dismissals.{letter.value}", to, on, means))


def not_sent(session: ReachSession, by: UUID, case: Case, row: Dismissal, letter: LetterKind) -> None:
    """It was marked by mistake: the letter did not go."""
    field = "claim_sent" if letter is LetterKind.INSPECTOR else "sent"
    TABLE.change(session, by, case, row, DismissalAct.CORRECTED, **{field: None})
