"""People whose data an import replaced: each field back to what it was; what others changed since stays."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import select

from union.imports.matching.merging import swapped
from union.imports.records.outcomes import BROKEN, GONE, Held
from union.imports.records.undo_log import Parts, Replaced
from union.imports.writing.updating import follow, give, tell_rosters, tokens_of
from union.members.damage import opens as whole
from union.members.models import Employment, Member
from union.record import chain
from union.store.reach import ReachSession
from union.vault.envelope import opens


@dataclass
class Swap:
    """One person on the way to their earlier data."""

    member: Member
    work: Employment | None
    wanted: Parts
    others: dict[str, str]  # the fields that stay, with what they are now


def swaps_of(session: ReachSession, listed: tuple[Replaced, ...]) -> tuple[list[Swap], list[Held]]:
    """Everybody whose data was replaced, with what they get; and of whom something stays."""
    people = _by_id(session, Member, (one.member_id for one in listed))
    works = _by_id(session, Employment, (one.employment_id for one in listed))
    swaps: list[Swap] = []
    held: list[Held] = []
    for one in listed:
        member, work = people.get(one.member_id), works.get(one.employment_id)
        if member is None:
            held.append(Held(one.member_id, "", (GONE,)))
            continue
        if not whole(member, *([work] if work is not None else [])):
            held.append(Held(member.id, "", (BROKEN,)))
            continue
        swap = _wanted(member, work, one)
        if swap.others:
            held.append(Held(member.id, member.identity.name, tuple(swap.others), tuple(swap.others.values())))
        swaps.append(swap)
    return swaps, held


def _wanted(member: Member, work: Employment | None, one: Replaced) -> Swap:
    now = Parts(member.identity, member.standing, work.terms if work is not None else None)
    swap = Swap(member, work, Parts(), {})
    for name in ("identity", "standing", "terms"):
        present, target, was = getattr(now, name), getattr(one.before, name), getattr(one.after, name)
        if target is None or was is None:
            continue
        if present is None:  # the employment is gone
            swap.others[GONE] = ""
            continue
        value, others = swapped(present, target, was)
        swap.others |= others
        if value != present:
            swap.wanted = dataclasses.replace(swap.wanted, **{name: value})
    return swap


def swap(session: ReachSession, listed: tuple[Replaced, ...], by: UUID | None) -> tuple[set[UUID], list[Held]]:
    """Give each their earlier data. Returns who has it, and of whom something stays."""
    swaps, held = swaps_of(session, listed)
    changed: dict[UUID, tuple[set[bytes], set[bytes]]] = {}
    for one in swaps:
        if one.wanted == Parts():
            continue
        before = tokens_of(one.member, one.work)
        give(one.member, one.work, one.wanted)
        changed[one.member.id] = before, tokens_of(one.member, one.work)
        chain.note(session, by, chain.Act.CHANGED, "member", one.member.id, "import undone")
    follow(session, changed)
    tell_rosters(session, changed)
    return set(changed), held


def _by_id(session: ReachSession, kind: Any, ids: Iterable[UUID | None]) -> dict[UUID | None, Any]:
    return {one.id: one for one in session.scalars(select(kind).where(kind.id.in_(set(ids) - {None})))}


def held_of(session: ReachSession, ids: list[UUID], why: str) -> list[Held]:
    """These people as what stays, each by name where it can be read."""
    people = session.scalars(select(Member).where(Member.id.in_(ids)))
    found = {one.id: one.identity.name for one in people if opens(one, "identity")}
    return [Held(one, found.get(one, ""), (why,)) for one in ids]
