"""Read e-mail addresses by email-validator, apart from the other cells: the child that opens files never asks for
it."""

import re
from functools import lru_cache

from email_validator import EmailNotValidError, validate_email
from email_validator.rfc_constants import CASE_INSENSITIVE_MAILBOX_NAMES

from union.tables.cells.people import UNSEEN, Unreadable
from union.tables.table import Cell

_OFFICES = frozenset(CASE_INSENSITIVE_MAILBOX_NAMES)  # WWW, POSTMASTER: the library writes them small
_LOCAL = re.compile(r"[A-Za-z0-9]+(?:[._-][A-Za-z0-9]+)*")
_WITH_NAME = re.compile(r"[^<>@]*<([^<>\s]+)>")  # Omar Tazi <omar@example.ma>, as a mail program writes it
_APART = re.compile(r"\s*[;,/|،\n]\s*|\s+(?:&|ou|et|or|أو)\s+")  # what an address can hold, only between spaces


@lru_cache(4_096)
def _domain(domain: str) -> str | None:
    try:
        return validate_email("a@" + domain, check_deliverability=False).domain
    except EmailNotValidError:
        return None


def email(cell: Cell) -> str:
    """Read an e-mail address, without asking the network; a domain is judged once.

    Raises `Unreadable("email")`.
    """
    text = str(cell).translate(UNSEEN).strip().removeprefix("mailto:")
    written = _WITH_NAME.fullmatch(text)
    text = written[1] if written else text
    local, _, domain = text.rpartition("@")
    if len(local) <= 60 and _LOCAL.fullmatch(local) and local.lower() not in _OFFICES:
        judged = _domain(domain)
        if judged is None:
            raise Unreadable("email")
        if len(judged) < 150:
            return f"{local}@{judged}"
    try:
        return validate_email(text, check_deliverability=False).normalized
    except EmailNotValidError:
        raise Unreadable("email") from None


def emails(cell: Cell) -> tuple[list[str], list[str]]:
    """Read a cell that holds one address or several: those that are, at least one, and what else stands there.

    A sign between two parts that are not both addresses can be a slip in one (omar,tazi@example.ma, where the second
    half is somebody else's): such a cell is refused. Raises `Unreadable("email")`.
    """
    try:
        return [email(cell)], []
    except Unreadable:
        pieces = [piece for piece in _APART.split(str(cell).translate(UNSEEN).strip()) if piece]
        if len(pieces) < 2 or not all("@" in piece for piece in pieces):
            raise
    read: list[str] = []
    aside: list[str] = []
    for piece in pieces:
        try:
            one = email(piece)
        except Unreadable:
            aside.append(piece)
            continue
        if one.lower() not in map(str.lower, read):
            read.append(one)
    if not read:
        raise Unreadable("email")
    return read, aside
