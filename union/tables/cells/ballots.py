"""Read the cells of election results: the college, the list, what a candidate stands for."""

import re
from collections.abc import Callable

from union.tables.cells.lists import line, one_of
from union.tables.cells.meanings import meanings
from union.tables.cells.names import fold
from union.tables.cells.people import Unreadable
from union.tables.table import Cell
from union.text import digits

_COLLEGE = meanings(
    (
        "employees",
        "employés,employé,ouvriers et employés,employés et ouvriers,1er collège,premier collège,1,"
        "collège des employés,collège des ouvriers et employés,employees,المستخدمون,الأجراء,هيئة المستخدمين,هيئة "
        "العمال والمستخدمين",
    ),
    (
        "executives",
        "cadres,cadre,cadres et assimilés,techniciens et cadres,agents de maîtrise et cadres,2e collège,2ème collège,"
        "deuxième collège,2,collège des cadres,executives,الأطر,هيئة الأطر",
    ),
)
_OF_COLLEGE = meanings(  # words of a longer description: "2e collège : agents de maîtrise, cadres et assimilés"
    (
        "employees",
        "ouvrier,ouvriers,ouvrières,employé,employés,employées,العمال,المستخدمون,المستخدمين,الأجراء,workers,employees",
    ),
    (
        "executives",
        "cadre,cadres,assimilés,maîtrise,technicien,techniciens,الأطر,التقنيون,التقنيين,executives,supervisors",
    ),
    ("employees", "1,1er,premier,الأولى"),
    ("executives", "2,2e,2ème,2nd,deuxième,second,الثانية"),
)
_SEAT = meanings(
    ("full", "titulaire,titulaires,t,full,رسمي,رسمية,أصلي"),
    ("alternate", "suppléant,suppléante,suppléants,s,alternate,نائب,نائبة"),
)
_NO_UNION = frozenset(
    map(
        fold,
        (
            "sans appartenance",
            "sans appartenance syndicale",
            "sas",
            "sa",
            "sans étiquette",
            "indépendants",
            "indépendant",
            "non affiliés",
            "sans",
            "none",
            "unaffiliated",
            "independent",
            "بدون انتماء",
            "بدون انتماء نقابي",
            "غير منتمين",
            "مستقل",
            "مستقلون",
            "المستقلون",
            "اللامنتمون",
            "اللا منتمون",
            "لا منتمون",
            "لامنتمون",
            "غير المنتمين",
            "لائحة مستقلة",
            "liste indépendante",
            "listes indépendantes",
            "non syndiqués",
            "sans appartenance (SAS)",
        ),
    )
)


def college(cell: Cell) -> str:
    """Read a college by its name, its number or both; raises `Unreadable("college")` where they contradict each
    other."""
    text = fold(digits(str(cell)))
    words = re.findall(r"\w+", text)
    found = {_OF_COLLEGE[one] for word in words for one in (word, word.removeprefix("و")) if one in _OF_COLLEGE}
    found = {_COLLEGE[text]} if text in _COLLEGE else found
    if len(found) != 1:
        raise Unreadable("college")
    return found.pop()


def union_list(cell: Cell) -> str:
    """Read the list of an election; "-" for candidates without a union."""
    text = line(cell)
    return "-" if fold(text) in _NO_UNION else text


BALLOTS: dict[str, Callable[[Cell], str]] = {
    "college": college,
    "seat_kind": one_of(_SEAT, "seat_kind"),
    "union_list": union_list,
}
