"""A name on a collective grievance goes with its case: hidden where the person's own case is confidential, and removed
once the time of the closed case is over."""

from __future__ import annotations

import dataclasses
from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import select

from tests.browsing import Visitor
from tests.cases.desk import words
from tests.cast import Cast
from tests.collective.test_collective import CLAIM, case_id, joined, joins, named_on, opened
from tests.grievances.reports import case_of, report
from tests.reading_back import read_back
from union.app import Union
from union.cases.models import CaseEntry, Stage
from union.cases.timeline import CaseAct, entry
from union.collective.models import Joined, Standing
from union.grievances.models import Grievance
from union.jobs.housekeeping import expire
from union.jobs.worker import JobContext
from union.web.locale import today

NAME = "Kamal Un"


@pytest.fixture
def tied(app: Union, ann: Visitor, olu: Visitor) -> tuple[str, UUID]:
    """The address of a collective grievance, and the own case of somebody who joined it and lets the employer read the
    name."""
    own = case_of(report(ann, about="another", about_name=NAME))
    ids = [own.rsplit("/", 1)[1]]
    address = str(olu.post("/collective/gather", {"case": ids, **CLAIM}).location)
    link = next(str(a["href"]) for a in ann.page(own).select("a") if "/collective/people/" in str(a.get("href")))
    sent = {"sees": "employer", "given": "telephone", "on": today().strftime("%d/%m/%Y"), "version": "1"}
    ann.post(link, sent)
    return address, UUID(ids[0])


def confidential(app: Union, own: UUID) -> None:
    with app.store.maintaining() as session:
        case = session.get_one(Grievance, own)
        case.confidential, case.handled_by = True, None


def test_a_name_is_hidden_from_who_does_not_read_the_persons_own_case(
    app: Union, cast: Cast, ann: Visitor, olu: Visitor, tied: tuple[str, UUID]
) -> None:
    address, own = tied
    letter = f"{address}/letter?step=collective_dispute&way=sign"
    row = joined(app, NAME).id
    assert NAME in olu.get(address).text
    assert NAME in read_back(olu.get(letter).data)
    confidential(app, own)
    for name in ("olu", "sal"):
        visitor = Visitor(app, getattr(cast, name))
        assert NAME not in visitor.get(address).text
        assert "1 person is not named to you" in words(visitor, f"{address}?lang=en")
        assert "1 person joined" in words(visitor, f"{address}?lang=en"), "the number stays"
        assert NAME not in read_back(visitor.get(letter).data)
        visitor.get(f"/collective/people/{row}", 404)
        visitor.post(f"/collective/people/{row}/take-back", {}, 404)
    for name in ("olu", "sal", "lex", "zed", "ada"):
        with app.store.reading(cast.reach(name)) as session:
            assert not session.scalars(select(Joined)).all(), name
    assert NAME in ann.get(f"/collective/people/{row}").text, "whoever brought the person in reads it still"
    named_on(app, olu, address, cast.ann)
    assert NAME in ann.get(address).text


def test_the_consent_page_says_what_becomes_of_the_name(app: Union, ann: Visitor, tied: tuple[str, UUID]) -> None:
    row = joined(app, NAME).id
    said = words(ann, f"/collective/people/{row}?lang=en")
    assert "Once the person’s own case is confidential, only those who read that case see the name." in said
    assert "24 months after the case is closed" in said


def closed(app: Union, address: str, ago: timedelta) -> None:
    """As if the collective grievance had been closed so long ago."""
    with app.store.maintaining() as session:
        case = session.get_one(Grievance, case_id(address))
        case.stage = Stage.CLOSED
        line = entry(session, case, None, CaseAct.CLOSED)
        line.entry = dataclasses.replace(line.entry, at=line.entry.at - ago)


def swept(app: Union) -> None:
    expire(JobContext(app.store, lambda account: None, app.files))


def test_names_go_once_the_time_of_the_closed_case_is_over(
    app: Union, cast: Cast, ann: Visitor, olu: Visitor, tied: tuple[str, UUID]
) -> None:
    address, _own = tied
    joins(olu, address, name="Loubna Deux", number="A-12", words="Moi aussi.")
    swept(app)
    assert joined(app, "Loubna Deux"), "an open one keeps its names"
    closed(app, address, timedelta(days=900))
    closed(app, address, timedelta(days=700))
    swept(app)
    assert joined(app, "Loubna Deux"), "and a closed one until its time is over, counted from the last close"
    with app.store.maintaining() as session:
        for line in session.scalars(select(CaseEntry).where(CaseEntry.case_id == case_id(address))):
            if line.entry.act == CaseAct.CLOSED.value:
                line.entry = dataclasses.replace(line.entry, at=line.entry.at - timedelta(days=100))
    swept(app)
    with app.store.maintaining() as session:
        rows = session.scalars(select(Joined).where(Joined.case_id == case_id(address))).all()
        assert [one.standing for one in rows] == [Standing.JOINED, Standing.JOINED], "that they joined stays"
        for one in rows:
            told = one.consent
            assert (told.name, told.number, told.member_id, told.words) == ("", "", None, "")
            assert told.on == today()
            assert told.subject == CLAIM["subject"]
            assert (one.tied_id, one.shared) == (None, False)
    text = olu.get(address).text
    assert NAME not in text
    assert "Loubna" not in text
    swept(app)


def test_a_reopened_case_keeps_its_names(app: Union, ann: Visitor, olu: Visitor) -> None:
    address, _case = opened(ann)
    joins(ann, address, name=NAME)
    closed(app, address, timedelta(days=900))
    with app.store.maintaining() as session:
        session.get_one(Grievance, case_id(address)).stage = Stage.IN_HAND
    swept(app)
    assert joined(app, NAME)
