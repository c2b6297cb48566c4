"""Writing contacts down: a page for what was said, and one tap for a call that nobody answered."""

from __future__ import annotations

from uuid import UUID

from flask import abort
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from werkzeug.wrappers import Response
from wtforms import BooleanField

from union.access import May, may
from union.grievances import contacts
from union.grievances.act_views import back, case_of
from union.grievances.blueprint import bp
from union.grievances.contact_words import CHANNELS, DIRECTIONS, WHOM
from union.grievances.contacts import Channel, Contact, Direction, Whom
from union.store.db import session
from union.web.forms.chosen import Choice, Tiles
from union.web.forms.form import Form, current_account_id, needed
from union.web.forms.typed import Day, Prose
from union.web.locale import today
from union.web.pages import page


class ContactForm(Form):
    """One contact about a case."""

    whom = Tiles(_l("With whom?"), Whom, WHOM, [needed(_l("Say with whom."))])
    channel = Choice(_l("How?"), Channel, CHANNELS, [needed(_l("Say how they were reached."))])
    direction = Choice(_l("Who turned to whom?"), Direction, DIRECTIONS, [needed()])
    on = Day(_l("On what day?"), [needed(_l("Write the day."))], passed=True)
    summary = Prose(_l("What was said"), most=3000)
    unanswered = BooleanField(_l("Nobody answered"))
    strategy = BooleanField(_l("Strategy: for those who work the case, never printed"))


class Unanswered(Form):
    """Who did not answer the telephone."""

    whom = Choice("", Whom, WHOM, [needed()])


@bp.get("/grievances/<id:case_id>/contacts/new")
@may(May.PLEAD_GRIEVANCE)
def contact(case_id: UUID) -> Response:
    form = ContactForm(channel=Channel.CALL, direction=Direction.OUT, on=today())
    return page("grievances/contact.html", form=form, case=case_of(case_id))


@bp.post("/grievances/<id:case_id>/contacts")
@may(May.PLEAD_GRIEVANCE)
def write_contact(case_id: UUID) -> Response:
    case, form = case_of(case_id), ContactForm()

    def write() -> None:
        said = Contact(
            form.whom.data,
            form.channel.data,
            form.direction.data,
            form.summary.data or "",
            answered=not form.unanswered.data,
        )
        contacts.write(session(), current_account_id(), case, said, form.on.data, strategy=form.strategy.data)

    if not form.carries_out(write):
        return page("grievances/contact.html", form=form, case=case)
    return back(case, _("The contact stands in the timeline."))


@bp.post("/grievances/<id:case_id>/contacts/unanswered")
@may(May.PLEAD_GRIEVANCE)
def no_answer(case_id: UUID) -> Response:
    """One tap after a call in vain."""
    case, form = case_of(case_id), Unanswered()
    if not form.accepts():
        abort(422)
    said = Contact(form.whom.data, Channel.CALL, answered=False)
    contacts.write(session(), current_account_id(), case, said, today(), strategy=False)
    return back(case, _("Written down: no answer today."))
