"""How often a page asks the database: as often for many rows as for one, on every page of many."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any
from uuid import uuid4

from sqlalchemy import event, inspect, select

from tests.access_matrix import THROUGH
from tests.browsing import Visitor
from tests.cast import Cast
from tests.faults.test_damaged_rows import OF_MANY
from tests.scene import Scene, furnish
from tests.test_access import addresses, rules
from union.accounts.models import Account, Door, Grant, GrantPlace
from union.app import Union
from union.cases.closing_answers import Answers, CaseClosing
from union.cases.models import CaseEntry, Stage
from union.closures.models import TakenIn
from union.dues.models import CollectedDues, DuesPayment, DuesReminder, ReceiptNumber
from union.grievances.models import Grievance
from union.imports.records.models import RosterImport
from union.imports.records.readings import SavedReading
from union.layoffs.records.models import LayoffPerson
from union.meetings.models import UnionMeeting
from union.members import roster
from union.members.declared import Declared, DeclaredDays, Month
from union.members.models import Employment, Mandate, Member, Proposal
from union.papers.court.models import CourtFile
from union.papers.dismissals.models import Dismissal
from union.papers.receipts.models import Receipt
from union.patterns.models import UnionEvent
from union.referrals.models import Referral
from union.rounds.models import GeneralRound
from union.sections.models import Section
from union.targets.brands import Brand, BrandSite
from union.targets.models import SiteStanding
from union.trainings.models import Training, TrainingPlace
from union.vault.envelope import Envelope
from union.workplaces.elections import Candidate, College, Election, ListResult, Result, Seat
from union.workplaces.models import Employer, Workplace

# What a page of many lists. Each row is written again under other ids, and again, after what it hangs on.
PLACES = (Employer, Workplace, SiteStanding, Brand, Training, GeneralRound)
ACCOUNTS = (Account, Grant, GrantPlace, Door)
KINDS = (
    Member,
    Employment,
    Mandate,
    DeclaredDays,
    Proposal,
    Grievance,
    CaseEntry,
    CaseClosing,
    LayoffPerson,
    TakenIn,
    RosterImport,
    Receipt,
    Dismissal,
    CourtFile,
    Election,
    SavedReading,
    UnionEvent,
    BrandSite,
    UnionMeeting,
    Section,
    TrainingPlace,
    ReceiptNumber,
    DuesPayment,
    DuesReminder,
    CollectedDues,
    Referral,
)
TIMES = 2
# Beside the pages of many, those of one thing with much that hangs on it.
OF_ONE = (
    "accounts.show",
    "employers.show",
    "grievances.show",
    "grievances.hand_over",
    "grievances.readers",
    "imports.readings",
    "layoffs.person",
    "members.show",
    "patterns.comparators",
    "targets.show",
    "targets.brand",
    "trainings.show",
    "dues.member",
)


def again(row: Any, others: dict[Any, Any]) -> Any:
    """The same content in another row, which points at the others that were written again with it."""
    mapper = inspect(type(row))
    sealed = {name: part for name, part in vars(type(row)).items() if isinstance(part, Envelope)}
    bytes_ = {part.column for part in sealed.values()}
    values = {
        one.key: getattr(row, one.key) for one in mapper.column_attrs if one.key not in {"id", "version", *bytes_}
    }
    for name, value in values.items():
        values[name] = others.get(value, value) if name.endswith("_id") else value
    unique = {
        "code": uuid4().hex[:10],
        "number": uuid4().int % 10**6,
        "position": uuid4().int % 10**6,
        "token": uuid4().bytes,
        "login_token": uuid4().bytes,
    }
    for name, one in unique.items():
        if name in values:  # unique
            values[name] = one
    made = type(row)(**values, **({"version": 1} if hasattr(type(row), "version") else {}))
    for name, part in sealed.items():
        if getattr(row, part.column) is not None:
            setattr(made, name, getattr(row, name))
    others[row.id] = made.id
    return made


def multiply(app: Union) -> None:
    with app.store.maintaining() as session:
        groups = [
            [row for kind in kinds for row in session.scalars(select(kind)).all()]
            for kinds in (PLACES, ACCOUNTS, KINDS)
        ]
        granted = list(session.scalars(select(GrantPlace)).all())
        for found in groups * TIMES:
            others: dict[Any, Any] = {}
            for row in found:
                session.add(again(row, others))
                session.flush()
            for one in granted if groups[0] is found else ():  # whoever works at a place works at its likes too
                place = others[one.workplace_id]
                session.add(GrantPlace(grant_id=one.grant_id, account_id=one.account_id, workplace_id=place))
    roster.forget()


def told_of_the_fund_and_of_a_ballot(app: Union, cast: Cast) -> None:
    """Declared days of one employment, and one election, for the rest to be multiplied from."""
    lists = (ListResult("UNT", 40, 1, (Candidate("Mina El Fassi", "1", Seat.FULL, elected=True),)),)
    with app.store.maintaining() as session:
        months = Declared("123456789", (Month(date(2026, 9, 1), 26), Month(date(2026, 10, 1), 13)))
        job = {"employment_id": cast.mina_employment, "workplace_id": cast.here, "member_id": cast.mina}
        session.add(DeclaredDays(**job, declared=months, version=1))
        result = Result(date(2024, 6, 3), College.EMPLOYEES, 90, 60, 55, lists)
        session.add(Election(workplace_id=cast.here, result=result, version=1))


def closed_with_a_date(app: Union) -> None:
    """A grievance that stands in the agenda though it is closed, beside those of the scene."""
    with app.store.maintaining() as session:
        whole = session.scalars(select(Grievance).where(~Grievance.confidential).order_by(Grievance.code)).all()
        others: dict[Any, Any] = {}
        closed = again(whole[0], others)
        closed.stage, closed.due_on = Stage.CLOSED, date(2026, 10, 1)
        session.add(closed)
        session.flush()
        session.add(CaseClosing(case_id=closed.id, workplace_id=closed.workplace_id, answers=Answers(), version=1))


def counted(app: Union, scene: Scene, visitors: dict[str, Visitor]) -> Iterator[tuple[str, int]]:
    """Each page of many, by who asks; the second time, when what is kept in memory is warm."""
    asked: list[str] = []

    def told(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        asked.append(statement)

    event.listen(app.store.engine, "before_cursor_execute", told)
    for rule in rules(app):
        if rule.endpoint in {*OF_MANY, *OF_ONE} and "GET" in (rule.methods or ()):
            path = addresses(app, rule, scene.arguments("here", rule.endpoint, rule.arguments))
            for name in sorted(visitors.keys() & set(THROUGH[rule.endpoint].split())):
                visitors[name].get(path)
                asked.clear()
                visitors[name].get(path)
                yield f"{name} {rule.endpoint}", len(asked)
    event.remove(app.store.engine, "before_cursor_execute", told)  # an engine of PostgreSQL serves the next test too


def test_no_page_asks_more_often_where_there_are_more_rows(app: Union, cast: Cast) -> None:
    scene = furnish(app, cast)
    told_of_the_fund_and_of_a_ballot(app, cast)
    closed_with_a_date(app)
    visitors = {name: Visitor(app, getattr(cast, name)) for name in ("ann", "olu", "sal", "lex")}
    before = dict(counted(app, scene, visitors))
    multiply(app)
    after = dict(counted(app, scene, visitors))
    assert len(before) > 50
    assert {one: (before[one], number) for one, number in after.items() if number > before[one]} == {}
