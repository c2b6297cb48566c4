"""A photograph of ten megabytes, looked into by the limited child: how long, and how much memory it takes for it."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image

import config
from bench.measuring import Measure
from union.inspection.child import MEMORY, SECONDS
from union.inspection.filetypes import MOST_OF_A_PICTURE

SIDES = ((4000, 3000, 97), (5760, 4320, 90), (8000, 6000, 70))  # pixels, and the quality that makes it so heavy
SENDS = """
import sys
with open(sys.argv[1], "rb") as file:
    while piece := file.read(1 << 16):
        sys.stdout.buffer.write(piece)
"""


def photograph(width: int, height: int, quality: int) -> bytes:
    """Of grains, which no compression makes small: the heaviest that a telephone sends."""
    grains = Image.effect_noise((width // 6, height // 6), 90)
    turned = Image.Transpose
    layers = [grains, grains.transpose(turned.FLIP_LEFT_RIGHT), grains.transpose(turned.ROTATE_180)]
    picture = Image.merge("RGB", [one.resize((width, height), Image.Resampling.BICUBIC) for one in layers])
    into = io.BytesIO()
    picture.save(into, "JPEG", quality=quality)
    return into.getvalue()


def measure() -> list[Measure]:
    """Seconds of a processor, whoever else is at work, and the most memory that the child had."""
    lines = []
    for width, height, quality in SIDES:
        data = photograph(width, height, quality)
        assert len(data) < 2 * MOST_OF_A_PICTURE
        seconds, megabytes = looked_into(data)
        size = f"{len(data) / 1024 / 1024:.1f} MB, {width * height / 1e6:.0f} million pixels"
        lines.append(Measure(f"processor time of its child ({size})", seconds, "s", 3.0))
        lines.append(Measure(f"memory of its child ({size})", megabytes, "MB", 200.0))
    return lines


def looked_into(data: bytes) -> tuple[float, float]:
    """Seconds of a processor and megabytes of one child, begun by a small process: what this one holds would count."""
    with tempfile.NamedTemporaryFile(prefix="union-bench-") as file:
        file.write(json.dumps({"memory": MEMORY, "seconds": SECONDS}).encode() + b"\n" + data)
        file.flush()
        sender = subprocess.Popen([sys.executable, "-c", SENDS, file.name], stdout=subprocess.PIPE)
        child = subprocess.Popen(
            [sys.executable, "-c", STARTS], stdin=sender.stdout, stdout=subprocess.PIPE, cwd=Path(config.HERE)
        )
        told, _ = child.communicate()
        sender.wait()
    seconds, megabytes = map(float, told.split())
    return seconds, megabytes


STARTS = """
import os, subprocess, sys
reader = [sys.executable, "-m", "union.inspection.pictures"]
child = subprocess.Popen(reader, stdin=sys.stdin, stdout=subprocess.DEVNULL)
_, code, used = os.wait4(child.pid, 0)
assert code == 0
print(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)
"""
