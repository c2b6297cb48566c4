"""Runs the revisions, on a connection of its own."""

from __future__ import annotations

from alembic import context
from sqlalchemy import create_engine

from union import features  # every model of every feature
from union.store.db import Model

assert features.BLUEPRINTS

SETTINGS = {"target_metadata": Model.metadata, "render_as_batch": True, "compare_type": True}


def run() -> None:
    url = context.config.attributes["url"]
    engine = create_engine(url, hide_parameters=True)
    with engine.connect() as connection:
        on_sqlite = connection.dialect.name == "sqlite"
        if on_sqlite:
            driver = connection.connection.dbapi_connection
            assert driver is not None
            driver.isolation_level = None
            # Off before BEGIN: a batch copy with it on silently deletes cascading children.
            driver.execute("PRAGMA foreign_keys=OFF")
            driver.execute("PRAGMA journal_mode=WAL")
            driver.execute("PRAGMA secure_delete=ON")
            connection.exec_driver_sql("BEGIN IMMEDIATE")
        context.configure(connection=connection, transactional_ddl=True, **SETTINGS)
        with context.begin_transaction():
            context.run_migrations()
            if on_sqlite and connection.exec_driver_sql("PRAGMA foreign_key_check").first():
                raise RuntimeError("This revision leaves rows that point nowhere: nothing was changed.")
        connection.commit()
        if on_sqlite:
            connection.exec_driver_sql("COMMIT") if driver.in_transaction else None
    engine.dispose()


run()
