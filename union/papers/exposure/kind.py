"""The declaration of exposures: written down in closed words, put to the law, followed by the letter for the doctor."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from flask_babel import lazy_gettext as _l

from union.access import May
from union.cases import findings_view
from union.cases.models import Case
from union.law.dates.deadlines import Rule, deadline
from union.law.social import exposure
from union.papers.declaration import (
    Beginning,
    Kind,
    Line,
    Opened,
    Printed,
    Sends,
    Shelf,
    Step,
    correcting,
    setting_aside,
)
from union.papers.exposure import actions
from union.papers.exposure.actions import TABLE
from union.papers.exposure.forms import ExposedForm, SentForm
from union.papers.exposure.letters import follow_up
from union.papers.exposure.models import Exposed
from union.papers.exposure.words import ACTS, SEEN
from union.papers.sending import MEANS
from union.press.content import Letter
from union.web.locale import today

CLOCKS = (Rule.ACCIDENT_REPORT, Rule.ACCIDENT_CERTIFICATE, Rule.ACCIDENT_DECLARATION)


def _shown(one: Opened) -> dict[str, Any]:
    exposed: Exposed = one.content
    return {
        "seen": [SEEN[kind] for kind in exposed.seen],
        "means": MEANS,
        "clocks": _clocks(exposed),
        "notes": findings_view.notes(exposure.notes(exposed.event_on, exposed.doctor_on, today())),
    }


def _clocks(exposed: Exposed) -> list[findings_view.Clock]:
    """The periods of an accident, from the event; none without one."""
    if exposed.event_on is None or exposed.set_aside:
        return []
    met = {Rule.ACCIDENT_REPORT} if exposed.told_on is not None else set()
    return [
        findings_view.clock(deadline(rule, exposed.event_on, actions.hour_of(exposed)))
        for rule in CLOCKS
        if rule not in met
    ]


def _lines(case: Case, rows: list[Any]) -> Iterator[Line]:
    for row in rows:
        told = next(iter(TABLE.dated(row.exposed)), None)
        due_on = told[0] if told is not None and told[1].met_on is None else None
        yield Line(row, _l("Exposure at work"), due_on, _l("Follow-up asked for") if row.exposed.sent else "")


def _letter(one: Opened, name: str, said_in: str, on: date, draft: bool) -> Letter:
    return follow_up(one.content, one.place, one.reference, said_in, on, draft=draft)


KIND = Kind(
    "exposure",
    TABLE,
    _l("Exposure at work"),
    read=May.CHECK_PAPERS,
    work=May.CHECK_PAPERS,
    template="exposure/show.html",
    shown=_shown,
    acts=ACTS,
    argument="exposure_id",
    begins=Beginning(ExposedForm, lambda case, of: {}, _l("Write it down"), then="show"),
    shelf=Shelf(
        _l("Exposure at work"),
        "health",
        _l(
            "Content moderation, or calls that wear one down? Hours and kinds in closed words, for the doctor's letter."
        ),
        _l("Write down an exposure"),
        _lines,
    ),
    steps=(
        correcting(_l("Correct it"), _l("It is corrected."), TABLE, ExposedForm),
        Step(
            "sending",
            "sent",
            "sent",
            _l("The letter was sent"),
            lambda _content: SentForm(sent_on=today()),
            lambda session, by, one, form: actions.sent(
                session, by, one.case, one.row, form.means.data, form.sent_on.data
            ),
            _l("The letter is marked as sent."),
            button=_l("Note that it was sent"),
        ),
        setting_aside(
            _l("Set it aside"),
            _l("Written down twice, or by mistake: it stays to be read."),
            _l("It is set aside."),
            TABLE,
        ),
    ),
    printed=Printed("letter", "letter", (actions.LETTER,), _letter),
    sends={actions.LETTER: Sends(lambda content: content.sent, actions.sent, actions.not_sent)},
)
