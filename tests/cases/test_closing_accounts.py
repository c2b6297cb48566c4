"""An account is not closed over a case: somebody takes over each, and of confidential ones the number alone is told."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest
from bs4 import BeautifulSoup
from sqlalchemy import select

import config
from tests.browsing import Visitor
from tests.cases import desk
from tests.cast import Cast, new_account
from tests.commanding import around, union
from union.access import Role
from union.accounts.models import Account, Grant, GrantPlace, Term
from union.app import Union
from union.cases.models import Case, CaseParty, Stage
from union.grievances.models import Grievance, Paper
from union.members.models import Entrusted
from union.record.chain import RecordEntry
from union.web.locale import today
from union.workplaces.models import Workplace


@pytest.fixture
def ira(app: Union, cast: Cast) -> UUID:
    """A second organiser at here."""
    with app.store.maintaining() as session:
        return new_account(session, "ira", Role.ORGANISER, session.get_one(Workplace, cast.here))


def case(app: Union, cast: Cast, code: str, *, confidential: bool = False, reporter: str = "olu") -> UUID:
    case_id = desk.grievance(app, cast, Paper.DISMISSAL_LETTER, today() - timedelta(days=10))
    with app.store.maintaining() as session:
        found = session.get_one(Grievance, case_id)
        found.code, found.confidential, found.reported_by = code, confidential, getattr(cast, reporter)
    return case_id


def disabled(app: Union, account: UUID) -> bool:
    with app.store.maintaining() as session:
        return session.get_one(Account, account).disabled


def reads(app: Union, account: UUID, case_id: UUID) -> bool:
    return Visitor(app, account).client.get(f"/grievances/{case_id}").status_code == 200


def test_an_account_is_not_closed_over_its_cases(app: Union, cast: Cast, sal: Visitor, ira: UUID) -> None:
    one = case(app, cast, "R-222222")
    sal.get("/account?lang=en")
    page = f"/accounts/{cast.olu}/closing"
    assert page in sal.get(f"/accounts/{cast.olu}").text
    assert "Say first who takes over" in sal.post(f"/accounts/{cast.olu}/disable", status=422).text
    assert not disabled(app, cast.olu)
    sal.post(page, {}, 422)
    assert "R-222222" in sal.get(page).text
    sal.post(page, {f"to_{one}": str(cast.ann)}, 422)  # a delegate works no case
    sal.post(page, {f"to_{one}": str(ira)})
    assert "Nothing hangs on this account" in sal.get(page).text
    sal.post(f"/accounts/{cast.olu}/disable")
    assert disabled(app, cast.olu)
    with app.store.reading(cast.reach("sal")) as session:
        found = session.get_one(Case, one)
        assert (found.handled_by, found.due_on is not None) == (ira, True)
    assert "taken_over" in {entry.act for entry in desk.acts_of(app, cast, one)}


def test_many_cases_are_handed_over_page_by_page(app: Union, cast: Cast, sal: Visitor, ira: UUID) -> None:
    one = case(app, cast, "R-222222")
    with app.store.maintaining() as session:
        first = session.get_one(Grievance, one)
        for number in range(30):
            session.add(
                Grievance(
                    code=f"R-3333{number:02d}",
                    workplace_id=cast.here,
                    reported_by=cast.ann,
                    handled_by=cast.olu,
                    stage=Stage.IN_HAND,
                    confidential=False,
                    account=first.account,
                    version=1,
                )
            )
    page = f"/accounts/{cast.olu}/closing"
    assert len(sal.page(page).select("select[name^=to_]")) == 25
    sal.post(page, {"every": str(ira)})
    assert len(sal.page(page).select("select[name^=to_]")) == 6
    sal.post(page, {"every": str(cast.sal)})
    sal.post(f"/accounts/{cast.olu}/disable")
    with app.store.reading(cast.reach("sal")) as session:
        held = [one.handled_by for one in session.scalars(select(Case))]
    assert sorted(map(held.count, (ira, cast.sal, cast.olu))) == [0, 6, 25]


def test_of_confidential_cases_the_number_alone_is_told(app: Union, cast: Cast, sal: Visitor, ira: UUID) -> None:
    hidden = case(app, cast, "R-HHHHHH", confidential=True)
    sal.get("/account?lang=en")
    page = f"/accounts/{cast.olu}/closing"
    told = sal.get(page).text
    assert "1 confidential case that only this account reads or follows" in told
    for secret in ("R-HHHHHH", str(hidden), "Mina"):
        assert secret not in told
    offered = [one["value"] for one in sal.page(page).select("select[name=alone] option")]
    assert offered == ["", str(ira)]  # never who closes it, nor anybody of the secretariat
    assert "1 cases" in sal.post(f"/accounts/{cast.olu}/disable", status=422).text
    sal.post(page, {"alone": str(cast.sal)}, 422)
    sal.post(page, {f"to_{hidden}": str(ira)}, 422)  # not by its id
    sal.post(page, {"alone": str(ira)})
    sal.post(f"/accounts/{cast.olu}/disable")
    assert reads(app, ira, hidden)
    assert not reads(app, cast.sal, hidden)
    with app.store.reading(cast.reach("sal")) as session:
        noted = [one.event for one in session.scalars(select(RecordEntry)) if one.event.subject == hidden]
    assert [one.note for one in noted if one.by == cast.sal] == ["taken_over"]
    assert "R-HHHHHH" not in sal.get("/record").text


def test_what_others_read_hangs_on_nobody(app: Union, cast: Cast, sal: Visitor, ira: UUID) -> None:
    """A lawyer named on a confidential case of two organisers: closing hers asks for nothing; closing the last
    reader's does."""
    hidden = case(app, cast, "R-HHHHHH", confidential=True)
    with app.store.maintaining() as session:
        found = session.get_one(Grievance, hidden)
        found.handled_by = None
        session.add_all([CaseParty(case_id=hidden, workplace_id=cast.here, account_id=one) for one in (cast.lex, ira)])
    sal.post(f"/accounts/{cast.lex}/disable")
    sal.post(f"/accounts/{cast.olu}/disable")
    sal.post(f"/accounts/{ira}/disable", status=422)


def test_another_delegate_looks_after_those_entrusted(app: Union, cast: Cast, sal: Visitor) -> None:
    with app.store.maintaining() as session:
        bea = new_account(session, "bea", Role.DELEGATE, session.get_one(Workplace, cast.here))
    page = f"/accounts/{cast.ann}/closing"
    sal.post(f"/accounts/{cast.ann}/disable", status=422)
    sal.post(page, {f"care_{cast.here}": str(bea)})
    with app.store.maintaining() as session:
        assert [one.account_id for one in session.scalars(select(Entrusted))] == [bea]
    sal.post(f"/accounts/{cast.ann}/disable")
    sal.post(f"/accounts/{bea}/closing", {"nobody": "y"})
    sal.post(f"/accounts/{bea}/disable")
    with app.store.maintaining() as session:
        assert not session.scalars(select(Entrusted)).all()


def test_only_the_secretariat_closes(cast: Cast, olu: Visitor, ann: Visitor) -> None:
    for visitor in (olu, ann):
        visitor.get(f"/accounts/{cast.lex}/closing", 404)
        visitor.post(f"/accounts/{cast.lex}/closing", {"every": ""}, 404)
        visitor.post(f"/accounts/{cast.lex}/disable", status=404)


def test_the_command_follows_the_same_rule(app: Union, settings: config.Settings, cast: Cast, ira: UUID) -> None:
    one, hidden = case(app, cast, "R-222222"), None
    with app.store.maintaining() as session:
        first = session.get_one(Grievance, one)
        row = Grievance(
            code="R-HHHHHH",
            workplace_id=cast.here,
            reported_by=cast.olu,
            handled_by=None,
            stage=Stage.NEW,
            confidential=True,
            account=first.account,
            version=1,
        )
        session.add(row)
        hidden = row.id
    refused = union("user", "disable", "olu", environment=around(settings))
    assert refused.code != 0
    assert "2 cases" in refused.err
    assert "R-HHHHHH" not in refused.err
    assert not disabled(app, cast.olu)
    away = union("user", "disable", "olu", "--hand-over-to", "zed", environment=around(settings))
    assert away.code != 0
    assert "2" in away.err
    assert union("user", "disable", "olu", "--hand-over-to", "nobody", environment=around(settings)).code != 0
    done = union("user", "disable", "olu", "--hand-over-to", "ira", environment=around(settings))
    assert done.code == 0, done.err
    assert disabled(app, cast.olu)
    assert reads(app, ira, one)
    assert reads(app, ira, hidden)
    assert not reads(app, cast.sal, hidden)


def test_a_role_is_not_ended_over_the_cases_that_hang_on_it(app: Union, cast: Cast, sal: Visitor, ira: UUID) -> None:
    hidden = case(app, cast, "R-HHHHHH", confidential=True)
    with app.store.maintaining() as session:
        role = session.get_one(Account, cast.olu).grants[0].id
        care = session.get_one(Account, cast.ann).grants[0].id
    refused = sal.post(f"/accounts/{cast.olu}/grants/{role}/end", status=422).text
    assert "R-HHHHHH" not in refused
    sal.post(f"/accounts/{cast.olu}/closing", {"alone": str(ira)})
    sal.post(f"/accounts/{cast.olu}/grants/{role}/end")
    assert reads(app, ira, hidden)
    sal.post(f"/accounts/{cast.ann}/grants/{care}/end", status=422)
    sal.post(f"/accounts/{cast.ann}/closing", {"nobody": "y"})
    sal.post(f"/accounts/{cast.ann}/grants/{care}/end")


@pytest.mark.parametrize(
    ("days", "told"), [(15, ""), (14, "ends on"), (0, "ends on"), (-1, "ended on"), (-300, "ended on")]
)
def test_a_role_that_ends_by_its_own_day_is_told_before_and_after(
    app: Union, cast: Cast, sal: Visitor, ira: UUID, days: int, told: str
) -> None:
    case(app, cast, "R-HHHHHH", confidential=True)
    case(app, cast, "R-222222")
    with app.store.maintaining() as session:
        role = session.get_one(Account, cast.olu).grants[0]
        role.term = Term(today() - timedelta(days=400), today() + timedelta(days=days))
    shown = " ".join(sal.page("/?lang=en").select_one("main").get_text(" ").split())
    assert ("Roles that end" in shown) is bool(told)
    assert not told or (f"Olu : {told}" in shown and "hand over 2 cases" in shown)
    assert "R-HHHHHH" not in shown
    sal.post(f"/accounts/{cast.olu}/closing", {"alone": str(ira), "every": str(ira)})
    assert "Roles that end" not in sal.page("/?lang=en").get_text(" ")


def test_no_account_with_a_given_password_takes_confidential_cases_over(
    app: Union, cast: Cast, sal: Visitor, ira: UUID
) -> None:
    """Whoever closes an account could sign in by the code that they gave, and read what was handed over."""
    case(app, cast, "R-HHHHHH", confidential=True)
    page = f"/accounts/{cast.olu}/closing"
    sal.post(f"/accounts/{ira}/reset", status=200)
    for renews in (True, False):
        with app.store.maintaining() as session:
            session.get_one(Account, ira).renews = renews
        assert not sal.page(page).select("select[name=alone]")
        sal.post(page, {"alone": str(ira)}, 422)
    Visitor(app, cast.ann).post(f"/accounts/{ira}/confirm")
    sal.post(page, {"alone": str(ira)})


def test_ending_one_role_after_another_does_not_tell_where_a_confidential_case_is(
    app: Union, cast: Cast, sal: Visitor
) -> None:
    case(app, cast, "R-HHHHHH", confidential=True)
    with app.store.maintaining() as session:
        granted = Grant(account_id=cast.olu, role=Role.ORGANISER, everywhere=False, term=Term(today()))
        session.add(granted)
        session.flush()
        session.add(GrantPlace(grant_id=granted.id, account_id=cast.olu, workplace_id=cast.there))
    with app.store.maintaining() as session:
        roles = [one.id for one in session.get_one(Account, cast.olu).grants]
    told = [sal.post(f"/accounts/{cast.olu}/grants/{one}/end", status=422).text.count(" 1.") for one in roles]
    assert told[0] == told[1]


def test_a_case_handed_over_meanwhile_loses_no_other_choice(app: Union, cast: Cast, sal: Visitor, ira: UUID) -> None:
    one, two = case(app, cast, "R-222222"), case(app, cast, "R-333333")
    page = f"/accounts/{cast.olu}/closing"
    with app.store.maintaining() as session:
        session.get_one(Grievance, one).handled_by = ira
    sent = {"every": "", f"to_{one}": str(ira), f"to_{two}": str(ira)}
    again = BeautifulSoup(sal.post(page, sent, 409).text, "html.parser")
    assert [one["value"] for one in again.select(f"select[name=to_{two}] option[selected]")] == [str(ira)]
    assert not again.select(f"[name=to_{one}]")
    sal.post(page, {"every": "", f"to_{two}": str(ira)})
    sal.post(page, {"every": "", f"to_{two}": str(ira)}, 409)  # nothing is left, and it says so


def test_the_sites_of_what_is_taken_over_are_read_in_arabic(app: Union, cast: Cast, sal: Visitor, ira: UUID) -> None:
    case(app, cast, "R-222222")
    edited = f"/workplaces/{cast.here}/edit"
    version = str(sal.page(edited).select_one("input[name=version]")["value"])
    sal.post(edited, {"name": "Anfa", "name_ar": "أنفا", "city": "Casablanca", "version": version})
    shown = sal.page(f"/accounts/{cast.olu}/closing?lang=ar").get_text(" ")
    assert "أنفا" in shown
    assert "Anfa" not in shown


def test_who_reported_is_not_a_dash(app: Union, cast: Cast, lex: Visitor) -> None:
    """A lawyer reaches no delegate's account: the timeline names who reported, and nothing beside it is left empty."""
    one = desk.grievance(app, cast, Paper.DISMISSAL_LETTER, today() - timedelta(days=10), "lex")
    shown = lex.page(f"/grievances/{one}?lang=en").get_text(" ")
    assert "Reported by –" not in " ".join(shown.split())
