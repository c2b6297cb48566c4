"""Writing what a list says of people who are known, and keeping what it replaces."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from uuid import UUID, uuid4

from sqlalchemy import select

from union.imports.matching.merging import difference, merged, present
from union.imports.preview.planning import Update
from union.imports.records.row_to_member import ImportContext
from union.imports.records.undo_log import Kept, Parts, Replaced, mark
from union.members import tokens
from union.members.marks import Whereabouts
from union.members.models import Employment, Member, MemberToken
from union.members.roster import touch
from union.record import chain
from union.store.reach import ReachSession
from union.tables.kinds.roster import RosterRow
from union.vault.envelope import opens


def update(session: ReachSession, rows: list[Update], context: ImportContext) -> Kept:
    """Change these people in the transaction of a session. Returns what was replaced."""
    ids = {one.member_id for one in rows}
    people = {one.id: one for one in session.scalars(select(Member).where(Member.id.in_(ids)))}
    works = _works(session, context.workplace_id, ids)
    stale: dict[UUID, set[bytes]] = {}
    replaced: list[Replaced] = []
    employed: dict[UUID, bytes] = {}
    for one in rows:
        row, member_id = one.row, one.member_id
        member, work = people.get(member_id), works.get(member_id)
        if member is None:
            continue  # gone since, or out of reach
        stale[member_id] = tokens_of(member, work)
        replaced.append(_change(member, work, row, context))
        if work is None:
            works[member_id] = work = _employ(session, member_id, row, context)
            employed[work.id] = mark(Parts(terms=work.terms))
        chain.note(session, context.by, chain.Act.CHANGED, "member", member_id, "import")
    follow(session, {each: (stale[each], tokens_of(people[each], works[each])) for each in stale})
    tell_rosters(session, stale)
    return Kept(employed=tuple(employed), employed_as=tuple(employed.values()), replaced=tuple(replaced))


def _works(session: ReachSession, workplace_id: UUID, ids: set[UUID]) -> dict[UUID, Employment]:
    found: dict[UUID, dict[UUID, Employment]] = {}
    asked = select(Employment).where(Employment.workplace_id == workplace_id, Employment.member_id.in_(ids))
    for one in session.scalars(asked):
        found.setdefault(one.member_id, {})[one.id] = one
    return {
        member_id: listed[present((one.id, one.terms) for one in listed.values())[0]]
        for member_id, listed in found.items()
    }


def _change(member: Member, work: Employment | None, row: RosterRow, context: ImportContext) -> Replaced:
    before = Parts(member.identity, member.standing, work.terms if work is not None else None)
    after = merged(row, context, before)
    if work is None:
        after = dataclasses.replace(after, terms=None)
    kept = Replaced(
        member.id, work.id if work is not None else None, difference(before, after), difference(after, before)
    )
    give(member, work, kept.after)
    return kept


def give(member: Member, work: Employment | None, parts: Parts) -> None:
    """Put parts in the place of the present ones; None leaves them as they are."""
    if parts.identity is not None:
        member.identity = parts.identity
    if parts.standing is not None:
        member.standing = parts.standing
    if parts.terms is not None and work is not None:
        work.terms = parts.terms


def _employ(session: ReachSession, member_id: UUID, row: RosterRow, context: ImportContext) -> Employment:
    terms = merged(row, context, Parts()).terms
    work = Employment(workplace_id=context.workplace_id, member_id=member_id, terms=terms, version=1)
    session.add(work)
    return work


def tokens_of(member: Member, work: Employment | None) -> set[bytes]:
    return tokens.of_identity(member.identity) | (tokens.of_employment(work) if work is not None else set())


def follow(session: ReachSession, changed: dict[UUID, tuple[set[bytes], set[bytes]]]) -> None:
    """The tokens of people, from what they were to what they are; others of theirs are left alone."""
    session.flush()
    gone = {(one, token) for one, (before, after) in changed.items() for token in before - after}
    new = {(one, token) for one, (before, after) in changed.items() for token in after - before}
    if not gone and not new:
        return
    gone -= _still_borne(session, {one for one, _ in gone})
    asked = {one for one, _ in gone | new}
    for row in session.scalars(tokens.borne_by(asked)):
        if (row.member_id, row.token) in gone:
            session.delete(row)
        new.discard((row.member_id, row.token))
    shelf_of = select(Member.id, Member.shelf).where(Member.id.in_({one for one, _ in new}))
    shelves = {row.id: row.shelf for row in session.execute(shelf_of)} if new else {}
    session.insert_many(
        MemberToken,
        [{"id": uuid4(), "shelf": shelves[one], "member_id": one, "token": token} for one, token in sorted(new)],
    )


def _still_borne(session: ReachSession, ids: set[UUID]) -> set[tuple[UUID, bytes]]:
    """What these people's employments bear as they are now: who worked twice at a site has one number there."""
    works = session.scalars(select(Employment).where(Employment.member_id.in_(ids))) if ids else ()
    return {(one.member_id, token) for one in works if opens(one, "terms") for token in tokens.of_employment(one)}


def tell_rosters(session: ReachSession, member_ids: Iterable[UUID]) -> None:
    """Every roster that lists one of these people is read anew."""
    where = select(Whereabouts.workplace_id).where(Whereabouts.member_id.in_(list(member_ids))).distinct()
    touch(session, session.scalars(where))
