"""The declaration of signed papers: written down, put to the law's conditions, their rights claimed, denounced."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from flask_babel import lazy_gettext as _l

from union.access import May
from union.cases import findings_view
from union.cases.models import Case
from union.languages.saying import in_language
from union.law.settling.unchallenged import unchallenged
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
from union.papers.receipts import actions, reading
from union.papers.receipts.actions import TABLE
from union.papers.receipts.forms import SentForm, SignedForm, answers_of, questions_form, rights_form
from union.papers.receipts.letters import denunciation
from union.papers.receipts.models import Signed, claims_of
from union.papers.receipts.words import ACTS, KINDS, PARTS, RIGHTS
from union.papers.sending import MEANS
from union.press.content import Letter
from union.web.locale import language, today


def _shown(one: Opened) -> dict[str, Any]:
    paper: Signed = one.content
    clock = reading.clock(paper)
    return {
        "parts": PARTS,
        "rights": RIGHTS,
        "means": MEANS,
        "worth": _worth(paper),
        "over": reading.denounced(paper),
        "found": {part: findings_view.asked(found, steps=False) for part, found in reading.findings(paper).items()},
        "notes": findings_view.notes(unchallenged(reading.conditions(paper))),
        "clock": findings_view.clock(clock) if clock else None,
        "can_denounce": paper.signed_on is not None and not paper.set_aside,
    }


def _worth(paper: Signed) -> dict[str, str] | None:
    found = reading.worth(paper)
    if found is None:
        return None
    return {
        "kind": found.kind,
        "said": in_language(found.sentence, language()),
        "article": findings_view.cited(found.articles),
    }


def _lines(case: Case, rows: list[Any]) -> Iterator[Line]:
    for row in rows:
        over, clock = reading.denounced(row.signed), reading.clock(row.signed)
        due_on = clock.safe_on if clock and not over else None
        yield Line(row, KINDS[row.signed.kind], due_on, _l("Denounced") if over else "")


def _asked(paper: Signed) -> tuple[str, ...]:
    return (reading.CAN_READ, *(key for part in reading.parts(paper.kind).values() for key in part))


def _letter(one: Opened, name: str, said_in: str, on: date, draft: bool) -> Letter | None:
    """Where nothing was signed there is nothing to denounce."""
    if one.content.signed_on is None:
        return None
    return denunciation(one.content, one.place, one.reference, said_in, on, draft=draft)


KIND = Kind(
    "receipts",
    TABLE,
    _l("A signed paper"),
    read=May.CHECK_PAPERS,
    work=May.CHECK_PAPERS,
    template="receipts/show.html",
    shown=_shown,
    acts=ACTS,
    argument="receipt_id",
    title=lambda paper: KINDS[paper.kind],
    begins=Beginning(
        SignedForm,
        lambda case, of: {"signed_on": of.signed_on, "left_on": of.left_on, "amount": of.received},
        _l("Go on to the questions"),
        found=lambda of: {"claims": claims_of(of.owed)},
    ),
    shelf=Shelf(
        _l("Signed papers"),
        "file",
        _l("Was a receipt or a departure agreement signed? Its sixty days run from that day."),
        _l("Write down a signed paper"),
        _lines,
    ),
    steps=(
        correcting(_l("Correct the paper"), _l("The paper is corrected."), TABLE, SignedForm),
        Step(
            "questions",
            "answer",
            "questions",
            _l("What the paper says"),
            questions_form,
            lambda session, by, one, form: actions.answer(
                session, by, one.case, one.row, answers_of(form, _asked(one.content))
            ),
            _l("The answers are kept."),
            template="receipts/questions.html",
            button=_l("Save the answers"),
            hint=_l("Read the paper itself, line by line. What nobody has read stays not known."),
            shown=lambda one: {"parts": reading.parts(one.content.kind), "words": PARTS},
        ),
        Step(
            "rights",
            "claim",
            "rights",
            _l("The rights claimed"),
            rights_form,
            lambda session, by, one, form: actions.claim(session, by, one.case, one.row, form.claims),
            _l("The denunciation names these rights."),
            template="receipts/rights.html",
            button=_l("Save the rights"),
            hint=_l(
                "Only what the denunciation names is claimed (article 75). Tick every right that may be due; an "
                "amount can follow later."
            ),
        ),
        Step(
            "sending",
            "sent",
            "sent",
            _l("The denunciation was sent"),
            lambda _paper: SentForm(sent_on=today()),
            lambda session, by, one, form: actions.denounce(
                session, by, one.case, one.row, form.means.data, form.sent_on.data
            ),
            _l("The denunciation is marked as sent."),
            button=_l("Note that it was sent"),
        ),
        setting_aside(
            _l("Set the paper aside"),
            _l("Written down twice, or by mistake: it stays to be read, and its date leaves the agenda."),
            _l("The paper is set aside."),
            TABLE,
        ),
    ),
    printed=Printed("letter", "letter", (actions.LETTER,), _letter),
    sends={actions.LETTER: Sends(lambda paper: paper.sent, actions.denounce, actions.not_denounced)},
)
