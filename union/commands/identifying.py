"""`union export identify FILE`: which export a file, or a copied part of one, came from."""

from __future__ import annotations

import json
import re
import sys
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import click

from union import record
from union.accounts.models import Account
from union.commands import opening
from union.commands.exporting import export_ as export_
from union.commands.import_answers import said
from union.commands.imports import bytes_of
from union.db import Store
from union.installation import NotReady
from union.members import watermark
from union.members.exporting import ROSTER
from union.sheets.sandbox import read_any
from union.sheets.table import Table, Untrusted
from union.workplaces.models import Workplace

UNKNOWN = 3  # exit code: no export is sure


@dataclass(frozen=True)
class Taken:
    """An export as the record has it."""

    code: str
    purpose: str
    at: datetime
    by: str
    place: str


@export_.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Answer with JSON on standard output.")
def identify(file: Path, as_json: bool) -> None:
    """Say which export FILE came from: by the code in its title, else by the mark that each of its rows carries.

    Rows may be moved, sorted and left out, columns too. Exit codes: 0 found, 1 refused with a sentence, 2 wrong use,
    3 no export is sure.
    """
    store = opening.store(opening.settings())
    try:
        data = bytes_of(file)
        table = read_any(data, file.name)
    except Untrusted as refusal:
        raise NotReady(said(refusal.code, refusal.values)) from None
    answer = _answer(table, _exports(store))
    click.echo(json.dumps(answer, ensure_ascii=False) if as_json else _in_words(answer))
    if not answer["sure"]:
        sys.exit(UNKNOWN)


def _exports(store: Store) -> list[Taken]:
    """Every roster that was taken out."""
    with store.maintaining() as session:
        found = [row.event for row in session.scalars(record.latest())]
        return [
            Taken(*_code_and_purpose(one.note), one.at, _name(session, one.by), _place(session, one.subject))
            for one in found
            if one.act is record.Act.EXPORTED and one.kind == ROSTER and ": " in one.note
        ]


def _code_and_purpose(note: str) -> tuple[str, str]:
    code, _, purpose = note.partition(": ")
    return code, purpose


def _name(session: Any, account_id: UUID | None) -> str:
    account = None if account_id is None else session.get(Account, account_id)
    return account.holder.name if account is not None else "the command line" if account_id is None else ""


def _place(session: Any, workplace_id: UUID | None) -> str:
    place = None if workplace_id is None else session.get(Workplace, workplace_id)
    return place.site.name if place is not None else ""


def _answer(table: Table, exports: list[Taken]) -> dict[str, Any]:
    titles = " ".join([*table.proof, table.sheet or "", *(str(one.values.get("text", "")) for one in table.remarks)])
    words = set(re.findall(r"\w+", titles))
    rows = [table.headers, *(row.cells for row in table.rows)]
    told = [(watermark.bits(one.code, rows), one) for one in exports]
    best, found = max(told, key=lambda pair: pair[0], default=(0, None))
    named = next((one for one in exports if one.code in words), None)
    by_rows = found is not None and best >= watermark.needed(len(exports))
    taken = found if by_rows else named
    return {
        "sure": taken is not None,
        "export": taken.code if taken else None,
        "at": taken.at.isoformat() if taken else None,
        "by": taken.by if taken else None,
        "workplace": taken.place if taken else None,
        "purpose": taken.purpose if taken else None,
        "by_rows": by_rows,
        "by_title": named is not None and named is taken,
        "bits": best,
    }


def _in_words(answer: dict[str, Any]) -> str:
    if not answer["sure"]:
        return "No export is sure: neither a title nor the marks of the rows say one."
    how = [word for word, told in (("its title", answer["by_title"]), ("its rows", answer["by_rows"])) if told]
    return (
        f"Export {answer['export']} of {answer['at']}, by {answer['by']}, of {answer['workplace']}: {answer['purpose']}. "
        f"Known by {' and '.join(how)}."
    )
