"""Lines that an earlier version took for a member by the name alone: they are put to somebody, and count nothing
until then."""

from __future__ import annotations

import dataclasses
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from union.entitlements.records.facts import NOBODY
from union.entitlements.sums.person import computed
from union.imports.matching.matcher import Borne, Known, Person
from union.imports.matching.register import names_of
from union.jobs.housekeeping import Moving
from union.layoffs.lists.matching import as_roster_row, identified, match
from union.layoffs.records.contents import Namesake
from union.layoffs.records.models import Layoff, LayoffPerson, on_the_list
from union.layoffs.sums import recomputing
from union.layoffs.sums.basis import basis_of
from union.members.models import Employment, Member
from union.record import chain
from union.text import without_zeros
from union.vault.envelope import opens
from union.web.damaged import readable
from union.web.locale import today


def _behind(session: Session) -> list[UUID]:
    every = [one for one in session.scalars(select(Layoff)) if opens(one, "matter")]
    return [one.id for one in every if one.matter.taken is not None and not one.matter.taken.asked]


def _renew(session: Session, case_id: UUID) -> None:
    dispute = session.get_one(Layoff, case_id)
    rows = readable(session.scalars(on_the_list(dispute.id)).all(), "facts", "snapshot")
    doubted = [row for row in rows if row.facts.member_id != NOBODY and not _sure(session, row)]
    taken = dispute.matter.taken
    assert taken is not None
    asked = tuple(Namesake(row.id, row.facts.member_id, "name") for row in doubted)
    matter = dataclasses.replace(dispute.matter, taken=dataclasses.replace(taken, asked=True))
    dispute.matter = dataclasses.replace(matter, namesakes=(*matter.namesakes, *asked))
    if not doubted:
        return
    at, numbers, basis = recomputing.now(), recomputing.kept_of(session, dispute), basis_of(dispute.matter)
    for row in rows:  # all of them: no counter tells which
        recomputing.keep(session, row, numbers)
        facts = identified(row.facts, NOBODY, [], today()) if row in doubted else row.facts
        row.facts, row.snapshot = computed(basis, facts, at)
    session.flush()
    recomputing.count(session, dispute, today())
    chain.note(session, None, chain.Act.CHANGED, "layoff", dispute.id, "same person")


def _sure(session: Session, row: LayoffPerson) -> bool:
    """Whether more than the name says that this line is its member; of somebody whose file does not open it stays as
    it was."""
    member = session.get(Member, row.facts.member_id)
    if member is None:
        return False
    works = session.scalars(
        select(Employment).where(Employment.member_id == member.id, Employment.workplace_id == row.workplace_id)
    ).all()
    if not opens(member, "identity") or not all(opens(one, "terms") for one in works):
        return True
    asked = as_roster_row(row.facts, row.position)
    number = without_zeros(asked.employee_number or "").encode()
    numbers = [one.terms.employee_number for one in works if one.terms.employee_number]
    person = Person(member.id, names_of(member.identity), member.identity.born_on, next(iter(numbers), None))
    borne = number if number and number.decode() in map(without_zeros, numbers) else None
    known = Known({asked.number: Borne(borne, None, None, None)}, {number: [person]} if borne else {})
    known.people[member.id] = person
    return match(asked, known).member_id is not None


MOVING = Moving(_behind, _renew)
