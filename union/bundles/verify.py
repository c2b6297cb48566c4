"""Checks a file for the lawyer or the court: `python3 verify.py FILE.zip`, or the folder into which it was unpacked.

It needs Python 3.9 or newer and nothing else. Exit codes: 0 nothing was changed, 1 something was changed, is missing or
was added (each is named), 2 this is no such file. It proves that the parts are those of `manifest.json`; that this is
the manifest that the union made, its digest says: ask the union to read it out.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import locale
import re
import stat
import struct
import sys
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

MANIFEST, WORDS, FORMAT = "manifest.json", "verify-words.json", "union-bundle/1"
NAME, SHA256 = re.compile("[0-9a-z][0-9a-z.-]{0,60}"), re.compile("[0-9a-f]{64}")
MOST_ENTRIES, MOST_MANIFEST, PIECE = 2000, 2 * 2**20, 2**16
END, LOCAL, TOLD_AFTER, DESCRIPTOR = struct.Struct("<4s4H2LH"), struct.Struct("<26x2H"), 0x08, 16
UNREADABLE = (OSError, zipfile.BadZipFile, zlib.error, ValueError, EOFError, RuntimeError, struct.error)
SHORT = 32  # signs of a digest that are read out: half of it, and nobody finds a second file with the same ones
_ = str  # marks a sentence for translators; French and Arabic lie in `verify-words.json`, beside this program
SAYS = {
    "unchanged": _("Nothing in this file was changed since its manifest was written."),
    "ask": _("It is the file that the union made if the union reads out the same digest:"),
    "same": _("The digest is the one that was read out: it is the file that the union made."),
    "other": _("The digest is another one than the one that was read out: the union did not make this file."),
    "changed": _("Changed: {name}"),
    "missing": _("Missing: {name}"),
    "added": _("Added: {name}"),
    "hidden": _("Something that no list names lies between the parts of the archive."),
    "broken": _("Do not rely on this file: ask the union for it again."),
    "not_such": _("This is not a file for the lawyer or the court, or nothing of it can be read."),
    "short": _("A digest that was read out has at least 32 signs, of 0 to 9 and a to f."),
}


class NotSuchAFile(Exception):
    """Whatever it is, the union made no such file."""


def verify(path: Path) -> tuple[list[tuple[str, str]], str]:
    """What differs in an archive or a folder, by the keys of `SAYS` with names; the SHA-256 of its manifest.

    Raises `NotSuchAFile`.
    """
    try:
        if path.is_dir():
            return _of_folder(path)
        with path.open("rb") as file:
            _end_of(file)
            with zipfile.ZipFile(file) as archive:
                return _of_archive(archive, file)
    except UNREADABLE:
        raise NotSuchAFile from None


def _end_of(file: Any) -> None:
    """The end of an archive of ours is its last 22 bytes; one with a list without end is not read at all."""
    file.seek(-END.size, 2)
    sign, _disk, _first, here, entries, length, _at, words = END.unpack(file.read(END.size))
    if sign != b"PK\5\6" or words or here != entries or entries > MOST_ENTRIES or length > MOST_MANIFEST:
        raise NotSuchAFile


def _of_archive(archive: zipfile.ZipFile, file: Any) -> tuple[list[tuple[str, str]], str]:
    parts, differs = {}, []
    for one in archive.infolist():
        if one.filename in parts or not NAME.fullmatch(one.filename):
            differs.append(("added", one.filename))
        else:
            parts[one.filename] = one
    if _hidden(archive, file):
        differs.append(("hidden", ""))

    def opened(name: str, most: int) -> Any:
        one = parts[name]
        plain = one.compress_type == zipfile.ZIP_STORED and not one.flag_bits & 1
        if not plain or one.file_size > most or stat.S_ISLNK(one.external_attr >> 16):
            raise ValueError(name)
        return archive.open(one)

    return _compared(set(parts), opened, differs)


def _hidden(archive: zipfile.ZipFile, file: Any) -> bool:
    """Whether the parts do not lie one behind the other from the first byte on: programs could unpack other ones."""
    at = 0
    for one in sorted(archive.infolist(), key=lambda one: one.header_offset):
        if one.header_offset != at:
            return True
        file.seek(at)
        named, more = LOCAL.unpack(file.read(LOCAL.size))
        at += LOCAL.size + named + more + one.compress_size + (DESCRIPTOR if one.flag_bits & TOLD_AFTER else 0)
    return at != archive.start_dir


def _of_folder(folder: Path) -> tuple[list[tuple[str, str]], str]:
    parts, differs = {}, []
    for one in sorted(folder.iterdir())[: 2 * MOST_ENTRIES]:
        if NAME.fullmatch(one.name) and stat.S_ISREG(one.lstat().st_mode):
            parts[one.name] = one
        else:
            differs.append(("added", one.name))

    return _compared(set(parts), lambda name, _most: parts[name].open("rb"), differs)


def _compared(names: set[str], opened: Any, differs: list[tuple[str, str]]) -> tuple[list[tuple[str, str]], str]:
    if MANIFEST not in names:
        raise NotSuchAFile
    with opened(MANIFEST, MOST_MANIFEST) as part:
        told = part.read(MOST_MANIFEST + 1)
    entries = _entries(told)
    differs += [("added", one) for one in sorted(names - set(entries) - {MANIFEST})]
    differs += [("missing", one) for one in entries if one not in names]
    differs += [("changed", one) for one in entries if one in names and not _holds(*entries[one], one, opened)]
    return differs, hashlib.sha256(told).hexdigest()


def _holds(size: int, sha256: str, name: str, opened: Any) -> bool:
    counted, read = hashlib.sha256(), 0
    try:
        with opened(name, size) as part:
            while read <= size and (
                piece := part.read(PIECE)
            ):  # one that is longer than it says is not read to its end
                counted.update(piece)
                read += len(piece)
    except UNREADABLE:
        return False
    return read == size and counted.hexdigest() == sha256


def _entries(told: bytes) -> dict[str, tuple[int, str]]:
    """The parts of a manifest, by name. Raises `NotSuchAFile` for one that does not say each of them once, plainly."""
    try:
        read = json.loads(told.decode("utf-8") if len(told) <= MOST_MANIFEST else "")
        found = {one["name"]: (one["size"], one["sha256"]) for one in read["entries"]}
        written = json.dumps(read, ensure_ascii=False, indent=1).encode() == told  # nothing twice, nothing beside
        whole = read["format"] == FORMAT and 0 < len(found) == len(read["entries"]) <= MOST_ENTRIES
        plain = all(NAME.fullmatch(name) and name != MANIFEST for name in found)
        sound = all(type(size) is int and size >= 0 and SHA256.fullmatch(sha) for size, sha in found.values())
    except (ValueError, KeyError, TypeError, RecursionError):
        raise NotSuchAFile from None
    if not (written and whole and plain and sound):
        raise NotSuchAFile
    return found


def report(path: Path, against: str = "", words: Mapping[str, str] | None = None) -> tuple[int, list[str]]:
    """The exit code, and what is said; `words` are the sentences of another language by the English ones."""
    said = {key: (words or {}).get(text, text) for key, text in SAYS.items()}
    heard = re.sub(r"[\s.-]", "", against).lower()
    if against and (len(heard) < SHORT or not re.fullmatch("[0-9a-f]{32,64}", heard)):
        return 2, [said["short"]]
    try:
        differs, digest = verify(path)
    except NotSuchAFile:
        return 2, [said["not_such"]]
    if differs:
        return 1, [*(said[key].replace("{name}", ascii(name)[1:-1]) for key, name in differs), said["broken"]]
    if not against:
        return 0, [said["unchanged"], said["ask"], grouped(digest)]
    same = digest.startswith(heard)
    return int(not same), [said["unchanged"], said["same"]] if same else [said["other"], said["broken"]]


def grouped(digest: str) -> str:
    """A digest as it is read out."""
    return " ".join(digest[at : at + 4] for at in range(0, SHORT, 4))


def main() -> int:
    """What a lawyer runs: the words lie beside this program, and English is what it says without them."""
    asked = argparse.ArgumentParser(description="Checks a file for the lawyer or the court.")
    asked.add_argument("file", nargs="?", type=Path, default=Path(__file__).resolve().parent)
    asked.add_argument("--against", default="", metavar="DIGEST", help="the digest that the union reads out")
    asked.add_argument("--language", default=(locale.getlocale()[0] or "fr")[:2], help="fr, ar or en")
    given = asked.parse_args()
    try:
        words = json.loads(Path(__file__).with_name(WORDS).read_text("utf-8"))[given.language]
    except (OSError, ValueError, LookupError, TypeError, RecursionError):
        words = {}
    code, lines = report(given.file, given.against, words)
    sys.stdout.buffer.write(("\n".join(lines) + "\n").encode())
    return code


if __name__ == "__main__":
    sys.exit(main())
