"""How often a page asks the database: as often for many rows as for one, on every page of many."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import uuid4

from sqlalchemy import event, inspect, select

from tests.access_matrix import THROUGH
from tests.browsing import Visitor
from tests.cast import Cast
from tests.faults.test_damaged_rows import OF_MANY
from tests.scene import Scene, furnish
from tests.test_access import addresses, rules
from union.app import Union
from union.cases.models import CaseEntry
from union.closures.models import TakenIn
from union.court.models import CourtFile
from union.dismissals.models import Dismissal
from union.grievances.models import Grievance
from union.imports.models import RosterImport
from union.layoffs.models import LayoffPerson
from union.members import roster
from union.members.models import Employment, Mandate, Member, Proposal
from union.receipts.models import Receipt
from union.vault.envelope import Envelope

# What a page of many lists. Each row is written again under other ids, and again, after what it hangs on.
KINDS = (
    Member, Employment, Mandate, Proposal, Grievance, CaseEntry, LayoffPerson, TakenIn, RosterImport, Receipt, Dismissal,
    CourtFile,
)  # fmt: skip
TIMES = 4


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
    for name, one in {"code": uuid4().hex[:10], "position": uuid4().int % 10**6}.items():
        if name in values:  # unique
            values[name] = one
    made = type(row)(**values, **({"version": 1} if hasattr(type(row), "version") else {}))
    for name in sealed:
        setattr(made, name, getattr(row, name))
    others[row.id] = made.id
    return made


def multiply(app: Union) -> None:
    with app.store.maintaining() as session:
        found = [row for kind in KINDS for row in session.scalars(select(kind)).all()]
        for _ in range(TIMES):
            others: dict[Any, Any] = {}
            for row in found:
                session.add(again(row, others))
                session.flush()
    roster.forget()


def counted(app: Union, scene: Scene, visitors: dict[str, Visitor]) -> Iterator[tuple[str, int]]:
    """Each page of many, by who asks; the second time, when what is kept in memory is warm."""
    asked: list[str] = []

    def told(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        asked.append(statement)

    event.listen(app.store.engine, "before_cursor_execute", told)
    for rule in rules(app):
        if rule.endpoint in OF_MANY and "GET" in (rule.methods or ()):
            path = addresses(app, rule, scene.arguments("here", rule.endpoint, rule.arguments))
            for name in sorted(visitors.keys() & set(THROUGH[rule.endpoint].split())):
                visitors[name].get(path)
                asked.clear()
                visitors[name].get(path)
                yield f"{name} {rule.endpoint}", len(asked)
    event.remove(app.store.engine, "before_cursor_execute", told)  # an engine of PostgreSQL serves the next test too


def test_no_page_asks_more_often_where_there_are_more_rows(app: Union, cast: Cast) -> None:
    scene = furnish(app, cast)
    visitors = {name: Visitor(app, getattr(cast, name)) for name in ("ann", "olu", "sal", "lex")}
    before = dict(counted(app, scene, visitors))
    multiply(app)
    after = dict(counted(app, scene, visitors))
    assert len(before) > 50
    assert {one: (before[one], number) for one, number in after.items() if number > before[one]} == {}
