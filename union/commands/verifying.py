"""`union verify`: whether a file for the lawyer or the court is as it was made; it asks no database and no network."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from union.bundles import verify as checker
from union.commands.law.saying import language_option, say
from union.languages.translated import translated
from union.law.sources.sentence import Sentence


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--against", default="", metavar="DIGEST", help="The digest that the union reads out.")
@language_option
def verify(file: Path, against: str, language: str) -> None:
    """Compare a file for the lawyer or the court, packed or unpacked, with its own list.

    Exit codes: 0 nothing was changed; 1 something was changed, is missing or was added, each named; 2 no such file.
    """
    words = {text: translated(Sentence(text), language) for text in checker.SAYS.values()}
    code, lines = checker.report(file, against, words)
    say(*lines)
    sys.exit(code)
