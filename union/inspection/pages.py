"""A PDF by its first page, and whether it says who made it; its scripts and attachments are never looked at."""

from __future__ import annotations

import pypdfium2

from union.inspection import pictures
from union.inspection.answering import answer
from union.inspection.filetypes import FileType, NotTaken
from union.inspection.findings import Findings

MOST_SCALE = 3.0  # of points to pixels
NAMING = ("Author", "Creator")
PASSWORD = 4  # pdfium's own number of the fault


def drawn(data: bytes) -> Findings:
    """The first page as pictures of ours. Raises `NotTaken` for a PDF that does not open, or wants a password."""
    try:
        with pypdfium2.PdfDocument(data) as document:
            pages = len(document)
            if not pages:
                raise NotTaken("damaged")
            page = document[0]
            scale = min(MOST_SCALE, pictures.OF_PAGE / max(page.get_size()))
            picture = page.render(scale=scale, may_draw_forms=False).to_pil()
            traces = any(document.get_metadata_value(name) for name in NAMING)
    except pypdfium2.PdfiumError as fault:
        raise NotTaken("protected" if getattr(fault, "err_code", None) == PASSWORD else "damaged") from None
    except (ValueError, ZeroDivisionError, OverflowError) as fault:
        if isinstance(fault, NotTaken):
            raise
        raise NotTaken("damaged") from None
    return Findings(FileType.PDF, None, *pictures.shown(pictures.plain(picture)), pages, traces)


if __name__ == "__main__":
    answer(drawn)
