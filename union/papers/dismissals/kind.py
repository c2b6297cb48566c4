"""The declaration of dismissal letters: written down, put to the twelve questions, contested by letters."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any
from uuid import UUID

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel import ngettext

from union.access import May
from union.cases import dates, findings_view
from union.cases.findings_view import as_bool
from union.cases.law_words import MANDATES
from union.cases.models import Case
from union.law.dates.periods import Rule
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
from union.papers.dismissals import actions, reading
from union.papers.dismissals.actions import TABLE
from union.papers.dismissals.forms import LetterForm, QuestionsForm, SentForm, questions_form
from union.papers.dismissals.letters import against
from union.papers.dismissals.models import Decision, LetterKind
from union.papers.dismissals.words import ACTS, DELIVERIES, FAULTS, LETTERS, NOT_ASKED
from union.papers.sending import MEANS
from union.press.content import Letter
from union.store.db import session
from union.store.reach import ReachSession
from union.web.addresses import choice
from union.web.locale import today

AGAINST = tuple(one.value for one in LetterKind)


def _shown(one: Opened) -> dict[str, Any]:
    decision: Decision = one.content
    found, brought = reading.findings(decision), _brought(one.row.case_id, decision)
    reasons = {code: NOT_ASKED[why] for code, why in reading.why_not_asked(decision).items()}
    return {
        "letters": [(kind, LETTERS[kind], decision.sent_as(kind)) for kind in LetterKind],
        "means": MEANS,
        "found": findings_view.asked(found, reading.papers(decision)),
        "not_asked": findings_view.not_asked(found, reasons),
        "defects": [one for one in found if one.defect],
        "open": sum(one.state.value == "not_known" for one in found),
        "clocks": _clocks(decision, brought),
        "brought": brought,
        "words": {"delivery": DELIVERIES.get, "fault": FAULTS.get, "mandate": MANDATES.get},
    }


def _brought(case_id: UUID, decision: Decision) -> date | None:
    """The day of the action: written down here, or in a court file of the same person."""
    met = dates.met(session(), case_id, Rule.ACTION_AFTER_DISMISSAL)
    return min(
        (one.dated.met_on for one in met if one.dated.met_on and one.dated.key == decision.about.key), default=None
    )


def _clocks(decision: Decision, brought: date | None) -> list[findings_view.Clock]:
    """What still runs: not what was met."""
    sent = decision.certificate_on
    found = [None if brought else reading.clock(decision), None if sent else reading.maternity_clock(decision)]
    return [findings_view.clock(one) for one in found if one is not None]


def _lines(case: Case, rows: list[Any]) -> Iterator[Line]:
    acts = dates.met(session(), case.id, Rule.ACTION_AFTER_DISMISSAL) if rows else []
    met = {one.dated.key for one in acts}
    for row in rows:
        brought, clock = row.decision.about.key in met, reading.clock(row.decision)
        due_on = clock.safe_on if clock and not brought else None
        yield Line(row, _counted(row.decision), due_on, _l("Before the court") if brought else "")


def _counted(decision: Decision) -> str:
    defects = sum(one.defect for one in reading.findings(decision))
    return str(ngettext("%(num)s defect", "%(num)s defects", defects) if defects else _("The twelve questions"))


def _answer(session: ReachSession, by: UUID, one: Opened, form: QuestionsForm) -> None:
    actions.answer(
        session,
        by,
        one.case,
        one.row,
        form.answers,
        form.known_on.data,
        as_bool(form.refused.data),
        form.sanctions,
        as_bool(form.sanctioned.data),
        form.ladder_places,
    )


def _sent_form(_decision: Decision) -> SentForm:
    """The letter that the address names stands chosen."""
    return SentForm(sent_on=today(), letter=LetterKind(choice("paper", AGAINST, AGAINST[0])))


def _send(session: ReachSession, by: UUID, one: Opened, form: SentForm) -> None:
    actions.send(session, by, one.case, one.row, form.letter.data, form.means.data, form.sent_on.data)


def _letter(one: Opened, name: str, said_in: str, on: date, draft: bool) -> Letter:
    return against(LetterKind(name), one.content, one.place, one.reference, said_in, on, draft=draft)


def _sends(letter: LetterKind) -> Sends:
    return Sends(
        lambda decision: decision.sent_as(letter),
        lambda session, by, case, row, means, on: actions.send(session, by, case, row, letter, means, on),
        lambda session, by, case, row: actions.not_sent(session, by, case, row, letter),
    )


KIND = Kind(
    "dismissals",
    TABLE,
    _l("Dismissal letter"),
    read=May.CHECK_PAPERS,
    work=May.CHECK_PAPERS,
    template="dismissals/show.html",
    shown=_shown,
    acts=ACTS,
    argument="dismissal_id",
    begins=Beginning(
        LetterForm,
        lambda case, of: {"notified_on": of.notified_on, "mandate": of.mandate},
        _l("Go on to the questions"),
    ),
    shelf=Shelf(
        _l("Dismissal letter"),
        "scale",
        _l(
            "Twelve questions to the letter and to the minutes: each defect gives its consequence, and a paragraph "
            "for the letter."
        ),
        _l("Check a dismissal letter"),
        _lines,
    ),
    steps=(
        correcting(_l("Correct the letter"), _l("The letter is corrected."), TABLE, LetterForm),
        Step(
            "questions",
            "answer",
            "questions",
            _l("The twelve questions"),
            questions_form,
            _answer,
            _l("The answers are kept."),
            template="dismissals/questions.html",
            button=_l("Save the answers"),
            hint=_l(
                "Put the letter and the minutes beside you. What nobody has read stays not known; the days decide "
                "before the answer does."
            ),
            shown=lambda one: {"waiting": reading.unanswered(one.content)},
        ),
        Step(
            "sending",
            "sent",
            "sent",
            _l("The letter was sent"),
            _sent_form,
            _send,
            _l("The letter is marked as sent."),
            button=_l("Note that it was sent"),
        ),
        setting_aside(
            _l("Set the letter aside"),
            _l(
                "Withdrawn by the employer, or written down by mistake: it stays to be read, and its date leaves the "
                "agenda."
            ),
            _l("The letter is set aside."),
            TABLE,
        ),
    ),
    printed=Printed("letter", "letter", AGAINST, _letter),
    sends={one.value: _sends(one) for one in LetterKind},
)
