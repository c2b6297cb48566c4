"""Whatever order of names, levels, grants and hand-overs: who is shown a case on any page can open it, and who can open
it is shown it; and what is counted is what is listed."""

from __future__ import annotations

import dataclasses
import re
from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid4

from bs4 import BeautifulSoup
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, precondition, rule, run_state_machine_as_test
from sqlalchemy import select

from tests.browsing import Visitor
from tests.cases.test_who_reaches import PEOPLE, WHO, Reaching, Told
from tests.cast import Cast
from tests.test_reach import SAID, grievance
from union.app import Union
from union.cases import transfers
from union.cases.actions import new_code
from union.cases.models import Case, CaseEntry, CaseParty, Entry, Stage
from union.correspondence.models import CaseLetter, LetterState, Written
from union.press.content import Letter, Part
from union.store.db import Store
from union.web.locale import today

CODE = re.compile(r"\bR-[2-9A-Z]{6}\b")
OF_A_CASE = ("/grievances/{}", "/cases/{}/attachments", "/cases/{}/letters")
MOST = 3  # cases of one run: each page of each of them is asked for by everybody after each act
DESK = ("olu", "sal")


class Shown(Reaching):
    """The same acts; everybody then looks at every page that lists, counts or opens a case."""

    app: Union

    @initialize()
    def begin(self) -> None:
        super().begin()
        self.codes: dict[UUID, str] = {}
        self.visitors = {name: Visitor(self.app, self.person(name)) for name in PEOPLE}
        self.about: dict[UUID, UUID] = {}
        self.told_before: str | None = None
        with self.store.maintaining() as session:
            self.earlier = session.scalar(select(Case.id).limit(1)) is not None  # cases of an earlier run, now closed
        self._file("ann", confidential=False, reason=False, reader="lex")
        self._file("ann", confidential=True, reason=True, reader="olu")

    def teardown(self) -> None:
        """The next run begins with no open case."""
        super().teardown()
        with self.store.maintaining() as session:
            for row in session.scalars(select(transfers.CaseTransfer)).all():
                session.delete(row)
            for case in session.scalars(select(Case)):
                case.stage = Stage.CLOSED

    @precondition(lambda self: len(self.told) < MOST)
    @rule(who=st.sampled_from(["ann", "zed", "olu"]), confidential=st.booleans(), reason=st.booleans(), reader=WHO)
    def file(self, who: str, confidential: bool, reason: bool, reader: str) -> None:
        self._file(who, confidential, reason, reader)

    def _file(self, who: str, confidential: bool, reason: bool, reader: str) -> None:
        """With a day, a line, a letter that was sent, and what other cases hang on too."""
        by, far = self.person(who), who == "zed"
        place = self.cast.there if far else self.cast.here
        omar = {"employment_id": self.cast.omar_employment, "member_id": self.cast.omar}
        rita = {"employment_id": self.cast.rita_employment, "member_id": self.cast.rita}
        row = grievance(
            self.cast,
            code=new_code("R"),
            reported_by=by,
            workplace_id=place,
            confidential=confidential,
            reason_asked=confidential and reason,
            due_on=today(),
            account=dataclasses.replace(SAID, event_on=today(), supervisor="Karim", about_name="Mina El Fassi"),
            **(rita if far else omar if len(self.told) == 1 else {}),
        )
        named = {self.person(reader)} - {by}
        with self.store.maintaining() as session:
            session.add(row)
            session.flush()
            entry = Entry(datetime(2026, 3, 3, tzinfo=UTC), by, who, "filed")
            session.add(CaseEntry(case_id=row.id, workplace_id=place, number=1, entry=entry))
            session.add(_sent(row, by))
            session.add_all(CaseParty(case_id=row.id, workplace_id=place, account_id=one) for one in named)
            self.told[row.id] = Told(place, by, None, named, confidential, confidential and reason)
            self.codes[row.id], self.about[row.id] = row.code, row.member_id

    @precondition(lambda self: self.told)
    @rule(who=st.sampled_from(DESK), whom=st.sampled_from(DESK), at=st.integers(0, 50))
    def offer(self, who: str, whom: str, at: int) -> None:
        """Where nobody follows it, it changes hands at once; else whoever is asked reads it, and it stays."""
        case_id, by, to = self._case(at), self.person(who), self.person(whom)
        if self.act(who, case_id, lambda s, case: transfers.hand_over(s, by, case, to)):
            self._named_anew(case_id)

    @precondition(lambda self: self.told)
    @rule(who=st.sampled_from(DESK), how=st.sampled_from(["accept", "refuse", "withdraw"]), at=st.integers(0, 50))
    def answer(self, who: str, how: str, at: int) -> None:
        case_id, by = self._case(at), self.person(who)
        do = {
            "accept": lambda s, case: transfers.accept(s, by, case),
            "refuse": lambda s, case: transfers.refuse(s, by, case, "Non."),
            "withdraw": lambda s, case: transfers.withdraw(s, by, case),
        }[how]
        if self.act(who, case_id, do):
            self._named_anew(case_id)

    def _named_anew(self, case_id: UUID) -> None:
        """Whom a hand-over let in, kept or let go is its own tests' affair: here it is who is named now."""
        with self.store.maintaining() as session:
            named = session.scalars(select(CaseParty.account_id).where(CaseParty.case_id == case_id))
            self.told[case_id].named = set(named)
            self.told[case_id].handled_by = session.get_one(Case, case_id).handled_by

    @precondition(lambda self: self.told)
    @rule(who=WHO, at=st.integers(0, 50))
    def open_for_a_reason(self, who: str, at: int) -> None:
        """On the page that asks for it, so that the session of the browser has it."""
        case_id, visitor = self._case(at), self.visitors[who]
        sent = {"csrf_token": visitor._csrf(), "form_token": uuid4().hex[:22], "why": "Elle a appelé."}
        answer = visitor.client.post(f"/cases/{case_id}/opening", data=sent)
        assert (answer.status_code == 302) == self._knows(self.person(who), case_id), (who, answer.status_code)
        if answer.status_code == 302:
            self.opened[self.person(who)].add(case_id)

    def _knows(self, account_id: UUID, case_id: UUID) -> bool:
        """Whether they read it, or would once they gave a reason."""
        return self.reaches(account_id, dataclasses.replace(self.told[case_id], reason_asked=False), case_id)

    @invariant()
    def pages_agree(self) -> None:
        now = repr((self.told, self.opened, [self.reach(self.person(name)) for name in PEOPLE]))
        if now == self.told_before:
            return  # what was refused changed nothing, as the tests of access hold
        self.told_before = now
        for name in PEOPLE:
            self._looks(name)

    def _looks(self, name: str) -> None:
        visitor, me = self.visitors[name], self.person(name)
        known = {one for one in self.told if self._knows(me, one)}
        read = {one for one in known if self.reaches(me, self.told[one], one)}
        for case_id in self.told:
            wanted = 200 if case_id in read else 302 if case_id in known else 404
            for page in OF_A_CASE:
                assert visitor.client.get(page.format(case_id)).status_code == wanted, (name, page)
        listed = self._shown(visitor, "/grievances")
        assert listed == self._codes(known), name
        assert self._shown(visitor, "/agenda") == self._codes(known), name
        assert self._shown(visitor, "/") <= self._codes(known), name
        assert self._number(visitor, "/grievances", "/grievances?tab=open") == len(read), name
        if name in DESK:
            self._at_the_desk(visitor, read)

    def _at_the_desk(self, visitor: Visitor, read: set[UUID]) -> None:
        assert self._codes(read) == set(CODE.findall(visitor.search("/search", "Mina").text)) & self._all()
        everything = "&".join(f"case={one}" for one in self.told)
        assert self._shown(visitor, f"/grievances/printed?{everything}") == self._codes(read)
        for one in self.told:
            found = visitor.search("/search", self.codes[one]).text  # what was typed stands there too
            assert (f"/grievances/{one}" in found) == (one in read)
        at_here = {one for one in read if self.told[one].place == self.cast.here}
        for member in (self.cast.mina, self.cast.omar):
            assert self._shown(visitor, f"/members/{member}") == self._codes(
                {one for one in at_here if self.about[one] == member}
            )
        place = f"/workplaces/{self.cast.here}"
        assert self._number(visitor, place, f"/agenda?workplace={self.cast.here}") == len(at_here)
        assert self._shown(visitor, f"/agenda?workplace={self.cast.here}") == self._codes(at_here)
        together = at_here if len({self.about[one] for one in at_here}) > 1 else set()
        if not self.earlier:
            assert self._shown(visitor, f"{place}/patterns") == self._codes(together)
        assert self._shown(visitor, f"{place}/patterns") <= self._codes(at_here)

    def _all(self) -> set[str]:
        return set(self.codes.values())

    def _codes(self, cases: set[UUID]) -> set[str]:
        return {self.codes[one] for one in cases}

    def _shown(self, visitor: Visitor, path: str) -> set[str]:
        """The cases of this run that a page shows."""
        return set(CODE.findall(visitor.get(path).text)) & self._all()

    def _number(self, visitor: Visitor, page: str, link: str) -> int:
        found = BeautifulSoup(visitor.get(page).text, "html.parser").select_one(f'a[href="{link}"]')
        assert found is not None, f"no {link} on {page}"
        said = re.search(r"\d+", found.get_text(" "))
        assert said is not None, found
        return int(said[0])


def _sent(case: Any, by: UUID) -> CaseLetter:
    """A letter that went, so that its page is there for each reader."""
    letter = Letter("fr", (), (), "", "", "Objet : pauses", (), (), (), Part(), "", "R-1")
    at = datetime(2026, 3, 4, tzinfo=UTC)
    written = Written(letter, "step.contest_sanction", (by,), "Ann", at, final_at=at)
    place = case.workplace_id
    state = LetterState.SENT
    return CaseLetter(
        case_id=case.id, workplace_id=place, code=new_code("L"), state=state, begun_by=by, written=written, version=1
    )


def test_pages_agree_whatever_was_done(app: Union, store: Store, cast: Cast) -> None:
    members = {"store": store, "cast": cast, "app": app}
    machine: Any = type("OfThisStore", (Shown,), members)
    run_state_machine_as_test(  # type: ignore[no-untyped-call]  # it ships none for this function
        machine,
        settings=settings(
            max_examples=3,
            stateful_step_count=12,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
