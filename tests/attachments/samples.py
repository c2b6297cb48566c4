"""Files as people send them: photographs, papers, sound; and files that do harm."""

from __future__ import annotations

import io
import zipfile
from functools import cache

from PIL import Image

MIMETYPES = "[Content_Types].xml"
PHONE = "Zqxkw Telephone 9"  # what a photograph says of the device that took it
PDF = b"""%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 400]/Contents 4 0 R/Resources<<>>>>endobj
4 0 obj<</Length 30>>stream
1 0 0 rg 50 50 200 300 re f
endstream endobj
5 0 obj<</Author(Zqxkw Salma)>>endobj
trailer<</Root 1 0 R/Info 5 0 R>>
"""


@cache
def photograph(kind: str = "JPEG", size: tuple[int, int] = (400, 300), turned: int = 1) -> bytes:
    """A picture whose left half is red, with a place, a device and a remark in it."""
    picture = Image.new("RGB", size, "white")
    picture.paste((200, 0, 0), (0, 0, size[0] // 2, size[1]))
    told = Image.Exif()
    told[0x0112], told[0x0110], told[0x013B] = turned, PHONE, "Zqxkw Salma"
    told.get_ifd(0x8825).update({1: "N", 2: (33.0, 35.0, 0.0), 3: "W", 4: (7.0, 37.0, 0.0)})
    into = io.BytesIO()
    more = {"comment": b"Zqxkw remark"} if kind == "JPEG" else {}
    picture.save(into, kind, exif=told.tobytes(), **more)
    return into.getvalue()


def office(main: str = "word/document.xml", **parts: str) -> bytes:
    """A Word or Excel file with these parts besides."""
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(MIMETYPES, "<Types/>")
        archive.writestr(main, "<document/>")
        for name, content in parts.items():
            archive.writestr(name, content)
    return into.getvalue()


def box(name: bytes, content: bytes) -> bytes:
    """One box of an MP4."""
    return (len(content) + 8).to_bytes(4, "big") + name + content


def recording(handler: bytes = b"soun") -> bytes:
    """A voice note as a telephone records it, or a film."""
    track = box(b"trak", box(b"mdia", box(b"hdlr", bytes(8) + handler + bytes(12))))
    return box(b"ftyp", b"M4A \0\0\0\0") + box(b"moov", track) + box(b"mdat", b"x" * 400)
