"""What a command of imports leaves beside the import: the rows left out as a file, how the list was read under a
name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from uuid import UUID

import click

from union.commands.import_answers import terminal_language
from union.commands.import_place import EVERYWHERE
from union.commands.private_files import write_private
from union.imports.preview import refused
from union.imports.reading import remembering
from union.imports.records.models import ImportState
from union.imports.records.outcomes import ListOf
from union.imports.web.forms import MOST_OF_A_NAME
from union.installation import NotReady
from union.refusal import Refused
from union.store.db import Store
from union.tables.cells.people import Problem
from union.tables.table import Table

BESIDE = (
    click.option(
        "--refused",
        "refused_to",
        metavar="OUT",
        type=click.Path(dir_okay=False, path_type=Path),
        help="Write the rows left out to this file, as they came, each with its reason in a last column.",
    ),
    click.option(
        "--save-map",
        "save_as",
        metavar="NAME",
        help="Keep how the list is read, for the next one: --map NAME reads it so.",
    ),
)


@dataclass(frozen=True)
class Beside:
    """Where the rows left out go, and the name that the reading gets; nothing of what was not asked for."""

    refused_to: Path | None
    name: str

    def put_refused(self, plan: ImportState, table: Table | None, problems: Iterable[Problem]) -> dict[str, Any]:
        """Write the rows left out, readable by their owner alone; no file where there are none. Raises `NotReady`."""
        if self.refused_to is None or table is None:
            return {}
        rows = refused.left_out(plan, table, problems)
        made = refused.as_file(refused.dialect_of(plan, table), rows, terminal_language())
        if made is None:
            return {"refused_file": None}
        content, kind = made
        if self.refused_to.suffix.lower() != f".{kind}":
            raise NotReady(f"The rows left out come back as they came: give --refused a name that ends in .{kind}.")
        write_private(self.refused_to, content)
        return {"refused_file": str(self.refused_to)}

    def save(self, store: Store, workplace_id: UUID | None, plan: ImportState) -> ImportState:
        """Keep the reading under its name, where it was given one and its workplace is there. Raises `NotReady`."""
        if not self.name or (workplace_id is None and plan.list_of is ListOf.MEMBERS):
            return plan
        with store.writing(EVERYWHERE) as session:
            try:
                return replace(plan, read_by=remembering.save(session, None, workplace_id, plan, self.name))
            except Refused:
                raise NotReady(
                    f"There is a saved reading called {self.name} already: choose another name, or use it by --map."
                ) from None


def beside(given: dict[str, Any]) -> Beside:
    """Take what these options gave out of what a command was given."""
    name = " ".join((given.pop("save_as") or "").split())[:MOST_OF_A_NAME]
    return Beside(given.pop("refused_to"), name)
