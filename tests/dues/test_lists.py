"""A list of payments: whom each line means, written with receipts, undone, thrown away."""

from __future__ import annotations

import dataclasses
import io
from datetime import date, timedelta
from decimal import Decimal

import pytest
from sqlalchemy import select

from tests.browsing import Visitor
from tests.cases.desk import words
from tests.cast import Cast
from tests.dues.test_dues import THIS, file_of, members
from union.app import Union
from union.dues.lists import KEPT, MOVING, PASSING
from union.dues.models import DuesList, DuesPayment, ListState, ReceiptNumber
from union.jobs import housekeeping
from union.members import tokens
from union.members.models import Employment, Terms
from union.web.locale import today

__all__ = ["members"]  # the fixture

HEAD = "Matricule;Nom;Prénom;Cotisation\n"
LIST = HEAD + "A-17;El Fassi;Mina;60\n;El Fassi;Omar;40\nZ-9;Alami;Sara;120\nA-17x;;;10\n"


@pytest.fixture
def numbered(app: Union, cast: Cast, members: None) -> None:
    with app.store.maintaining() as session:
        work = session.get_one(Employment, cast.mina_employment)
        with tokens.in_step(session, work.member):
            work.terms = Terms(employee_number="A-17", hired_on=date(2020, 3, 2))


def sent(visitor: Visitor, place: object, text: str, status: int = 302, **typed: object) -> str:
    fields = {"pasted": text, "year": str(THIS), "means": "check_off", "on": f"{today():%d/%m/%Y}", **typed}
    answer = visitor.post(f"/workplaces/{place}/payments/list", fields, status)
    return str(answer.location or answer.text)


def numbers(app: Union) -> int:
    with app.store.maintaining() as session:
        return len(session.scalars(select(ReceiptNumber)).all())


def test_a_list_is_looked_at_written_and_undone(app: Union, olu: Visitor, cast: Cast, numbered: None) -> None:
    address = sent(olu, cast.here, LIST)
    said = words(olu, f"{address}?lang=en")
    assert "a name alone decides nothing" in said
    assert "nobody of this site is called so" in said
    assert "Write 1 payment down" in said
    assert numbers(app) == 0
    olu.post(f"{address}/undo", {}, 409)
    olu.post(f"{address}/write", {})
    olu.post(f"{address}/write", {}, 409)
    olu.post(f"{address}/away", {}, 409)
    assert [one.amount for one in file_of(app, cast.mina)] == [60]
    assert file_of(app, cast.omar) == ()
    olu.post(f"{address}/undo", {})
    olu.post(f"{address}/undo", {}, 409)
    assert file_of(app, cast.mina) == ()
    assert numbers(app) == 1, "the number stays taken"
    with app.store.maintaining() as session:
        assert session.scalars(select(DuesPayment)).one().centimes == 0
        assert session.scalars(select(DuesList)).one().state is ListState.UNDONE


def test_what_was_struck_out_by_hand_is_not_undone_again(app: Union, olu: Visitor, cast: Cast, numbered: None) -> None:
    address = sent(olu, cast.here, LIST)
    olu.post(f"{address}/write", {})
    with app.store.maintaining() as session:
        payment = session.scalars(select(DuesPayment)).one()
        struck = {"version": str(payment.version), "why": "Erreur"}
        path = f"/payments/{payment.id}/strike"
    olu.post(path, struck)
    olu.post(f"{address}/undo", {})
    assert file_of(app, cast.mina) == ()


def test_a_list_without_sums_takes_the_one_that_is_typed(app: Union, olu: Visitor, cast: Cast, numbered: None) -> None:
    bare = "Matricule;Nom;Prénom\nA-17;El Fassi;Mina\n"
    sent(olu, cast.here, bare, 422)
    olu.post(f"{sent(olu, cast.here, bare, amount='35')}/write", {})
    assert [one.amount for one in file_of(app, cast.mina)] == [Decimal(35)]


def test_what_is_no_list_is_refused_in_words(app: Union, olu: Visitor, cast: Cast, numbered: None) -> None:
    sent(olu, cast.here, "", 422)
    sent(olu, cast.here, LIST + "\0", 422)
    sent(olu, cast.here, LIST, 422, on="01/01/2099")
    sent(olu, cast.here, HEAD + "".join(f"B-{at};Tazi;Anas;10\n" for at in range(501)), 422)
    fields = {
        "file": (io.BytesIO(b"%PDF-1.7"), "liste.pdf"),
        "year": str(THIS),
        "means": "cash",
        "on": f"{today():%d/%m/%Y}",
    }
    olu.post(f"/workplaces/{cast.here}/payments/list", fields, 415)
    with app.store.maintaining() as session:
        assert session.scalars(select(DuesList)).all() == []


def test_a_list_is_thrown_away_with_its_names(app: Union, olu: Visitor, cast: Cast, numbered: None) -> None:
    address = sent(olu, cast.here, LIST)
    olu.post(f"{address}/away", {})
    olu.get(address, 404)
    with app.store.maintaining() as session:
        assert session.scalars(select(DuesList)).all() == []


def aged(app: Union, days: int) -> None:
    """The one list came so many days ago."""
    with app.store.maintaining() as session:
        row = session.scalars(select(DuesList)).one()
        row.listed = dataclasses.replace(row.listed, came_on=today() - timedelta(days=days))


def test_the_names_of_a_list_go_after_a_month(app: Union, olu: Visitor, cast: Cast, numbered: None) -> None:
    address = sent(olu, cast.here, LIST)
    olu.post(f"{address}/write", {})
    for days, found in ((KEPT.days, 0), (KEPT.days + 1, 1)):
        aged(app, days)
        with app.store.maintaining() as session:
            assert PASSING.old(session) == []
            assert len(MOVING.behind(session)) == found
    with app.store.maintaining() as session:
        MOVING.renew(session, MOVING.behind(session)[0])
    text = words(olu, f"{address}?lang=en")
    assert "Alami" not in text
    assert "stays out" in text
    assert [one.amount for one in file_of(app, cast.mina)] == [60]
    olu.post(f"{address}/undo", {})


def test_a_list_that_nobody_wrote_goes_after_a_month(app: Union, olu: Visitor, cast: Cast, numbered: None) -> None:
    address = sent(olu, cast.here, LIST)
    aged(app, KEPT.days + 1)
    housekeeping.forget(app.worker.hand)
    olu.get(address, 404)
