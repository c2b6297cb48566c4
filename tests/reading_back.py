"""What stands in a PDF, read out of it again by poppler."""

from __future__ import annotations

import re
import shutil
import subprocess

from tests.conftest import COMPLETE

DIRECTION = re.compile(r"[\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def read_back(content: bytes, *options: str) -> str | None:
    """The text, without its marks of direction. None on a machine without poppler; a complete run has it, or fails."""
    if shutil.which("pdftotext") is None and not COMPLETE:
        return None
    read = subprocess.run(["pdftotext", *options, "-", "-"], input=content, capture_output=True, check=True)
    return DIRECTION.sub("", read.stdout.decode())
