"""The file of a case: what goes in and what stays, that it is one PDF with stamped exhibits, and who takes it."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile

import pypdfium2

from tests.browsing import Visitor
from tests.bundles.desk import made, sanctioned
from tests.cast import Cast
from union.app import Union


def pages_of(content: bytes) -> list[str]:
    """What stands on each page of a PDF."""
    with pypdfium2.PdfDocument(content) as document:
        return [document[at].get_textpage().get_text_range() for at in range(len(document))]


def test_a_file_holds_the_facts_and_no_strategy(app: Union, cast: Cast, olu: Visitor) -> None:
    case = sanctioned(app, cast, olu)
    text = olu.get(f"/cases/{case}/bundles?lang=fr").text
    assert "2 pièces et notes restent ici" in text
    assert "Zqxkw" not in text
    row = made(app, olu, case)
    packed = zipfile.ZipFile(io.BytesIO(olu.get(f"/bundles/{row.id}/file").data))
    assert [one.filename for one in packed.infolist()] == [
        "00-file.pdf",
        "01.pdf",
        "02.jpg",
        "verify.py",
        "verify-words.json",
        "manifest.json",
    ]
    told = pages_of(packed.read("00-file.pdf"))
    whole = " ".join(told)
    assert len(told) == row.done.pages
    assert "Zqxkw" not in whole
    assert "Deux collègues ont vu la scène." in whole
    assert "Pièce n° 1 · Un bulletin de paie" in told[-2].replace("\xa0", " ")
    assert "page 1 / 1" in told[-1]
    manifest = json.loads(packed.read("manifest.json"))
    entry = next(one for one in manifest["entries"] if one["name"] == "02.jpg")
    assert entry["sha256"] == hashlib.sha256(packed.read("02.jpg")).hexdigest()
    assert entry["sha256"] in whole.replace("\r\n", "").replace(" ", "")
    assert hashlib.sha256(packed.read("manifest.json")).hexdigest() == row.done.digest
