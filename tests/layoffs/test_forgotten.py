"""Once the time of those outside the union is over, no sealed row and no sealed file says their name or their
number."""

from __future__ import annotations

import dataclasses
import re
from contextlib import suppress
from datetime import timedelta
from typing import Any
from uuid import UUID

import msgspec
import pytest
from cryptography.exceptions import InvalidTag
from sqlalchemy import select

from tests.browsing import Visitor
from tests.bundles.desk import made
from tests.cases.ending import ended
from tests.cast import Cast
from tests.closures.test_closures import SARA, gate
from tests.correspondence.test_offered import offered
from tests.imports.lists import work_off
from tests.layoffs.desk import basis_confirmed, case_id, csv, opened, rows, taken
from tests.layoffs.test_dispute import known, typed
from tests.layoffs.test_outsiders import MINA, OTHER, back_of, closed, hand
from union.app import Union
from union.cases.models import CaseEntry
from union.correspondence.models import CaseLetter, LetterState
from union.jobs.housekeeping import expire
from union.layoffs.records.models import Layoff
from union.papers.court.models import CourtFile
from union.papers.dismissals.models import Dismissal
from union.papers.jobloss.models import Claim, Paper
from union.papers.receipts.models import Receipt
from union.store.db import Model
from union.vault.envelope import Envelope
from union.web.locale import today

CANARIES = re.compile(r"lahlou|(?<![0-9a-f-])1402(?![0-9a-f-])", re.IGNORECASE)  # no four signs of an id or a digest
PAPERS: tuple[tuple[str, dict[str, str]], ...] = (
    ("receipts", {"kind": "receipt", "signed_on": "02/11/2026"}),
    ("dismissals", {"mandate": "none", "notified_on": "02/11/2026"}),
    ("court", {"number": "118/1502/2026"}),
)
CLAIM = {f"{one.value}_paper": "missing" for one in Paper} | {"version": "0", "claimed_on": ""}


def everything(app: Union) -> list[str]:
    """All that is sealed, opened: each envelope of each row, and each file."""
    found: list[str] = []
    with app.store.maintaining() as session:
        for mapper in Model.registry.mappers:
            model: Any = mapper.class_
            sealed = {
                name: one for kind in model.__mro__ for name, one in vars(kind).items() if isinstance(one, Envelope)
            }
            for row in session.scalars(select(model)):
                kept = [name for name, one in sealed.items() if getattr(row, one.column) is not None]
                found += [f"{model.__name__} {msgspec.json.encode(getattr(row, name)).decode()}" for name in kept]
    return found + [_file(app, UUID(path.stem)) for path in app.files.folder.glob("*.sealed")]


def _file(app: Union, file_id: UUID) -> str:
    """A file that was sealed whole, or, as archives are, in pieces."""
    with suppress(InvalidTag):
        return app.files.get(file_id).decode(errors="replace")
    return app.files.piece(file_id, 0).decode(errors="replace")  # the names of a small archive stand in its first


def telling(app: Union) -> list[str]:
    return [one for one in everything(app) if CANARIES.search(one)]


def of_each(app: Union, desk: Visitor, address: str, row: Any, facts: dict[str, str]) -> None:
    """One of each paper, a letter that went, a claim, a correction, and each letter that they bring, sent."""
    for feature, said in PAPERS:
        desk.post(f"/people/{row.id}/{feature}/new", said)
    sent = {"paper": "inspector", "means": "registered", "sent_on": "05/11/2026"}
    desk.post(f"{address}/people/{row.id}/papers", sent)
    desk.post(f"{address}/people/{row.id}/edit", facts)
    desk.post(f"{address}/people/{row.id}/job-loss/edit", CLAIM)
    for key in offered(desk, case_id(address)):
        if not key.startswith("group."):
            desk.post(f"/cases/{case_id(address)}/letters?letter={key}&in=fr")
    with app.store.maintaining() as session:  # as if a colleague had read them
        letters = [one.id for one in session.scalars(select(CaseLetter)) if one.state is LetterState.DRAFT]
        for one in letters:
            session.get_one(CaseLetter, one).state = LetterState.FINAL
    for one in letters:
        version = desk.page(f"/letters/{one}/send").select_one("input[name=version]")
        went = {"means": "registered", "on": "05/11/2026", "post_number": "RR1", "again_on": "01/12/2027"}
        desk.post(f"/letters/{one}/send", went | {"version": str(version and version["value"])})


@pytest.fixture
def address(app: Union, cast: Cast, ann: Visitor, olu: Visitor) -> str:
    basis_confirmed(app)
    known(app, cast.mina, "1401", "Ouahbi", "Salma")
    address = opened(olu, cast)
    taken(olu, address, csv(MINA))
    taken(olu, address, csv(MINA, OTHER))
    for row in rows(app, cast, address):
        of_each(app, olu, address, row, typed(row.facts, row.version, leave_days_due="5"))
    olu.post(f"/cases/{case_id(address)}/court/new", {"number": "7/2026"})  # of all together
    olu.post(f"{address}/closure/begin", {"closed_on": "02/11/2026", "hour": "08:30"})
    ann.post(gate(app, cast, address), SARA | {"family_name": "Lahlou", "given_name": "Karim"})
    olu.post(f"{address}/out", {"what": "sheets_fr", "why": "Permanence"})
    work_off(app)
    made(app, olu, case_id(address), why="Pour l’audience")
    ended(olu, address, words="Accord.")
    return address


def test_nothing_sealed_tells_of_them_any_more(
    app: Union, cast: Cast, olu: Visitor, sal: Visitor, address: str
) -> None:
    kinds = {one.split(" ", 1)[0] for one in telling(app)}
    assert {"LayoffPerson", "Receipt", "Dismissal", "CourtFile", "CaseDate", "CaseEntry", "TakenIn", "Claim"} <= kinds
    assert {"CaseLetter", "Bundle"} <= kinds  # the register says whom a letter went to, and nobody whom it is about
    expire(hand(app))
    assert {one.split(" ", 1)[0] for one in telling(app)} == kinds  # closed today: their time is not over
    closed(app, address, back_of(today()))
    expire(hand(app))
    assert telling(app) == []
    with app.store.maintaining() as session:
        for model, count in ((Receipt, 1), (Dismissal, 1), (CourtFile, 2), (Claim, 1)):
            assert len(session.scalars(select(model)).all()) == count, model  # the member's, and that of all
        names = [one.entry.words for one in session.scalars(select(CaseEntry)) if one.entry.act == "receipt_noted"]
    assert sorted(names) == ["", "Ouahbi Salma"]
    for language in ("fr", "ar"):
        assert "Ouahbi" in olu.get(f"{address}?lang={language}").text
    expire(hand(app))  # a second time there is nothing to do
    sal.get("/record")


def test_a_dispute_that_goes_on_keeps_what_comes_after(app: Union, cast: Cast, olu: Visitor, address: str) -> None:
    """Opened again, it begins its time anew; what was written since goes at the end of that one."""
    closed(app, address, back_of(today()))
    expire(hand(app))
    olu.post(f"{address}/reopen", {"why": "Appel."})
    taken(olu, address, csv(MINA, OTHER))
    other = next(row for row in rows(app, cast, address) if not row.facts.known)
    olu.post(f"/people/{other.id}/receipts/new", {"kind": "receipt", "signed_on": "02/11/2026"})
    expire(hand(app))
    assert telling(app)
    ended(olu, address, words="Arrêt.")
    expire(hand(app))
    assert telling(app)
    closed(app, address, back_of(today()))
    with app.store.maintaining() as session:  # the first time that they went lies before this close
        kept = session.scalars(select(Layoff)).one()
        kept.matter = dataclasses.replace(kept.matter, outsiders_gone_on=today() - timedelta(days=900))
    expire(hand(app))
    assert telling(app) == []
