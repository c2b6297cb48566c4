"""`union export identify FILE`: which export a file, or a copied part of one, came from."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import click

from union.commands import opening
from union.commands.exporting import export_ as export_
from union.commands.import_answers import sentence_here
from union.commands.imports import bytes_of
from union.installation import NotReady
from union.members.identifying import Identified
from union.members.identifying import identify as identified
from union.store.reach import Reach
from union.tables.table import Untrusted

UNKNOWN = 3  # exit code: no export is sure
ALL = Reach(everywhere=True, accounts=True)  # the whole record, and the names in it


@export_.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Answer with JSON on standard output.")
def identify(file: Path, as_json: bool) -> None:
    """Say which export FILE came from: by the mark that each of its rows carries, else by the code in its title.

    Rows may be moved, sorted and left out, columns too. Exit codes: 0 found, 1 refused with a sentence, 2 wrong use,
    3 no export is sure.
    """
    store = opening.store(opening.settings())
    data = bytes_of(file)
    try:
        found = identified(store, ALL, None, data, file.name)
    except Untrusted as refusal:
        raise NotReady(sentence_here(refusal.code, refusal.values)) from None
    answer = _answer(found)
    click.echo(json.dumps(answer, ensure_ascii=False) if as_json else _in_words(answer))
    if not answer["sure"]:
        sys.exit(UNKNOWN)


def _answer(found: Identified) -> dict[str, Any]:
    taken = found.export
    return {
        "sure": taken is not None,
        "export": taken.code if taken else None,
        "at": taken.at.isoformat() if taken else None,
        "by": ("the command line" if taken.by is None else taken.by) if taken else None,
        "workplace": taken.place if taken else None,
        "purpose": taken.purpose if taken else None,
        "by_rows": found.by_rows,
        "by_title": found.by_title,
        "title_of": found.titled.code if found.titled else None,
        "others": [one.code for one in found.others],
        "bits": round(found.agreement.bits, 1),
        "possible": round(found.possible, 1),
        "needed": round(found.needed, 1),
    }


def _in_words(answer: dict[str, Any]) -> str:
    if not answer["sure"]:
        few = " It is too short a part to say one: find more rows." if answer["possible"] < answer["needed"] else ""
        return f"No export is sure: neither a title nor the marks of the rows say one.{few}"
    how = [word for word, told in (("its title", answer["by_title"]), ("its rows", answer["by_rows"])) if told]
    return (
        f"Export {answer['export']} of {answer['at']}, by {answer['by']}, of {answer['workplace']}: "
        f"{answer['purpose']}. "
        f"Known by {' and '.join(how)}."
        + (f" It holds rows of {', '.join(answer['others'])} as well." if answer["others"] else "")
    )
