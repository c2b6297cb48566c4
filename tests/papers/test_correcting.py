"""A paper that holds rows of its own is corrected as any other: its claims, earlier sanctions and hearings stay."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import uuid4

import pytest

from union.app import Union
from union.cases.subjects import About
from union.law.procedure.discipline import PriorSanction, Sanction
from union.papers.court.forms import FileForm
from union.papers.court.models import Hearing, Matter
from union.papers.dismissals.forms import LetterForm
from union.papers.dismissals.models import Decision
from union.papers.facts import FactsForm
from union.papers.receipts.forms import SignedForm
from union.papers.receipts.models import Claim, PaperKind, Right, Signed

WHO = About("Mina El Fassi")
DAY = date(2026, 11, 2)


@pytest.mark.parametrize(
    ("form", "content"),
    [
        (SignedForm, Signed(WHO, PaperKind.RECEIPT, DAY, claims=(Claim(Right.NOTICE),))),
        (LetterForm, Decision(WHO, notified_on=DAY, sanctions=(PriorSanction(Sanction.WARNING, DAY),))),
        (FileForm, Matter(WHO, number="118/1502/2026", hearings=(Hearing(uuid4(), DAY),))),
    ],
    ids=lambda one: type(one).__name__ if not isinstance(one, type) else "",
)
def test_the_form_of_its_facts_opens_whatever_rows_it_holds(app: Union, form: type[FactsForm], content: Any) -> None:
    with app.test_request_context("/"):
        shown = form.of(content)
        facts = shown.facts(type(content))
    assert not {"claims", "sanctions", "hearings"} & facts.keys(), "they are not of this form, and stay as they are"
