"""Asking a limited child what a file is: what the server calls, which opens nothing of it itself."""

from __future__ import annotations

import msgspec

from union import confined
from union.inspection.filetypes import PICTURES, SOUND, FileType, NotTaken, type_of
from union.inspection.findings import Findings

MEMORY = 768 * 1024 * 1024  # bytes of address space: what the libraries take of it is never touched
SECONDS = 20
READERS = {  # which module reads a type; a plain text is looked through here
    **dict.fromkeys(PICTURES, "pictures"),
    **dict.fromkeys(SOUND, "sound"),
    FileType.PDF: "pages",
    FileType.DOCX: "office",
}


def look_into(data: bytes, *, memory: int = MEMORY, seconds: float = SECONDS) -> Findings:
    """What the file is and what may be kept of it. Raises `NotTaken`."""
    kind = type_of(data)  # what is not on the list costs no child
    if kind is FileType.TEXT:
        return Findings(kind)
    try:
        answer = confined.run(f"union.inspection.{READERS[kind]}", {}, data, memory=memory, seconds=seconds)
    except confined.TooHeavy:
        raise NotTaken("too_heavy") from None
    found = msgspec.msgpack.decode(answer, type=Findings)
    if found.refused:
        raise NotTaken(found.refused)
    return found
