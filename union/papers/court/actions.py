"""Every way in which a court file comes to be and changes; its dates follow, each act a line of the case's timeline."""

from __future__ import annotations

import dataclasses
from datetime import date
from enum import Enum
from typing import Any
from uuid import UUID, uuid4

from flask_babel import lazy_gettext as _l

from union.cases.dates import Source
from union.cases.models import Case
from union.cases.paper_acts import Papers
from union.cases.sending import EARLIER, not_to_come
from union.cases.subjects import About
from union.papers.court.models import Appeal, CourtFile, Hearing, Matter
from union.papers.court.reading import dated
from union.refusal import Refused
from union.store.reach import ReachSession

FILES = Papers("matter", Source.COURT, dated)


class CourtAct(Enum):
    """The acts on a court file."""

    OPENED = "court_opened"
    CORRECTED = "court_corrected"
    HEARING = "court_hearing"
    HELD = "court_held"
    JUDGED = "court_judged"
    ASIDE = "court_aside"


def open_file(session: ReachSession, by: UUID, case: Case, about: About, file: dict[str, Any]) -> CourtFile:
    """A new file. Raises `Refused`."""
    _possible(file)
    row = CourtFile(case_id=case.id, workplace_id=case.workplace_id, matter=Matter(about, **file), version=1)
    FILES.begin(session, by, case, row, CourtAct.OPENED)
    return row


def correct(session: ReachSession, by: UUID, case: Case, row: CourtFile, file: dict[str, Any]) -> None:
    """Other facts of the file. Raises `Refused`."""
    _possible(file)
    FILES.change(session, by, case, row, CourtAct.CORRECTED, **file)


def fix(session: ReachSession, by: UUID, case: Case, row: CourtFile, hearing: Hearing) -> None:
    """The court fixed a hearing. Raises `Refused` for a second one at the same hour."""
    _not_twice(row.matter.hearings, hearing, "hearing_on")
    FILES.change(
        session, by, case, row, CourtAct.HEARING, on=hearing.on, hearings=_ordered(*row.matter.hearings, hearing)
    )


def hold(
    session: ReachSession, by: UUID, case: Case, row: CourtFile, hearing_id: UUID, outcome: str, following: Hearing | None
) -> None:  # fmt: skip
    """What happened at a hearing, and the one to which it was put off. Raises `Refused`."""
    held = next((one for one in row.matter.hearings if one.id == hearing_id), None)
    if held is None:
        raise Refused("hearing", _l("Choose one of the hearings of this file."))
    not_to_come("hearing", held.on)
    if following and following.on <= held.on:
        raise Refused("next_on", EARLIER)
    others = [one for one in row.matter.hearings if one.id != hearing_id]
    if following:
        _not_twice(others, following, "next_on")
        others.append(following)
    hearings = _ordered(*others, dataclasses.replace(held, outcome=outcome))
    FILES.change(session, by, case, row, CourtAct.HELD, on=held.on, hearings=hearings)


def judge(session: ReachSession, by: UUID, case: Case, row: CourtFile, judgment: dict[str, Any]) -> None:
    """The judgment, its notification, the appeal, the execution. Raises `Refused`."""
    for name in ("judged_on", "notified_on", "appeal_on", "execution_on", "paid_on"):
        not_to_come(name, judgment[name])
    if judgment["notified_on"] and judgment["judged_on"] and judgment["notified_on"] < judgment["judged_on"]:
        raise Refused("notified_on", EARLIER)
    if judgment["appeal"] is Appeal.FILED and judgment["appeal_on"] is None:
        raise Refused("appeal_on", _l("Write the day on which the appeal was filed."))
    FILES.change(session, by, case, row, CourtAct.JUDGED, on=judgment["judged_on"], **judgment)


def set_aside(session: ReachSession, by: UUID, case: Case, row: CourtFile, why: str) -> None:
    """The file counts no more: opened by mistake, or joined to another. It stays to be read, and its dates are gone."""
    FILES.change(session, by, case, row, CourtAct.ASIDE, set_aside=why)


def hearing(on: date, at: str = "", room: str = "") -> Hearing:
    """A hearing to come."""
    return Hearing(uuid4(), on, at, room)


def _ordered(*hearings: Hearing) -> tuple[Hearing, ...]:
    return tuple(sorted(hearings, key=lambda one: (one.on, one.at)))


def _not_twice(hearings: tuple[Hearing, ...] | list[Hearing], one: Hearing, field: str) -> None:
    if (one.on, one.at) in {(other.on, other.at) for other in hearings}:
        raise Refused(field, _l("This hearing is in the file already."))


def _possible(file: dict[str, Any]) -> None:
    for name in ("power_on", "claim_on", "filed_on"):
        not_to_come(name, file[name])
