"""Pages on which a membership changes: its state, the card, the consent."""

from __future__ import annotations

from uuid import UUID

from werkzeug.wrappers import Response

from union.access import May, may
from union.members import actions
from union.members.consent_text import TEXT, VERSION
from union.members.forms import Agreed, Card, Stand
from union.members.models import Consent, Member
from union.members.person_views import answered, member_of, to_member
from union.members.views import bp
from union.members.words import STATES
from union.store.db import session
from union.web.forms.form import current_account_id
from union.web.locale import today
from union.web.pages import page


@bp.get("/members/<id:member_id>/standing")
@may(May.EDIT_MEMBER)
def standing(member_id: UUID) -> Response:
    return page("members/standing.html", form=Stand(on=today()), member=member_of(member_id), states=STATES)


@bp.post("/members/<id:member_id>/standing")
@may(May.EDIT_MEMBER)
def stand(member_id: UUID) -> Response:
    member, form = member_of(member_id), Stand()

    def act() -> None:
        actions.stand(
            session(), current_account_id(), member, form.state.data, form.on.data, form.why.data or "", today()
        )

    return answered(form, member, "members/standing.html", act, states=STATES)


@bp.get("/members/<id:member_id>/card")
@may(May.EDIT_MEMBER)
def card(member_id: UUID) -> Response:
    member = member_of(member_id)
    return page("members/card.html", form=_card_form(member), member=member)


@bp.post("/members/<id:member_id>/card")
@may(May.EDIT_MEMBER)
def keep_card(member_id: UUID) -> Response:
    member = member_of(member_id)
    form = _card_form(member)

    def act() -> None:
        actions.keep_card(
            session(),
            current_account_id(),
            member,
            form.card_number.data or "",
            form.joined_on.data,
            form.notes.data or "",
        )

    return answered(form, member, "members/card.html", act, version=member.version)


def _card_form(member: Member) -> Card:
    known = member.standing
    return Card(card_number=known.card_number, joined_on=known.joined_on, notes=known.notes)


@bp.get("/members/<id:member_id>/consent")
@may(May.EDIT_MEMBER)
def consent(member_id: UUID) -> Response:
    form = Agreed(on=today())
    return page("members/consent.html", form=form, member=member_of(member_id), consent=TEXT, text_version=VERSION)


@bp.post("/members/<id:member_id>/consent")
@may(May.EDIT_MEMBER)
def give_consent(member_id: UUID) -> Response:
    member, form = member_of(member_id), Agreed()

    def act() -> None:
        actions.consent(session(), current_account_id(), member, Consent(form.on.data, form.how.data.value, VERSION))

    return answered(form, member, "members/consent.html", act, consent=TEXT, text_version=VERSION)


@bp.post("/members/<id:member_id>/consent/withdraw")
@may(May.EDIT_MEMBER)
def withdraw_consent(member_id: UUID) -> Response:
    member = member_of(member_id)
    actions.consent(session(), current_account_id(), member, None)
    return to_member(member.id)
