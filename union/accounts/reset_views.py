"""Pages of a forgotten password: the code that the secretariat gives, the new password, and the second person's
word."""

from __future__ import annotations

from uuid import UUID

from flask import abort, flash, redirect, url_for
from flask_babel import gettext as _
from sqlalchemy import Connection
from werkzeug.wrappers import Response

from union.access import May, asking, may, while_renewing
from union.accounts import resets
from union.accounts.forms import Confirm, FirstPassword
from union.accounts.models import Account
from union.accounts.views import bp, refused
from union.accounts.words import browser
from union.store.db import opens_its_own, session
from union.store.reach import Reach
from union.web.current import current_installation, rights
from union.web.forms.form import current_account_id
from union.web.pages import page


@bp.post("/accounts/<id:account_id>/reset")
@may(May.MANAGE_ACCOUNTS)
def reset(account_id: UUID) -> Response:
    """The page with the code: it is shown this once, so there is nothing to lead back to."""
    account, form, code = session().get(Account, account_id) or abort(404), Confirm(), ""
    with form.refusing():
        code = resets.reset(
            session(), current_account_id(), account, resets.withheld(current_installation().store, account.id)
        )
    if form.errors:
        return refused(account, form)
    return page("accounts/created.html", account=account, password=code, until=account.known_resets[-1].until)


@bp.get("/account/renew")
@may(May.OWN_ACCOUNT)
@while_renewing
def renewing() -> Response:
    if not asking().renews:
        return redirect(url_for("accounts.own"))
    return _renewing(FirstPassword())


@bp.post("/account/renew")
@may(May.OWN_ACCOUNT)
@while_renewing
def renew() -> Response:
    form, account = FirstPassword(), session().get_one(Account, current_account_id())
    if not asking().renews:
        return redirect(url_for("accounts.own"))
    if not form.carries_out(
        lambda: resets.renew(session(), current_account_id(), account, form.password.data, asking().door)
    ):
        return _renewing(form)
    flash(_("Your password is changed."), "done")
    return redirect(url_for("home.show"))


def _renewing(form: FirstPassword) -> Response:
    account = session().get_one(Account, current_account_id())
    return page("accounts/renewing.html", form=form, resets=account.known_resets[::-1], browser=browser)


@bp.get("/accounts/confirming")
@may(May.READ_GRIEVANCE)
def confirming() -> Response:
    return page("accounts/confirming.html", rows=resets.waiting(session(), current_account_id()))


@bp.post("/accounts/<id:account_id>/confirm")
@may(May.READ_GRIEVANCE)
@opens_its_own
def confirm(account_id: UUID) -> Response:
    """An account is written by its holder and the secretariat alone: of one in reach, this writes that one thing."""
    form = Confirm()
    if session().get(Account, account_id) is None:
        abort(404)
    with form.refusing(), current_installation().store.writing(_accounts, changing=True) as own:
        resets.confirm(own, current_account_id(), own.get_one(Account, account_id))
    if form.errors:
        return page("accounts/confirming.html", form=form, rows=resets.waiting(session(), current_account_id()))
    flash(_("Your word is kept: the account opens what it opened before."), "done")
    return redirect(url_for("accounts.confirming"))


def _accounts(connection: Connection) -> Reach:
    """Who asks, as far as to write an account; refused where their own rights ended meanwhile."""
    return Reach(person=rights(connection).person, accounts=True)
