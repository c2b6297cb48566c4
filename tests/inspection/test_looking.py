"""What a file is and what of it is kept, asked of the limited child: hostile files are refused with a reason."""

from __future__ import annotations

import io
import os
import subprocess
import zipfile
import zlib
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from tests.attachments.samples import PDF, PHONE, box, office, photograph, recording
from union import confined
from union.attachments.words import NOT_TAKEN
from union.inspection.child import look_into
from union.inspection.filetypes import PICTURES, SOUND, FileType, NotTaken, type_of
from union.inspection.findings import Findings
from union.inspection.office import looked_through
from union.inspection.pages import drawn
from union.inspection.pictures import remade
from union.inspection.sound import listened_to


def found(data: bytes) -> Findings:
    """As the child does it, in this process: for many files."""
    kind = type_of(data)
    readers = {**dict.fromkeys(PICTURES, remade), **dict.fromkeys(SOUND, listened_to), FileType.PDF: drawn}
    readers[FileType.DOCX] = looked_through
    return readers[kind](data) if kind in readers else Findings(kind)


def taken_or_refused(data: bytes) -> None:
    """One of the two, and never anything else."""
    try:
        kind: FileType | None = found(data).type
    except NotTaken as refusal:
        kind, code = None, refusal.code
    assert kind in FileType if kind else code in NOT_TAKEN


def refused(data: bytes) -> str:
    with pytest.raises(NotTaken) as caught:
        look_into(data)
    assert caught.value.code in NOT_TAKEN
    return caught.value.code


def png_of(width: int, height: int) -> bytes:
    """The head of a picture that says it is so large, and a little of it."""

    def chunk(name: bytes, content: bytes) -> bytes:
        return len(content).to_bytes(4, "big") + name + content + zlib.crc32(name + content).to_bytes(4, "big")

    head = width.to_bytes(4, "big") + height.to_bytes(4, "big") + b"\x08\x02\0\0\0"
    dots = zlib.compress(bytes(1000))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", dots) + chunk(b"IEND", b"")


def test_a_picture_of_enormous_size_is_not_decoded() -> None:
    assert refused(png_of(65_000, 65_000)) == "too_many_pixels"


def test_a_large_webp_is_made_smaller_while_it_is_decoded_and_stays_up() -> None:
    """Held whole it would take fifteen bytes for each dot: a photograph of 48 million would not be opened at all."""
    picture, exif, into = Image.new("RGB", (4200, 3000), "red"), Image.Exif(), io.BytesIO()
    picture.paste("blue", (0, 0, 4200, 300))
    exif[0x0112] = 6
    picture.save(into, "WEBP", method=0, exif=exif.tobytes())
    looked = look_into(into.getvalue(), memory=400 * 1024 * 1024)
    assert looked.content is not None
    kept = Image.open(io.BytesIO(looked.content))
    assert kept.size == (2500 * 3000 // 4200, 2500)
    red, _, blue = kept.convert("RGB").getpixel((kept.width - 20, 1000))
    assert (red < 50, blue > 200) == (True, True)
    assert refused(into.getvalue()[:300]) == "damaged"


def test_a_lossless_webp_is_taken_up_to_what_its_library_has_to_hold() -> None:
    for side, most in ((2600, False), (5100, True)):
        into = io.BytesIO()
        Image.new("L", (side, side)).save(into, "WEBP", lossless=True, method=0, quality=0)
        if most:
            assert refused(into.getvalue()) == "too_many_pixels"
        else:
            assert look_into(into.getvalue()).content is not None


def test_a_progressive_jpeg_too_heavy_to_open_is_refused_by_its_head() -> None:
    """It has to be held whole before anything of it can be made smaller; any other of that size is taken."""
    into = io.BytesIO()
    Image.new("RGB", (64, 64), "red").save(into, "JPEG", progressive=True)
    small = into.getvalue()
    assert look_into(small).content is not None
    at = small.index(b"\xff\xc2") + 5
    large = small[:at] + (6000).to_bytes(2, "big") + (8000).to_bytes(2, "big") + small[at + 4 :]
    assert refused(large) == "progressive"


@pytest.mark.parametrize("kind", ["WEBP", "PNG"])
def test_of_a_picture_that_moves_the_first_is_kept(kind: str) -> None:
    frames = [Image.new("RGB", (60, 40), (n % 255, 0, 0)) for n in range(200)]
    into = io.BytesIO()
    frames[0].save(into, kind, save_all=True, append_images=frames[1:])
    looked = look_into(into.getvalue())
    assert looked.content is not None
    kept = Image.open(io.BytesIO(looked.content))
    assert (kept.format, getattr(kept, "n_frames", 1)) == ("JPEG", 1)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "HEIF"])
@pytest.mark.parametrize("turned", [1, 3, 6, 8])
def test_traces_go_and_what_is_up_stays_up(kind: str, turned: int) -> None:
    if kind == "HEIF":
        from pillow_heif import register_heif_opener

        register_heif_opener()
    data = photograph(kind, turned=turned)
    looked = found(data)
    assert looked.content is not None
    for one in (looked.content, looked.picture, looked.thumbnail):
        for trace in (PHONE.encode(), b"Zqxkw", b"Exif", b"xmp", b"ICC_PROFILE"):
            assert trace not in one
        assert not Image.open(io.BytesIO(one)).getexif()
    kept = Image.open(io.BytesIO(looked.content)).convert("RGB")
    assert kept.size == ((400, 300) if turned in (1, 3) else (300, 400))
    assert max(Image.open(io.BytesIO(looked.thumbnail)).size) <= 320


def test_a_picture_with_a_program_behind_it_is_made_anew() -> None:
    looked = look_into(photograph() + b"<script>alert(1)</script>PK\x03\x04")
    assert looked.content is not None
    assert b"<script>" not in looked.content
    assert b"PK\x03\x04" not in looked.content


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b"\0\0 \r\n", "empty"),
        (b"<svg xmlns='x'><script/></svg>", "not_listed"),
        (b"\xef\xbb\xbf <!doctype html><p>x", "not_listed"),
        (b"<?xml version='1.0'?><?xml-stylesheet href='x.xsl'?>", "not_listed"),
        (b"From: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n<html>", "not_listed"),
        (b"{\\rtf1 x}", "not_listed"),
        (b"GIF89a" + bytes(40), "not_listed"),
        (b"GIF89a/*" + b"x" * 40 + b"*/=1;alert(1)", "not_listed"),
        (b"BM" + bytes(60), "not_listed"),
        (b"II*\0" + bytes(60), "not_listed"),
        (b"MZ" + bytes(60), "not_listed"),
        (b"\x7fELF" + bytes(60), "not_listed"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "not_listed"),
        (b"Rar!\x1a\x07\0", "not_listed"),
        (b"7z\xbc\xaf\x27\x1c", "not_listed"),
        (b"\x1f\x8b\x08\0", "not_listed"),
        (b"<html>%PDF-1.4 " + PDF, "not_listed"),
        (b"note\n%PDF-1.4", "not_listed"),
        (os.urandom(2000), "not_listed"),
        (b"\xff\xd8\xff\xe0" + bytes(100), "damaged"),
        (photograph()[:2000], "damaged"),
        (b"%PDF-1.7\nnothing", "damaged"),
        (b"PK\x03\x04" + bytes(100), "damaged"),
        (recording(b"vide"), "film"),
        (box(b"ftyp", b"isom\0\0\0\0") + box(b"mdat", b"x"), "damaged"),
        (b"\x1a\x45\xdf\xa3" + b"....webm" + b"A_OPUS V_VP8", "film"),
    ],
)
def test_what_is_not_taken(data: bytes, code: str) -> None:
    assert refused(data) == code


def archive(**entries: bytes) -> bytes:
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in entries.items():
            made.writestr(name, content)
    return into.getvalue()


TEMPLATE = '<Relationship Type="http://x/attachedTemplate" Target="http://evil.example/t" TargetMode="External"/>'


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (archive(**{"readme.txt": b"x"}), "not_listed"),
        (archive(**{"../../etc/passwd": b"x"}), "not_listed"),
        (archive(**{"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<x/>"}), "not_listed"),
        (archive(**{"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}), "not_listed"),
        (archive(**{"[Content_Types].xml": b"", "word/document.xml": b"", "xl/workbook.xml": b""}), "not_listed"),
        (archive(**{f"{n}": b"" for n in range(3000)}), "too_heavy"),
        (
            archive(**{"[Content_Types].xml": b"", "word/document.xml": b"", "word/media/x": bytes(150 << 20)}),
            "too_heavy",
        ),
        (office(**{"word/vbaProject.bin": "x"}), "runs"),
        (office(**{"word/activeX/activeX1.xml": "x"}), "runs"),
        (office(**{"word/embeddings/oleObject1.bin": "x"}), "runs"),
        (office(**{"word/_rels/settings.xml.rels": TEMPLATE}), "runs"),
        (office(**{"xl/externalLinks/externalLink1.xml": '<ddeLink ddeService="cmd"/>'}), "runs"),
        (office(**{"word/x.xml": '<!DOCTYPE x [<!ENTITY a "b">]>'}), "runs"),
    ],
)
def test_archives_are_word_and_excel_without_what_runs(data: bytes, code: str) -> None:
    assert refused(data) == code


def test_a_head_that_lies_about_a_size_is_counted() -> None:
    data = bytearray(archive(**{"[Content_Types].xml": b"", "word/document.xml": b"<x/>" + b" " * (60 << 20)}))
    real = (60 << 20) + 4
    for start in range(len(data) - 4):
        if data[start : start + 4] == real.to_bytes(4, "little"):
            data[start : start + 4] = (10).to_bytes(4, "little")
    assert refused(bytes(data)) in {"too_heavy", "damaged"}


def test_who_made_it_is_noticed() -> None:
    assert look_into(office(**{"docProps/core.xml": "<dc:creator>Salma</dc:creator>"})).traces
    assert look_into(office(**{"word/document2.xml": '<w:ins w:author="x">'})).traces
    assert not look_into(office()).traces
    assert look_into(PDF).traces


def protected() -> bytes:
    """A PDF that wants a password, of the standard handler: no key of anybody opens it."""
    lock = b"<</Filter/Standard/V 2/R 3/Length 128/P -4/O<" + b"11" * 32 + b">/U<" + b"22" * 32 + b">>>"
    told = b"6 0 obj" + lock + b"endobj\ntrailer<</Root 1 0 R/Encrypt 6 0 R/ID[<00><00>]>>\n"
    return PDF[: PDF.index(b"trailer")] + told


def test_a_pdf_with_a_password_is_a_sentence() -> None:
    assert refused(protected()) == "protected"


def test_a_pdf_with_a_program_and_ten_thousand_pages_is_drawn_by_its_first() -> None:
    kids = b" ".join([b"3 0 R"] * 10_000)
    data = PDF.replace(b"[3 0 R]/Count 1", b"[" + kids + b"]/Count 10000")
    data = data.replace(b"/Catalog", b"/Catalog/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>")
    looked = look_into(data)
    assert (looked.type, looked.pages) == (FileType.PDF, 10_000)
    assert looked.picture.startswith(b"\xff\xd8\xff")


def test_memory_and_time_are_limited() -> None:
    with pytest.raises(NotTaken, match="too_heavy"):
        look_into(photograph(), memory=40 << 20)
    with pytest.raises(NotTaken, match="too_heavy"):
        look_into(photograph(), seconds=0.01)


def test_the_child_gets_no_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("UNION_PASSPHRASE_FILE", "secret")
    seen: dict[str, Any] = {}
    real = subprocess.Popen

    def watched(*given: Any, **named: Any) -> Any:
        seen.update(named)
        return real(*given, **named)

    monkeypatch.setattr(confined.subprocess, "Popen", watched)
    assert look_into(PDF).picture
    assert "UNION_PASSPHRASE_FILE" not in seen["env"]


@pytest.mark.parametrize(
    "text", ["Bonjour", "مرحبا، هذا نص", "a;b;c\r\n1;2;3", "x\ty\n", "\ufeffavec marque", "1 < 2 et 3 > 2"]
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1256"])
def test_plain_texts_are_texts(text: str, encoding: str) -> None:
    if encoding == "cp1256":
        text = text.removeprefix("\ufeff")  # the mark of the others, which this one cannot write
    assert type_of(text.encode(encoding)) is FileType.TEXT


@given(st.binary(max_size=300), st.sampled_from([b"", b"\xff\xd8\xff", b"PK\x03\x04", b"%PDF-1.4", b"RIFF0000WAVE"]))
@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
def test_any_bytes_are_a_file_of_the_list_or_a_refusal(data: bytes, first: bytes) -> None:
    taken_or_refused(first + data)


@given(st.integers(0, 2**32), st.integers(0, 255))
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
def test_a_changed_byte_raises_nothing_else(at: int, value: int) -> None:
    for whole in (photograph(size=(64, 48)), PDF, office(), recording(), photograph("PNG", size=(64, 48))):
        data = bytearray(whole)
        data[at % len(data)] = value
        taken_or_refused(bytes(data))
