"""Settings, read from the environment once; imports nothing of ours."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

HERE = Path(__file__).resolve().parent


class BadSetting(ValueError):
    """A variable of the environment cannot be used; the sentence says which and what to do."""


@dataclass(frozen=True)
class Settings:
    """Where things are kept and what the installation may do."""

    state: Path
    key_file: Path
    database: str
    port: int = 8000
    queue: str = ""  # a Redis URL; empty: a SQLite file in the state folder
    cin_authorised: bool = False  # the CNDP authorisation to keep identity-card numbers is held
    outsiders_confirmed: bool = False  # a legal basis is confirmed for people outside the union (an employer's list)
    outsiders_months: int = 24  # how long after the close of a dispute they are kept: its rights prescribe in two years
    lists_days: int = 7  # how long an uploaded list is kept that nobody goes on with
    files: str = ""  # the address of a bucket where sealed files lie; empty: a folder of the state folder
    processes: int = 1  # that answer pages: one computes one page at a time, whatever the cores
    files_gb: int = 100  # how much is kept of files attached to cases, all together
    scanner: str = ""  # unix:/path or tcp://host:port of a clamd; empty: files are kept without a scan
    smtp: str = ""  # where mails are handed over; empty: none is sent
    mail_from: str = ""  # the address that they come from, which names nobody and no union
    behind_tls: bool = False
    without_tls: bool = False  # pages may cross a network in clear: it is closed to others by other means
    database_unverified: bool = False  # the same of the way to a PostgreSQL on another machine
    trusted_hosts: tuple[str, ...] = ("127.0.0.1", "localhost", "[::1]")

    @property
    def on_sqlite(self) -> bool:
        return self.database.startswith("sqlite")

    @property
    def database_file(self) -> Path | None:
        """Where SQLite keeps its rows; None on PostgreSQL."""
        return Path(self.database.removeprefix("sqlite:///")) if self.on_sqlite else None


def _folder_for_keys(environment: Mapping[str, str]) -> Path:
    home = environment.get("XDG_CONFIG_HOME") or os.path.join(
        environment.get("HOME", os.path.expanduser("~")), ".config"
    )
    return Path(home) / "union"


def _yes(environment: Mapping[str, str], name: str) -> bool:
    value = environment.get(name, "").strip().lower()
    if value not in {"", "0", "1", "no", "yes", "false", "true"}:
        raise BadSetting(f"{name} is {value!r}: write yes or no.")
    return value in {"1", "yes", "true"}


def _port(environment: Mapping[str, str]) -> int:
    value = environment.get("PORT", "8000")
    if not value.isascii() or not value.isdigit() or not 0 < int(value) < 65536:
        raise BadSetting(f"PORT is {value!r}: write a number from 1 to 65535.")
    return int(value)


def _count(environment: Mapping[str, str], name: str, of: str, unsaid: int, most: int) -> int:
    value = environment.get(name, "").strip() or str(unsaid)
    if not value.isascii() or not value.isdigit() or not 1 <= int(value) <= most:
        raise BadSetting(f"{name} is {value!r}: write a number of {of} from 1 to {most}.")
    return int(value)


def _database(environment: Mapping[str, str], state: Path) -> str:
    url = environment.get("UNION_DATABASE", "")
    if not url:
        return f"sqlite:///{state / 'union.db'}"
    for prefix in ("postgresql://", "postgres://"):
        if url.startswith(prefix):
            return "postgresql+psycopg://" + url.removeprefix(prefix)
    if url.startswith("postgresql+psycopg://"):
        return url
    if url.startswith("sqlite:///"):
        return f"sqlite:///{Path(url.removeprefix('sqlite:///')).expanduser().resolve()}"
    raise BadSetting("UNION_DATABASE is neither a postgresql:// nor a sqlite:/// address.")


def _redis(environment: Mapping[str, str]) -> str:
    url = environment.get("UNION_REDIS", "")
    try:
        split = urlsplit(url)
        usable = split.scheme in {"", "redis", "rediss", "unix"} and (split.port or 1) > 0  # asking for it reads it
    except ValueError:
        usable = False
    if not usable or bool(url) != bool(split.scheme):
        raise BadSetting("UNION_REDIS is no redis://, rediss:// or unix:// address.")
    return url


def _scanner(environment: Mapping[str, str]) -> str:
    address = environment.get("UNION_CLAMD", "").strip()
    if re.fullmatch(r"|unix:/.+|tcp://[^/:\s]+:[0-9]{1,5}|tcp://\[[0-9a-fA-F:]+\]:[0-9]{1,5}", address) is None:
        raise BadSetting("UNION_CLAMD is neither unix:/path/of/clamd.ctl nor tcp://host:3310.")
    return address


def _bucket(environment: Mapping[str, str]) -> str:
    address = environment.get("UNION_FILES", "").strip()
    try:
        split = urlsplit(address)
        told = (split.hostname, split.username, split.password, split.path.strip("/"), (split.port or 1) > 0)
        usable = split.scheme == "s3" and all(told) and re.fullmatch(r"|region=[\w-]+", split.query) is not None
    except ValueError:
        usable = False
    if address and not usable:
        raise BadSetting("UNION_FILES is no s3://key:secret@host/bucket or s3://key:secret@host/bucket/prefix?region=…")
    return address


def _smtp(environment: Mapping[str, str]) -> str:
    url = environment.get("UNION_SMTP", "").strip()
    try:
        split = urlsplit(url)
        usable = split.scheme in {"smtp", "smtps"} and bool(split.hostname) and (split.port or 1) > 0
    except ValueError:
        usable = False
    if url and not usable:
        raise BadSetting("UNION_SMTP is no smtp:// or smtps:// address.")
    return url


def _mail_from(environment: Mapping[str, str]) -> str:
    sender = environment.get("UNION_MAIL_FROM", "").strip()
    plain = sender.isascii() and sender.isprintable() and not set(sender) & set(' <>,;"')
    if sender and not (plain and sender.count("@") == 1 and all(sender.split("@"))):
        raise BadSetting("UNION_MAIL_FROM is no e-mail address: write the address alone.")
    if bool(sender) != bool(environment.get("UNION_SMTP", "").strip()):
        raise BadSetting("UNION_SMTP and UNION_MAIL_FROM go together: a server, and the address that mails come from.")
    return sender


def environment(**more: str) -> dict[str, str]:
    """What a program that is started is to know: what this one does, and more."""
    return {**os.environ, **more}


def read(environment: Mapping[str, str] = os.environ) -> Settings:
    """The settings of this process. Raises `BadSetting` with a sentence."""
    state = Path(environment.get("UNION_STATE") or HERE / "state").expanduser().resolve()
    key = environment.get("UNION_KEY_FILE")
    hosts = tuple(h.strip() for h in environment.get("UNION_HOSTS", "").split(",") if h.strip())
    return Settings(
        state=state,
        key_file=(Path(key).expanduser() if key else _folder_for_keys(environment) / "root.key").resolve(),
        database=_database(environment, state),
        port=_port(environment),
        queue=_redis(environment),
        cin_authorised=_yes(environment, "UNION_CNDP_CIN"),
        outsiders_confirmed=_yes(environment, "UNION_OUTSIDERS"),
        outsiders_months=_count(environment, "UNION_OUTSIDERS_MONTHS", "months", Settings.outsiders_months, 120),
        lists_days=_count(environment, "UNION_LISTS_DAYS", "days", Settings.lists_days, 90),
        files=_bucket(environment),
        processes=_count(environment, "UNION_PROCESSES", "processes", Settings.processes, 32),
        files_gb=_count(environment, "UNION_FILES_GB", "gigabytes", Settings.files_gb, 1_000_000),
        scanner=_scanner(environment),
        smtp=_smtp(environment),
        mail_from=_mail_from(environment),
        behind_tls=_yes(environment, "UNION_TLS"),
        without_tls=_yes(environment, "UNION_WITHOUT_TLS"),
        database_unverified=_yes(environment, "UNION_DATABASE_UNVERIFIED"),
        trusted_hosts=hosts or Settings.trusted_hosts,
    )
