"""What the `union law` commands share: bytes in, at most so many; JSON, lines or one sentence out."""

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NoReturn

import click

from union.languages.translated import LANGUAGES
from union.law.sentences.refusals import refuse

language_option = click.option("--language", type=click.Choice(LANGUAGES), default="fr", show_default=True)
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON.")


def stop(text: str) -> NoReturn:
    """One sentence on standard error, and the exit code of what was refused."""
    click.echo(text.encode(), err=True)
    sys.exit(1)


def print_json(answer: object) -> None:
    """JSON in UTF-8, whatever the locale."""
    click.echo(json.dumps(answer, ensure_ascii=False, indent=2).encode())


def say(*lines: str) -> None:
    """Lines in UTF-8, whatever the locale."""
    for line in lines:
        click.echo(line.encode())


def listed(shown: Mapping[str, object], as_json: bool) -> None:
    """A mapping as JSON, or as one name and value a line, what is empty left out."""
    for name, value in () if as_json else shown.items():
        inner = value.items() if isinstance(value, Mapping) else ()
        say(*([] if value is None else [f"{name}:" if inner else f"{name}: {value}"]))
        say(*(f"    {field}: {how}" for field, how in inner))
    if as_json:
        print_json(shown)


def content(file: str, most: int) -> bytes:
    """The file's bytes, - for standard input; raises `BadFacts` naming FILE where there is nothing to read.

    At most one byte more than the largest input, so that a huge one is refused without being read.
    """
    try:
        if file != "-":
            with Path(file).open("rb") as opened:
                return opened.read(most + 1)
        if sys.stdin is not None:  # None in a process whose standard input was closed
            return sys.stdin.buffer.read(most + 1)
    except (OSError, ValueError):
        pass
    raise refuse("FILE", "unreadable")
