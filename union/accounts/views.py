"""Pages of signing in and of accounts."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from flask import Blueprint, abort, flash, redirect, request, url_for
from flask import session as cookie
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_login import login_user, logout_user
from sqlalchemy import select
from werkzeug.wrappers import Response

from union.access import NOBODY, May, asking, may, while_renewing
from union.accounts import actions, authentication, devices, passwords
from union.accounts.forms import ROLES, Confirm, NewAccount, NewGrant, NewPassword, SignIn, WorkPhone, Worn
from union.accounts.identity import SignedIn
from union.accounts.models import Account, Door, Grant, Granted, by_name
from union.accounts.words import event_sentence, told_apart
from union.record.chain import about
from union.store.db import opens_its_own, session
from union.web import cookies, locale
from union.web.current import current_installation
from union.web.forms.form import current_account_id
from union.web.locale import today
from union.web.pages import page
from union.workplaces.models import sites

bp = Blueprint("accounts", __name__)


@bp.get("/sign-in")
@may(May.ANYTHING_PUBLIC)
def sign_in() -> Response:
    return page("accounts/sign_in.html", form=SignIn())


@bp.post("/sign-in")
@may(May.ANYTHING_PUBLIC)
@opens_its_own
def enter() -> Response:
    form = SignIn()
    if form.only_shown:  # the name alone goes along: whether a password was right is not said again
        return page("accounts/sign_in.html", form=SignIn(beside=True, login=form.login.data))
    secret = None
    if form.accepts():
        with form.refusing():
            secret = authentication.sign_in(
                current_installation().store,
                form.login.data,
                form.password.data,
                request.user_agent.string,
                _given_here,
            )
        if form.errors:
            pass  # it was said why
        elif secret is None:
            form.form_errors.append(
                _l("The name or the password is wrong, or the account is closed. Check both, or ask the secretariat.")
            )
        elif authentication.recognise(current_installation().store, secret) is NOBODY:
            form.form_errors.append(_l("This account has no role today: ask the secretariat to give it one."))
            secret = None
    if secret is None:
        return page("accounts/sign_in.html", form=form)
    cookie.clear()  # a token of before signing in is worth nothing after
    login_user(SignedIn(secret))
    return _remembered(redirect(url_for("home.show")), form.login.data)


def _given_here(account: Account) -> bool:
    """Whether an account signed in from this browser before, or is signed in now."""
    seen = devices.known(request.cookies.get(devices.COOKIE, ""), account.holder.login)
    return seen is not None or account.id in {asking().person}


def _remembered(answer: Response, login: str) -> Response:
    """From here on wrong passwords for this account are counted for this browser by itself."""
    kept = devices.remembering(cookies.held(devices.COOKIE), login)
    cookies.put(answer, devices.COOKIE, kept, devices.LASTS, "Strict")
    return answer


@bp.post("/sign-out")
@may(May.OWN_ACCOUNT)
@while_renewing
def leave() -> Response:
    """Signs out; the browser forgets what it kept of these pages, but which device and which language it is."""
    _end_this_session()
    return _forgetting(redirect(url_for("accounts.sign_in")))


def _forgetting(answer: Response) -> Response:
    """Without the cookies, which a browser would clear for every site under the same registered name."""
    answer.headers["Clear-Site-Data"] = '"cache", "storage"'
    return answer


@bp.post("/notes")
@may(May.ANYTHING_PUBLIC)
def quick_exit() -> Response:
    """Signs out, leaves no cookie of ours and leads to a page that says nothing."""
    _end_this_session()
    answer = _forgetting(redirect(url_for("accounts.gone")))
    cookies.drop(answer, devices.COOKIE, locale.COOKIE)
    return answer


@bp.get("/notes")
@may(May.ANYTHING_PUBLIC)
def gone() -> Response:
    """A page that says nothing of where one was."""
    return page("accounts/gone.html")


def _end_this_session() -> None:
    if asking().door is not None:
        authentication.sign_out(session(), asking().door)  # type: ignore[arg-type]  # not None, one line above
    logout_user()
    cookie.clear()


@bp.get("/account/lasts")
@may(May.OWN_ACCOUNT)
@while_renewing
def lasts() -> Response:
    """The minutes that this session still lasts, asked by a page on which somebody is at work: asking is using it."""
    return Response(str(asking().lasts), mimetype="text/plain")


@bp.get("/account")
@may(May.OWN_ACCOUNT)
def own() -> Response:
    return _own(NewPassword())


@bp.post("/account/password")
@may(May.OWN_ACCOUNT)
def change_password() -> Response:
    form, account = NewPassword(), _mine()
    if form.proves(account.password):
        with form.refusing():
            actions.change_password(session(), current_account_id(), account, form.password.data, keeping=asking().door)
    if form.errors:
        return _own(form)
    flash(_("Your password is changed. Your other sessions are ended, and so is your calendar address if you had one."))
    return redirect(url_for("accounts.own"))


@bp.post("/account/telephone")
@may(May.WORK_GRIEVANCE)
def write_phone() -> Response:
    form = WorkPhone()
    if not form.accepts():
        return _own(NewPassword(beside=True), form)
    actions.write_phone(session(), current_account_id(), _mine(), form.phone.data)
    flash(_("Your telephone is written down.") if form.phone.data else _("Your telephone is taken away."), "done")
    return redirect(url_for("accounts.own"))


@bp.post("/account/sessions/end")
@may(May.OWN_ACCOUNT)
def end_other_sessions() -> Response:
    Confirm()
    actions.end_sessions(session(), current_account_id(), _mine(), but=asking().door)
    flash(_("Your other sessions are ended, and so is your calendar address if you had one."))
    return redirect(url_for("accounts.own"))


@bp.post("/account/role")
@may(May.OWN_ACCOUNT)
def wear() -> Response:
    form = Worn()
    if not form.accepts() or form.role.data not in asking().roles:
        abort(422)
    actions.wear(session(), current_account_id(), _mine(), form.role.data)
    return redirect(url_for("home.show"))


def _mine() -> Account:
    return session().get_one(Account, current_account_id())


def _own(form: NewPassword, phone: WorkPhone | None = None) -> Response:
    account = _mine()
    phone = phone or WorkPhone(beside=True, phone=account.holder.phone)
    doors = session().scalars(select(Door).where(Door.account_id == account.id).order_by(Door.seen_at.desc())).all()
    doors = [one for one in doors if authentication.is_open(one)]
    worn = Worn(beside=True, role=asking().role)
    worn.role.offer({role: ROLES[role] for role in asking().roles})
    return page(
        "accounts/own.html",
        status=422 if phone.errors else 200,
        form=form,
        account=account,
        doors=doors,
        worn=worn,
        roles=ROLES,
        phone=phone,
        resets=account.known_resets[::-1],
        devices=told_apart([(one.id, one.browser.agent) for one in reversed(doors)]),
    )


@bp.get("/accounts")
@may(May.MANAGE_ACCOUNTS)
def index() -> Response:
    accounts = sorted(session().scalars(by_name()).all(), key=lambda one: (one.disabled, one.holder.name.casefold()))
    return page("accounts/index.html", accounts=accounts, roles=ROLES)


@bp.get("/accounts/new")
@may(May.MANAGE_ACCOUNTS)
def new() -> Response:
    return page("accounts/new.html", form=NewAccount())


@bp.post("/accounts/new")
@may(May.MANAGE_ACCOUNTS)
def create() -> Response:
    form = NewAccount()
    made = passwords.generate()
    account = None
    if form.accepts():
        given = form.password.data or made
        with form.refusing():
            account = actions.create(
                session(), current_account_id(), login=form.login.data, name=form.name.data, password=given, given=True
            )
    if account is None:
        return page("accounts/new.html", form=form)
    if form.password.data:
        return redirect(url_for("accounts.show", account_id=account.id))
    return page("accounts/created.html", account=account, password=made, until=None)


@bp.get("/accounts/<id:account_id>")
@may(May.MANAGE_ACCOUNTS)
def show(account_id: UUID) -> Response:
    return _show(_account(account_id), _grant_form())


@bp.post("/accounts/<id:account_id>/grants")
@may(May.MANAGE_ACCOUNTS)
def grant(account_id: UUID) -> Response:
    account, form = _account(account_id), _grant_form()
    if form.untouched:
        return redirect(url_for("accounts.show", account_id=account_id))
    if not form.carries_out(lambda: actions.grant(session(), current_account_id(), account, _asked_for(form))):
        return _show(account, form)
    flash(_("The role is given."), "done")
    return redirect(url_for("accounts.show", account_id=account_id))


def _asked_for(form: NewGrant) -> Granted:
    return Granted(
        form.role.data, form.from_on.data, form.until_on.data, form.everywhere.data, frozenset(form.workplaces.ids)
    )


@bp.post("/accounts/<id:account_id>/grants/<id:grant_id>/end")
@may(May.MANAGE_ACCOUNTS)
def end_grant(account_id: UUID, grant_id: UUID) -> Response:
    account, form = _account(account_id), Confirm()
    granted = session().get(Grant, grant_id)
    if granted is None or granted.account_id != account_id:
        abort(404)
    with form.refusing():
        actions.refuse_what_hangs(current_installation().store, granted)
        actions.end_grant(session(), current_account_id(), granted, today())
    return _after(account, form, _("The role is ended."))


@bp.post("/accounts/<id:account_id>/sessions/end")
@may(May.MANAGE_ACCOUNTS)
def end_sessions(account_id: UUID) -> Response:
    account, form = _account(account_id), Confirm()
    actions.end_sessions(session(), current_account_id(), account)
    return _after(account, form, _("Every session of this account is ended."))


@bp.post("/accounts/<id:account_id>/enable")
@may(May.MANAGE_ACCOUNTS)
def enable(account_id: UUID) -> Response:
    account, form = _account(account_id), Confirm()
    actions.enable(session(), current_account_id(), account)
    return _after(account, form, _("The account is open again."))


def _account(account_id: UUID) -> Account:
    return session().get(Account, account_id) or abort(404)


def _grant_form() -> NewGrant:
    form = NewGrant(from_on=today())
    form.workplaces.offer(
        sorted(((one.id, one.site.called) for one in session().scalars(sites())), key=lambda pair: pair[1])
    )
    return form


def _after(account: Account, form: Confirm, done: str) -> Response:
    if form.errors:
        return refused(account, form)
    flash(done, "done")
    return redirect(url_for("accounts.show", account_id=account.id))


def refused(account: Account, form: Confirm) -> Response:
    """The account again, with why it is not done."""
    return _show(account, _grant_form(), refusals=form.form_errors)


def _show(account: Account, form: NewGrant, refusals: Any = ()) -> Response:
    places = {one.id: one.site.called for one in session().scalars(sites())}
    every = session().scalars(select(Door).where(Door.account_id == account.id)).all()
    doors = [one for one in every if authentication.is_open(one)]
    grants = sorted(account.grants, key=lambda one: one.term.from_on, reverse=True)
    return page(
        "accounts/show.html",
        status=422 if refusals else 200,
        form=form,
        account=account,
        grants=grants,
        places=places,
        doors=doors,
        roles=ROLES,
        history=about(session(), account),
        event_sentence=event_sentence,
        resets=account.known_resets[::-1],
        refusals=refusals,
    )
