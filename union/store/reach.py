"""Which rows: a session shows, changes and removes only what its person can reach."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache, lru_cache, partial
from itertools import chain
from typing import Any, ClassVar, NoReturn, cast
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, Engine, event, false, func, insert, inspect, select, true
from sqlalchemy.orm import MANYTOONE, InstrumentedAttribute, ORMExecuteState, Session

from union.store.among import Among
from union.store.bulk import Rows, put, take
from union.store.narrowing import Criterion, Narrowing
from union.store.statement_guard import Unreachable as Unreachable  # raised here, and caught under this name
from union.store.statement_guard import refuse_bare_tables

COUNTED = 500  # rows of a value that are read to tell how many there are


@dataclass(frozen=True)
class Reach:
    """Who asks, and where. `person` is an account, None for nobody."""

    person: UUID | None = None
    workplaces: frozenset[UUID] = field(default_factory=frozenset)
    everywhere: bool = False  # the secretariat: all workplaces, and still not every confidential case
    named_only: bool = False  # a delegate, a lawyer: only what they reported, are named on, or were entrusted with
    parties: bool = False  # a lawyer: also the members whom the cases given to them are about
    figures_only: bool = False  # an analyst: no person and no case, only counts
    accounts: bool = False  # who signs in, and the whole record of what was done
    withheld: frozenset[UUID] = field(
        default_factory=frozenset
    )  # cases and a draft that stay closed after a reset of the password
    opened: frozenset[UUID] = field(default_factory=frozenset)  # cases that the person gave a reason for opening
    unopened: bool = False  # also those that ask for a reason, for what counts, dates or hands over and shows nothing
    seal_broken: str = ""  # the code of the one case that two of the secretariat open, though it names neither

    def own(self, account_id: Any) -> ColumnElement[bool]:
        """Rows whose column names who asks. `column == None` would be `IS NULL`: where nobody asks, nothing is
        theirs."""
        return false() if self.person is None else cast(ColumnElement[bool], account_id == self.person)

    def covers(
        self, workplace_id: InstrumentedAttribute[UUID] | InstrumentedAttribute[UUID | None]
    ) -> ColumnElement[bool]:
        """Rows of the workplaces in reach."""
        return true() if self.everywhere else workplace_id.in_(self.workplaces)


class Reachable:
    """A mapped class whose rows belong to somebody: it says in one place what a reach shows of it."""

    kinds: ClassVar[list[type[Reachable]]] = []
    reached_by: ClassVar[str] = ""  # a column: a row lies within exactly where the row that it names does

    def __init_subclass__(cls, **options: Any) -> None:
        super().__init_subclass__(**options)
        # A subclass in its parent's table keeps its rule; a second view of a table (`__table__`) has its own.
        if "__tablename__" in cls.__dict__ or "__table__" in cls.__dict__:
            Reachable.kinds.append(cls)

    @classmethod
    def within(cls, reach: Reach) -> ColumnElement[bool]:
        raise NotImplementedError(f"{cls.__name__} does not say what a reach shows of it")

    @classmethod
    def writable(cls, reach: Reach) -> ColumnElement[bool]:
        """What a reach may add, change and remove: what it shows, unless the class says otherwise (a write-only
        form)."""
        return cls.within(reach)


@lru_cache(maxsize=512)
def _criteria(reach: Reach, _kinds: int) -> Narrowing:
    """Built once per reach; and anew where a class came to be known since.

    Without `propagate_to_loaders` a joined eager load is not narrowed: it has no statement of its own.
    """
    return Narrowing(
        Criterion(kind, kind.within(reach), include_aliases=True, propagate_to_loaders=True) for kind in Reachable.kinds
    )


class ReachSession(Session):
    """A session that cannot be opened without a reach, and never widens."""

    def __init__(self, engine: Engine, *, reach: Reach) -> None:
        super().__init__(engine, autoflush=True)
        self.reach = reach
        self.criteria = _criteria(reach, len(Reachable.kinds))
        self.created: set[bytes] = set()  # ids of rows that this session added: its own may point at them

    def asked_by(self, reach: Reach) -> None:
        """Take the reach of now, before anything was asked: who waited for the writers' turn may have lost theirs."""
        if self.identity_map or self.new:
            raise Unreachable("What was read already was read under another reach")
        self.reach = reach
        self.criteria = _criteria(reach, len(Reachable.kinds))

    def connection(self, *_: Any, **__: Any) -> NoReturn:
        raise Unreachable("A bare connection knows no reach")

    bulk_save_objects = bulk_insert_mappings = bulk_update_mappings = connection

    def insert_many(self, kind: type[Reachable], rows: list[dict[str, Any]]) -> None:
        """Rows with their ids, as fast as the database takes them (imports); refused whole if one lies outside."""
        self.insert_together((kind, rows))

    def insert_together(self, *batches: tuple[type[Reachable], list[dict[str, Any]]]) -> None:
        """Rows of several kinds that are reached through one another (people and their employments), in this order."""
        pointed: dict[Any, set[bytes]] = defaultdict(set)
        for kind, rows in batches:
            for name, target in _pointers(cast(Any, kind)):
                pointed[target].update(row[name].bytes for row in rows if row.get(name) is not None)
        written = [(kind, [row["id"].bytes for row in rows]) for kind, rows in batches]
        with self._within(pointed, written) as connection:
            for kind, rows in batches:
                if rows:
                    connection.execute(insert(kind), rows)

    def insert_rows(self, *batches: Rows) -> None:
        """The same by the hundred thousand, see `bulk.Rows`."""
        pointed: dict[Any, set[bytes]] = defaultdict(set)
        for rows in batches:
            for name, target in _pointers(cast(Any, rows.kind)):
                pointed[target] |= rows.of(name)
        with self._within(pointed, [(rows.kind, rows.ids) for rows in batches]) as connection:
            for rows in batches:
                if not rows.kind.reached_by:
                    put(connection, rows)
        # Nothing can refuse these any more. Within the savepoint SQLite would keep every page of their index as it was,
        # in memory: of tokens, which lie all over it, the more pages the more people there are anywhere.
        for rows in batches:
            if rows.kind.reached_by:
                put(raw(self), rows)

    def rarest(self, column: InstrumentedAttribute[int], values: Sequence[int]) -> int:
        """The one of some values that the fewest rows hold, whoever's they are: to place new ones, and of no row in
        particular."""
        return min(values, key=partial(_crowd, raw(self), column))

    def delete_together(self, *batches: tuple[type[Reachable], Sequence[Any]]) -> None:
        """Rows that this session read, in this order; refused whole if one lies outside, or was changed since.

        Raises `Unreachable`, `StaleDataError`, and `IntegrityError` where another row names one of them.
        """
        self.flush()
        with self.begin_nested():
            for kind, rows in batches:
                _refuse_foreign(self, kind, {row.id.bytes for row in rows})
            for kind, rows in batches:
                take(raw(self), kind, rows)
        for row in chain.from_iterable(rows for _, rows in batches):
            self.expunge(row)

    @contextmanager
    def _within(self, pointed: dict[Any, set[bytes]], written: list[tuple[Any, list[bytes]]]) -> Iterator[Connection]:
        """What is written inside is refused whole if a row of it lies outside, or points there."""
        self.flush()
        added = set(chain.from_iterable(ids for _, ids in written))
        with self.begin_nested():  # whoever catches the refusal keeps nothing of what was refused
            _refuse_what_points_outside(self, pointed, added)
            yield raw(self)
            for kind, ids in written:
                if not kind.reached_by:  # else whom it names was asked for above, or is among those that are new
                    _refuse_foreign(self, kind, ids)
        self.created |= added


def _crowd(connection: Connection, column: InstrumentedAttribute[int], value: int) -> float:
    """How many rows hold a value: a few are counted, of many the ids tell, which are evenly drawn.

    Reads no more of a million rows than of a thousand; wrong by a twentieth, as a rule.
    """
    ids = column.class_.id
    first = connection.scalars(select(ids).where(column == value).order_by(ids).limit(COUNTED)).all()
    return len(first) if len(first) < COUNTED else len(first) * 2**128 / max(1, first[-1].int)


def raw(session: Session) -> Connection:
    """The connection below a session, which knows no reach: for `db` and `record` alone (a house rule holds it)."""
    return Session.connection(session)


@event.listens_for(ReachSession, "do_orm_execute")
def _narrow(state: ORMExecuteState) -> None:
    """A row that is refreshed is asked for again like any other: it may have been put into the session from outside."""
    _refuse_what_cannot_be_narrowed(state)
    state.statement = state.statement.options(cast(ReachSession, state.session).criteria)


def _refuse_what_cannot_be_narrowed(state: ORMExecuteState) -> None:
    if not (state.is_orm_statement and state.is_select):
        raise Unreachable("Only selects of mapped classes: rows are changed one by one, where the record sees them")
    if not (state.is_relationship_load or state.is_column_load):  # written by the ORM itself from mapped classes
        refuse_bare_tables(state.statement)


@cache
def _pointers(kind: type[Any]) -> tuple[tuple[str, Any], ...]:
    """The attributes of a class that name a row of a reachable class, with that class."""
    owners = {inspect(one).local_table: one for one in reversed(Reachable.kinds)}  # the first class of a table owns it
    return tuple(
        (inspect(kind).get_property_by_column(column).key, owners[key.column.table])
        for column in inspect(kind).columns
        for key in column.foreign_keys
        if key.column.primary_key and key.column.table in owners
    )


@event.listens_for(ReachSession, "before_flush")
def _what_was_must_be_writable(session: ReachSession, _flush: Any, _rows: Any) -> None:
    """And what a row is made to point at must be in reach: else naming oneself on a hidden case would open it."""
    _refuse_foreign_rows(session, [*session.dirty, *session.deleted])
    pointed: dict[Any, set[bytes]] = defaultdict(set)
    for row in [*session.new, *session.dirty]:
        for name, target in _pointers(cast(Any, type(row))):
            pointed[target].update(one.bytes for one in inspect(row).attrs[name].history.added if one is not None)
        for relation in inspect(type(row)).relationships:
            if relation.direction is MANYTOONE and issubclass(relation.mapper.class_, Reachable):
                added = inspect(row).attrs[relation.key].history.added
                pointed[relation.mapper.class_].update(one.id.bytes for one in added if one is not None)
    _refuse_what_points_outside(session, pointed, {row.id.bytes for row in session.new})


@event.listens_for(ReachSession, "after_flush")
def _what_is_must_be_writable(session: ReachSession, _flush: Any) -> None:
    """Asked of the database, after the flush: a foreign key set through a relationship is copied only then."""
    _refuse_foreign_rows(session, [*session.new, *session.dirty])
    session.created.update(row.id.bytes for row in session.new)


def _refuse_what_points_outside(session: ReachSession, pointed: dict[Any, set[bytes]], new: set[bytes]) -> None:
    for target, ids in pointed.items():
        _refuse_unless(session, target, ids - session.created - new, target.within(session.reach))


def _refuse_foreign_rows(session: ReachSession, rows: list[Any]) -> None:
    written: dict[Any, set[bytes]] = defaultdict(set)
    for row in rows:
        if isinstance(row, Reachable):
            written[type(row)].add(inspect(row).mapper.primary_key_from_instance(row)[0].bytes)
    for kind, ids in written.items():
        _refuse_foreign(session, kind, ids)


def _refuse_foreign(session: ReachSession, kind: Any, ids: Collection[bytes]) -> None:
    _refuse_unless(session, kind, ids, kind.writable(session.reach))


def _refuse_unless(session: ReachSession, kind: Any, ids: Collection[bytes], rule: ColumnElement[bool]) -> None:
    """Asked of the database. An id that is named twice is one row too few, and is refused with the rest."""
    if not ids:
        return
    asked = select(func.count()).select_from(kind).where(Among(kind.id, ids), rule)
    if raw(session).scalar(asked) != len(ids):
        raise Unreachable(f"{kind.__name__} outside the reach")
