"""One person of the list: what is owed, how it was reached, which dates run; and the correction of facts."""

from __future__ import annotations

import dataclasses
from typing import Any
from uuid import UUID

from flask import flash, redirect, url_for
from flask_babel import gettext as _
from sqlalchemy import select
from werkzeug.wrappers import Response

from union.access import May, asking, may
from union.cases.law_words import MANDATES
from union.cases.models import Stage
from union.languages.saying import in_language
from union.law.ending.protection import Protected
from union.law.facts import Mandate
from union.layoffs import actions
from union.layoffs.papers.cautions import PROTECTING
from union.layoffs.people.clocks import clocks, paper_flags, signs_a_mandate_away
from union.layoffs.people.fact_words import ASSUMED, FACTS, RARE, trouble, words_of
from union.layoffs.records.models import Facts, Layoff, LayoffKind, LayoffPerson, earlier
from union.layoffs.sums.requalified import grounds
from union.layoffs.sums.snapshot import Calculation, reopened
from union.layoffs.switches import readings, what_if
from union.layoffs.web import panels, presentation
from union.layoffs.web.blueprint import bp, dispute_or_404, person_or_404
from union.layoffs.web.forms import FactsForm, facts_of, initial_of
from union.layoffs.words import SUPPOSED
from union.record import chain
from union.store.db import session
from union.web.current import current_installation
from union.web.damaged import readable
from union.web.forms.form import current_account_id
from union.web.locale import language, today
from union.web.pages import page


@bp.get("/layoffs/<id:case_id>/people/<id:person_id>")
@may(May.READ_LAYOFF)
def person(case_id: UUID, person_id: UUID) -> Response:
    dispute, row = dispute_or_404(case_id), person_or_404(case_id, person_id)
    chain.opened(current_installation().store, current_account_id(), "layoff_person", row.id, case=row.case_id)
    calculation = reopened(row.snapshot.entitlement)
    return page(
        "layoffs/person.html",
        dispute=dispute,
        row=row,
        earlier=readable(session().scalars(earlier(row.id)), "facts", "snapshot"),
        beside=_neighbours(row),
        closed=dispute.stage is Stage.CLOSED,
        labels=FACTS,
        switches=readings.switches(row.snapshot.switches),
        own=readings.switches(row.facts.switches),
        **panels.beside(dispute, row),
        rare=RARE,
        waits=row.id in dispute.matter.waiting and asking().may(May.WORK_LAYOFF),
        figures=presentation.beside(row.snapshot.beside),
        **person_in_words(row.facts, calculation, dispute.matter.kind),
    )


def person_in_words(facts: Facts, calculation: Calculation | None, kind: LayoffKind) -> dict[str, Any]:
    """One person's calculation, dates and warnings in words, for the page and for the paper."""
    mandate = Mandate(facts.mandate)
    standing = Protected(mandate, None, facts.mandate_until, PROTECTING.get(mandate, ()))
    return {
        "facts": facts,
        "calculation": calculation,
        "lines": presentation.lines(calculation.compared) if calculation else [],
        "besides": presentation.lines(calculation.besides) if calculation else [],
        "scenarios": presentation.lines(calculation.scenarios) if calculation else [],
        "reasons": presentation.reasons(calculation.not_due) if calculation else [],
        "alternatives": presentation.lines(calculation.alternatives) if calculation else [],
        "assumptions": _assumptions(facts, calculation),
        "steps": [presentation.step(one, on=today()) for one in clocks(facts, kind)],
        "flags": [
            (in_language(one.sentence, language()), presentation.cited(one.articles))
            for one in paper_flags(facts, kind)
        ],
        "disguised": [
            (in_language(one.fault, language()), presentation.cited(one.articles), one.warning)
            for one in grounds(facts, kind)
        ],
        "standing": standing if mandate is not Mandate.NONE else None,
        "standing_said": in_language(standing.sentence, language()),
        "standing_article": presentation.cited(standing.articles),
        "signing_away": signs_a_mandate_away(facts),
        "troubles": [(one, trouble(one)) for one in facts.trouble],
        "words": {
            **words_of("cdd_motive", facts.cdd_motive),
            **words_of("away_cause", facts.away_cause),
            **words_of("own_notice", facts.own_notice),
            "mandate": MANDATES[mandate],
        },
        "ends": readings.ends(calculation),
        "supposed": SUPPOSED.get(kind),
    }


def _assumptions(facts: Facts, calculation: Calculation | None) -> list[Any]:
    if calculation is None:
        return []
    presumed = {"contract"} if any(one.code == "cdd_presumed" for one in calculation.assumptions) else set()
    assumed: list[Any] = [ASSUMED[name] for name in facts.assumed if name not in presumed]
    return assumed + [in_language(one.sentence, language()) for one in calculation.assumptions]


def _neighbours(row: LayoffPerson) -> dict[int, UUID]:
    """The people before and after on the list, by position."""
    near = select(LayoffPerson.position, LayoffPerson.id).where(
        LayoffPerson.case_id == row.case_id, LayoffPerson.position.in_([row.position - 1, row.position + 1])
    )
    return {row.position: row.id for row in session().execute(near)}


@bp.get("/layoffs/<id:case_id>/people/<id:person_id>/edit")
@may(May.WORK_LAYOFF)
def edit_person(case_id: UUID, person_id: UUID) -> Response:
    dispute, row = dispute_or_404(case_id), person_or_404(case_id, person_id)
    return _edit(dispute, row, FactsForm(**initial_of(row.facts)))


@bp.post("/layoffs/<id:case_id>/people/<id:person_id>/edit")
@may(May.WORK_LAYOFF)
def correct(case_id: UUID, person_id: UUID) -> Response:
    dispute, row = dispute_or_404(case_id), person_or_404(case_id, person_id, lambda _facts: FactsForm())
    form = FactsForm(**initial_of(row.facts))
    if form.accepts(row.version):
        facts = dataclasses.replace(row.facts, **facts_of(form))
        with form.refusing():
            actions.correct(session(), current_account_id(), dispute, row, facts, today())
    if form.errors or form.conflict or form.only_shown:
        return _edit(dispute, row, form)
    flash(_("The facts are corrected and the sum computed again."), "done")
    return redirect(url_for("layoffs.person", case_id=case_id, person_id=person_id))


@bp.post("/layoffs/<id:case_id>/people/<id:person_id>/edit/difference")
@may(May.WORK_LAYOFF)
def difference(case_id: UUID, person_id: UUID) -> Response:
    """What the typed facts would move, line by line and in the group; nothing is written."""
    dispute, row = dispute_or_404(case_id), person_or_404(case_id, person_id, lambda _facts: FactsForm())
    form = FactsForm(**initial_of(row.facts))
    moved = None
    if form.accepts(row.version):
        facts = dataclasses.replace(row.facts, **facts_of(form))
        with form.refusing():
            moved = what_if.difference(row, *actions.corrected(dispute, row, facts, today()))
    return _edit(dispute, row, form, moved)


def _edit(dispute: Layoff, row: LayoffPerson, form: FactsForm, moved: what_if.Difference | None = None) -> Response:
    troubles = [(one, trouble(one)) for one in row.facts.trouble]
    return page("layoffs/edit_person.html", form=form, dispute=dispute, row=row, troubles=troubles, moved=moved)
