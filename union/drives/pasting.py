"""Several people at once, a line for each: given name, telephone, team. A list that tells more of somebody than that is
an employer's, or says more than anybody may keep, and no line of it is taken."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from uuid import UUID, uuid4

from flask_babel import lazy_gettext as _l
from sqlalchemy import select

from union import text
from union.accounts import actions as accounts
from union.drives import actions, removing
from union.drives.committee import DriveSeat
from union.drives.models import Drive
from union.drives.people import Basis, Calling, Speaks, Standing, Unit, UnitKind
from union.refusal import Refused
from union.store.reach import ReachSession
from union.tables.cells.people import Unreadable
from union.tables.cells.phones import read_phone
from union.web.damaged import readable
from union.web.locale import today

MOST = 200  # people at once
LONGEST = 60  # signs of a given name, as where somebody is written down alone
_BETWEEN = re.compile(r"[;,\u060c\u061b|\t]")  # the Arabic comma and semicolon too


class Fault(Enum):
    """Why a line is not taken as it stands."""

    NO_NAME = "no_name"
    NOT_A_NAME = "not_a_name"
    PHONE = "phone"
    TOO_MUCH = "too_much"
    TWICE = "twice"


@dataclass(frozen=True)
class Pasted:
    """One line: `number` counts from 1, `phone` is in E.164 form, `units` are those whose name or code it says."""

    number: int
    said: str
    given_name: str = ""
    phone: str = ""
    units: tuple[tuple[UUID, Unit], ...] = ()
    fault: Fault | None = None

    @property
    def unit(self) -> str:
        """What a list on a telephone calls where they work."""
        return " · ".join(one.called for _id, one in self.units[:2])


def read(typed: str, units: Mapping[UUID, Unit]) -> list[Pasted]:
    """The lines of what was pasted, each with what is wrong with it. Raises `Refused` for nothing, and for too much."""
    lines = [(at, one.strip()) for at, one in enumerate(typed.splitlines(), 1) if one.strip()]
    if not lines:
        raise Refused("typed", _l("Write or paste a line for each person."))
    if len(lines) > MOST:
        raise Refused("typed", _l("At most %(most)s people at once: part the list.", most=MOST))
    named: dict[str, tuple[UUID, Unit]] = {}
    for unit_id, unit in units.items():
        for called in filter(None, (unit.name, unit.code)):
            named.setdefault(called.casefold(), (unit_id, unit))
    seen: set[str] = set()
    found = []
    for at, line in lines:
        one = _line(at, line, named)
        if one.phone and one.phone in seen:
            one = Pasted(at, line, fault=Fault.TWICE)
        seen.add(one.phone)
        found.append(one)
    return found


def _line(at: int, line: str, named: Mapping[str, tuple[UUID, Unit]]) -> Pasted:
    units: dict[UnitKind, tuple[UUID, Unit]] = {}
    phone, names = "", list[str]()
    for cell in filter(None, (one.strip() for one in _BETWEEN.split(line))):
        if (unit := named.get(cell.casefold())) is not None:
            units.setdefault(unit[1].kind, unit)
        elif _is_number(cell):
            if phone:
                return Pasted(at, line, fault=Fault.TOO_MUCH)
            try:
                phone = read_phone(cell).number
            except Unreadable:
                return Pasted(at, line, fault=Fault.PHONE)
        else:
            names.append(cell)
    if len(names) != 1:
        return Pasted(at, line, fault=Fault.TOO_MUCH if names else Fault.NO_NAME)
    try:
        return Pasted(at, line, text.person(names[0], LONGEST), phone, tuple(units.values()))
    except text.Unacceptable:
        return Pasted(at, line, fault=Fault.NOT_A_NAME)


def _is_number(cell: str) -> bool:
    digits = sum(sign.isdigit() for sign in cell)
    return digits >= 6 or (bool(digits) and not any(sign.isalpha() for sign in cell))


def bring_in(
    session: ReachSession, by: UUID, drive: Drive, lines: Collection[Pasted], basis: Basis, speaks: Speaks | None
) -> None:
    """Everybody of a list, as `actions.add_people` writes them down, under one id by which they are taken back.

    Raises `Refused` where a line is not taken as it stands, and as `actions.add_people` does.
    """
    if any(one.fault for one in lines):
        raise Refused("typed", _l("Some lines cannot be taken as they stand: mend them or take them out."))
    standing = Standing(basis, today(), accounts.names(session, [by])[by], brought=uuid4())
    actions.add_people(
        session,
        by,
        drive,
        [
            (
                Calling(one.given_name, one.phone, one.unit, speaks),
                dataclasses.replace(standing, units=tuple(unit_id for unit_id, _unit in one.units)),
            )
            for one in lines
        ],
    )


def take_back(session: ReachSession, by: UUID, drive: Drive, brought: UUID) -> int:
    """Whoever was brought in by one paste goes, but for those of whom something was written since. Returns how many."""
    actions.still_open(drive)
    touched = {
        row
        for kind in removing.ON_A_PERSON
        for row in session.scalars(select(kind.contact_id).where(kind.drive_id == drive.id))
    }
    touched |= {who for line in actions.follows(session, drive) for who in line.follows.both}
    seats = readable(session.scalars(select(DriveSeat).where(DriveSeat.drive_id == drive.id)), "seat")
    touched |= {one.seat.contact_id for one in seats if one.seat.contact_id}
    gone = [
        one
        for one in actions.people(session, drive)
        if one.standing.brought == brought and one.standing.joined_on is None and one.id not in touched
    ]
    for one in gone:
        session.delete(one)
    actions.changed(session, by, drive, "person")
    return len(gone)


@dataclass(frozen=True)
class Brought:
    """People who were brought in together and are in the plan still."""

    id: UUID
    on: date
    by: str
    people: int


def brought(session: ReachSession, drive: Drive) -> list[Brought]:
    """The pasted lists of a plan, the newest first."""
    found: dict[UUID, Brought] = {}
    for one in (row.standing for row in actions.people(session, drive)):
        if one.brought is not None:
            before = found.get(one.brought) or Brought(one.brought, one.added_on, one.added_by, 0)
            found[one.brought] = dataclasses.replace(before, people=before.people + 1)
    return sorted(found.values(), key=lambda one: one.on, reverse=True)
