"""What facts cannot be, whoever writes them: refused where a person corrects them."""

from __future__ import annotations

from datetime import date

from flask_babel import lazy_gettext as _l

from union.layoffs.models import Facts, Snapshot
from union.refusal import Refused


def must_be_possible(facts: Facts, on: date) -> None:
    """A list may hold this by mistake; a correction that did would take the person out of the sums. Raises `Refused`."""
    for field, day in (("left_on", facts.left_on), ("term_on", facts.term_on)):
        if day is not None and facts.hired_on is not None and day < facts.hired_on:
            raise Refused(field, _l("This day is before the day of hiring: correct one of them."))
    if facts.signed_on is not None and facts.signed_on > on:
        raise Refused("signed_on", _l("This day is to come: check it on the paper."))
    if facts.monthly_gross is not None and facts.monthly_net is not None and facts.monthly_net > facts.monthly_gross:
        raise Refused("monthly_net", _l("The net pay is higher than the gross pay: check both sums."))
    pay = facts.monthly_gross if facts.monthly_gross is not None else facts.monthly_net
    if facts.monthly_bonus is not None and pay is not None and facts.monthly_bonus >= pay:
        raise Refused(
            "monthly_bonus", _l("Bonuses are a part of the pay: this is as much as the whole of it, or more.")
        )
    if facts.cdd_since is not None and facts.hired_on is not None and facts.cdd_since > facts.hired_on:
        raise Refused(
            "cdd_since", _l("This day is after the day of hiring: write the first day of the first contract.")
        )


def must_be_countable(facts: Facts, snapshot: Snapshot) -> tuple[Facts, Snapshot]:
    """A corrected person as computed; what the law itself refuses is said at its field. Raises `Refused`."""
    for one in facts.trouble:
        if one.code == "impossible":
            raise Refused(one.column, _l("This cannot be right: no sum can be made of it. Check it on the paper."))
    return facts, snapshot
