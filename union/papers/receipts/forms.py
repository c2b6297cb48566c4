"""The forms of a signed paper: its facts, the law's questions, the rights to claim."""

from __future__ import annotations

from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField

from union.cases.findings_view import ANSWERS, Answer, as_bool, given, question, typed
from union.papers.receipts.models import Claim, PaperKind, Right, Signed
from union.papers.receipts.reading import CAN_READ, QUESTIONS
from union.papers.receipts.words import KINDS, RIGHTS
from union.web.forms.chosen import Choice, Tiles
from union.web.forms.doubtful_day import AsksTheYear
from union.web.forms.form import Form, needed
from union.web.forms.typed import Amount, Day, Line

FACTS = ("kind", "signed_on", "left_on", "paid_on", "amount", "kept")


class FactsForm(AsksTheYear, Form):
    """The paper itself."""

    starts = ("signed_on",)

    kind = Choice(_l("What was signed"), PaperKind, KINDS, [needed()])
    signed_on = Day(_l("Signed on"))
    left_on = Day(_l("Last day of the contract"))
    paid_on = Day(_l("Paid on"))
    amount = Amount(_l("Amount written on the paper"))
    kept = Line(_l("Where the paper is kept"), most=120)


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


def facts_of(form: FactsForm) -> dict[str, Any]:
    """What was typed, by the names of `Signed`."""
    return typed(form, FACTS, Signed)


def answers_of(form: QuestionsForm, keys: tuple[str, ...]) -> dict[str, bool]:
    """The answers given to these questions; what nobody knows is left out."""
    found = {key: as_bool(form[key].data) for key in keys}
    return {key: value for key, value in found.items() if value is not None}


def answered(paper: Signed) -> dict[str, Any]:
    """The kept answers as the form shows them."""
    return {key: given(paper.answers.get(key)) for key in (CAN_READ, *QUESTIONS)}


def claimed(claims: tuple[Claim, ...]) -> dict[str, Any]:
    """The kept claims as the form shows them."""
    boxes: dict[str, Any] = {f"claims_{one.right.value}": True for one in claims}
    return boxes | {f"amount_{one.right.value}": one.amount for one in claims}
