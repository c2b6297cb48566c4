"""The form at the gate, for a delegate's telephone: one person after another, with the entries that the delegate wrote
last, and nobody else's."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from flask import abort, flash, redirect, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from sqlalchemy import Select, select
from werkzeug.wrappers import Response

from union.access import May, asking, may
from union.accounts.models import Account
from union.closures import actions
from union.closures.forms import BackForm, IntakeForm, Yes
from union.closures.models import GatePerson, Intake, PayKind, TakenIn, of_dispute, taken_in
from union.closures.views import bp
from union.entitlements.records.contents import Situation
from union.layoffs.records.models import Layoff, LayoffPerson
from union.layoffs.web.panels import Link
from union.record import chain
from union.store.db import session
from union.web.addresses import paged
from union.web.current import current_installation
from union.web.damaged import readable
from union.web.forms.form import Form, current_account_id
from union.web.locale import CASABLANCA
from union.web.pages import page
from union.workplaces.models import Workplace

__all__ = ["bp"]

LAST = 10  # of one's own on one page of a telephone


@bp.get("/intake/<id:intake_id>")
@may(May.TAKE_IN)
def intake(intake_id: UUID) -> Response:
    row = _intake(intake_id)
    chain.opened(current_installation().store, current_account_id(), "intake", row.id, case=row.case_id)
    return _page(row, IntakeForm(pay_kind=PayKind.NET))


def _intake(intake_id: UUID) -> Intake:
    return session().get(Intake, intake_id) or abort(404)


def _page(row: Intake, form: Form) -> Response:
    """The form with the reader's own entries, for an organiser too: all others are shown with the dispute."""
    mine = readable(session().scalars(_mine(row)), "person")
    mine.sort(key=lambda one: one.person.at, reverse=True)
    return page(
        "closures/intake.html",
        form=form,
        intake=row,
        place=session().get_one(Workplace, row.workplace_id),
        count=sum(one.person.taken_back_at is None for one in mine),
        rows=paged(len(mine), lambda offset, limit: mine[offset : offset + limit], LAST),
    )


def _mine(row: Intake) -> Select[TakenIn]:
    return taken_in(row.id).where(TakenIn.account_id == current_account_id())


@bp.post("/intake/<id:intake_id>")
@may(May.TAKE_IN)
def take_in(intake_id: UUID) -> Response:
    """Saved by itself; the next blank form comes at once, and the same form twice is one person."""
    row, form = _intake(intake_id), IntakeForm(pay_kind=PayKind.NET)
    if form.accepts():
        with form.refusing():
            actions.take_in(session(), current_account_id(), row, _person(form))
    if form.errors or form.only_shown:
        return _page(row, form)
    flash(_("Saved. Here is the next form."), "done")
    return redirect(url_for("closures.intake", intake_id=intake_id))


@bp.post("/intake/<id:intake_id>/people/<id:taken_in_id>")
@may(May.TAKE_IN)
def take_back(intake_id: UUID, taken_in_id: UUID) -> Response:
    """Take back or count again a person whom the reader wrote down by mistake.

    Another's entry is 404: only its writer or the organiser may see it.
    """
    row, form = _intake(intake_id), BackForm()
    entry = session().scalar(_mine(row).where(TakenIn.id == taken_in_id)) or abort(404)
    if not form.carries_out(
        lambda: actions.take_back(session(), current_account_id(), row, entry, back=form.back.data is Yes.YES)
    ):
        return _page(row, form)
    flash(_("It is written down."), "done")
    return redirect(url_for("closures.intake", intake_id=intake_id))


def _person(form: IntakeForm) -> GatePerson:
    name = session().get_one(Account, current_account_id()).holder.name
    return GatePerson(
        form.family_name.data,
        form.given_name.data,
        datetime.now(CASABLANCA),
        name,
        form.job.data or "",
        form.hired_on.data,
        form.pay.data,
        form.pay_kind.data,
        form.phone.data or "",
    )


@bp.app_context_processor
def gates() -> dict[str, Callable[[], list[tuple[Intake, str]]]]:
    """What a delegate's first page asks for: the open forms of their workplaces, with the name of each site."""
    return {"open_intakes": _open_intakes}


def _open_intakes() -> list[tuple[Intake, str]]:
    if not asking().may(May.TAKE_IN):
        return []
    wanted = select(Intake, Workplace).join(Workplace, Workplace.id == Intake.workplace_id).where(Intake.open)
    return [(row, place.site.called) for row, place in session().execute(wanted)]


def _begun(dispute: Layoff, row: LayoffPerson | None) -> bool:
    return row is None and session().scalar(of_dispute(dispute.id)) is not None


def _may_begin(dispute: Layoff, row: LayoffPerson | None) -> bool:
    return dispute.matter.kind is Situation.CLOSURE and asking().may(May.WORK_LAYOFF) and not _begun(dispute, row)


LINKS = (
    Link("closures.show", _l("The first 72 hours"), "waiting", _begun),
    Link("closures.beginning", _l("Begin the first 72 hours"), "waiting", _may_begin),
)
