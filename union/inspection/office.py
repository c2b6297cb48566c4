"""A Word or Excel file by its parts: what it is, whether something in it would run, whether it says who made it."""

from __future__ import annotations

import io
import re
import zipfile
import zlib

from union.inspection.answering import answer
from union.inspection.filetypes import FileType, NotTaken
from union.inspection.findings import Findings

MOST_UNPACKED = 200 * 1024 * 1024  # bytes, over all entries
MOST_OF_XML = 40 * 1024 * 1024  # bytes of the parts that are read, together
MOST_RATIO = 200  # unpacked bytes to packed bytes, once there is more than `SMALL`
SMALL = 4 * 1024 * 1024
MOST_ENTRIES = 2000
PIECE = 1 << 16
MAIN = {"word/document.xml": FileType.DOCX, "xl/workbook.xml": FileType.XLSX}
RUNS = re.compile(
    r"vbaProject|vbaData|activeX|oleObject|\.(exe|dll|js|vbs|bat|cmd|ps1|scr|lnk|bin\.exe)$", re.IGNORECASE
)
# A template or a link of data that the program fetches from elsewhere when the file is opened.
FETCHES = re.compile(
    rb'<[^>]*Type="[^"]*/(attachedTemplate|oleObject|frame|subDocument)"[^>]*TargetMode="External"'
    rb'|<[^>]*TargetMode="External"[^>]*Type="[^"]*/(attachedTemplate|oleObject|frame|subDocument)"|<ddeLink|<w:instrText[^>]*>\s*DDE'
)
ENTITIES = (b"<!DOCTYPE", b"<!ENTITY")
TRACES = re.compile(rb"<dc:creator>[^<]|<cp:lastModifiedBy>[^<]|<w:(ins|del) |<w:comment ")


def looked_through(data: bytes) -> Findings:
    """What the archive is. Raises `NotTaken`: another archive, one that unfolds without end, one in which something
    would run."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            _refuse_bombs(entries, len(data))
            names = {one.filename for one in entries}
            kinds = [kind for name, kind in MAIN.items() if name in names]
            if len(kinds) != 1 or "[Content_Types].xml" not in names or len(names) != len(entries):
                raise NotTaken("not_listed")
            if any(RUNS.search(name) for name in names):
                raise NotTaken("runs")
            traces = _read(archive, entries)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, KeyError, OSError, ValueError) as fault:
        if isinstance(fault, NotTaken):
            raise
        raise NotTaken("damaged") from None
    except RuntimeError:  # what zipfile raises when an entry asks for a password
        raise NotTaken("protected") from None
    return Findings(kinds[0], traces=traces)


def _refuse_bombs(entries: list[zipfile.ZipInfo], packed: int) -> None:
    total = sum(one.file_size for one in entries)
    if len(entries) > MOST_ENTRIES or total > MOST_UNPACKED or (total > SMALL and total > MOST_RATIO * packed):
        raise NotTaken("too_heavy")


def _read(archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo]) -> bool:
    """Unpack every entry, counting what really comes out. Returns whether one says who made the file."""
    left, of_xml, traces = MOST_UNPACKED, MOST_OF_XML, False
    for one in entries:
        content, is_xml = bytearray(), one.filename.endswith((".xml", ".rels"))
        with archive.open(one) as stream:
            while piece := stream.read(PIECE):
                left -= len(piece)
                of_xml -= len(piece) if is_xml else 0
                if left < 0 or of_xml < 0:
                    raise NotTaken("too_heavy")
                if is_xml:
                    content += piece
        if any(word in content for word in ENTITIES) or FETCHES.search(content):
            raise NotTaken("runs")
        traces = traces or TRACES.search(content) is not None
    return traces


if __name__ == "__main__":
    answer(looked_through)
