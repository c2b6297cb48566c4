"""The switches of a dispute and of one person: saved, the sums follow and the old ones are kept. Nothing here commits."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from uuid import UUID

import msgspec
from flask_babel import lazy_gettext as _l

from union import record
from union.cases.models import Stage
from union.cases.timeline import entry
from union.law.switches import Switches
from union.layoffs import reckoning
from union.layoffs.acts import LayoffAct, Switched
from union.layoffs.grounds import basis_of
from union.layoffs.models import Facts, Layoff, LayoffPerson, OwnSwitches, Snapshot
from union.layoffs.overview import Entry, Totals, totals
from union.layoffs.sums import computed
from union.reach import ReachSession
from union.refusal import Refused


def tried(dispute: Layoff, entries: Iterable[Entry], switches: Switches) -> Totals:
    """The group's sums under other switches; nothing is written."""
    basis, at = basis_of(dataclasses.replace(dispute.matter, switches=switches)), reckoning.now()
    found = (computed(basis, one.facts, at) for one in entries)
    return totals(
        [dataclasses.replace(one, facts=pair[0], snapshot=pair[1]) for one, pair in zip(entries, found, strict=True)]
    )


def tried_for(dispute: Layoff, row: LayoffPerson, own: OwnSwitches) -> tuple[Facts, Snapshot]:
    """One person under other switches; nothing is written."""
    return computed(basis_of(dispute.matter), dataclasses.replace(row.facts, switches=own), reckoning.now())


def switch(session: ReachSession, by: UUID, dispute: Layoff, switches: Switches, on: date) -> None:
    """Read the sums of everybody otherwise, but for those who have switches of their own. Raises `Refused`."""
    _open(dispute)
    if switches == dispute.matter.switches:
        raise Refused("switches", _l("Nothing was changed."))
    taken = dispute.matter.taken
    dispute.matter = dataclasses.replace(dispute.matter, switches=switches)
    now = reckoning.recompute(session, dispute, on)
    before = taken.minimum if taken else None
    _told(session, by, dispute, Switched(*_codes(switches), 0, before, now.minimum if taken else None))


def switch_for(session: ReachSession, by: UUID, dispute: Layoff, row: LayoffPerson, own: OwnSwitches, on: date) -> None:
    """Read the sum of one person otherwise than the group's, or again as the group's. Raises `Refused`."""
    _open(dispute)
    if own == row.facts.switches:
        raise Refused("switches", _l("Nothing was changed."))
    before: Decimal | None = row.snapshot.minimum
    reckoning.keep(session, row, reckoning.kept_of(session, dispute))
    row.facts, row.snapshot = tried_for(dispute, row, own)
    session.flush()
    reckoning.count(session, dispute, on)
    _told(session, by, dispute, Switched(*_codes(own), row.position, before, row.snapshot.minimum))
    record.note(session, by, record.Act.CHANGED, "layoff_person", row.id)


def _open(dispute: Layoff) -> None:
    if dispute.stage is Stage.CLOSED:
        raise Refused("case", _l("This case is closed: reopen it first."))


def _codes(chosen: Switches | OwnSwitches) -> tuple[str, str, str]:
    return str(chosen.years or ""), str(chosen.wage or ""), str(chosen.bonuses or "")


def _told(session: ReachSession, by: UUID, dispute: Layoff, said: Switched) -> None:
    entry(session, dispute, by, LayoffAct.SWITCHED, msgspec.json.encode(said).decode())
