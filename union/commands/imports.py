"""`union import members|workplaces|headcounts|declared-days|elections FILE`: says what a list would do, and does it
where told so."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar
from uuid import uuid4

import click

from union.commands import import_readings, import_undoing, opening
from union.commands.import_answers import Looked, in_words, list_answer, looked, sentence_here
from union.commands.import_beside import BESIDE, Beside, beside
from union.commands.import_ending import confirmed, end, left_open, may_be_written
from union.commands.import_place import EVERYWHERE, Where, create, where_of
from union.imports.kinds import any_list
from union.imports.kinds.kind import Listed
from union.imports.kinds.registry import KINDS
from union.imports.preview.planning import RowOutcome
from union.imports.reading.sourcing import Source
from union.imports.records import actions
from union.imports.records.models import ImportState, RosterImport, Stage
from union.imports.records.outcomes import Choice, Decision, ListOf
from union.imports.writing import applying
from union.installation import NotReady
from union.members.models import Membership
from union.record import chain
from union.store.db import Store
from union.store.gc_pause import undisturbed
from union.tables.columns.asking import DATES, DECIMALS, ORDERS, PERIODS, SIGN_OF, WAGES
from union.tables.table import MAX_BYTES, Untrusted
from union.workplaces.models import Site

Command = TypeVar("Command", bound=Callable[..., Any])
OF_EVERY_LIST = (
    click.argument("file", type=click.Path(path_type=Path)),
    click.option("--apply", "apply_", is_flag=True, help="Write it; without it nothing is written."),
    click.option("--yes", is_flag=True, help="Go on without asking: the good rows only, and what is open as proposed."),
    click.option("--json", "as_json", is_flag=True, help="Answer with JSON on standard output."),
    click.option("--map", "map_", metavar="NAME", help="The saved reading by which the list is read."),
    click.option(
        "--confirm", metavar="WORDS", default="", help="Why a list that changes more than lists usually do is right."
    ),
    *BESIDE,
    click.option(
        "--dates", type=click.Choice(ORDERS), help="The order of day and month, where the dates leave it open."
    ),
    click.option(
        "--decimals", type=click.Choice(list(SIGN_OF)), help="The sign of the centimes, where 1,234 is in doubt."
    ),
)
OF_ONE_PLACE = (click.option("--workplace", metavar="NAME", required=True, help="The workplace that the list is of."),)
OF_MEMBERS = (
    click.option("--workplace", metavar="NAME", help="The workplace that the list is of."),
    click.option("--new-workplace", metavar="NAME", help="Create this workplace with its list."),
    click.option("--wages", type=click.Choice(PERIODS), help="What time the wages are for, where that is in doubt."),
    click.option(
        "--state",
        type=click.Choice(["member", "contact"]),
        help="What they become; members, where no reading says else.",
    ),
    click.option(
        "--complete", is_flag=True, help="Everybody stands in it: whom it does not name is listed, and left alone."
    ),
    click.option(
        "--resolve",
        type=click.Choice(["new", "skip", "ask"]),
        default="ask",
        show_default=True,
        help="What becomes of a row that bears the name of somebody known, and nothing else of theirs.",
    ),
)
CODES = (
    "Exit codes: 0 done, 1 refused with a sentence, 2 wrong use; with --apply, where nothing was written, the "
    "first that "
    "holds of: 4 the list leaves open what --dates, --wages or --decimals says, and --yes was not given (with it, the "
    "day stands first and pay is for a month, and standard error says so); 5 the list is unusual, for much would "
    "change "
    "or more than a fifth of its rows is refused, and neither --confirm nor --yes was given; 3 the list has problems, "
    "and --yes was not given."
)


@click.group("import")
def import_() -> None:
    """Bring in lists."""


@dataclass(frozen=True)
class Call:
    """What the options of one call say."""

    list_of: ListOf
    file: Path
    apply_: bool
    yes: bool
    as_json: bool
    map_: str | None
    confirm: str
    kept: Beside
    dates: str | None
    decimals: str | None
    workplace: str | None = None
    new_workplace: str | None = None
    wages: str | None = None
    state: str | None = None
    complete: bool = False
    resolve: str = "ask"

    @property
    def answers(self) -> dict[str, str]:
        """What is said of the columns, by the kind of the question."""
        told = {DATES: self.dates, WAGES: self.wages, DECIMALS: SIGN_OF.get(self.decimals or "")}
        return {kind: answer for kind, answer in told.items() if answer}


def _command(list_of: ListOf) -> click.Command:
    """The command of one kind of list."""
    kind = KINDS.get(list_of)
    options = [*OF_EVERY_LIST, *(OF_MEMBERS if kind is None else OF_ONE_PLACE if kind.one_place else ())]

    def command(**given: Any) -> None:
        _bring_in(Call(list_of, kept=beside(given), **given))

    for option in reversed(options):
        command = option(command)
    return click.command(
        list_of.value, help=f"Preview a list of {list_of.value}, and with --apply write it.\n\n{CODES}"
    )(command)


def _bring_in(call: Call) -> None:
    if call.list_of is ListOf.MEMBERS and (call.workplace is None) == (call.new_workplace is None):
        raise click.UsageError("Give either --workplace NAME or --new-workplace NAME.")
    if call.kept.name and call.new_workplace and not call.apply_:
        raise click.UsageError("A reading belongs to its workplace: give --save-map with --apply, or once it is there.")
    settings = opening.settings()
    store = opening.store(settings)
    data = bytes_of(call.file)
    where = _where(store, call)
    what, plan = _read(store, call, where, data, cin=settings.cin_authorised)
    found, what = _resolved(store, what, call.resolve)
    answer = list_answer(found, plan, what.remarks) | call.kept.put_refused(plan, what.table, found.problems)
    plan = call.kept.save(store, where.workplace_id, plan)
    answer |= import_readings.maps_said(store, where, plan)
    unanswered = left_open(what.questions)
    words = confirmed(found.unusual, call.confirm, apply_=call.apply_, yes=call.yes)
    plan = replace(plan, unusual=found.unusual, confirmed=words)
    free = may_be_written(plan, unanswered, apply_=call.apply_, yes=call.yes)
    if free and (call.yes or not found.problems or _agreed(found)):
        answer |= _write(store, where, what, plan, found, call.kept)
    click.echo(json.dumps(answer, ensure_ascii=False, indent=2) if call.as_json else in_words(answer, call.list_of))
    if call.apply_:
        end(answer, unanswered, plan, yes=call.yes)


def _where(store: Store, call: Call) -> Where:
    if call.workplace is None and call.new_workplace is None:
        return Where("")  # its rows name theirs
    return where_of(store, call.workplace, call.new_workplace)


def _read(store: Store, call: Call, where: Where, data: bytes, *, cin: bool) -> tuple[Source | Listed, ImportState]:
    """The list as the options say it is read, with the answers to its questions. Raises `NotReady`."""
    table, plan = import_readings.read(store, data, call.file.name, where, call.map_, cin=cin, list_of=call.list_of)
    columns = tuple(replace(one, told={**one.told, **call.answers}) for one in plan.columns)
    state = Membership(call.state) if call.state else plan.state
    plan = replace(plan, columns=columns, state=state, complete=call.complete)
    kind = KINDS.get(call.list_of)
    lacking = kind.lacking({one for one in plan.mapping.values() if one}) if kind else []
    if lacking:
        raise NotReady(f"No column of the list says: {', '.join(lacking)}.")
    place = where.workplace_id or (uuid4() if kind is None else None)  # of a new one: nobody works there yet
    what = any_list.source(uuid4(), place, Site(where.name, city=where.city), plan, table, None, cin=cin)
    twins = what.twins if isinstance(what, Source) else ()
    return what, replace(plan, questions=what.questions, twins=twins)


def _resolved(store: Store, what: Source | Listed, resolve: str) -> tuple[Looked, Source | Listed]:
    """What would happen, once it is said what becomes of the rows that bear a known name."""
    found = _looked(store, what)
    choices: dict[int, Decision] = {}
    for line in found.decide:
        choice = _choice(line, resolve)
        if choice is not None and line.member_id is not None:
            choices[line.row] = Decision(line.row, choice, line.member_id)
    if not choices or not isinstance(what, Source):
        return found, what
    what = replace(what, decisions=choices)
    return _looked(store, what), what


@undisturbed()
def _looked(store: Store, what: Source | Listed) -> Looked:
    with store.reading(EVERYWHERE) as session:
        return looked(session, what)


def _choice(line: RowOutcome, resolve: str) -> Choice | None:
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
        raise NotReady(sentence_here(refusal.code, refusal.values)) from None


def _write(
    store: Store, where: Where, what: Source | Listed, plan: ImportState, found: Looked, kept: Beside
) -> dict[str, Any]:
    """Write what was shown. Returns how much, and the import's id, by which it is taken back."""
    if not found.counts.new + found.counts.updated:
        return {"imported": 0, "changed": 0}
    with store.writing(EVERYWHERE) as session:
        if isinstance(what, Source) and where.workplace_id is None:
            what = replace(what, context=replace(what.context, workplace_id=create(session, where.name)))
            session.flush()  # the import points at it
        context = what.context
        running = actions.begun_here(plan, found.counts, found.problems)
        session.add(RosterImport(id=context.import_id, workplace_id=context.workplace_id, plan=running, version=1))
        chain.note(session, None, chain.Act.CREATED, actions.KIND, context.import_id)
    try:
        done = any_list.apply(store, EVERYWHERE, what)
    except applying.Crowded:
        raise NotReady("Others are changing this roster: try again in a moment.") from None
    with store.writing(EVERYWHERE) as session:
        actions.end(session, session.get_one(RosterImport, context.import_id), Stage.DONE, done)
    store.count_rows()
    if where.workplace_id is None and plan.list_of is ListOf.MEMBERS:
        kept.save(store, context.workplace_id, plan)
    return {"imported": done.created, "changed": done.updated, "import": str(context.import_id)}


def _agreed(found: Looked) -> bool:
    if not sys.stdin.isatty():
        return False
    bad = len({problem.row for problem in found.problems})
    return click.confirm(f"{bad} rows have problems. Import the {found.counts.new} good new ones only?", err=True)


for _list_of in ListOf:
    import_.add_command(_command(_list_of))
for _one in (import_undoing.list_, import_undoing.undo, import_readings.readings):
    import_.add_command(_one)
