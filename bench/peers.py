"""The environment of the peers, and what they take over the same list: each way in a process of its own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

from bench.measuring import Spent

HERE = Path(__file__).resolve().parent
WAYS = ("default", "bulk", "cached", "bare")
FEWER = 10_000  # rows from which what the default way takes is extrapolated


class Taken(NamedTuple):
    """What one program took over one list; memory in megabytes."""

    preview: Spent
    apply: Spent
    memory: float


def django_environment() -> Path:
    """The interpreter of an environment of its own, locked; made anew where the lock has changed."""
    home, lock = HERE / "out" / "django", HERE / "requirements-django.txt"
    python, installed = home / "bin" / "python", home / lock.name
    if not installed.exists() or installed.read_text() != lock.read_text():
        subprocess.run([sys.executable, "-m", "venv", "--clear", str(home)], check=True)
        subprocess.run([str(python), "-m", "pip", "-q", "install", "--require-hashes", "-r", str(lock)], check=True)
        installed.write_text(lock.read_text())
    return python


def taken(database: str, file: Path, way: str) -> Taken:
    """One way over one list into an empty database: a file of SQLite that is not there yet, or one of PostgreSQL."""
    program = HERE / "peer" / "imported.py"
    command = [str(django_environment()), str(program), database, str(file), way]
    answer = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    numbers = list(map(float, answer.stdout.split()))
    return Taken(Spent(*numbers[0:2]), Spent(*numbers[2:4]), numbers[4])


def scaled(one: Taken, times: float) -> Taken:
    """What so many times as many rows would take, were each as dear; the memory is as it was measured."""
    preview, apply = (Spent(spent.clock * times, spent.processors * times) for spent in one[:2])
    return Taken(preview, apply, one.memory)
