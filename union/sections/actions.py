"""Every write of a section. Nothing here commits."""

from __future__ import annotations

import dataclasses
from datetime import date
from uuid import UUID

from flask_babel import lazy_gettext as _l
from sqlalchemy import select

from union.law.sections.filing import Step
from union.record import chain
from union.refusal import Refused
from union.sections.models import Done, Filed, Founded, Officer, Section, Statutes, Told, Why
from union.sections.steps import FROM_PAGE, State, of_filing
from union.store.reach import ReachSession
from union.vault.envelope import opens
from union.web.locale import today

KIND = "section"  # in the record
MOST = 60  # officers, filings: more than a bureau ever has


def open_one(
    session: ReachSession, by: UUID, workplace_id: UUID, name: str, also: tuple[UUID, ...], founded: Founded
) -> Section:
    """Begin a section at a site. Raises `Refused` while another one stands there."""
    _must_be_alone(session, workplace_id, None)
    _must_fit(founded)
    row = Section(workplace_id=workplace_id, told=Told(name, also, founded), version=1)
    session.add(row)
    session.flush()
    chain.note(session, by, chain.Act.CREATED, KIND, row.id)
    return row


def _must_be_alone(session: ReachSession, workplace_id: UUID, but: UUID | None) -> None:
    running = session.scalars(select(Section).where(Section.workplace_id == workplace_id))
    if any(one.id != but and (not opens(one, "told") or one.told.closed_on is None) for one in running):
        raise Refused("", _l("A section stands at this site already: open it, or close it first."))


def _must_fit(founded: Founded) -> None:
    if founded.minutes and (founded.on is None or founded.on > today()):
        raise Refused("minutes", _l("Write the day of the assembly: its minutes are drawn up once it was held."))


def keep_founding(
    session: ReachSession, by: UUID, section: Section, name: str, also: tuple[UUID, ...], founded: Founded
) -> None:
    """Its name, its sites, its assembly. Raises `Refused`."""
    _must_stand(section)
    _must_fit(founded)
    _change(session, by, section, dataclasses.replace(section.told, name=name, also=also, founded=founded), "founding")


def keep_statutes(session: ReachSession, by: UUID, section: Section, statutes: Statutes) -> None:
    """The statutes; other ones after the deposit open a filing. Raises `Refused`."""
    _must_stand(section)
    told = section.told
    before = told.statutes
    changed = dataclasses.replace(told, statutes=statutes)
    if before is not None and before.adopted_on != statutes.adopted_on:
        changed = _filed_anew(changed, Why.STATUTES, statutes.adopted_on)
    _change(session, by, section, changed, "statutes")


def add_officer(session: ReachSession, by: UUID, section: Section, officer: Officer) -> None:
    """An officer, numbered anew; after the deposit a change to be filed. Raises `Refused`."""
    _must_stand(section)
    told = section.told
    if len(told.officers) >= MOST:
        raise Refused("name", _l("No bureau has so many officers: correct those that stand already."))
    number = max((one.number for one in told.officers), default=0) + 1
    added = dataclasses.replace(told, officers=(*told.officers, dataclasses.replace(officer, number=number)))
    _change(session, by, section, _filed_anew(added, Why.OFFICERS, officer.from_on), "officers")


def keep_officer(session: ReachSession, by: UUID, section: Section, officer: Officer) -> None:
    """An officer as they are now. Who leaves, or is another thing, is a change to be filed. Raises `Refused`."""
    _must_stand(section)
    told = section.told
    before = next(one for one in told.officers if one.number == officer.number)
    kept = tuple(officer if one.number == officer.number else one for one in told.officers)
    changed = dataclasses.replace(told, officers=kept)
    if before.left_on != officer.left_on or before.office is not officer.office:
        changed = _filed_anew(changed, Why.OFFICERS, officer.left_on or today())
    _change(session, by, section, changed, "officers")


def _filed_anew(told: Told, why: Why, since: date) -> Told:
    """With a filing of the change, unless the one before has no proof yet: then it goes with that one."""
    if told.filings[-1].proof is None or len(told.filings) >= MOST:
        return told
    return dataclasses.replace(told, filings=(*told.filings, Filed(why, since)))


def do(session: ReachSession, by: UUID, section: Section, at: int, done: Done, *, refused: bool = False) -> None:
    """Write down a step of a filing as done, or that its receipt was refused. Raises `Refused`."""
    _must_stand(section)
    told = section.told
    filed = told.filings[at]
    if done.on > today():
        raise Refused("on", _l("This day is still to come: write it down once it is done."))
    since = told.founded.on if filed.why is Why.FOUNDING else filed.since
    if since is not None and done.on < since:
        raise Refused("on", _l("This day is before what is filed: correct one of the two."))
    if done.step is Step.EMPLOYER and filed.proof is None:
        raise Refused("on", _l("The employer is told after the deposit: write down its proof first."))
    if done.step in {Step.REGISTERED, Step.BAILIFF, Step.COURT} and filed.refused_on and done.on < filed.refused_on:
        raise Refused("on", _l("This day is before the refusal: correct one of the two."))
    kept = tuple(one for one in filed.done if one.step is not done.step)
    if refused:
        filed = dataclasses.replace(filed, refused_on=done.on, done=kept)
    else:
        filed = dataclasses.replace(filed, done=(*kept, done))
    _change(session, by, section, _with(told, at, filed), done.step.value)


def undo(session: ReachSession, by: UUID, section: Section, at: int, step: Step) -> None:
    """Take back that a step was done; that of the file takes the refusal back too. Raises `Refused`."""
    _must_stand(section)
    told = section.told
    filed = told.filings[at]
    kept = tuple(one for one in filed.done if one.step is not step)
    after = dataclasses.replace(filed, done=kept)
    if step is Step.FILE:
        after = dataclasses.replace(after, refused_on=None)
    if after.proof is None and Step.EMPLOYER in {one.step for one in kept}:
        raise Refused("", _l("The employer was told after this deposit: take that back first."))
    if after.proof is None and at < len(told.filings) - 1:
        raise Refused("", _l("A change was filed after this deposit: correct its day or its proof instead."))
    if step is Step.FILE and {one.step for one in kept} & {Step.REGISTERED, Step.BAILIFF, Step.COURT}:
        raise Refused("", _l("A step that follows on the refusal is written down: take that one back first."))
    _change(session, by, section, _with(told, at, after), step.value)


def strike(session: ReachSession, by: UUID, section: Section) -> None:
    """The last change is none that has to be filed. Raises `Refused` where something was done of it."""
    _must_stand(section)
    told = section.told
    last = told.filings[-1]
    if last.why is Why.FOUNDING or last.done or last.refused_on:
        raise Refused("", _l("Something is written down of this filing: take that back first."))
    _change(session, by, section, dataclasses.replace(told, filings=told.filings[:-1]), "filing")


def _with(told: Told, at: int, filed: Filed) -> Told:
    return dataclasses.replace(told, filings=(*told.filings[:at], filed, *told.filings[at + 1 :]))


def is_part(told: Told, at: int, step: Step) -> bool:
    """Whether a filing has this step now, to be written down on a page of its own."""
    if step in FROM_PAGE or not 0 <= at < len(told.filings):
        return False
    if step is Step.FILE:
        return True
    found = next((one for one in of_filing(told, at, today()) if one.step is step), None)
    return found is not None and found.state is not State.LATER


def close(session: ReachSession, by: UUID, section: Section, on: date) -> None:
    """It is over, or was written down by mistake: it leaves the agenda. Raises `Refused` where it is closed already."""
    _must_stand(section)
    _change(session, by, section, dataclasses.replace(section.told, closed_on=on), "closed")


def reopen(session: ReachSession, by: UUID, section: Section) -> None:
    """It goes on. Raises `Refused` while another one stands at the site."""
    _must_be_alone(session, section.workplace_id, section.id)
    _change(session, by, section, dataclasses.replace(section.told, closed_on=None), "reopened")


def _must_stand(section: Section) -> None:
    if section.told.closed_on is not None:
        raise Refused("", _l("This section is closed: reopen it first."))


def _change(session: ReachSession, by: UUID, section: Section, told: Told, what: str) -> None:
    section.told = told
    session.flush()
    chain.note(session, by, chain.Act.CHANGED, KIND, section.id, what)
