"""Every way in which what is planned at a site changes. Who acts comes first; nothing here commits."""

from __future__ import annotations

import dataclasses
from datetime import date
from typing import Any
from uuid import UUID

from flask_babel import lazy_gettext as _l
from sqlalchemy import select

from union.record import chain
from union.refusal import Refused
from union.store.reach import ReachSession
from union.targets.models import Reached, SiteStage, SiteStanding, Standing, of_site
from union.workplaces.models import Workplace

KIND = "site_standing"  # in the record, which says nothing of the stage
LONGEST_HISTORY = 100


def held(session: ReachSession, workplace_id: UUID) -> SiteStanding | None:
    """The row of a site for whoever changes it: two who begin it at once come one after the other."""
    session.scalar(select(Workplace.id).where(Workplace.id == workplace_id).with_for_update())
    return of_site(session, workplace_id)


def move(session: ReachSession, by: UUID, workplace_id: UUID, row: SiteStanding | None, reached: Reached) -> None:
    """The site stands at a stage from a day on; what stood before is kept. Raises `Refused`."""
    if reached.on > reached.written_on:
        raise Refused("on", _l("This day is still to come: write the day since which it is so."))
    if not reached.proof and reached.stage is not SiteStage.UNKNOWN:
        raise Refused("proof", _l("Write what shows it: without a proof a site stays where it was."))
    kept = _of(row)
    if len(kept.reached) >= LONGEST_HISTORY:
        raise Refused("stage", _l("Too many stages are written of this site: its history is full."))
    _keep(session, by, workplace_id, row, dataclasses.replace(kept, reached=(*kept.reached, reached)))


def plan(
    session: ReachSession, by: UUID, workplace_id: UUID, row: SiteStanding | None, plans: dict[str, Any], on: date
) -> None:
    """Who follows the site, what comes next and by which day. Raises `Refused` where an act has no day, or one that
    is past."""
    kept = _of(row)
    if plans["next_act"] and plans["next_on"] is None:
        raise Refused("next_on", _l("Write the day: an act without a day is forgotten."))
    if plans["next_on"] is not None and not plans["next_act"]:
        raise Refused("next_act", _l("Write what is to be done on that day."))
    if plans["next_on"] not in {None, kept.next_on} and plans["next_on"] < on:
        raise Refused("next_on", _l("This day is past: choose one to come."))
    _keep(session, by, workplace_id, row, dataclasses.replace(kept, **plans))


def describe(
    session: ReachSession, by: UUID, workplace_id: UUID, row: SiteStanding | None, facts: dict[str, Any], on: date
) -> None:
    """Floors, shifts, transport, languages, other unions, and what shows that the site is declared or not. Raises
    `Refused` for a day to come."""
    if facts["declared_on"] is not None and facts["declared_on"] > on:
        raise Refused("declared_on", _l("This day is still to come: write the day since which it is so."))
    _keep(session, by, workplace_id, row, dataclasses.replace(_of(row), **facts))


def _of(row: SiteStanding | None) -> Standing:
    return Standing() if row is None else row.standing


def _keep(session: ReachSession, by: UUID, workplace_id: UUID, row: SiteStanding | None, standing: Standing) -> None:
    act = chain.Act.CREATED if row is None else chain.Act.CHANGED
    if row is None:
        row = SiteStanding(workplace_id=workplace_id, standing=standing, version=1)
        session.add(row)
        session.flush()
    else:
        row.standing = standing
    chain.note(session, by, act, KIND, row.id)
