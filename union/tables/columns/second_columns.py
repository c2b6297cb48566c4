"""A second column of telephones or of addresses, as contacts and forms have them: kept beside the first, where it is
people's own."""

from collections.abc import Mapping, Sequence

from union.tables.columns.vocabulary import is_of_the_work, recognise
from union.tables.table import Cell

SECOND = {"phone": "phone_other", "email": "email_other"}
_LESS_SURE = 0.3  # by which a column of what the employer gives stands behind people's own
_OWN = 0.9  # the share of different values from which they are people's own, and not a switchboard's


def of_the_work(field: str, header: str) -> float:
    """How much less sure a column is, whose telephones or addresses the employer gives and can read."""
    return _LESS_SURE if field in SECOND and is_of_the_work(header) else 0.0


def second_columns(
    held: Mapping[int, str | None], headers: Sequence[str], values: Mapping[int, Sequence[Cell]]
) -> dict[int, str]:
    """The first column left out that holds more of people's own telephones or addresses, each with its field."""
    found: dict[str, int] = {}
    for at, header in enumerate(headers):
        meant = [field for field, _ in recognise(header) if field in SECOND]
        if meant and not held[at] and meant[0] in held.values() and not is_of_the_work(header) and _are_own(values[at]):
            found.setdefault(SECOND[meant[0]], at)
    return {at: field for field, at in found.items()}


def _are_own(values: Sequence[Cell]) -> bool:
    return bool(values) and len({str(value) for value in values}) >= _OWN * len(values)
