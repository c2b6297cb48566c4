"""Which of the tokens of a list somebody within reach bears: asked so that nobody out of reach costs a moment.

A token that somebody elsewhere bears would be found in the index, and only then be narrowed away: 4 µs that a list of
100,000 telephones makes half a second of. So the tokens within reach are read once, whatever the list holds, and the
database is asked for no other.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator

from sqlalchemy import select

from union.members.models import Employment, Member, MemberToken
from union.store.among import CHUNK
from union.store.reach import ReachSession

MARK = 8  # bytes of a token: as many tell millions apart


class Bearing:
    """The tokens within reach, eight bytes each; all of them where nobody is out of reach. A shelf without any is
    not asked."""

    def __init__(self, session: ReachSession) -> None:
        # Of each shelf by a token's first byte: sorted all at once they take five times as much.
        self._marks: dict[int, list[array[int]] | None]
        if session.reach.everywhere:
            self._marks = dict.fromkeys(session.scalars(select(Member.shelf).distinct()))
            return
        found: defaultdict[int, list[array[int]]] = defaultdict(lambda: [array("Q") for _ in range(256)])
        # Asked from the people in reach, as the reach itself asks of each token: else every token there is would be
        # read.
        asked = (
            select(MemberToken.shelf, MemberToken.token).join(Member).where(Member.id.in_(select(Employment.member_id)))
        )
        for shelf, token in session.execute(asked.execution_options(yield_per=CHUNK)):
            found[shelf][token[0]].append(_mark(token))
        self._marks = {shelf: [array("Q", sorted(one)) for one in marks] for shelf, marks in found.items()}

    def known(self, tokens: set[bytes]) -> Iterator[tuple[int, list[bytes]]]:
        """Each shelf with those of these tokens that somebody within reach who stands on it bears, in their order."""
        for shelf, marks in self._marks.items():
            some = sorted(token for token in tokens if marks is None or _among(marks[token[0]], _mark(token)))
            if some:
                yield shelf, some


def _among(marks: array[int], mark: int) -> bool:
    at = bisect_left(marks, mark)
    return at < len(marks) and marks[at] == mark


def _mark(token: bytes) -> int:
    return int.from_bytes(token[:MARK], "big")
