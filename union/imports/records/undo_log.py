"""What an import wrote and what it replaced, sealed batch by batch: from this it is taken back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import blake2b
from struct import Struct
from uuid import UUID

from sqlalchemy import ColumnElement, ForeignKey, Integer, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from union.imports.records.models import RosterImport
from union.members.models import Identity, Standing, Terms
from union.store.db import Model
from union.store.reach import Reach, Reachable, ReachSession
from union.vault.envelope import Envelope, encoded, plain, sealed


@dataclass(frozen=True)
class Entry:
    """One value of one thing: `book` says of which kind, `subject` of which row, `key` which of its values.

    `before` and `after` are the value's own bytes; empty where it was not, or is no longer.
    """

    book: str
    subject: UUID
    key: str
    before: bytes = b""
    after: bytes = b""

    @property
    def place(self) -> tuple[str, UUID, str]:
        """What it is the value of."""
        return self.book, self.subject, self.key

    @property
    def turned(self) -> Entry:
        """The same entry the other way round."""
        return Entry(self.book, self.subject, self.key, self.after, self.before)


@dataclass(frozen=True)
class Parts:
    """What is known of somebody, as far as a list touches it; None where it does not."""

    identity: Identity | None = None
    standing: Standing | None = None
    terms: Terms | None = None


@dataclass(frozen=True)
class Replaced:
    """Somebody whose file a list changed: only the parts that it changed."""

    member_id: UUID
    employment_id: UUID | None
    before: Parts
    after: Parts


@dataclass(frozen=True)
class Created:
    """A person whom a list brought in; `mark` is what was written of them, so that a later change shows."""

    member_id: UUID
    employment_id: UUID
    mark: bytes


@dataclass(frozen=True)
class Kept:
    """One batch of an import."""

    created: tuple[Created, ...] = ()  # as batches of before were kept; see `brought`
    made: bytes = b""  # the same, `MADE` for each person: a third of the bytes, and no objects to make of them
    employed: tuple[UUID, ...] = ()  # employments added to people who were known
    replaced: tuple[Replaced, ...] = ()
    undone: bool = False
    entries: tuple[Entry, ...] = ()  # of a list of other things than people
    rows_new: int = 0  # of such a list
    rows_changed: int = 0
    employed_as: tuple[bytes, ...] = ()  # the mark of each of these employments; none of those of before

    @property
    def brought(self) -> Iterator[Created]:
        """Everybody whom the batch brought in."""
        yield from self.created
        for member, employment, mark in MADE.iter_unpack(self.made):
            yield Created(UUID(bytes=member), UUID(bytes=employment), mark)

    @property
    def new_people(self) -> frozenset[bytes]:
        """Their ids."""
        packed = (self.made[at : at + 16] for at in range(0, len(self.made), MADE.size))
        return frozenset((*packed, *(one.member_id.bytes for one in self.created)))


MADE = Struct("16s16s16s")  # the ids of a person and of their employment, and the mark


def mark(parts: Parts) -> bytes:
    """A digest of somebody's data, kept sealed beside them."""
    return mark_of(*map(encoded, (parts.identity, parts.standing, parts.terms)))


def mark_of(identity: bytes, standing: bytes, terms: bytes) -> bytes:
    """The same of parts that are encoded already, as their envelopes hold them."""
    whole = b'{"identity":%b,"standing":%b,"terms":%b}' % (identity, standing, terms)
    return blake2b(whole, digest_size=16).digest()


class ImportBatch(Reachable, Model):
    """One batch of one import, with what it needs to be taken back."""

    __tablename__ = "import_batch"

    import_id: Mapped[UUID] = mapped_column(ForeignKey("roster_import.id"), index=True)
    workplace_id: Mapped[UUID | None] = mapped_column(ForeignKey("workplace.id"), index=True)  # None: of many
    number: Mapped[int] = plain("the order of the batches", Integer)
    kept_sealed: Mapped[bytes] = sealed()
    kept = Envelope(Kept, "import.kept")
    version: Mapped[int] = plain("counts the changes", Integer)

    __mapper_args__ = {"version_id_col": version}

    @classmethod
    def within(cls, reach: Reach) -> ColumnElement[bool]:
        """The batches of a list in reach."""
        return cls.import_id.in_(select(RosterImport.id).where(RosterImport.within(reach)))


def batch_ids(session: Session, import_id: UUID) -> list[UUID]:
    """The batches of an import, in the order in which they were written."""
    return list(
        session.scalars(select(ImportBatch.id).where(ImportBatch.import_id == import_id).order_by(ImportBatch.number))
    )


def batches(session: Session, import_id: UUID) -> Iterator[Kept]:
    """What each batch keeps, one after the other: no two are open at once."""
    for batch_id in batch_ids(session, import_id):
        sealed_bytes = session.scalar(select(ImportBatch.kept_sealed).where(ImportBatch.id == batch_id))
        if sealed_bytes is not None:
            yield ImportBatch.kept.open("import_batch", batch_id, sealed_bytes)


def keep(session: ReachSession, import_id: UUID, workplace_id: UUID | None, number: int, kept: Kept) -> None:
    """Remember a batch, in the transaction that writes it."""
    session.add(ImportBatch(import_id=import_id, workplace_id=workplace_id, number=number, kept=kept, version=1))
