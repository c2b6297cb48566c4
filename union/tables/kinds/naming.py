"""Read the names of a row: whole or in parts, in one script or in both, without the title before them."""

import re
from collections.abc import Mapping
from typing import Any, Protocol

from union.tables.cells import people as cells
from union.tables.cells.full_names import split_full_name, unaddressed
from union.tables.cells.likeness import alike
from union.tables.cells.people import Unreadable
from union.tables.columns.vocabulary import plain
from union.tables.table import Cell, Remark, Table

NAMES = frozenset(("family_name", "given_name", "full_name", "family_name_ar", "given_name_ar", "full_name_ar"))
WHOLE = {"full_name": ("given_name", "family_name"), "full_name_ar": ("given_name_ar", "family_name_ar")}
ALONE = frozenset(("full_name", "family_name_ar", "full_name_ar"))
_PARTS = frozenset(("family_name", "given_name"))
_BESIDE = {"family_name": "family_name_ar", "given_name": "given_name_ar", "full_name": "full_name_ar"}
_BETWEEN_SCRIPTS = re.compile(r"[\s/|()–]+|\s-\s")
_PARTED = re.compile(r"[/|()]|\s[-–]\s")
_TWO = re.compile(r"\s*[/&+]\s*")
_FAMILY_FIRST = ("nom et prenom", "nom prenom", "noms et prenoms", plain("النسب"), plain("الاسم العائلي"))


class Notes(Protocol):
    """What keeps the remarks of a list, and knows which of its columns holds what."""

    columns: dict[str, int]
    family_first: frozenset[str]

    def remark(self, code: str, row: int, column: int, cell: Cell, **values: object) -> None:
        """Note something of one cell."""


def whole_names(table: Table, columns: Mapping[str, int]) -> tuple[frozenset[str], list[Remark]]:
    """The fields whose header puts the family name first (Nom et prénom, النسب والاسم), and that whole names are
    split."""
    headers = {field: table.headers[columns[field]] for field in WHOLE if columns.get(field, table.width) < table.width}
    first = frozenset(field for field, header in headers.items() if plain(header).startswith(_FAMILY_FIRST))
    split = [(columns[field], headers.get(field, "")) for field in WHOLE if field in columns]
    return first, [Remark("names_split", {"header": header or str(at + 1)}, column=at) for at, header in split]


def read_name(notes: Notes, field: str, cell: Cell, row: int, column: int, values: dict[str, Any]) -> None:
    """Put a name into `values`: in its two parts where it is whole, in both scripts where it has both. Raises
    `Unreadable`."""
    if field in _PARTS and cells.is_plain_name(cell):  # as most are
        spaced = field == "family_name" and " " in cell
        values[field] = _unaddressed(notes, cell, row, column, values, False) if spaced else cell
        return
    bare, cut = cells.bare_name(cell)
    name = cells.name(bare)
    if cut:
        notes.remark("name_signs_off", row, column, cell)
    if cells.is_doubtful(name):
        notes.remark("name_doubtful", row, column, cell)
    if field in _BESIDE and cells.has_arabic(name) and (both := _in_both(name, field in WHOLE)):
        for part, text in zip((field, _BESIDE[field]), both, strict=True):
            _put(notes, part, text, row, column, values)
    else:
        _put(notes, field, name, row, column, values)


def _put(notes: Notes, field: str, name: str, row: int, column: int, values: dict[str, Any]) -> None:
    whole = field in WHOLE
    if whole or (field == "family_name" and " " in name):
        name = _unaddressed(notes, name, row, column, values, whole)
    if field.endswith("_ar") and not cells.has_arabic(name):
        notes.remark("name_not_arabic", row, column, name)
        return
    if cells.mixes_scripts(name):
        notes.remark("name_scripts", row, column, name)
    if not whole:
        values[field] = name
        return
    if _names_two(name):
        raise Unreadable("name_two")
    for part, found in zip(WHOLE[field], split_full_name(name, field in notes.family_first), strict=True):
        if found:
            values[part] = found


def _in_both(name: str, whole: bool) -> tuple[str, str] | None:
    """The words in Latin and those in Arabic letters of a name given in both: HAMDI Ali / حمدي علي."""
    words = [word for word in _BETWEEN_SCRIPTS.split(name) if word]
    arabic = [word for word in words if cells.has_arabic(word)]
    latin = [word for word in words if not cells.has_arabic(word)]
    spoken = [word for word in latin if any(map(str.isalpha, word))]
    if not spoken or not arabic or (whole and min(len(spoken), len(arabic)) < 2):
        return None
    both = " ".join(latin), " ".join(arabic)
    return (
        both if _PARTED.search(name) or alike(*both) else None
    )  # كنزة Sofia has a second name, and not another script


def _names_two(name: str) -> bool:
    """Whether a cell holds two people, each with a given and a family name: ZIDANE Meryem / HADDAD Ali."""
    parts = _TWO.split(name) if "/" in name or "&" in name or "+" in name else []
    return len(parts) > 1 and all(len(part.split()) > 1 for part in parts)


def _unaddressed(notes: Notes, name: str, row: int, column: int, values: dict[str, Any], whole: bool) -> str:
    """A name without the Mme or the M. before it, which says the sex where no column does."""
    bare, sex = unaddressed(name, whole)
    if sex is not None:
        notes.remark("name_addressed", row, column, name)
        if sex and "sex" not in notes.columns:
            values["sex"] = sex
    return bare


def settle(columns: Mapping[str, int], values: dict[str, Any]) -> None:
    """A name that a row has in Arabic letters only is its name; the one word of a whole name is not both of its
    parts."""
    if "full_name" in columns and values.get("given_name", "") == values.get("family_name"):
        del values["given_name"]
    if values.get("family_name_ar") and not values.get("family_name"):
        values["family_name"] = values.pop("family_name_ar")
        if values.get("given_name_ar") and not values.get("given_name"):
            values["given_name"] = values.pop("given_name_ar")
