"""Which rows: however a row outside the reach is asked for, it is missing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import (
    Column,
    MetaData,
    String,
    Table,
    Uuid,
    column,
    delete,
    exists,
    false,
    func,
    insert,
    literal,
    literal_column,
    select,
    table,
    text,
    tuple_,
    union,
    update,
)
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import (
    Session,
    aliased,
    contains_eager,
    joinedload,
    make_transient_to_detached,
    selectinload,
    subqueryload,
    with_polymorphic,
)

from tests.cast import Cast
from union.accounts.models import Account, Door, Grant, GrantPlace
from union.cases.clocks import in_the_agenda
from union.cases.models import Case, CaseEntry, CaseKind, CaseParty, Entry, Stage
from union.entitlements.records.contents import Situation
from union.grievances.models import Grievance, Paper, Problem, Report
from union.layoffs.records.contents import Matter, Trigger
from union.layoffs.records.models import Layoff, LayoffPerson
from union.members.models import (
    Employment,
    Entrusted,
    Identity,
    Mandate,
    Member,
    Membership,
    MemberToken,
    Proposal,
    ProposalState,
    Standing,
    Terms,
)
from union.record.chain import RecordEntry, about
from union.store.db import Model, Store
from union.store.reach import Reach, Reachable, ReachSession, Unreachable
from union.web.locale import today
from union.workplaces.models import Employer, Site, Workplace
from union.workplaces.models import Identity as Company

SAID = Report(Problem.PACE, Paper.OTHER_EVENT, date(2026, 3, 2), "quarante appels", "une pause")
MEMBER: Table = Member.__table__
CASE: Table = Case.__table__
LIGHT = table("member", column("id", Uuid), column("identity_sealed"))
OTHER = aliased(Member)
Ask = Callable[[ReachSession], Any]


def grievance(cast: Cast, **changed: Any) -> Grievance:
    values: dict[str, Any] = {
        "code": uuid4().hex[:12],
        "workplace_id": cast.here,
        "employment_id": cast.mina_employment,
        "member_id": cast.mina,
        "reported_by": cast.ann,
        "handled_by": None,
        "stage": Stage.NEW,
        "confidential": False,
        "due_on": date(2026, 4, 1),
        "account": SAID,
        "version": 1,
    }
    return Grievance(**{**values, **changed})


@pytest.fixture
def cases(store: Store, cast: Cast) -> dict[str, UUID]:
    """One ordinary, one confidential, one layoff at here; one ordinary at there."""
    with store.maintaining() as session:
        far = {"workplace_id": cast.there, "employment_id": cast.rita_employment, "member_id": cast.rita}
        rows = {
            "ordinary": grievance(cast),
            "hidden": grievance(cast, confidential=True),
            "foreign": grievance(cast, **far, reported_by=cast.zed),
            "layoff": Layoff(
                code="L-1",
                workplace_id=cast.here,
                reported_by=cast.olu,
                stage=Stage.NEW,
                confidential=False,
                matter=Matter("Départs", Situation.NEGOTIATED, Trigger.OTHER),
                version=1,
            ),
        }
        session.add_all(rows.values())
        session.flush()
        entry = Entry(datetime(2026, 3, 3, tzinfo=UTC), cast.ann, "Ann", "filed")
        session.add_all(
            CaseEntry(case_id=one.id, workplace_id=one.workplace_id, number=1, entry=entry) for one in rows.values()
        )
        return {name: row.id for name, row in rows.items()}


def at(store: Store, cast: Cast, name: str) -> ReachSession:
    return ReachSession(store.engine, reach=cast.reach(name))


WAYS: dict[str, Callable[[ReachSession, UUID], Any]] = {
    "get": lambda s, i: s.get(Member, i),
    "get_one": lambda s, i: s.scalar(select(Member).where(Member.id == i)),
    "get for update": lambda s, i: s.get(Member, i, with_for_update=True),
    "get populating": lambda s, i: s.get(Member, i, populate_existing=True),
    "columns": lambda s, i: s.execute(select(Member.id, Member.identity_sealed).where(Member.id == i)).first(),
    "columns of the table beside the class": lambda s, i: s.execute(
        select(Member.id, MEMBER.c.version).where(MEMBER.c.id == i)
    ).first(),
    "alias": lambda s, i: s.scalar(select(OTHER).where(OTHER.id == i)),
    "alias of the table": lambda s, i: s.scalar(select(one := aliased(Member, MEMBER.alias())).where(one.id == i)),
    "class over a subquery of the table": lambda s, i: s.scalar(
        select(one := aliased(Member, select(MEMBER).subquery())).where(one.id == i)
    ),
    "class over a subquery of columns": lambda s, i: s.scalar(
        select(one := aliased(Member, select(Member).subquery())).where(one.id == i)
    ),
    "count": lambda s, i: s.scalar(select(func.count(Member.id)).where(Member.id == i)),
    "count of all": lambda s, i: s.scalar(select(func.count()).select_from(Member).where(Member.id == i)),
    "scalar subquery": lambda s, i: s.scalar(select(select(Member.id).where(Member.id == i).scalar_subquery())),
    "subquery": lambda s, i: s.scalar(select(Member.id).where(Member.id == i).subquery().select()),
    "cte": lambda s, i: s.scalar(select(Member.id).where(Member.id == i).cte().select()),
    "class over a cte": lambda s, i: s.scalar(select(aliased(Member, select(Member).where(Member.id == i).cte()))),
    "recursive cte": lambda s, i: s.scalar(
        (base := select(Member.id).where(Member.id == i).cte(recursive=True))
        .union(select(Member.id).join(base, base.c.id == Member.id))
        .select()
    ),
    "union": lambda s, i: s.scalar(
        union(select(Member.id).where(Member.id == i), select(OTHER.id).where(OTHER.id == i))
    ),
    "class over a union": lambda s, i: s.scalar(
        select(Member).from_statement(union(select(Member).where(Member.id == i), select(Member).where(Member.id == i)))
    ),
    "exists": lambda s, i: s.scalar(select(Workplace.id).where(exists().where(Member.id == i))),
    "in a list of columns": lambda s, i: (
        s.scalar(select(Workplace.id, exists().where(Member.id == i)))
        and s.execute(select(exists().where(Member.id == i).label("found"), Workplace.id)).scalar()
    ),
    "join": lambda s, i: s.scalar(
        select(Employment.id).join(Member, Member.id == Employment.member_id).where(Member.id == i)
    ),
    "outer join": lambda s, i: s.scalar(
        select(Member.id).select_from(Workplace).outerjoin(Member, literal(True)).where(Member.id == i)
    ),
    "has": lambda s, i: s.scalar(select(Employment.id).where(Employment.member.has(Member.id == i))),
    "any": lambda s, i: s.scalar(select(Member.id).where(Member.employments.any(Employment.member_id == i))),
    "order and limit": lambda s, i: s.scalars(
        select(Member).where(Member.id == i).order_by(Member.version).limit(1)
    ).first(),
    "group": lambda s, i: s.execute(select(Member.id, func.count()).where(Member.id == i).group_by(Member.id)).first(),
    "having": lambda s, i: s.scalar(
        select(Member.id).group_by(Member.id).having(func.max(Member.version) > 0).where(Member.id == i)
    ),
    "window": lambda s, i: s.execute(select(Member.id, func.count().over()).where(Member.id == i)).first(),
    "tuple": lambda s, i: s.scalar(select(Member.id).where(tuple_(Member.id, Member.version).in_([(i, 1)]))),
    "query": lambda s, i: s.query(Member).filter_by(id=i).count(),
    "query of columns": lambda s, i: s.query(Member.id).filter(Member.id == i).first(),
    "query of the table": lambda s, i: s.query(Member).filter(MEMBER.c.id == i).first(),
    "yield_per": lambda s, i: list(s.scalars(select(Member).where(Member.id == i).execution_options(yield_per=1))),
    "stream of partitions": lambda s, i: [
        one for part in s.scalars(select(Member).where(Member.id == i)).partitions(1) for one in part
    ],
    "merge": lambda s, i: (
        s.merge(Member(id=i, identity=Identity(), standing=Standing(), version=1), load=True) in s.identity_map.values()
    ),
    "eager through a child": lambda s, i: [
        one.member for one in s.scalars(select(Employment).options(joinedload(Employment.member))) if one.member_id == i
    ],
    "contains_eager": lambda s, i: s.scalars(
        select(Employment).join(Employment.member).options(contains_eager(Employment.member)).where(Member.id == i)
    ).first(),
}


@pytest.mark.parametrize("way", WAYS)
def test_a_foreign_row_is_missing_however_it_is_asked_for(store: Store, cast: Cast, way: str) -> None:
    """Rita works at there: Olu, who works at here, finds nothing by any way that finds Mina."""
    with at(store, cast, "olu") as session, session.no_autoflush:
        assert not WAYS[way](session, cast.rita)
    with at(store, cast, "olu") as session, session.no_autoflush:
        if way != "merge":
            assert WAYS[way](session, cast.mina)
    with at(store, cast, "ann") as session, session.no_autoflush:
        assert not WAYS[way](session, cast.omar)  # at her own site, and not entrusted to her
    with at(store, cast, "ada") as session, session.no_autoflush:
        assert not WAYS[way](session, cast.mina)  # an analyst reaches nobody


LOADS = {"lazy": None, "joined": joinedload, "selectin": selectinload, "subquery": subqueryload}


@pytest.mark.parametrize("load", LOADS)
def test_relationships_are_narrowed(store: Store, cast: Cast, load: str) -> None:
    """Mina also works at there: whoever reaches here sees one of her two employments."""
    with store.maintaining() as session:
        session.add(Employment(workplace_id=cast.there, member_id=cast.mina, terms=Terms(job="cachée"), version=1))
    with at(store, cast, "olu") as session:
        ask = select(Member).where(Member.id == cast.mina)
        loader = LOADS[load]
        member = session.scalars(ask.options(loader(Member.employments)) if loader else ask).unique().one()
        assert [one.workplace_id for one in member.employments] == [cast.here]
        session.expire(member)
        assert [one.workplace_id for one in member.employments] == [cast.here]
        session.refresh(member, ["employments"])
        assert [one.workplace_id for one in member.employments] == [cast.here]


@pytest.mark.parametrize("load", LOADS)
def test_the_parent_side_is_narrowed(store: Store, cast: Cast, load: str) -> None:
    with store.maintaining() as session:
        employer = session.get_one(Workplace, cast.here).employer_id
        session.add(Workplace(employer_id=employer, site=Site("Caché"), roster=0, version=1))
    loader = LOADS[load]
    ask = select(Employer).options(loader(Employer.workplaces)) if loader else select(Employer)
    with at(store, cast, "olu") as session:
        (found,) = session.scalars(ask).unique().all()
        assert [one.id for one in found.workplaces] == [cast.here]


def test_a_case_hides_its_kinds_too(store: Store, cast: Cast, cases: dict[str, UUID]) -> None:
    """The rule of the parent holds for each kind over the same table."""
    for kind, name in ((Case, "ordinary"), (Grievance, "ordinary"), (Case, "layoff"), (Layoff, "layoff")):
        with at(store, cast, "olu") as session:
            assert session.get(kind, cases[name]) is not None
            assert session.scalar(select(aliased(kind)).where(literal(True)).limit(1)) is not None
        with at(store, cast, "zed") as session:
            assert session.get(kind, cases[name]) is None
            assert session.scalar(select(func.count(kind.id)).where(kind.id == cases[name])) == 0
    with at(store, cast, "zed") as session:
        everything = with_polymorphic(Case, [Grievance, Layoff])
        assert session.scalars(select(everything.id)).all() == [cases["foreign"]]
        assert session.scalars(in_the_agenda(today())).all() == [session.get(Grievance, cases["foreign"])]


def test_a_confidential_case_is_known_to_those_it_names_only(store: Store, cast: Cast, cases: dict[str, UUID]) -> None:
    """Not to the desk, nor to the secretariat."""
    seen = {}
    for name in ("ann", "olu", "zed", "sal", "lex", "ada"):
        with at(store, cast, name) as session:
            seen[name] = {key for key, one in cases.items() if session.get(Case, one)}
            assert len(session.scalars(select(CaseEntry)).all()) == len(seen[name])
            assert session.scalar(select(func.count(Case.id))) == len(seen[name])
    assert seen == {
        "ann": {"ordinary", "hidden"},
        "olu": {"ordinary", "layoff"},
        "zed": {"foreign"},
        "sal": {"ordinary", "layoff", "foreign"},
        "lex": set(),
        "ada": set(),
    }


def test_nobody_names_himself_on_a_case_that_is_hidden_from_him(
    store: Store, cast: Cast, cases: dict[str, UUID]
) -> None:
    for name in ("olu", "sal", "lex", "zed", "ada"):
        person = getattr(cast, name)
        for where in (cast.here, cast.there):
            with at(store, cast, name) as session:
                session.add(CaseParty(case_id=cases["hidden"], workplace_id=where, account_id=person))
                with pytest.raises(Unreachable):
                    session.flush()
            row = {"id": uuid4(), "case_id": cases["hidden"], "workplace_id": where, "account_id": person}
            with at(store, cast, name) as session, pytest.raises(Unreachable):
                session.insert_many(CaseParty, [row])


def test_who_is_named_reads_and_no_longer_when_taken_off(store: Store, cast: Cast, cases: dict[str, UUID]) -> None:
    with store.writing(cast.reach("ann")) as session:
        session.add(CaseParty(case_id=cases["hidden"], workplace_id=cast.here, account_id=cast.lex))
    with at(store, cast, "lex") as session:
        assert session.get(Case, cases["hidden"]) is not None
    with store.writing(cast.reach("ann")) as session:
        session.delete(session.scalars(select(CaseParty)).one())
    with at(store, cast, "lex") as session:
        assert session.get(Case, cases["hidden"]) is None


STATEMENTS = {
    "table": select(MEMBER),
    "column of a table": select(MEMBER.c.id),
    "count of a table": select(func.count()).select_from(MEMBER),
    "text": text("select * from member"),
    "text as a column": select(text("1")),
    "text in a condition": select(Member).where(text("1=1")),
    "text in the order": select(Member.id).order_by(text("1")),
    "class from text": select(Member).from_statement(text("select * from member")),
    "class from text columns": select(Member).from_statement(text("select * from member").columns(Member.id)),
    "class from a table": select(Member).from_statement(select(MEMBER)),
    "update": update(Member).values(version=2),
    "update of a table": update(MEMBER).values(version=2),
    "delete": delete(Member),
    "insert": insert(Member),
    "insert of a select": insert(Member).from_select(["id"], select(Member.id)),
    "table in an in": select(Member).where(Member.id.in_(select(MEMBER.c.id))),
    "table in a subquery": select(select(MEMBER.c.id).subquery()),
    "table in an exists": select(Member.id).where(select(MEMBER.c.id).exists()),
    "join of a table": select(Workplace).join(MEMBER, MEMBER.c.id == Workplace.id),
    "union of a table": select(Member.id).union(select(MEMBER.c.id)),
    "lateral": select(Workplace.id, select(MEMBER.c.id).lateral().c.id),
    "cte of a table": select(select(MEMBER.c.id).cte().c.id, Workplace.id),
    "literal column": select(Member.id, literal_column("(select identity_sealed from member)")),
    "literal column in a function": select(Workplace.id, func.coalesce(literal_column("(select 1 from member)"))),
    "literal column in a condition": select(Member.id).where(literal_column("1 = 1")),
    "light table": select(Workplace.id, LIGHT.c.identity_sealed),
    "light table in from": select(Member.id).select_from(LIGHT),
    "light join": select(Member.id).join(LIGHT, LIGHT.c.id == Member.id),
    "unknown table": select(Workplace.id, Table("door", MetaData(), Column("token", String)).alias()),
    "prefix": select(Member.id).prefix_with("all"),
    "suffix": select(Member.id).suffix_with("union select id from member"),
    "statement hint": select(Member.id).with_statement_hint("union select id from member"),
    "hint": select(Member).with_hint(Member, "x"),
    "prefix in a subquery": select(Workplace.id).where(Workplace.id.in_(select(Member.id).prefix_with("all"))),
    "values of a column": select(Workplace.id).where(MEMBER.c.version == 1),
    "function alone": select(func.sqlite_version()),
    "cross product": select(Workplace.id, MEMBER.c.identity_sealed),
    "literal": select(literal(1)),
}


@pytest.mark.parametrize("name", STATEMENTS)
def test_what_cannot_be_narrowed_is_refused(store: Store, cast: Cast, name: str) -> None:
    for who in ("zed", "sal"):
        with at(store, cast, who) as session, pytest.raises(Unreachable):
            session.execute(STATEMENTS[name])


ROUNDS: dict[str, Ask] = {
    "bulk update": lambda s: s.execute(update(Member), [{"id": uuid4(), "version": 2}]),
    "bulk insert": lambda s: s.execute(insert(Member), [{"id": uuid4(), "version": 2}]),
    "bulk_update_mappings": lambda s: s.bulk_update_mappings(Member, []),
    "bulk_insert_mappings": lambda s: s.bulk_insert_mappings(Member, []),
    "bulk_save_objects": lambda s: s.bulk_save_objects([]),
    "connection": lambda s: s.connection(),
    "query update": lambda s: s.query(Member).update({"version": 2}),
    "query delete": lambda s: s.query(Member).delete(),
    "query of text": lambda s: s.query(Member).from_statement(text("select * from member")).all(),
    "query of a table": lambda s: s.query(MEMBER).all(),
    "written words": lambda s: s.execute(text("select 1")),
}


@pytest.mark.parametrize("name", ROUNDS)
def test_bulk_forms_and_bare_connections_are_refused(store: Store, cast: Cast, name: str) -> None:
    for who in ("zed", "sal"):
        with at(store, cast, who) as session, pytest.raises(Unreachable):
            ROUNDS[name](session)


def test_a_session_needs_a_reach(store: Store) -> None:
    with pytest.raises(TypeError):
        ReachSession(store.engine)  # type: ignore[call-arg]  # what is tried
    with ReachSession(store.engine, reach=Reach()) as session:
        assert session.scalars(select(Workplace)).all() == []


def test_writing_into_a_foreign_workplace_is_refused(store: Store, cast: Cast, cases: dict[str, UUID]) -> None:
    with at(store, cast, "olu") as session:
        session.get_one(Grievance, cases["ordinary"]).workplace_id = cast.there
        with pytest.raises(Unreachable):
            session.flush()
    far = {"workplace_id": cast.there, "employment_id": cast.rita_employment, "member_id": cast.rita}
    for new in (
        grievance(cast, **far, reported_by=cast.olu),
        Proposal(workplace_id=cast.there, account_id=cast.olu),
        Employment(workplace_id=cast.there, member_id=cast.mina, terms=Terms(), version=1),
        Workplace(employer_id=cast.employer, site=Site("Neuf"), roster=0, version=1),
        CaseEntry(
            case_id=cases["foreign"], workplace_id=cast.here, number=9, entry=Entry(datetime.now(UTC), None, "", "x")
        ),
        MemberToken(member_id=cast.rita, token=b"1" * 16),
    ):
        with at(store, cast, "olu") as session:
            session.add(new)
            with pytest.raises(Unreachable):
                session.flush()
    with Session(store.engine) as session:
        assert session.get_one(Grievance, cases["ordinary"]).workplace_id == cast.here


def test_a_foreign_person_is_not_drawn_in(store: Store, cast: Cast) -> None:
    """Whoever employs, entrusts or marks a person must reach them: else any id of a person would open their file."""
    for new in (
        Employment(workplace_id=cast.here, member_id=cast.rita, terms=Terms(), version=1),
        Entrusted(account_id=cast.ann, member_id=cast.rita, workplace_id=cast.here),
    ):
        with at(store, cast, "olu") as session:
            session.add(new)
            with pytest.raises(Unreachable):
                session.flush()
    with at(store, cast, "olu") as session:
        two = [Employment(workplace_id=cast.here, member_id=cast.rita, terms=Terms(), version=1) for _ in range(2)]
        session.add_all(two)
        with pytest.raises(Unreachable):
            session.flush()
    row = {"workplace_id": cast.here, "member_id": cast.rita, "terms_sealed": b"", "version": 1}
    with at(store, cast, "olu") as session, pytest.raises(Unreachable):
        session.insert_many(Employment, [{"id": uuid4(), **row}, {"id": uuid4(), **row}])
    with at(store, cast, "olu") as session:
        assert session.get(Member, cast.rita) is None
    with at(store, cast, "olu") as session:
        made_up = {"id": cast.rita, "identity_sealed": b"", "standing_sealed": b"", "version": 1}
        with pytest.raises(IntegrityError):
            session.insert_many(Member, [made_up])
        session.add(Employment(workplace_id=cast.here, member_id=cast.rita, terms=Terms(), version=1))
        with pytest.raises(Unreachable):
            session.flush()  # pretending to have made her does not make her one's own


def test_a_move_through_a_relationship_is_refused(store: Store, cast: Cast) -> None:
    with Session(store.engine) as wide:
        rita, there = wide.get_one(Member, cast.rita), wide.get_one(Workplace, cast.there)
        employer = there.employer
        assert employer.workplaces == [there]
        wide.expunge_all()
    with at(store, cast, "olu") as session:
        session.get_one(Employment, cast.mina_employment).member = rita
        with pytest.raises(Unreachable):
            session.flush()
    with at(store, cast, "olu") as session:
        session.get_one(Workplace, cast.here).employer = Employer(identity=Company("Ailleurs"), version=1)
        session.flush()  # a new one of the reach's own: nobody else's
    with at(store, cast, "olu") as session:
        mine = session.get_one(Employer, cast.employer)
        mine.workplaces.append(there)
        with pytest.raises(Unreachable):
            session.flush()


def test_a_row_smuggled_in_is_neither_changed_nor_removed(store: Store, cast: Cast) -> None:
    def smuggled() -> Member:
        with Session(store.engine) as wide:
            return wide.get_one(Member, cast.rita)

    with at(store, cast, "olu") as session:
        row = smuggled()
        session.add(row)
        row.standing = Standing(Membership.LEFT)
        with pytest.raises(Unreachable):
            session.flush()
    with at(store, cast, "olu") as session:
        session.delete(smuggled())
        with pytest.raises(Unreachable):
            session.flush()
    ghost = Member(id=cast.rita)
    make_transient_to_detached(ghost)
    with at(store, cast, "olu") as session:
        session.add(ghost)
        session.delete(ghost)
        with pytest.raises(Unreachable):
            session.flush()


def test_a_write_only_form_is_not_read_back(store: Store, cast: Cast) -> None:
    from_here = {"workplace_id": cast.here, "account_id": cast.ann}
    rest = {"state": ProposalState.NEW, "handed_in_sealed": b""}
    form = uuid4()
    with store.writing(cast.reach("ann")) as session:
        session.add(Proposal(id=form, **from_here, **rest))
        session.flush()
        assert session.scalars(select(Proposal)).all() == []
    with at(store, cast, "ann") as session:
        assert session.get(Proposal, form) is None
        session.add(Proposal(workplace_id=cast.here, account_id=cast.olu, **rest))
        with pytest.raises(Unreachable):
            session.flush()  # in somebody else's name


def test_a_delegate_entrusts_nobody_to_himself(store: Store, cast: Cast) -> None:
    for name in ("ann", "lex", "ada"):
        with at(store, cast, name) as session:
            session.add(Entrusted(account_id=getattr(cast, name), member_id=cast.mina, workplace_id=cast.here))
            with pytest.raises((Unreachable, IntegrityError)) as caught:
                session.flush()
            if name != "ann":  # she reaches Mina already, and the database knows of it
                assert caught.type is Unreachable


@pytest.mark.parametrize("name", ["ann", "olu", "zed", "lex", "ada"])
def test_nobody_but_the_secretariat_gives_reach(store: Store, cast: Cast, name: str) -> None:
    person = getattr(cast, name)
    with at(store, cast, name) as session:
        for grant in session.scalars(select(Grant).where(Grant.account_id == person)):
            grant.everywhere = True
        with pytest.raises(Unreachable):
            session.flush()
    with at(store, cast, name) as session:
        mine = session.scalars(select(Grant).where(Grant.account_id == person)).one()
        session.add(GrantPlace(grant_id=mine.id, account_id=person, workplace_id=cast.here))
        with pytest.raises(Unreachable):
            session.flush()
    with at(store, cast, name) as session:
        assert session.scalars(select(Door).where(Door.account_id != person)).all() == []
        assert session.scalars(select(RecordEntry)).all() == []


def test_the_database_itself_refuses_a_case_where_the_person_never_worked(store: Store, cast: Cast) -> None:
    """Below the reach: the foreign key of a case is the whole employment, with its place and its person."""
    for wrong in (
        {"employment_id": cast.rita_employment},
        {"member_id": cast.rita},
        {"workplace_id": cast.there},
        {"employment_id": cast.rita_employment, "member_id": cast.rita},
        {"employment_id": None, "member_id": cast.rita},
        {"employment_id": cast.rita_employment, "member_id": None},
    ):
        with pytest.raises(IntegrityError), store.maintaining() as session:
            session.add(grievance(cast, **wrong))
    for wrong in ({"workplace_id": cast.there}, {"member_id": cast.rita}):
        right = {"employment_id": cast.mina_employment, "workplace_id": cast.here, "member_id": cast.mina}
        with pytest.raises(IntegrityError), store.maintaining() as session:
            session.add(Mandate(**{**right, **wrong}, held_sealed=b""))


def test_many_at_once_are_checked_too(store: Store, cast: Cast) -> None:
    def rows(place: UUID, many: int) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
        people = [{"id": uuid4(), "identity_sealed": b"", "standing_sealed": b"", "version": 1} for _ in range(many)]
        work = [
            {"id": uuid4(), "workplace_id": place, "member_id": one["id"], "terms_sealed": b"", "version": 1}
            for one in people
        ]
        return people, work

    with store.writing(cast.reach("olu")) as session:
        people, work = rows(cast.here, 6000)
        session.insert_together((Member, people), (Employment, work))
        assert session.scalar(select(func.count(Member.id))) == 6002
    with store.writing(cast.reach("olu")) as session:
        foreign, there = rows(cast.there, 3)
        mine, here = rows(cast.here, 3)
        with pytest.raises(Unreachable):
            session.insert_together((Member, foreign + mine), (Employment, there + here))
        # Whoever catches the refusal and goes on keeps nothing of the batch.
    with Session(store.engine) as session:
        assert session.scalar(select(func.count(Member.id))) == 6003


def test_a_row_that_left_the_reach_is_missing_to_the_next_session(store: Store, cast: Cast) -> None:
    with store.writing(cast.reach("sal")) as session:
        session.delete(session.scalars(select(Entrusted)).one())
    with at(store, cast, "ann") as session:
        assert session.get(Member, cast.mina) is None


def test_the_record_of_a_thing_is_shown_to_whoever_holds_it(store: Store, cast: Cast) -> None:
    with at(store, cast, "olu") as session:
        assert about(session, session.get_one(Member, cast.mina)) == []
        for pretended in (Member(id=cast.rita), Member(id=cast.rita, identity=Identity())):
            with pytest.raises(ValueError, match="reached"):
                about(session, pretended)
            session.add(pretended)
            with pytest.raises(ValueError, match="reached"), session.no_autoflush:
                about(session, pretended)
            session.expunge(pretended)


def test_every_mapped_class_is_narrowed_by_itself_or_by_the_one_whose_table_it_shares() -> None:
    """Also a second view of a table, which no list of tables shows."""
    mapped = [mapper for mapper in Model.registry.mappers if issubclass(mapper.class_, Reachable)]
    free = [one.class_ for one in mapped if not {each.class_ for each in one.iterate_to_root()} & set(Reachable.kinds)]
    assert len(mapped) > 30
    assert free == [], f"no criterion narrows {free}"


def test_a_class_that_comes_later_is_narrowed_as_well(store: Store, cast: Cast) -> None:
    """The criteria of a reach are kept; a class that is known since must be among them."""
    with at(store, cast, "olu") as session:
        before = len(session.criteria.criteria)
    known = list(Reachable.kinds)
    try:
        Reachable.kinds.append(Reachable.kinds[-1])
        with at(store, cast, "olu") as session:
            assert len(session.criteria.criteria) == before + 1
    finally:
        Reachable.kinds[:] = known


def test_reaches_of_one_shape_share_their_sql_and_not_their_rows(store: Store, cast: Cast) -> None:
    """Two organisers of one site each: SQLAlchemy compiles the statement once, and each is given their own values."""
    asked = select(Workplace.id)
    here, there = (Reach(person=uuid4(), workplaces=frozenset({one})) for one in (cast.here, cast.there))
    for _ in range(2):
        with store.reading(here) as one, store.reading(there) as two:
            assert one.criteria.key == two.criteria.key
            assert one.scalars(asked).all() == [cast.here]
            assert two.scalars(asked).all() == [cast.there]


@pytest.fixture(autouse=True)
def _nothing_left_open(store: Store) -> Iterator[None]:
    yield
    assert store.engine.pool.checkedout() == 0, "a session was left open"


def test_every_account_row_of_another_site_is_missing(store: Store, cast: Cast) -> None:
    """An organiser sees those who work beside them, to hand a case over; a delegate never sees another delegate."""
    seen = {}
    for name in ("ann", "olu", "zed", "sal", "lex", "ada"):
        with at(store, cast, name) as session:
            seen[name] = {one.holder.login for one in session.scalars(select(Account))}
    assert seen["olu"] == {"ann", "olu", "sal", "lex", "ada"}
    assert "olu" not in seen["zed"]
    assert "lex" not in seen["ann"]
    assert "zed" not in seen["ann"] | seen["olu"] | seen["lex"] | seen["ada"]
    assert len(seen["sal"]) == 6


def test_every_line_of_a_dispute_follows_its_case(store: Store, cast: Cast, cases: dict[str, UUID]) -> None:
    with store.maintaining() as session:
        one = {"workplace_id": cast.here, "facts_sealed": b"", "snapshot_sealed": b"", "version": 1}
        session.add(LayoffPerson(case_id=cases["layoff"], position=1, **one))
    for name, many in {"olu": 1, "sal": 1, "ann": 0, "zed": 0, "lex": 0, "ada": 0}.items():
        with at(store, cast, name) as session:
            assert session.scalar(select(func.count(LayoffPerson.id))) == many


def test_the_kinds_of_a_case_cannot_be_read_as_one_another(store: Store, cast: Cast, cases: dict[str, UUID]) -> None:
    with at(store, cast, "olu") as session:
        assert session.get(Layoff, cases["ordinary"]) is None
        assert session.get(Grievance, cases["layoff"]) is None
        assert {one.kind for one in session.scalars(select(Case))} == {CaseKind.GRIEVANCE, CaseKind.LAYOFF}


NOBODY = [
    Reach(everywhere=everywhere, workplaces=workplaces, **dict.fromkeys(flags, True))
    for everywhere, workplaces in ((True, frozenset()), (False, frozenset({UUID(int=7)})))
    for flags in ((), ("named_only",), ("named_only", "parties"), ("figures_only",), ("accounts",))
]


@pytest.mark.parametrize("kind", Reachable.kinds, ids=lambda kind: kind.__name__)
def test_where_nobody_asks_no_column_is_compared_with_nobody(kind: type[Reachable]) -> None:
    """`column == None` is `IS NULL`: what nobody took, wrote or handles would be nobody's own."""
    for reach in NOBODY:
        for rule in (kind.within(reach), kind.writable(reach)):
            compiled = rule.compile()
            empty = re.findall(r"([\w.]+) IS NULL", str(compiled))
            assert not {one for one in empty if one.endswith(("_by", "account_id", ".id"))}, f"{kind.__name__}: {empty}"
            assert None not in compiled.params.values(), f"{kind.__name__} compares a column with nobody"


def test_nobody_has_an_own_row() -> None:
    """The one way in which a rule names who asks, held by a house rule."""
    assert str(Reach().own(Case.handled_by).compile()) == str(false().compile())
    assert "handled_by =" in str(Reach(person=uuid4()).own(Case.handled_by).compile())


def test_a_reach_of_nobody_sees_no_confidential_case(store: Store, cast: Cast, cases: dict[str, UUID]) -> None:
    """Nobody took it yet: it is not therefore of whoever counts."""
    with ReachSession(store.engine, reach=Reach(everywhere=True)) as session:
        assert set(session.scalars(select(Case.id))) == set(cases.values()) - {cases["hidden"]}
        assert session.scalar(select(func.count(Case.id)).where(Case.confidential)) == 0
