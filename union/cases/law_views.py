"""The page on which facts of a case are put to the law: what it asks, with article and status; nothing of it is
kept."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from flask import url_for
from flask_babel import lazy_gettext as _l
from werkzeug.wrappers import Response

from union.access import May, asking, may
from union.cases.closing_views import bp
from union.cases.earlier_sanctions import FIELDS as EARLIER
from union.cases.findings_view import asked, clock, notes
from union.cases.law_questions import TOPICS, LawForm, Topic, form_of, found
from union.cases.models import Case
from union.cases.panels import Panel
from union.cases.retirement_questions import Retired
from union.cases.subjects import Subject, case_or_404, page_of
from union.law.dates.deadlines import Deadline
from union.record import chain
from union.store.db import opens_its_own
from union.web.addresses import choice
from union.web.current import current_installation
from union.web.forms.form import current_account_id
from union.web.pages import page


@bp.get("/cases/<id:case_id>/law")
@may(May.CHECK_PAPERS)
def law(case_id: UUID) -> Response:
    case, topic = case_or_404(case_id), _topic()
    return _shown(case, topic, form_of(topic))


@bp.post("/cases/<id:case_id>/law")
@may(May.CHECK_PAPERS)
@opens_its_own
def put_to_the_law(case_id: UUID) -> Response:
    """The answer, on the same page."""
    case, topic = case_or_404(case_id), _topic()
    form = form_of(topic)
    answer: dict[str, Any] = {}
    if form.accepts() and (said := found(topic, form)) is not None:
        chain.opened(current_installation().store, current_account_id(), case.kind.value, case.id)
        if isinstance(said, Deadline):
            answer = {"clocks": [clock(said)]}
        elif isinstance(said, Retired):
            answer = {"retired": said}
        else:
            answer = {
                "questions": asked(said.findings),
                "clocks": [clock(one) for one in said.clocks],
                "notes": notes(said.notes),
            }
    return _shown(case, topic, form, answer)


def _topic() -> Topic:
    return Topic(choice("topic", tuple(one.value for one in Topic), Topic.SANCTION.value))


def _shown(case: Case, topic: Topic, form: LawForm, answer: dict[str, Any] | None = None) -> Response:
    elsewhere = {"csrf_token", "form_token", "version", *EARLIER}
    fields = [form[name] for name in form._fields if name not in elsewhere]
    return page(
        "cases/law.html",
        case=case,
        topic=topic,
        topics=TOPICS,
        form=form,
        fields=fields,
        answer=answer or {},
        back=page_of(case),
    )


def panel(case: Case, subject: Subject) -> Panel | None:
    """The way to each topic, beside the page of a case."""
    if subject.person_id is not None or not asking().may(May.CHECK_PAPERS):
        return None
    links = [(url_for("cases.law", case_id=case.id, topic=one.value), word) for one, word in TOPICS.items()]
    return Panel(_l("Put to the law"), "scale", "cases/_law.html", {"links": links}, printed=False, folded=True)
