"""`union export members`: the roster of a workplace as a file."""

from __future__ import annotations

import json
from pathlib import Path

import click

from union import text
from union.commands import opening
from union.commands.import_place import EVERYWHERE, where_of
from union.commands.private_files import write_private
from union.members.exporting import ROSTER, Format, export
from union.record import chain
from union.web.locale import today


@click.group("export")
def export_() -> None:
    """Take lists out."""


@export_.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--workplace", metavar="NAME", required=True, help="The workplace whose roster it is.")
@click.option("--purpose", metavar="TEXT", required=True, help="What the file is for; it is written in the record.")
@click.option("--language", type=click.Choice(["fr", "ar", "en"]), default="fr", show_default=True)
@click.option("--json", "as_json", is_flag=True, help="Answer with JSON on standard output.")
def members(file: Path, workplace: str, purpose: str, language: str, as_json: bool) -> None:
    """Write the roster of a workplace to FILE (.csv or .xlsx), readable by its owner alone.

    Exit codes: 0 done, 1 refused with a sentence, 2 wrong use.
    """
    kinds = {f".{one.value}": one for one in Format}
    if file.suffix.lower() not in kinds:
        raise click.UsageError("FILE ends in .csv or .xlsx.")
    purpose = _said(purpose)
    store = opening.store(opening.settings())
    where = where_of(store, workplace, None)
    if where.workplace_id is None:
        raise click.UsageError("Give --workplace NAME.")
    with store.writing(EVERYWHERE) as session:
        made = export(session, where.workplace_id, where.name, kinds[file.suffix.lower()], language, today())
        chain.note(session, None, chain.Act.EXPORTED, ROSTER, where.workplace_id, f"{made.code}: {purpose}")
    write_private(file, made.content)
    answer = {"people": made.people, "damaged": made.damaged, "code": made.code, "file": str(file)}
    if made.damaged:
        click.echo(
            f"{made.damaged} people whose files cannot be read are not in it: restore them from the backup.", err=True
        )
    click.echo(json.dumps(answer, ensure_ascii=False) if as_json else f"{made.people} people, export {made.code}.")


def _said(purpose: str) -> str:
    """The purpose as the record keeps it. Raises `UsageError` where nothing is said, or no line of text."""
    try:
        said = text.line(purpose, 200)
    except text.Unacceptable:
        said = ""
    if not said:
        raise click.UsageError("Write in --purpose what the file is for, in one line of up to 200 letters.")
    return said
