"""The workplace that a command's list is of: found by its name, or created."""

from __future__ import annotations

import os
from dataclasses import dataclass
from uuid import UUID

from union.installation import NotReady
from union.store.db import Store
from union.store.reach import Reach, ReachSession
from union.tables.cells.names import fold
from union.workplaces import actions
from union.workplaces.models import Identity, Site, employers, sites

EVERYWHERE = Reach(everywhere=True)


@dataclass(frozen=True)
class Where:
    """The workplace of the list: known by its id, or to be created under this name."""

    name: str
    city: str = ""
    workplace_id: UUID | None = None


def where_of(store: Store, known: str | None, new: str | None) -> Where:
    """The workplace of this name, or the name of a new one. Raises `NotReady`."""
    try:  # in a locale without UTF-8 the words of the command line come as undecoded bytes
        name = " ".join(os.fsencode(known or new or "").decode().split())
    except UnicodeError:
        raise NotReady("The workplace's name cannot be read: type it in UTF-8.") from None
    if not name:
        raise NotReady("The workplace needs a name.")
    with store.reading(EVERYWHERE) as session:
        found = [Where(one.site.name, one.site.city, one.id) for one in session.scalars(sites())]
    found = [one for one in found if fold(one.name) == fold(name)]
    if new is not None:
        if found:
            raise NotReady(f"There is a workplace called {name} already: use --workplace.")
        return Where(name)
    if not found:
        raise NotReady(f"There is no workplace called {name}: use --new-workplace to create it.")
    if len(found) > 1:
        raise NotReady(f"Several workplaces are called {name}: give them different names first.")
    return found[0]


def create(session: ReachSession, name: str) -> UUID:
    """A workplace, of the employer of this name; where there is none, of a new one that bears it until corrected."""
    known = (one for one in session.scalars(employers()) if fold(one.identity.legal_name) == fold(name))
    employer = next(known, None) or actions.create_employer(session, None, Identity(legal_name=name))
    session.flush()
    return actions.create(session, None, employer, Site(name=name)).id
