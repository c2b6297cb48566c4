"""The ladder of sanctions in words: which count within the year, which step they reach, which is missing (arts 37,
38)."""

from collections.abc import Iterable
from datetime import date

from union.law.procedure.discipline import LAST_STEP, STEP, PriorSanction, Sanction, reached, within_the_year
from union.law.sources.sentence import Sentence, Series, joined

NAMES = {
    Sanction.WARNING: Sentence("warning"),
    Sanction.REPRIMAND: Sentence("reprimand"),
    Sanction.SECOND_REPRIMAND: Sentence("second reprimand"),
    Sanction.SUSPENSION: Sentence("suspension"),
    Sanction.THIRD_REPRIMAND: Sentence("third reprimand"),
    Sanction.TRANSFER: Sentence("transfer"),
}
STEPS = {
    1: Sentence("the warning"),
    2: Sentence("the reprimand"),
    3: Sentence("the second reprimand or the suspension"),
    4: Sentence("the third reprimand or the transfer"),
}
_COUNTED = Sentence("In the twelve months before {on}: {given}.")
_NONE = Sentence("No sanction in the twelve months before {on}.")
_OUTSIDE = Sentence("Outside these twelve months, not counted: {given}.")
_MISSING = Sentence("Steps reached without a gap: {reached} of {last}; missing: {missing}.")
_STEP = Sentence("This sanction is of step {step} of {last}.")
_WHOLE = Sentence("All four steps were applied within the year.")


def explained(given: Iterable[PriorSanction], on: date) -> Sentence:
    """How the sanctions before a measure of that day count; the year is read as twelve months."""
    every = sorted(given, key=lambda one: one.on)
    counted = within_the_year(every, on)
    outside = [one for one in every if one not in counted]
    said = [_COUNTED.filled(on=on, given=_listed(counted)) if counted else _NONE.filled(on=on)]
    if outside:
        said.append(_OUTSIDE.filled(given=_listed(outside)))
    top, done = reached(every, on), {STEP[one.kind] for one in counted}
    if top == LAST_STEP:
        return joined(*said, _WHOLE)
    missing = Series(tuple(STEPS[step] for step in range(1, LAST_STEP + 1) if step not in done))
    return joined(*said, _MISSING.filled(reached=top, last=LAST_STEP, missing=missing))


def stands_on(given: Iterable[PriorSanction], now: PriorSanction) -> Sentence:
    """How the sanctions before another one count, and on which step that one stands."""
    return joined(_STEP.filled(step=STEP[now.kind], last=LAST_STEP), explained(given, now.on))


def _listed(given: Iterable[PriorSanction]) -> Series:
    return Series(tuple(Sentence("{kind} ({day})").filled(kind=NAMES[one.kind], day=one.on) for one in given))
