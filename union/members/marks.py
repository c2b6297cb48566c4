"""Second, narrower views of two tables, so that every roster that lists a changed member is read anew."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import ColumnElement, false, select, true
from sqlalchemy.orm import Mapped

from union.members.models import Employment
from union.store.db import Model
from union.store.reach import Reach, Reachable
from union.workplaces.models import Workplace


class Whereabouts(Reachable, Model):
    """The sites where a person in reach works or worked, as bare ids, so that every roster that lists the person is
    read anew."""

    __table__ = Employment.__table__
    __mapper_args__ = {"include_properties": ["id", "workplace_id", "member_id"]}

    workplace_id: Mapped[UUID]
    member_id: Mapped[UUID]

    @classmethod
    def within(cls, reach: Reach) -> ColumnElement[bool]:
        """Those of whoever works at a workplace in reach, for a desk alone."""
        if reach.named_only or reach.figures_only:
            return false()
        return cls.member_id.in_(select(Employment.member_id).where(Employment.within(reach)))

    @classmethod
    def writable(cls, reach: Reach) -> ColumnElement[bool]:
        """Written by nobody: a second view of employments."""
        return false()


class RosterMark(Reachable, Model):
    """The counter of a site's roster, apart from the site: to count a change is no edit of the site, and overtakes
    nobody."""

    __table__ = Workplace.__table__
    __mapper_args__ = {"include_properties": ["id", "roster"]}

    roster: Mapped[int]

    @classmethod
    def within(cls, reach: Reach) -> ColumnElement[bool]:
        """The counters of the workplaces in reach."""
        return reach.covers(cls.id)

    @classmethod
    def writable(cls, reach: Reach) -> ColumnElement[bool]:
        """Counted also at a site out of reach, where somebody who is corrected here works there too."""
        return false() if reach.named_only or reach.figures_only else true()
