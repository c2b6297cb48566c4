"""Which column of an employer's list holds the whole offer, where others hold its parts, and which are not read."""

from collections.abc import Iterable, Mapping, Sequence

from union.tables.cells.names import fold
from union.tables.columns.vocabulary import plain, recognise
from union.tables.table import Remark, Table

SEVERAL = "offers_several"
_MANY = frozenset(("employee_number", "identifier", "site", "remarks"))  # a column that counts rows is none of these

_PARTS = frozenset(
    map(
        fold,
        (
            "licenciement",
            "legale",
            "préavis",
            "congé",
            "congés",
            "dommages",
            "intérêts",
            "severance",
            "notice",
            "leave",
            "الفصل",
            "القانوني",
            "الإخطار",
            "العطلة",
            "الضرر",
        ),
    )
)
_TOTALS = frozenset(
    map(
        fold, ("total", "totale", "totaux", "global", "globale", "المجموع", "مجموع", "الإجمالي", "الإجمالية", "overall")
    )
)
_OTHER_TOTALS = frozenset(
    map(
        fold,
        (
            "jours",
            "mois",
            "années",
            "ans",
            "heures",
            "salaire",
            "salaires",
            "effectif",
            "days",
            "months",
            "years",
            "hours",
            "أيام",
            "أشهر",
            "سنوات",
            "ساعات",
            "الأجور",
        ),
    )
)


def whole(offer: int, free: Iterable[int], headers: Sequence[str], settlement: int | None = None) -> int:
    """The column of the whole offer: that of `offer`, or the total to its right where it holds a part alone.

    `free` are the columns that hold nothing else; `settlement` one of them whose sums are no month's pay.
    """
    if not _is_part(headers[offer]):
        return offer
    right = [at for at in free if at > offer and (at == settlement or _is_total(headers[at]))]
    return max(right, default=offer)


def not_read(table: Table, mapping: Mapping[int, str | None]) -> list[Remark]:
    """Which columns speak of an offer besides the one that is read, and which say what another one says already."""
    held = {field: at for at, field in mapping.items() if field}
    meant = {at: _meant(table.headers[at]) for at, field in mapping.items() if not field and at < table.width}
    found, read = [], held.get("offered_amount")
    others = [at for at, fields in meant.items() if "offered_amount" in fields]
    if read is not None and (named := _besides(read, others, table.headers)):
        found.append(Remark(SEVERAL, {"read": table.headers[read], "others": _listed(table, named)}))
    alike = [at for at, fields in meant.items() if at not in others and fields & held.keys() - _MANY]
    return [*found, Remark("columns_alike", {"headers": _listed(table, alike)})] if alike else found


def _meant(header: str) -> set[str]:
    fields = {field for field, _ in recognise(header)}
    return fields | {"planned_exit_on"} if "left_on" in fields else fields


def _listed(table: Table, columns: Iterable[int]) -> str:
    return " / ".join(table.headers[at] for at in columns)


def _besides(read: int, others: Sequence[int], headers: Sequence[str]) -> list[int]:
    """Parts beside a whole, and what stands beside a total, do not count."""
    if _is_total(headers[read]):
        return []
    return [at for at in others if _is_part(headers[read]) or not _is_part(headers[at])]


def _is_part(header: str) -> bool:
    return bool(_words(header) & _PARTS) and not _words(header) & _TOTALS


def _is_total(header: str) -> bool:
    words = _words(header)
    return bool(words & _TOTALS) and not words & _OTHER_TOTALS


def _words(header: str) -> frozenset[str]:
    return frozenset(plain(header).split())
