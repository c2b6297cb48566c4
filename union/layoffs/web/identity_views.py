"""Lines and members whose names are alike, side by side: somebody says whether they are the same person."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from flask import flash, redirect, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from union.access import May, may
from union.cases.models import Stage
from union.imports.matching.register import Register
from union.imports.matching.side_by_side import side_by_side
from union.imports.records.outcomes import Beside
from union.imports.records.row_to_member import ImportContext
from union.imports.web.value_words import beside_text
from union.imports.web.words import MATCHED
from union.layoffs.lists import identifying
from union.layoffs.lists.matching import as_roster_row
from union.layoffs.records.contents import Namesake
from union.layoffs.records.models import Layoff, LayoffPerson, on_the_list
from union.layoffs.web.blueprint import bp, dispute_or_404, place_of
from union.layoffs.web.list_forms import Whether, pair_name
from union.layoffs.web.list_forms import identifying as form_of
from union.record import chain
from union.store.db import session
from union.web.addresses import Page, paged
from union.web.current import current_installation
from union.web.damaged import readable
from union.web.forms.form import Form, current_account_id
from union.web.locale import today
from union.web.pages import page


@dataclass(frozen=True)
class Pair:
    """A line of the list and the member whom it may name; `beside` is empty if they are no longer in the register."""

    one: Namesake
    row: LayoffPerson
    known_as: str
    beside: tuple[Beside, ...]


@bp.get("/layoffs/<id:case_id>/members")
@may(May.WORK_LAYOFF)
def namesakes(case_id: UUID) -> Response:
    dispute = dispute_or_404(case_id)
    chain.opened(current_installation().store, current_account_id(), "layoff", dispute.id)
    for member_id in sorted({one.member_id for one, _row in _asked(dispute).items}):
        chain.opened(current_installation().store, current_account_id(), "member", member_id)
    return _shown(dispute)


@bp.post("/layoffs/<id:case_id>/members")
@may(May.WORK_LAYOFF)
def identify(case_id: UUID) -> Response:
    """Keep what was said of this page's pairs; every sum of the list follows."""
    dispute = dispute_or_404(case_id)
    asked = _asked(dispute)
    form = _form(asked.items)

    def act() -> None:
        chosen = {(one.line_id, one.member_id): form[pair_name(one)].data for one, _row in asked.items}
        answers = {pair: None if said is None else said is Whether.SAME for pair, said in chosen.items()}
        identifying.say(session(), current_account_id(), dispute, answers, today())

    if not form.carries_out(act, dispute.version):
        return _shown(dispute, form)
    flash(_("It is written down, and every sum is computed again."), "done")
    address = "layoffs.namesakes" if dispute.matter.waiting else "layoffs.show"
    return redirect(url_for(address, case_id=case_id))


def _asked(dispute: Layoff) -> Page[tuple[Namesake, LayoffPerson]]:
    """One page of the pairs: first those of which nobody has said anything, in the order of the list."""
    rows = {row.id: row for row in readable(session().scalars(on_the_list(dispute.id)), "facts")}
    waiting = dispute.matter.waiting
    every = [(one, rows[one.line_id]) for one in dispute.matter.namesakes if one.line_id in rows]
    every.sort(key=lambda pair: (pair[0].line_id not in waiting, pair[1].position))
    return paged(len(every), lambda offset, limit: every[offset : offset + limit], 20)


def _form(pairs: list[tuple[Namesake, LayoffPerson]], *, beside: bool = False) -> Form:
    return form_of([(one, row.facts.name) for one, row in pairs], beside=beside)


def _shown(dispute: Layoff, form: Form | None = None) -> Response:
    asked, place = _asked(dispute), place_of(dispute)
    known = Register(session(), dispute.workplace_id, frozenset()).around(
        [], {one.member_id for one, _row in asked.items}
    )
    context = ImportContext(dispute.id, dispute.workplace_id, None, today())
    pairs = []
    for one, row in asked.items:
        person = known.people.get(one.member_id)
        name = person.parts.identity.name if person and person.parts and person.parts.identity else ""
        pairs.append(Pair(one, row, name, side_by_side(as_roster_row(row.facts, row.position), context, person)))
    return page(
        "layoffs/namesakes.html",
        form=form or _form(asked.items),
        dispute=dispute,
        site=place.site,
        pairs=pairs,
        asked=asked,
        waiting=dispute.matter.waiting,
        closed=dispute.stage is Stage.CLOSED,
        matched=MATCHED,
        pair_name=pair_name,
        beside_text=beside_text,
    )
