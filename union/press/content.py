"""What a paper says, as plain data in one language: the templates lay it out and add no word of their own."""

from __future__ import annotations

from dataclasses import dataclass

LANGUAGES = ("fr", "ar", "en")
_FIRST_STRONG, _LEFT_TO_RIGHT, _END = "\u2068", "\u2066", "\u2069"


@dataclass(frozen=True)
class SumLine:
    """One line of a table of sums. `amount` is written out, with its unit; `working` is always left to right."""

    what: str
    how: str
    working: str
    article: str
    amount: str


@dataclass(frozen=True)
class Part:
    """One part of a paper: any of a heading, paragraphs, pairs, a table of sums with its totals, and points."""

    heading: str = ""
    paragraphs: tuple[str, ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()
    heads: tuple[str, ...] = ()  # of the table: what, how, article, amount
    lines: tuple[SumLine, ...] = ()
    totals: tuple[tuple[str, str], ...] = ()
    points: tuple[tuple[str, str], ...] = ()  # a word in bold, may be empty, and its sentence


@dataclass(frozen=True)
class Paper:
    """A calculation sheet: `foot` stands below each page with its number, `draft` above it where it is one."""

    language: str
    title: str
    under: str
    parts: tuple[Part, ...]
    foot: str
    reference: str
    draft: str = ""


@dataclass(frozen=True)
class Letter:
    """A letter to sign: sender and addressee by lines, the day, the subject, its parts, who signs, and what goes
    with it."""

    language: str
    sender: tuple[str, ...]
    to: tuple[str, ...]
    day: str
    by: str  # how it goes: by registered letter, against a receipt
    subject: str
    parts: tuple[Part, ...]
    signature: tuple[str, ...]  # who signs, in what capacity, and the place for it
    received: tuple[str, ...]  # the block that the addressee fills in and stamps
    annexes: Part  # their heading, and each with its number
    copy: str  # who else receives it; empty where nobody does
    reference: str
    draft: str = ""
    enclosed: tuple[Part, ...] = ()  # annexes that are printed with it, each on a page of its own


@dataclass(frozen=True)
class SignatureSheet:
    """A sheet to be signed by many: what they sign, what that means, and lines for name, number and signature."""

    language: str
    title: str
    parts: tuple[Part, ...]
    heads: tuple[str, ...]  # of the columns, the first for the number of the line
    lines: int
    foot: str
    reference: str
    draft: str = ""


@dataclass(frozen=True)
class Happening:
    """One line of a chronology: its day, what was, the words and the article to it, and the exhibits that show it."""

    day: str
    what: str
    words: str = ""
    article: str = ""
    exhibits: str = ""


@dataclass(frozen=True)
class Exhibit:
    """One exhibit of a case file: what it is called, what is known of it, and what stands above each of its pages.

    One without pages is delivered beside the file.
    """

    label: str
    title: str
    pairs: tuple[tuple[str, str], ...]
    fingerprints: tuple[tuple[str, str], ...]  # SHA-256 in hexadecimal, of what is delivered and of what was sent
    stamps: tuple[str, ...] = ()


@dataclass(frozen=True)
class CaseFile:
    """The file of a case for its lawyer or for the court. Above its exhibits' pages stand their stamps; what they show
    is laid there afterwards."""

    language: str
    title: str
    under: str
    cover: tuple[tuple[str, str], ...]
    pages_label: str
    told: tuple[str, ...]  # what the file is, and how it is checked
    contents: str  # the headings: of the contents, the chronology, the list of exhibits
    chronology: str
    heads: tuple[str, ...]  # of the chronology: day, what, article, exhibits
    happenings: tuple[Happening, ...]
    sections: tuple[Paper, ...]  # sheets that stand whole within the file
    listed: str
    exhibits: tuple[Exhibit, ...]
    foot: str
    reference: str
    draft: str = ""


@dataclass(frozen=True)
class Ledger:
    """A register: one line a number, in the order of its numbers; `struck` are the places of those crossed out."""

    language: str
    title: str
    under: str
    heads: tuple[str, ...]  # of the columns: number, day, whom, subject, how, case
    rows: tuple[tuple[str, ...], ...]
    struck: tuple[int, ...]
    foot: str
    reference: str
    draft: str = ""


def name(text: str) -> str:
    """A name in whatever script, so that it does not turn its neighbours round."""
    return f"{_FIRST_STRONG}{text}{_END}" if text else ""


def left_to_right(text: str) -> str:
    """A figure, a code or a range: left to right in an Arabic line too."""
    return f"{_LEFT_TO_RIGHT}{text}{_END}" if text else ""
