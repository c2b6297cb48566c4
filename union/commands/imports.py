"""`union import members FILE`: says what a list would do, and does it where told so."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from union.commands import import_readings, opening
from union.commands.import_answers import Shown, in_words, of_members, said, shown
from union.commands.import_beside import BESIDE, Beside, beside
from union.commands.import_choices import OF_ROWS, READ_SO, options, settled, source_of
from union.commands.import_ending import confirmed, end, left_open, may_be_written
from union.commands.import_place import EVERYWHERE, Where, create, where_of
from union.commands.import_remarks import remarks_said
from union.imports.preview import planning
from union.imports.reading.sourcing import Source
from union.imports.records import actions
from union.imports.records.models import ImportState, RosterImport, Stage
from union.imports.records.outcomes import Choice, Decision
from union.imports.writing import applying
from union.installation import NotReady
from union.members.models import Membership
from union.record import chain
from union.store.db import Store
from union.store.gc_pause import undisturbed
from union.tables.columns.asking import DATES, DECIMALS, ORDERS, PERIODS, SIGN_OF, WAGES
from union.tables.table import MAX_BYTES, Untrusted


@click.group("import")
def import_() -> None:
    """Bring in lists."""


@import_.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--workplace", metavar="NAME", help="The workplace that the list is of.")
@click.option("--new-workplace", metavar="NAME", help="Create this workplace with its list.")
@click.option("--apply", "apply_", is_flag=True, help="Write the new people; without it nothing is written.")
@click.option("--yes", is_flag=True, help="Go on without asking: the good rows only, and what is open as proposed.")
@click.option("--json", "as_json", is_flag=True, help="Answer with JSON on standard output.")
@click.option(
    "--resolve",
    type=click.Choice(["new", "skip", "ask"]),
    default="ask",
    show_default=True,
    help="What becomes of a row that bears the name of somebody known, and nothing else of him.",
)
@click.option(
    "--complete", is_flag=True, help="Everybody stands in it: whom it does not name is listed, and left alone."
)
@options(*READ_SO, *OF_ROWS, *BESIDE)
@click.option("--dates", type=click.Choice(ORDERS), help="The order of day and month, where the dates leave it open.")
@click.option("--wages", type=click.Choice(PERIODS), help="What time the wages are for, where that is in doubt.")
@click.option("--decimals", type=click.Choice(list(SIGN_OF)), help="The sign of the centimes, where 1,234 is in doubt.")
@click.option(
    "--state", type=click.Choice(["member", "contact"]), help="What they become; members, where no reading says else."
)
def members(
    file: Path,
    workplace: str | None,
    new_workplace: str | None,
    apply_: bool,
    yes: bool,
    as_json: bool,
    state: str | None,
    map_: str | None,
    resolve: str,
    complete: bool,
    dates: str | None,
    wages: str | None,
    decimals: str | None,
    confirm: str,
    **choices: Any,
) -> None:
    """Preview a list of members, and with --apply write it: new people, and what it says otherwise of the known.

    Exit codes: 0 done, 1 refused with a sentence, 2 wrong use; with --apply, where nothing was written, the first that
    holds of: 4 the list leaves open what --dates or --wages says, and --yes was not given (with it, the day stands
    first and pay is for a month, and the answer says so on standard error); 5 the list is unusual, for much would
    change or more than a fifth of its rows is refused, and neither --confirm nor --yes was given; 3 the list has
    problems, and --yes was not given.
    """
    if (workplace is None) == (new_workplace is None):
        raise click.UsageError("Give either --workplace NAME or --new-workplace NAME.")
    settings = opening.settings()
    store = opening.store(settings)
    data = bytes_of(file)
    where = where_of(store, workplace, new_workplace)
    by_hand, kept = settled(choices), beside(choices)
    if kept.name and new_workplace and not apply_:
        raise click.UsageError("A reading belongs to its workplace: give --save-map with --apply, or once it is there.")
    asked = ((DATES, dates), (WAGES, wages), (DECIMALS, SIGN_OF.get(decimals or "")))
    table, plan = import_readings.read(store, data, file.name, where, map_, choices, cin=settings.cin_authorised)
    plan = replace(plan, state=Membership(state) if state else plan.state)
    source, plan = source_of(table, where, plan, by_hand, {kind: said for kind, said in asked if said}, settings)
    source, plan = replace(source, complete=complete), replace(plan, complete=complete)
    found = _resolved(store, source, resolve, by_hand.choices)
    source = replace(source, decisions=found[1])
    answer = of_members(found[0], plan) | remarks_said(plan, [*found[0].remarks, *source.remarks])
    answer |= kept.put_refused(plan, source.table, found[0].problems)
    plan = kept.save(store, where.workplace_id, plan)
    answer |= import_readings.maps_said(store, where, plan)
    unanswered = left_open(source.questions)
    plan = replace(
        plan, unusual=found[0].unusual, confirmed=confirmed(found[0].unusual, confirm, apply_=apply_, yes=yes)
    )
    free = may_be_written(plan, unanswered, apply_=apply_, yes=yes)
    if free and (yes or not found[0].problems or _agreed(found[0])):
        answer |= _write(store, where, source, plan, found[0], kept)
    click.echo(json.dumps(answer, ensure_ascii=False, indent=2) if as_json else in_words(answer))
    if apply_:
        end(answer, unanswered, plan, yes=yes)


Decided = dict[int, Decision]


def _resolved(
    store: Store, source: Source, resolve: str, by_hand: Mapping[int, Choice]
) -> tuple[Shown, Decided]:  # fmt: skip
    """What would happen, once it is said what becomes of the rows that bear a known name."""
    found = _looked(store, source)
    choices: Decided = {}
    unknown = by_hand.keys() - {line.row for line in found.decide}
    if unknown:
        raise NotReady(f"Nothing is to be decided of row {min(unknown)}: see decide in --json.")
    for line in found.decide:
        choice = by_hand.get(line.row) or _choice(line, resolve)
        if choice is not None and line.member_id is not None:
            choices[line.row] = Decision(line.row, choice, line.member_id)
    return (_looked(store, replace(source, decisions=choices)) if choices else found), choices


@undisturbed()
def _looked(store: Store, source: Source) -> Shown:
    with store.reading(EVERYWHERE) as session:
        return shown(session, source)


def _choice(line: planning.Line, resolve: str) -> Choice | None:
    if resolve != "ask":
        return Choice.DIFFERENT if resolve == "new" else Choice.SKIP
    if not sys.stdin.isatty():
        return None
    asked = f"Row {line.row}, {line.name}: the same person as {line.known_as}? (same, different, skip)"
    return Choice(click.prompt(asked, type=click.Choice([one.value for one in Choice]), default="skip", err=True))


def bytes_of(file: Path) -> bytes:
    """A file that is not too large. Raises `NotReady`."""
    try:
        if file.stat().st_size > MAX_BYTES:
            raise Untrusted("too_big", limit=MAX_BYTES // (1024 * 1024))
        return file.read_bytes()
    except OSError:
        raise NotReady("The file cannot be read: check its name and who may open it.") from None
    except Untrusted as refusal:
        raise NotReady(said(refusal.code, refusal.values)) from None


def _write(
    store: Store, where: Where, source: Source, plan: ImportState, found: Shown, kept: Beside
) -> dict[str, Any]:  # fmt: skip
    """Write what was shown. Returns how many people, and the import's id, by which it is taken back."""
    if not found.people:
        return {"imported": 0, "changed": 0}
    with store.writing(EVERYWHERE) as session:
        if where.workplace_id is None:
            source = replace(source, way=replace(source.way, workplace_id=create(session, where.name)))
            session.flush()  # the import points at it
        running = actions.begun_here(plan, found.counts, found.problems)
        way = source.way
        session.add(RosterImport(id=way.import_id, workplace_id=way.workplace_id, plan=running, version=1))
        chain.note(session, None, chain.Act.CREATED, actions.KIND, way.import_id)
    try:
        done = applying.apply(store, EVERYWHERE, source)
    except applying.Crowded:
        raise NotReady("Others are changing this roster: try again in a moment.") from None
    with store.writing(EVERYWHERE) as session:
        actions.end(session, session.get_one(RosterImport, way.import_id), Stage.DONE, done)
    store.count_rows()
    if where.workplace_id is None:
        kept.save(store, way.workplace_id, plan)
    return {"imported": done.created, "changed": done.updated, "import": str(way.import_id)}


def _agreed(found: Shown) -> bool:
    if not sys.stdin.isatty():
        return False
    bad = len({problem.row for problem in found.problems})
    return click.confirm(f"{bad} rows have problems. Import the {found.counts.new} good new ones only?", err=True)
