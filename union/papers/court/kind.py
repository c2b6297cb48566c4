"""The declaration of court files: opened, corrected, hearings fixed and held, the judgment and what followed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any
from uuid import UUID

from flask_babel import lazy_gettext as _l

from union.access import May
from union.cases import findings_view, subjects
from union.cases.clocks import Clock
from union.cases.dates import HEARING
from union.cases.models import Case
from union.papers.court import actions, reading
from union.papers.court.actions import TABLE
from union.papers.court.forms import FileForm, HearingForm, HeldForm, JudgmentForm, held_form
from union.papers.court.models import Appeal, Matter
from union.papers.court.sheet import sheet
from union.papers.court.words import ACTS, APPEALS
from union.papers.declaration import (
    Beginning,
    Kind,
    Line,
    Opened,
    Printed,
    Shelf,
    Step,
    correcting,
    setting_aside,
)
from union.papers.sending import MEANS
from union.press.content import Paper
from union.store.reach import ReachSession
from union.web.locale import today

TITLE = _l("Court")


def _shown(one: Opened) -> dict[str, Any]:
    matter: Matter = one.content
    before = reading.before_the_claim(matter)
    return {
        "means": MEANS,
        "appeals": APPEALS,
        "today_": today(),
        "to_come": reading.to_come(matter),
        "clocks": [findings_view.clock(one) for one in reading.clocks(matter)],
        "appealed": matter.appeal is Appeal.FILED,
        "before": before if not matter.filed_on else None,
    }


def _lines(case: Case, rows: list[Any]) -> Iterator[Line]:
    for row in rows:
        on, said = min(
            ((on, said) for on, said in reading.dated(row.matter) if on), key=lambda pair: pair[0], default=(None, None)
        )
        heard = said is not None and said.rule == HEARING
        yield Line(
            row,
            row.matter.number or TITLE,
            on,
            clock=Clock.HEARING if heard else Clock.OURS,
            hour=said.hour if said else "",
        )


def _fix(session: ReachSession, by: UUID, one: Opened, form: HearingForm) -> None:
    wanted = actions.hearing(form.hearing_on.data, form.at.data or "", form.room.data or "")
    actions.fix(session, by, one.case, one.row, wanted)


def _hold(session: ReachSession, by: UUID, one: Opened, form: HeldForm) -> None:
    following = actions.hearing(form.next_on.data, form.next_at.data or "") if form.next_on.data else None
    actions.hold(session, by, one.case, one.row, form.hearing.data, form.outcome.data, following)


def _sheet(one: Opened, name: str, said_in: str, on: date, draft: bool) -> Paper:
    return sheet(one.content, one.place, one.reference, said_in, on)


KIND = Kind(
    "court",
    TABLE,
    _l("Court file"),
    read=May.KEEP_COURT,
    work=May.KEEP_COURT,
    template="court/show.html",
    shown=_shown,
    acts=ACTS,
    argument="file_id",
    begins=Beginning(
        FileForm,
        lambda case, of: {"court": subjects.place_of(case).employer.court, "left_on": of.left_on},
        _l("Open the court file"),
        then="show",
    ),
    shelf=Shelf(
        TITLE,
        "gavel",
        _l("Power of attorney, hearings, judgment, appeal: their dates stand in the agenda."),
        _l("Open a court file"),
        _lines,
        of_all=True,
    ),
    steps=(
        correcting(_l("Correct the file"), _l("The file is corrected."), TABLE, FileForm),
        Step(
            "new_hearing",
            "fix",
            "hearings/new",
            _l("A hearing"),
            lambda _matter: HearingForm(),
            _fix,
            _l("The hearing stands in the agenda."),
            button=_l("Put it in the agenda"),
        ),
        Step(
            "held",
            "hold",
            "hearings",
            _l("What happened at a hearing"),
            held_form,
            _hold,
            _l("What happened is written down."),
            button=_l("Write it down"),
        ),
        Step(
            "judgment",
            "judge",
            "judgment",
            _l("Judgment and what followed"),
            JudgmentForm.of,
            lambda session, by, one, form: actions.judge(session, by, one.case, one.row, form.facts(Matter)),
            _l("The judgment is written down."),
        ),
        setting_aside(
            _l("Set the file aside"),
            _l("Opened by mistake, or joined to another: it stays to be read, and its dates leave the agenda."),
            _l("The file is set aside."),
            TABLE,
        ),
    ),
    printed=Printed("paper", "sheet", ("court",), _sheet, drafts=False),
)
