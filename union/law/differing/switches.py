"""The switches of a calculation: how the started year, the wage and the bonuses are read where the sources differ."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from union.law.ending.alternatives import damages_pro_rata, requalified, severance_pro_rata
from union.law.ending.damages import damages_on
from union.law.ending.fixed_term import remaining_term
from union.law.ending.held_open import open_ended
from union.law.ending.leave import leave
from union.law.ending.notice import notice_on
from union.law.ending.severance import severance_on
from union.law.entitlement import Entitlement, entitlement
from union.law.facts import Facts
from union.law.pay.serving import gross_first, mean_first, net_first
from union.law.result import CENTIME, Assumption, Code, Line, NotDue, centimes
from union.law.sentences.refusals import refuse
from union.law.sources.source import Status
from union.law.terms.seniority import Service


class Years(StrEnum):
    """The year that was begun and not finished (arts 41 and 53)."""

    STARTED = "started"
    """Counts whole, as the text says: "each year or fraction of a year"."""
    PRO_RATA = "pro_rata"
    """By its days: a practice without support in the text."""


class Wage(StrEnum):
    """Which pay serves."""

    BY_LINE = "by_line"
    """Gross for severance, net for notice and damages (Cass. soc. 23/04/2019 n° 597/1, dossier 632-5-1-2017)."""
    GROSS = "gross"
    NET = "net"


class Bonuses(StrEnum):
    """Whether bonuses and commissions are part of the pay (art 57)."""

    IN = "in"
    OUT = "out"


class Term(StrEnum):
    """How a fixed-term contract is counted (arts 16, 17)."""

    AS_WRITTEN = "as_written"
    OPEN_ENDED = "open_ended"
    """As a judge may hold it: outside the limited cases, past its term, or one of a chain."""


@dataclass(frozen=True, slots=True)
class Switches:
    """One choice for each; as built they follow the text."""

    years: Years = Years.STARTED
    wage: Wage = Wage.BY_LINE
    bonuses: Bonuses = Bonuses.IN
    term: Term = Term.AS_WRITTEN


AS_THE_TEXT = Switches()
_ON: dict[Code, Callable[[Facts, Service, Decimal, str], Line]] = {
    Code.SEVERANCE: severance_on,
    Code.NOTICE: notice_on,
    Code.DAMAGES: damages_on,
}
_FOLLOWS: dict[Code, Callable[[Facts], Line | NotDue]] = {Code.LEAVE: leave, Code.REMAINING_TERM: remaining_term}


def without_bonuses(facts: Facts, bonus: Decimal) -> Facts:
    """The facts with the monthly bonuses (dirhams) taken out of the pay, out of the net in proportion.

    Raises `BadFacts` naming `monthly_bonus` where they are negative or not less than the pay.
    """
    pay, _ = gross_first(facts)
    if not bonus.is_finite() or bonus < 0:
        raise refuse("monthly_bonus", "bonus_negative")
    if bonus >= pay:
        raise refuse("monthly_bonus", "bonus_above_pay")
    rest = pay - bonus
    if facts.mean_gross is not None:
        facts = replace(facts, mean_gross=max(centimes(facts.mean_gross * rest / pay), CENTIME))
    if facts.monthly_gross is None:
        return replace(facts, monthly_net=rest)
    net = None if facts.monthly_net is None else centimes(facts.monthly_net * rest / pay)
    return replace(facts, monthly_gross=rest, monthly_net=net)


def under(facts: Facts, switches: Switches = AS_THE_TEXT, bonus: Decimal | None = None) -> Entitlement:
    """The entitlement as the switches read it: a line that moves says by which reading, and the text's stands beside
    it.

    `bonus` is the part of the monthly pay, in dirhams, that is bonuses and commissions; None where it is not known.
    Wages due and the fund's allowance do not move. Raises `BadFacts`.
    """
    as_open = open_ended(facts) if switches.term is Term.OPEN_ENDED else None
    if as_open is not None:
        return _held_open(facts, as_open, replace(switches, term=Term.AS_WRITTEN), bonus)
    switches = replace(switches, term=Term.AS_WRITTEN)
    text = entitlement(facts)
    reduced = facts if not bonus else without_bonuses(facts, bonus)
    if switches == AS_THE_TEXT:
        return text
    paid = reduced if switches.bonuses is Bonuses.OUT else facts
    lines = tuple(_standing(line, facts, paid, text.service, switches) for line in text.lines)
    stand = {(line.code, line.amount) for line in lines}
    moved = [replace(line, alternative="as_text", scenario=False) for line in text.lines if line not in lines]
    others = [line for line in text.alternatives if (line.code, line.amount) not in stand]
    return replace(
        text,
        lines=lines,
        alternatives=(*moved, *others),
        assumptions=(*_said(facts, switches, bonus), *_kept(text, switches)),
    )


_OF_AN_OPEN_ONE = frozenset({Code.SEVERANCE, Code.NOTICE, Code.DAMAGES})


def _held_open(facts: Facts, as_open: Facts, switches: Switches, bonus: Decimal | None) -> Entitlement:
    """A fixed-term contract held open-ended: what it then owes, each line saying so, and beside it as it is written."""
    held, written = under(as_open, switches, bonus), under(facts, switches, bonus)
    lines = tuple(_held(line) for line in held.lines)
    gone = [replace(line, alternative="as_written", scenario=False) for line in written.lines if line.code in _WRITTEN]
    others = [_held(line) for line in held.alternatives if line.code is not Code.IPE]
    allowance = [line for line in held.alternatives if line.code is Code.IPE]
    return replace(
        held,
        lines=lines,
        alternatives=(*gone, *others, *allowance),
        assumptions=(Assumption("switch_open_ended"), *held.assumptions),
    )


_WRITTEN = frozenset({Code.REMAINING_TERM, Code.DAMAGES})
"""What a fixed-term contract owes in place of what an open-ended one does."""


def _held(line: Line) -> Line:
    if line.code not in _OF_AN_OPEN_ONE:
        return line
    held = requalified(line)
    return (
        replace(held, scenario=line.scenario)
        if line.status is not Status.UNVERIFIED
        else replace(held, scenario=line.scenario, status=Status.UNVERIFIED, case="")
    )


def _standing(line: Line, facts: Facts, paid: Facts, served: Service, switches: Switches) -> Line:
    """The line under the switches; the text's own where it comes to the same."""
    new: Line | NotDue = line
    if line.code in _ON:
        new = _ON[line.code](paid, served, *_wage(line.code, paid, switches.wage))
        if switches.years is Years.PRO_RATA and line.code is Code.SEVERANCE:
            new = severance_pro_rata(paid, served, new)
        elif switches.years is Years.PRO_RATA and line.code is Code.DAMAGES:
            new = damages_pro_rata(served, new)
    elif line.code in _FOLLOWS:
        new = _FOLLOWS[line.code](paid)
    if not isinstance(new, Line) or new.amount == line.amount:
        return line
    readings = {
        "pro_rata": "pro_rata" in new.method,
        f"on_{new.pay}": new.pay != line.pay and "floored" not in new.alternative,
        "bonuses_out": paid is not facts,
        "floored": "floored" in new.alternative,
        "seniority_part": "seniority_part" in new.alternative,
        "set_off": "set_off" in new.alternative,
    }
    told = "+".join(key for key, holds in readings.items() if holds)
    return replace(new, status=Status.UNVERIFIED, case="", alternative=told)


def _wage(code: Code, facts: Facts, wage: Wage) -> tuple[Decimal, str]:
    on_gross = code is Code.SEVERANCE if wage is Wage.BY_LINE else wage is Wage.GROSS
    if code is Code.SEVERANCE and facts.mean_gross is not None:
        return mean_first(facts)  # the mean of 52 weeks is told gross: no net of it is known
    return gross_first(facts) if on_gross else net_first(facts)


def _said(facts: Facts, switches: Switches, bonus: Decimal | None) -> list[Assumption]:
    """Which switches stand away from the text."""
    found = []
    if switches.years is Years.PRO_RATA:
        found.append(Assumption("switch_pro_rata"))
    if switches.wage is not Wage.BY_LINE:
        found.append(Assumption(f"switch_{switches.wage}"))
    if switches.bonuses is Bonuses.OUT and not bonus:
        found.append(Assumption("switch_bonuses_not_known"))
    elif switches.bonuses is Bonuses.OUT and bonus:
        found.append(Assumption("switch_bonuses_out", {"bonus": bonus}))
        if facts.monthly_gross is not None and facts.monthly_net is not None:
            found.append(Assumption("bonuses_out_of_net"))
    return found


def _kept(text: Entitlement, switches: Switches) -> list[Assumption]:
    """What the text's calculation assumed, without what a switch contradicts."""
    gone = set()
    if switches.years is Years.PRO_RATA:
        gone.add("started_year")
    if switches.wage is not Wage.BY_LINE:
        gone.add("two_wages")
    return [one for one in text.assumptions if one.code not in gone]
