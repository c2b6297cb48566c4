"""What is known of a plan of collective or economic dismissals, read strictly."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from union.law.sentences.refusals import refuse
from union.law.strictly.strict import Given

COUNCIL_ABOVE = 50


class Motive(StrEnum):
    """What the employer gives as the reason of the plan."""

    ECONOMIC = "economic"
    TECHNOLOGICAL = "technological"
    STRUCTURAL = "structural"
    SIMILAR = "similar"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class CollectivePlan:
    """What is known of a plan; None where nothing is. `headcount` is the usual number of employees."""

    headcount: int
    motive: Motive | None = None
    closure: bool = False
    has_delegates: bool | None = None
    has_union_representatives: bool | None = None
    has_council: bool | None = None
    delegates_informed_on: date | None = None
    delegates_informed: bool | None = None
    representatives_informed_on: date | None = None
    representatives_informed: bool | None = None
    council_informed_on: date | None = None
    council_informed: bool | None = None
    reasons_given: bool | None = None
    numbers_given: bool | None = None
    period_given: bool | None = None
    consulted: bool | None = None
    redeployment_examined: bool | None = None
    record_signed: bool | None = None
    record_to_delegates: bool | None = None
    record_to_labour_delegate: bool | None = None
    requested_on: date | None = None
    requested: bool | None = None
    motives_report: bool | None = None
    accounts_report: bool | None = None
    accountant_report: bool | None = None
    authorised: bool | None = None
    authorised_on: date | None = None
    first_exit_on: date | None = None
    activity_impossible: bool | None = None
    order_kept: bool | None = None
    newcomer_hired_on: date | None = None
    newcomer_hired: bool | None = None

    @property
    def council(self) -> bool:
        """Whether the works council stands in the delegates' place: above fifty employees (art 66)."""
        return self.headcount > COUNCIL_ABOVE


def read_plan(given: Mapping[str, object]) -> CollectivePlan:
    """A plan from plain values by field name. Raises `BadFacts` naming the field."""
    read = Given(given, CollectivePlan.__dataclass_fields__)
    headcount = read.whole("headcount")
    if headcount is None:
        raise refuse("headcount", "missing")
    dates = [name for name in CollectivePlan.__dataclass_fields__ if name.endswith("_on")]
    flags = [
        name for name in CollectivePlan.__dataclass_fields__ if name not in {*dates, "headcount", "motive", "closure"}
    ]
    values: dict[str, object] = {name: read.act(name) for name in dates} | {name: read.flag(name) for name in flags}
    plan = CollectivePlan(
        headcount=headcount,
        motive=read.choice("motive", Motive),
        closure=bool(read.flag("closure")),
        **values,  # type: ignore[arg-type]  # each field was read by the reader of its own type
    )
    for told_so in flags:
        if getattr(plan, told_so) is False and getattr(plan, f"{told_so}_on", None):
            raise refuse(told_so, "contradiction", other=f"{told_so}_on")
    if plan.requested_on and plan.authorised_on and plan.authorised_on < plan.requested_on:
        raise refuse("authorised_on", "out_of_order", other="requested_on")
    return plan
