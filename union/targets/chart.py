"""Morocco's coast and the cities with sites, as lengths of a drawing of ours: no tile and no picture from elsewhere.

The coast alone is drawn, by hand and roughly, so that the eye finds a city; no border is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from math import cos, radians, sqrt

from union.tables.cells.names import fold
from union.targets.board import BoardSite
from union.workplaces.cities import WHERE

# Degrees north and east, from the east along the Mediterranean to the south.
COAST = (
    (35.09, -2.22), (35.17, -2.42), (35.28, -2.93), (35.44, -2.96), (35.21, -3.20), (35.26, -3.93), (35.13, -4.35),
    (35.24, -4.68), (35.62, -5.27), (35.90, -5.30), (35.92, -5.43), (35.79, -5.92), (35.20, -6.16), (34.87, -6.30),
    (34.26, -6.68), (34.03, -6.85), (33.73, -7.35), (33.61, -7.65), (33.27, -8.51), (32.75, -9.04), (32.30, -9.26),
    (31.51, -9.78), (31.10, -9.83), (30.63, -9.89), (30.42, -9.62), (29.98, -9.70), (29.37, -10.18), (28.70, -11.10),
    (28.50, -11.35), (28.05, -12.05), (27.94, -12.93), (27.10, -13.43), (26.12, -14.50), (25.30, -14.85),
    (24.60, -15.20), (23.90, -15.75), (23.66, -15.99), (23.05, -16.20), (22.20, -16.80), (21.30, -16.98),
    (20.80, -17.05),
)  # fmt: skip
NORTH, EAST = 36.2, -0.8
SOUTH_OF = 28.5  # where no site lies further south, the north fills the drawing
WIDTH = 560
MIDDLE = 31  # degrees north, at which both directions have one scale
LEAST_RADIUS = 7
APART = 24  # between two names, one above the other
LETTER = 12  # about as wide as one is drawn on a phone


@dataclass(frozen=True)
class Dot:
    """A city of the drawing: where it lies, how large it is drawn, and its name where there is room."""

    x: int
    y: int
    radius: int
    label: str
    label_x: int
    label_y: int
    before: bool  # whether the name ends at the dot, where there is no room behind it


@dataclass(frozen=True)
class Town:
    """A city of the table: what an address calls it, its name, its sites, how many of them nobody follows up."""

    key: str
    name: str
    sites: int
    idle: int
    drawn: bool


@dataclass(frozen=True)
class Chart:
    """The drawing, and the table that says the same."""

    width: int
    height: int
    coast: str  # the points of a line
    dots: list[Dot]
    towns: list[Town]


def chart(sites: Iterable[BoardSite]) -> Chart:
    """Where sites lie. A city that is not in our table stands in the list alone."""
    grouped: dict[str, list[BoardSite]] = {}
    for one in sites:
        grouped.setdefault(fold(one.site.city), []).append(one)
    towns = [
        Town(key, some[0].site.town, len(some), sum(one.idle for one in some), key in WHERE)
        for key, some in grouped.items()
    ]
    towns.sort(key=lambda one: (-one.sites, fold(one.name)))
    drawn = [one for one in towns if one.drawn]
    whole = any(WHERE[one.key][0] < SOUTH_OF for one in drawn)
    south, west = (20.5, -17.3) if whole else (SOUTH_OF, -12.0)
    scale = WIDTH / ((EAST - west) * cos(radians(MIDDLE)))

    def at(latitude: float, longitude: float) -> tuple[int, int]:
        return round((longitude - west) * cos(radians(MIDDLE)) * scale), round((NORTH - latitude) * scale)

    coast = " ".join(f"{x},{y}" for x, y in (at(*one) for one in COAST if one[0] >= south))
    return Chart(WIDTH, round((NORTH - south) * scale), coast, _dots(drawn, at), towns)


def _dots(towns: list[Town], at: Callable[[float, float], tuple[int, int]]) -> list[Dot]:
    """The largest first, so that their names have room before the others'."""
    dots: list[Dot] = []
    taken: list[tuple[int, int, int]] = []  # from, to, at which height
    for one in towns:
        x, y = at(*WHERE[one.key])
        radius = min(26, round(LEAST_RADIUS + 2 * sqrt(one.sites - 1)))
        long, beside = LETTER * len(one.name), radius + 5
        room = {x + beside: (x + beside, x + beside + long, y), x - beside: (x - beside - long, x - beside, y)}
        free = next((start for start, span in room.items() if all(_apart(span, other) for other in taken)), None)
        if free is not None:
            taken.append(room[free])
        dots.append(
            Dot(x, y, radius, "" if free is None else one.name, free or x, y + 6, free is not None and free < x)
        )
    return dots


def _apart(one: tuple[int, int, int], other: tuple[int, int, int]) -> bool:
    return one[1] < other[0] or other[1] < one[0] or abs(one[2] - other[2]) >= APART
