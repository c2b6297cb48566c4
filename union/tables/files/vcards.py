"""Read the contacts of a telephone (vCard 2.1, 3.0, 4.0): one row each, whatever telephone wrote them.

Ours, for vobject 0.9.9 stops at the first line or truncated photo that it does not understand, and a telephone's
export of 900 contacts has such lines.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from union.tables.cells.names import fold
from union.tables.files import charsets
from union.tables.files.vcard_lines import parts, plain, property_of, unfolded, whole_letters
from union.tables.packed import Packed
from union.tables.rows import packed
from union.tables.table import MAX_FIELD, MAX_ROWS, Remark, Row, Table, Untrusted

BEGIN, END = "BEGIN:VCARD", "END:VCARD"
_DAY = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?:T.*)?")
_BINARY = frozenset(("PHOTO", "LOGO", "SOUND", "KEY"))
_SILENT = frozenset(
    ("VERSION", "PRODID", "UID", "REV", "BEGIN", "END", "SORT-STRING", "CLIENTPIDMAP", "MAILER", "CLASS")
)
_TAKEN = frozenset(("N", "FN", "NICKNAME", "TEL", "EMAIL", "ORG", "TITLE", "BDAY", "NOTE"))
_NO_YEAR = "1604"  # how an iPhone writes a birthday without its year
_FAX = "FAX"
_FIRST = {"CELL": 3, "MOBILE": 3, "IPHONE": 3, "PREF": 2, "WORK": -1}  # the number that is somebody's own comes first
_IN_A_CELL = 2  # numbers: a third stands in a column of its own
HEADERS = (
    "Nom",
    "Prénom",
    "Nom complet",
    "Surnom",
    "Téléphone",
    "Autres tél.",
    "E-mail",
    "Autres e-mails",
    "Société",
    "Fonction",
    "Date de naissance",
    "Note",
)
_NAMED = 20
_PROOF = 3


@dataclass
class _Card:
    """One contact as it is read."""

    number: int
    names: tuple[str, ...] = ()
    shown: str = ""
    phones: list[tuple[int, str]] = field(default_factory=list)
    mails: list[tuple[int, str]] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)
    group: bool = False


def is_cards(data: bytes) -> bool:
    """Tell whether the bytes begin as contacts do."""
    return data[:200].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \r\n\t").upper().startswith(BEGIN.encode())


def read_cards(data: bytes) -> Table:
    """Return a table with a row for each contact. Raises `Untrusted`: encoding, nul, cards_cut, too_many_rows,
    field_too_long, no_rows."""
    text, _encoding, _doubts = charsets.decode(whole_letters(data))
    reader = _Reader()
    rows = packed(reader.rows(text))
    if not rows:
        raise Untrusted("no_rows")
    used = [at for at in range(len(HEADERS)) if reader.filled[at]]
    headers = tuple(HEADERS[at] for at in used)
    kept: Packed[Row] = packed(Row(row.number, tuple(row.cells[at] for at in used), len(used)) for row in rows)
    proof = tuple(" | ".join(cell for cell in row.cells if cell) for row in kept[:_PROOF])
    return Table("vcf", None, None, None, None, headers, kept, reader.remarks(), proof)


class _Reader:
    """Goes through the lines once; counts what is not taken."""

    def __init__(self) -> None:
        self.filled = Counter[int]()
        self._noted: dict[str, list[int]] = {code: [] for code in _NOTED}
        self._ignored = Counter[str]()

    def rows(self, text: str) -> Iterator[Row]:
        card: _Card | None = None
        number = depth = 0
        for line in unfolded(text):
            bare = line.strip().upper()
            if bare == BEGIN:
                depth += 1
                if depth == 1:
                    number += 1
                    card = _Card(number)
                if number > MAX_ROWS:
                    raise Untrusted("too_many_rows", limit=MAX_ROWS)
            elif bare == END and depth:
                depth -= 1
                if depth == 0 and card is not None and not self._left_out(card):
                    yield self._row(card)
            elif depth == 1 and card is not None:
                self._take(line, card)
        if depth:
            raise Untrusted("cards_cut", row=number)

    def _take(self, line: str, card: _Card) -> None:
        found = property_of(line)
        if found is None:
            if line.strip():
                self._noted["cards_lines"].append(card.number)
            return
        name = found.name
        if name in _BINARY:
            self._noted["cards_photos"].append(card.number)
        elif name not in _TAKEN:
            card.group = card.group or (
                name in ("KIND", "X-ADDRESSBOOKSERVER-KIND") and found.value.strip().lower() == "group"
            )
            if name not in _SILENT and not name.startswith("X-"):
                self._ignored[name] += 1
        else:
            value = found.text
            if len(value) > MAX_FIELD:
                raise Untrusted("field_too_long", line=card.number, limit=MAX_FIELD)
            _keep(card, name, value.strip(), found.types)

    def _left_out(self, card: _Card) -> bool:
        if card.group:
            self._noted["cards_groups"].append(card.number)
        return card.group

    def _row(self, card: _Card) -> Row:
        family, given, whole = _name(card)
        if card.shown and set(fold(card.shown).split()) - set(fold(f"{family} {given} {whole}").split()):
            self._noted["cards_names"].append(card.number)
        phones, mails = _in_order(card.phones), _in_order(card.mails)
        if len(phones) > _IN_A_CELL or len(mails) > 1:
            self._noted["cards_more"].append(card.number)
        texts = card.texts
        cells = (
            family,
            given,
            whole,
            texts.get("NICKNAME", ""),
            " / ".join(phones[:_IN_A_CELL]),
            " / ".join(phones[_IN_A_CELL:]),
            *mails[:1],
            *[""] * (1 - len(mails[:1])),
            " / ".join(mails[1:]),
            texts.get("ORG", ""),
            texts.get("TITLE", ""),
            texts.get("BDAY", ""),
            texts.get("NOTE", ""),
        )
        self.filled.update(at for at, cell in enumerate(cells) if cell)
        return Row(card.number, cells, len(cells))

    def remarks(self) -> list[Remark]:
        found = [
            Remark(code, {"count": len(set(cards)), "rows": _numbers(cards)})
            for code, cards in self._noted.items()
            if cards
        ]
        if self._ignored:
            found.append(
                Remark("cards_ignored", {"names": ", ".join(name for name, _ in self._ignored.most_common(_NAMED))})
            )
        return found


_NOTED = ("cards_more", "cards_names", "cards_groups", "cards_lines", "cards_photos")


def _numbers(cards: list[int]) -> str:
    each = list(dict.fromkeys(cards))
    return ", ".join(map(str, each[:_NAMED])) + (", …" if len(each) > _NAMED else "")


def _keep(card: _Card, name: str, value: str, types: frozenset[str]) -> None:
    if name == "N":
        card.names = parts(value)
    elif name == "FN":
        card.shown = card.shown or plain(value)
    elif name in ("TEL", "EMAIL"):
        bare = re.sub(r"^(tel|mailto):", "", plain(value), flags=re.IGNORECASE).partition(";ext=")[0].strip()
        rank = sum(_FIRST.get(one, 0) for one in types) - 3 * (_FAX in types)
        if bare:
            (card.phones if name == "TEL" else card.mails).append((rank, bare))
    elif name == "BDAY":
        day = _DAY.fullmatch(value)
        card.texts[name] = (
            f"{day[1]}-{day[2]}-{day[3]}"
            if day and day[1] != _NO_YEAR
            else ""
            if value.startswith("-") or day
            else value
        )
    else:
        card.texts.setdefault(name, plain(value).replace(";", " ").strip())


def _in_order(listed: list[tuple[int, str]]) -> list[str]:
    """Each once, the likeliest own first."""
    return list(dict.fromkeys(value for _, value in sorted(listed, key=lambda one: -one[0])))


def _name(card: _Card) -> tuple[str, str, str]:
    """Family, given and whole name; whole only where the two are not told apart."""
    family, given, more = (*card.names, "", "", "")[:3]
    given = f"{given} {more}".strip()
    if family and given:
        return family, given, ""
    return "", "", card.shown or family or given
