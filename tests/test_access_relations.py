"""Which rows: every page with a row in it, asked by everybody who may use such pages, however they stand to the row.

What is refused is to the byte like what is not there, and leaves every table as it was.
"""

from __future__ import annotations

import itertools
import re
import sqlite3
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session
from werkzeug.routing import Rule
from werkzeug.test import TestResponse

from tests import access_relations as kept
from tests.access_matrix import PUBLIC
from tests.browsing import Visitor
from tests.cast import Cast, new_account
from tests.conftest import ON_ONE_DATABASE
from tests.scene import Scene, furnish
from tests.test_access import _flushed, _method, _take_back, addresses, ask, digest, rules, seen
from union.access import ALLOWED, Role
from union.accounts.models import Account, Reset, Resets
from union.app import Union
from union.attachments.models import Attachment
from union.cases.links import CaseLink, Tie
from union.cases.models import Case, CaseParty, Stage
from union.cases.transfers import Answer, CaseTransfer, Offer
from union.correspondence.models import CaseLetter, LetterState
from union.store.db import Store
from union.workplaces.models import Site, Workplace


def table(said: str) -> list[dict[str, str]]:
    """The rows of a table of `access_relations`, by the names of its columns; cells lie below their header."""
    lines = [one for one in said.strip().splitlines() if one]
    starts = [at for at, sign in enumerate(lines[0]) if sign != " " and (at == 0 or lines[0][at - 1] == " ")]
    ends = [*starts[1:], None]
    cut = [[line[start:end].strip() for start, end in zip(starts, ends, strict=True)] for line in lines]
    return [dict(zip(cut[0], row, strict=True)) for row in cut[1:]]


PEOPLE = {one["name"]: one for one in table(kept.CASE)}
NO_STATES = {"name", "role", "at", "standing"}  # columns that say who asks
NOBODYS = "nobody's"
HOW = """Who reads which row is data: tests/access_relations.py. A page that answers as its row does needs no line
there. One that is missing to some readers of the row stands in ONLY, with those who get through; one that answers an
empty form with 409 in CONFLICTS, with the reason. A page that says more than the tables is a leak: mend its view.
"""


@dataclass
class Standings:
    """The scene with everybody of the table in it, and the cases whose state the sweep changes."""

    app: Union
    scene: Scene
    accounts: dict[str, UUID]
    visitors: dict[str, Visitor]
    cases: dict[str, UUID]  # by subject
    kept_id: UUID  # the case into which the grievance is merged

    def turn(self, state: str) -> None:
        """Every row of the scene is in this state from now on."""
        with self.app.store.maintaining() as session:
            for case_id in self.cases.values():
                case = session.get_one(Case, case_id)
                case.confidential = state in {"confidential", "health", "reset"}
                case.reason_asked = state == "health"
                case.stage = Stage.CLOSED if state in {"closed", "merged"} else Stage.IN_HAND
            self._merge(session, merged=state == "merged")
            closed = tuple(self.cases.values()) if state == "reset" else ()
            now = datetime.now(UTC)
            for name in PEOPLE:
                account = session.get_one(Account, self.accounts[name])
                account.resets = Resets((Reset(now, None, "", now, closed=closed),))
            letter = session.get_one(CaseLetter, self.scene.here["letter_id"])
            letter.state = LetterState.DRAFT if state == "desk" else LetterState.SENT
            session.get_one(Attachment, self.scene.here["attachment_id"]).strategy = state == "desk"

    def _merge(self, session: Session, *, merged: bool) -> None:
        case_id = self.cases["grievance"]
        link = session.scalar(select(CaseLink).where(CaseLink.case_id == case_id, CaseLink.tie == Tie.MERGED))
        if link is not None and not merged:
            session.delete(link)
        elif link is None and merged:
            place = self.scene.here["workplace_id"]
            session.add(CaseLink(case_id=case_id, workplace_id=place, other_id=self.kept_id, tie=Tie.MERGED))


@pytest.fixture
def standings(app: Union, cast: Cast) -> Standings:
    scene = furnish(app, cast)
    places = {"here": cast.here, "there": cast.there}
    with app.store.maintaining() as session:
        sister = Workplace(employer_id=cast.employer, site=Site(name="Maârif", city="Casablanca"), roster=0, version=1)
        session.add(sister)
        session.flush()
        places["sister"] = sister.id
        accounts = {
            name: getattr(cast, name, None)
            or new_account(session, name, Role(one["role"]), session.get(Workplace, places.get(one["at"], uuid4())))
            for name, one in PEOPLE.items()
        }
        cases = {
            "grievance": scene.here["grievances.case_id"],
            "collective": scene.here["collective.case_id"],
            "dispute": scene.here["layoffs.case_id"],
        }
        for case_id in cases.values():
            _stand(session, session.get_one(Case, case_id), accounts)
        assert scene.hidden is not None
        into = session.get_one(Case, scene.hidden)
        into.confidential, into.reported_by = False, accounts["bea"]
        into.member_id = into.employment_id = None
        session.add(CaseParty(case_id=into.id, workplace_id=into.workplace_id, account_id=accounts["lou"]))
    visitors = {name: Visitor(app, account) for name, account in accounts.items()}
    for one in visitors.values():
        one._csrf()
    return Standings(app, scene, accounts, visitors, cases, scene.hidden)


def _stand(session: Session, case: Case, accounts: dict[str, UUID]) -> None:
    """Who reported a case, follows it, is named on it, and is asked to take it over."""
    case.reported_by, case.handled_by = accounts["ann"], accounts["olu"]
    known = set(session.scalars(select(CaseParty.account_id).where(CaseParty.case_id == case.id)))
    for name in ("nas", "lex", "oda", "sid", "ofa"):
        if accounts[name] not in known:
            session.add(CaseParty(case_id=case.id, workplace_id=case.workplace_id, account_id=accounts[name]))
    asked = CaseTransfer(
        case_id=case.id,
        workplace_id=case.workplace_id,
        by_id=accounts["olu"],
        to_id=accounts["ofa"],
        answer=Answer.AWAITED,
        offer=Offer("Je pars en congé.", named_for_it=True),
        version=1,
    )
    session.add(asked)


def subject_of(rule: Rule) -> str:
    """The table that answers for the row of a route; `NOBODYS` for a row that stands to nobody."""
    feature = rule.endpoint.split(".", 1)[0]
    known = kept.SUBJECT | dict.fromkeys(kept.NOBODYS, NOBODYS)
    found = [known.get(f"{feature}.{name}", known.get(name, "")) for name in sorted(rule.arguments)]
    assert all(found), f"Say in SUBJECT of tests/access_relations.py which rows {rule.endpoint} names by {rule}"
    return min(found, key=lambda one: one == NOBODYS)


def _by_name(*said: str) -> dict[str, dict[str, str]]:
    """Answers by name and state; a later table has the say."""
    found: dict[str, dict[str, str]] = {name: {} for name in PEOPLE}
    for row in itertools.chain.from_iterable(map(table, said)):
        found[row["name"]] |= {state: cell for state, cell in row.items() if state not in NO_STATES}
    return found


def _without(state: str, answers: dict[str, dict[str, str]]) -> dict[str, dict[str, str]]:
    return {name: {one: cell for one, cell in row.items() if one != state} for name, row in answers.items()}


def _own(owner: str) -> dict[str, dict[str, str]]:
    return {name: {"ordinary": "reads" if name == owner else "missing"} for name in PEOPLE}


ANSWERS = {
    "grievance": _by_name(kept.CASE),
    "kept at the desk": _by_name(kept.CASE, kept.KEPT_AT_THE_DESK),
    "dispute": _without("merged", _by_name(kept.CASE)),
    "collective": _without("merged", _by_name(kept.CASE)),
    "intake": _without("merged", _by_name(kept.CASE, kept.INTAKE)),
    "member": _by_name(kept.MEMBER),
    "workplace": _by_name(kept.WORKPLACE),
    "own of ann": _own("ann"),
    "own of olu": _own("olu"),
}


@dataclass(frozen=True)
class Asked:
    """One page, asked by one person while the row is in one state, and what the tables say of it."""

    rule: Rule
    name: str
    state: str
    says: str

    def __str__(self) -> str:
        one = PEOPLE[self.name]
        who = f"{self.name} ({one['role']} at {one['at']}, {one['standing']})"
        return f"{_method(self.rule)} {self.rule.endpoint}, {self.state}, {who}: told {self.says}"


def asked_of(app: Union, state: str) -> list[Asked]:
    """The pages with a row that has this state, by those who ask for them and whose role may use them."""
    found = []
    for rule in rules(app):
        subject = subject_of(rule) if rule.arguments and rule.endpoint not in PUBLIC else NOBODYS
        if subject == NOBODYS or state not in ANSWERS[subject]["olu"]:
            continue
        verb = app.view_functions[rule.endpoint].__may__  # type: ignore[attr-defined]  # the label
        for name, one in PEOPLE.items():
            every = name in kept.EVERY_PAGE[state].split() or rule.endpoint in kept.FIRST_PAGES.split()
            if every and verb in ALLOWED[Role(one["role"])]:
                found.append(Asked(rule, name, state, told(rule, ANSWERS[subject][name][state], name, state)))
    return found


def told(rule: Rule, says: str, name: str, state: str) -> str:
    """What the tables say of a page, where they say more than of its row."""
    endpoint = rule.endpoint
    if says == "asked" and endpoint in kept.ASKING.split():
        return "reads"
    if state in kept.NO_MORE.get(endpoint, "").split() or name not in kept.ONLY.get(endpoint, name).split():
        return "missing" if says == "reads" else says
    return says


def answer_to(standings: Standings, one: Asked) -> TestResponse:
    path = addresses(standings.app, one.rule, standings.scene.arguments("here", one.rule.endpoint, one.rule.arguments))
    return ask(standings.visitors[one.name], _method(one.rule), path)


def like_missing(standings: Standings, one: Asked, answer: TestResponse, nothing: tuple[object, ...]) -> bool:
    if one.rule.endpoint in kept.OWN_NOTHING.split():
        nowhere = addresses(standings.app, one.rule, {name: uuid4() for name in one.rule.arguments})
        return answer.status_code == 404 and seen(answer) == seen(
            ask(standings.visitors[one.name], _method(one.rule), nowhere)
        )
    if one.says == "asked" and _method(one.rule) == "GET" and answer.status_code == 302:
        return bool(re.fullmatch(r"/cases/[0-9a-f-]{36}/opening", answer.location))
    return seen(answer) == nothing


class Unchanged:
    """That no table changes. SQLite tells of each commit of anybody: a page that wrote is named; else all of them."""

    def __init__(self, store: Store) -> None:
        self.store, self.before = store, digest(store)
        self.watching = sqlite3.connect(store.url.removeprefix("sqlite:///")) if store.on_sqlite else None
        self.commits = self._commits()

    def _commits(self) -> int:
        return self.watching.execute("PRAGMA data_version").fetchone()[0] if self.watching else 0

    def changed(self, *, whole: bool = False) -> list[str]:
        """The tables that did since they were looked at last."""
        commits, before = self.commits, self.before
        self.commits = self._commits()
        if self.commits == commits and not whole:
            return []
        self.before = digest(self.store)
        return sorted(name for name in before if before[name] != self.before[name])


def test_the_tables_name_whom_and_what_there_is(app: Union) -> None:
    """No line of them is of a page or a person that is no more."""
    endpoints = {rule.endpoint for rule in app.url_map.iter_rules()}
    for said in (kept.ONLY, kept.NO_MORE, kept.CONFLICTS, kept.ASKING.split(), kept.FIRST_PAGES.split()):
        assert set(said) <= endpoints, f"Strike out {sorted(set(said) - endpoints)} in tests/access_relations.py"
    for rule in rules(app):
        assert not rule.arguments or rule.endpoint in PUBLIC or subject_of(rule)
    arguments = {name for rule in app.url_map.iter_rules() for name in rule.arguments}
    named = {one.rsplit(".", 1)[-1] for one in (*kept.SUBJECT, *kept.NOBODYS)}
    assert named <= arguments, f"No page has {sorted(named - arguments)}: strike them out in SUBJECT"
    for subject, answers in ANSWERS.items():
        assert answers.keys() == PEOPLE.keys(), subject
        assert {cell for row in answers.values() for cell in row.values()} <= {"reads", "missing", "asked"}, subject
    assert kept.EVERY_PAGE.keys() == {state for rows in ANSWERS.values() for row in rows.values() for state in row}


def test_what_is_out_of_reach_is_missing_and_nothing_changes(standings: Standings) -> None:
    app, wrong = standings.app, []
    nothing = seen(standings.visitors["sal"].client.get(f"/grievances/{uuid4()}"))
    assert nothing[0] == 404
    for state in kept.EVERY_PAGE:
        standings.turn(state)
        unchanged = Unchanged(app.store)
        for one in asked_of(app, state):
            if one.says == "reads":
                continue
            answer = answer_to(standings, one)
            if not like_missing(standings, one, answer, nothing):
                wrong.append(f"{one}, and it answers {answer.status_code}")
            if changed := unchanged.changed():
                wrong.append(f"{one}, and it wrote into {changed}")
        if changed := unchanged.changed(whole=True):
            wrong.append(f"What was refused while the rows were {state} wrote into {changed}")
    assert not wrong, HOW + "\n".join(wrong)


@ON_ONE_DATABASE
def test_who_stands_to_a_row_reads_it(standings: Standings, monkeypatch: pytest.MonkeyPatch) -> None:
    app, wrong = standings.app, []
    for state in kept.EVERY_PAGE:
        standings.turn(state)
        with monkeypatch.context() as patch:  # as `kept_nowhere`: each is asked of the same rows
            patch.setattr(app.store, "before_commit", [*app.store.before_commit, _take_back])
            patch.setattr(app.store, "commit", _flushed)
            for one in asked_of(app, state):
                asked = state == "ordinary" or one.rule.endpoint in kept.FIRST_PAGES.split()
                if one.says == "reads" and asked:
                    status = answer_to(standings, one).status_code
                    if status not in ({200, 204, 302, 422} | ({409} if one.rule.endpoint in kept.CONFLICTS else set())):
                        wrong.append(f"{one}, and it answers {status}")
    assert not wrong, HOW + "\n".join(wrong)
