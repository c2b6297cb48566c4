"""Employers and sites as a list creates and corrects them: the whole row, or one field of it."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from enum import Enum
from typing import Any, cast, get_type_hints
from uuid import UUID

import msgspec
from sqlalchemy import inspect, select
from sqlalchemy.exc import IntegrityError

from union.imports.kinds import headcounts
from union.imports.records.undo_log import Entry
from union.imports.undo.entries import Seen, hold
from union.record import chain
from union.store.reach import Reachable, ReachSession
from union.workplaces.models import Employer, Identity, Site, Workplace

EMPLOYER, SITE = "employer", "site"
WHOLE = ""  # the key of the row itself


@dataclass(frozen=True)
class NewSite:
    """A site as it is created."""

    employer_id: UUID
    site: Site


class Employers:
    """Employers, and the fields of their identities."""

    def ready(self, session: ReachSession, subjects: set[UUID]) -> None:
        hold(session, Employer, subjects)

    def read(self, session: ReachSession, subject: UUID, key: str) -> bytes | None:
        row = session.get(Employer, subject)
        if row is None:
            return b"" if key == WHOLE else None
        return msgspec.json.encode(row.identity if key == WHOLE else getattr(row.identity, key))

    def put(self, session: ReachSession, by: UUID | None, entry: Entry) -> bool:
        if entry.key != WHOLE:
            row = session.get_one(Employer, entry.subject)
            row.identity = changed(row.identity, entry)
            chain.note(session, by, chain.Act.CHANGED, "employer", row.id, "import")
        elif entry.after:
            identity = msgspec.json.decode(entry.after, type=Identity)
            session.add(Employer(id=entry.subject, identity=identity, version=1))
            session.flush()  # its sites point at it
            chain.note(session, by, chain.Act.CREATED, "employer", entry.subject, "import")
        else:
            return _removed(session, by, Employer, entry.subject, "employer")
        return True

    def is_used(self, session: ReachSession, entry: Entry, seen: Seen) -> bool:
        """Whether the employer has sites that stay."""
        sites = session.scalars(select(Workplace.id).where(Workplace.employer_id == entry.subject))
        return any(seen.get((SITE, one, WHOLE)) != b"" for one in sites)

    def named(self, session: ReachSession, entry: Entry) -> str:
        row = session.get(Employer, entry.subject)
        return row.identity.legal_name if row else "–"


class AllSites:
    """Sites, and the fields of what is known of them; a headcount is a book of its own."""

    def ready(self, session: ReachSession, subjects: set[UUID]) -> None:
        hold(session, Workplace, subjects)

    def read(self, session: ReachSession, subject: UUID, key: str) -> bytes | None:
        row = session.get(Workplace, subject)
        if row is None:
            return b"" if key == WHOLE else None
        if key != WHOLE:
            return msgspec.json.encode(getattr(row.site, key))
        return msgspec.json.encode(NewSite(row.employer_id, dataclasses.replace(row.site, headcounts=())))

    def put(self, session: ReachSession, by: UUID | None, entry: Entry) -> bool:
        if entry.key != WHOLE:
            row = session.get_one(Workplace, entry.subject)
            row.site = changed(row.site, entry)
            chain.note(session, by, chain.Act.CHANGED, "workplace", row.id, "import")
        elif entry.after:
            new = msgspec.json.decode(entry.after, type=NewSite)
            session.add(Workplace(id=entry.subject, employer_id=new.employer_id, site=new.site, roster=0, version=1))
            session.flush()
            chain.note(session, by, chain.Act.CREATED, "workplace", entry.subject, "import")
        else:
            return _removed(session, by, Workplace, entry.subject, "workplace")
        return True

    def is_used(self, session: ReachSession, entry: Entry, seen: Seen) -> bool:
        """Whether headcounts that stay, people, cases or grants stand on the site."""
        for counted in session.get_one(Workplace, entry.subject).site.headcounts:
            if seen.get((headcounts.BOOK, entry.subject, headcounts.key_of(counted))) != b"":
                return True
        for kind in Reachable.kinds:
            if "workplace_id" in inspect(cast(Any, kind)).column_attrs:
                column = cast(Any, kind).workplace_id
                if session.scalar(select(column).where(column == entry.subject).limit(1)) is not None:
                    return True
        return False

    def named(self, session: ReachSession, entry: Entry) -> str:
        row = session.get(Workplace, entry.subject)
        return row.site.name if row else "–"


def changed(content: Any, entry: Entry) -> Any:
    """An envelope's content with one field as the entry has it."""
    value = msgspec.json.decode(entry.after, type=get_type_hints(type(content))[entry.key])
    return dataclasses.replace(content, **{entry.key: value})


def _removed(session: ReachSession, by: UUID | None, kind: type[Any], row_id: UUID, word: str) -> bool:
    """Take a row out, unless the database still needs it."""
    try:
        with session.begin_nested():
            session.delete(session.get_one(kind, row_id))
            session.flush()
    except IntegrityError:
        return False
    chain.note(session, by, chain.Act.REMOVED, word, row_id, "import")
    return True


def display_value(value: Any) -> str:
    """A value as the preview keeps it; those of closed lists by their keys, which are said in words where they are
    shown."""
    if isinstance(value, tuple):
        return ",".join(one.value for one in value if isinstance(one, Enum))
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)
