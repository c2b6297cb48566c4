"""Names that a list gives twice, in Latin letters and in Arabic ones: the columns of the second are told by their
values."""

import re
from collections.abc import Mapping, Sequence

from union.tables.columns.by_values import MOST
from union.tables.columns.vocabulary import names_of_people, plain
from union.tables.table import Cell

IN_ARABIC = {"family_name": "family_name_ar", "given_name": "given_name_ar", "full_name": "full_name_ar"}
_ARABIC = re.compile("[\u0621-\u064a\u0671-\u06d3]")
_LATIN = re.compile("[A-Za-zÀ-ɏ]")
# Beside the word that heads a column of names: Nom (ar), Prénom en arabe, الاسم الكامل بالعربية.
_OF_THE_SCRIPT = frozenset(
    plain(
        "ar arabe arabes arabic fr français française latin latine latines en lettres lettre in letters langue "
        "caractères"
        " بالعربية العربية عربي بالفرنسية الفرنسية فرنسي اللاتينية بالحروف الحروف باللغة اللغة"
    ).split()
)


def in_arabic(headers: Sequence[str], values: Mapping[int, Sequence[Cell]]) -> dict[int, str]:
    """The columns that hold in Arabic letters the names that others hold in Latin ones, each with its field.

    None where no column holds names in Latin letters: then the Arabic ones are the names.
    """
    named = {at: field for at, header in enumerate(headers) if values[at] and (field := _field(header))}
    arabic = {at: field for at, field in named.items() if _is_arabic(values[at])}
    latin = [at for at, field in named.items() if field != "given_name" and _is_latin(field, values[at])]
    return _told_apart({at: IN_ARABIC[field] for at, field in arabic.items()}, values) if arabic and latin else {}


def _field(header: str) -> str | None:
    words = " ".join(word for word in plain(header).split() if word not in _OF_THE_SCRIPT)
    return names_of_people(words)


def _share(values: Sequence[Cell], letters: re.Pattern[str]) -> float:
    return sum(isinstance(value, str) and letters.search(value) is not None for value in values) / len(values)


def _is_arabic(values: Sequence[Cell]) -> bool:
    return _share(values, _ARABIC) > MOST >= _share(values, _LATIN)


def _is_latin(field: str, values: Sequence[Cell]) -> bool:
    """Whether a column holds names in Latin letters: under Adhérent can stand oui and non, which are one word each."""
    several = sum(len(str(value).split()) > 1 for value in values)
    return _share(values, _LATIN) > MOST and (field != "full_name" or several > MOST * len(values))


def _told_apart(found: dict[int, str], values: Mapping[int, Sequence[Cell]]) -> dict[int, str]:
    """الاسم beside النسب is the given name, a family name of several words without a given one is a whole name."""
    held: dict[str, int] = {}
    for at, field in found.items():
        held.setdefault(field, at)
    if held.keys() == {"full_name_ar", "family_name_ar"}:
        held["given_name_ar"] = held.pop("full_name_ar")
    elif held.keys() == {"family_name_ar"}:
        at = held["family_name_ar"]
        if sum(len(str(value).split()) > 1 for value in values[at]) > MOST * len(values[at]):
            held = {"full_name_ar": at}
    elif len(held) == len(IN_ARABIC):
        del held["full_name_ar"]
    return {at: field for field, at in held.items()}
