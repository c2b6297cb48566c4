"""Setting up and upgrading an installation: state folder, key, schema, key ring."""

from __future__ import annotations

import contextlib
import socket
from ipaddress import ip_address
from uuid import UUID

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from psycopg.pq import Conninfo
from sqlalchemy import inspect, make_url, select
from sqlalchemy.orm import Session

import config
from union import features
from union.record import chain
from union.store import files, in_use
from union.store.db import Store
from union.store.key_table import KeyRow, complete, opened
from union.vault import root
from union.vault.envelope import DAMAGED

DEMO = "demo"  # `union serve` knows by this file of the state folder that the people are invented
RESTORING, NOTE = "restoring", "note.json"  # the folder of a restore that is under way, and what was there before it


AWAY = (
    "The store of files that UNION_FILES names does not answer, or refuses: see that it runs, and that key and bucket "
    "are right."
)


class NotReady(Exception):
    """The installation cannot be opened; the sentence says what to do."""


def initialise(settings: config.Settings, passphrase: str | None = None) -> bool:
    """Create what is missing of state, key, schema and key ring. Returns whether the key is new.

    Raises `root.BadKey`, `NotReady`, `InUse`.
    """
    refuse_half_restored(settings)
    if not settings.key_file.exists():
        root.refuse_beside_the_data(settings.key_file, settings.state, wrapped=passphrase is not None)
    _refuse_a_second_key(settings)
    made = not settings.state.exists()
    try:
        settings.state.mkdir(parents=True, exist_ok=True, mode=0o700)
        settings.state.chmod(0o700)
    except OSError:
        raise NotReady(
            f"The state folder {settings.state} cannot be made or is not yours: set UNION_STATE to a folder of yours."
        ) from None
    try:
        new = root.create(settings.key_file, settings.state, passphrase)
        secret = root.load(settings.key_file, settings.state, passphrase)
    except root.BadKey:
        if made:  # what is refused leaves nothing behind
            settings.state.rmdir()
        raise
    with in_use.alone(settings):
        brought_to_this_version(settings, secret)
    return new


def upgrade(settings: config.Settings, passphrase: str | None = None) -> int:
    """Bring schema and key ring to what this version needs. Returns how many entries the record has.

    Raises `root.BadKey`, `NotReady`, `InUse`.
    """
    refuse_half_restored(settings)
    secret = root.load(settings.key_file, settings.state, passphrase)
    with in_use.alone(settings):
        return brought_to_this_version(settings, secret)


def refuse_open_to_others(settings: config.Settings) -> None:
    """The state folder is its owner's alone, or nothing is opened; what is too open inside is closed. Raises
    `NotReady`."""
    if settings.state.stat().st_mode & 0o077:
        raise NotReady(
            f"Others on this machine can enter the state folder {settings.state}: make it yours alone with "
            f"`chmod 700 {settings.state}`, and see who was in it."
        )
    if still := files.close_to_others(settings.state):
        raise NotReady(f"{still[0]} can be opened by others and is not yours to close: make it 0600, or move it out.")


def refuse_in_clear(settings: config.Settings) -> None:
    """A PostgreSQL on another machine is asked under a certificate that was verified. Raises `NotReady`."""
    if settings.on_sqlite or settings.database_unverified:
        return
    url = make_url(settings.database)
    said = {one.keyword.decode(): (one.val or b"").decode() for one in Conninfo.get_defaults()}  # the PG… variables too
    said |= {name: str(value) for name, value in url.get_dialect()().create_connect_args(url)[1].items()}
    hosts = said.get("hostaddr") or said.get("host") or ("elsewhere" if said.get("service") else "")
    if all(one.startswith(("/", "@")) or is_this_machine(one) for one in hosts.split(",") if one):
        return
    if said.get("sslmode") != "verify-full":
        raise NotReady(
            "The database is on another machine, and who answers there is not verified: add ?sslmode=verify-full to "
            "UNION_DATABASE. Where the way to it is closed to others by other means, set UNION_DATABASE_UNVERIFIED=yes."
        )


def is_this_machine(host: str) -> bool:
    """Whether whoever is reached under this name, or comes in by it, is on this machine. Raises nothing: unknown is
    no."""
    try:
        found = {one[4][0] for one in socket.getaddrinfo(host, None)}
    except (OSError, UnicodeError):
        return False
    return all(ip_address(str(one).split("%")[0]).is_loopback for one in found)


def refuse_half_restored(settings: config.Settings) -> None:
    """Raises `NotReady` where a restore was cut off: what stands there is neither of the two."""
    if (settings.state / RESTORING / NOTE).exists():
        raise NotReady(
            "A restore was cut off here: run `union restore` again, which first puts back what was there before."
        )


def missing_files(session: Session, kept: files.Vaulted) -> int:
    """How many sealed files that rows name are not there; of rows that do not open it is not known."""
    features.connect()
    named = set[UUID]()
    for tell in files.NEEDED:
        with contextlib.suppress(*DAMAGED):
            named.update(tell(session))
    try:
        return kept.missing(named) if named else 0
    except files.StoreAway:
        raise NotReady(AWAY) from None


def _refuse_a_second_key(settings: config.Settings) -> None:
    """A database whose keys are wrapped by a key that is not there: a new one would open nothing of it. Raises
    `NotReady`."""
    if settings.key_file.exists() or (settings.database_file is not None and not settings.database_file.exists()):
        return
    store = Store(settings.database)
    try:
        with store.engine.connect() as connection:
            if not inspect(connection).has_table(KeyRow.__tablename__) or not connection.scalar(select(KeyRow.id)):
                return
    finally:
        store.engine.dispose()
    raise NotReady(
        f"The database of this installation was made with a key that is not at {settings.key_file}: put it back "
        f"there, or "
        "say by UNION_KEY_FILE where it is. A new installation wants another UNION_STATE, or another UNION_DATABASE."
    )


def brought_to_this_version(settings: config.Settings, secret: bytes) -> int:
    """Migrate the schema and complete the key ring, for whoever has the database alone. Returns how many entries the
    record has."""
    try:
        command.upgrade(alembic(settings.database, secret), "head")
    except CommandError:  # its revision is none of ours
        raise NotReady("The database was made by a later version of this program: install that version.") from None
    store = Store(settings.database)
    with store.maintaining() as session:
        if "record.mac" in complete(session, secret):  # new: an old one has its record's key, and its end
            chain.begin(session, opened(session, secret))
        entries = chain.length(session)
    store.engine.dispose()
    if settings.database_file is not None:
        for path in settings.database_file.parent.glob(f"{settings.database_file.name}*"):
            path.chmod(0o600)
    return entries


def refuse_half_made(store: Store, settings: config.Settings) -> None:
    """Raises `NotReady` where the schema is not the one of this version."""
    with Session(store.engine) as session:
        found = MigrationContext.configure(session.connection()).get_current_revision()
    wanted = ScriptDirectory.from_config(alembic(settings.database)).get_current_head()
    if found != wanted:
        raise NotReady("The database is not at this version: run `union upgrade`.")


def alembic(url: str, secret: bytes | None = None) -> Config:
    """Alembic's settings for one database, with the root key for what has to be sealed anew."""
    settings = Config(toml_file=str(config.HERE / "pyproject.toml"))
    settings.set_main_option("script_location", str(config.HERE / "migrations"))
    settings.attributes.update(url=url, root=secret)
    return settings
