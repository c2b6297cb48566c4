"""The table of court files, and the acts that they alone have: hearings fixed and held, the judgment."""

from __future__ import annotations

import dataclasses
from datetime import date
from enum import Enum
from typing import Any
from uuid import UUID, uuid4

from flask_babel import lazy_gettext as _l

from union.cases.dates import Source
from union.cases.models import Case
from union.papers.court.models import Appeal, CourtFile, Hearing, Matter
from union.papers.court.reading import dated
from union.papers.sending import EARLIER, not_to_come
from union.papers.table import Acts, PaperTable
from union.refusal import Refused
from union.store.reach import ReachSession


class CourtAct(Enum):
    """The acts on a court file."""

    OPENED = "court_opened"
    CORRECTED = "court_corrected"
    HEARING = "court_hearing"
    HELD = "court_held"
    JUDGED = "court_judged"
    ASIDE = "court_aside"


def _check(file: dict[str, Any]) -> None:
    for name in ("power_on", "claim_on", "filed_on"):
        not_to_come(name, file[name])


TABLE = PaperTable(
    CourtFile,
    "matter",
    Source.COURT,
    holds=Matter,
    dated=dated,
    check=_check,
    acts=Acts(CourtAct.OPENED, CourtAct.CORRECTED, CourtAct.ASIDE),
)


def fix(session: ReachSession, by: UUID, case: Case, row: CourtFile, hearing: Hearing) -> None:
    """The court fixed a hearing. Raises `Refused` for a second one at the same hour."""
    _not_twice(row.matter.hearings, hearing, "hearing_on")
    TABLE.change(
        session, by, case, row, CourtAct.HEARING, on=hearing.on, hearings=_ordered(*row.matter.hearings, hearing)
    )


def hold(
    session: ReachSession,
    by: UUID,
    case: Case,
    row: CourtFile,
    hearing_id: UUID,
    outcome: str,
    following: Hearing | None,
) -> None:
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
    TABLE.change(session, by, case, row, CourtAct.HELD, on=held.on, hearings=hearings)


def judge(session: ReachSession, by: UUID, case: Case, row: CourtFile, judgment: dict[str, Any]) -> None:
    """The judgment, its notification, the appeal, the execution. Raises `Refused`."""
    for name in ("judged_on", "notified_on", "appeal_on", "execution_on", "paid_on"):
        not_to_come(name, judgment[name])
    if judgment["notified_on"] and judgment["judged_on"] and judgment["notified_on"] < judgment["judged_on"]:
        raise Refused("notified_on", EARLIER)
    if judgment["appeal"] is Appeal.FILED and judgment["appeal_on"] is None:
        raise Refused("appeal_on", _l("Write the day on which the appeal was filed."))
    TABLE.change(session, by, case, row, CourtAct.JUDGED, on=judgment["judged_on"], **judgment)


def hearing(on: date, at: str = "", room: str = "") -> Hearing:
    """A hearing to come."""
    return Hearing(uuid4(), on, at, room)


def _ordered(*hearings: Hearing) -> tuple[Hearing, ...]:
    return tuple(sorted(hearings, key=lambda one: (one.on, one.at)))


def _not_twice(hearings: tuple[Hearing, ...] | list[Hearing], one: Hearing, field: str) -> None:
    if (one.on, one.at) in {(other.on, other.at) for other in hearings}:
        raise Refused(field, _l("This hearing is in the file already."))
