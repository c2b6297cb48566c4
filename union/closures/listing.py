"""The people taken in, beside the dispute's list: who stands on it, whom the union knows, and what each is owed."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from union.cases.timeline import entry
from union.closures.actions import still_open
from union.closures.models import Closure, GatePerson, PayKind, TakenIn
from union.closures.words import ClosureAct
from union.entitlements.records.facts import Facts
from union.entitlements.sums.person import computed
from union.layoffs.lists.matching import Match, as_roster_row, matches, with_mandates
from union.layoffs.records.contents import Matter, Namesake, Taken
from union.layoffs.records.models import Layoff, LayoffPerson, on_the_list
from union.layoffs.sums import recomputing
from union.layoffs.sums.basis import basis_of
from union.refusal import Refused
from union.store.reach import ReachSession
from union.tables.cells.names import fold
from union.web.damaged import readable
from union.web.locale import today


@dataclass(frozen=True)
class AtTheGate:
    """A person taken in at the gate: their line on the list, or what the law owes them by what they said."""

    person: GatePerson
    known: bool  # somebody whom the union knows
    doubt: bool  # several members may be meant
    on_list: LayoffPerson | None
    minimum: Decimal | None


def facts_of(person: GatePerson, closure: Closure) -> Facts:
    """What was said at the gate, as facts of a list; what was not asked is taken as the law presumes it."""
    net = person.pay_kind is PayKind.NET
    return Facts(
        person.family_name,
        person.given_name,
        hired_on=person.hired_on,
        left_on=closure.plan.closed_on,
        monthly_gross=None if net else person.pay,
        monthly_net=person.pay if net else None,
        assumed=("category", "contract"),
    )


def beside_the_list(
    session: ReachSession, dispute: Layoff, closure: Closure, people: Sequence[TakenIn]
) -> list[AtTheGate]:
    """The people at the gate with their lines, in the order given; a person without a line is computed from what they
    said."""
    facts = [facts_of(one.person, closure) for one in people]
    found = _found(session, dispute, people, facts)
    lines, now, basis = _lines(session, dispute), recomputing.now(), basis_of(dispute.matter)
    shown = []
    for row, said, match in zip(people, facts, found, strict=True):
        line = _line(lines, said, match.member_id)
        minimum = line.snapshot.minimum if line is not None else computed(basis, said, now)[1].minimum
        shown.append(AtTheGate(row.person, match.member_id is not None, match.doubt, line, minimum))
    return shown


def from_the_employer(matter: Matter, closure: Closure) -> bool:
    """Whether the dispute's list is the employer's. Nobody is added to it: what the employer is sent must be its own
    list."""
    return matter.taken is not None and matter.taken.at != closure.plan.listed_at


def put_on_list(session: ReachSession, by: UUID, dispute: Layoff, closure: Closure, people: Sequence[TakenIn]) -> int:
    """Those who stand on it no more than once join the dispute's list with their sums. Raises `Refused`.

    A second form of somebody is the same person where the name and the day of hiring are alike. Returns how many came.
    """
    still_open(dispute)
    if from_the_employer(dispute.matter, closure):
        raise Refused("list", _l("The list of this dispute is the employer's: nobody is added to it."))
    lines = _lines(session, dispute)
    facts = [facts_of(one.person, closure) for one in people]
    found = _found(session, dispute, people, facts)
    facts = with_mandates(session, dispute.workplace_id, facts, found, today())
    new: dict[tuple[str, object], tuple[Facts, Match]] = {}
    for said, match in zip(facts, found, strict=True):
        if _line(lines, said, match.member_id) is None:
            new.setdefault((_key(said), said.hired_on), (said, match))
    if not new:
        raise Refused("list", _l("Everybody taken in stands on the list already."))
    _add(session, dispute, len(lines), list(new.values()))
    _count(session, dispute, closure, len(lines) + len(new))
    entry(session, dispute, by, ClosureAct.LISTED, str(len(new)))
    return len(new)


def _found(session: ReachSession, dispute: Layoff, people: Sequence[TakenIn], facts: Sequence[Facts]) -> list[Match]:
    """Whom the union knows of them: the telephone that was given at the gate tells more than a name."""
    rows = [
        as_roster_row(said, at, phone=one.person.phone)
        for at, (one, said) in enumerate(zip(people, facts, strict=True))
    ]
    return matches(session, dispute.workplace_id, rows)


def _add(session: ReachSession, dispute: Layoff, before: int, new: list[tuple[Facts, Match]]) -> None:
    """New lines; whom a line may name, for somebody to say, stands with the dispute."""
    basis, now = basis_of(dispute.matter), recomputing.now()
    namesakes = list(dispute.matter.namesakes)
    for position, (said, match) in enumerate(new, before + 1):
        facts, snapshot = computed(basis, said, now)
        row = LayoffPerson(
            case_id=dispute.id,
            workplace_id=dispute.workplace_id,
            position=position,
            facts=facts,
            snapshot=snapshot,
            version=1,
        )
        session.add(row)
        namesakes += [Namesake(row.id, one.member_id, one.by) for one in match.candidates]
    dispute.matter = dataclasses.replace(dispute.matter, namesakes=tuple(namesakes))
    session.flush()


def _count(session: ReachSession, dispute: Layoff, closure: Closure, people: int) -> None:
    """Record that the list is ours alone (`whole` is false), so that nothing made from it goes to the employer as its
    own, and compute it."""
    taken = Taken(str(_("Intake at the gate")), recomputing.now(), people, whole=False, asked=True)
    dispute.matter = dataclasses.replace(dispute.matter, taken=taken)
    closure.plan = dataclasses.replace(closure.plan, listed_at=taken.at)
    recomputing.count(session, dispute, today())


def _lines(session: ReachSession, dispute: Layoff) -> list[LayoffPerson]:
    return readable(session.scalars(on_the_list(dispute.id)), "facts", "snapshot")


def _line(lines: list[LayoffPerson], said: Facts, member_id: UUID | None) -> LayoffPerson | None:
    """The person's line: the same member, else the only one of the same name whose day of hiring does not speak against
    it."""
    if member_id is not None:
        by_member = next((one for one in lines if one.facts.member_id == member_id), None)
        if by_member is not None:
            return by_member
    named = [one for one in lines if _key(one.facts) == _key(said) and _may_be(one.facts, said)]
    return named[0] if len(named) == 1 else None


def _may_be(line: Facts, said: Facts) -> bool:
    return None in (line.hired_on, said.hired_on) or line.hired_on == said.hired_on


def _key(facts: Facts) -> str:
    """The words of a name in one order: lists write the family name first, or last."""
    return " ".join(sorted(fold(facts.name).split()))
