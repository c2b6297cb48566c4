"""Pages of proposed sites: the organiser's form and answers, the secretariat's decision."""

from __future__ import annotations

from uuid import UUID

from flask import Blueprint, abort, flash, redirect, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from werkzeug.wrappers import Response

from union.access import May, asking, may
from union.accounts.models import Account
from union.proposed_sites import actions
from union.proposed_sites.forms import Accept, Merge, Propose, Refuse
from union.proposed_sites.models import Asked, SiteProposal, State, proposals
from union.record import chain
from union.store.db import session
from union.tables.cells.names import fold
from union.web.current import current_installation
from union.web.damaged import readable
from union.web.forms.form import Form, current_account_id
from union.web.locale import today
from union.web.pages import page
from union.workplaces.models import Workplace, employers, sites

bp = Blueprint("proposed_sites", __name__)

STATES = {
    State.WAITING: _l("waits for the secretariat"),
    State.ACCEPTED: _l("accepted"),
    State.MERGED: _l("known already"),
    State.REFUSED: _l("refused"),
}


@bp.get("/workplaces/proposals")
@may(May.PROPOSE_WORKPLACE)
def index() -> Response:
    """One's own with their answers; all that wait for the secretariat."""
    rows = readable(session().scalars(proposals()), "asked")
    rows.sort(key=lambda one: one.asked.on, reverse=True)
    rows.sort(key=lambda one: one.state is not State.WAITING)
    return page("proposed_sites/index.html", rows=rows, states=STATES, places=_places())


@bp.get("/workplaces/propose")
@may(May.PROPOSE_WORKPLACE)
def new() -> Response:
    return page("proposed_sites/new.html", form=_form())


@bp.post("/workplaces/propose")
@may(May.PROPOSE_WORKPLACE)
def create() -> Response:
    form = _form()
    if form.accepts() and form.employer.data is None and not form.employer_name.data:
        form.employer_name.errors = [_l("Choose the employer, or write the name of one who is not in the list.")]
    if form.errors or form.only_shown:
        return page("proposed_sites/new.html", form=form)
    actions.propose(session(), current_account_id(), _asked(form))
    flash(_("The site is proposed. The answer of the secretariat stands here."), "done")
    return redirect(url_for("proposed_sites.index"))


def _asked(form: Propose) -> Asked:
    return Asked(
        today(),
        asking().name,
        form.name.data,
        form.city.data,
        form.address.data or "",
        form.employer.data,
        form.employer_name.data if form.employer.data is None else "",
        form.people.data,
        form.source.data or "",
        form.note.data or "",
    )


def _form() -> Propose:
    form = Propose()
    form.employer.offer(_employers(), empty=_("Not in the list"))
    return form


def _employers() -> list[tuple[UUID, str]]:
    known = [(one.id, one.identity.legal_name) for one in session().scalars(employers())]
    return sorted(known, key=lambda pair: fold(pair[1]))


def _places() -> dict[UUID, str]:
    return {one.id: one.site.called for one in session().scalars(sites())}


@bp.get("/workplaces/proposals/<id:proposal_id>")
@may(May.PROPOSE_WORKPLACE)
def show(proposal_id: UUID) -> Response:
    row = _proposal(proposal_id)
    chain.opened(current_installation().store, current_account_id(), actions.KIND, row.id)
    return _shown(row)


@bp.post("/workplaces/proposals/<id:proposal_id>/accept")
@may(May.EDIT_WORKPLACE)
def accept(proposal_id: UUID) -> Response:
    row = _proposal(proposal_id, to_change=True)
    form = _accepting(row)
    if form.carries_out(
        lambda: actions.accept(
            session(), current_account_id(), row, actions.Decision(form.employer.data, form.grants.data)
        )
    ):
        return _answered(_("The site is added."))
    return _shown(row, accepting=form)


@bp.post("/workplaces/proposals/<id:proposal_id>/merge")
@may(May.EDIT_WORKPLACE)
def merge(proposal_id: UUID) -> Response:
    row = _proposal(proposal_id, to_change=True)
    form = _merging()

    def act() -> None:
        place = session().get(Workplace, form.workplace.data) or abort(404)
        actions.merge(session(), current_account_id(), row, place, grants=form.merge_grants.data)

    return (
        _answered(_("The organiser is told which site it is.")) if form.carries_out(act) else _shown(row, merging=form)
    )


@bp.post("/workplaces/proposals/<id:proposal_id>/refuse")
@may(May.EDIT_WORKPLACE)
def refuse(proposal_id: UUID) -> Response:
    row, form = _proposal(proposal_id, to_change=True), Refuse()
    if form.carries_out(lambda: actions.refuse(session(), current_account_id(), row, form.words.data)):
        return _answered(_("The organiser reads why."))
    return _shown(row, refusing=form)


def _answered(said: str) -> Response:
    flash(said, "done")
    return redirect(url_for("proposed_sites.index"))


def _accepting(row: SiteProposal, *, beside: bool = False) -> Accept:
    form = Accept(beside=beside, employer=row.asked.employer_id, grants=True)
    form.employer.offer(_employers(), empty=_("A new one, as it is named"))
    return form


def _merging(*, beside: bool = False) -> Merge:
    form = Merge(beside=beside, merge_grants=True)
    form.workplace.offer(sorted(_places().items(), key=lambda pair: fold(pair[1])), empty=_("Choose"))
    return form


def _shown(
    row: SiteProposal, *, accepting: Accept | None = None, merging: Merge | None = None, refusing: Refuse | None = None
) -> Response:
    """The proposal with its three answers, for who may give them; the one that was sent is shown again as it was
    typed."""
    sent: Form | None = accepting or merging or refusing
    decides = asking().may(May.EDIT_WORKPLACE) and row.state is State.WAITING
    known = {one[0]: one[1] for one in _employers()}
    return page(
        "proposed_sites/show.html",
        form=sent,
        row=row,
        states=STATES,
        places=_places(),
        decides=decides,
        employer=known.get(row.asked.employer_id, "") if row.asked.employer_id else row.asked.employer,
        accepting=accepting or _accepting(row, beside=True),
        merging=merging or _merging(beside=True),
        refusing=refusing or Refuse(beside=True),
        by_name=row.asked.by_name,
        mine=row.account_id == current_account_id(),
        account=session().get(Account, row.account_id),
    )


def _proposal(proposal_id: UUID, *, to_change: bool = False) -> SiteProposal:
    """One proposal; held while it is answered, so that two of the secretariat do not both add it."""
    return session().get(SiteProposal, proposal_id, with_for_update=to_change or None) or abort(404)
