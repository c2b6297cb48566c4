"""A photograph of ten megabytes and a file of 25, looked into by the limited child and sealed: how long, how much
memory."""

from __future__ import annotations

import io
import json
import os
import random
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path

from PIL import Image

import config
from bench.measuring import Measure
from union.inspection.child import MEMORY, SECONDS
from union.inspection.filetypes import MOST_OF_A_FILE, MOST_OF_A_PICTURE
from union.store.files import Vaulted
from union.vault import ring

SIDES = ((4000, 3000, 97), (5760, 4320, 90), (8000, 6000, 70))  # pixels, and the quality that makes it so heavy
SENDS = """
import sys
with open(sys.argv[1], "rb") as file:
    while piece := file.read(1 << 16):
        sys.stdout.buffer.write(piece)
"""


def photograph(width: int, height: int, quality: int, kind: str = "JPEG", **more: object) -> bytes:
    """Of grains, which no compression makes small: the heaviest that a telephone sends."""
    grains = Image.effect_noise((width // 6, height // 6), 90)
    turned = Image.Transpose
    layers = [grains, grains.transpose(turned.FLIP_LEFT_RIGHT), grains.transpose(turned.ROTATE_180)]
    picture = Image.merge("RGB", [one.resize((width, height), Image.Resampling.BICUBIC) for one in layers])
    into = io.BytesIO()
    picture.save(into, kind, quality=quality, **more)
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
    return [*lines, *of_other_kinds(), *of_25_megabytes()]


def of_other_kinds() -> list[Measure]:
    """The largest WebP and the largest progressive JPEG that are taken."""
    lines = []
    for kind, more in (("WEBP", {"method": 0}), ("JPEG", {"progressive": True})):
        width, height, quality = (8000, 6000, 40) if kind == "WEBP" else (7200, 5400, 75)
        data = photograph(width, height, quality, kind, **more)
        seconds, megabytes = looked_into(data)
        size = f"{kind} {len(data) / 1024 / 1024:.1f} MB, {width * height / 1e6:.0f} million pixels"
        lines.append(Measure(f"processor time of its child ({size})", seconds, "s", 3.0))
        lines.append(Measure(f"memory of its child ({size})", megabytes, "MB", 200.0))
    return lines


def of_25_megabytes() -> list[Measure]:
    """A file of the most that is taken: sealed into its folder, and opened again."""
    data = random.Random(25).randbytes(MOST_OF_A_FILE)
    keys = ring.Ring(os.urandom(32))
    keys.add(1, "file", keys.wrap_new(1, "file"), active=True)
    ring.use(keys)
    seconds, megabytes = looked_into(word_file(data), "office")
    with tempfile.TemporaryDirectory(prefix="union-bench-") as folder:
        kept = Vaulted(Path(folder))
        begun = time.process_time()
        file_id = kept.put_in_pieces(data)
        sealed = time.process_time() - begun
        begun = time.process_time()
        assert sum(map(len, kept.pieces(file_id))) == len(data)
        opened = time.process_time() - begun
    return [
        Measure("processor time of its child (a Word file of 25 MB)", seconds, "s", 3.0),
        Measure("memory of its child (a Word file of 25 MB)", megabytes, "MB", 200.0),
        Measure("processor time to seal a file of 25 MB", sealed, "s", 1.0),
        Measure("processor time to open it again", opened, "s", 1.0),
    ]


def word_file(picture: bytes) -> bytes:
    """The heaviest that is taken: one picture that no compression makes small."""
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w") as made:
        made.writestr("[Content_Types].xml", "<Types/>")
        made.writestr("word/document.xml", "<w:document/>")
        made.writestr("word/media/image1.jpeg", picture[: MOST_OF_A_FILE - 1024])
    return into.getvalue()


def looked_into(data: bytes, reader: str = "pictures") -> tuple[float, float]:
    """Seconds of a processor and megabytes of one child, begun by a small process: what this one holds would count."""
    with tempfile.NamedTemporaryFile(prefix="union-bench-") as file:
        file.write(json.dumps({"memory": MEMORY, "seconds": SECONDS}).encode() + b"\n" + data)
        file.flush()
        sender = subprocess.Popen([sys.executable, "-c", SENDS, file.name], stdout=subprocess.PIPE)
        child = subprocess.Popen(
            [sys.executable, "-c", STARTS, reader], stdin=sender.stdout, stdout=subprocess.PIPE, cwd=Path(config.HERE)
        )
        told, _ = child.communicate()
        sender.wait()
    seconds, megabytes = map(float, told.split())
    return seconds, megabytes


STARTS = """
import os, subprocess, sys
reader = [sys.executable, "-m", "union.inspection." + sys.argv[1]]
child = subprocess.Popen(reader, stdin=sys.stdin, stdout=subprocess.DEVNULL)
_, code, used = os.wait4(child.pid, 0)
assert code == 0
print(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)
"""
