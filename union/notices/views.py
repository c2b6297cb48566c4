"""The page on which one chooses a mail or nothing."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from werkzeug.wrappers import Response

from union.access import May, may
from union.accounts.forms import Confirm
from union.notices import actions
from union.notices.forms import AddressForm, CodeForm, QuietForm
from union.notices.mailing import Way
from union.notices.models import Chosen, of_account
from union.refusal import Refused
from union.store.db import session
from union.vault.envelope import opens
from union.web.current import current_installation
from union.web.forms.form import Form, current_account_id
from union.web.locale import language
from union.web.pages import page

bp = Blueprint("notices", __name__)

NO_SERVER = _l("This installation sends no mail: the secretariat has to name a server first.")


@bp.get("/account/mail")
@may(May.READ_GRIEVANCE)
def own() -> Response:
    return _own()


@bp.post("/account/mail")
@may(May.READ_GRIEVANCE)
def choose() -> Response:
    form = AddressForm()

    def act() -> None:
        if not _sends():
            raise Refused("address", NO_SERVER)
        actions.choose(session(), current_account_id(), form.address.data, language())

    if not form.carries_out(act):
        return _own(form)
    flash(_("A code is on its way to this address."), "done")
    return redirect(url_for("notices.own"))


@bp.post("/account/mail/confirm")
@may(May.READ_GRIEVANCE)
def confirm() -> Response:
    form = CodeForm()
    if not form.carries_out(lambda: actions.confirm(session(), current_account_id(), form.code.data)):
        return _own(form)
    flash(_("The address is confirmed."), "done")
    return redirect(url_for("notices.own"))


@bp.post("/account/mail/hours")
@may(May.READ_GRIEVANCE)
def keep_quiet() -> Response:
    form = QuietForm()
    if not form.carries_out(
        lambda: actions.keep_quiet(session(), current_account_id(), form.quiet_from.data, form.quiet_until.data)
    ):
        return _own(form)
    flash(_("The quiet hours are kept."), "done")
    return redirect(url_for("notices.own"))


@bp.post("/account/mail/stop")
@may(May.READ_GRIEVANCE)
def stop() -> Response:
    Confirm()
    actions.stop(session(), current_account_id(), current_account_id())
    flash(_("Nothing is sent any more, and the address is forgotten."), "done")
    return redirect(url_for("notices.own"))


def _sends() -> bool:
    settings = current_installation().settings
    return Way(settings.smtp, settings.mail_from).known


def _own(sent: Form | None = None) -> Response:
    chosen = _chosen()
    quiet = {"quiet_from": chosen.quiet_from, "quiet_until": chosen.quiet_until} if chosen else {}
    return page(
        "notices/own.html",
        form=sent,
        chosen=chosen,
        sends=_sends(),
        addressing=sent if isinstance(sent, AddressForm) else AddressForm(beside=True),
        confirming=sent if isinstance(sent, CodeForm) else CodeForm(beside=True),
        quiet=sent if isinstance(sent, QuietForm) else QuietForm(beside=True, **quiet),
    )


def _chosen() -> Chosen | None:
    found = session().scalar(of_account(current_account_id()))
    return found.chosen if found is not None and opens(found, "chosen") else None
