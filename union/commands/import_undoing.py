"""`union import list` and `union import undo ID`: every import, and taking one back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any
from uuid import UUID

import click

from union.accounts.actions import names
from union.commands import opening
from union.commands.import_answers import terminal_language
from union.commands.import_place import EVERYWHERE
from union.imports.kinds.registry import BOOKS
from union.imports.records import actions
from union.imports.records.models import RosterImport, Stage, lists
from union.imports.records.outcomes import BROKEN, GONE, USED, Outlook
from union.imports.undo import undoing
from union.installation import NotReady
from union.store.db import Store
from union.store.files import Vaulted
from union.store.files import of as files_of
from union.store.reach import ReachSession
from union.tables.columns.fields import NAMES, field_name
from union.workplaces.models import sites


@click.command("list")
@click.option("--json", "as_json", is_flag=True, help="Answer with JSON on standard output.")
def list_(as_json: bool) -> None:
    """Every import: its id, when, by whom, of what and which workplace, what it did, where it stands.

    Exit codes: 0 done, 1 refused with a sentence, 2 wrong use.
    """
    store = opening.store(opening.settings())
    with store.reading(EVERYWHERE) as session:
        places = {one.id: one.site.name for one in session.scalars(sites())}
        found = sorted(session.scalars(lists()), key=lambda one: one.plan.uploaded_at)
        people = names(session, {one.account_id for one in found if one.account_id})
        told = [_said(session, one, places, people) for one in found]
    if as_json:
        click.echo(json.dumps(told, ensure_ascii=False, indent=2))
        return
    for one in told:
        click.echo(
            f"{one['id']}  {one['at']}  {one['by_name'] or 'a command'}, {one['kind']}"
            f"{' of ' if one['workplace'] else ''}{one['workplace']}: {one['rows']} rows, {one['imported']} imported, "
            f"{one['updated']} changed, {one['refused']} refused; {one['state']}"
        )


def _said(
    session: ReachSession, row: RosterImport, places: dict[UUID, str], people: Mapping[UUID, str]
) -> dict[str, Any]:
    plan = row.plan
    return {
        "id": str(row.id),
        "at": plan.uploaded_at.isoformat(timespec="seconds"),
        "by": None if row.account_id is None else str(row.account_id),
        "by_name": people.get(row.account_id, "") if row.account_id else "",
        "kind": plan.list_of.value,
        "workplace": places.get(row.workplace_id, "") if row.workplace_id else "",
        "file": plan.file_name,
        "rows": plan.counts.rows,
        "imported": plan.imported,
        "updated": plan.updated,
        "refused": plan.counts.refused,
        "state": actions.stage(session, row).value,
    }


@click.command()
@click.argument("import_id", metavar="ID", type=click.UUID)
@click.option("--dry-run", is_flag=True, help="Only say what would be taken back, and what others changed since.")
@click.option("--json", "as_json", is_flag=True, help="Answer with JSON on standard output.")
def undo(import_id: UUID, dry_run: bool, as_json: bool) -> None:
    """Take an import back, creations and changes. One that was taken back already is refused.

    What others changed since is kept and listed. Exit codes: 0 done, 1 refused with a sentence, 2 wrong use.
    """
    settings = opening.settings()
    store = opening.store(settings)
    _refuse_what_cannot_be(store, import_id)
    if dry_run:
        with store.reading(EVERYWHERE) as session:
            told = undoing.look(session, import_id, BOOKS)
    else:
        told = undoing.take_back(store, EVERYWHERE, import_id, None, BOOKS)
        _ended(store, files_of(settings), import_id)
    answer = _answer(told, dry_run=dry_run)
    click.echo(json.dumps(answer, ensure_ascii=False, indent=2) if as_json else _in_words(answer))


def _ended(store: Store, files: Vaulted, import_id: UUID) -> None:
    """Say where it stands now; what was kept of the list leaves the disk once that is safe."""
    with store.writing(EVERYWHERE) as session:
        row = session.get_one(RosterImport, import_id, with_for_update=True)
        actions.undone(row)
        session.flush()
        session.expunge(row)
    actions.remove_files(files, row)


def _refuse_what_cannot_be(store: Store, import_id: UUID) -> None:
    """Raises `NotReady` where there is nothing to take back."""
    with store.reading(EVERYWHERE) as session:
        row = session.get(RosterImport, import_id)
        if row is None:
            raise NotReady("There is no import of this id: see `union import list`.")
        stage = actions.stage(session, row)
    if stage is Stage.UNDONE:
        raise NotReady("This import was taken back already. To have the list again, bring it in again.")
    if stage not in actions.TAKEN_BACK:
        raise NotReady("This import was not written, or is at work: see `union import list`.")


def _answer(told: Outlook, *, dry_run: bool) -> dict[str, Any]:
    language = terminal_language()
    return {
        "dry_run": dry_run,
        "people": told.people,
        "restored": told.restored,
        "kept": [
            {
                "member": str(one.member_id),
                "name": one.name,
                "fields": [field_name(name, language) if name in NAMES else _WHY[name] for name in one.fields],
            }
            for one in told.held
        ],
    }


_WHY = {USED: "changed or named elsewhere since", GONE: "no longer there", BROKEN: "its file cannot be read"}


def _in_words(answer: dict[str, Any]) -> str:
    would = "would be " if answer["dry_run"] else ""
    lines = [f"{answer['people']} people {would}removed, {answer['restored']} {would}given other data again."]
    lines += [f"Kept as it is: {one['name'] or one['member']} ({', '.join(one['fields'])})." for one in answer["kept"]]
    return "\n".join(lines)
