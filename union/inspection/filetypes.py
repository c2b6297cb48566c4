"""What a file is, by how its content begins: a closed list. Neither its name nor what a browser says of it counts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum


class FileType(Enum):
    """What is taken; the value is what a file of this type is called by its ending."""

    JPEG = "jpg"
    PNG = "png"
    WEBP = "webp"
    HEIC = "heic"
    PDF = "pdf"
    DOCX = "docx"
    XLSX = "xlsx"
    TEXT = "txt"
    M4A = "m4a"
    MP3 = "mp3"
    OGG = "ogg"
    WAV = "wav"
    AMR = "amr"
    WEBM = "webm"


PICTURES = frozenset({FileType.JPEG, FileType.PNG, FileType.WEBP, FileType.HEIC})
SOUND = frozenset({FileType.M4A, FileType.MP3, FileType.OGG, FileType.WAV, FileType.AMR, FileType.WEBM})

MIMETYPES = {
    FileType.JPEG: "image/jpeg",
    FileType.PNG: "image/png",
    FileType.WEBP: "image/webp",
    FileType.HEIC: "image/heic",
    FileType.PDF: "application/pdf",
    FileType.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    FileType.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    FileType.TEXT: "text/plain",
    FileType.M4A: "audio/mp4",
    FileType.MP3: "audio/mpeg",
    FileType.OGG: "audio/ogg",
    FileType.WAV: "audio/wav",
    FileType.AMR: "audio/amr",
    FileType.WEBM: "audio/webm",
}

MOST_OF_A_PICTURE = 10 * 1024 * 1024  # bytes of a photograph
MOST_OF_A_FILE = 25 * 1024 * 1024  # bytes of anything else


class NotTaken(ValueError):
    """A file that is not kept: `code` is one of `attachments.words.NOT_TAKEN`."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True)
class _Beginning:
    """How the files of a type begin: some bytes, and where the type is told later, which stand there."""

    type: FileType
    first: re.Pattern[bytes]


_ANY = re.DOTALL
_BEGINNINGS = (
    _Beginning(FileType.JPEG, re.compile(rb"\xff\xd8\xff", _ANY)),
    _Beginning(FileType.PNG, re.compile(rb"\x89PNG\r\n\x1a\n", _ANY)),
    _Beginning(FileType.WEBP, re.compile(rb"RIFF....WEBP", _ANY)),
    _Beginning(FileType.HEIC, re.compile(rb"....ftyp(heic|heix|heim|heis|hevc|mif1|msf1)", _ANY)),
    _Beginning(FileType.PDF, re.compile(rb"%PDF-[12]\.", _ANY)),
    _Beginning(FileType.DOCX, re.compile(rb"PK\x03\x04", _ANY)),  # or XLSX: what is inside says which
    _Beginning(FileType.M4A, re.compile(rb"....ftyp(M4A |M4B |mp4[12]|isom|iso[2-6]|3gp[4-9]|3g2a|dash|MSNV)", _ANY)),
    _Beginning(FileType.MP3, re.compile(rb"ID3[\x02-\x04]|\xff[\xfb\xfa\xf3\xf2\xf1\xf9]", _ANY)),
    _Beginning(FileType.OGG, re.compile(rb"OggS\0", _ANY)),
    _Beginning(FileType.WAV, re.compile(rb"RIFF....WAVE", _ANY)),
    _Beginning(FileType.AMR, re.compile(rb"#!AMR(-WB)?\n", _ANY)),
    _Beginning(FileType.WEBM, re.compile(rb"\x1a\x45\xdf\xa3", _ANY)),
)
# Texts that a program runs or draws, or that hold other files: they are no plain text.
_RUNS = re.compile(rb"\A(\xef\xbb\xbf)?\s*(<[a-zA-Z!?/]|\{\\rtf|%!PS|#!|GIF8|BM.{4}\0)")
_HOLDS = re.compile(
    rb"^(MIME-Version|Content-Type|Content-Transfer-Encoding):|%PDF-|PK\x03\x04", re.MULTILINE | re.IGNORECASE
)
_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x19\x1b-\x1f\x7f\ufffe\uffff]")
_MARKS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"\xef\xbb\xbf": "utf-8-sig"}


def type_of(data: bytes) -> FileType:
    """What the content begins as. Raises `NotTaken` for nothing, and for what is not on the list."""
    if not data.strip(b"\0\r\n\t "):
        raise NotTaken("empty")
    for one in _BEGINNINGS:
        if one.first.match(data):
            return one.type
    if is_text(data):
        return FileType.TEXT
    raise NotTaken("not_listed")


def is_text(data: bytes) -> bool:
    """Whether these bytes are plain text, of any encoding in use, and nothing that a program would run."""
    encoding = next((name for mark, name in _MARKS.items() if data.startswith(mark)), "")
    try:
        text = data.decode(encoding or "utf-8")
    except UnicodeDecodeError:
        if encoding:
            return False
        text = data.decode("cp1256", errors="replace")  # the letters may be wrong, what is no letter is not
    plain = text[:4096].encode()
    return not (_CONTROL.search(text) or _RUNS.match(plain) or _HOLDS.search(plain))


def most_of(kind: FileType) -> int:
    """How many bytes a file of this type may have."""
    return MOST_OF_A_PICTURE if kind in PICTURES else MOST_OF_A_FILE
