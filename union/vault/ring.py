"""The key ring: one data key a purpose, each wrapped by the root key, and the keyed tokens made from it."""

from __future__ import annotations

import hmac
import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.hmac import HMAC
from cryptography.hazmat.primitives.kdf.hkdf import HKDFExpand

FORMAT = b"\x01"
HEADER = 3  # format, key number
NONCE = 12
BLOCK = 64  # padded to a power of two from here, so that the length says little
TOKEN = 16  # bytes of a token: enough that none is met twice


class Locked(RuntimeError):
    """No key ring is open in this process."""


def _padded(plain: bytes) -> bytes:
    size = max(BLOCK, 1 << (len(plain) + 3).bit_length())
    return (len(plain).to_bytes(4, "big") + plain).ljust(size, b"\0")


class Key:
    """One data key of the ring. Raises `InvalidTag` for anything that it did not seal for this very place."""

    def __init__(self, number: int, purpose: str, secret: bytes) -> None:
        self.number, self.purpose, self.secret = number, purpose, secret
        self.header = FORMAT + number.to_bytes(2, "big")
        self.cipher = AESGCM(secret)

    def seal(self, place: bytes, plain: bytes) -> bytes:
        nonce = os.urandom(NONCE)
        return self.header + nonce + self.cipher.encrypt(nonce, _padded(plain), self.header + place)

    def open(self, place: bytes, sealed: bytes) -> bytes:
        if sealed[:HEADER] != self.header or len(sealed) < HEADER + NONCE:
            raise InvalidTag
        body = self.cipher.decrypt(sealed[HEADER : HEADER + NONCE], sealed[HEADER + NONCE :], self.header + place)
        return body[4 : 4 + int.from_bytes(body[:4], "big")]


@dataclass
class Ring:
    """The open keys of an installation: the one that seals now by purpose, every one that can still open by number."""

    root: bytes
    sealing: dict[str, Key] = field(default_factory=dict)
    opening: dict[bytes, Key] = field(default_factory=dict)

    def add(self, number: int, purpose: str, wrapped: bytes, *, active: bool) -> None:
        """Unwrap one key of the table. Raises `InvalidTag` where the root key is another one."""
        secret = Key(0, "ring", expand(self.root, "kek/v1")).open(_ring_place(number, purpose), wrapped)
        key = Key(number, purpose, secret)
        self.opening[key.header] = key
        if active:
            self.sealing[purpose] = key

    def wrap_new(self, number: int, purpose: str) -> bytes:
        """The wrapped bytes of a fresh data key, for the table."""
        return Key(0, "ring", expand(self.root, "kek/v1")).seal(_ring_place(number, purpose), os.urandom(32))

    def missing(self, purposes: Iterable[str]) -> list[str]:
        return sorted(set(purposes) - self.sealing.keys())

    def seal(self, purpose: str, place: bytes, plain: bytes) -> bytes:
        return self.sealing[purpose].seal(place, plain)

    def open(self, purpose: str, place: bytes, sealed: bytes) -> bytes:
        key = self.opening.get(sealed[:HEADER])
        if key is None or key.purpose != purpose:
            raise InvalidTag
        return key.open(place, sealed)

    def opener(self, purpose: str, before: bytes) -> Callable[[bytes, bytes], bytes]:
        """`open` for many rows whose places begin alike: takes how a place ends, and what stands there."""
        ready = {
            key.header: (key.cipher.decrypt, key.header + before)
            for key in self.opening.values()
            if key.purpose == purpose
        }

        def of(end: bytes, sealed: bytes) -> bytes:
            found = ready.get(sealed[:HEADER])
            if found is None or len(sealed) < HEADER + NONCE:
                raise InvalidTag
            body = found[0](sealed[HEADER : HEADER + NONCE], sealed[HEADER + NONCE :], found[1] + end)
            return body[4 : 4 + int.from_bytes(body[:4], "big")]

        return of

    def token_key(self, kind: str) -> bytes:
        return expand(self.sealing["tokens"].secret, f"idx|{kind}|v1")


def _ring_place(number: int, purpose: str) -> bytes:
    return f"key_ring|{purpose}|{number}".encode()


@cache
def expand(secret: bytes, label: str) -> bytes:
    """A 32-byte key for one use, from a longer-lived one (HKDF-Expand, RFC 5869)."""
    return HKDFExpand(algorithm=SHA256(), length=32, info=label.encode()).derive(secret)


PURPOSES = {
    "account": "who signs in: roles, sign-ins, calendars and visits",
    "case": "cases with what hangs on them, reports as they are typed, meetings and hours of a mandate",
    "cookies": "what a browser is given to bring back",
    "drive": "what is planned at a site and with whom, and the keys of each plan",
    "figures": "the counts of a day",
    "file": "sealed files",
    "import": "lists on their way in",
    "import.kept": "what an import wrote and replaced",
    "import.reading": "how lists are read, kept under a name",
    "intake": "people taken in at the gate",
    "job": "what background work is asked and what it answers",
    "layoff": "the lines of an employer's list, and their sums",
    "member.identity": "names, telephones and numbers of a member",
    "member.standing": "membership, dues and consent",
    "member.terms": "employments, mandates, declared days and union events",
    "proposal": "membership forms that were handed in",
    "record": "what an entry of the record says",
    "record.mac": "the chain of the record",
    "search": "the words of a search",
    "submission": "where a form that was taken led",
    "tokens": "the index of exact numbers",
    "workplace": "employers, sites, elections and proposed sites",
}
"""The purposes, each with what its key seals: a new one is named here, and `upgrade` makes its key."""
_open: list[Ring] = []


def use(ring: Ring) -> None:
    """From here on, this process seals and opens with this ring."""
    _open[:] = [ring]


def current() -> Ring:
    """The open ring. Raises `Locked` where none is."""
    if not _open:
        raise Locked("No key ring is open in this process.")
    return _open[0]


def token(kind: str, value: str) -> bytes:
    """A keyed exact token (HMAC-SHA256, 16 bytes): equal for equal values of one kind, meaningless without the key."""
    return drawn(current().token_key(kind), value)


def drawn(key: bytes, value: str) -> bytes:
    """The token of a value under the key of its kind."""
    return hmac.digest(key, value.encode(), "sha256")[:TOKEN]


def many_tokens(kind: str) -> Callable[[str], bytes]:
    """`token` for many values of one kind: the key is taken in once, in a third of the time."""
    drawn = drawing(kind)
    return lambda value: drawn(value.encode())[:TOKEN]


def drawing(kind: str, *before: bytes) -> Callable[[bytes], bytes]:
    """The keyed digest (HMAC-SHA256, 32 bytes) of many values that all begin with the same bytes."""
    begun = HMAC(current().token_key(kind), SHA256())
    for part in before:
        begun.update(part)

    def of(value: bytes) -> bytes:
        one = begun.copy()  # half of what a copy by `hmac` takes
        one.update(value)
        return one.finalize()

    return of


def mac(purpose: str, *parts: bytes) -> bytes:
    """A keyed MAC over length-prefixed parts."""
    joined = b"".join(len(part).to_bytes(4, "big") + part for part in parts)
    return hmac.digest(current().sealing[purpose].secret, joined, "sha256")
