"""Taking an import back, and bringing it back again: batch after batch; what others changed since is kept and told."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import select

from union import record
from union.db import Store
from union.imports.known.merging import swapped
from union.imports.showing.outcomes import BROKEN, GONE, USED, Held, Outlook
from union.imports.undo import entries, removing, undo_log
from union.imports.undo.undo_log import ImportBatch, Kept, Parts, Replaced
from union.imports.work.gc_pause import undisturbed
from union.imports.work.updating import follow, give, tell_rosters, tokens_of
from union.members.damage import opens as whole
from union.members.models import Employment, Member
from union.members.roster import touch
from union.reach import Reach, ReachSession
from union.vault.envelope import opens


@dataclass
class _Swap:
    """One person on the way to other data."""

    member: Member
    work: Employment | None
    wanted: Parts
    others: list[str]


def look(session: ReachSession, import_id: UUID, *, back: bool) -> Outlook:
    """What `turn` would do now; nothing is written."""
    whole = Outlook()
    for batch_id in _waiting(session, import_id, back=back):
        kept = _opened(session, batch_id)
        swaps, held = _swaps(session, kept.replaced, back=back)
        if back:
            found = removing.look(session, kept)
            people = len(found.people)
            held += _stays(session, found)
        else:
            people = sum(bool(one.identity_sealed) for one in kept.removed)
        whole += Outlook(people, sum(one.wanted != Parts() for one in swaps), tuple(held))
        session.expunge_all()
    facts = (_opened(session, one).entries for one in _waiting(session, import_id, back=back))
    return whole + entries.look(session, facts, back=back)


@undisturbed()
def turn(
    store: Store,
    reach_now: Callable[[], Reach],
    import_id: UUID,
    by: UUID | None,
    *,
    back: bool,
    progress: Callable[..., None] = lambda session, done: None,
) -> Outlook:
    """Take an import back (`back`), or bring it back again. Each batch is one transaction; safe to be begun again.

    Raises `PermissionError` where the reach ended.
    """
    with store.for_much() as wide:
        with wide.reading(reach_now()) as session:
            waiting = _waiting(session, import_id, back=back)
        whole = Outlook()
        for done, batch_id in enumerate(waiting, 1):
            with wide.writing(reach_now()) as session:
                batch: ImportBatch | None = session.get(ImportBatch, batch_id)
                if batch is None:
                    raise PermissionError("this import is out of reach")
                if batch.workplace_id is not None and not batch.kept.entries:
                    touch(session, [batch.workplace_id])
                    session.flush()  # other writers of this roster wait here
                whole += _back(session, batch, by) if back else _again(session, batch, by)
                words = "import undone" if back else "import brought back"
                where = ("import", import_id) if batch.workplace_id is None else ("workplace", batch.workplace_id)
                record.note(session, by, record.Act.CHANGED, *where, words)
                progress(session, done)
    return whole


def _waiting(session: ReachSession, import_id: UUID, *, back: bool) -> list[UUID]:
    """The batches that are still to be turned, the last written first when they are taken back."""
    found = [one for one in undo_log.batch_ids(session, import_id) if _opened(session, one).undone is not back]
    return found[::-1] if back else found


def _opened(session: ReachSession, batch_id: UUID) -> Kept:
    stored = session.scalars(select(ImportBatch.kept_sealed).where(ImportBatch.id == batch_id)).one()
    return ImportBatch.kept.open("import_batch", batch_id, stored)


def _back(session: ReachSession, batch: ImportBatch, by: UUID | None) -> Outlook:
    kept = batch.kept
    restored, held = _swap(session, kept.replaced, by, back=True)
    found = removing.look(session, kept)
    removed = removing.remove(session, found, by)
    held += _stays(session, found)
    facts = entries.turn(session, kept.entries, by, back=True)
    batch.kept = dataclasses.replace(kept, undone=True, removed=removed)
    return Outlook(sum(bool(one.identity_sealed) for one in removed), restored, tuple(held)) + facts


def _again(session: ReachSession, batch: ImportBatch, by: UUID | None) -> Outlook:
    kept = batch.kept
    gone = [] if batch.workplace_id is None else removing.put_back(session, batch.workplace_id, kept.removed, by)
    restored, held = _swap(session, kept.replaced, by, back=False)
    batch.kept = dataclasses.replace(kept, undone=False, removed=())
    people = sum(bool(one.identity_sealed) for one in kept.removed)
    whole = Outlook(people, restored, (*held, *_held(session, gone, GONE)))
    return whole + entries.turn(session, kept.entries, by, back=False)


def _stays(session: ReachSession, found: removing.Removal) -> list[Held]:
    listed = ((found.used, USED), (found.gone, GONE), (found.broken, BROKEN))
    return [held for ids, why in listed for held in _held(session, ids, why)]


def _held(session: ReachSession, ids: list[UUID], why: str) -> list[Held]:
    people = session.scalars(select(Member).where(Member.id.in_(ids)))
    found = {one.id: one.identity.name for one in people if opens(one, "identity")}
    return [Held(one, found.get(one, ""), (why,)) for one in ids]


def _swaps(session: ReachSession, listed: tuple[Replaced, ...], *, back: bool) -> tuple[list[_Swap], list[Held]]:
    """Everybody whose data was replaced, with what he gets; and of whom something stays."""
    people = _by_id(session, Member, (one.member_id for one in listed))
    works = _by_id(session, Employment, (one.employment_id for one in listed))
    swaps: list[_Swap] = []
    held: list[Held] = []
    for one in listed:
        member, work = people.get(one.member_id), works.get(one.employment_id)
        if member is None:
            held.append(Held(one.member_id, "", (GONE,)))
            continue
        if not whole(member, *([work] if work is not None else [])):
            held.append(Held(member.id, "", (BROKEN,)))
            continue
        swap = _wanted(member, work, one, back=back)
        if swap.others:
            held.append(Held(member.id, member.identity.name, tuple(swap.others)))
        swaps.append(swap)
    return swaps, held


def _wanted(member: Member, work: Employment | None, one: Replaced, *, back: bool) -> _Swap:
    wanted, seen = (one.before, one.after) if back else (one.after, one.before)
    now = Parts(member.identity, member.standing, work.terms if work is not None else None)
    swap = _Swap(member, work, Parts(), [])
    for name in ("identity", "standing", "terms"):
        present, target, was = getattr(now, name), getattr(wanted, name), getattr(seen, name)
        if target is None or was is None:
            continue
        if present is None:  # the employment is gone
            swap.others.append(GONE)
            continue
        value, others = swapped(present, target, was)
        swap.others += others
        if value != present:
            swap.wanted = dataclasses.replace(swap.wanted, **{name: value})
    return swap


def _swap(
    session: ReachSession, listed: tuple[Replaced, ...], by: UUID | None, *, back: bool
) -> tuple[int, list[Held]]:
    swaps, held = _swaps(session, listed, back=back)
    changed: dict[UUID, tuple[set[bytes], set[bytes]]] = {}
    for one in swaps:
        if one.wanted == Parts():
            continue
        before = tokens_of(one.member, one.work)
        give(one.member, one.work, one.wanted)
        changed[one.member.id] = before, tokens_of(one.member, one.work)
        record.note(session, by, record.Act.CHANGED, "member", one.member.id, "import undone" if back else "import")
    follow(session, changed)
    tell_rosters(session, changed)
    return len(changed), held


def _by_id(session: ReachSession, kind: Any, ids: Iterable[UUID | None]) -> dict[UUID | None, Any]:
    return {one.id: one for one in session.scalars(select(kind).where(kind.id.in_(set(ids) - {None})))}
