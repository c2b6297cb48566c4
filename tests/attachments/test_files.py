"""A file comes to a case: what is kept of it, who sees it, how it leaves again."""

from __future__ import annotations

import hashlib
import io
import re

import pytest
from PIL import Image

from tests.attachments import desk
from tests.attachments.samples import PDF, PHONE, office, photograph, recording
from tests.browsing import Visitor
from tests.cast import Cast
from tests.test_outgoing import events
from union.app import Union
from union.attachments import quotas
from union.record.chain import Act


def test_a_photograph_is_kept_upright_and_without_place_or_owner(app: Union, cast: Cast, ann: Visitor) -> None:
    case = desk.case_here(ann)
    data = photograph(turned=6)  # held upright: what is left becomes the top
    place = desk.send(ann, case, data).location
    (row,) = desk.rows(app, cast)
    assert row.file_id is not None
    kept = desk.kept(app, row.file_id)
    for trace in (PHONE.encode(), b"Zqxkw", b"Exif", b"http://ns.adobe.com/xap"):
        assert trace in data or trace.startswith(b"http")
        assert trace not in kept
    picture = Image.open(io.BytesIO(kept))
    assert picture.size == (300, 400)
    assert picture.getpixel((150, 20))[0] > 150 > picture.getpixel((150, 20))[1]  # red on top
    assert picture.getpixel((150, 380)) > (240, 240, 240)
    assert not picture.getexif()
    assert (row.held.original, row.held.kept) == (hashlib.sha256(data).hexdigest(), hashlib.sha256(kept).hexdigest())
    page = ann.get(place).text
    assert row.held.original in page
    assert row.held.kept in page
    assert "IMG_0001" not in page


def test_nothing_of_it_lies_on_the_disk_in_clear(app: Union, ann: Visitor) -> None:
    desk.send(ann, desk.case_here(ann), PDF, name="lettre.pdf")
    whole = b"".join(one.read_bytes() for one in app.files.folder.iterdir())
    for trace in (b"%PDF", b"Zqxkw", b"JFIF", b"\xff\xd8\xff\xe0"):
        assert trace not in whole


@pytest.mark.parametrize(
    ("data", "ending", "mimetype"),
    [
        (photograph("PNG"), "jpg", "image/jpeg"),
        (photograph("WEBP"), "jpg", "image/jpeg"),
        (PDF, "pdf", "application/pdf"),
        (office(), "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        (office("xl/workbook.xml"), "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        ("رسالة\nligne".encode(), "txt", "text/plain"),
        (recording(), "m4a", "audio/mp4"),
    ],
)
def test_it_leaves_as_something_to_keep_and_nothing_runs(
    app: Union, cast: Cast, ann: Visitor, data: bytes, ending: str, mimetype: str
) -> None:
    case = desk.case_here(ann)
    place = desk.send(ann, case, data, name="Nadia Alami.html").location
    (row,) = desk.rows(app, cast)
    answer = ann.get(f"{place}/file")
    assert answer.mimetype == mimetype
    told = answer.headers["Content-Disposition"]
    assert told.startswith("attachment; filename=")
    assert told.endswith(f'{row.code}.{ending}"')
    assert "Nadia" not in told
    assert answer.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Cache-Control"] == "no-store"
    if ending != "jpg":
        assert answer.data == data
    (taken,) = events(app, cast, Act.EXPORTED)
    assert (taken.by, taken.subject, str(taken.case)) == (cast.ann, row.id, case)


NAMES = [
    "../../etc/passwd",
    "C:\\Users\\chef\\photo.jpg",
    "con.pdf",
    "lettre.pdf.html",
    "é" * 300 + ".jpg",
    "lettre\u202egpj.exe",
    "lettre\x00.jpg",
    'lettre;".jpg',
    "رسالة الفصل.jpg",
    ".",
    " .jpg. ",
]


@pytest.mark.parametrize("name", NAMES)
def test_what_a_device_calls_a_file_is_neither_a_path_nor_a_header(
    app: Union, cast: Cast, ann: Visitor, name: str
) -> None:
    case = desk.case_here(ann)
    place = desk.send(ann, case, name=name).location
    (row,) = desk.rows(app, cast)
    assert not set(row.held.name) & set("/\\\x00\u202e\n")
    assert len(row.held.name) <= 120
    assert {one.stem for one in app.files.folder.iterdir()} == {str(row.file_id), str(row.shown_id)}
    told = ann.get(f"{place}/file").headers["Content-Disposition"]
    assert re.fullmatch(r'attachment; filename="?[A-Z0-9-]+\.jpg"?', told), told


def test_a_file_that_is_gone_or_damaged_is_a_sentence(app: Union, cast: Cast, ann: Visitor) -> None:
    app.config["SHOW_ERRORS"] = False  # as a server answers
    place = desk.send(ann, desk.case_here(ann)).location
    (row,) = desk.rows(app, cast)
    for one in app.files.folder.iterdir():
        sealed = bytearray(one.read_bytes())
        sealed[len(sealed) // 2] ^= 1
        one.write_bytes(sealed)
    ann.get(f"{place}/file", 409)
    assert row.file_id is not None
    app.files.destroy(row.file_id)
    ann.get(f"{place}/file", 409)
    assert not events(app, cast, Act.EXPORTED)
    ann.get(place)


def test_a_pdf_is_shown_by_its_first_page(app: Union, cast: Cast, ann: Visitor) -> None:
    place = desk.send(ann, desk.case_here(ann), PDF).location
    for size in ("list", "page"):
        answer = ann.get(f"{place}/picture?size={size}")
        assert answer.mimetype == "image/jpeg"
        picture = Image.open(io.BytesIO(answer.data))
        width, height = picture.size
        assert picture.getpixel((width // 2, height // 2))[0] > 200 > picture.getpixel((width // 2, height // 2))[1]
    (row,) = desk.rows(app, cast)
    assert (row.held.pages, row.held.traces) == (1, True)


def test_the_delegate_adds_and_the_organiser_sees_it_on_the_case(ann: Visitor, olu: Visitor) -> None:
    case = desk.case_here(ann)
    place = desk.send(ann, case).location
    page = olu.page(f"/grievances/{case}")
    (shown,) = page.select(".thumbs img")
    assert shown["src"] == f"{place}/picture"
    olu.get(str(shown["src"]))
    assert ann.page(f"/grievances/{case}").select(".thumbs img")
    assert "Pièce jointe au dossier" in page.text


def test_strategy_is_missing_to_a_delegate(app: Union, cast: Cast, ann: Visitor, olu: Visitor) -> None:
    """To the page, to the list, to the timeline; and sending the same file again says nothing of it."""
    case = desk.case_here(ann)
    for height in (200, 300):
        place = desk.send(olu, case, photograph(size=(400, height)), shown="strategy").location
        for address in (place, f"{place}/file", f"{place}/picture"):
            olu.get(address)
            ann.get(address, 404)
    (code, _) = (row.code for row in desk.rows(app, cast))
    for address in (f"/grievances/{case}", f"/cases/{case}/attachments"):
        assert code in olu.get(address).text or "thumbs" in olu.get(address).text
        assert "thumbs" not in ann.get(address).text
        assert code not in ann.get(address).text
    again = desk.send(ann, case, photograph(size=(400, 300))).location
    assert "déjà" not in ann.get(again).text
    assert len(desk.rows(app, cast)) == 3


def test_a_delegate_keeps_nothing_from_others(app: Union, cast: Cast, ann: Visitor) -> None:
    """Is not asked; and whoever sends the answer all the same is not listened to."""
    case = desk.case_here(ann)
    assert 'name="shown"' not in ann.get(f"/cases/{case}/attachments/new").text
    ann.get(desk.send(ann, case, shown="strategy").location)
    assert not desk.rows(app, cast)[0].strategy


def test_the_same_file_is_kept_once(app: Union, cast: Cast, ann: Visitor, olu: Visitor) -> None:
    case = desk.case_here(ann)
    first = desk.send(ann, case).location
    again = desk.send(olu, case).location
    assert again == first
    assert "déjà dans le dossier" in olu.get(again).text
    assert len(desk.rows(app, cast)) == 1
    assert len(list(app.files.folder.iterdir())) == 2
    other = desk.case_here(ann)
    assert desk.send(ann, other).location != first
    tokens = {row.content for row in desk.rows(app, cast)}
    assert len(tokens) == 2, "the same file in two cases cannot be told from two"


def test_a_form_sent_twice_is_one_file(app: Union, cast: Cast, ann: Visitor) -> None:
    case = desk.case_here(ann)
    places = {desk.send(ann, case, once="A" * 22).location for _ in range(2)}
    assert len(places) == 1
    assert len(desk.rows(app, cast)) == 1
    assert len(list(app.files.folder.iterdir())) == 2
    desk.send(ann, case, b"Une autre page, en clair.", 409, name="autre.txt", once="A" * 22)
    assert len(desk.rows(app, cast)) == 1


def test_what_is_said_of_it_is_sealed_and_corrected(app: Union, cast: Cast, ann: Visitor, olu: Visitor) -> None:
    case = desk.case_here(ann)
    place = desk.send(ann, case, words="La lettre du 2", on="02/11/2026", source_words="par le chef").location
    page = olu.get(place).text
    for said in ("La lettre du 2", "par le chef"):
        assert said in page
    (row,) = desk.rows(app, cast)
    assert b"lettre" not in row.description_sealed
    edit = {"what": "summons", "source": "employer", "shown": "strategy", "version": str(row.version)}
    olu.post(f"{place}/edit", edit)
    assert "Une convocation" in olu.get(place).text
    ann.get(place, 404)
    olu.post(f"{place}/edit", edit, 409)


@pytest.mark.parametrize(("number", "size", "status"), [("OF_A_CASE", 1, 413), ("A_DAY", 1, 429)])
def test_there_is_an_end_of_it(
    app: Union, cast: Cast, ann: Visitor, monkeypatch: pytest.MonkeyPatch, number: str, size: int, status: int
) -> None:
    case = desk.case_here(ann)
    monkeypatch.setattr(quotas, number, size)
    desk.send(ann, case)
    desk.send(ann, case)  # the same again is no other
    before = len(list(app.files.folder.iterdir()))
    desk.send(ann, case, photograph(size=(80, 80)), status)
    assert len(desk.rows(app, cast)) == 1
    assert len(list(app.files.folder.iterdir())) == before


def test_only_those_who_know_of_the_case(ann: Visitor, zed: Visitor, ada: Visitor, olu: Visitor, cast: Cast) -> None:
    case = desk.case_here(ann)
    place = desk.send(ann, case).location
    for visitor in (zed, ada):
        for address in (place, f"{place}/file", f"{place}/picture", f"/cases/{case}/attachments"):
            visitor.get(address, 404)
    olu.get(place)
    ann.post(f"/grievances/{case}/confidential", {})
    olu.get(place, 404)
    olu.get(f"{place}/file", 404)
