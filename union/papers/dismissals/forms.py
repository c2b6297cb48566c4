"""The forms of a dismissal letter: the letter itself, and the twelve questions in the law's own words."""

from __future__ import annotations

from collections.abc import Container
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import Field

from union.cases.earlier_sanctions import EarlierSanctions
from union.cases.findings_view import ANSWERS, Answer, as_bool, given, question
from union.cases.hours import Hour
from union.cases.law_words import MANDATES
from union.law.procedure.dismissal_check import Delivery, Fault
from union.law.procedure.grounds import Ground
from union.law.terms.kinds import Mandate
from union.papers.dismissals.models import Decision, Known, LetterKind
from union.papers.dismissals.reading import DAYS, QUESTIONS
from union.papers.dismissals.words import DELIVERIES, FAULTS, GROUNDS, LETTERS
from union.papers.facts import FactsForm
from union.papers.sending import means_field, sent_field
from union.web.forms.chosen import Choice, Tiles
from union.web.forms.doubtful_day import AsksTheYear
from union.web.forms.form import Form, needed
from union.web.forms.typed import Day, Line


class LetterForm(AsksTheYear, FactsForm):
    """The letter itself."""

    starts = ("notified_on", "decided_on")

    notified_on = Day(
        _l("Letter received on"),
        description=_l(
            "The ninety days run from receipt. No letter: leave it empty and write the day on which the dismissal "
            "was decided or told."
        ),
    )
    notified_at = Hour(_l("At what hour"))
    delivery = Choice(_l("How it came"), Delivery, DELIVERIES, empty=_l("Not known"))
    decided_on = Day(_l("Date written on the letter"))
    decided_at = Hour(_l("Hour of the decision"))
    fault = Choice(_l("What is alleged"), Fault, FAULTS, empty=_l("Not known"))
    ground = Choice(
        _l("For what motive"),
        Ground,
        GROUNDS,
        empty=_l("Not known"),
        description=_l(
            "What the letter gives, or what the employee holds to be the true motive. Without a fault no hearing is "
            "asked for (articles 62 and 66)."
        ),
    )
    mandate = Choice(_l("Mandate"), Mandate, MANDATES, [needed()])
    inspector_asked_on = Day(
        _l("Approval asked of the labour inspector on"),
        description=_l("Where there is a mandate: the inspector has eight days to decide (article 459)."),
    )
    inspector_silent = Choice(
        _l("Has the inspector left it without an answer?"),
        Answer,
        ANSWERS,
        empty=_l("Not known"),
        description=_l("Silence is no approval."),
    )
    pregnant = Choice(_l("Was a pregnancy certified?"), Answer, ANSWERS, empty=_l("Not known"))
    certificate_on = Day(
        _l("Pregnancy certificate sent on"),
        description=_l("By registered letter, within fifteen days of receipt: it annuls the dismissal (article 160)."),
    )
    birth_on = Day(
        _l("Date of birth of the child"),
        description=_l("Where it was less than fourteen weeks before the dismissal."),
    )
    suspended_from = Day(
        _l("Contract suspended for childbirth from"),
        description=_l(
            "Around childbirth and to bring up the child (articles 154 and 156): a termination notified in it, or "
            "taking effect in it, is banned whatever the motive."
        ),
    )
    suspended_until = Day(_l("Contract suspended for childbirth until"))
    effect_on = Day(_l("The dismissal takes effect on"))
    court_on = Day(
        _l("Action brought before the court on"),
        description=_l("Once the action is brought, the ninety days run no more."),
    )


class QuestionsForm(EarlierSanctions):
    """The twelve questions, each with its paper and, where the law asks for one, its day."""

    known_on = Day(_l("The employer knew of the facts on"))
    refused = Tiles(_l("Did one side refuse the hearing?"), Answer, ANSWERS, empty=_l("Not known"))

    @property
    def rows(self) -> list[tuple[str, Field, Field | None, Field]]:
        """Each question: its key, the answer, the day where it has one, the paper."""
        return [(key, self[key], self[f"{key}_on"] if key in DAYS else None, self[f"{key}_paper"]) for key in QUESTIONS]

    def told_apart(self, unanswered: Container[str]) -> tuple[list[Any], list[Any]]:
        """The rows that wait for an answer, then the others, each in the order of the law."""
        waiting = [row for row in self.rows if row[0] in unanswered]
        return waiting, [row for row in self.rows if row[0] not in unanswered]

    @property
    def answers(self) -> dict[str, Known]:
        """What was answered; a question about which nothing was said is left out."""
        found = {
            key: Known(as_bool(answer.data), on.data if on else None, paper.data or "")
            for key, answer, on, paper in self.rows
        }
        return {key: one for key, one in found.items() if one != Known()}


for _key, _check in QUESTIONS.items():
    setattr(QuestionsForm, _key, question(_check))
    setattr(QuestionsForm, f"{_key}_paper", Line(_l("Which paper shows it"), most=120))
    if _key in DAYS:
        setattr(QuestionsForm, f"{_key}_on", Day(_l("On which day")))


class SentForm(Form):
    """Which of the letters went, and how."""

    letter = Choice(_l("Which letter"), LetterKind, LETTERS, [needed()])
    means = means_field(_l("Keep the receipt: it proves the day."))
    sent_on = sent_field()


def questions_form(decision: Decision) -> QuestionsForm:
    """The questions with the answers that are kept."""
    shown: dict[str, Any] = {"known_on": decision.known_on, "refused": given(decision.refused)}
    shown["sanctioned"] = given(True if decision.sanctions else decision.sanctioned)
    for at, sanction in enumerate(decision.sanctions):
        days = None if sanction.days is None else int(sanction.days)
        shown |= {f"sanction{at}_kind": sanction.kind, f"sanction{at}_on": sanction.on, f"sanction{at}_days": days}
    for key, one in decision.answers.items():
        shown |= {key: given(one.done), f"{key}_on": one.on, f"{key}_paper": one.paper}
    return QuestionsForm(**shown)
