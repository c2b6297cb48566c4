"""One act on many cases: each in a transaction of its own, so that what is refused for one holds up no other."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import Any
from uuid import UUID

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from sqlalchemy.orm.exc import StaleDataError

from union.cases import actions as shared
from union.cases import transfers
from union.grievances import actions
from union.grievances.models import Awaited, Grievance
from union.refusal import Refused
from union.store.db import Rights, Store
from union.store.reach import ReachSession

MOST = 50  # a page of the list


class Act(Enum):
    """What is done to the ticked cases."""

    TAKE = "take"
    HAND_OVER = "hand_over"
    WAIT = "wait"
    PRINT = "print"
    GATHER = "gather"


class Back(Enum):
    """What is taken back."""

    RELEASE = "release"
    RESUME = "resume"


@dataclass
class Done:
    """By the codes of cases: what was done, and what was not, each with its reason."""

    ids: list[UUID] = field(default_factory=list)
    codes: list[str] = field(default_factory=list)
    refused: list[tuple[str, Any]] = field(default_factory=list)
    missing: int = 0  # out of reach since, or never in it

    def told(self) -> str:
        """What was not done, as sentences: each code with its reason."""
        colon = _(": ")
        left = [f"{code}{colon}{reason}" for code, reason in self.refused]
        if self.missing:
            left.append(str(_("Cases that you do not read any more: %(num)s", num=self.missing)))
        return " ".join(left)


def each(store: Store, rights: Rights, ids: Iterable[UUID], act: Callable[[ReachSession, Grievance], object]) -> Done:
    """Do one act on each of these cases."""
    done = Done()
    for case_id in list(ids)[:MOST]:
        code = ""
        try:
            with store.writing(rights) as session:
                case = session.get(Grievance, case_id)
                if case is None:
                    done.missing += 1
                    continue
                code = case.code
                act(session, case)
        except shared.Taken as taken:
            done.refused.append((code, _("%(name)s took it before you.", name=taken.holder_name)))
        except Refused as refused:
            done.refused.append((code, refused.sentence))
        except StaleDataError:
            done.refused.append((code, _l("Somebody changed it at the same moment: open it.")))
        else:
            done.ids.append(case_id)
            done.codes.append(code)
    return done


def take(by: UUID) -> Callable[[ReachSession, Grievance], object]:
    return lambda session, case: shared.take(session, by, case)


def hand_over(by: UUID, to: UUID, words: str) -> Callable[[ReachSession, Grievance], object]:
    return lambda session, case: transfers.hand_over(session, by, case, to, words)


def wait(by: UUID, whom: Awaited, again_on: date) -> Callable[[ReachSession, Grievance], object]:
    return lambda session, case: actions.wait(session, by, case, whom, "", again_on)


def release(by: UUID) -> Callable[[ReachSession, Grievance], object]:
    return lambda session, case: shared.release(session, by, case)


def resume(by: UUID) -> Callable[[ReachSession, Grievance], object]:
    return lambda session, case: actions.wait_no_more(session, by, case)
