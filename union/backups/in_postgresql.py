"""PostgreSQL's tables, dumped while others write into them, and exchanged for others in one transaction."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Literal

from psycopg.conninfo import conninfo_to_dict, make_conninfo
from sqlalchemy import NullPool, create_engine, make_url, text

import config
from union.backups.archive import BadBackup
from union.installation import NotReady

DEBIAN = Path("/usr/lib/postgresql")
_SCRIPT = "tables.sql"
# Schemas, as texts of SQL: ours, that of what was there before, that of what is thrown away.
_OURS, _BEFORE, _FAILED = "quote_ident(current_schema())", "'union_before'", "'union_failed'"
# Every table and function of one schema into another: the schema itself stays, for it may be somebody else's.
_MOVE = """
DO $move$ DECLARE one record; BEGIN
  FOR one IN SELECT c.oid::regclass AS name FROM pg_class c
    WHERE c.relnamespace = {source}::regnamespace AND c.relkind IN ('r', 'p')
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
  LOOP EXECUTE format('ALTER TABLE %s SET SCHEMA %s', one.name, {target}); END LOOP;
  FOR one IN SELECT p.oid::regprocedure AS name FROM pg_proc p
    WHERE p.pronamespace = {source}::regnamespace
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
  LOOP EXECUTE format('ALTER ROUTINE %s SET SCHEMA %s', one.name, {target}); END LOOP;
END $move$;
"""


def _move(source: str, target: str) -> str:
    return _MOVE.format(source=source, target=target)


class InPostgresql:
    """The tables of an installation in its database."""

    kind: Literal["postgresql"] = "postgresql"

    def __init__(self, url: str) -> None:
        self._engine = create_engine(url, hide_parameters=True, poolclass=NullPool, connect_args={"connect_timeout": 5})
        plain = make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)
        told: dict[str, Any] = conninfo_to_dict(plain)
        self._password = told.pop("password", None)
        self._where = make_conninfo(**told)  # without the password: whoever lists processes reads their words

    def revision(self) -> str:
        """The version of their schema."""
        with self._engine.connect() as connection:
            return str(connection.scalar(text("select version_num from alembic_version")))

    def copy(self, to: Path) -> None:
        """Dump the tables as of one moment. Raises `NotReady`."""
        with self._engine.connect() as connection:
            schema = connection.scalar(text("select quote_ident(current_schema())"))
        asked = [
            "-Fc",
            "--no-owner",
            "--no-privileges",
            f"--schema={schema}",
            f"--file={to}",
            f"--dbname={self._where}",
        ]
        self._run("pg_dump", asked)

    def holds_something(self) -> bool:
        with self._engine.connect() as connection:
            return bool(connection.scalar(text("select to_regclass('key_ring') is not null")))

    def bring(self, copied: Path) -> None:
        """Make of a dump what is to be run. Raises `BadBackup` where it cannot be read."""
        listed, self._script = copied.with_name("parts"), copied.with_name(_SCRIPT)
        try:
            parts = self._run("pg_restore", ["--list", str(copied)])
            listed.write_text("\n".join(_without_the_schema(parts.splitlines())))
            asked = ["--no-owner", "--no-privileges", f"--use-list={listed}", f"--file={self._script}", str(copied)]
            self._run("pg_restore", asked)
        except _Failed as fault:
            raise BadBackup(f"The database in this backup cannot be read ({fault}): take another one.") from None

    def exchange(self) -> None:
        """Put the tables of the dump into the place of those that are there, all or none."""
        moved = self._script.with_name("move.sql")
        moved.write_text(f"CREATE SCHEMA union_before;\n{_move(_OURS, _BEFORE)}")
        asked = ["--no-psqlrc", "--quiet", "--single-transaction", "--set=ON_ERROR_STOP=1", "--output=/dev/null"]
        self._run("psql", [*asked, f"--file={moved}", f"--file={self._script}", f"--dbname={self._where}"])

    def back(self, *, was_there: bool) -> None:
        """Put back what was there, wherever the exchange stands."""
        with self._engine.begin() as connection:
            if connection.scalar(text("select to_regnamespace('union_before') is null")):
                return  # the exchange is one transaction: it was never done
            connection.execute(text("CREATE SCHEMA union_failed"))
            for source, target in ((_OURS, _FAILED), (_BEFORE, _OURS)):
                connection.execute(text(_move(source, target)))
            connection.execute(text("DROP SCHEMA union_before"))
            connection.execute(text("DROP SCHEMA union_failed CASCADE"))

    def forget(self) -> None:
        """Remove what was there before."""
        with self._engine.begin() as connection:
            connection.execute(text("DROP SCHEMA IF EXISTS union_before CASCADE"))

    def _run(self, program: str, words: list[str]) -> str:
        """Raises `NotReady` with what it said."""
        with self._engine.connect() as connection:
            server = int(connection.scalar(text("show server_version_num")) or 0) // 10_000
        password = {} if self._password is None else {"PGPASSWORD": str(self._password)}
        done = subprocess.run(  # noqa: S603  # a program of PostgreSQL, with words of our own
            [str(found(program, server)), *words],
            env=config.environment(**password),
            capture_output=True,
            text=True,
            stdin=subprocess.DEVNULL,
            check=False,
        )
        if done.returncode:
            said = (done.stderr.strip().splitlines() or ["nothing"])[0]
            raise _Failed(f"{program} ended and said: {said}")
        return done.stdout


class _Failed(NotReady):
    """A program of PostgreSQL did not do what it should; what it said."""


def _without_the_schema(parts: Iterable[str]) -> Iterable[str]:
    """The schema is there already."""
    return (one for one in parts if " SCHEMA " not in one)


def found(program: str, server: int) -> Path:
    """The program of the server's version, or the next later one. Raises `NotReady` with what to install."""
    by_version = {
        int(one.parents[1].name): one for one in DEBIAN.glob(f"*/bin/{program}") if one.parents[1].name.isdigit()
    }
    on_path = shutil.which(program)
    if on_path:
        by_version.setdefault(_version(on_path), Path(on_path))
    fitting = [version for version in by_version if version >= server]
    if not fitting:
        raise NotReady(
            f"The program {program} of PostgreSQL {server} or later is not here: install it (on Debian the package "
            f"postgresql-client-{server} or postgresql-client), or put its folder on the PATH."
        )
    return by_version[min(fitting)]


def _version(program: str) -> int:
    asked = [program, "--version"]
    told = subprocess.run(asked, capture_output=True, text=True, check=False).stdout  # noqa: S603  # as above
    number = re.search(r"\b(\d+)", told)
    return int(number[1]) if number else 0
