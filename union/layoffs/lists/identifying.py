"""Saying of lines and members whose names are alike whether they are the same person: the sums follow, and it can be
said otherwise."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Mapping
from datetime import date
from uuid import UUID

import msgspec
from flask_babel import lazy_gettext as _l
from sqlalchemy import select

from union.cases.models import Stage
from union.cases.timeline import entry
from union.entitlements.people.mandates import mandates_of
from union.entitlements.records.facts import NOBODY
from union.entitlements.sums.person import computed
from union.layoffs.lists.matching import identified
from union.layoffs.records.acts import Identified, LayoffAct
from union.layoffs.records.contents import Namesake
from union.layoffs.records.models import (
    Layoff,
    LayoffPerson,
    LayoffSnapshot,
    on_the_list,
)
from union.layoffs.sums import recomputing
from union.layoffs.sums.basis import basis_of
from union.layoffs.sums.overview import opened
from union.record import chain
from union.refusal import Refused
from union.store.reach import ReachSession
from union.web.damaged import readable

Answers = Mapping[tuple[UUID, UUID], bool | None]
"""By line and member: the same person, another one, or not said."""


def say(session: ReachSession, by: UUID, dispute: Layoff, answers: Answers, on: date) -> None:
    """Keep what was said, and compute everybody anew. Raises `Refused`.

    All lines are written again, not those alone of which something was said: beside the employer's own list a stolen
    copy would tell by its counters whom the union knows.
    """
    if dispute.stage is Stage.CLOSED:
        raise Refused("case", _l("This case is closed: reopen it first."))
    before = dispute.matter.namesakes
    now = tuple(dataclasses.replace(one, same=answers.get((one.line_id, one.member_id), one.same)) for one in before)
    if now == before:
        raise Refused("", _l("Nothing was changed."))
    _must_be_one_to_one(now)
    dispute.matter = dataclasses.replace(dispute.matter, namesakes=now)
    minimum = opened(session.scalars(on_the_list(dispute.id))).totals.minimum
    _written_again(session, dispute, now, on)
    if dispute.matter.taken is not None and dispute.matter.taken.members_only:
        _without_others(session, dispute)
    summed = recomputing.count(session, dispute, on)
    changed = [new for old, new in zip(before, now, strict=True) if old != new]
    counts = Counter(one.same for one in changed)
    said = Identified(counts[True], counts[False], counts[None], minimum, summed.minimum)
    entry(session, dispute, by, LayoffAct.IDENTIFIED, msgspec.json.encode(said).decode())
    chain.note(session, by, chain.Act.CHANGED, "layoff", dispute.id, "same person")


def _must_be_one_to_one(now: tuple[Namesake, ...]) -> None:
    same = [one for one in now if one.same]
    if len({one.line_id for one in same}) < len(same):
        raise Refused("", _l("One line is one person: say “the same person” of one member only."))
    if len({one.member_id for one in same}) < len(same):
        raise Refused("", _l("One member stands on the list once: say “the same person” at one line only."))


def _written_again(session: ReachSession, dispute: Layoff, now: tuple[Namesake, ...], on: date) -> None:
    chosen = {one.line_id: one.member_id for one in now if one.same}
    asked = {one.line_id for one in now}
    held = mandates_of(session, dispute.workplace_id, chosen.values())
    at, numbers, basis = recomputing.now(), recomputing.kept_of(session, dispute), basis_of(dispute.matter)
    rows = readable(session.scalars(on_the_list(dispute.id)).all(), "facts", "snapshot")
    elsewhere = {row.facts.member_id for row in rows if row.id not in asked} & set(chosen.values())
    if elsewhere:
        raise Refused("", _l("One member stands on the list once: say “the same person” at one line only."))
    for row in rows:
        recomputing.keep(session, row, numbers)
        facts = row.facts
        if row.id in asked:
            member_id = chosen.get(row.id, NOBODY)
            facts = identified(facts, member_id, held.get(member_id, []), on)
        row.facts, row.snapshot = computed(basis, facts, at)
    session.flush()


def _without_others(session: ReachSession, dispute: Layoff) -> None:
    """Without a legal basis nobody outside the union is kept: a line that is nobody known goes, its sums with it."""
    waiting, matter = dispute.matter.waiting, dispute.matter
    asked = {one.line_id for one in matter.namesakes}
    rows = readable(session.scalars(on_the_list(dispute.id)).all(), "facts")
    gone = {row.id for row in rows if row.id in asked and row.id not in waiting and not row.facts.known}
    if not gone or matter.taken is None:
        return
    for kept in session.scalars(select(LayoffSnapshot).where(LayoffSnapshot.person_id.in_(gone))).all():
        session.delete(kept)
    session.flush()  # what hangs on a row goes before it
    for row_id in gone:
        session.delete(session.get_one(LayoffPerson, row_id))
    session.flush()
    left = tuple(one for one in matter.namesakes if one.line_id not in gone)
    people, left_out = matter.taken.people - len(gone), matter.taken.left_out + len(gone)
    taken = dataclasses.replace(matter.taken, people=people, left_out=left_out)
    dispute.matter = dataclasses.replace(matter, namesakes=left, taken=taken)
