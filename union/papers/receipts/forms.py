"""The forms of a signed paper: its facts, the law's questions, the rights to claim."""

from __future__ import annotations

from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField

from union.cases.findings_view import ANSWERS, Answer, as_bool, given, question
from union.papers.facts import FactsForm
from union.papers.receipts.models import Claim, PaperKind, Right, Signed
from union.papers.receipts.reading import CAN_READ, QUESTIONS
from union.papers.receipts.words import KINDS, RIGHTS
from union.papers.sending import means_field, sent_field
from union.web.forms.chosen import Choice, Tiles
from union.web.forms.doubtful_day import AsksTheYear
from union.web.forms.form import Form, needed
from union.web.forms.typed import Amount, Day, Line


class SignedForm(AsksTheYear, FactsForm):
    """The paper itself."""

    starts = ("signed_on",)
    wide = ("kept",)

    kind = Choice(_l("What was signed"), PaperKind, KINDS, [needed()])
    signed_on = Day(
        _l("Signed on"),
        description=_l("The sixty days run from this day. Leave it empty where nothing is signed yet."),
    )
    left_on = Day(_l("Last day of the contract"), description=_l("Signed before this day, it is no receipt."))
    paid_on = Day(_l("Paid on"), description=_l("The day of the transfer, or on which the cheque was cashed."))
    amount = Amount(_l("Amount written on the paper"))
    kept = Line(
        _l("Where the paper is kept"),
        most=120,
        description=_l("The original, a copy, a photograph: what it is and who holds it."),
    )


class QuestionsForm(Form):
    """The law's questions, in its own words."""

    can_read = Tiles(_l("Can the employee read?"), Answer, ANSWERS, empty=_l("Not known"))


for _key, _check in QUESTIONS.items():
    setattr(QuestionsForm, _key, question(_check))


class RightsForm(Form):
    """The rights that the denunciation names, each with its amount where it is known."""

    @property
    def pairs(self) -> list[tuple[Any, Any]]:
        """The box and the amount of each right."""
        return [(self[f"claims_{one.value}"], self[f"amount_{one.value}"]) for one in Right]

    @property
    def claims(self) -> tuple[Claim, ...]:
        """What was ticked; an amount alone says so too."""
        ticked = ((one, self[f"claims_{one.value}"].data, self[f"amount_{one.value}"].data) for one in Right)
        return tuple(Claim(one, amount) for one, box, amount in ticked if box or amount is not None)


for _right in Right:
    setattr(RightsForm, f"claims_{_right.value}", BooleanField(RIGHTS[_right]))
    setattr(RightsForm, f"amount_{_right.value}", Amount(_l("Amount, where it is known")))


class SentForm(Form):
    """That the denunciation went."""

    means = means_field(
        _l(
            "Article 75 asks for a registered letter with acknowledgement, or an action filed with the court within "
            "the sixty days that lists the rights. Keep the proof of the day."
        )
    )
    sent_on = sent_field()


def answers_of(form: QuestionsForm, keys: tuple[str, ...]) -> dict[str, bool]:
    """The answers given to these questions; what nobody knows is left out."""
    found = {key: as_bool(form[key].data) for key in keys}
    return {key: value for key, value in found.items() if value is not None}


def questions_form(paper: Signed) -> QuestionsForm:
    """The questions with the answers that are kept."""
    kept: dict[str, Any] = {key: given(paper.answers.get(key)) for key in (CAN_READ, *QUESTIONS)}
    return QuestionsForm(**kept)


def rights_form(paper: Signed) -> RightsForm:
    """The rights with the claims that are kept."""
    kept: dict[str, Any] = {f"claims_{one.right.value}": True for one in paper.claims}
    kept |= {f"amount_{one.right.value}": one.amount for one in paper.claims}
    return RightsForm(**kept)
