"""A voice note: that it holds sound and no film, which would show a screen."""

from __future__ import annotations

from collections.abc import Iterator

from union.inspection.answering import answer
from union.inspection.filetypes import FileType, NotTaken, type_of
from union.inspection.findings import Findings

HEAD = 8  # bytes of a box of MP4: its length and its name
INSIDE = {b"moov", b"trak", b"mdia"}
HANDLER = slice(8, 12)  # where the box `hdlr` says what a track holds
FILMED = (b"V_VP8", b"V_VP9", b"V_AV1", b"V_MPEG", b"V_MS", b"theora", b"\x80theora")
BEGINNING = 1 << 16


def listened_to(data: bytes) -> Findings:
    """The sound as it came: it is not made anew. Raises `NotTaken` for a film, and for a container without
    sound; MP3, WAV and AMR hold nothing else and are taken by their signature."""
    kind = type_of(data)
    if kind is FileType.M4A:
        held = set(_tracks(data))
        if b"vide" in held:
            raise NotTaken("film")
        if b"soun" not in held:
            raise NotTaken("damaged")
    elif kind is FileType.WEBM:
        beginning = data[:BEGINNING]
        if any(one in beginning for one in FILMED):
            raise NotTaken("film")
        if b"webm" not in beginning[:64] or b"A_" not in beginning:
            raise NotTaken("damaged")
    elif kind is FileType.OGG:
        if any(one in data[:BEGINNING] for one in FILMED):
            raise NotTaken("film")
        if not any(one in data[:BEGINNING] for one in (b"OpusHead", b"\x01vorbis", b"Speex   ", b"fLaC")):
            raise NotTaken("damaged")
    return Findings(kind)


def _tracks(data: bytes, start: int = 0, end: int | None = None, depth: int = 0) -> Iterator[bytes]:
    """What the tracks of an MP4 hold, `soun` or `vide`. Raises `NotTaken` for boxes that do not fit into each other."""
    at, end = start, len(data) if end is None else end
    while at + HEAD <= end:
        length, name = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + HEAD]
        head = HEAD
        if length == 1:  # the length is a longer number
            length, head = int.from_bytes(data[at + HEAD : at + 16], "big"), 16
        length = end - at if length == 0 else length
        if length < head or at + length > end:
            raise NotTaken("damaged")
        if name == b"hdlr":
            yield data[at + head : at + length][HANDLER]
        elif name in INSIDE and depth < len(INSIDE):
            yield from _tracks(data, at + head, at + length, depth + 1)
        at += length


if __name__ == "__main__":
    answer(listened_to)
