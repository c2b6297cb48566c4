"""What one person is owed, for paper: a page that a browser prints, and a PDF in French or in Arabic."""

from __future__ import annotations

from uuid import UUID

from werkzeug.wrappers import Response

from union.access import May, may
from union.cases import subjects
from union.cases.models import Case
from union.entitlements.papers.sheets import About, sheet
from union.entitlements.papers.words import LANGUAGES
from union.entitlements.records.models import Owed, earlier
from union.entitlements.web.blueprint import bp, worked_out
from union.entitlements.web.owed_words import in_words
from union.press.typesetting import pdf
from union.record import chain
from union.store.db import session
from union.web.addresses import choice
from union.web.current import current_installation
from union.web.forms.form import current_account_id
from union.web.locale import today
from union.web.outgoing import Whence, hand_over, paper_of
from union.web.pages import page
from union.workplaces.models import Employer, Workplace


@bp.get("/cases/<id:case_id>/owed/print")
@may(May.COUNT_OWED)
def print_owed(case_id: UUID) -> Response:
    case, owed = worked_out(case_id)
    chain.opened(current_installation().store, current_account_id(), "owed", owed.id, chain.Act.EXPORTED, case=case.id)
    replaced = {str(one.number): one for one in session().scalars(earlier(owed.id))}
    wanted = choice("earlier", ("", *replaced), "")
    place = session().get_one(Workplace, case.workplace_id)
    return page(
        "entitlements/print_owed.html",
        case=case,
        place=place,
        employer=session().get_one(Employer, place.employer_id),
        replaced=bool(wanted),
        **in_words(replaced[wanted] if wanted else owed),
    )


@bp.get("/cases/<id:case_id>/owed/sheet")
@may(May.COUNT_OWED)
def sheet_of(case_id: UUID) -> Response:
    """The sheet as a PDF, in French or in Arabic."""
    case, owed = worked_out(case_id)
    said_in = choice("in", LANGUAGES, "fr")
    content = pdf(sheet(about_of(case, owed), said_in, today()))
    return hand_over(paper_of(f"{case.code}-sheet-{said_in}", content), Whence("owed", owed.id, case.id))


def about_of(case: Case, owed: Owed) -> About:
    """What a paper of the one person of a case is about."""
    where = subjects.place_of(case)
    return About(
        code=case.code,
        kind=owed.told.basis.kind,
        employer=where.employer.legal_name,
        seat=where.employer.seat,
        site=where.site,
        position=0,
        facts=owed.told.facts,
        snapshot=owed.snapshot,
        inspectorate=where.employer.inspectorate,
        trade_register=where.employer.trade_register,
        ice=where.employer.ice,
    )
