"""Whether the employer acted within so many hours: late is only what no hour of the two days could make timely (art
63)."""

from datetime import date, datetime, time, timedelta

from union.law.checking.findings import Check, Finding, State, done_by
from union.law.sources.sentence import Sentence

DAY = timedelta(days=1)
_TOOK = Sentence("Decided on {start} at {from_hour}, handed over on {done} at {to_hour}: more than {hours} hours.")
_BY_HOUR = Sentence("Decided on {start} at {from_hour}: to be handed over by {latest} at {from_hour}.")
_OPEN = Sentence(
    "Decided on {start}, handed over on {done}: the hours that would tell are missing. It is late "
    "for certain only from {late} at 00:00."
)


def within_hours(
    check: Check, hours: int, start: tuple[date | None, time | None], done: tuple[date | None, time | None]
) -> Finding:
    """An act due so many hours, whole days of them, after its start; each told as a day and, where known, its hour.

    An hour that is not known is any of its day: in time where even the longest span keeps to the hours, late where even
    the shortest does not, else not known.
    """
    start_on, start_at = start
    done_on, done_at = done
    most = timedelta(hours=hours)
    latest = start_on + most if start_on else None
    if start_on is None or done_on is None or latest is None:
        return done_by(check, done_on, latest)
    first, last = _bounds(start_on, start_at)
    soonest, furthest = _bounds(done_on, done_at)
    if furthest - first <= most:
        return Finding(check, State.DONE, latest, done_on)
    shortest = soonest - last
    if shortest > most or (shortest == most and start_at is None):  # a day's last instant lies before its 24:00
        return Finding(check, State.LATE, latest, done_on, _late(hours, start_on, start_at, done_on, done_at))
    said = _OPEN.filled(start=start_on, done=done_on, late=latest + DAY)
    if start_at is not None:
        said = _BY_HOUR.filled(start=start_on, from_hour=_hour(start_at), latest=latest)
    return Finding(check, State.UNKNOWN, latest, done_on, said)


def _bounds(on: date, at: time | None) -> tuple[datetime, datetime]:
    """The first and the last moment of what was done then: the same where its hour is known (local civil time)."""
    if at is not None:
        return datetime.combine(on, at), datetime.combine(on, at)
    return datetime.combine(on, time.min), datetime.combine(on + DAY, time.min)


def _late(hours: int, start_on: date, start_at: time | None, done_on: date, done_at: time | None) -> Sentence | None:
    if start_at is None or done_at is None:
        return None
    return _TOOK.filled(start=start_on, from_hour=_hour(start_at), done=done_on, to_hour=_hour(done_at), hours=hours)


def _hour(at: time) -> str:
    return f"{at:%H:%M}"
