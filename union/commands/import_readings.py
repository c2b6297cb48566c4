"""Saved readings at the command line: a list read by one, and `union import readings`: listed, renamed, forgotten."""

from __future__ import annotations

import json
from typing import Any
from uuid import UUID

import click

from union.commands import opening
from union.commands.import_answers import sentence_here
from union.commands.import_place import EVERYWHERE, Where
from union.imports.reading import remembering
from union.imports.reading.understanding import understand
from union.imports.records.models import ImportState
from union.imports.records.outcomes import ListOf
from union.imports.records.readings import SavedReading, saved_readings
from union.imports.web.forms import MOST_OF_A_NAME
from union.installation import NotReady
from union.refusal import Refused
from union.store.db import Store
from union.store.reach import ReachSession
from union.tables.cells.names import fold
from union.tables.table import Table, Untrusted
from union.web.damaged import readable
from union.workplaces.models import sites


def read(
    store: Store,
    data: bytes,
    name: str,
    where: Where,
    map_: str | None,
    *,
    cin: bool,
    list_of: ListOf = ListOf.MEMBERS,
) -> tuple[Table, ImportState]:
    """A file as it says itself, or as the reading called `map_` reads it, whole or not at all. Raises `NotReady`."""
    try:
        if map_ is None:
            return understand(data, name, cin=cin, list_of=list_of)
        with store.reading(EVERYWHERE) as session:
            reading = _called(session, map_, where, list_of)
            chosen = remembering.as_choices(reading.saved.chosen)
            table, plan = understand(data, name, cin=cin, list_of=list_of, **chosen)
            return table, remembering.applied(plan, reading, cin=cin)
    except Untrusted as refusal:
        raise NotReady(sentence_here(refusal.code, refusal.values)) from None
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


@click.group()
def readings() -> None:
    """How lists are read, kept under a name on the page of a list or by --save-map: listed, renamed, forgotten.

    Exit codes: 0 done, 1 refused with a sentence, 2 wrong use.
    """


@readings.command("list")
@click.option("--json", "as_json", is_flag=True, help="Answer with JSON on standard output.")
def list_(as_json: bool) -> None:
    """Every saved reading: its id, its name, of which kind of list and workplace, what its columns hold."""
    with opening.store(opening.settings()).reading(EVERYWHERE) as session:
        places = {one.id: one.site.name for one in session.scalars(sites())}
        told = [_as_json(one, places) for one in readable(session.scalars(saved_readings()), "saved")]
    told.sort(key=lambda one: (one["kind"], one["name"].casefold()))
    if as_json:
        click.echo(json.dumps(told, ensure_ascii=False, indent=2))
        return
    for one in told:
        columns = ", ".join(f"{each['header']}: {each['field']}" for each in one["columns"] if each["field"])
        click.echo(f"{one['id']}  {one['name']}  ({one['kind']}, {one['workplace'] or 'many workplaces'}): {columns}")


def _as_json(row: SavedReading, places: dict[UUID, str]) -> dict[str, Any]:
    saved = row.saved
    return {
        "id": str(row.id),
        "name": saved.name,
        "kind": saved.list_of.value,
        "workplace": places.get(row.workplace_id, "") if row.workplace_id else "",
        "kept_at": saved.at.isoformat(),
        "used_on": saved.used_on.isoformat() if saved.used_on else None,
        "columns": [{"header": one.header or str(one.nth + 1), "field": one.field} for one in saved.columns],
    }


@readings.command()
@click.argument("reading_id", metavar="ID", type=click.UUID)
@click.argument("name", metavar="NAME")
def rename(reading_id: UUID, name: str) -> None:
    """Give a saved reading another name."""
    shown = " ".join(name.split())[:MOST_OF_A_NAME]
    if not shown:
        raise NotReady("The reading needs a name.")
    with opening.store(opening.settings()).writing(EVERYWHERE) as session:
        try:
            remembering.rename(session, None, _of_id(session, reading_id), shown)
        except Refused:
            raise NotReady(f"There is a saved reading called {shown} already: choose another name.") from None
    click.echo(f"It is called {shown}.")


@readings.command()
@click.argument("reading_id", metavar="ID", type=click.UUID)
def forget(reading_id: UUID) -> None:
    """Delete a saved reading; lists that it read stay as they are."""
    with opening.store(opening.settings()).writing(EVERYWHERE) as session:
        remembering.forget(session, None, _of_id(session, reading_id))
    click.echo("It is forgotten.")


def _of_id(session: ReachSession, reading_id: UUID) -> SavedReading:
    row: SavedReading | None = session.get(SavedReading, reading_id)
    if row is None:
        raise NotReady("There is no saved reading of this id: see `union import readings list`.")
    return row
