"""The schema's history: up, down and up on both databases; its head is what the models say; settings are in force."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest
import sqlalchemy as sa
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, inspect
from sqlalchemy.exc import DBAPIError, IntegrityError

import config
from tests.conftest import POSTGRES
from union import features
from union.app import open_store
from union.installation import alembic, initialise, upgrade
from union.record import chain
from union.store.db import Model, Store
from union.vault.root import BadKey

assert features.BLUEPRINTS


@pytest.fixture
def empty(database: str, tmp_path: Path, worker_id: str) -> Iterator[str]:
    """The address of a database with nothing in it."""
    if database == "sqlite":
        yield f"sqlite:///{tmp_path / 'empty.db'}"
        return
    name = f"{os.environ.get('UNION_TEST_DATABASE', 'union_test')}_empty_{worker_id}"
    with psycopg.connect(POSTGRES, autocommit=True) as connection:
        connection.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
        connection.execute(f"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8'")
    yield POSTGRES.rsplit("/", 1)[0].replace("postgresql://", "postgresql+psycopg://") + f"/{name}"
    with psycopg.connect(POSTGRES, autocommit=True) as connection:
        connection.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")


def _tables(url: str) -> set[str]:
    engine = create_engine(url)
    try:
        return set(inspect(engine).get_table_names()) - {"alembic_version", "sqlite_sequence"}
    finally:
        engine.dispose()


def test_up_down_up(empty: str) -> None:
    wanted = {table.name for table in Model.metadata.tables.values()}
    command.upgrade(alembic(empty), "head")
    assert _tables(empty) == wanted
    command.downgrade(alembic(empty), "base")
    assert _tables(empty) == set()
    command.upgrade(alembic(empty), "head")
    assert _tables(empty) == wanted


def test_each_revision_goes_down_and_up_by_itself(empty: str) -> None:
    for revision in reversed(list(ScriptDirectory.from_config(alembic(empty)).walk_revisions())):
        command.upgrade(alembic(empty), revision.revision)
        command.downgrade(alembic(empty), "-1")
        command.upgrade(alembic(empty), revision.revision)


def test_there_is_one_head() -> None:
    assert len(ScriptDirectory.from_config(alembic("sqlite://")).get_heads()) == 1


def test_the_head_is_what_the_models_say(store: Store) -> None:
    with store.engine.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"compare_type": True, "compare_server_default": True, "render_as_batch": True}
        )
        assert compare_metadata(context, Model.metadata) == []


def test_checks_are_in_the_schema_too(store: Store) -> None:
    """Alembic does not compare them."""
    found = inspect(store.engine)
    for table in Model.metadata.tables.values():
        named = {str(one.name) for one in table.constraints if type(one).__name__ == "CheckConstraint" and one.name}
        there = {one["name"] for one in found.get_check_constraints(table.name)}
        assert named <= there, f"{table.name}: the migrations do not make {', '.join(sorted(named - there))}"


def test_tables_are_strict(store: Store) -> None:
    if not store.on_sqlite:
        return  # PostgreSQL knows no other
    with store.engine.connect() as connection:
        lax = connection.exec_driver_sql(
            "SELECT name FROM pragma_table_list WHERE type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'"
        ).scalars()
        assert set(lax) == {"alembic_version"}
        with pytest.raises(DBAPIError):
            connection.exec_driver_sql(
                "INSERT INTO record_head (id, sequence, code) VALUES ('x', 'not a number', x'00')"
            )


PRAGMAS = {
    "journal_mode": "wal",
    "synchronous": 2,
    "foreign_keys": 1,
    "busy_timeout": 5000,
    "secure_delete": 1,
    "trusted_schema": 0,
    "recursive_triggers": 1,
    "temp_store": 2,
}
SETTINGS = {
    "statement_timeout": "15s",
    "lock_timeout": "4s",
    "idle_in_transaction_session_timeout": "30s",
    "fsync": "on",
}


def test_settings_are_in_force_on_every_connection(store: Store) -> None:
    """Of many: a setting given once holds for one connection only."""
    connections = [store.engine.connect() for _ in range(4)]
    try:
        for connection in connections:
            if store.on_sqlite:
                found = {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in PRAGMAS}
                assert found == PRAGMAS
            else:
                found = {name: connection.exec_driver_sql(f"SHOW {name}").scalar() for name in SETTINGS}
                assert found == SETTINGS
    finally:
        for connection in connections:
            connection.close()


def test_a_reader_that_turns_writer_is_seen_at_once(store: Store) -> None:
    """Writers begin as writers: on SQLite a second one waits for its turn instead of failing in the middle."""
    if not store.on_sqlite:
        return
    begun: list[str] = []

    def traced(statement: str) -> None:
        if statement.startswith("BEGIN"):
            begun.append(statement.strip())

    with store.maintaining() as session:
        raw = session.connection().connection.dbapi_connection
        assert raw is not None
        raw.set_trace_callback(traced)  # type: ignore[attr-defined]  # SQLite's own
    with store.maintaining():
        pass
    assert begun
    assert set(begun) == {"BEGIN IMMEDIATE"}


def test_nothing_in_the_schema_is_a_number_with_a_point(store: Store) -> None:
    """Money is whole centimes: a NUMERIC is a floating number on SQLite."""
    for table in Model.metadata.tables.values():
        for column in table.columns:
            assert not re.search("NUMERIC|DECIMAL|FLOAT|REAL", str(column.type).upper()), f"{table.name}.{column.name}"


def test_own_files_leave_the_account_and_come_back(empty: str) -> None:
    """Revision 0003 moves data: links that hold move over; one to a file that is gone, or claimed twice, stays out."""
    command.upgrade(alembic(empty), "0002")
    accounts, members = [uuid4() for _ in range(4)], [uuid4() for _ in range(2)]
    pairs = dict(zip(accounts, (members[0], members[1], members[1], uuid4()), strict=True))
    engine = create_engine(empty)
    with engine.begin() as connection:
        connection.execute(
            sa.insert(_BEFORE[1]),
            [{"id": one, "identity_sealed": b"", "standing_sealed": b"", "version": 1} for one in members],
        )
        connection.execute(
            sa.insert(_BEFORE[0]),
            [
                {
                    "id": one,
                    "login_token": one.bytes,
                    "holder_sealed": b"",
                    "password": "",
                    "disabled": False,
                    "member_id": member,
                    "version": 1,
                }
                for one, member in pairs.items()
            ],
        )
    command.upgrade(alembic(empty), "0003")
    with engine.connect() as connection:
        moved = connection.execute(sa.select(_OWN.c.account_id, _OWN.c.member_id)).all()
        assert [tuple(row) for row in moved] == [(accounts[0], members[0])]
        assert len(connection.execute(sa.select(_BEFORE[0].c.id)).all()) == 4
    command.downgrade(alembic(empty), "0002")
    with engine.connect() as connection:
        held = connection.execute(sa.select(_BEFORE[0].c.id, _BEFORE[0].c.member_id)).all()
        assert {row.id: row.member_id for row in held} == {**dict.fromkeys(accounts), accounts[0]: members[0]}
    engine.dispose()


def test_work_is_found_by_its_workplace_first_and_still_holds_its_mandates(empty: str) -> None:
    """Revision 0027 makes a constraint anew on which other tables lean."""
    command.upgrade(alembic(empty), "0026")
    employer, workplace, member, work = (uuid4() for _ in range(4))
    place = {"workplace_id": workplace, "member_id": member}
    elsewhere = {"workplace_id": workplace, "member_id": uuid4()}
    engine = _with_foreign_keys(empty)
    with engine.begin() as connection:
        _insert(connection, "employer", id=employer, identity_sealed=b"", version=1)
        _insert(connection, "workplace", id=workplace, employer_id=employer, site_sealed=b"", roster=0, version=1)
        _insert(connection, "member", id=member, identity_sealed=b"", standing_sealed=b"", version=1)
        _insert(connection, "employment", id=work, **place, terms_sealed=b"", version=1)
        _insert(connection, "mandate", id=uuid4(), employment_id=work, **place, held_sealed=b"")
    for revision, columns in (
        ("0027", ["workplace_id", "member_id", "id"]),
        ("0026", ["id", "workplace_id", "member_id"]),
        ("0027", ["workplace_id", "member_id", "id"]),
    ):
        (command.upgrade if revision == "0027" else command.downgrade)(alembic(empty), revision)
        assert [one["column_names"] for one in inspect(engine).get_unique_constraints("employment")] == [columns]
        with engine.begin() as connection:
            _insert(connection, "mandate", id=uuid4(), employment_id=work, **place, held_sealed=b"")
        with pytest.raises(IntegrityError), engine.begin() as connection:
            _insert(connection, "mandate", id=uuid4(), employment_id=work, **elsewhere, held_sealed=b"")
    with engine.connect() as connection:
        assert connection.execute(sa.text("SELECT count(*) FROM mandate")).scalar() == 4
        by_workplace = "SELECT member_id FROM employment WHERE workplace_id = 'x'"
        if engine.dialect.name == "sqlite":
            plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {by_workplace}").all()
            assert "(workplace_id=?)" in str(plan)
    engine.dispose()


def _with_foreign_keys(url: str) -> sa.Engine:
    engine = create_engine(url)
    if engine.dialect.name == "sqlite":
        sa.event.listen(engine, "connect", lambda driver, _: driver.execute("PRAGMA foreign_keys=ON"))
    return engine


KINDS: dict[type, sa.types.TypeEngine[Any]] = {UUID: sa.Uuid(), int: sa.Integer(), bytes: sa.LargeBinary()}


def _insert(connection: sa.Connection, name: str, **row: UUID | int | bytes) -> None:
    table = sa.table(name, *(sa.column(column, KINDS[type(value)]) for column, value in row.items()))
    connection.execute(sa.insert(table), row)


@pytest.mark.parametrize("cut", [False, True])
def test_the_end_of_a_record_of_before_is_sealed(empty: str, key_file: Path, tmp_path: Path, cut: bool) -> None:
    """Revision 0016 needs the key, seals the end that stands at the last entry, and makes no cut one whole."""
    state = tmp_path / "state"
    settings = config.read({"UNION_STATE": str(state), "UNION_KEY_FILE": str(key_file), "UNION_DATABASE": empty})
    initialise(settings)
    store = open_store(settings)
    for _ in range(3):
        with store.maintaining() as session:
            chain.note(session, None, chain.Act.OPENED, "member", uuid4())
    store.engine.dispose()
    command.downgrade(alembic(empty), "0015")
    engine = create_engine(empty)
    if cut:
        with engine.begin() as connection:
            connection.execute(sa.text("UPDATE record_head SET sequence = 4"))
    with pytest.raises(BadKey, match="union upgrade") if not cut else nullcontext():
        command.upgrade(alembic(empty), "head")
    engine.dispose()
    upgrade(settings)
    store = open_store(settings)
    with store.maintaining() as session:
        assert chain.verify(session) == (chain.Verdict(3, 4, "cut off at the end") if cut else chain.Verdict(3))
    store.engine.dispose()


_BEFORE = (
    sa.table(
        "account",
        sa.column("id", sa.Uuid()),
        sa.column("login_token", sa.LargeBinary()),
        sa.column("holder_sealed", sa.LargeBinary()),
        sa.column("password", sa.String()),
        sa.column("disabled", sa.Boolean()),
        sa.column("member_id", sa.Uuid()),
        sa.column("version", sa.Integer()),
    ),
    sa.table(
        "member",
        sa.column("id", sa.Uuid()),
        sa.column("identity_sealed", sa.LargeBinary()),
        sa.column("standing_sealed", sa.LargeBinary()),
        sa.column("version", sa.Integer()),
    ),
)
_OWN = sa.table("own_file", sa.column("account_id", sa.Uuid()), sa.column("member_id", sa.Uuid()))
