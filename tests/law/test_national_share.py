"""The 6 % of the whole country, whatever the figures: exact, and the seats that are missing are the fewest."""

from hypothesis import given
from hypothesis import strategies as st

from union.languages.saying import in_language
from union.languages.translated import LANGUAGES
from union.law.polls.representative import FOLLOWS_NATIONALLY, NATIONAL, National, nationally
from union.law.sources.source import Status

FIGURES = st.integers(1, 1_000_000).flatmap(lambda total: st.tuples(st.integers(0, total), st.just(total)))


def reaches(seats: int, total: int) -> bool:
    return 100 * seats >= 6 * total


@given(FIGURES)
def test_the_least_is_the_smallest_number_that_reaches(told: tuple[int, int]) -> None:
    seats, total = told
    share = nationally(seats, total)
    assert reaches(share.least, total)
    assert not reaches(share.least - 1, total)
    assert share.reached is reaches(seats, total) is (share.lacking == 0)
    assert share.tenths * total <= 1000 * seats < (share.tenths + 1) * total, "cut down, never rounded up"


@given(FIGURES)
def test_the_seats_that_are_missing_are_the_fewest_in_both_readings(told: tuple[int, int]) -> None:
    seats, total = told
    found = National(nationally(seats, total), both_sectors=True)
    assert found.taken is not None
    assert found.added is not None
    taken, added = found.taken.seats, found.added.seats
    assert reaches(seats + taken, total)
    assert reaches(seats + added, total + added)
    assert added >= taken >= 0
    assert taken == 0 or not reaches(seats + taken - 1, total)
    assert added == 0 or not reaches(seats + added - 1, total + added - 1)


@given(FIGURES)
def test_one_sector_alone_says_nothing(told: tuple[int, int]) -> None:
    found = National(nationally(*told), both_sectors=False)
    assert not found.reached
    assert found.taken is found.added is None
    assert "Nothing can be said" in in_language(found.sentence, "en")


def test_the_formulas_are_shown_with_their_figures() -> None:
    found = National(nationally(1750, 30_000), both_sectors=True)
    assert found.taken is not None
    assert found.added is not None
    assert in_language(found.taken.working, "fr") == "0,06 × 30000 − 1750 → 50"
    assert in_language(found.added.working, "fr") == "(0,06 × 30000 − 1750) / 0,94 → 54"
    assert nationally(0, 30_000).least == 1800
    assert float(NATIONAL) == 0.06


def test_what_follows_is_certain_where_an_article_was_read_alone() -> None:
    for said, articles, status in FOLLOWS_NATIONALLY:
        assert (status is Status.VERIFIED) is bool(articles)
        assert all(in_language(said, language) for language in LANGUAGES)
