"""Sheets to print: the employer's whole list in its order, unmarked, and one person's calculation; never strategy."""

from __future__ import annotations

from uuid import UUID

from werkzeug.wrappers import Response

from union.access import May, may
from union.cases.head_words import HEADS
from union.entitlements.people.fact_words import FACTS
from union.entitlements.sums.snapshot import reopened
from union.entitlements.switches import readings
from union.entitlements.web import presentation
from union.entitlements.web.person_words import person_in_words
from union.entitlements.words import SUPPOSED
from union.layoffs.papers.employer_copy import unmarked
from union.layoffs.papers.outgoing import COLUMNS
from union.layoffs.records.models import LayoffPerson, LayoffSnapshot, earlier, on_the_list
from union.layoffs.sums import overview
from union.layoffs.web.blueprint import bp, dispute_or_404, person_or_404, place_of
from union.layoffs.words import KINDS
from union.record import chain
from union.store.db import session
from union.web.addresses import choice
from union.web.current import current_installation
from union.web.forms.form import current_account_id
from union.web.pages import page
from union.workplaces.models import Employer


@bp.get("/layoffs/<id:case_id>/print")
@may(May.READ_LAYOFF)
def print_group(case_id: UUID) -> Response:
    """Everybody, in the employer's order; a list of the known alone is refused, for it would show the employer who they
    are."""
    dispute = dispute_or_404(case_id)
    place = place_of(dispute)
    taken = dispute.matter.taken
    if taken is None or not taken.whole:
        return page("layoffs/not_printed.html", status=422, dispute=dispute, taken=taken)
    chain.opened(current_installation().store, current_account_id(), "layoff", dispute.id, chain.Act.EXPORTED)
    found = unmarked(dispute.matter, session().scalars(on_the_list(dispute.id)))
    entries = [one.entry for one in found]
    return page(
        "layoffs/print_group.html",
        case=dispute,
        dispute=dispute,
        place=place,
        employer=session().get_one(Employer, place.employer_id),
        lines=[(one.entry, one.calculation) for one in found],
        columns=[code for code in COLUMNS if any(one.calculation and one.calculation.line(code) for one in found)],
        heads=HEADS,
        figure=presentation.figure,
        totals=overview.totals(entries),
        left_out=[entry for entry in entries if not entry.computed],
        kinds=KINDS,
        switches=readings.switches(dispute.matter.switches),
        supposed=SUPPOSED.get(dispute.matter.kind),
    )


@bp.get("/layoffs/<id:case_id>/people/<id:person_id>/print")
@may(May.READ_LAYOFF)
def print_person(case_id: UUID, person_id: UUID) -> Response:
    dispute, row = dispute_or_404(case_id), person_or_404(case_id, person_id)
    place = place_of(dispute)
    chain.opened(
        current_installation().store,
        current_account_id(),
        "layoff_person",
        row.id,
        chain.Act.EXPORTED,
        case=row.case_id,
    )
    replaced = {str(one.number): one for one in session().scalars(earlier(row.id))}
    wanted = choice("earlier", ("", *replaced), "")
    shown_now: LayoffPerson | LayoffSnapshot = replaced[wanted] if wanted else row
    facts, snapshot = shown_now.facts, shown_now.snapshot
    return page(
        "layoffs/print_person.html",
        case=dispute,
        dispute=dispute,
        place=place,
        employer=session().get_one(Employer, place.employer_id),
        person_id=row.id,
        position=row.position,
        snapshot=snapshot,
        replaced=bool(wanted),
        labels=FACTS,
        figures=presentation.beside(snapshot.beside),
        kinds=KINDS,
        **person_in_words(facts, reopened(snapshot.entitlement), snapshot.kind or dispute.matter.kind),
    )
