"""Files of people that a command writes: readable by their owner alone, also where a file of that name was there."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from union.installation import NotReady


def write_private(file: Path, content: bytes) -> None:
    """Put `content` into a file; what others could read of a former one they can read no more. Raises `NotReady`."""
    try:
        with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as opened:
            if stat.S_ISREG(os.fstat(opened.fileno()).st_mode):
                os.fchmod(opened.fileno(), 0o600)
            opened.write(content)
    except OSError:
        raise NotReady(f"{file} cannot be written: check its folder and who may write there.") from None
