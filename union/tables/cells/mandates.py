"""What a cell says of somebody's mandate: oui, délégué titulaire, représentant syndical, candidat, ancien délégué,
مندوب الأجراء."""

import re

from union.tables.cells.meanings import yes_or_no
from union.tables.cells.names import fold
from union.tables.cells.people import Unreadable
from union.tables.table import Cell

NONE, IN_OFFICE, FORMER, CANDIDATE = "none", "in_office", "former", "candidate"
_BREAKS = re.compile(r"[^\w\u0621-\u064a]+")


def _folded(listed: str) -> frozenset[str]:
    return frozenset(fold(word) for word in listed.split())


_NOT = _folded("sans aucun aucune non pas no not without بدون دون ليس ليست لا غير")
_OVER = _folded("ancien ancienne ex former سابق سابقة السابق السابقة سابقا")
_STANDING = _folded("candidat candidate candidature candidats مرشح مرشحة المرشح المرشحة ترشيح")
_OFFICE = _folded(
    "délégué déléguée délégués titulaire suppléant suppléante élu élue représentant représentante mandat mandaté "
    "mandatée "
    "dp ds rs rss مندوب مندوبة المندوب المندوبة مندوبو ممثل ممثلة الممثل الممثلة منتخب منتخبة انتداب "
    "delegate alternate elected representative steward mandate"
)
# What stands beside an office and is none by itself: its people, its college, its rank.
_BESIDE = _folded(
    "e du de des d le la les l au aux et en personnel salarié salariés salariée travailleurs employés employé "
    "cadres cadre "
    "collège premier deuxième 1er 2e 2ème 1ère principal adjoint adjointe syndical syndicale syndicat cours "
    "depuis section "
    "الأجراء الاجراء أجراء العمال المستخدمين المستخدمون للأجراء للاجراء نقابي نقابية النقابي النقابية النقابة "
    "رسمي رسمية أصلي أصلية "
    "الرسمي الرسمية نائب نائبة النائب عن في الهيئة "
    "staff union shop full deputy employee employees of the in office since"
)


def mandate(cell: Cell) -> str:
    """Return in_office, former, candidate or none; raises `Unreadable("mandate")` where any word is not known."""
    try:
        return IN_OFFICE if yes_or_no(cell) else NONE
    except Unreadable:
        words = [word for word in _BREAKS.split(fold(str(cell))) if word]
    said = set(words)
    rest = said - _NOT - _OVER - _STANDING - _OFFICE - _BESIDE
    if any(not word.isdigit() for word in rest) or not said & (_STANDING | _OFFICE):
        raise Unreadable("mandate")
    if said & _NOT:
        return NONE
    if said & _OVER:
        return FORMER
    return CANDIDATE if said & _STANDING else IN_OFFICE
