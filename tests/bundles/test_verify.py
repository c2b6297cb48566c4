"""The checker of a file for lawyer or court: whatever was changed, added, dropped or renamed is found and named."""

from __future__ import annotations

import hashlib
import io
import json
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.commanding import union
from union.bundles import verify
from union.bundles.words import checker_words

PARTS = {"00-file.pdf": b"%PDF-1.7 of ours", "01.jpg": bytes(range(256)) * 9, "02.docx": b"PK of others"}
NEEDS = ("verify.py", verify.WORDS)


def listed(parts: dict[str, bytes]) -> bytes:
    entries = [
        {"name": name, "size": len(content), "sha256": hashlib.sha256(content).hexdigest()}
        for name, content in parts.items()
    ]
    whole = {"format": verify.FORMAT, "file": "F-AAAAAA", "entries": entries}
    return json.dumps(whole, ensure_ascii=False, indent=1).encode()


def archive(parts: dict[str, bytes]) -> bytes:
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w") as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    return into.getvalue()


WHOLE = PARTS | {verify.MANIFEST: listed(PARTS)}
ARCHIVE = archive(WHOLE)
DIGEST = hashlib.sha256(WHOLE[verify.MANIFEST]).hexdigest()


def checked(content: bytes, against: str = "") -> tuple[int, str]:
    """What the checker says of an archive."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "file.zip"
        path.write_bytes(content)
        code, lines = verify.report(path, against)
        return code, "\n".join(lines)


def unpacked(parts: dict[str, bytes], folder: Path) -> Path:
    folder.mkdir()
    for name, content in parts.items():
        (folder / name).write_bytes(content)
    return folder


def test_nothing_changed_is_said_with_the_digest_that_the_union_reads_out(tmp_path: Path) -> None:
    for path in (unpacked(WHOLE, tmp_path / "folder"), tmp_path / "file.zip"):
        if path.suffix:
            path.write_bytes(ARCHIVE)
        code, lines = verify.report(path)
        assert code == 0
        assert lines[-1] == verify.grouped(DIGEST)
        assert verify.report(path, verify.grouped(DIGEST).upper())[0] == 0
        assert verify.report(path, "0" * 32)[0] == 1
        assert verify.report(path, "0" * 31)[0] == 2


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(sorted(PARTS)), st.data())
def test_any_byte_of_any_part_that_is_changed_is_found(name: str, data: st.DataObject) -> None:
    content = bytearray(PARTS[name])
    at = data.draw(st.integers(0, len(content) - 1))
    content[at] ^= data.draw(st.integers(1, 255))
    code, said = checked(archive(WHOLE | {name: bytes(content)}))
    assert code == 1
    assert f"Changed: {name}" in said


@settings(max_examples=300, deadline=None)
@given(st.integers(0, len(ARCHIVE) - 1), st.integers(1, 255))
def test_any_byte_of_the_archive_that_is_changed_is_found_or_changes_no_part(at: int, by: int) -> None:
    """What is left are days and rights of an entry: nobody reads another content than the one that was made."""
    content = bytearray(ARCHIVE)
    content[at] ^= by
    if checked(bytes(content), DIGEST)[0] == 0:
        with zipfile.ZipFile(io.BytesIO(bytes(content))) as packed:
            assert {one: packed.read(one) for one in packed.namelist()} == WHOLE


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(sorted(PARTS)), st.from_regex(verify.NAME, fullmatch=True), st.binary(max_size=40))
def test_what_is_added_dropped_or_renamed_is_named(name: str, other: str, content: bytes) -> None:
    if other in WHOLE:
        return
    code, said = checked(archive(WHOLE | {other: content}))
    assert (code, f"Added: {other}" in said) == (1, True)
    rest = {one: kept for one, kept in WHOLE.items() if one != name}
    code, said = checked(archive(rest))
    assert (code, f"Missing: {name}" in said) == (1, True)
    code, said = checked(archive(rest | {other: WHOLE[name]}))
    assert code == 1
    assert f"Missing: {name}" in said
    assert f"Added: {other}" in said


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"PK\5\6" + bytes(18),
        b"%PDF-1.7",
        archive(PARTS),
        archive(WHOLE | {verify.MANIFEST: b"{}"}),
        archive(WHOLE | {verify.MANIFEST: b"[" * 100_000}),
        archive(WHOLE | {verify.MANIFEST: b'{"entries":' + b"9" * 10_000 + b"}"}),
        archive(WHOLE | {verify.MANIFEST: b" " * (verify.MOST_MANIFEST + 1)}),
        archive(WHOLE | {verify.MANIFEST: WHOLE[verify.MANIFEST].replace(b'"F-AAAAAA"', b'"F", "format": "x"')}),
        archive({str(one): b"" for one in range(verify.MOST_ENTRIES + 1)}),
        ARCHIVE + b"more",
    ],
)
def test_what_is_no_such_file_is_said_to_be_none(content: bytes) -> None:
    assert checked(content) == (2, verify.SAYS["not_such"])


def test_archives_that_do_harm_are_neither_unpacked_nor_believed(tmp_path: Path) -> None:
    into = io.BytesIO(ARCHIVE)
    with zipfile.ZipFile(into, "a") as packed, pytest.warns(UserWarning, match="Duplicate"):
        packed.writestr("01.jpg", b"another one")
    assert checked(into.getvalue())[0] == 1
    for name in ("../01.jpg", "/etc/passwd", "a/b.jpg", "a\\b.jpg", "UPPER.JPG", "\u202egpj.10"):
        code, said = checked(archive(WHOLE | {name: b""}))
        assert code == 1
        assert "Added: " in said
        assert "\u202e" not in said
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w") as packed:
        for name, content in WHOLE.items():
            packed.writestr(name, content if name != "01.jpg" else bytes(40_000_000), 8 if name == "01.jpg" else 0)
    assert "Changed: 01.jpg" in checked(bomb.getvalue())[1]
    assert checked(b"MZ" + ARCHIVE)[0] == 1  # a program in front of it
    link = zipfile.ZipInfo("01.jpg")
    link.external_attr = 0o120777 << 16
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w") as packed:
        packed.writestr(link, WHOLE["01.jpg"])
        for name in WHOLE.keys() - {"01.jpg"}:
            packed.writestr(name, WHOLE[name])
    assert "Changed: 01.jpg" in checked(into.getvalue())[1]
    folder = unpacked(WHOLE, tmp_path / "folder")
    shutil.move(folder / "01.jpg", tmp_path / "01.jpg")
    os.symlink(tmp_path / "01.jpg", folder / "01.jpg")
    (folder / "inside").mkdir()
    code, lines = verify.report(folder)
    assert code == 1
    assert {"Added: 01.jpg", "Missing: 01.jpg", "Added: inside"} <= set(lines)


def test_the_command_and_the_copy_in_the_file_say_the_same(tmp_path: Path) -> None:
    """The copy runs with this Python alone: without our packages and without ours beside it."""
    source = Path(verify.__file__).read_bytes()
    assert len(source.splitlines()) < 200
    words = json.dumps(checker_words(), ensure_ascii=False, indent=1).encode()
    parts = PARTS | {NEEDS[0]: source, NEEDS[1]: words}
    folder = unpacked(parts | {verify.MANIFEST: listed(parts)}, tmp_path / "folder")
    for change in (False, True):
        if change:
            (folder / "01.jpg").write_bytes(b"another one")
        for language in ("fr", "ar", "en"):
            asked = union("verify", folder, "--language", language, environment={})
            line = [sys.executable, "-I", str(folder / "verify.py"), "--language", language]
            ran = subprocess.run(line, capture_output=True, cwd=tmp_path, check=False)
            assert (asked.code, asked.out) == (ran.returncode, ran.stdout.decode())
            assert asked.code == int(change)
        assert ("Modifié : 01.jpg" if change else "le syndicat lit la même empreinte") in union(
            "verify", folder, environment={}
        ).out.replace("\xa0", " ")
    assert union("verify", tmp_path / "nowhere.zip", environment={}).code == 2
