"""The index of rosters: right after every change in every process, shut to who has no reach, and quick to find."""

from __future__ import annotations

import threading
from datetime import date
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from config import Settings
from tests.browsing import Visitor
from tests.cast import Cast
from union.members import actions, roster, work_actions
from union.members.lines import Entry, Named
from union.members.marks import RosterMark, Whereabouts
from union.members.models import (
    Category,
    Contract,
    Employment,
    Held,
    Identity,
    MandateKind,
    Member,
    Membership,
    Standing,
    Terms,
)
from union.members.name_search import Names, bearers
from union.members.roster import Counts, touch
from union.store.db import Store
from union.store.reach import Reach, Unreachable
from union.tables.cells.names import Query, search_key
from union.workplaces.models import Workplace

ON = date(2026, 7, 1)


def listed(store: Store, reach: Reach, workplace: UUID) -> list[str]:
    with store.reading(reach) as session:
        return [entry.who.name for entry in roster.listed(session, workplace, date(2026, 9, 1)).entries]


def found(store: Store, reach: Reach, query: str) -> list[str]:
    with store.reading(reach) as session:
        return [hit.who.name for hit in roster.search(session, query)]


def add(
    store: Store, cast: Cast, who: Identity, state: Membership = Membership.MEMBER, place: UUID | None = None
) -> UUID:
    with store.writing(cast.reach("sal")) as session:
        return actions.create(session, cast.sal, who, place or cast.here, Terms(), state=state, on=ON).id


def test_two_processes_see_what_either_changes(store: Store, cast: Cast, settings: Settings) -> None:
    other = Store(settings.database)
    try:
        olu = cast.reach("olu")
        assert listed(store, olu, cast.here) == listed(other, olu, cast.here) == ["Mina El Fassi", "Omar El Fassi"]
        add(other, cast, Identity("Alami", "Badr"))
        assert listed(store, olu, cast.here)[0] == "Badr Alami"
        with store.writing(olu) as session:
            member = session.get_one(Member, cast.mina)
            actions.correct(session, cast.olu, member, Identity("Zniber", "Mina"))
        assert found(other, olu, "Zniber") == ["Mina Zniber"]
        assert found(other, olu, "Mina Fassi") == []
    finally:
        other.engine.dispose()


def test_who_works_elsewhere_too_is_told_there(store: Store, cast: Cast) -> None:
    """Olu corrects somebody who also works where Olu has no reach: that roster is read anew as well."""
    with store.writing(cast.reach("sal")) as session:
        work_actions.employ(session, cast.sal, session.get_one(Member, cast.mina), cast.there, Terms())
    sal, olu = cast.reach("sal"), cast.reach("olu")
    assert "Mina El Fassi" in listed(store, sal, cast.there)
    with store.writing(olu) as session:
        actions.correct(session, cast.olu, session.get_one(Member, cast.mina), Identity("El Fassi", "Amina"))
    assert "Amina El Fassi" in listed(store, sal, cast.there)
    assert listed(store, olu, cast.there) == []


@pytest.mark.parametrize("name", ["ann", "zed", "lex", "ada"])
def test_nothing_for_who_may_not_list(store: Store, cast: Cast, name: str) -> None:
    sal, reach = cast.reach("sal"), cast.reach(name)
    listed(store, sal, cast.here)  # the index is warm
    assert listed(store, reach, cast.here) == []
    assert found(store, reach, "Mina") == []
    with store.reading(reach) as session:
        assert roster.counts(session, ON) == {}
        assert roster.names(session) == {}
    with pytest.raises(Unreachable):
        _touch(store, reach, cast.here)
    assert listed(store, cast.reach("olu"), cast.here) == [
        "Mina El Fassi",
        "Omar El Fassi",
    ]  # and nothing narrower is kept


def _touch(store: Store, reach: Reach, workplace: UUID) -> None:
    with store.writing(reach) as session:
        touch(session, [workplace])


def test_out_of_reach_is_not_there(store: Store, cast: Cast) -> None:
    listed(store, cast.reach("sal"), cast.there)
    assert listed(store, cast.reach("olu"), cast.there) == []
    assert found(store, cast.reach("olu"), "Rita") == []
    with store.reading(cast.reach("olu")) as session:
        assert set(roster.counts(session, ON)) == {cast.here}
        assert roster.search(session, "Rita", cast.there) == []


def test_what_is_rolled_back_is_not_kept(store: Store, cast: Cast) -> None:
    olu = cast.reach("olu")
    with store.reading(olu) as session:  # nothing commits here
        actions.correct(session, cast.olu, session.get_one(Member, cast.mina), Identity("Zniber", "Mina"))
        session.flush()
        assert [hit.who.name for hit in roster.search(session, "Zniber")] == ["Mina Zniber"]  # itself, it sees it
    assert found(store, olu, "Zniber") == []
    add(store, cast, Identity("Alami", "Badr"))  # the counter reaches the number that was rolled back
    assert found(store, olu, "Zniber") == []
    assert found(store, olu, "Alami") == ["Badr Alami"]


def test_the_ids_elsewhere_are_all_that_is_told(store: Store, cast: Cast) -> None:
    assert {column.key for column in Whereabouts.__mapper__.columns} == {"id", "workplace_id", "member_id"}
    with store.reading(cast.reach("ann")) as session:
        assert session.query(Whereabouts).all() == []


def test_counts(store: Store, cast: Cast) -> None:
    for state in (Membership.MEMBER, Membership.MEMBER, Membership.LAPSED, Membership.LEFT):
        add(store, cast, Identity("Alami", state.value), state)
    with store.writing(cast.reach("olu")) as session:
        omar = session.get_one(Employment, cast.omar_employment)
        work_actions.leave(session, cast.olu, omar, date(2026, 6, 30))
    with store.reading(cast.reach("olu")) as session:
        counted = roster.counts(session, ON)[cast.here]
        assert counted == Counts(members=2, contacts=1, lapsed=1, left=1, gone=1)
        assert roster.counts(session, date(2026, 6, 30))[cast.here].contacts == 2  # his last day is counted in
        assert counted.density(8) == 0.25
        assert counted.density(None) is None


NAMES = [
    (
        Identity("El Fassi", "Mohamed", "الفاسي", "محمد"),
        ["محمد", "Mhamed", "fassi", "الفاسي محمد", "MOHAMMED EL FASSI"],
    ),
    (Identity("Ben Jelloun", "Réda", alias="Kevin"), ["benjelloun", "reda", "kevin", "بنجلون", "رضا"]),
    (Identity("", "", "أيت لحسن", "فاطمة الزهراء"), ["Fatima Zahra", "fatimazahra", "ait lahcen", "الزهراء"]),
]


@pytest.mark.parametrize(("who", "queries"), NAMES)
def test_found_across_scripts(store: Store, cast: Cast, who: Identity, queries: list[str]) -> None:
    add(store, cast, who)
    for query in queries:
        assert who.name in found(store, cast.reach("olu"), query), query


def test_sorted_as_a_reader_expects(store: Store, cast: Cast) -> None:
    for family in ("Éddine", "Edrissi", "Eddahbi", "Zniber", "Élalami"):
        add(store, cast, Identity(family, "A", alias="x"), place=cast.there)
    add(store, cast, Identity("", "", "العلوي", "أحمد"), place=cast.there)
    order = [name.split()[-1] for name in listed(store, cast.reach("sal"), cast.there)]
    assert order == ["Eddahbi", "Éddine", "Edrissi", "Fassi", "Élalami", "Zniber", "العلوي"]


def test_many_threads_read_one_truth(store: Store, cast: Cast) -> None:
    seen: list[int] = []
    faults: list[Exception] = []

    def read() -> None:
        try:
            for _ in range(8):
                seen.append(len(listed(store, cast.reach("olu"), cast.here)))
        except Exception as error:
            faults.append(error)

    threads = [threading.Thread(target=read) for _ in range(4)]
    for thread in threads:
        thread.start()
    for number in range(5):
        add(store, cast, Identity("Alami", f"Badr {'abcde'[number]}"))
    for thread in threads:
        thread.join()
    assert faults == []
    assert set(seen) <= set(range(2, 8))
    assert len(listed(store, cast.reach("olu"), cast.here)) == 7


def entry(left_on: date | None, *held: Held) -> Entry:
    who = Named(uuid4().bytes, uuid4().bytes, "N", "", "", " n  N ")
    return Entry(who, Membership.MEMBER, "", "", Category.EMPLOYEE, Contract.CDI, None, left_on, held, ())


DAYS = st.dates(date(2000, 1, 1), date(2040, 1, 1))


@given(DAYS, DAYS, st.none() | DAYS)
def test_the_last_day_is_counted_in(on: date, start: date, end: date | None) -> None:
    assert entry(end).works(on) is (end is None or on <= end)
    held = Held(MandateKind.CANDIDATE, start, end)
    assert bool(entry(None, held).holds(on)) is (start <= on and (end is None or on <= end))


def test_standing_of_a_bulk_insert_is_read(store: Store, cast: Cast) -> None:
    member, work = uuid4(), uuid4()
    with store.writing(cast.reach("olu")) as session:
        touch(session, [cast.here])
        session.insert_together(
            (
                Member,
                [
                    {
                        "id": member,
                        "version": 1,
                        "identity_sealed": Member.identity.seal("member", member, Identity("Alami", "Badr")),
                        "standing_sealed": Member.standing.seal("member", member, Standing(Membership.LAPSED)),
                    }
                ],
            ),
            (
                Employment,
                [
                    {
                        "id": work,
                        "workplace_id": cast.here,
                        "member_id": member,
                        "version": 1,
                        "terms_sealed": Employment.terms.seal("employment", work, Terms("77", "agent", hired_on=ON)),
                    }
                ],
            ),
        )
    with store.reading(cast.reach("olu")) as session:
        first = roster.listed(session, cast.here, date(2026, 9, 1)).entries[0]
    assert (first.who.member_id, first.who.employment_id) == (member, work)
    assert (first.state, first.number, first.job, first.hired_on) == (Membership.LAPSED, "77", "agent", ON)


WORDS = st.sampled_from(
    [
        "Mohamed",
        "محمد",
        "El",
        "Fassi",
        "الفاسي",
        "Ben",
        "Jelloun",
        "Abd",
        "El Kader",
        "Nour",
        "Eddine",
        "M",
        "",
        "ben ali",
        "فاطمة الزهراء",
        "-",
        "\ufdfa",  # one sign, four words
    ]
)
TEXTS = st.lists(WORDS, max_size=4).map(" ".join)


@given(TEXTS, st.lists(st.builds(Names, TEXTS, TEXTS, TEXTS, TEXTS, TEXTS), max_size=8))
def test_searching_by_parts_finds_what_a_search_of_whole_names_does(query: str, people: list[Names]) -> None:
    asked = Query(query)
    parts = {part: search_key(part) for who in people for part in who.parts if part}
    keys = ["".join(parts[part] for part in who.parts if part) for who in people]
    assert bearers(asked.among(parts), people) == [at for at, key in enumerate(keys) if asked.finds(key)]


def test_writers_at_one_workplace_do_not_overtake_each_other(store: Store, cast: Cast) -> None:
    """Different people of one roster, edited at the same time: each change counts, and none is told of a conflict."""
    faults: list[Exception] = []

    def edit(member: UUID) -> None:
        try:
            for turn in "abcdefgh":
                with store.writing(cast.reach("olu")) as session:
                    who = Identity("El Fassi", f"N{turn}")
                    actions.correct(session, cast.olu, session.get_one(Member, member), who)
        except Exception as error:
            faults.append(error)

    threads = [threading.Thread(target=edit, args=(one,)) for one in (cast.mina, cast.omar)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []
    with store.reading(cast.reach("olu")) as session:
        assert session.get_one(RosterMark, cast.here).roster == 16
        assert session.get_one(Workplace, cast.here).version == 1  # nobody who edits the site itself is overtaken


def test_a_drawn_line_is_the_one_that_stands(store: Store, cast: Cast, olu: Visitor) -> None:
    """Lines are kept as they were drawn: in each language its own, in any order, and never longer than they are
    true."""
    page = f"/workplaces/{cast.here}/members"
    first = [line.text for line in olu.page(f"{page}?lang=fr").select("tbody tr")]
    assert [line.text for line in olu.page(page).select("tbody tr")] == first
    assert [line.text for line in olu.page(f"{page}?sort=-name").select("tbody tr")] == first[::-1]
    arabic = olu.page(f"{page}?lang=ar")
    labels = {cell["data-label"] for cell in arabic.select("tbody td")}
    assert labels == {head.text.strip() for head in arabic.select("thead th")[1:]}
    with store.writing(cast.reach("sal")) as session:
        actions.correct(session, cast.sal, session.get_one(Member, cast.mina), Identity("<b>Zniber", "Mina"))
    again = olu.page(f"{page}?lang=fr").select("tbody tr")
    assert any("Mina <b>Zniber" in line.text for line in again)
    assert not any("Mina El Fassi" in line.text for line in again)
