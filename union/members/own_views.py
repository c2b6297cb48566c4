"""Pages on which the secretariat says which member an account's holder is."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from flask import abort, flash, redirect, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from union.access import May, may
from union.accounts.models import Account
from union.members import own, roster
from union.members.forms import Itself, Sought
from union.members.models import Member
from union.members.views import bp, site_names
from union.record import chain
from union.store.db import opens_its_own, session
from union.web import searches
from union.web.current import current_installation, rights
from union.web.forms.form import Form, current_account_id
from union.web.locale import today
from union.web.pages import page

MOST = 30  # hits shown: beyond that, write more of the name


@bp.get("/accounts/<id:account_id>/file")
@may(May.MANAGE_ACCOUNTS)
def own_file(account_id: UUID) -> Response:
    """Only people who work where the account has a role are found: nobody else could be meant."""
    account, words = _account(account_id), searches.words_asked(session())
    if words is None:
        return _shown(account, Sought())
    places = own.places_of(account, today())
    found = [hit for hit in roster.search(session(), words) if places is None or hit.workplace_id in places]
    chain.listed(current_installation().store, current_account_id(), "file_search", account.id, len(found))
    return _shown(account, Sought(query=words), found=found[:MOST], total=len(found))


@bp.post("/accounts/<id:account_id>/file/search")
@may(May.MANAGE_ACCOUNTS)
@opens_its_own
def find_own(account_id: UUID) -> Response:
    """Nothing of the name stands in an address."""
    account, form = _account(account_id), Sought()
    if not form.accepts():
        return _shown(account, form)
    with current_installation().store.writing(rights) as writing:
        return searches.results_of(writing, form.query.data, url_for("members.own_file", account_id=account.id))


@bp.post("/accounts/<id:account_id>/file")
@may(May.MANAGE_ACCOUNTS)
def link_own(account_id: UUID) -> Response:
    account, form = _account(account_id), Itself()
    member = session().get(Member, form.member.data) if form.member.data else None
    if member is None:
        abort(422)
    with form.refusing():
        own.link(session(), current_account_id(), account, member, today())
    return _after(account, form, _("The account is linked: the holder reads this file as their own."))


@bp.post("/accounts/<id:account_id>/file/end")
@may(May.MANAGE_ACCOUNTS)
def unlink_own(account_id: UUID) -> Response:
    account, form = _account(account_id), Form()
    with form.refusing():
        own.unlink(session(), current_account_id(), account)
    return _after(account, form, _("The link is taken back: the holder reads this file no more."))


def _account(account_id: UUID) -> Account:
    return session().get(Account, account_id) or abort(404)


def _after(account: Account, form: Form, done: str) -> Response:
    if form.errors:
        sentences = [*form.form_errors, *(sentence for field in form for sentence in field.errors)]
        return _shown(account, None, refusals=sentences, status=422)
    flash(done, "done")
    return redirect(url_for("members.own_file", account_id=account.id))


def _shown(account: Account, form: Sought | None, **more: Any) -> Response:
    member_id = own.own_member(session(), account.id)
    member = session().get(Member, member_id) if member_id else None
    values = {"found": None, "refusals": (), **more}
    return page("members/own_file.html", form=form, account=account, member=member, places=site_names(), **values)
