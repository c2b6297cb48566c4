"""Whatever order of reports, grants, names, levels and hand-overs: lists agree with reads, and both with the rule."""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import select

from tests.cast import Cast
from tests.test_reach import grievance
from union.access import Role
from union.accounts import actions as accounts
from union.accounts import authentication
from union.accounts.models import Account, Granted
from union.cases import actions, readers
from union.cases.models import Case, CaseEntry, CaseParty, Entry
from union.confidentiality import opening, ordinary
from union.refusal import Refused
from union.store.db import Store
from union.store.reach import Reach
from union.store.statement_guard import Unreachable
from union.web.locale import today

PEOPLE = ("ann", "olu", "zed", "sal", "lex")
WHO = st.sampled_from(PEOPLE)
DESK = {Role.ORGANISER, Role.SECRETARIAT}


@dataclass
class Told:
    """What the test itself knows of a case."""

    place: UUID
    reported_by: UUID
    handled_by: UUID | None = None
    named: set[UUID] = field(default_factory=set)
    confidential: bool = False
    reason_asked: bool = False


class Reaching(RuleBasedStateMachine):
    """People file, name, hand over, open, make confidential and ordinary; grants come and go."""

    store: Store
    cast: Cast

    @initialize()
    def begin(self) -> None:
        self.told: dict[UUID, Told] = {}
        self.opened: dict[UUID, set[UUID]] = defaultdict(set)

    def teardown(self) -> None:
        """The next run begins with the grants of the cast."""
        with self.store.maintaining() as session:
            for name in ("olu", "lex", "ann"):
                for one in session.get_one(Account, self.person(name)).grants[1:]:
                    for place in one.places:
                        session.delete(place)
                    session.flush()
                    session.delete(one)

    def person(self, name: str) -> UUID:
        return UUID(str(getattr(self.cast, name)))

    def reach(self, account_id: UUID) -> Reach | None:
        found = authentication.reach_of(self.store, account_id)
        return None if found is None else dataclasses.replace(found, opened=frozenset(self.opened[account_id]))

    def reaches(self, account_id: UUID, case: Told, case_id: UUID) -> bool:
        """The rule in plain words, beside the one that the database is asked."""
        reach = self.reach(account_id)
        if reach is None or not (reach.everywhere or case.place in reach.workplaces):
            return False
        if case.reason_asked and account_id != case.reported_by and case_id not in self.opened[account_id]:
            return False
        mine = account_id in {case.reported_by, case.handled_by, *case.named}
        return mine or (not reach.named_only and not case.confidential)

    def act(self, who: str, case_id: UUID, do: Any) -> bool:
        """One act in the reach of who does it; what they do not reach they cannot change."""
        reach = self.reach(self.person(who))
        if reach is None:
            return False
        try:
            with self.store.writing(reach) as session:
                case = session.get(Case, case_id)
                if case is None:
                    return False
                do(session, case)
        except (Refused, Unreachable):
            return False
        return True

    @rule(who=st.sampled_from(["ann", "zed", "olu"]), confidential=st.booleans(), reason=st.booleans(), reader=WHO)
    def file(self, who: str, confidential: bool, reason: bool, reader: str) -> None:
        """Somebody reads it from the first minute, as a confidential report asks."""
        by, place = self.person(who), self.cast.there if who == "zed" else self.cast.here
        far = {"employment_id": self.cast.rita_employment, "member_id": self.cast.rita} if who == "zed" else {}
        row = grievance(
            self.cast,
            reported_by=by,
            workplace_id=place,
            confidential=confidential,
            reason_asked=confidential and reason,
            **far,
        )
        with self.store.maintaining() as session:
            session.add(row)
            session.flush()
            entry = Entry(datetime(2026, 3, 3, tzinfo=UTC), by, who, "filed")
            session.add(CaseEntry(case_id=row.id, workplace_id=place, number=1, entry=entry))
            named = {self.person(reader)} - {by}
            session.add_all(CaseParty(case_id=row.id, workplace_id=place, account_id=one) for one in named)
            self.told[row.id] = Told(place, by, None, named, confidential, confidential and reason)

    @precondition(lambda self: self.told)
    @rule(who=WHO, whom=WHO, at=st.integers(0, 50))
    def name(self, who: str, whom: str, at: int) -> None:
        case_id = self._case(at)
        if self.act(who, case_id, lambda s, case: readers.name(s, self.person(who), case, self.person(whom))):
            self.told[case_id].named.add(self.person(whom))

    @precondition(lambda self: self.told)
    @rule(who=WHO, whom=WHO, at=st.integers(0, 50))
    def take_off(self, who: str, whom: str, at: int) -> None:
        case_id = self._case(at)
        if self.act(who, case_id, lambda s, case: readers.remove_reader(s, self.person(who), case, self.person(whom))):
            self.told[case_id].named.discard(self.person(whom))

    @precondition(lambda self: self.told)
    @rule(who=st.sampled_from(["olu", "sal"]), whom=st.sampled_from(["olu", "sal"]), at=st.integers(0, 50))
    def hand_over(self, who: str, whom: str, at: int) -> None:
        case_id = self._case(at)
        told, by, to = self.told[case_id], self.person(who), self.person(whom)
        before = told.handled_by
        if self.act(who, case_id, lambda s, case: actions.assign(s, by, case, to)):
            told.handled_by = to
            if told.confidential:
                told.named |= {one for one in (by, before) if one not in {None, to, told.reported_by}}

    @precondition(lambda self: self.told)
    @rule(who=WHO, at=st.integers(0, 50))
    def make_confidential(self, who: str, at: int) -> None:
        case_id = self._case(at)
        told, by = self.told[case_id], self.person(who)
        if self.act(who, case_id, lambda s, case: readers.make_confidential(s, by, case)):
            told.confidential = True
            if by not in {told.reported_by, told.handled_by}:
                told.named.add(by)

    @precondition(lambda self: self.told)
    @rule(who=WHO, at=st.integers(0, 50))
    def make_ordinary(self, who: str, at: int) -> None:
        case_id = self._case(at)
        own = self.told[case_id].reported_by == self.person(who)
        opened = []
        if self.act(
            who,
            case_id,
            lambda s, case: opened.append(ordinary.make_ordinary(s, self.person(who), case, "oui", own=own)),
        ) and opened == [True]:
            self.told[case_id].confidential = self.told[case_id].reason_asked = False

    @precondition(lambda self: self.told)
    @rule(who=WHO, at=st.integers(0, 50))
    def agree(self, who: str, at: int) -> None:
        case_id = self._case(at)
        if self.act(who, case_id, lambda s, case: ordinary.agree(s, self.person(who), case)):
            self.told[case_id].confidential = self.told[case_id].reason_asked = False

    @precondition(lambda self: self.told)
    @rule(who=WHO, at=st.integers(0, 50))
    def open_for_a_reason(self, who: str, at: int) -> None:
        """As the page does: of a case that its reader would reach if they gave a reason."""
        case_id, account_id = self._case(at), self.person(who)
        reach = self.reach(account_id)
        if reach is None:
            return
        with self.store.reading(opening.with_unopened(reach)) as session:
            if session.get(Case, case_id) is not None:
                self.opened[account_id].add(case_id)

    @rule(who=st.sampled_from(["olu", "lex", "ann"]))
    def grant_there(self, who: str) -> None:
        """A second workplace for somebody."""
        role = {"olu": Role.ORGANISER, "lex": Role.LEGAL, "ann": Role.DELEGATE}[who]
        asked = Granted(role, today(), workplaces=frozenset({self.cast.there}))
        with suppress(Refused), self.store.writing(self.cast.reach("sal")) as session:
            accounts.grant(session, self.cast.sal, session.get_one(Account, self.person(who)), asked)

    @rule(who=st.sampled_from(["olu", "lex", "ann"]))
    def end_a_grant(self, who: str) -> None:
        """The newest grant ends; the account may have no role left."""
        with suppress(Refused), self.store.writing(self.cast.reach("sal")) as session:
            held = [one for one in session.get_one(Account, self.person(who)).grants if one.term.holds(today())]
            if len(held) > 1:
                accounts.end_grant(session, self.cast.sal, held[-1], today())

    def _case(self, at: int) -> UUID:
        return list(self.told)[at % len(self.told)]

    @invariant()
    def lists_agree_with_reads(self) -> None:
        for name in PEOPLE:
            account_id = self.person(name)
            reach = self.reach(account_id) or Reach()
            right = {one for one, told in self.told.items() if self.reaches(account_id, told, one)}
            with self.store.reading(reach) as session:
                mine = set(self.told)
                assert set(session.scalars(select(Case.id))) & mine == right, name
                assert {one for one in mine if session.get(Case, one) is not None} == right, name
                for part in (CaseEntry, CaseParty):
                    assert set(session.scalars(select(part.case_id))) & mine <= right, name
                assert set(session.scalars(select(CaseEntry.case_id))) & mine == right, name


def test_lists_agree_with_reads_whatever_was_done(store: Store, cast: Cast) -> None:
    machine: Any = type("OfThisStore", (Reaching,), {"store": store, "cast": cast})
    run_state_machine_as_test(  # type: ignore[no-untyped-call]  # it ships none for this function
        machine,
        settings=settings(
            max_examples=12,
            stateful_step_count=25,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
