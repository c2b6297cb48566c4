"""Handing a case over: whoever receives it is asked, and until they accept, it stays with whoever gives it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from uuid import UUID

from flask_babel import lazy_gettext as _l
from sqlalchemy import ForeignKey, Integer, select
from sqlalchemy.orm import Mapped, mapped_column

from union.accounts.models import Account
from union.cases import actions, dates, readers
from union.cases.models import Case, CasePart, CaseParty
from union.cases.timeline import CaseAct, entry
from union.refusal import Refused
from union.store.db import Model, named
from union.store.reach import ReachSession
from union.vault.envelope import Envelope, plain, sealed


class Answer(Enum):
    """What whoever was asked said; an accepted transfer is a case of theirs, and no row any more."""

    AWAITED = "awaited"
    REFUSED = "refused"


@dataclass(frozen=True)
class Offer:
    """What was written with the transfer, and what the answer was."""

    words: str = ""
    answer_words: str = ""
    named_for_it: bool = False  # a confidential case: they were let in to decide, and go again where they refuse


class CaseTransfer(CasePart, Model):
    """A case that is to change hands."""

    __tablename__ = "case_transfer"

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case_file.id"), unique=True)
    by_id: Mapped[UUID] = mapped_column(index=True)
    to_id: Mapped[UUID] = mapped_column(index=True)
    answer: Mapped[Answer] = plain("a closed list", named(Answer))
    offer_sealed: Mapped[bytes] = sealed()
    offer = Envelope(Offer, "case", instead=Offer)
    version: Mapped[int] = plain("counts the changes", Integer)

    __mapper_args__ = {"version_id_col": version}


def of_case(session: ReachSession, case_id: UUID) -> CaseTransfer | None:
    """The transfer of a case that waits for an answer, or was refused."""
    return session.scalar(select(CaseTransfer).where(CaseTransfer.case_id == case_id))


def offered_to(session: ReachSession, me: UUID) -> list[tuple[CaseTransfer, Case]]:
    """What somebody is asked to take over, by code."""
    return _joined(session, CaseTransfer.to_id == me, Answer.AWAITED)


def refused_of(session: ReachSession, me: UUID) -> list[tuple[CaseTransfer, Case]]:
    """What somebody offered, and a colleague refused."""
    return _joined(session, CaseTransfer.by_id == me, Answer.REFUSED)


def _joined(session: ReachSession, mine: object, answer: Answer) -> list[tuple[CaseTransfer, Case]]:
    asked = (
        select(CaseTransfer, Case)
        .join(Case, Case.id == CaseTransfer.case_id)
        .where(mine, CaseTransfer.answer == answer)  # type: ignore[arg-type]  # a comparison of columns
        .order_by(Case.code)
    )
    return [(row[0], row[1]) for row in session.execute(asked)]


def hand_over(session: ReachSession, by: UUID, case: Case, to: UUID, words: str = "") -> bool:
    """Give a case away: at once where nobody follows it, or where one takes it over oneself; else whoever receives it
    is asked. Returns whether it changed hands. Raises `Refused`."""
    if case.handled_by is None or to == by:
        actions.assign(session, by, case, to, words)
        drop(session, case)  # after it: whoever was let in to decide may be the one who takes it
        return True
    dates.hold(session, case)  # two who hand it over at once: the second finds whom the first one asked
    actions.may_receive(session, case, to)
    known = of_case(session, case.id)
    if known is not None and known.answer is Answer.AWAITED:
        raise Refused("to", _l("A colleague is asked already: withdraw that first, or wait for the answer."))
    drop(session, case)
    named_for_it = case.confidential and to != case.reported_by and not readers.is_named(session, case, to)
    if named_for_it:
        readers.add(session, case, to)
    session.add(
        CaseTransfer(
            case_id=case.id,
            workplace_id=case.workplace_id,
            by_id=by,
            to_id=to,
            answer=Answer.AWAITED,
            offer=Offer(words, named_for_it=named_for_it),
            version=1,
        )
    )
    entry(session, case, by, CaseAct.OFFERED, f"{_name(session, to)}\n{words}".strip(), strategy=True)
    return False


def accept(session: ReachSession, by: UUID, case: Case) -> None:
    """It is theirs from now on. Raises `Refused` where they are not asked any more."""
    row = _mine(session, by, case)
    words = row.offer.words
    session.delete(row)
    session.flush()
    actions.assign(session, by, case, by, words, offered_by=row.by_id)


def refuse(session: ReachSession, by: UUID, case: Case, words: str) -> None:
    """It stays where it is, and whoever offered it reads why. Raises `Refused` without words."""
    row = _mine(session, by, case)
    if not words.strip():
        raise Refused("words", _l("Say why, in a few words: your colleague reads it."))
    offer, row.answer = row.offer, Answer.REFUSED
    row.offer = Offer(offer.words, words)
    entry(session, case, by, CaseAct.NOT_ACCEPTED, words, strategy=True)  # between colleagues
    if offer.named_for_it:
        _let_go(session, case, by)


def withdraw(session: ReachSession, by: UUID, case: Case) -> None:
    """Nobody is asked any more. Raises `Refused` where nobody is."""
    row = of_case(session, case.id)
    if row is None:
        raise Refused("transfer", _l("No colleague is asked to take this case over."))
    if row.answer is Answer.AWAITED and row.to_id == by and by != case.handled_by:
        raise Refused("transfer", _l("Accept the case, or say why you do not."))
    if row.answer is Answer.AWAITED:
        entry(session, case, by, CaseAct.OFFER_WITHDRAWN, _name(session, row.to_id), strategy=True)
    drop(session, case)


def drop(session: ReachSession, case: Case) -> None:
    """Whatever was offered is over: the case went another way."""
    row = of_case(session, case.id)
    if row is None:
        return
    session.delete(row)
    session.flush()
    if row.offer.named_for_it and row.to_id != case.handled_by:
        _let_go(session, case, row.to_id)


def end_for(session: ReachSession, by: UUID | None, account_id: UUID) -> None:
    """Whoever is asked, or asked, signs in no more."""
    rows = session.scalars(
        select(CaseTransfer).where((CaseTransfer.to_id == account_id) | (CaseTransfer.by_id == account_id))
    )
    for row in rows.all():
        case = session.get_one(Case, row.case_id)
        if row.answer is Answer.AWAITED:
            entry(session, case, by, CaseAct.OFFER_WITHDRAWN, _name(session, row.to_id), strategy=True)
        drop(session, case)


def _mine(session: ReachSession, by: UUID, case: Case) -> CaseTransfer:
    actions.still_open(case)
    row = of_case(session, case.id)
    if row is None or row.to_id != by or row.answer is not Answer.AWAITED:
        raise Refused("transfer", _l("You are not asked to take this case over any more."))
    return row


def _let_go(session: ReachSession, case: Case, account_id: UUID) -> None:
    found = session.scalar(select(CaseParty).where(CaseParty.case_id == case.id, CaseParty.account_id == account_id))
    if found is not None and account_id not in {case.reported_by, case.handled_by}:
        session.delete(found)
        session.flush()


def _name(session: ReachSession, account_id: UUID) -> str:
    account = session.get(Account, account_id)
    return account.holder.name if account else ""
