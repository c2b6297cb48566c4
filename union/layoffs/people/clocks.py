"""Which dates run out for a person of the list, each from the day that starts it; nothing is ever called lost."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import cast
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session, object_session

from union.cases import dates
from union.cases.models import Case, Stage
from union.jobs.housekeeping import Moving
from union.law.dates.deadlines import Deadline, Rule, deadline, ninety_days
from union.law.settling.settlement import Flag, receipt_flags
from union.layoffs.records.models import Facts, Layoff, LayoffKind, on_the_list
from union.members.models import Contract
from union.store.reach import ReachSession
from union.vault.envelope import opens
from union.web.damaged import readable
from union.web.locale import today

ECONOMIC = frozenset({LayoffKind.COLLECTIVE, LayoffKind.CLOSURE})
"""Kinds that allege no fault: article 65, of the disciplinary dismissal, is kept by prudence."""
EARLY = ("signed_early",)  # what the list itself can show of a paper; its other faults are seen on the paper


@dataclass(frozen=True)
class Soonest:
    """The first date that runs out in a group, and for how many people."""

    deadline: Deadline
    people: int


def clocks(facts: Facts, kind: LayoffKind | None = None) -> list[Deadline]:
    """The periods of one person, the soonest safe date first; `kind` is that of the dispute.

    60 days from the signature (art 75), counted even where the paper is no receipt; 90 days (art 65) from the
    letter, else from the last day; 60 days from the last day for the job-loss allowance; from the last day too the two
    years of what it left unpaid (art 395) and the employer's eight days for the certificate (art 72), which nobody owes
    while a transfer keeps the contracts. What is signed in a dispute over resignations is one: no receipt, and the 90
    days are counted from it, to be safe.
    """
    found, resigned = [], kind is LayoffKind.RESIGNATIONS
    if facts.signed_on and not resigned:
        found.append(deadline(Rule.RECEIPT_DENUNCIATION, facts.signed_on))
    if facts.exit_on:
        days = (facts.exit_on, facts.notified_on, facts.signed_on if resigned else None)
        found.append(ninety_days(min(one for one in days if one), prudent=kind in ECONOMIC))
        if not _fixed(facts, kind):
            found.append(deadline(Rule.IPE_CLAIM, facts.exit_on))
        if kind is not LayoffKind.TRANSFER:
            found.append(deadline(Rule.WORK_CERTIFICATE, facts.exit_on))
        found.append(deadline(Rule.WAGE_CLAIMS, facts.exit_on))
    return sorted(found, key=lambda one: (one.safe_on, one.legal_on))


def _fixed(facts: Facts, kind: LayoffKind | None) -> bool:
    """Whether the contract is counted as fixed-term, for which the fund pays no allowance."""
    presumed = kind is LayoffKind.CDD_SERIES and facts.contract is Contract.UNKNOWN
    return facts.contract is Contract.CDD or presumed


def own(people: Iterable[Facts], on: date, kind: LayoffKind | None = None) -> Iterator[dates.Own]:
    """The dates of everybody whose last day is still to come, by rule and person."""
    for facts in people:
        key = dates.key_of(facts.employee_number, facts.name)
        for one in clocks(facts, kind):
            if one.legal_on >= on:
                ours = _ours(one)
                yield dates.Own(
                    one.safe_on if ours else one.legal_on, str(one.rule), key, ours, one.legal_on, one.start
                )


def _ours(one: Deadline) -> bool:
    """Whether it is for us to act; what binds the employer runs on a clock of its own."""
    return one.bound == "us"


def own_of(case: Case) -> Iterator[dates.Own]:
    session = cast(ReachSession, object_session(case))
    kind = cast(Layoff, case).matter.kind
    return own((row.facts for row in readable(session.scalars(on_the_list(case.id)), "facts")), today(), kind)


def _behind(session: Session) -> list[UUID]:
    """The open disputes of which a date has passed: it gives way to what is still to come, also while nobody works on
    them; and those of which nobody has counted both clocks yet."""
    passed = or_(Layoff.due_on < today(), Layoff.theirs_on < today(), Layoff.at_once.is_(None))
    return list(session.scalars(select(Layoff.id).where(Layoff.stage != Stage.CLOSED, passed)))


def _renew(session: Session, case_id: UUID) -> None:
    dispute = session.get_one(Layoff, case_id)
    if opens(dispute, "matter"):
        dates.recount(dispute)


MOVING = Moving(_behind, _renew)


def soonest(
    people: Iterable[Facts], on: date, kind: LayoffKind | None = None, covered: Container[tuple[str, str]] = ()
) -> Soonest | None:
    """The first date still to come in the group on which we have to act; None where none runs.

    `covered` are the periods, by rule and person, that a paper or a court file counts, or that were met.
    """
    first: Deadline | None = None
    count = 0
    for facts in people:
        key = dates.key_of(facts.employee_number, facts.name)
        ours = (one for one in clocks(facts, kind) if _ours(one) and one.safe_on >= on)
        mine = next((one for one in ours if (str(one.rule), key) not in covered), None)
        if mine is None:
            continue
        if first is None or mine.safe_on < first.safe_on:
            first, count = mine, 1
        elif (mine.safe_on, mine.rule) == (first.safe_on, first.rule):
            count += 1
    return None if first is None else Soonest(first, count)


def paper_flags(facts: Facts, kind: LayoffKind | None = None) -> list[Flag]:
    """What the dates alone show of a signed paper (arts 41, 73); a resignation is signed before the end by its
    nature."""
    if facts.signed_on is None or facts.left_on is None or kind is LayoffKind.RESIGNATIONS:
        return []
    return [flag for flag in receipt_flags(facts.signed_on, facts.left_on) if flag.code in EARLY]


def signs_a_mandate_away(facts: Facts) -> bool:
    """Whether somebody who is protected on leaving signed, or was offered money to go."""
    return facts.mandate != "none" and (
        facts.signed_on is not None or bool(facts.offered and facts.offered > Decimal(0))
    )
