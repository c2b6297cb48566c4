"""Which facts each kind of procedure takes, and how each is written: read from the facts themselves."""

import dataclasses
from datetime import date, time
from decimal import Decimal
from enum import StrEnum
from typing import Any, get_args

from union.law.ending.agency import Agency
from union.law.ending.insertion import Insertion
from union.law.ending.requalification import Motive
from union.law.ending.resignation import Resignation
from union.law.ending.transfer import Transfer
from union.law.pay.reduced_hours import Reduction
from union.law.procedure.checks import Kind
from union.law.procedure.collective_plan import CollectivePlan
from union.law.procedure.discipline import Penalty, Sanction
from union.law.procedure.dismissal_check import Dismissal
from union.law.procedure.work_certificate import Certificate
from union.law.settling.conciliation import Conciliation
from union.law.settling.receipts import Receipt
from union.law.social.job_loss import JobLoss

_FACTS: dict[Kind, Any] = {
    Kind.DISMISSAL: Dismissal,
    Kind.SANCTION: Penalty,
    Kind.PLAN: CollectivePlan,
    Kind.REDUCED_HOURS: Reduction,
    Kind.RECEIPT: Receipt,
    Kind.CONCILIATION: Conciliation,
    Kind.RESIGNATION: Resignation,
    Kind.JOB_LOSS: JobLoss,
    Kind.CERTIFICATE: Certificate,
    Kind.AGENCY: Agency,
    Kind.INSERTION: Insertion,
    Kind.TRANSFER: Transfer,
}
_WRITTEN = {date: "YYYY-MM-DD", time: "HH:MM", bool: "true|false", int: "number", Decimal: "number"}
_LISTS = {
    "sanctions": f"[{{kind: {'|'.join(Sanction)}, on: YYYY-MM-DD, days: number}}]",
    "months": "[{first: YYYY-MM-DD, worked: number, declared: number}]",
}
_FIXED_TERM = {
    "contracts": f"[{{start: YYYY-MM-DD, term: YYYY-MM-DD, motive: {'|'.join(Motive)}}}]",
    "worked_until": "YYYY-MM-DD",
}
_NOT_ASKED = frozenset({"sanctions_known"})


def fields(kind: Kind) -> dict[str, str]:
    """The facts of a kind and how each is written.

    All may be left out but a plan's `headcount`, the `contracts` of a chain, and a `sanction` with its day.
    """
    if kind is Kind.FIXED_TERM:
        return dict(_FIXED_TERM)
    found = [one for one in dataclasses.fields(_FACTS[kind]) if one.name not in _NOT_ASKED]
    return {one.name: _LISTS.get(one.name) or hint(one.type) for one in found}


def hint(kind: object) -> str:
    """How a value of that type is written."""
    plain = next((one for one in get_args(kind) if one is not type(None)), kind)
    if isinstance(plain, type) and issubclass(plain, StrEnum):
        return "|".join(plain)
    return _WRITTEN[plain] if isinstance(plain, type) else "text"
