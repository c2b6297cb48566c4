"""What happened to an account, in words, and a browser by the name that people know it by."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from union.access import Role
from union.accounts.forms import ROLES
from union.record.chain import Act, Event

EVENTS: dict[tuple[Act, str], Any] = {
    (Act.CREATED, ""): _l("account created"),
    (Act.CHANGED, "disabled"): _l("account closed"),
    (Act.CHANGED, "enabled"): _l("account opened again"),
    (Act.CHANGED, "password"): _l("password changed"),
    (Act.CHANGED, "reset"): _l("password reset, a code given"),
    (Act.CHANGED, "confirmed"): _l("a colleague said who holds it"),
    (Act.SIGNED_IN, ""): _l("signed in"),
    (Act.SIGNED_OUT, ""): _l("signed out"),
    (Act.REFUSED, ""): _l("refused at the door"),
}
# The first that fits: others call themselves Chrome and Safari too.
_BROWSERS = (
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser", "Samsung Internet"),
    ("Firefox", "Firefox"),
    ("FxiOS", "Firefox"),
    ("Chrome", "Chrome"),
    ("CriOS", "Chrome"),
    ("Safari", "Safari"),
)
_SYSTEMS = (
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("CrOS", "ChromeOS"),
    ("Mac OS X", "macOS"),
    ("Linux", "Linux"),
)

_KINDS = (
    ("iPad|Tablet|Android(?!.*Mobile)", _l("Tablet")),
    ("Mobile|iPhone|Android", _l("Telephone")),
    ("", _l("Computer")),
)


def event_sentence(event: Event) -> str:
    """One line of an account's history."""
    if event.act is Act.GRANTED:
        return str(_("role given: %(role)s", role=_role(event.note)))
    if event.act is Act.ENDED:
        return str(_("role ended: %(role)s", role=_role(event.note)))
    if event.act is Act.CHANGED and event.note.startswith("as "):
        return str(_("works as: %(role)s", role=_role(event.note[3:])))
    if event.act is Act.CHANGED and event.note.startswith("own "):
        return str(_("linked to the holder's own member file"))
    if event.act is Act.CHANGED and event.note.startswith("not own "):
        return str(_("no longer linked to a member file"))
    return str(EVENTS.get((event.act, event.note)) or EVENTS.get((event.act, "")) or _("something else"))


def _role(value: str) -> Any:
    return ROLES[Role(value)] if value in {role.value for role in Role} else value


def told_apart(doors: Iterable[tuple[UUID, str]]) -> dict[UUID, str]:
    """Each session by what it is held in (telephone, tablet, computer) and the browser; those alike are counted,
    oldest first."""
    said: dict[UUID, str] = {}
    for door, agent in doors:
        alike = sum(one == _device(agent) or one.startswith(f"{_device(agent)} (") for one in said.values())
        said[door] = f"{_device(agent)} ({alike + 1})" if alike else _device(agent)
    return said


def _device(agent: str) -> str:
    kind = next((words for mark, words in _KINDS if re.search(mark, agent)), _KINDS[-1][1])
    named = browser(agent)
    return f"{kind} · {named}" if named else str(_("unknown device"))


def browser(agent: str) -> str:
    """Chrome · Android, out of what a browser says of itself; empty where it says nothing known."""
    named = (next((name for mark, name in marks if re.search(mark, agent)), "") for marks in (_BROWSERS, _SYSTEMS))
    return " · ".join(filter(None, named))
