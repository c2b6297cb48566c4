"""Papers of others laid onto pages of ours: turned and cropped as they are seen, and nothing that can be pressed."""

from __future__ import annotations

import io

import pypdfium2
import pytest

from tests.attachments.samples import PDF, photograph
from union import confined
from union.inspection import binding

RED = (255, 0, 0)


def paper(turned: int = 0, crop: tuple[float, float, float, float] | None = None) -> bytes:
    with pypdfium2.PdfDocument(PDF) as document:
        document[0].set_rotation(turned)
        if crop:
            document[0].set_cropbox(*crop)
        into = io.BytesIO()
        document.save(into)
        return into.getvalue()


def empty(pages: int) -> bytes:
    with pypdfium2.PdfDocument.new() as document:
        for _ in range(pages):
            document.new_page(*binding.A4).close()
        into = io.BytesIO()
        document.save(into)
        return into.getvalue()


def bound(*parts: tuple[bytes, bool]) -> bytes:
    """The answer of the child, without its first line."""
    ours, came = empty(len(parts) + 1), bytearray()
    told = [{"size": len(one), "picture": picture, "pages": 1} for one, picture in parts]
    request = {"ours": len(ours), "parts": told}
    confined.stream(
        "union.inspection.binding",
        request,
        [ours, *(one for one, _ in parts)],
        came.extend,
        memory=768 * 2**20,
        seconds=20,
    )
    head, _, document = bytes(came).partition(b"\n")
    assert int(head) == len(parts) + 1
    return document


@pytest.mark.parametrize(("turned", "wide", "high"), [(0, 200, 300), (90, 300, 200), (180, 200, 300), (270, 300, 200)])
def test_a_turned_page_lies_as_it_is_seen(turned: int, wide: int, high: int) -> None:
    with pypdfium2.PdfDocument(bound((paper(turned), False))) as document:
        picture = document[1].render(scale=1).to_pil().convert("RGB")
    seen = picture.point(lambda value: 255 if value > 128 else 0)
    red = [at for at, dot in enumerate(seen.get_flattened_data()) if dot == RED]
    rows, columns = {at // seen.width for at in red}, {at % seen.width for at in red}
    assert abs(len(columns) - wide) <= 2
    assert abs(len(rows) - high) <= 2
    assert min(rows) > binding.A4[1] - binding.TOP  # below the stamp


def test_a_photograph_is_made_smaller_for_its_page_alone() -> None:
    data = photograph(size=(3000, 4000))
    document = bound((data, True))
    with pypdfium2.PdfDocument(document) as found:
        (picture,) = list(found[1].get_objects())
        assert max(picture.get_px_size()) == binding.MOST_DOTS
    assert b"Zqxkw" not in document


def test_scripts_links_and_makers_stay_behind() -> None:
    active = PDF.replace(b"/Type/Catalog", b"/OpenAction<</S/JavaScript/JS(app.alert(1))>>/Type/Catalog").replace(
        b"/Type/Page/", b"/Annots[<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(http://zqxkw)>>>>]/Type/Page/"
    )
    document = bound((active, False))
    for word in (b"JavaScript", b"Zqxkw", b"zqxkw", b"/Annot"):
        assert word not in document


def test_a_paper_of_other_pages_than_it_had_is_not_bound() -> None:
    with pytest.raises(confined.TooHeavy):
        bound((b"%PDF-1.4 broken", False))
    assert int(confined.run("union.inspection.binding", {}, PDF, memory=768 * 2**20, seconds=20)) == 1
    assert int(confined.run("union.inspection.binding", {}, b"%PDF-1.4", memory=768 * 2**20, seconds=20)) == 0
