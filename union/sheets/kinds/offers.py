"""Which column of an employer's list holds the whole offer, where others hold its parts."""

from collections.abc import Iterable, Sequence

from union.sheets.cells.names import fold
from union.sheets.columns.vocabulary import plain, recognise

_PARTS = frozenset(
    map(fold, ("licenciement", "legale", "préavis", "congé", "congés", "dommages", "intérêts", "severance", "notice", "leave",
               "الفصل", "القانوني", "الإخطار", "العطلة", "الضرر"))
)  # fmt: skip
_TOTALS = frozenset(
    map(
        fold, ("total", "totale", "totaux", "global", "globale", "المجموع", "مجموع", "الإجمالي", "الإجمالية", "overall")
    )
)
_OTHER_TOTALS = frozenset(
    map(fold, ("jours", "mois", "années", "ans", "heures", "salaire", "salaires", "effectif", "days", "months", "years",
               "hours", "أيام", "أشهر", "سنوات", "ساعات", "الأجور"))
)  # fmt: skip


def whole(offer: int, free: Iterable[int], headers: Sequence[str], settlement: int | None = None) -> int:
    """The column of the whole offer: that of `offer`, or the total to its right where it holds a part alone.

    `free` are the columns that hold nothing else; `settlement` one of them whose sums are no month's pay.
    """
    if not _is_part(headers[offer]):
        return offer
    right = [at for at in free if at > offer and (at == settlement or _is_total(headers[at]))]
    return max(right, default=offer)


def besides(offer: int | None, left_out: Iterable[int], headers: Sequence[str]) -> list[int]:
    """The columns left out that speak of an offer too; parts beside a whole, and what stands beside a total, do not count."""
    if offer is None or _is_total(headers[offer]):
        return []
    others = [at for at in left_out if any(field == "offered_amount" for field, _ in recognise(headers[at]))]
    return others if _is_part(headers[offer]) else [at for at in others if not _is_part(headers[at])]


def _is_part(header: str) -> bool:
    return bool(_words(header) & _PARTS) and not _words(header) & _TOTALS


def _is_total(header: str) -> bool:
    words = _words(header)
    return bool(words & _TOTALS) and not words & _OTHER_TOTALS


def _words(header: str) -> frozenset[str]:
    return frozenset(plain(header).split())
