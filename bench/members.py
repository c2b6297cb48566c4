"""Measures the search of names: a workplace of 500, and 100,000 names from the database and from the index in
memory."""

from __future__ import annotations

import random
import tempfile
import tracemalloc
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from uuid import UUID, uuid4

import config
from bench.measuring import best
from union.app import open_store
from union.installation import initialise
from union.members import roster
from union.members.models import Employment, Identity, Member, Membership, Standing, Terms
from union.store.db import Store
from union.store.reach import Reach
from union.vault import root
from union.workplaces.models import Employer, Site, Workplace
from union.workplaces.models import Identity as Company

SITES = 200
PEOPLE = 500  # at each
EVERYWHERE = Reach(person=uuid4(), everywhere=True)
GIVEN = [
    ("Mohamed", "محمد"),
    ("Ahmed", "أحمد"),
    ("Fatima Zahra", "فاطمة الزهراء"),
    ("Khadija", "خديجة"),
    ("Youssef", "يوسف"),
    ("Hicham", "هشام"),
    ("Salma", "سلمى"),
    ("Nour Eddine", "نور الدين"),
    ("Abd El Kader", "عبد القادر"),
    ("Imane", "إيمان"),
]
FAMILY = [
    ("El Fassi", "الفاسي"),
    ("Benjelloun", "بنجلون"),
    ("Alaoui", "العلوي"),
    ("Ait Lahcen", "أيت لحسن"),
    ("Berrada", "برادة"),
    ("Tazi", "التازي"),
    ("Chraïbi", "الشرايبي"),
    ("Zniber", "زنيبر"),
]
QUERY = "محمد الفاسي"


@contextmanager
def installation() -> Iterator[Store]:
    """A state of its own, filled; taken away at the end."""
    with tempfile.TemporaryDirectory() as folder:
        key = Path(folder) / "key" / "root.key"
        key.parent.mkdir()
        settings = config.read({"UNION_STATE": f"{folder}/state", "UNION_KEY_FILE": str(key)})
        root.create(key, settings.state)
        initialise(settings)
        store = open_store(settings)
        try:
            fill(store)
            yield store
        finally:
            store.engine.dispose()


def fill(store: Store) -> None:
    """100,000 people in 200 workplaces; one family in three has a syllable of its own."""
    chance = random.Random(7)
    with store.writing(EVERYWHERE) as session:
        employer = Employer(identity=Company(legal_name="Mesure SA"), version=1)
        session.add(employer)
        session.flush()
        sites = [Workplace(employer_id=employer.id, site=Site(name=f"S{n}"), roster=0, version=1) for n in range(SITES)]
        session.add_all(sites)
        session.flush()
        ids = [one.id for one in sites]
    for place in ids:
        with store.writing(EVERYWHERE) as session:
            people = [_person(chance, place) for _ in range(PEOPLE)]
            session.insert_together((Member, [one for one, _ in people]), (Employment, [one for _, one in people]))


def _person(chance: random.Random, place: UUID) -> tuple[dict[str, object], dict[str, object]]:
    member, work = uuid4(), uuid4()
    family, given = chance.choice(FAMILY), chance.choice(GIVEN)
    own = chance.choice(["", "", f" {''.join(chance.choices('bdfklmnrstz', k=2))}ani"])
    arabic = chance.random() < 0.5
    identity = Identity(
        family[0] + own,
        given[0],
        family[1] if arabic else "",
        given[1] if arabic else "",
        phones=(f"+2126{chance.randrange(10**8):08d}",),
    )
    terms = Terms(str(chance.randrange(10**5)), "Téléconseiller", hired_on=date(2015, 1, 1))
    return (
        {
            "id": member,
            "version": 1,
            "identity_sealed": Member.identity.seal("member", member, identity),
            "standing_sealed": Member.standing.seal("member", member, Standing(Membership.MEMBER)),
        },
        {
            "id": work,
            "version": 1,
            "workplace_id": place,
            "member_id": member,
            "terms_sealed": Employment.terms.seal("employment", work, terms),
        },
    )


def look(store: Store, place: UUID | None = None) -> int:
    with store.reading(EVERYWHERE) as session:
        return len(roster.search(session, QUERY, place))


def memory(store: Store) -> float:
    """Megabytes that the index of all names takes, the fuller lines of the rosters left out."""
    roster.forget()
    tracemalloc.start()
    look(store)
    held, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return held / 1e6


def measure() -> list[tuple[str, float, str, float]]:
    """(what, measured, unit, limit); the best of some runs, so that another process's work is not measured."""
    with installation() as store:
        with store.reading(EVERYWHERE) as session:
            place = next(iter(roster.names(session)))
        return [
            (
                "name search in a workplace of 500, cold",
                1000 * best(lambda: look(store, place), before=roster.forget),
                "ms",
                20,
            ),
            ("name search over 100,000 names, cold", best(lambda: look(store), 3, before=roster.forget), "s", 0.7),
            ("name search over 100,000 names, from the index", 1000 * best(lambda: look(store)), "ms", 30),
            ("memory of the index of 100,000 names", memory(store), "MB", 100),
        ]
