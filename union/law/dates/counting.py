"""The sentences that explain how a period was counted, and which arguments remain once it has run out."""

from collections.abc import Mapping
from datetime import date, time, timedelta

from union.law.dates.calendar import DAY, holiday, is_working_day
from union.law.dates.periods import Count, Period, Rule, Unit
from union.law.sources.sentence import Sentence, Series, Weekday, joined

_LENGTHS = {
    Unit.HOURS: Sentence("{n} hours"),
    Unit.DAYS: Sentence("{n} days"),
    Unit.MONTHS: Sentence("{n} months"),
    Unit.YEARS: Sentence("{n} years"),
}
# Arabic counts from three to ten with the plural, and has words of its own for one and two.
_FEW = {
    (1, Unit.MONTHS): Sentence("1 month"),
    (2, Unit.MONTHS): Sentence("2 months"),
    (2, Unit.YEARS): Sentence("2 years (730 days)"),
    (2, Unit.DAYS): Sentence("2 days"),
    (5, Unit.DAYS): Sentence("5 days"),
    (6, Unit.DAYS): Sentence("6 days"),
    (7, Unit.DAYS): Sentence("7 days"),
    (8, Unit.DAYS): Sentence("8 days"),
}
_COUNTED = {
    Count.WITHIN: Sentence("{length} to {act}, counted from {start}, that day left out: until {legal}."),
    Count.FRANCS: Sentence(
        "{length} in full to {act}, counted from {start}, neither the first day nor the last counted: until {legal}."
    ),
    Count.EARLIEST: Sentence("To {act}: {length} in full must pass after {start}, so not before {legal}."),
    Count.BEFORE: Sentence("{length} at least before {start} to {act}: by {legal} at the latest."),
}
_FROM_MIDNIGHT = Sentence(
    "{length} to {act}; the hour not being known, they are counted from {start} at 00:00: until the end of {end}."
)
_TO_MIDNIGHT = Sentence(
    "{length} to {act} from {start}, until {legal}; the hour not being known, it is late for certain "
    "only from {late} at 00:00."
)
PRUDENT = Sentence(
    "Kept by prudence: articles 62 to 65 stand in the section of the disciplinary dismissal, and no "
    "decision read says whether they hold where no fault is alleged."
)
_TO_THE_HOUR = Sentence("{length} to {act}, counted from {start} at {hour}: until {legal} at {hour}.")
_SAFE = Sentence("Do not rely on: {days}. Act by {safe} at the latest.")
_LATER = Sentence("To stay safe, not before {safe}.")
_MIDNIGHT = Sentence("It ends in the first minute of that day: act by {safe} at the latest.")
_POST = Sentence("By registered letter: post it by {post} at the latest.")
_IDLE = {
    Unit.DAYS: Sentence("The hour given ({hour}) changes nothing: this period is counted in whole days."),
    Unit.MONTHS: Sentence("The hour given ({hour}) changes nothing: this period is counted in months."),
    Unit.YEARS: Sentence("The hour given ({hour}) changes nothing: this period is counted in years."),
}
RESERVE = Sentence(
    "Reserve argument only: counted in full days or carried to a working day, the period would run until {reserve}."
)

_POSTED = Sentence("The calendar of 2021 counted the day of posting: {day} is safe.")
_INJUNCTION = Sentence(
    "If the necessary work or the minimum service is not agreed, an order of the urgent-applications "
    "judge is needed before starting."
)
_CAUTIONS: dict[Rule, Sentence] = {
    Rule.UNION_INFORMATION: Sentence(
        "The Arabic text, which governs, counts this month before starting the procedure, hence before "
        "the request to the governor; the French one before the first exit. No decision read settles it."
    ),
    Rule.DELEGATES_NOTE: Sentence(
        "The Code does not say whether two full days are meant: a day earlier leaves nothing to argue about."
    ),
    Rule.STRIKE_NOTICE: _INJUNCTION,
    Rule.STRIKE_NOTICE_NATIONAL: _INJUNCTION,
    Rule.STRIKE_CLAIMS: _INJUNCTION,
    Rule.APPEAL: Sentence(
        "Under 20,000 DH the appeal is uncertain: article 19 opens it before the court's own appeals "
        "chamber, article 21 calls the judgment final. Claim all heads together."
    ),
    Rule.SICKNESS_NOTICE: Sentence(
        "A late notice makes the absence count as leaving, certificate or not (Cour de cassation, "
        "social, 21/09/2016 n° 2033, file 1132/5/1/2015; 08/12/2011 n° 1772, file 838/2010/1/5): do not "
        "rely on the certificate alone, tell by two dated channels."
    ),
}

_ASK = Sentence("Nothing is lost beforehand, ask the legal team: {what}")
_REMAINS: dict[Rule, Sentence] = {
    Rule.ACTION_AFTER_DISMISSAL: Sentence(
        "if the employee was not heard or the letter does not state the 90 days, article 65 cannot be "
        "held against them and the two years of article 395 apply (Cour suprême, social, 15/11/2006, "
        "file 968/5/1/2006, number not found)."
    ),
    Rule.RECEIPT_DENUNCIATION: Sentence(
        "a receipt without its statements is void (articles 73 and 74), so is any waiver of a payment "
        "due, and the two years of article 395 run."
    ),
    Rule.WAGE_CLAIMS: Sentence(
        "any claim with a certain date that puts in default interrupted the two years, even before the "
        "wrong judge or void in form (Code of obligations, article 381), as did an acknowledgment or a "
        "part payment of certain date (article 382); a new full two years then run (article 383)."
    ),
    Rule.IPE_CLAIM: Sentence("force majeure excuses the delay."),
    Rule.ACCIDENT_REPORT: Sentence(
        "a legitimate reason excuses the delay, and the action lasts five years (law 18-12, article 180)."
    ),
}


def caution(rule: Rule) -> Sentence | None:
    """What has to be known before anyone relies on the period; None where there is nothing."""
    return _CAUTIONS.get(rule)


def because(
    period: Period, start: date, legal: date, safe: date, hour: time | None, announced: Mapping[date, str]
) -> Sentence:
    """How the period was counted and, where the act is ours, which days not to rely on."""
    length = _FEW.get((period.length, period.unit), _LENGTHS[period.unit]).filled(n=period.length)
    in_hours = _TO_THE_HOUR if hour is not None else _FROM_MIDNIGHT if period.bound == "us" else _TO_MIDNIGHT
    pattern = in_hours if period.unit is Unit.HOURS else _COUNTED[period.count]
    said = pattern.filled(
        length=length,
        act=period.act,
        start=start,
        legal=Weekday(legal),
        end=Weekday(legal - DAY),
        late=Weekday(legal + DAY),
        hour="" if hour is None else f"{hour:%H:%M}",
    )
    if period.count is Count.EARLIEST:
        return said if safe == legal else joined(said, _LATER.filled(safe=Weekday(safe)))
    if safe == legal or period.bound != "us":
        return said
    if period.unit is Unit.HOURS and hour is None:
        legal -= DAY
        if safe == legal:
            return said
    if period.first_day_may_count:
        said, legal = joined(said, _POSTED.filled(day=Weekday(legal - DAY))), legal - DAY
        if safe == legal:
            return said
    skipped = [legal - timedelta(days=n) for n in range((legal - safe).days)]
    closed = [day for day in skipped if not is_working_day(day, announced)]
    if not closed:
        return joined(said, _MIDNIGHT.filled(safe=Weekday(safe)))
    return joined(said, _SAFE.filled(days=_listed(closed, announced), safe=Weekday(safe)))


def post_words(post: date) -> Sentence:
    """When to post the registered letter."""
    return _POST.filled(post=Weekday(post))


def idle_words(period: Period, hour: time) -> Sentence:
    """That an hour plays no part in a period counted in days, months or years."""
    return _IDLE[period.unit].filled(hour=f"{hour:%H:%M}")


def reserve_words(reserve: date) -> Sentence:
    """What the reserve argument would give."""
    return RESERVE.filled(reserve=Weekday(reserve))


def remains(rule: Rule) -> Sentence | None:
    """Which arguments remain after the legal date; None for a period that binds somebody else."""
    return _ASK.filled(what=_REMAINS[rule]) if rule in _REMAINS else None


def _listed(days: list[date], announced: Mapping[date, str]) -> Series:
    return Series(tuple(_closed(day, holiday(day, announced)) for day in days))


def _closed(day: date, name: Sentence | None) -> Weekday | Sentence:
    return Sentence("{day} ({name})").filled(day=Weekday(day), name=name) if name else Weekday(day)
