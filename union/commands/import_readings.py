"""A list read by a saved reading, for the command: found by its name, or named where one has the list's shape."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from union.commands.import_answers import said
from union.commands.import_place import EVERYWHERE, Where
from union.imports.reading import remembering
from union.imports.reading.understanding import understand
from union.imports.records.models import ImportState
from union.imports.records.outcomes import ListOf
from union.imports.records.readings import SavedReading, saved_readings
from union.installation import NotReady
from union.store.db import Store
from union.store.reach import ReachSession
from union.tables.cells.names import fold
from union.tables.table import Table, Untrusted
from union.web.damaged import readable


def read(
    store: Store, data: bytes, name: str, where: Where, map_: str | None, choices: dict[str, Any], *, cin: bool,
    list_of: ListOf = ListOf.MEMBERS,
) -> tuple[Table, ImportState]:  # fmt: skip
    """A file as it says itself, or as the reading called `map_` reads it, whole or not at all. Raises `NotReady`."""
    given = {key: value for key, value in choices.items() if value is not None}
    chosen = {key: str(value) for key, value in given.items()}
    try:
        if map_ is None:
            table, plan = understand(data, name, cin=cin, list_of=list_of, **given)
            return table, replace(plan, chosen=chosen)
        with store.reading(EVERYWHERE) as session:
            reading = _called(session, map_, where, list_of)
            table, plan = understand(
                data, name, cin=cin, list_of=list_of, **{**remembering.as_choices(reading.saved.chosen), **given}
            )
            plan = remembering.applied(plan, reading, cin=cin)
            return table, replace(plan, chosen={**plan.chosen, **chosen})
    except Untrusted as refusal:
        raise NotReady(said(refusal.code, refusal.values)) from None
    except remembering.Unfitting as trouble:
        raise NotReady(f"{map_} does not fit this list: it lacks {', '.join(trouble.missing)}.") from None


def maps_said(store: Store, where: Where, plan: ImportState) -> dict[str, str | None]:
    """The saved reading that was used, else the one that has the shape of this list."""
    if plan.read_by is not None:
        return {"map": plan.read_by.name, "fitting_map": None}
    if where.workplace_id is None and plan.list_of is ListOf.MEMBERS:  # a new one
        return {"map": None, "fitting_map": None}
    with store.reading(EVERYWHERE) as session:
        fitting = remembering.proposed(session, where.workplace_id, plan.shape, plan.list_of)
        return {"map": None, "fitting_map": fitting.saved.name if fitting else None}


def _called(session: ReachSession, name: str, where: Where, list_of: ListOf) -> SavedReading:
    """The reading of this kind and name: the workplace's own, else the only one. Raises `NotReady`."""
    whole = readable(session.scalars(saved_readings()), "saved")
    found = [one for one in whole if one.saved.list_of is list_of and fold(one.saved.name) == fold(name)]
    own = [one for one in found if one.workplace_id == where.workplace_id] or found
    if not own:
        raise NotReady(f"There is no saved reading called {name}.")
    if len(own) > 1:
        raise NotReady(f"Several saved readings are called {name}: rename them first.")
    return own[0]
