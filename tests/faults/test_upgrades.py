"""An upgrade that is killed at any statement leaves what was there before or what comes after, and can be run again."""

from __future__ import annotations

import os
import shutil
import signal
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, create_engine, event, inspect

import config
from tests.test_migrations import empty
from union.app import open_store
from union.installation import NotReady, alembic, initialise, refuse_half_made, upgrade
from union.store.db import Model

__all__ = ["empty"]


def killed(url: str, at: int) -> bool:
    """Upgrade in a process that is killed before that statement. Returns whether there were as many."""
    child = os.fork()
    if child == 0:
        seen = 0

        def count(*_: Any) -> None:
            nonlocal seen
            seen += 1
            if seen == at:
                os.kill(os.getpid(), signal.SIGKILL)

        event.listen(Engine, "before_cursor_execute", count)
        command.upgrade(alembic(url), "head")
        os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


def found(url: str) -> tuple[str | None, set[str]]:
    """The revision that the database says, and its tables."""
    engine = create_engine(url)
    try:
        with engine.connect() as connection:
            revision = MigrationContext.configure(connection).get_current_revision()
            return revision, set(inspect(connection).get_table_names()) - {"alembic_version", "sqlite_sequence"}
    finally:
        engine.dispose()


def test_an_upgrade_killed_anywhere_is_run_again(empty: str) -> None:
    """All revisions are one transaction: what stood before the kill stands after it, to the table."""
    command.upgrade(alembic(empty), "0001")
    before = found(empty)
    for at in (3, 20, 60):
        assert killed(empty, at)
        assert found(empty) == before
    command.upgrade(alembic(empty), "head")
    engine = create_engine(empty)
    with engine.connect() as connection:
        options = {"compare_type": True, "compare_server_default": True, "render_as_batch": True}
        assert compare_metadata(MigrationContext.configure(connection, opts=options), Model.metadata) == []
    engine.dispose()


def test_each_statement_of_an_upgrade_leaves_what_was_before(empty: str, tmp_path: Path) -> None:
    """Whatever lies there while it runs is what a kill leaves: of SQLite the file with what lies beside it, of
    PostgreSQL what another connection sees."""
    command.upgrade(alembic(empty), "0001")
    before, seen, states = found(empty), 0, set[tuple[str | None, frozenset[str]]]()
    looking = False
    file = Path(empty.removeprefix("sqlite:///")) if empty.startswith("sqlite") else None
    beside = create_engine(empty)
    with beside.connect() as other:

        def look(*_: Any) -> None:
            nonlocal seen, looking
            if looking:
                return
            seen, looking = seen + 1, True
            if file is None:
                names = frozenset(inspect(other).get_table_names())
                other.rollback()
                states.add((None, names))
            elif seen % 5 == 0:  # files of half a megabyte
                copy = tmp_path / f"{seen}.db"
                for ending in ("", "-journal", "-wal"):
                    if Path(f"{file}{ending}").exists():
                        shutil.copy(f"{file}{ending}", f"{copy}{ending}")
                revision, names = found(f"sqlite:///{copy}")
                states.add((revision, frozenset(names)))
                copy.unlink()
            looking = False

        event.listen(Engine, "before_cursor_execute", look)
        try:
            command.upgrade(alembic(empty), "head")
        finally:
            event.remove(Engine, "before_cursor_execute", look)
    beside.dispose()
    assert seen > 100
    if file is None:
        assert states == {(None, frozenset(before[1] | {"alembic_version"}))}
    else:
        assert states == {(before[0], frozenset(before[1]))}
    assert found(empty) != before


def test_no_program_works_on_the_schema_of_another_version(empty: str, key_file: Path, tmp_path: Path) -> None:
    """Old code never meets a new schema nor new code an old one: it says so and does not begin."""
    settings = config.read(
        {"UNION_STATE": str(tmp_path / "state"), "UNION_KEY_FILE": str(key_file), "UNION_DATABASE": empty}
    )
    initialise(settings)
    command.downgrade(alembic(empty), "-1")
    store = open_store(settings)
    with pytest.raises(NotReady, match="union upgrade"):
        refuse_half_made(store, settings)
    upgrade(settings)
    refuse_half_made(store, settings)
    store.engine.dispose()
