"""The blueprint of plans, and what each of its pages begins with. No title and no address says what they are for."""

from __future__ import annotations

from uuid import UUID

from flask import Blueprint, abort
from sqlalchemy import select

from union.drives.models import Drive, DriveWorker
from union.drives.people import DriveContact, DriveUnit
from union.members.words import telephone
from union.store.db import session
from union.web.forms.form import current_account_id
from union.workplaces.models import Site, Workplace

bp = Blueprint("drives", __name__)
bp.context_processor(lambda: {"telephone": telephone})


def plan_or_404(plan_id: UUID) -> Drive:
    """A plan that one works; 404 for one that one only knows to be there, and for one whose key is gone."""
    drive = session().get(Drive, plan_id) or abort(404)
    if drive.key is None or not works(drive):
        abort(404)
    return drive


def works(drive: Drive) -> bool:
    """Whether one owns a plan or works it: the secretariat knows of all, and works its own alone."""
    me = current_account_id()
    beside = select(DriveWorker.id).where(DriveWorker.drive_id == drive.id, DriveWorker.account_id == me)
    return drive.owner_id == me or session().scalar(beside) is not None


def card_or_404(card_id: UUID) -> tuple[DriveContact, Drive]:
    """Somebody of a plan that one works."""
    row = session().get(DriveContact, card_id) or abort(404)
    return row, plan_or_404(row.drive_id)


def unit_or_404(unit_id: UUID) -> tuple[DriveUnit, Drive]:
    """A unit of a plan that one works."""
    row = session().get(DriveUnit, unit_id) or abort(404)
    return row, plan_or_404(row.drive_id)


def site_of(drive: Drive) -> Site:
    """The site of a plan."""
    return session().get_one(Workplace, drive.workplace_id).site


def headcount_of(drive: Drive) -> int | None:
    """How many work at the site, by its newest headcount."""
    newest = site_of(drive).headcount
    return newest.people if newest else None
