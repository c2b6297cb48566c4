"""The switches of a dispute and of one person: saved, the sums follow and the old ones are kept. Nothing here
commits."""

from __future__ import annotations

import dataclasses
from datetime import date
from decimal import Decimal
from uuid import UUID

import msgspec
from flask_babel import lazy_gettext as _l

from union.cases.models import Stage
from union.cases.timeline import entry
from union.entitlements.records.contents import Agreement, Snapshot
from union.entitlements.records.facts import Facts, OwnSwitches
from union.entitlements.sums.person import computed
from union.law.differing.switches import Switches
from union.layoffs.records.acts import LayoffAct, Switched
from union.layoffs.records.models import Layoff, LayoffPerson
from union.layoffs.sums import recomputing
from union.layoffs.sums.basis import basis_of
from union.layoffs.sums.overview import Opened, Totals
from union.record import chain
from union.refusal import Refused
from union.store.reach import ReachSession


def tried(dispute: Layoff, people: Opened, switches: Switches, agreed: Agreement | None = None) -> Totals:
    """The group's sums under other switches and terms (None: those that stand); nothing is written."""
    agreed = agreed or dispute.matter.agreed
    basis = basis_of(dataclasses.replace(dispute.matter, switches=switches, agreed=agreed))
    at = recomputing.now()
    found = ((one, *computed(basis, one.facts, at)) for one in people.entries)
    other = [dataclasses.replace(one, facts=facts, snapshot=snapshot) for one, facts, snapshot in found]
    return Opened(other, people.unread).totals


def tried_for(dispute: Layoff, row: LayoffPerson, own: OwnSwitches) -> tuple[Facts, Snapshot]:
    """One person under other switches; nothing is written."""
    return computed(basis_of(dispute.matter), dataclasses.replace(row.facts, switches=own), recomputing.now())


def switch(
    session: ReachSession, by: UUID, dispute: Layoff, switches: Switches, on: date, agreed: Agreement | None = None
) -> None:
    """Read the sums of everybody otherwise, but for those who have switches of their own. Raises `Refused`.

    `agreed`: the better terms of everybody and the day of the claim; None leaves those that stand.
    """
    _open(dispute)
    agreed = agreed or dispute.matter.agreed
    if (switches, agreed) == (dispute.matter.switches, dispute.matter.agreed):
        raise Refused("switches", _l("Nothing was changed."))
    if agreed.claimed_on is not None and agreed.claimed_on > on:
        raise Refused("claimed_on", _l("This day is to come: check it on the paper."))
    taken, better = dispute.matter.taken, agreed != dispute.matter.agreed
    dispute.matter = dataclasses.replace(dispute.matter, switches=switches, agreed=agreed)
    now = recomputing.recompute(session, dispute, on)
    before = taken.minimum if taken else None
    after = now.minimum if taken else None
    said = Switched(*_codes(switches), 0, before, after, term=str(switches.term), agreed=better)
    _told(session, by, dispute, said)


def switch_for(session: ReachSession, by: UUID, dispute: Layoff, row: LayoffPerson, own: OwnSwitches, on: date) -> None:
    """Read the sum of one person otherwise than the group's, or again as the group's. Raises `Refused`."""
    _open(dispute)
    if own == row.facts.switches:
        raise Refused("switches", _l("Nothing was changed."))
    before: Decimal | None = row.snapshot.minimum
    recomputing.keep(session, row, recomputing.kept_of(session, dispute))
    row.facts, row.snapshot = tried_for(dispute, row, own)
    session.flush()
    recomputing.count(session, dispute, on)
    said = Switched(*_codes(own), row.position, before, row.snapshot.minimum, term=str(own.term or ""))
    _told(session, by, dispute, said)
    chain.note(session, by, chain.Act.CHANGED, "layoff_person", row.id, case=row.case_id)


def _open(dispute: Layoff) -> None:
    if dispute.stage is Stage.CLOSED:
        raise Refused("case", _l("This case is closed: reopen it first."))


def _codes(chosen: Switches | OwnSwitches) -> tuple[str, str, str]:
    return str(chosen.years or ""), str(chosen.wage or ""), str(chosen.bonuses or "")


def _told(session: ReachSession, by: UUID, dispute: Layoff, said: Switched) -> None:
    entry(session, dispute, by, LayoffAct.SWITCHED, msgspec.json.encode(said).decode())
