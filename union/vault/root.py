"""The root key: one file outside the state folder, or wrapped by a passphrase where it must lie inside."""

from __future__ import annotations

import json
import os
import secrets
from pathlib import Path

from argon2.exceptions import HashingError
from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

SIZE = 32
WORK = {"time_cost": 3, "memory_cost": 65536, "parallelism": 4}  # argon2id, 64 MiB: about 0.1 s for a person, once


class BadKey(Exception):
    """The key file cannot be used; the sentence says why and what to do."""


def create(path: Path, state: Path, passphrase: str | None = None) -> bool:
    """Write a new key file, mode 0600; False where one exists already, which is never overwritten. Raises `BadKey`."""
    if path.is_dir():
        raise BadKey(f"The key file {path.name} cannot be read: it is a folder. Name a file by UNION_KEY_FILE.")
    if path.exists():
        return False
    refuse_beside_the_data(path, state, wrapped=passphrase is not None)
    root = secrets.token_bytes(SIZE)
    content = {"format": 1, "root": root.hex()} if passphrase is None else _wrap(root, passphrase)
    try:
        _write(path, json.dumps(content))
    except FileExistsError:
        return False  # another process made it in the same moment
    except OSError:
        raise BadKey(f"The key file {path} cannot be written: set UNION_KEY_FILE to a place of yours.") from None
    return True


def _write(path: Path, content: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def load(path: Path, state: Path, passphrase: str | None = None) -> bytes:
    """The 32 bytes of the root key. Raises `BadKey` for a file that is missing, readable by others, damaged or
    misplaced."""
    try:
        if path.is_dir():
            raise BadKey(f"The key file {path.name} cannot be read: it is a folder. Name a file by UNION_KEY_FILE.")
        if path.stat().st_mode & 0o077:
            raise BadKey(f"The key file {path.name} can be read by others: make it 0600.")
        content = json.loads(path.read_text())
    except FileNotFoundError:
        raise BadKey(
            f"There is no key file {path.name}: put it back, or run `union init` for a new installation."
        ) from None
    except (OSError, ValueError):
        raise BadKey(f"The key file {path.name} cannot be read as a key.") from None
    if not isinstance(content, dict) or content.get("format") != 1:
        raise BadKey(f"The key file {path.name} cannot be read as a key.")
    wrapped = "sealed" in content
    refuse_beside_the_data(path, state, wrapped=wrapped)
    root = _unwrap(content, passphrase) if wrapped else _plain(content, path)
    if len(root) != SIZE or len(set(root)) < 4:
        raise BadKey(f"The key in {path.name} is not {SIZE} random bytes.")
    return root


def is_wrapped(path: Path) -> bool:
    """Whether a passphrase is needed to open this key file."""
    try:
        content = json.loads(path.read_text())
    except (OSError, ValueError):
        return False
    return isinstance(content, dict) and "sealed" in content


def _plain(content: dict[str, object], path: Path) -> bytes:
    try:
        return bytes.fromhex(str(content["root"]))
    except (KeyError, ValueError):
        raise BadKey(f"The key file {path.name} cannot be read as a key.") from None


def refuse_beside_the_data(path: Path, state: Path, *, wrapped: bool) -> None:
    if not wrapped and path.resolve().is_relative_to(state.resolve()):
        raise BadKey(
            "The key file lies in the state folder: whoever takes one takes both. Move it out, or wrap it by a "
            "passphrase."
        )


def _stretch(passphrase: str, salt: bytes) -> AESGCM:
    return AESGCM(hash_secret_raw(passphrase.encode(), salt, hash_len=SIZE, type=Type.ID, **WORK))


def _wrap(root: bytes, passphrase: str) -> dict[str, object]:
    salt, nonce = secrets.token_bytes(16), secrets.token_bytes(12)
    sealed = _stretch(passphrase, salt).encrypt(nonce, root, b"union root 1")
    return {"format": 1, "salt": salt.hex(), "nonce": nonce.hex(), "sealed": sealed.hex()}


def _unwrap(content: dict[str, object], passphrase: str | None) -> bytes:
    if passphrase is None:
        raise BadKey("The key is wrapped: its passphrase is needed.")
    try:
        salt, nonce, sealed = (bytes.fromhex(str(content[part])) for part in ("salt", "nonce", "sealed"))
        return _stretch(passphrase, salt).decrypt(nonce, sealed, b"union root 1")
    except InvalidTag:
        raise BadKey("This passphrase does not open the key.") from None
    except (KeyError, ValueError, HashingError):
        raise BadKey("The key file cannot be read as a key: put back a copy that is whole.") from None
