"""Taking out the people and the employments that an import brought in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import Any, cast
from uuid import UUID

from sqlalchemy import inspect, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import selectinload

from union.imports.records.undo_log import Kept, Parts, mark
from union.imports.writing.updating import tell_rosters
from union.members import tokens
from union.members.damage import opens as whole
from union.members.models import Employment, Member, MemberToken
from union.record import chain
from union.store.reach import Reachable, ReachSession
from union.vault.envelope import opens

_WITH_WORK = select(Member).options(selectinload(Member.employments))  # they are deleted with the member
NAMED: list[Callable[[ReachSession, set[UUID]], set[UUID]]] = []
"""Which of some members are named inside what is sealed: filled in `features` with those that seal such a name."""
OWN = frozenset(("member", "employment", "member_token"))


@dataclass
class Removal:
    """What can be taken out of one batch, and who cannot: changed or named elsewhere since."""

    people: list[tuple[Member, Employment]] = field(default_factory=list)
    works: list[Employment] = field(default_factory=list)
    used: list[UUID] = field(default_factory=list)  # members
    gone: list[UUID] = field(default_factory=list)
    broken: list[UUID] = field(default_factory=list)


def look(session: ReachSession, kept: Kept) -> Removal:
    """Sort the batch's people; nothing is written."""
    found = Removal()
    brought = list(kept.brought)
    ids = {one.member_id for one in brought}
    people = {one.id: one for one in session.scalars(_WITH_WORK.where(Member.id.in_(ids)))}
    works: dict[UUID, list[Employment]] = defaultdict(list)
    for work in session.scalars(select(Employment).where(Employment.member_id.in_(ids))):
        works[work.member_id].append(work)
    written = dict(zip_longest(kept.employed, kept.employed_as, fillvalue=b""))
    added = {one.id: one for one in session.scalars(select(Employment).where(Employment.id.in_(kept.employed)))}
    named = _named_elsewhere(session, {*ids, *added, *(work.id for listed in works.values() for work in listed)})
    for one in brought:
        member, listed = people.get(one.member_id), works[one.member_id]
        if member is None:
            found.gone.append(one.member_id)
        elif [work.id for work in listed] != [one.employment_id] or named & {member.id, one.employment_id}:
            found.used.append(member.id)
        elif not whole(member, *listed):
            found.broken.append(member.id)
        elif _is_as_written(member, listed[0], one.mark):
            found.people.append((member, listed[0]))
        else:
            found.used.append(member.id)
    for work in added.values():
        if not opens(work, "terms"):
            found.broken.append(work.member_id)
        elif work.id not in named and (work.version == 1 or mark(Parts(terms=work.terms)) == written[work.id]):
            found.works.append(work)
        else:
            found.used.append(work.member_id)
    return found


def _is_as_written(member: Member, work: Employment, written: bytes) -> bool:
    """Untouched, or changed and by now again what the import wrote."""
    if (member.version, work.version) == (1, 1):
        return True
    return mark(Parts(member.identity, member.standing, work.terms)) == written


def _named_elsewhere(session: ReachSession, ids: set[UUID]) -> set[UUID]:
    """Which of these members and employments other rows in reach name: mandates, cases, accounts, lists of disputes."""
    found = {member_id for names in NAMED for member_id in names(session, ids)}
    for kind in Reachable.kinds:
        mapper = inspect(cast(Any, kind))
        if mapper.local_table.name in OWN:
            continue
        for name in {"member_id", "employment_id"} & set(mapper.column_attrs.keys()):
            column = getattr(kind, name)
            found |= set(session.scalars(select(column).where(column.in_(ids)).distinct()))
    return found


def remove(session: ReachSession, found: Removal, by: UUID | None) -> tuple[int, set[UUID]]:
    """Take them out. Whom the database still needs (a row out of reach names them) joins `used`.

    Returns how many people went, and who of the others lost the employment that was added to them.
    """
    bearing = defaultdict(list)
    ids = {member.id for member, _ in found.people} | {work.member_id for work in found.works}
    for token in session.scalars(tokens.borne_by(ids)):
        bearing[token.member_id].append(token)
    tell_rosters(session, ids)
    items: list[Item] = [(work, member, bearing[member.id]) for member, work in found.people]
    still = _still_borne(session, found.works)
    items += [(work, None, _of_work(work, bearing[work.member_id], still[work.member_id])) for work in found.works]
    if _deleted(session, items):
        taken = items
    else:
        taken = [one for one in items if _deleted(session, [one])]
        found.used += [work.member_id for work, *rest in items if work.id not in {one[0].id for one in taken}]
    for work, member, _ in taken:
        chain.note(session, by, chain.Act.REMOVED, "member", work.member_id, "" if member else "employment")
    known = {work.member_id for work, member, _ in taken if member is None}
    return len(taken) - sum(member is None for _, member, _ in taken), known


Item = tuple[Employment, Member | None, list[MemberToken]]


def _still_borne(session: ReachSession, gone: list[Employment]) -> dict[UUID, set[bytes]]:
    """What other employments of the same people bear: who worked twice at a site has one number there."""
    borne, out = defaultdict[UUID, set[bytes]](set), {work.id for work in gone}
    for work in session.scalars(select(Employment).where(Employment.member_id.in_({one.member_id for one in gone}))):
        if work.id not in out and opens(work, "terms"):
            borne[work.member_id] |= tokens.of_employment(work)
    return borne


def _of_work(work: Employment, bearing: list[MemberToken], still: set[bytes]) -> list[MemberToken]:
    own = tokens.of_employment(work) - still
    return [token for token in bearing if token.token in own]


def _deleted(session: ReachSession, items: Iterable[Item]) -> bool:
    works, members, bearing = [], [], []
    for work, member, tokens_of_both in items:
        works.append(work)
        members += [member] if member is not None else []
        bearing += tokens_of_both
    try:
        session.delete_together((MemberToken, bearing), (Employment, works), (Member, members))
    except IntegrityError:
        return False
    return True
