"""The real command line, in this process or in one of its own: what it says, its code, and that a mistake is one
sentence."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from typing import Any

from click.testing import CliRunner

import config
from union.cli import main
from union.vault import ring


@dataclass(frozen=True)
class Said:
    """What a command answered."""

    code: int
    out: str
    err: str


def around(settings: config.Settings) -> dict[str, str]:
    """The variables with which a command finds this installation."""
    return {
        "UNION_STATE": str(settings.state),
        "UNION_KEY_FILE": str(settings.key_file),
        "LC_ALL": "C.UTF-8",
        "UNION_DATABASE": "" if settings.on_sqlite else settings.database,
    }


PATIENCE = 240  # seconds in which any command ends on a busy machine; one that does not has begun to serve


def union(*words: Any, environment: dict[str, str], said: str = "") -> Said:
    """Run `union …`. The ring that was open stays open, and the umask; an exception that it lets through is raised
    here."""
    before, mask = list(ring._open), os.umask(0o022)
    try:
        result = CliRunner().invoke(main, [str(one) for one in words], input=said, env=environment)
    finally:
        ring._open[:] = before
        os.umask(mask)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return Said(result.exit_code, result.stdout, result.stderr)


def process(*words: Any, environment: dict[str, str]) -> Said:
    """`union …` as other programs call it: two seconds of a core, so one test a command."""
    line = [sys.executable, "-m", "union.cli", *map(str, words)]
    done = subprocess.run(
        line,
        cwd=config.HERE,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        timeout=PATIENCE,
    )
    return Said(done.returncode, done.stdout, done.stderr)
