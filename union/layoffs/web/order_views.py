"""The page of the order of dismissals: a category's full list is pasted, compared and shown; nothing of it is kept."""

from __future__ import annotations

from uuid import UUID

from flask_babel import lazy_gettext as _l
from werkzeug.wrappers import Response

from union.access import May, asking, may
from union.cases.findings_view import STATUSES, about, cited
from union.entitlements.people.fact_words import CATEGORIES
from union.entitlements.records.facts import Facts
from union.languages.saying import in_both, in_language
from union.law.procedure.dismissal_order import ARTICLES
from union.law.sources.source import Status
from union.layoffs.procedure.order import Compared, compare, paragraph, prefilled
from union.layoffs.procedure.steps import OUTSIDE_66
from union.layoffs.records.models import Layoff, on_the_list
from union.layoffs.web.blueprint import bp, dispute_or_404
from union.layoffs.web.panels import Link
from union.members.models import Category
from union.record import chain
from union.store.db import opens_its_own, session
from union.web.addresses import choice
from union.web.current import current_installation
from union.web.damaged import readable
from union.web.forms.chosen import Choice
from union.web.forms.form import Form, current_account_id, needed
from union.web.forms.typed import Prose
from union.web.locale import language, today
from union.web.pages import page


class OrderForm(Form):
    """The full list of one category of the establishment."""

    writes = False  # it is compared, and forgotten

    category = Choice(_l("Category"), Category, CATEGORIES, [needed()])
    people = Prose(_l("Everybody of the category, kept or dismissed"), [needed()], most=40_000)


LINK = Link(
    "layoffs.order",
    _l("Order of the dismissals"),
    "people",
    lambda dispute, row: dispute.matter.kind not in OUTSIDE_66 and asking().may(May.WORK_LAYOFF),
)


@bp.get("/layoffs/<id:case_id>/order")
@may(May.WORK_LAYOFF)
def order(case_id: UUID) -> Response:
    dispute = dispute_or_404(case_id)
    chain.opened(current_installation().store, current_account_id(), "layoff", dispute.id)
    category = Category(choice("category", tuple(one.value for one in Category), Category.EMPLOYEE.value))
    return _order(dispute, OrderForm(category=category, people=prefilled(_listed(dispute), category)), None)


def _listed(dispute: Layoff) -> list[Facts]:
    return [row.facts for row in readable(session().scalars(on_the_list(dispute.id)), "facts")]


@bp.post("/layoffs/<id:case_id>/order")
@may(May.WORK_LAYOFF)
@opens_its_own
def compare_order(case_id: UUID) -> Response:
    """The answer, on the same page; people who are in no dispute are kept nowhere."""
    dispute, form = dispute_or_404(case_id), OrderForm()
    found = None
    if form.accepts():
        chain.opened(current_installation().store, current_account_id(), "layoff", dispute.id)
        found = compare(form.people.data, _listed(dispute), form.category.data, language(), today())
    return _order(dispute, form, found)


def _order(dispute: Layoff, form: OrderForm, found: Compared | None) -> Response:
    said = language()
    lines = [(one, in_language(one.reason, said), in_both(paragraph(one))) for one in found.found] if found else []
    return page(
        "layoffs/order.html",
        form=form,
        dispute=dispute,
        found=found,
        lines=lines,
        article=cited(ARTICLES),
        article_title=about(ARTICLES),
        in_the_text=STATUSES[Status.VERIFIED],
        by_a_decision=STATUSES[Status.VERIFIED_2],
    )
