"""People outside the union: kept under a setting, with what the sums need, for their own time, and then removed."""

from __future__ import annotations

import dataclasses
from datetime import date, timedelta

import pytest
from sqlalchemy import select

import config
from tests.browsing import Visitor
from tests.cases.ending import ended
from tests.cast import Cast
from tests.imports.lists import work_off
from tests.layoffs.desk import HEADER, basis_confirmed, case_id, csv, dispute, opened, rows, taken, upload
from tests.layoffs.test_dispute import known, typed
from union.app import Union, background_worker
from union.cases.models import CaseEntry
from union.jobs.housekeeping import expire
from union.jobs.worker import Job, JobContext
from union.layoffs.lists.listing import not_an_identity_card, understand
from union.layoffs.lists.planning import minimal
from union.layoffs.records.models import LayoffSnapshot
from union.record import chain
from union.tables.read import read
from union.web.locale import today

MONTHS = 24
MINA = "1401;Ouahbi;Salma;Employé;01/01/2020;31/12/2026;5000,00;0;;10000,00;"
OTHER = "1402;Lahlou;Karim;Employé;01/01/2020;31/12/2026;6000,00;0;;10000,00;"


def hand(app: Union) -> JobContext:
    return JobContext(app.store, lambda account: None, app.files)


def closed(app: Union, address: str, ago: timedelta) -> None:
    """As if the dispute had been closed so long ago."""
    with app.store.maintaining() as session:
        for line in session.scalars(select(CaseEntry).where(CaseEntry.case_id == case_id(address))):
            if line.entry.act == "closed":
                line.entry = dataclasses.replace(line.entry, at=line.entry.at - ago)


def back_of(on: date) -> timedelta:
    """From that day to the first on which a dispute may have been closed for its time to be over: two years and a
    day."""
    return on - on.replace(year=on.year - 2) + timedelta(days=1)


@pytest.fixture
def address(app: Union, cast: Cast, olu: Visitor) -> str:
    """A list of two, one of them a member, replaced once, corrected, its sheets made, and closed."""
    basis_confirmed(app)
    known(app, cast.mina, "1401", "Ouahbi", "Salma")
    address = opened(olu, cast)
    taken(olu, address, csv(MINA))
    taken(olu, address, csv(MINA, OTHER))
    for row in rows(app, cast, address):
        olu.post(f"{address}/people/{row.id}/edit", typed(row.facts, row.version, leave_days_due="5"))
    olu.post(f"{address}/out", {"what": "sheets_fr", "why": "Permanence"})
    work_off(app)
    assert str(MONTHS) in olu.get(f"{address}/close?lang=fr").text
    olu.post(f"{address}/close", {"words": "Accord.", "lang": "ar"}, 200)  # only shown in another language
    ended(olu, address, words="Accord.")
    return address


def test_they_go_when_their_time_is_over_and_nothing_of_them_stays(
    app: Union, cast: Cast, olu: Visitor, address: str
) -> None:
    before = {row.facts.family_name: row for row in rows(app, cast, address)}
    assert len(list(app.files.folder.glob("*.sealed"))) == 2  # the list that was replaced, the archive of sheets
    closed(app, address, timedelta(days=800))
    expire(hand(app))
    (left,) = rows(app, cast, address)
    assert left.facts.family_name == "Ouahbi"
    assert left.snapshot == before["Ouahbi"].snapshot
    with app.store.maintaining() as session:
        assert [one.person_id for one in session.scalars(select(LayoffSnapshot))] == [left.id]
        assert session.scalars(select(Job)).all() == []
    assert list(app.files.folder.glob("*.sealed")) == []
    matter = dispute(app, cast, address).matter
    assert matter.outsiders_gone_on == today()
    assert matter.replaced == ()
    assert matter.taken is not None
    assert not matter.taken.whole
    assert matter.taken.people == 2  # how many the employer's list counted names nobody
    olu.get(f"{address}/print", 422)  # what is left would be a list of who is known
    for language in ("fr", "ar"):
        for place in ("", "/figures", "/list/versions"):
            text = olu.get(f"{address}{place}?lang={language}", 404 if "versions" in place else 200).text
            assert "Lahlou" not in text
    with app.store.reading(cast.reach("sal")) as session:
        events = [row.event for row in session.scalars(chain.latest())]
    assert [one.by for one in events if one.act is chain.Act.REMOVED] == [None]
    expire(hand(app))  # a second time there is nothing to do
    assert len(rows(app, cast, address)) == 1


def test_before_that_and_while_it_is_open_they_stay(app: Union, cast: Cast, olu: Visitor, address: str) -> None:
    expire(hand(app))
    assert len(rows(app, cast, address)) == 2
    # To the day: closed on that day two years ago it is not over yet, a day earlier it is.
    back = back_of(today()) - timedelta(days=1)
    closed(app, address, back)
    expire(hand(app))
    assert len(rows(app, cast, address)) == 2
    olu.post(f"{address}/reopen", {"why": "Appel."})
    closed(app, address, timedelta(days=1))
    expire(hand(app))
    assert len(rows(app, cast, address)) == 2  # open again
    ended(olu, address, words="Arrêt.")
    expire(hand(app))
    assert len(rows(app, cast, address)) == 2  # its time begins anew
    closed(app, address, back + timedelta(days=1))
    expire(hand(app))
    assert len(rows(app, cast, address)) == 1


def test_the_worker_does_it_once_a_day_by_the_setting(
    app: Union, cast: Cast, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(app, "settings", dataclasses.replace(app.settings, outsiders_months=1))
    closed(app, address, timedelta(days=40))
    background_worker(app)._tidy()
    assert len(rows(app, cast, address)) == 1
    assert config.read({"HOME": "/nowhere"}).outsiders_months == MONTHS
    assert config.read({"HOME": "/nowhere", "UNION_OUTSIDERS_MONTHS": "12"}).outsiders_months == 12
    for wrong in ("0", "-1", "121", "two", "1.5"):
        with pytest.raises(config.BadSetting):
            config.read({"HOME": "/nowhere", "UNION_OUTSIDERS_MONTHS": wrong})


def test_only_what_is_read_is_kept_of_a_list(app: Union, cast: Cast, olu: Visitor) -> None:
    basis_confirmed(app)
    address = opened(olu, cast)
    head = f"{HEADER};CIN;Téléphone;RIB"
    line = f"{OTHER};BE778899;0661000000;011780000012345678901234"
    upload(olu, address, "\n".join([head, line]).encode())
    waiting = dispute(app, cast, address).matter.pending
    assert waiting is not None
    kept = app.files.get(waiting.file_id).decode()
    for word in ("BE778899", "661000000", "0117800000"):
        assert word not in kept
    assert "Lahlou" in kept
    olu.get(f"{address}/list/preview")
    olu.post(f"{address}/list/take")
    (row,) = rows(app, cast, address)
    assert row.facts.employee_number == "1402"
    assert row.snapshot.minimum is not None


def test_a_list_without_what_nothing_reads_says_the_same() -> None:
    head, line = f"{HEADER};CIN;Téléphone;RIB", f"{OTHER};BE778899;0661000000;011780000012345678901234"
    table = read("\n".join([head, line, line.replace("1402", "1403")]).encode(), "liste.csv")
    whole, less = understand(table, today()), understand(minimal(table), today())
    assert whole.people == less.people
    assert {at: one.field for at, one in whole.columns.items() if one.field} == {
        at: one.field for at, one in less.columns.items() if one.field
    }


@pytest.mark.parametrize(
    ("typed_there", "kept"),
    [
        ("BE778899", ""),
        ("K 12345", ""),
        ("ab123456", ""),
        ("1402", "1402"),
        ("M-77", "M-77"),
        (None, ""),
        ("ABC1234", "ABC1234"),
    ],
)
def test_an_identity_card_is_no_employee_number(typed_there: str | None, kept: str) -> None:
    assert not_an_identity_card(typed_there) == kept
