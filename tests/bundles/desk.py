"""A case with papers and letters, and the file that is made of it, as the tests of this folder need it."""

from __future__ import annotations

import dataclasses
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import select

from tests.attachments.desk import send
from tests.attachments.samples import PDF, office, photograph
from tests.browsing import Visitor
from tests.cases.desk import grievance
from tests.cast import Cast
from tests.imports.lists import work_off
from union.app import Union
from union.bundles.models import Bundle
from union.cases.timeline import CaseAct, entry
from union.grievances.models import Agreed, Grievance, Paper
from union.web.locale import today

ASKED = {"to": "lawyer", "consent": "yes", "why": "Maître Lahlou, audience du 3", "language": "fr", "order": "by_day"}


def sanctioned(app: Union, cast: Cast, olu: Visitor, *, confidential: bool = False) -> UUID:
    """A sanction of Mina with a photograph, a PDF, a Word file, one paper of strategy and two notes."""
    case = grievance(app, cast, Paper.SANCTION, today() - timedelta(days=9), "lex")
    with app.store.maintaining() as session:
        row = session.get_one(Grievance, case)
        row.account = dataclasses.replace(row.account, agreed=Agreed.YES)
        row.confidential = confidential
        session.flush()
    send(olu, str(case), photograph(size=(900, 1200)), what="sanction", on="24/11/2026", words="Avertissement du 24")
    send(olu, str(case), PDF, name="a.pdf", what="payslip", on="31/10/2026", words="Bulletin d’octobre")
    send(olu, str(case), office(), name="b.docx", what="statement", source="colleague", words="Attestation")
    send(olu, str(case), photograph(size=(500, 500)), what="other", words="Zqxkw plan", shown="strategy")
    with app.store.writing(cast.reach("olu")) as session:
        row = session.get_one(Grievance, case)
        entry(session, row, cast.olu, CaseAct.NOTED, "Zqxkw: céder sur la prime", strategy=True)
        entry(session, row, cast.olu, CaseAct.ADDED, "Deux collègues ont vu la scène.", on=date(2026, 11, 25))
    return case


def ticked(visitor: Visitor, case: UUID, **changed: Any) -> dict[str, Any]:
    """What the form proposes, with what is changed."""
    form = visitor.page(f"/cases/{case}/bundles").select_one("form#main-form")
    assert form is not None
    found: dict[str, Any] = dict(ASKED)
    for name in ("lines", "sections", "exhibits"):
        found[name] = [str(one["value"]) for one in form.select(f"input[name={name}][checked]")]
    return found | changed


def made(app: Union, visitor: Visitor, case: UUID, **changed: Any) -> Bundle:
    """The file, once the worker has made it."""
    with app.store.maintaining() as session:
        before = set(session.scalars(select(Bundle.id)))
    visitor.post(f"/cases/{case}/bundles", ticked(visitor, case, **changed))
    work_off(app)
    with app.store.maintaining() as session:  # the new one: two that are asked for within a second bear one time
        row = next(one for one in session.scalars(select(Bundle)) if one.id not in before)
        assert row.done
        session.expunge(row)
        return row
