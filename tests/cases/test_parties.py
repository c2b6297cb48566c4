"""The member whom a case is about is read by the lawyer to whom the case was given, and by nobody else."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select

from tests.browsing import Visitor
from tests.cast import Cast
from tests.test_reach import grievance
from union.app import Union
from union.cases.models import CaseParty
from union.members.models import Employment, Mandate, Member


def given(app: Union, cast: Cast, account: UUID, **case: object) -> UUID:
    """A case about Omar that names an account; returns its id."""
    with app.store.maintaining() as session:
        about = {"employment_id": cast.omar_employment, "workplace_id": cast.here, "member_id": cast.omar}
        row = grievance(cast, **{**about, **case})
        session.add(row)
        session.flush()
        session.add(CaseParty(case_id=row.id, workplace_id=row.workplace_id, account_id=account))
        return row.id


def reached(app: Union, cast: Cast, name: str) -> set[UUID]:
    with app.store.reading(cast.reach(name)) as session:
        return set(session.scalars(select(Member.id)))


def test_the_lawyer_reads_the_person_of_the_case_that_he_was_given(app: Union, cast: Cast, lex: Visitor) -> None:
    assert reached(app, cast, "lex") == set()
    case = given(app, cast, cast.lex)
    assert reached(app, cast, "lex") == {cast.omar}
    with app.store.reading(cast.reach("lex")) as session:
        assert set(session.scalars(select(Employment.id))) == {cast.omar_employment}
        assert session.scalars(select(Mandate)).all() == []
    assert f"/members/{cast.omar}" in lex.get(f"/grievances/{case}").text
    page = lex.page(f"/members/{cast.omar}?lang=en")
    assert "How to reach this person" in page.get_text()
    assert "Contact" not in page.get_text()  # what he is to the union
    assert not page.select("main form, main a.button, .aside .panel")
    lex.get(f"/members/{cast.mina}", 404)


def test_a_confidential_case_that_names_him_counts_one_that_does_not_is_hidden(app: Union, cast: Cast) -> None:
    given(app, cast, cast.olu, confidential=True)
    assert reached(app, cast, "lex") == set()
    given(app, cast, cast.lex, confidential=True)
    assert reached(app, cast, "lex") == {cast.omar}


def test_with_the_case_goes_the_person(app: Union, cast: Cast, lex: Visitor, olu: Visitor) -> None:
    case = given(app, cast, cast.lex)
    lex.get(f"/members/{cast.omar}")
    olu.post(f"/grievances/{case}/readers/{cast.lex}/remove")
    lex.get(f"/members/{cast.omar}", 404)


def test_what_the_lawyer_reported_himself_tells_him_of_nobody(app: Union, cast: Cast) -> None:
    """The lawyer typed a name; whether it is a member's is not said, as to any other reporter."""
    given(app, cast, cast.olu, reported_by=cast.lex)
    assert reached(app, cast, "lex") == set()


def test_a_delegate_learns_from_no_case_who_is_a_member(app: Union, cast: Cast, ann: Visitor) -> None:
    case = given(app, cast, cast.ann, reported_by=cast.ann)
    assert reached(app, cast, "ann") == {cast.mina}
    assert f"/members/{cast.omar}" not in ann.get(f"/grievances/{case}").text


def test_a_case_of_another_site_opens_nobody(app: Union, cast: Cast) -> None:
    there = {"employment_id": cast.rita_employment, "workplace_id": cast.there, "member_id": cast.rita}
    given(app, cast, cast.lex, **there)
    assert reached(app, cast, "lex") == set()


def test_the_lawyer_of_every_site_reads_who_follows_the_case(app: Union, cast: Cast, sal: Visitor) -> None:
    """A grant over all workplaces names none: it reaches the desk of each all the same."""
    from_on = {"from_on": "2026-01-01"}
    made = sal.post("/accounts/new", {"name": "Maître Nour", "login": "nour", "password": "quatre figues sur le mur"})
    account = UUID(str(made.headers["Location"]).rsplit("/", 1)[1])
    sal.post(f"/accounts/{account}/grants", {"role": "legal", "everywhere": "y", **from_on})
    case = given(app, cast, account, handled_by=cast.olu)
    nour = Visitor(app, account)
    nour.post("/account/renew", {"password": "quatre oranges sous la lampe"})
    nour.get("/account?lang=en")
    listed = nour.page("/grievances").get_text()
    assert "Your cases" in listed
    assert "Olu" in listed
    assert "nobody yet" not in listed
    assert "Olu" in nour.page(f"/grievances/{case}").get_text()
    nour.get("/accounts", 403)
