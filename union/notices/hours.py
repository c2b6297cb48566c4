"""When a telephone may ring: outside the quiet hours that its holder chose, by the clock of Casablanca."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from union.web.locale import CASABLANCA


def is_quiet(at: datetime, quiet_from: str, quiet_until: str) -> bool:
    """Whether an instant lies in the quiet hours; they may go over midnight, and are none where they begin and end
    alike."""
    clock = at.astimezone(CASABLANCA).time()
    begin, end = time.fromisoformat(quiet_from), time.fromisoformat(quiet_until)
    if begin <= end:
        return begin <= clock < end
    return clock >= begin or clock < end


def first_loud(at: datetime, quiet_from: str, quiet_until: str) -> datetime:
    """The instant itself, or the end of the quiet hours in which it lies."""
    if not is_quiet(at, quiet_from, quiet_until):
        return at
    local = at.astimezone(CASABLANCA)
    end = datetime.combine(local.date(), time.fromisoformat(quiet_until), CASABLANCA)
    if end <= local:
        end = datetime.combine(local.date() + timedelta(days=1), time.fromisoformat(quiet_until), CASABLANCA)
    return end.astimezone(at.tzinfo)
