"""The real command line, in this process: what it says, its code, and that a mistake is one sentence."""

from __future__ import annotations

from dataclasses import dataclass

from click.testing import CliRunner

from union.cli import main
from union.vault import ring


@dataclass(frozen=True)
class Said:
    """What a command answered."""

    code: int
    out: str
    err: str


def union(*words: str, environment: dict[str, str], said: str = "") -> Said:
    """Run `union …`. The ring that was open stays open; an exception that the command lets through is raised here."""
    before = list(ring._open)
    try:
        result = CliRunner().invoke(main, words, input=said, env=environment)
    finally:
        ring._open[:] = before
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return Said(result.exit_code, result.stdout, result.stderr)
