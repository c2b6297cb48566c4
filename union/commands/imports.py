"""`union import members FILE`: says what a list would do, and does it where told so."""

from __future__ import annotations

import json
import os
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import click

import config
from union.commands import opening
from union.db import Store
from union.imports import applying, planning
from union.imports.applying import Source
from union.imports.understanding import understand
from union.imports.writing import Way
from union.installation import NotReady
from union.members.models import Membership
from union.reach import Reach, ReachSession
from union.sheets.cells import Problem
from union.sheets.names import fold
from union.sheets.table import MAX_BYTES, Untrusted
from union.sheets.wording import sentence
from union.web.locale import today
from union.workplaces import actions
from union.workplaces.models import Identity, Site, employers, sites

EVERYWHERE = Reach(everywhere=True)
NOT_AGREED = 3  # exit code: the file has problems, and nobody said to import the good rows only


@dataclass(frozen=True)
class Where:
    """The workplace of the list: known by its id, or to be created under this name."""

    name: str
    city: str = ""
    workplace_id: UUID | None = None


@click.group("import")
def import_() -> None:
    """Bring in lists."""


@import_.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--workplace", metavar="NAME", help="The workplace that the list is of.")
@click.option("--new-workplace", metavar="NAME", help="Create this workplace with its list.")
@click.option("--apply", "apply_", is_flag=True, help="Write the new people; without it nothing is written.")
@click.option("--yes", is_flag=True, help="Import the good rows only, where some have problems.")
@click.option("--json", "as_json", is_flag=True, help="Answer with JSON on standard output.")
@click.option(
    "--state", type=click.Choice(["member", "contact"]), default="member", show_default=True, help="What they become."
)
def members(
    file: Path, workplace: str | None, new_workplace: str | None, apply_: bool, yes: bool, as_json: bool, state: str
) -> None:
    """Preview a list of members, and with --apply write it.

    Exit codes: 0 done, 1 refused with a sentence, 2 wrong use, 3 the list has problems and --yes was not given.
    """
    if (workplace is None) == (new_workplace is None):
        raise click.UsageError("Give either --workplace NAME or --new-workplace NAME.")
    settings = opening.settings()
    store = opening.store(settings)
    data = _bytes(file)
    where = _where(store, workplace, new_workplace)
    source, plan = _source(data, file.name, where, Membership(state), settings)
    with store.reading(EVERYWHERE) as session:
        found = applying.look(session, source)
    answer = _answer(found, plan.encoding, plan.delimiter)
    if apply_ and (not found.problems or yes or _agreed(found)):
        answer["imported"] = _write(store, where, source) if found.new else 0
    click.echo(json.dumps(answer, ensure_ascii=False, indent=2) if as_json else _in_words(answer))
    if apply_ and "imported" not in answer:
        click.echo("Nothing was imported: correct the problems, or add --yes to import the good rows only.", err=True)
        sys.exit(NOT_AGREED)


def _bytes(file: Path) -> bytes:
    try:
        if file.stat().st_size > MAX_BYTES:
            raise Untrusted("too_big", limit=MAX_BYTES // (1024 * 1024))
        return file.read_bytes()
    except OSError:
        raise NotReady("The file cannot be read: check its name and who may open it.") from None
    except Untrusted as refusal:
        raise NotReady(_sentence(refusal.code, refusal.values)) from None


def _where(store: Store, known: str | None, new: str | None) -> Where:
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


def _source(data: bytes, name: str, where: Where, state: Membership, settings: config.Settings) -> tuple[Source, Any]:
    try:
        table, plan = understand(data, name, cin=settings.cin_authorised)
    except Untrusted as refusal:
        raise NotReady(_sentence(refusal.code, refusal.values)) from None
    read = planning.read_rows(table, plan.mapping, (where.name, where.city), today())
    way = Way(uuid4(), where.workplace_id or uuid4(), None, today(), state, settings.cin_authorised)
    return Source(table, plan.mapping, read, way), plan


def _write(store: Store, where: Where, source: Source) -> int:
    if where.workplace_id is None:
        with store.writing(EVERYWHERE) as session:
            created = _create(session, where.name)
            source = replace(source, way=replace(source.way, workplace_id=created))
    try:
        return applying.apply(store, lambda: EVERYWHERE, source)
    except applying.Crowded:
        raise NotReady("Others are changing this roster: try again in a moment.") from None


def _create(session: ReachSession, name: str) -> UUID:
    """A workplace, of the employer of this name; where there is none, of a new one that bears it until corrected."""
    known = (one for one in session.scalars(employers()) if fold(one.identity.legal_name) == fold(name))
    employer = next(known, None) or actions.create_employer(session, None, Identity(legal_name=name))
    session.flush()
    return actions.create(session, None, employer, Site(name=name)).id


def _agreed(found: planning.Sorted) -> bool:
    if not sys.stdin.isatty():
        return False
    bad = len({problem.row for problem in found.problems})
    return click.confirm(f"{bad} rows have problems. Import the {len(found.new)} good new ones only?", err=True)


def _answer(found: planning.Sorted, encoding: str | None, delimiter: str | None) -> dict[str, Any]:
    counts = found.counts
    return {
        "rows": counts.rows,
        "new": counts.new,
        "duplicates": counts.known + counts.twice,
        "problems": [_problem(one) for one in found.problems],
        "encoding": encoding,
        "delimiter": delimiter,
    }


def _problem(problem: Problem) -> dict[str, Any]:
    return {
        "row": problem.row,
        "column": problem.values.get("header", ""),
        "value_shown": problem.value_shown,
        "message": _sentence(problem.code, problem.values),
    }


def _sentence(code: str, values: Any) -> str:
    """A sentence in the language of the terminal, English where it is none of ours."""
    told = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "")
    return sentence(code, told[:2] if told[:2] in {"fr", "ar"} else "en", **values)


def _in_words(answer: dict[str, Any]) -> str:
    lines = [f"{answer['rows']} rows: {answer['new']} new, {answer['duplicates']} known already or twice in the file."]
    if answer["encoding"]:
        lines.append(f"Read as {answer['encoding']}, columns parted by {answer['delimiter']!r}.")
    lines += [
        f"Row {one['row']}" + (f", {one['column']}" if one["column"] else "") + f": {one['message']}"
        for one in answer["problems"]
    ]
    if "imported" in answer:
        lines.append(f"{answer['imported']} people imported.")
    return "\n".join(lines)
