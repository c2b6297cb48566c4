"""The posted list of electors beside our roster: which of ours are missing on it, who stands on it otherwise spelt.

A number or a birth beside a name that agrees is sure; a name alone decides nothing, and is put to somebody. Of the
list itself nothing is kept but how many stand on it, and the lines that somebody has still to say something of.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from uuid import UUID

from flask_babel import lazy_gettext as _l
from sqlalchemy import select
from sqlalchemy.orm import Session

from union.imports.matching.matcher import shown_name
from union.imports.matching.register import names_of
from union.jobs.housekeeping import Moving
from union.layoffs.lists.matching import Match, matches
from union.members.models import Employment, Member, Membership
from union.polls import actions
from union.polls.models import Checked, Doubt, Poll, Spelled
from union.refusal import Refused
from union.store.reach import ReachSession
from union.tables.cells.likeness import whole_name
from union.tables.kinds.roster import RosterRow, interpret
from union.tables.table import Table
from union.vault.envelope import opens
from union.web.locale import today

OURS = frozenset({Membership.MEMBER, Membership.LAPSED})
KEPT = timedelta(days=30)  # names that nobody said anything of: the claims are long over by then
MOST_DOUBTS = 300


def roster(session: ReachSession, workplace_id: UUID, on: date) -> dict[UUID, tuple[Employment, Member]]:
    """Our members who work at a site on a day, with their employment."""
    asked = select(Employment, Member).join(Member, Member.id == Employment.member_id)
    found = {}
    for work, member in session.execute(asked.where(Employment.workplace_id == workplace_id)):
        if not (opens(work, "terms") and opens(member, "identity", "standing")):
            continue
        works = work.terms.left_on is None or work.terms.left_on >= on
        if works and member.standing.state in OURS:
            found[member.id] = (work, member)
    return found


def compared(
    session: ReachSession, workplace_id: UUID, table: Table, mapping: Mapping[int, str | None], on: date
) -> Checked:
    """What a posted list tells of our roster. Raises `Refused` where nobody stands on it."""
    read = interpret(table, mapping, today=on)
    rows = [_bare(one) for one in read.rows if shown_name(one) or one.employee_number]
    if not rows:
        raise Refused("file", _l("No name and no number was found in this list: send it as it was posted."))
    ours = roster(session, workplace_id, on)
    found = list(zip(rows, matches(session, workplace_id, rows), strict=True))
    sure = {match.member_id: row for row, match in found if match.member_id in ours}
    doubts = tuple(_doubts(found, set(ours) - set(sure)))
    return Checked(
        on,
        len(rows),
        len(table.rows) - len(rows),
        len(sure),
        tuple(sorted(set(ours) - set(sure))),
        tuple(Spelled(who, shown_name(row)) for who, row in sure.items() if who and _otherwise(row, ours[who][1])),
        doubts[:MOST_DOUBTS],
    )


def _bare(row: RosterRow) -> RosterRow:
    """What tells who stands on a line, and nothing else of it."""
    return RosterRow(
        row.number,
        ok=True,
        employee_number=row.employee_number,
        family_name=row.family_name,
        given_name=row.given_name,
        born_on=row.born_on,
    )


def _otherwise(row: RosterRow, member: Member) -> bool:
    """Whether a line spells the name of somebody otherwise than we do."""
    listed = shown_name(row)
    return bool(listed) and whole_name(listed) not in map(whole_name, names_of(member.identity))


def _doubts(found: Iterable[tuple[RosterRow, Match]], missing: set[UUID]) -> Iterable[Doubt]:
    for row, match in found:
        if match.member_id is None:
            for one in match.candidates:
                if one.member_id in missing:
                    yield Doubt(row.number, shown_name(row) or row.employee_number or "", one.member_id, one.by)


def say(session: ReachSession, by: UUID, poll: Poll, line: int, member_id: UUID, *, same: bool) -> None:
    """Say of a line and one of ours whether they are the same person. Raises `Refused` where it was said already."""
    checked = poll.told.checked
    doubt = (
        next((one for one in checked.doubts if (one.line, one.member_id) == (line, member_id)), None)
        if checked
        else None
    )
    if checked is None or doubt is None:
        raise Refused("", _l("This was said already: reload the page."))
    if same:
        left = tuple(one for one in checked.doubts if one.line != line and one.member_id != member_id)
        member = session.get(Member, member_id)
        names = names_of(member.identity) if member is not None and opens(member, "identity") else ()
        otherwise = whole_name(doubt.listed) not in map(whole_name, names)
        now = dataclasses.replace(
            checked,
            found=checked.found + 1,
            doubts=left,
            missing=tuple(one for one in checked.missing if one != member_id),
            spelled=(*checked.spelled, *((Spelled(member_id, doubt.listed),) if otherwise else ())),
        )
    else:
        now = dataclasses.replace(checked, doubts=tuple(one for one in checked.doubts if one is not doubt))
    actions.keep_checked(session, by, poll, now)


def _behind(session: Session) -> list[UUID]:
    before = today() - KEPT
    found = (one for one in session.scalars(select(Poll)) if opens(one, "told"))
    return [one.id for one in found if one.told.checked and one.told.checked.doubts and one.told.checked.on < before]


def _renew(session: Session, poll_id: UUID) -> None:
    poll = session.get_one(Poll, poll_id)
    if poll.told.checked is not None:
        poll.told = dataclasses.replace(poll.told, checked=dataclasses.replace(poll.told.checked, doubts=()))


MOVING = Moving(_behind, _renew)
