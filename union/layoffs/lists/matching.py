"""Whom of a list the union knows, by the imports' own matcher and within reach: a name alone, in any script, decides
nothing."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select

from union.entitlements.people.mandates import mandates_of
from union.entitlements.records.contents import Snapshot
from union.entitlements.records.facts import NOBODY, Facts
from union.imports.matching.matcher import Known
from union.imports.matching.register import Register
from union.law.ending.protection import Held as LawHeld
from union.law.ending.protection import protection
from union.layoffs.records.models import LayoffPerson
from union.members.models import Category, Contract
from union.store.among import chunks
from union.store.reach import ReachSession
from union.tables.kinds.layoff import LayoffRow
from union.tables.kinds.roster import RosterRow
from union.vault.envelope import opens

SURE = frozenset(("number", "phone", "email", "born"))  # what decides beside a name that agrees, as imports have it
CONTRACTS = {
    Contract.CDI: "open_ended",
    Contract.CDD: "fixed_term",
    Contract.ANAPEC: "anapec",
    Contract.AGENCY: "agency",
}


def named(session: ReachSession, members: set[UUID]) -> set[UUID]:
    """Which of these members stand on the list of a dispute: an import that brought them in leaves them there."""
    # Of every site: an import that is taken back may have been what brought the person to that of the list.
    lines = session.scalars(select(LayoffPerson))
    return members & {row.facts.member_id for row in lines if opens(row, "facts")}


@dataclass(frozen=True)
class Candidate:
    """A member whom a row may name, why (as the imports' matcher says it), and what a person said of the two."""

    member_id: UUID
    by: str
    same: bool | None = None


@dataclass(frozen=True)
class ListedPerson:
    """A person on a list on its way in: facts, calculation, their line on the list before, the members whom it may
    name."""

    facts: Facts
    snapshot: Snapshot
    before: UUID | None = None
    candidates: Sequence[Candidate] = ()


@dataclass(frozen=True)
class Match:
    """Whom a row is about, where that is sure or was said; else everybody whom it may name."""

    member_id: UUID | None = None
    candidates: tuple[Candidate, ...] = ()

    @property
    def doubt(self) -> bool:
        """Whether somebody has to say it."""
        return self.member_id is None and any(one.same is None for one in self.candidates)


def as_roster_row(facts: Facts, number: int, listed: LayoffRow | None = None, phone: str = "") -> RosterRow:
    """A line as rosters have it, for the matcher and to be shown beside a member; `listed` has what no line keeps."""
    facts = facts.listed or facts
    told = "category" not in facts.assumed
    return RosterRow(
        number,
        ok=True,
        employee_number=facts.employee_number or None,
        family_name=facts.family_name or None,
        given_name=facts.given_name or None,
        sex=listed.sex if listed else None,
        born_on=listed.born_on if listed else None,
        phone=phone or None,
        category=("manager" if facts.category is Category.EXECUTIVE else "employee") if told else None,
        contract=None if "contract" in facts.assumed else CONTRACTS.get(facts.contract),
        hired_on=facts.hired_on,
        monthly_gross=facts.monthly_gross,
        monthly_net=facts.monthly_net,
    )


def matches(session: ReachSession, workplace_id: UUID, rows: Sequence[RosterRow]) -> list[Match]:
    """One answer a row, in their order; a member whom two rows surely name is put to somebody at both."""
    register = Register(session, workplace_id, frozenset())
    found: list[Match] = []
    for some in chunks(rows):
        known = register.around(some)
        found += [match(row, known) for row in some]
    return nobody_twice(found)


def match(row: RosterRow, known: Known) -> Match:
    """Whom one row is about, where a number, a telephone or a birth says it beside the name; whom it may name
    otherwise."""
    found = [one for one in known.candidates(row) if one.by != "damaged"]
    if found and found[0].by in SURE:
        return Match(found[0].member_id, (Candidate(found[0].member_id, "twice"),))
    return Match(None, tuple(Candidate(one.member_id, one.by) for one in found))


def nobody_twice(found: Sequence[Match]) -> list[Match]:
    """The matches, those of one member at two rows put to somebody at both."""
    times = Counter(one.member_id for one in found if one.member_id)
    return [
        one if not one.member_id else Match(one.member_id) if times[one.member_id] == 1 else Match(None, one.candidates)
        for one in found
    ]


Said = Mapping[UUID, bool]
"""What was said of one line: by member, whether they are the same person."""


def with_what_was_said(found: Sequence[Match], said: Sequence[Said]) -> list[Match]:
    """The matches with what was said of the same lines before: it stays until somebody says otherwise."""
    sure = {one.member_id for one in found if one.member_id}
    return [
        match if match.member_id else _told(match, {who: same for who, same in each.items() if who not in sure})
        for match, each in zip(found, said, strict=True)
    ]


def _told(match: Match, said: Said) -> Match:
    before = {one.member_id: one.by for one in match.candidates} | {
        who: "said" for who in said if who not in {one.member_id for one in match.candidates}
    }
    same = next((who for who, is_same in said.items() if is_same), None)
    return Match(same, tuple(Candidate(who, by, said.get(who)) for who, by in before.items()))


def with_mandates(
    session: ReachSession, workplace_id: UUID, people: Sequence[Facts], found: Sequence[Match], on: date
) -> list[Facts]:
    """The facts with the protection that the known mandates give on the day of leaving (arts 457, 458, 472).

    A mandate that the employer's own list names is kept: they know of it, and it may be of somebody unknown to us.
    """
    held = mandates_of(session, workplace_id, [match.member_id for match in found if match.member_id])
    return [
        identified(facts, match.member_id, held.get(match.member_id, []), on) if match.member_id else facts
        for facts, match in zip(people, found, strict=True)
    ]


def identified(facts: Facts, member_id: UUID, held: list[LawHeld], on: date) -> Facts:
    """The facts of a line once it is said whom it is about; `NOBODY` takes back what the register gave it.

    A mandate that a person corrected by hand stays as it was corrected.
    """
    listed = None if facts.listed is None else identified(facts.listed, member_id, held, on)
    facts = dataclasses.replace(facts, member_id=member_id, matched_by="", listed=listed)
    if "mandate" in facts.corrected:
        return facts
    if facts.listed_mandate is not None:
        facts = dataclasses.replace(facts, mandate=facts.listed_mandate, mandate_until=None, listed_mandate=None)
    return facts if member_id == NOBODY else _protected(facts, held, on)


def _protected(facts: Facts, held: list[LawHeld], on: date) -> Facts:
    standing = protection(held, facts.left_on or on)
    if facts.mandate == "in_office" or standing.standing == "none":
        return facts
    return dataclasses.replace(
        facts, mandate=str(standing.standing), mandate_until=standing.until, listed_mandate=facts.mandate
    )
