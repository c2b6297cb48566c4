"""The page of one's calendar address, and the calendar itself, which asks for no signing in."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from flask import Blueprint, abort, flash, g, redirect, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from union.access import May, may
from union.accounts import authentication
from union.accounts.forms import Confirm, OwnPassword
from union.accounts.models import Account
from union.feed import actions
from union.feed.events import calendar, end_of_address, events
from union.feed.fetching import whose
from union.feed.forms import Ringing
from union.feed.models import of_account
from union.store.db import Rights, session
from union.web import cookies
from union.web.current import current_installation
from union.web.forms.form import current_account_id
from union.web.locale import language, today
from union.web.outgoing import attached
from union.web.pages import page, status_of

bp = Blueprint("feed", __name__)


@bp.get("/account/calendar")
@may(May.READ_GRIEVANCE)
def own() -> Response:
    return _own(OwnPassword())


def _own(form: OwnPassword, address: str | None = None, ringing: Ringing | None = None) -> Response:
    feed = session().scalar(of_account(current_account_id()))
    if ringing is None:
        ringing = Ringing(beside=True, alarm=feed.made.alarm if feed is not None else None)
    return page("feed/own.html", form=form, ringing=ringing, feed=feed, address=address, status=status_of(ringing))


@bp.post("/account/calendar/renew")
@may(May.READ_GRIEVANCE)
def renew() -> Response:
    """The page with the new address: it is shown this once, so there is nothing to lead back to."""
    form = OwnPassword()
    if not form.proves(session().get_one(Account, current_account_id()).password):
        return _own(form)
    secret = actions.renew(session(), current_account_id(), language())
    address = url_for("feed.fetch", secret=secret, _external=True, _scheme="https" if cookies.secure() else "http")
    return _own(OwnPassword(beside=True), address)


@bp.post("/account/calendar/alarm")
@may(May.READ_GRIEVANCE)
def ring() -> Response:
    """No password is asked: an alarm opens nothing, and tells no more than the calendar does."""
    form = Ringing()
    if not form.carries_out(lambda: actions.ring(session(), current_account_id(), form.alarm.data)):
        return _own(OwnPassword(beside=True), ringing=form)
    flash(_("The alarm is kept: your telephone has it from its next fetch."), "done")
    return redirect(url_for("feed.own"))


@bp.post("/account/calendar/revoke")
@may(May.READ_GRIEVANCE)
def revoke() -> Response:
    Confirm()
    actions.revoke(session(), current_account_id(), current_account_id())
    flash(_("The address answers no more."), "done")
    return redirect(url_for("feed.own"))


@bp.get("/calendar/<secret>.ics")
@may(May.ANYTHING_PUBLIC)
def fetch(secret: str) -> Response:
    """404 for an address that is not known, and alike for one whose account is closed or has no role left."""
    account = whose(current_installation().store, secret)  # no cookie came with this: the address alone says who asks
    if account is None:
        abort(404)
    now = authentication.rights_of(account)
    try:
        with current_installation().store.writing(now) as own:
            actions.fetched(own, account, today())
    except PermissionError:  # closed while this waited
        abort(404)
    with current_installation().store.reading(_dates_of(now)) as own:
        feed = own.scalar(of_account(account)) or abort(404)
        g.language = feed.made.language  # that of whoever made the address; before anything is said
        shown = [*events(own), end_of_address(feed.made.ends_on)]
        content = calendar(shown, _("Agenda"), datetime.now(UTC).replace(microsecond=0), feed.made.alarm)
    return attached(content, "text/calendar", "agenda.ics")


def _dates_of(now: Rights) -> Rights:
    """With the cases that ask for a reason before they are opened: of them a calendar has the day alone."""
    return lambda connection: replace(now(connection), unopened=True)
