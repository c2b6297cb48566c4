"""Pages of the membership form: handed in by a delegate, taken or set aside by an organiser."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from flask import abort, flash, redirect, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from union.access import May, may
from union.members import proposals
from union.members.consent_text import TEXT, VERSION, consent_in_words
from union.members.forms import Confirm, Propose
from union.members.models import Consent, HandedIn, Proposal
from union.members.views import bp, site_names
from union.members.words import telephone
from union.record import chain
from union.store.db import session
from union.web.current import current_installation
from union.web.damaged import readable
from union.web.forms.form import current_account_id
from union.web.locale import language, today
from union.web.pages import page


@bp.get("/members/propose")
@may(May.PROPOSE_MEMBER)
def propose() -> Response:
    return page("members/propose.html", form=_form(), consent=TEXT, text_version=VERSION)


@bp.post("/members/propose")
@may(May.PROPOSE_MEMBER)
def hand_in() -> Response:
    """The same answer whoever it is about: nothing is looked up."""
    form = _form()
    if not form.accepts():
        return page("members/propose.html", form=form, consent=TEXT, text_version=VERSION)
    given = Consent(today(), form.how.data.value, VERSION)
    handed_in = HandedIn(
        given_name=form.given_name.data,
        family_name=form.family_name.data,
        phone=form.phone.data or "",
        email=form.email.data or "",
        employee_number=form.number.data or "",
        job=form.job.data or "",
        language=language(),
        consent=given,
        note=form.note.data or "",
    )
    proposals.hand_in(session(), current_account_id(), form.workplace.data, handed_in)
    flash(_("The form is handed in. An organiser takes it from here."), "done")
    return redirect(url_for("members.propose"))


def _form() -> Propose:
    places = sorted(site_names().items(), key=lambda pair: pair[1].casefold())
    form = Propose(workplace=places[0][0] if len(places) == 1 else None)
    form.workplace.offer(places)
    return form


@bp.get("/members/proposals")
@may(May.EDIT_MEMBER)
def waiting() -> Response:
    rows = readable(session().scalars(proposals.waiting()), "handed_in")
    return page("members/waiting.html", rows=sorted(rows, key=lambda one: _since(one)), places=site_names())


def _since(proposal: Proposal) -> Any:
    given = proposal.handed_in.consent
    return (given.on if given else today(), proposal.handed_in.family_name.casefold())


@bp.get("/members/proposals/<id:proposal_id>")
@may(May.EDIT_MEMBER)
def proposal(proposal_id: UUID) -> Response:
    found = _proposal(proposal_id)
    chain.opened(current_installation().store, current_account_id(), "proposal", found.id)
    return _shown(found, Confirm())


@bp.post("/members/proposals/<id:proposal_id>/take")
@may(May.EDIT_MEMBER)
def take(proposal_id: UUID) -> Response:
    found, form = _proposal(proposal_id, to_change=True), Confirm()
    if form.another.data or not proposals.already_known(session(), found):
        with form.refusing():
            member = proposals.take(session(), current_account_id(), found, today())
            return redirect(url_for("members.show", member_id=member.id))
    else:
        form.another.errors = [_("Read who bears these already, then tick this or set the form aside.")]
    return _shown(found, form)


@bp.post("/members/proposals/<id:proposal_id>/set-aside")
@may(May.EDIT_MEMBER)
def set_aside(proposal_id: UUID) -> Response:
    found, form = _proposal(proposal_id, to_change=True), Confirm()
    with form.refusing():
        proposals.set_aside(session(), current_account_id(), found)
        return redirect(url_for("members.waiting"))
    return _shown(found, form)


def _shown(found: Proposal, form: Confirm) -> Response:
    return page(
        "members/proposal.html",
        form=form,
        proposal=found,
        places=site_names(),
        said=consent_in_words,
        telephone=telephone,
        known=proposals.already_known(session(), found),
    )


def _proposal(proposal_id: UUID, *, to_change: bool = False) -> Proposal:
    """One form; held while it changes, so that two organisers do not both take it."""
    return session().get(Proposal, proposal_id, with_for_update=to_change or None) or abort(404)
