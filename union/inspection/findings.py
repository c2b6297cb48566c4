"""What the child answers: what a file is, what is kept of it, and the pictures by which it is shown."""

from __future__ import annotations

import msgspec

from union.inspection.filetypes import FileType


class Findings(msgspec.Struct):
    """A file as it may be kept. `content` is None where it is kept as it came."""

    type: FileType = FileType.TEXT
    content: bytes | None = None
    thumbnail: bytes = b""  # both JPEG, made here; empty where there is nothing to draw
    picture: bytes = b""
    pages: int = 0
    traces: bool = False  # it says who made it, or keeps earlier changes
    refused: str = ""
