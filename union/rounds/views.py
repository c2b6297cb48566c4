"""The pages of general rounds: those that are written down, one with the share of each union, and its two forms."""

from __future__ import annotations

from uuid import UUID

from flask import Blueprint, abort, flash, redirect, url_for
from flask_babel import gettext as _
from sqlalchemy import select
from werkzeug.wrappers import Response

from union.access import May, may
from union.languages import figures
from union.languages.saying import in_language
from union.law.polls.representative import CONDITIONS, COUNTED, FOLLOWS_NATIONALLY, Share
from union.law.sources.articles import cite
from union.law.sources.sentence import Sentence, Working
from union.law.sources.source import Status
from union.record import chain
from union.rounds import actions, shown
from union.rounds.forms import RoundForm, typed_of
from union.rounds.models import GeneralRound
from union.store.db import session
from union.web.addresses import choice
from union.web.current import current_installation
from union.web.damaged import readable
from union.web.forms.form import current_account_id
from union.web.locale import language
from union.web.pages import page

bp = Blueprint("rounds", __name__)

MORE = (0, 10, 50, 100, 250, 500, 1000)  # seats to ask with; the exact number that is missing stands on the page anyway


@bp.get("/calendar/rounds")
@may(May.KEEP_POLLS)
def index() -> Response:
    """The newest on top, each with the share of our own."""
    rows = readable(session().scalars(select(GeneralRound)), "told")
    rows.sort(key=lambda one: one.told.year, reverse=True)
    chain.listed(current_installation().store, current_account_id(), "general_rounds", None, len(rows))
    return page(
        "rounds/index.html",
        rows=[(one, shown.of_ours(one.told)) for one in rows],
        conditions=_say(CONDITIONS),
        say=_say,
        percent=_percent,
    )


@bp.get("/calendar/rounds/new")
@may(May.KEEP_ROUNDS)
def new() -> Response:
    return page("rounds/new.html", form=RoundForm())


@bp.post("/calendar/rounds/new")
@may(May.KEEP_ROUNDS)
def create() -> Response:
    form = RoundForm()
    made: list[GeneralRound] = []
    if not form.carries_out(lambda: made.append(actions.write(session(), current_account_id(), form.told))):
        return page("rounds/new.html", form=form)
    flash(_("The figures are written down."), "done")
    return redirect(url_for("rounds.show", round_id=made[0].id))


@bp.get("/calendar/rounds/<id:round_id>")
@may(May.KEEP_POLLS)
def show(round_id: UUID) -> Response:
    row = _round(round_id)
    chain.opened(current_installation().store, current_account_id(), actions.KIND, row.id)
    more = int(choice("more", tuple(str(one) for one in MORE), "0"))
    told = row.told
    lines = shown.of_round(told, more)
    return page(
        "rounds/show.html",
        row=row,
        told=told,
        lines=lines,
        ours=next((one for one in lines if one.ours), None),
        unwritten=shown.unwritten(told),
        more=more,
        choices=MORE,
        article=_say(lines[0].found.share.article),
        conditions=_say(CONDITIONS),
        counted=_say(COUNTED),
        follows=[
            (_say(said), _say(cite(articles)) if articles else "", status is Status.VERIFIED)
            for said, articles, status in FOLLOWS_NATIONALLY
        ],
        say=_say,
        percent=_percent,
    )


@bp.get("/calendar/rounds/<id:round_id>/edit")
@may(May.KEEP_ROUNDS)
def edit(round_id: UUID) -> Response:
    row = _round(round_id)
    return page("rounds/edit.html", form=RoundForm(**typed_of(row.told)), row=row)


@bp.post("/calendar/rounds/<id:round_id>/edit")
@may(May.KEEP_ROUNDS)
def update(round_id: UUID) -> Response:
    row = _round(round_id)
    form = RoundForm(**typed_of(row.told))
    if not form.carries_out(lambda: actions.correct(session(), current_account_id(), row, form.told), row.version):
        return page("rounds/edit.html", form=form, row=row)
    flash(_("The figures are corrected."), "done")
    return redirect(url_for("rounds.show", round_id=row.id))


def _round(round_id: UUID) -> GeneralRound:
    return session().get(GeneralRound, round_id) or abort(404)


def _say(said: Sentence | Working) -> str:
    return in_language(said, language())


def _percent(share: Share) -> str:
    return figures.in_hundred(share.tenths, language())
