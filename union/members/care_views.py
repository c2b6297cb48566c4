"""Pages on which somebody is entrusted to a delegate, and taken back."""

from __future__ import annotations

from uuid import UUID

from flask import abort
from sqlalchemy import select
from sqlalchemy.orm import joinedload
from werkzeug.wrappers import Response

from union.access import May, may, roles_with
from union.accounts.models import Account
from union.members import work_actions
from union.members.damage import opens
from union.members.forms import Carer
from union.members.models import Employment, Entrusted
from union.members.own import own_member
from union.members.person_views import answered, to_member
from union.members.views import bp, site_names
from union.members.work_views import employment_of
from union.record import chain
from union.store.db import session
from union.tables.cells.names import fold
from union.web.addresses import paged
from union.web.current import current_installation
from union.web.forms.form import Form, current_account_id
from union.web.locale import today
from union.web.pages import page


@bp.get("/members/entrusted")
@may(May.LIST_ENTRUSTED)
def mine() -> Response:
    """Those whom the delegate who asks looks after, by name."""
    pairs = {(one.member_id, one.workplace_id) for one in session().scalars(select(Entrusted))}
    asked = select(Employment).where(Employment.member_id.in_({member for member, _ in pairs}))
    works = [
        one
        for one in session().scalars(asked.options(joinedload(Employment.member)))
        if (one.member_id, one.workplace_id) in pairs and opens(one.member, one)
    ]
    works.sort(key=lambda one: fold(one.member.identity.name))
    rows = paged(len(works), lambda offset, limit: works[offset : offset + limit])
    chain.listed(current_installation().store, current_account_id(), "entrusted", None, len(works))
    own = own_member(session(), current_account_id())
    return page("members/mine.html", rows=rows, places=site_names(), own=own)


@bp.get("/employments/<id:employment_id>/entrust")
@may(May.ENTRUST_MEMBER)
def entrusting(employment_id: UUID) -> Response:
    employment = employment_of(employment_id)
    return page("members/entrusting.html", form=_carer(employment), employment=employment, member=employment.member)


@bp.post("/employments/<id:employment_id>/entrust")
@may(May.ENTRUST_MEMBER)
def entrust(employment_id: UUID) -> Response:
    employment = employment_of(employment_id)
    form = _carer(employment)

    def act() -> None:
        work_actions.entrust(session(), current_account_id(), employment, form.account.data)

    return answered(form, employment.member, "members/entrusting.html", act, employment=employment)


@bp.post("/entrusted/<id:entrusted_id>/end")
@may(May.ENTRUST_MEMBER)
def take_back(entrusted_id: UUID) -> Response:
    entrusted = session().get(Entrusted, entrusted_id) or abort(404)
    Form()  # refuses what the page does not hold
    work_actions.take_back(session(), current_account_id(), entrusted)
    return to_member(entrusted.member_id)


def _carer(employment: Employment) -> Carer:
    """Delegates of this site today; none of another, and nobody whose account is closed."""
    form = Carer()
    delegates = [one for one in session().scalars(select(Account)) if _looks_after(one, employment.workplace_id)]
    form.account.offer(sorted(((one.id, one.holder.name) for one in delegates), key=lambda pair: pair[1].casefold()))
    return form


def _looks_after(account: Account, workplace_id: UUID) -> bool:
    """Whether the grants in reach make an account a delegate of a site."""
    grants = [one for one in account.grants if one.role in roles_with(May.LIST_ENTRUSTED) and one.term.holds(today())]
    return not account.disabled and any(
        one.everywhere or workplace_id in {place.workplace_id for place in one.places} for one in grants
    )
