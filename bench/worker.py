"""The memory of a worker at rest, in a process of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import config
from bench.measuring import Measure
from union.installation import initialise


def measure() -> list[Measure]:
    """Three seconds after its start, with nothing to do."""
    folder = Path(tempfile.mkdtemp(prefix="union-bench-"))
    environment = {"UNION_STATE": str(folder / "state"), "UNION_KEY_FILE": str(folder / "keys" / "root.key")}
    try:
        initialise(config.read(environment))
        command = [str(Path(sys.executable).with_name("union")), "worker"]
        process = subprocess.Popen(
            command, env={**os.environ, **environment}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        try:
            time.sleep(3)
            lines = Path(f"/proc/{process.pid}/status").read_text().splitlines()
        finally:
            process.terminate()
            process.wait(10)
    finally:
        shutil.rmtree(folder)
    resident = next(int(line.split()[1]) for line in lines if line.startswith("VmRSS:")) / 1024
    return [Measure("a worker at rest", resident, "MB", 150.0)]
