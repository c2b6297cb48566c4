"""The sentence of the ladder: which sanctions count, which do not, and which step is missing."""

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from union.languages.saying import in_language
from union.languages.translated import LANGUAGES
from union.law.checking.findings import State
from union.law.procedure.discipline import LAST_STEP, STEP, PriorSanction, Sanction, reached, within_the_year
from union.law.procedure.dismissal_check import Dismissal, Fault, dismissal_check
from union.law.procedure.ladder import NAMES, explained

ON = date(2026, 11, 26)
GIVEN = st.lists(
    st.builds(PriorSanction, st.sampled_from(Sanction), st.dates(date(2025, 1, 1), ON - timedelta(days=1)), st.none()),
    max_size=6,
)


def ladder(*sanctions: PriorSanction, known: bool = False) -> tuple[State, str]:
    facts = Dismissal(decided_on=ON, fault=Fault.MINOR, sanctions=sanctions, sanctions_known=known)
    found = next(one for one in dismissal_check(facts) if one.code == "ladder")
    return found.state, in_language(found.letter, "fr")


def test_the_year_is_twelve_months_to_the_day() -> None:
    steps = [
        PriorSanction(Sanction.REPRIMAND, date(2026, 2, 1)),
        PriorSanction(Sanction.SUSPENSION, date(2026, 3, 1), Decimal(8)),
    ]
    last = PriorSanction(Sanction.THIRD_REPRIMAND, date(2026, 4, 1))
    inside, outside = (
        PriorSanction(Sanction.WARNING, date(2025, 11, 27)),
        PriorSanction(Sanction.WARNING, date(2025, 11, 26)),
    )
    assert ladder(inside, *steps, last)[0] is State.DONE
    state, said = ladder(outside, *steps, last)
    assert state is State.NOT_DONE
    assert "Hors de ces douze mois, non comptées : avertissement" in said.replace("\u00a0", " ")
    assert "0 sur 4" in said.replace("\u00a0", " ")
    assert "manquent l’avertissement" in said.replace("'", "’")


def test_nothing_told_is_not_known_and_none_is_a_defect() -> None:
    assert ladder()[0] is State.UNKNOWN
    state, said = ladder(known=True)
    assert state is State.NOT_DONE
    assert "Aucune sanction dans les douze mois" in said


@given(GIVEN)
def test_each_sanction_is_named_once_where_it_counts(sanctions: list[PriorSanction]) -> None:
    counted = within_the_year(sanctions, ON)
    for language in LANGUAGES:
        said = in_language(explained(sanctions, ON), language)
        assert all(in_language(NAMES[one.kind], language) in said for one in sanctions)
    french = in_language(explained(sanctions, ON), "fr")
    assert ("Hors de ces douze mois" in french) is (len(counted) < len(sanctions))
    assert ("quatre degrés ont été appliqués" in french) is (reached(sanctions, ON) == LAST_STEP)
    if reached(sanctions, ON) < LAST_STEP:
        assert f"{reached(sanctions, ON)} sur {LAST_STEP}" in french.replace("\u00a0", " ")
        assert {STEP[one.kind] for one in counted} != {1, 2, 3, 4}
