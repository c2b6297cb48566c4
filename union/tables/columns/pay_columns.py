"""Which pay each column of an employer's list holds: the current one, the mean of a year, the base, the net."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from union.tables.cells.money import read_money
from union.tables.cells.people import Unreadable
from union.tables.table import Cell

_MOST = 0.6  # the share of the rows in which a net above the gross cannot be a pay


def renamed(held: Mapping[str, int], values: Mapping[int, Sequence[Cell]]) -> dict[str, str | None]:
    """What a field that was guessed is really, by the columns beside it; None leaves the column out.

    One pay alone serves every line, whatever it is called. A base pay beside its bonuses is kept, for the gross is
    their sum. A "net to pay" above the gross is no month's pay: it is the sum of the settlement.
    """
    found = _gross(held)
    gross = held.get("monthly_gross", held.get("mean_gross", held.get("base_pay")))
    if "monthly_net" in held and gross is not None and _above(values[held["monthly_net"]], values[gross]):
        found["monthly_net"] = None if "offered_amount" in held else "offered_amount"
    return found


def _gross(held: Mapping[str, int]) -> dict[str, str | None]:
    if "monthly_gross" in held:
        return {"base_pay": None} if "base_pay" in held else {}
    if "base_pay" in held and "monthly_bonus" in held:
        return {}
    if "mean_gross" in held:
        return {"mean_gross": "monthly_gross"} | ({"base_pay": None} if "base_pay" in held else {})
    return {"base_pay": "monthly_gross"} if "base_pay" in held else {}


def _above(net: Sequence[Cell], gross: Sequence[Cell]) -> bool:
    """Whether the typical net is above the typical gross; columns that hold no amounts tell nothing."""
    nets, pays = _amounts(net), _amounts(gross)
    if not nets or not pays:
        return False
    middle = sorted(pays)[len(pays) // 2]
    return sum(one > middle for one in nets) > _MOST * len(nets)


def _amounts(cells: Sequence[Cell]) -> list[Decimal]:
    found = []
    for cell in cells:
        try:
            found.append(read_money(cell)[0])
        except Unreadable:
            continue
    return found
