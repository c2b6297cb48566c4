"""The order of dismissals within a category of an establishment: who left before somebody with less right to stay
(art 71)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import groupby

from union.law.sources.articles import cite
from union.law.sources.sentence import Sentence, Series, joined

ARTICLES = ("ct 71",)


class Criterion(StrEnum):
    """The criteria of article 71, which gives them no weight: each is compared by itself."""

    SENIORITY = "seniority"
    VALUE = "value"
    FAMILY = "family"


@dataclass(frozen=True, slots=True)
class Ranked:
    """Somebody of a category: `value` the employer's own mark (higher is better) and `dependants`, None if not
    known."""

    key: str
    category: str
    establishment: str
    hired_on: date
    dismissed: bool
    value: int | None = None
    dependants: int | None = None


@dataclass(frozen=True, slots=True)
class Inversion:
    """Somebody dismissed while somebody with less right to stay was kept.

    `better` are the criteria on which the dismissed one stands higher, `worse` those on which lower, `open` those
    not known. It is `plain` where no known criterion speaks against: the strongest cases first.
    """

    dismissed: Ranked
    kept: Ranked
    better: tuple[Criterion, ...]
    worse: tuple[Criterion, ...]
    open: tuple[Criterion, ...]

    @property
    def plain(self) -> bool:
        """True where nothing known speaks for the one who was kept."""
        return not self.worse

    @property
    def reason(self) -> Sentence:
        """Why it is an inversion, without names: a page or a letter puts them."""
        said = _REASON.filled(better=_listed(self.better))
        if not self.open:
            return said
        unknown = _OPEN.filled(open=_listed(self.open))
        return joined(said, unknown)

    @property
    def article(self) -> Sentence:
        """The article cited."""
        return cite(ARTICLES)


_NAMES = {
    Criterion.SENIORITY: Sentence("seniority"),
    Criterion.VALUE: Sentence("professional value"),
    Criterion.FAMILY: Sentence("family charges"),
}
_REASON = Sentence("Dismissed while somebody of the same category with less right was kept, by: {better}.")
_OPEN = Sentence("To be checked: {open}.")


def _listed(criteria: Iterable[Criterion]) -> Series:
    return Series(tuple(_NAMES[one] for one in criteria))


def inversions(people: Iterable[Ranked]) -> list[Inversion]:
    """For each person dismissed, the kept one with least right to stay; plain cases first, then by seniority.

    Compared within one category of one establishment only. No weight is put on the criteria: where one speaks for
    each side the case is not plain, and a person decides.
    """
    ordered = sorted(people, key=_place)
    found = []
    for _, group in groupby(ordered, key=_place):
        members = list(group)
        kept = [one for one in members if not one.dismissed]
        for gone in (one for one in members if one.dismissed):
            against = [case for other in kept if (case := _compare(gone, other)).better]
            if against:
                found.append(min(against, key=_strength))
    return sorted(found, key=_strength)


def _place(one: Ranked) -> tuple[str, str]:
    return one.establishment, one.category


def _strength(case: Inversion) -> tuple[bool, int, int, int, str, str]:
    """The strongest first; the keys last, so that the order of the list changes nothing."""
    gap = (case.kept.hired_on - case.dismissed.hired_on).days
    return bool(case.worse), -len(case.better), len(case.open), -gap, case.dismissed.key, case.kept.key


def _compare(gone: Ranked, kept: Ranked) -> Inversion:
    pairs: dict[Criterion, tuple[int | None, int | None]] = {
        # An earlier hire is a greater seniority.
        Criterion.SENIORITY: (-gone.hired_on.toordinal(), -kept.hired_on.toordinal()),
        Criterion.VALUE: (gone.value, kept.value),
        Criterion.FAMILY: (gone.dependants, kept.dependants),
    }
    better: list[Criterion] = []
    worse: list[Criterion] = []
    unknown: list[Criterion] = []
    for criterion, (mine, other) in pairs.items():
        if mine is None or other is None:
            unknown.append(criterion)
        elif mine != other:
            (better if mine > other else worse).append(criterion)
    return Inversion(gone, kept, tuple(better), tuple(worse), tuple(unknown))
