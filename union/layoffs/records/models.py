"""A layoff dispute and the people on the employer's list, in its order; facts, offer and the kept calculation are
sealed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey, Integer, Select, UniqueConstraint, select
from sqlalchemy.orm import Mapped, Session, mapped_column, object_session

from union.cases.clocks import sooner
from union.cases.models import Case, CaseKind, CasePart, Stage
from union.entitlements.records.contents import Snapshot, Sums
from union.entitlements.records.facts import Facts
from union.layoffs.records.contents import Matter
from union.store.db import Model
from union.vault.envelope import Envelope, plain, sealed


class Layoff(Case):
    """One dispute at one workplace."""

    __mapper_args__ = {"polymorphic_identity": CaseKind.LAYOFF}

    matter = Envelope(Matter, "case", column="body_sealed")


class LayoffPerson(CasePart, Model):
    """One line of the employer's list."""

    __tablename__ = "layoff_person"
    __table_args__ = (UniqueConstraint("case_id", "position"),)

    position: Mapped[int] = plain("the employer's order", Integer)
    facts_sealed: Mapped[bytes] = sealed()
    facts = Envelope(Facts, "layoff")
    snapshot_sealed: Mapped[bytes] = sealed()
    snapshot = Envelope(Snapshot, "layoff")
    sums = Envelope(Sums, "layoff", column="snapshot_sealed")  # the same, opened as far as a list needs
    version: Mapped[int] = plain("counts the changes", Integer)

    __mapper_args__ = {"version_id_col": version}

    @property
    def reference(self) -> str:
        """The dispute's code and the place in its list, as papers name a line; for a row that may not open."""
        session = object_session(self)
        dispute = session.get(Case, self.case_id) if session else None
        return f"{dispute.code} · {self.position}" if dispute else str(self.position)


class LayoffSnapshot(CasePart, Model):
    """A calculation that a correction replaced, with the facts that it was made of."""

    __tablename__ = "layoff_snapshot"
    __table_args__ = (UniqueConstraint("person_id", "number"),)

    person_id: Mapped[UUID] = mapped_column(ForeignKey("layoff_person.id", ondelete="CASCADE"), index=True)
    number: Mapped[int] = plain("the order of the corrections", Integer)
    facts_sealed: Mapped[bytes] = sealed()
    facts = Envelope(Facts, "layoff")
    snapshot_sealed: Mapped[bytes] = sealed()
    snapshot = Envelope(Snapshot, "layoff")


def on_the_list(case_id: UUID) -> Select[LayoffPerson]:
    """The people of a dispute, in the employer's order."""
    return select(LayoffPerson).where(LayoffPerson.case_id == case_id).order_by(LayoffPerson.position)


def earlier(person_id: UUID) -> Select[LayoffSnapshot]:
    """What was computed for a person before, newest first."""
    return select(LayoffSnapshot).where(LayoffSnapshot.person_id == person_id).order_by(LayoffSnapshot.number.desc())


def disputes(on: date) -> Select[Layoff]:
    """Every dispute in reach, what comes first on top, closed ones last."""
    return select(Layoff).order_by(Layoff.stage == Stage.CLOSED, *sooner(Layoff, on))


def kept_files(session: Session) -> Iterator[UUID]:
    """A list that waits to be taken, and those that a newer one replaced."""
    for dispute in session.scalars(select(Layoff)):
        yield from (one.file_id for one in (dispute.matter.pending, *dispute.matter.replaced) if one is not None)
