"""Papers of others laid onto pages of ours: each on its place, without scripts, links or attachments; in the limited
child alone."""

from __future__ import annotations

import io
import json
import sys
from dataclasses import dataclass
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image

from union import confined
from union.inspection.pictures import plain, saved

A4 = (595.276, 841.89)  # points
LEFT, BOTTOM, RIGHT, TOP = (
    34.0,
    45.0,
    561.0,
    765.0,
)  # of the place on a page of ours, in points: above it stands the stamp
MOST_DOTS = 1800  # of the longer side of a picture on a page: 160 to the inch
MOST_SIDE = 14_400.0  # points of a page, as the format has it


class NotBound(ValueError):
    """A paper that cannot be laid onto pages of ours."""


@dataclass(frozen=True)
class Part:
    """One paper: how many bytes it has, whether it is a picture, how many pages."""

    size: int
    picture: bool
    pages: int


def lay(document: pypdfium2.PdfDocument, first: int, part: Part, data: bytes) -> None:
    """Lay a paper onto its pages, `first` and those behind it. Raises `NotBound`."""
    try:
        if part.picture:
            _lay_picture(document, document[first], data)
            return
        with pypdfium2.PdfDocument(data) as paper:
            if len(paper) != part.pages:
                raise NotBound
            for at in range(part.pages):
                _lay_page(document, document[first + at], paper, at)
    except (pypdfium2.PdfiumError, OverflowError, ZeroDivisionError) as fault:
        raise NotBound from fault


def _lay_picture(document: pypdfium2.PdfDocument, page: pypdfium2.PdfPage, data: bytes) -> None:
    """As large as a page is read, so that forty can be sent by mail: whole, the picture stands beside."""
    picture = pypdfium2.PdfImage.new(document)
    picture.load_jpeg(io.BytesIO(_for_a_page(data)), inline=True)
    width, height = picture.get_px_size()
    scale = min((RIGHT - LEFT) / width, (TOP - BOTTOM) / height)
    sized = pypdfium2.PdfMatrix().scale(width * scale, height * scale)
    picture.set_matrix(sized.translate(*_placed(width * scale, height * scale)))
    page.insert_obj(picture)
    page.gen_content()
    page.close()


def _for_a_page(data: bytes) -> bytes:
    """The picture with no more dots than a page shows; as it is, where it has no more. Raises `NotBound`."""
    try:
        with Image.open(io.BytesIO(data), formats=["JPEG"]) as opened:
            if max(opened.size) <= MOST_DOTS:
                return data
            opened.thumbnail((MOST_DOTS, MOST_DOTS), reducing_gap=2.0)
            return saved(plain(opened), 80)
    except (OSError, SyntaxError, ValueError) as fault:
        raise NotBound from fault


def _lay_page(document: pypdfium2.PdfDocument, page: pypdfium2.PdfPage, paper: pypdfium2.PdfDocument, at: int) -> None:
    """What a page shows, its filled-in fields and stamps too, as one drawing: nothing in it can be pressed any more."""
    theirs = paper[at]
    pdfium.FPDFPage_Flatten(theirs, pdfium.FLAT_PRINT)
    theirs.close()
    theirs = paper[at]
    width, height = theirs.get_size()  # as it is seen, turned and cropped
    if not (1 <= width <= MOST_SIDE and 1 <= height <= MOST_SIDE):
        raise NotBound
    drawing = paper.page_as_xobject(at, document)
    shown = drawing.as_pageobject()
    drawing.close()
    scale = min((RIGHT - LEFT) / width, (TOP - BOTTOM) / height, 1.0)
    matrix = pypdfium2.PdfMatrix().scale(scale, scale)
    shown.set_matrix(matrix.translate(*_placed(width * scale, height * scale)))
    page.insert_obj(shown)
    page.gen_content()
    page.close()
    theirs.close()


def _placed(width: float, height: float) -> tuple[float, float]:
    """The lower left corner of what is that large: in the middle, at the top."""
    return (LEFT + RIGHT - width) / 2, TOP - height


def counted(data: bytes) -> int:
    """How many pages a paper has that can be laid onto pages of ours, tried out. Raises `NotBound`."""
    try:
        with pypdfium2.PdfDocument(data) as paper, pypdfium2.PdfDocument.new() as tried:
            pages = len(paper)
            for at in range(pages):
                _lay_page(tried, tried.new_page(*A4), paper, at)
            return pages
    except (pypdfium2.PdfiumError, OverflowError, ZeroDivisionError) as fault:
        raise NotBound from fault


def main() -> None:
    """The limited child: a paper to be tried, or pages of ours with the papers for them one behind the other."""
    asked = confined.begin()
    if "parts" in asked:
        _bind(asked)
        return
    try:
        pages = counted(sys.stdin.buffer.read())
    except NotBound:
        pages = 0
    sys.stdout.buffer.write(json.dumps(pages).encode())


def _bind(asked: dict[str, Any]) -> None:
    """The pages of the papers are the last of ours, in their order. How many there are comes first, on a line."""
    parts = [Part(**one) for one in asked["parts"]]
    with pypdfium2.PdfDocument(sys.stdin.buffer.read(asked["ours"])) as document:
        pages = len(document)
        first = pages - sum(one.pages for one in parts)
        for one in parts:
            lay(document, first, one, sys.stdin.buffer.read(one.size))
            first += one.pages
        sys.stdout.buffer.write(f"{pages}\n".encode())
        document.save(sys.stdout.buffer)


if __name__ == "__main__":
    main()
