"""Look at a workbook before any reader opens it: its kind, its true size, and the traps that it may hold."""

import io
import zipfile
import zlib

from union.tables.table import Untrusted

MAX_UNPACKED = 100 * 1024 * 1024  # bytes, over all entries
MAX_RATIO = 100  # unpacked bytes to packed bytes, over the whole archive
MAX_ENTRIES = 200
_PIECE = 1 << 16
_SMALL = 1024 * 1024  # below this an archive may shrink as well as it likes: a thousand equal rows do

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP = b"PK\x03\x04"
_DECLARATIONS = tuple(
    word.encode(encoding) for word in ("<!DOCTYPE", "<!ENTITY") for encoding in ("ascii", "utf-16-le", "utf-16-be")
)


def _wide(name: str) -> bytes:
    return name.encode("utf-16-le")


def kind_of_ole(data: bytes) -> str:
    """Return "xls" for an old Excel workbook; refuse encrypted workbooks, macros and other OLE documents."""
    if _wide("EncryptedPackage") in data or _wide("EncryptionInfo") in data:
        raise Untrusted("encrypted")
    if _wide("_VBA_PROJECT") in data:
        raise Untrusted("macros")
    if _wide("Workbook") in data or _wide("Book") in data:
        return "xls"
    raise Untrusted("not_a_table")


def open_zip(data: bytes) -> tuple[str, dict[str, bytes]]:
    """Return "xlsx" or "ods" and the XML parts, after unpacking every entry within the limits.

    What is read later is what was counted here: a second reader that believed another size in the headers, or
    another of two entries with one name, would see something else.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            _declared_sizes(entries, len(data))
            kind = _kind(archive, {entry.filename for entry in entries})
            parts = _parts(archive, entries)
            if b"encryption-data" in parts.get("META-INF/manifest.xml", b""):
                raise Untrusted("encrypted")
            return kind, parts
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, KeyError, OSError, ValueError) as fault:
        if isinstance(fault, Untrusted):
            raise
        raise Untrusted("damaged") from None
    except RuntimeError:  # what zipfile raises when an entry asks for a password
        raise Untrusted("encrypted") from None


def packed(parts: dict[str, bytes]) -> io.BytesIO:
    """Put the parts that were counted into an archive of our own, not compressed."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_STORED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    whole.seek(0)
    return whole


def _parts(archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo]) -> dict[str, bytes]:
    parts: dict[str, bytes] = {}
    left = MAX_UNPACKED
    for entry in entries:
        content = _unpacked(archive, entry, left)
        left -= len(content)
        if entry.filename.endswith((".xml", ".rels")) or entry.filename == "mimetype":
            if any(word in content for word in _DECLARATIONS):
                raise Untrusted("entities")
            if entry.filename in parts:
                raise Untrusted("damaged")
            parts[entry.filename] = content
    return parts


def _declared_sizes(entries: list[zipfile.ZipInfo], packed: int) -> None:
    total = sum(entry.file_size for entry in entries)
    if len(entries) > MAX_ENTRIES or total > MAX_UNPACKED or (total > _SMALL and total > MAX_RATIO * packed):
        raise Untrusted("zip_bomb")


def _kind(archive: zipfile.ZipFile, names: set[str]) -> str:
    if any(name.endswith("vbaProject.bin") for name in names):
        raise Untrusted("macros")
    if "xl/workbook.xml" in names:
        return "xlsx"
    if "mimetype" in names and "content.xml" in names:
        with archive.open("mimetype") as stream:
            if stream.read(100).strip() == b"application/vnd.oasis.opendocument.spreadsheet":
                if any(name.startswith(("Basic/", "Scripts/")) for name in names):
                    raise Untrusted("macros")
                return "ods"
    raise Untrusted("not_a_table")


def _unpacked(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, left: int) -> bytes:
    """Return what an entry really unpacks to, and stop as soon as it is more than is left."""
    pieces: list[bytes] = []
    with archive.open(entry) as stream:
        while piece := stream.read(_PIECE):
            left -= len(piece)
            if left < 0:
                raise Untrusted("zip_bomb")
            pieces.append(piece)
    return b"".join(pieces)
