"""A holiday as it was entered: its days in clear, which feast it is and where that was announced sealed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from sqlalchemy import Boolean, ColumnElement, Date, Integer, false, true
from sqlalchemy.orm import Mapped

from union.store.db import Model
from union.store.reach import Reach, Reachable
from union.vault.envelope import Envelope, plain, sealed


class Feast(Enum):
    """The paid holidays that the decree names without a day, and any other that is announced."""

    AID_AL_FITR = "aid_al_fitr"
    AID_AL_ADHA = "aid_al_adha"
    FIRST_MOHARRAM = "first_moharram"
    AID_AL_MAWLID = "aid_al_mawlid"
    OTHER = "other"


@dataclass(frozen=True)
class Announced:
    """Which feast it is, and where it was announced: a decree, a communiqué of the ministry."""

    feast: Feast
    source: str = ""


class AnnouncedHoliday(Reachable, Model):
    """One holiday of one year, of one day or of several in a row."""

    __tablename__ = "announced_holiday"

    first_on: Mapped[date] = plain("a public day", Date)
    last_on: Mapped[date] = plain("a public day", Date)
    expected: Mapped[bool] = plain("whether the moon has still to say so", Boolean)
    told_sealed: Mapped[bytes] = sealed()
    told = Envelope(Announced, "workplace", instead=lambda: Announced(Feast.OTHER))  # its days stand in clear
    version: Mapped[int] = plain("counts the changes", Integer)

    __mapper_args__ = {"version_id_col": version}

    @classmethod
    def within(cls, reach: Reach) -> ColumnElement[bool]:
        """Everybody counts by the same calendar."""
        return true()

    @classmethod
    def writable(cls, reach: Reach) -> ColumnElement[bool]:
        """Whoever runs the installation, whose reach has the accounts."""
        return true() if reach.accounts else false()
