"""The blueprint of layoff disputes, and the rows that its pages begin from."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from flask import Blueprint, abort
from flask_babel import gettext as _
from sqlalchemy import select

from union.access import asking
from union.cases import subjects
from union.cases.subjects import Place
from union.entitlements.records.facts import Facts
from union.entitlements.sums.requalified import grounds
from union.entitlements.words import measure_of
from union.law.checking.findings import Finding
from union.layoffs.papers.employer_copy import as_listed
from union.layoffs.papers.group_letters import Group
from union.layoffs.procedure.own_steps import own_findings
from union.layoffs.procedure.steps import OWN, findings, first_exit
from union.layoffs.records.models import Layoff, LayoffPerson, on_the_list
from union.layoffs.web import absent
from union.papers.dismissals import reading
from union.papers.dismissals.actions import TABLE as DISMISSALS
from union.papers.dismissals.models import Decision
from union.store.db import session
from union.store.reach import ReachSession
from union.vault.envelope import whole
from union.web.damaged import readable
from union.web.forms.chosen import Pick
from union.workplaces.models import Employer, Workplace

bp = Blueprint("layoffs", __name__)
bp.context_processor(lambda: {"measure_of": measure_of})


def dispute_or_404(case_id: UUID, within: ReachSession | None = None) -> Layoff:
    """The dispute, or 404 where it does not exist or lies outside the reach."""
    return (within or session()).get(Layoff, case_id) or abort(404)


def offer_sites(field: Pick) -> None:
    """The sites in reach; of several none stands chosen, for a dispute at the wrong one is soon opened in haste."""
    places = [(one.id, one.site.called) for one in session().scalars(select(Workplace))]
    field.offer(sorted(places, key=lambda pair: pair[1].casefold()), _("Choose") if len(places) > 1 else None)


def person_or_404(case_id: UUID, person_id: UUID, ask: absent.Ask | None = None) -> LayoffPerson:
    """One line of that dispute's list; 404, or 409 for whoever stands on an older list alone: what was typed is shown.

    `ask` makes the form that was sent.
    """
    row = session().get(LayoffPerson, person_id)
    return (
        row if row is not None and row.case_id == case_id else absent.answer([dispute_or_404(case_id)], person_id, ask)
    )


def place_of(dispute: Layoff) -> Workplace:
    """Where it is: in reach whenever the dispute is."""
    return session().get_one(Workplace, dispute.workplace_id)


def me() -> UUID | None:
    return asking().person


def group_of(dispute: Layoff) -> Group:
    """What a letter of the whole list is about; its dates are those of the employer's own list."""
    place = place_of(dispute)
    identity = whole(session().get_one(Employer, place.employer_id), "identity")
    people = dispute.matter.taken.people if dispute.matter.taken else 0
    found = findings_of(dispute, as_listed)
    return Group(
        code=dispute.code,
        matter=dispute.matter,
        place=Place(identity, place.site),
        people=people,
        findings=found,
    )


def decisions_of(dispute: Layoff) -> list[Decision]:
    """The dismissal letters of a dispute that count, as far as they open."""
    rows = readable(session().scalars(DISMISSALS.of_case(dispute.id)), "decision")
    return [one.decision for one in rows if not one.decision.set_aside]


def findings_for(dispute: Layoff, row: LayoffPerson) -> list[Finding]:
    """The procedure as far as it concerns one person: their dismissal letters, their own papers, what disguises a CDI,
    then the steps of all."""
    key = subjects.of_line(row.id)[1].about.key
    decisions = [one for one in decisions_of(dispute) if one.about.key == key]
    own, kind = own_findings(dispute.matter, row.facts), dispute.matter.kind
    asked = {one.code for one in own}
    of_all = [one for one in findings_of(dispute) if one.code not in OWN]
    return [
        *(found for one in decisions for found in reading.findings(one)),
        *own,
        *(one for one in grounds(row.facts, kind) if one.code not in asked),
        *of_all,
    ]


def findings_of(dispute: Layoff, told: Callable[[Facts], Facts] = lambda facts: facts) -> list[Finding]:
    """The employer's procedure as far as it is known, counted from the first exit of the list as `told`."""
    people = (told(row.facts) for row in readable(session().scalars(on_the_list(dispute.id)), "facts"))
    count = place_of(dispute).site.headcount
    return findings(dispute.matter, first_exit(people), count.people if count else None)
