"""What the demonstration holds: enough of everything, believable, and nothing that could be somebody's."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

import pytest
from sqlalchemy import func, select

from union.access import Role
from union.accounts import passwords
from union.accounts.models import Account
from union.cases.models import Case, CaseEntry, Stage
from union.demo import accounts, disputes, filling, owed
from union.demo.names import FAMILIES, MEN, WOMEN
from union.entitlements.people.plausibility import must_be_possible
from union.entitlements.records.contents import Situation
from union.entitlements.records.facts import Facts
from union.entitlements.sums.requalified import grounds
from union.grievances.models import Grievance
from union.law.differing.switches import Bonuses
from union.layoffs.records.models import Layoff, LayoffPerson
from union.layoffs.sums.basis import basis_of
from union.members.models import Employment, Mandate, Member, Membership
from union.papers.court.models import CourtFile
from union.papers.dismissals.models import Dismissal
from union.papers.receipts.models import Receipt
from union.record import chain
from union.store.db import Store
from union.tables.cells.phones import read_phone
from union.web.locale import CASABLANCA, today
from union.workplaces.models import Activity, Employer, Market, Workplace

SECRET = bytes(range(32))


def test_it_is_whole_invented_and_believable(store: Store) -> None:
    """One filling for all five: it takes two seconds."""
    assert filling.state_of(store) == "empty"
    filling.fill(store, SECRET, today())
    assert filling.state_of(store) == "demo"
    _it_holds_what_the_pages_need(store)
    _nobody_could_be_rung_or_written_to(store)
    _nothing_lies_in_the_future_of_its_own_story(store)
    _one_sign_in_per_role(store)
    _the_disputes_are_opened_once(store)


@pytest.mark.parametrize("on", [date(2026, 12, 2), date(2026, 3, 31), date(2027, 1, 1)])
def test_whoever_is_shown_as_underpaid_worked_in_those_months(on: date) -> None:
    """Whose case it is depends on codes that are drawn: people hired last month were taken too, and nothing started."""
    chosen = 0
    for days in range(1, 400):
        facts = Facts("Tazi", "Salma", hired_on=on - timedelta(days=days))
        if owed.worked_long_enough(facts, on):
            must_be_possible(owed.underpaid_of(facts, on), on)
            chosen += 1
    assert chosen > 180


def _it_holds_what_the_pages_need(filled: Store) -> None:
    with filled.maintaining() as session:
        sites = [one.site for one in session.scalars(select(Workplace))]
        assert session.scalar(select(func.count(Employer.id))) == 3
        assert sorted(site.city for site in sites) == ["Casablanca", "Casablanca", "Fès", "Fès", "Rabat", "Tanger"]
        assert {Market.FRENCH, Market.CANADIAN, Market.SPANISH} <= {one for site in sites for one in site.markets}
        assert sum(site.activities == (Activity.MODERATION,) for site in sites) == 1
        assert sum(not site.declared for site in sites) == 1
        states = Counter(one.standing.state for one in session.scalars(select(Member)))
        assert 1150 <= states[Membership.MEMBER] <= 1320
        assert min(states.values()) > 20
        born = {one.id: one.identity.born_on for one in session.scalars(select(Member))}
        hired = [(born[one.member_id], one.terms.hired_on) for one in session.scalars(select(Employment))]
        assert all(day - then >= timedelta(days=18 * 365) for then, day in hired if then and day)
        stages = Counter(session.scalars(select(Grievance.stage)))
        assert stages.total() == 60
        assert min(stages[stage] for stage in Stage) >= 8
        assert session.scalar(select(func.count(Layoff.id))) == 2
        assert session.scalar(select(func.count(Mandate.id))) > 30
        people = session.scalars(select(LayoffPerson)).all()
        assert len(people) == 63
        assert sum(one.facts.known for one in people) > 25
        left_out = [one for one in people if one.snapshot.minimum is None]
        assert 2 <= len(left_out) <= 6  # a mistyped year and a contract nobody has read, on each list
        assert all(one.facts.blocked for one in left_out)
        assert {one.facts.mandate for one in people} >= {"none", "in_office"}
        assert sum(one.facts.switches.bonuses is Bonuses.OUT for one in people) == 2
        assert sum(bool(grounds(one.facts)) for one in people) >= 2
        refused = [one for one in session.scalars(select(Layoff)) if basis_of(one.matter).authorised is False]
        assert [one.matter.kind for one in refused] == [Situation.CLOSURE]
        assert chain.verify(session).bad is None
        kinds = (Receipt, Dismissal, CourtFile)
        assert min(session.scalar(select(func.count(one.id))) or 0 for one in kinds) >= 2


def _nobody_could_be_rung_or_written_to(filled: Store) -> None:
    with filled.maintaining() as session:
        for one in session.scalars(select(Member)):
            for phone in one.identity.phones:
                assert read_phone(phone).unlisted  # no operator holds this range
            assert all(address.endswith(".example") for address in one.identity.emails)
            assert not one.identity.cin


def _nothing_lies_in_the_future_of_its_own_story(filled: Store) -> None:
    with filled.maintaining() as session:
        for case in session.scalars(select(Grievance)):
            said = case.account
            assert said.filed_on is not None
            assert said.event_on <= said.filed_on <= today()
            lines = session.scalars(
                select(CaseEntry).where(CaseEntry.case_id == case.id).order_by(CaseEntry.number)
            ).all()
            moments = [line.entry.at for line in lines]
            assert moments == sorted(moments)
            assert moments[0].astimezone(CASABLANCA).date() >= said.filed_on  # the day of the place, an hour before UTC
            days = {
                act: [line.entry.at.date() for line in lines if line.entry.act == act]
                for act in ("step_done", "closed")
            }
            assert [step.on for step in said.done] == days["step_done"], "a step has one day on its page, not two"
            assert case.stage is not Stage.CLOSED or said.closed_on == days["closed"][-1]
        for work in session.scalars(select(Employment)):
            assert work.terms.hired_on is not None
            assert work.terms.hired_on <= today() - timedelta(days=30)
            assert work.terms.left_on is None or work.terms.left_on > work.terms.hired_on


def _one_sign_in_per_role(filled: Store) -> None:
    told = accounts.sign_ins_with_passwords(SECRET)
    assert {one.role for one, _ in told} == set(Role)
    with filled.maintaining() as session:
        stored = {one.holder.login: one.password for one in session.scalars(select(Account))}
        assert all(passwords.fits(stored[one.login], password) for one, password in told)
        assert not passwords.fits(stored["secretariat"], accounts.password(bytes(32), "secretariat"))


def _the_disputes_are_opened_once(filled: Store) -> None:
    disputes.complete(filled, today())
    with filled.maintaining() as session:
        assert session.scalar(select(func.count(Case.id)).where(Case.code.startswith("L"))) == 2


def test_names_are_in_both_scripts() -> None:
    for latin, arabic in WOMEN + MEN + FAMILIES:
        assert latin.replace(" ", "").isascii()
        assert all("\u0600" <= sign <= "\u06ff" or sign == " " for sign in arabic)
    assert len(FAMILIES) > 40
