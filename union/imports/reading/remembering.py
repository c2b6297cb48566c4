"""A saved reading applied to a list, whole or not at all; saved, renamed and forgotten. Nothing here commits."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from sqlalchemy import select

from union.imports.reading.understanding import kept_fields, understand
from union.imports.records.models import Column, ImportState
from union.imports.records.outcomes import ListOf, UsedReading
from union.imports.records.readings import Filled, Saved, SavedReading, saved_readings, shape_token
from union.record import chain
from union.refusal import Refused
from union.store.reach import ReachSession
from union.tables.cells.names import fold
from union.tables.columns.shape import keys
from union.tables.table import Untrusted
from union.web.damaged import readable
from union.web.locale import today
from union.workplaces.models import Workplace

KIND = "saved_reading"


class Unfitting(LookupError):
    """A list lacks columns that a saved reading needs: `missing` are their headers."""

    def __init__(self, missing: tuple[str, ...]) -> None:
        super().__init__("columns missing")
        self.missing = missing


def applied(plan: ImportState, reading: SavedReading, *, cin: bool) -> ImportState:
    """The plan of a list as a saved reading reads it; columns unknown to it are left out. Raises `Unfitting`."""
    saved = reading.saved
    known = {(one.header, one.nth): one for one in saved.columns}
    found = list(keys([column.header for column in plan.columns]))
    missing = tuple(one.title for key, one in known.items() if one.field and key not in found)
    if missing:
        raise Unfitting(missing)
    fields = kept_fields(plan.list_of, cin=cin)
    columns = tuple(_read_so(column, known.get(key), fields) for column, key in zip(plan.columns, found, strict=True))
    extra = tuple(
        column.header or str(at + 1)
        for at, (column, key) in enumerate(zip(plan.columns, found, strict=True))
        if key not in known
    )
    used = UsedReading(reading.id, saved.name, extra)
    return dataclasses.replace(plan, columns=columns, state=saved.state, chosen=saved.chosen, read_by=used)


def _read_so(column: Column, known: Filled | None, fields: Iterable[str]) -> Column:
    if known is None or known.field not in fields:
        return dataclasses.replace(column, field="", told={})
    return dataclasses.replace(column, field=known.field, told=known.told)


def proposed(
    session: ReachSession, workplace_id: UUID | None, shape: str, list_of: ListOf = ListOf.MEMBERS
) -> SavedReading | None:
    """The saved reading of lists of this kind and shape: of the same workplace first, then the one used or saved
    last."""
    tokens = [shape_token(one, shape, list_of) for one in (None, *session.scalars(select(Workplace.id)))]
    found = readable(session.scalars(select(SavedReading).where(SavedReading.shape.in_(tokens))), "saved")
    return max(found, key=lambda one: (one.workplace_id == workplace_id, *_last(one)), default=None)


def _last(reading: SavedReading) -> tuple[str, str]:
    saved = reading.saved
    return str(saved.used_on or saved.at.date()), str(reading.id)


def read_by(reading: SavedReading, plan: ImportState, data: bytes, *, cin: bool) -> ImportState:
    """The plan of a file as a saved reading reads it, in the encoding that was chosen for it. Raises `Unfitting`,
    `Untrusted`."""
    if chosen := as_choices(reading.saved.chosen):
        _table, plan = understand(data, plan.file_name, cin=cin, list_of=plan.list_of, **chosen)
    return applied(plan, reading, cin=cin)


def as_choices(chosen: Mapping[str, str]) -> dict[str, Any]:
    """What a person chose for a file, as `understand` takes it."""
    return {name: int(value) if name == "header" else value for name, value in chosen.items()}


def proposal(
    session: ReachSession, workplace_id: UUID | None, plan: ImportState, data: bytes, *, cin: bool
) -> ImportState:
    """The plan of a new list as a saved reading of its kind and shape reads it; as it is, where there is none that
    can."""
    reading = proposed(session, workplace_id, plan.shape, plan.list_of)
    if reading is not None:
        with suppress(Unfitting, Untrusted):
            return read_by(reading, plan, data, cin=cin)
    return plan


def used(session: ReachSession, plan: ImportState) -> None:
    """Remember the day on which the saved reading of a list was used, so that one that nobody uses shows."""
    reading = None if plan.read_by is None else session.get(SavedReading, plan.read_by.id)
    if reading is not None and reading.saved.used_on != today():
        reading.saved = dataclasses.replace(reading.saved, used_on=today())


def save(
    session: ReachSession, by: UUID | None, workplace_id: UUID | None, plan: ImportState, name: str
) -> UsedReading:
    """Keep how a list is read. The one that it was read by is changed; another of the same name is not. Raises
    `Refused`."""
    if not plan.columns or not plan.shape:
        raise Refused("", _l("This list is gone: there is nothing of it to keep."))
    told = keys([column.header for column in plan.columns])
    columns = tuple(
        Filled(header, nth, column.field, column.told, column.header)
        for column, (header, nth) in zip(plan.columns, told, strict=True)
    )
    saved = Saved(
        name, columns, plan.state, plan.chosen, by, datetime.now(UTC).replace(microsecond=0), list_of=plan.list_of
    )
    same = _called(session, workplace_id, name)
    if same is not None and (plan.read_by is None or plan.read_by.id != same.id):
        raise Refused("name", _l("A saved reading of this workplace has this name already: choose another."))
    shape = shape_token(workplace_id, plan.shape, plan.list_of)
    if same is None:
        same = SavedReading(workplace_id=workplace_id, shape=shape, version=1)
        session.add(same)
    same.shape, same.saved = shape, saved
    chain.note(session, by, chain.Act.CHANGED, KIND, same.id, "saved")
    return UsedReading(same.id, name)


def rename(session: ReachSession, by: UUID | None, reading: SavedReading, name: str) -> None:
    """Raises `Refused` where another one of the workplace has the name."""
    same = _called(session, reading.workplace_id, name)
    if same is not None and same.id != reading.id:
        raise Refused("name", _l("A saved reading of this workplace has this name already: choose another."))
    reading.saved = dataclasses.replace(reading.saved, name=name)
    chain.note(session, by, chain.Act.CHANGED, KIND, reading.id, "name")


def forget(session: ReachSession, by: UUID | None, reading: SavedReading) -> None:
    """Lists that it read stay as they are."""
    session.delete(reading)
    chain.note(session, by, chain.Act.REMOVED, KIND, reading.id)


def _called(session: ReachSession, workplace_id: UUID | None, name: str) -> SavedReading | None:
    here = readable(session.scalars(saved_readings().where(SavedReading.workplace_id == workplace_id)), "saved")
    return next((one for one in here if fold(one.saved.name) == fold(name)), None)


def unfitting_said(name: str, trouble: Unfitting) -> str:
    """Why a saved reading cannot read a list, for its page."""
    return str(
        _(
            "“%(name)s” does not fit this list: it lacks the columns %(columns)s. Nothing of it was taken.",
            name=name,
            columns=_(", ").join(trouble.missing),
        )
    )
