"""Every way in which employers and sites change. Who acts comes first; nothing here commits."""

from __future__ import annotations

import dataclasses
from datetime import date
from typing import Any
from uuid import UUID

from flask_babel import lazy_gettext as _l
from sqlalchemy import select
from sqlalchemy.orm import Session

from union.record import chain
from union.refusal import Refused
from union.tables.cells.names import fold
from union.workplaces.models import Employer, Headcount, Identity, Site, Workplace


def create_employer(session: Session, by: UUID | None, identity: Identity) -> Employer:
    """A new employer. Raises `Refused` where one of this legal name, or of this ICE, is known."""
    _refuse_known_employer(session, identity)
    employer = Employer(identity=identity, version=1)
    session.add(employer)
    chain.note(session, by, chain.Act.CREATED, "employer", employer.id)
    return employer


def correct_employer(session: Session, by: UUID | None, employer: Employer, identity: Identity) -> None:
    """Correct an employer's identity. Raises `Refused` as `create_employer` does."""
    _refuse_known_employer(session, identity, but=employer.id)
    employer.identity = identity
    chain.note(session, by, chain.Act.CHANGED, "employer", employer.id)


def create(session: Session, by: UUID | None, employer: Employer, site: Site) -> Workplace:
    """Write down a new site of an employer. Raises `Refused` if the employer has one of this name."""
    _refuse_known_site(session, employer.id, site.name)
    workplace = Workplace(employer_id=employer.id, site=site, roster=0, version=1)
    session.add(workplace)
    chain.note(session, by, chain.Act.CREATED, "workplace", workplace.id)
    return workplace


def correct(session: Session, by: UUID | None, workplace: Workplace, changes: dict[str, Any]) -> None:
    """Correct what is known of a site, its headcounts kept. Raises `Refused` where the employer has another of this
    name."""
    _refuse_known_site(session, workplace.employer_id, changes["name"], but=workplace.id)
    workplace.site = dataclasses.replace(workplace.site, **changes)
    chain.note(session, by, chain.Act.CHANGED, "workplace", workplace.id)


def add_headcount(session: Session, by: UUID | None, workplace: Workplace, counted: Headcount, on: date) -> None:
    """Add a headcount; a second one of the same day and source takes the place of the first. Raises `Refused` for a
    day to come."""
    if counted.on > on:
        raise Refused("on", _l("This day is to come: write the day of the count."))
    kept = [
        one for one in workplace.site.headcounts if (one.on, fold(one.source)) != (counted.on, fold(counted.source))
    ]
    in_order = sorted([*kept, counted], key=lambda one: one.on)
    workplace.site = dataclasses.replace(workplace.site, headcounts=tuple(in_order))
    chain.note(session, by, chain.Act.CHANGED, "workplace", workplace.id, "headcount")


def strike_headcount(session: Session, by: UUID | None, workplace: Workplace, counted: Headcount) -> None:
    """A headcount of a wrong day or place goes; the history says what it was. Raises `Refused` where it is not
    there."""
    if counted not in workplace.site.headcounts:
        raise Refused("on", _l("This entry is no longer there as you saw it: reload the page."))
    kept = tuple(one for one in workplace.site.headcounts if one != counted)
    workplace.site = dataclasses.replace(workplace.site, headcounts=kept)
    said = f"{counted.on}|{counted.people}|{counted.source}"
    chain.note(session, by, chain.Act.REMOVED, "workplace", workplace.id, said)


def struck(said: str) -> Headcount:
    """A headcount as the record of its striking says it."""
    on, people, source = said.split("|", 2)
    return Headcount(date.fromisoformat(on), int(people), source)


def _refuse_known_employer(session: Session, identity: Identity, but: UUID | None = None) -> None:
    """Names are sealed: every employer is opened; a federation knows dozens."""
    for other in session.scalars(select(Employer)):
        if other.id == but:
            continue
        if fold(other.identity.legal_name) == fold(identity.legal_name):
            raise Refused("legal_name", _l("An employer of this name is known already: open it in the list."))
        if identity.ice and other.identity.ice == identity.ice:
            raise Refused("ice", _l("Another employer has this ICE: check both."))


def _refuse_known_site(session: Session, employer_id: UUID, name: str, but: UUID | None = None) -> None:
    for other in session.scalars(select(Workplace).where(Workplace.employer_id == employer_id)):
        if other.id != but and fold(other.site.name) == fold(name):
            raise Refused("name", _l("This employer has a site of this name already: choose another name."))
