"""The first page of each role, and the agenda: what stands there, for whom, and what never does."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.browsing import Visitor
from tests.cast import Cast
from tests.home.filling import case, members
from tests.workplaces.test_pages import statements
from union.app import Union
from union.cases.models import Stage
from union.home.models import PublishedCount
from union.members.models import Employment
from union.web.locale import today

ROLES = ("ann", "olu", "zed", "sal", "lex", "ada")
DAY = timedelta(days=1)


@pytest.mark.parametrize("language", ["fr", "ar", "en"])
def test_every_first_page_in_every_language(
    app: Union, cast: Cast, language: str, request: pytest.FixtureRequest
) -> None:
    case(app, "R-2AAAAA", cast.here, cast.ann)
    for name in ROLES:
        visitor: Visitor = request.getfixturevalue(name)
        visitor.get(f"/?lang={language}")


def test_a_delegate_sees_three_acts_of_his_own_cases(app: Union, cast: Cast, ann: Visitor) -> None:
    for number, days in enumerate((9, 2, None, 4, -1)):
        case(app, f"R-2AAAA{number}", cast.here, cast.ann, days=days)
    case(app, "R-2BBBBB", cast.here, cast.olu, days=1)  # not the delegate's
    codes = [one.text for one in ann.page("/").select(".agenda .code")]
    assert len(codes) == 3
    assert all(one.startswith("R-2AAAA") for one in codes)
    assert len(ann.page("/agenda").select(".agenda > li")) == 5


def test_another_workplace_is_nowhere(app: Union, cast: Cast, zed: Visitor, olu: Visitor) -> None:
    case(app, "R-2AAAAA", cast.here, cast.ann)
    case(app, "R-2CCCCC", cast.there, cast.zed)
    assert "R-2AAAAA" not in zed.get("/").text
    assert "R-2CCCCC" not in olu.get("/agenda").text


def test_a_confidential_case_is_in_no_count_of_whom_it_does_not_name(
    app: Union, cast: Cast, olu: Visitor, sal: Visitor, ada: Visitor, lex: Visitor
) -> None:
    members(app, cast.here, 6)
    for number in range(5):
        case(app, f"R-2AAAA{number}", cast.here, cast.ann)
    paths = {
        olu: ("/", "/agenda", "/workplaces"),
        sal: ("/", "/agenda", "/figures"),
        ada: ("/", "/figures"),
        lex: ("/",),
    }
    before = {(who, path): _main(who, path) for who, some in paths.items() for path in some}
    case(app, "R-2DDDDD", cast.here, cast.ann, confidential=True, handler=cast.zed, days=-3)
    assert {key: _main(*key) for key in before} == before


def _main(who: Visitor, path: str) -> str:
    """What a page says, without its tokens and without what was signed in or opened meanwhile."""
    main = who.page(path).select_one("main")
    assert main is not None
    for changing in main.select("aside, input[type=hidden]"):
        changing.decompose()
    return str(main)


def test_an_organiser_reads_how_his_cases_stand(app: Union, cast: Cast, olu: Visitor) -> None:
    for number, days in enumerate((-2, 0, 7, 8, None)):
        case(app, f"R-2AAAA{number}", cast.here, cast.ann, days=days, stage=Stage.IN_HAND if number else Stage.NEW)
    case(app, "R-2AAAA9", cast.here, cast.ann, days=-9, stage=Stage.CLOSED)
    numbers = [int(one.text) for one in olu.page("/?lang=en").select(".counts strong")]
    # followed by nobody, late (a date that was kept after a close among them), within a week, open, without a next act
    assert numbers == [5, 2, 2, 5, 1]


def test_a_site_with_two_signs_is_at_risk_and_says_why(app: Union, cast: Cast, olu: Visitor, sal: Visitor) -> None:
    assert "Anfa" not in str(olu.page("/?lang=en").select("aside"))
    members(app, cast.here, 3, left_on=today() - DAY)
    for number in range(3):
        case(app, f"R-2AAAA{number}", cast.here, cast.ann)
    aside = " ".join(olu.page("/?lang=en").select("aside")[0].text.split())
    assert "Anfa" in aside
    assert "3 open cases · 3 unexplained departures" in aside


def test_a_departure_with_a_case_is_explained(app: Union, cast: Cast, olu: Visitor) -> None:
    gone = members(app, cast.here, 3, left_on=today() - DAY)
    for number in range(3):
        case(app, f"R-2AAAA{number}", cast.here, cast.ann)
    with app.store.maintaining() as session:
        employment = session.query(Employment).filter_by(member_id=gone[0]).one().id
    case(app, "R-2AAAA8", cast.here, cast.ann, member=gone[0], employment=employment)
    assert "Anfa" not in str(olu.page("/?lang=en").select("aside"))


def test_the_secretariat_reads_counts_and_the_record(app: Union, cast: Cast, sal: Visitor) -> None:
    members(app, cast.here, 4)
    case(app, "R-2AAAAA", cast.here, cast.ann)
    case(app, "R-2BBBBB", cast.here, cast.ann, stage=Stage.CLOSED)
    numbers = [one.text for one in sal.page("/?lang=en").select(".numbers strong")]
    assert numbers == ["4", "2", "6", "1", "0", "0", "1"]
    sal.post("/record/check")
    assert "the chain holds" in sal.get("/?lang=en").text


def test_figures_hide_what_is_small(app: Union, cast: Cast, ada: Visitor, olu: Visitor) -> None:
    members(app, cast.here, 4)
    cells = ada.page("/figures?lang=en").select("td.col-number")
    assert "under 5" in cells[0].text
    members(app, cast.here, 1)
    assert "under 5" in ada.page("/figures?lang=en").select("td.col-number")[0].text  # not before tomorrow
    with app.store.maintaining() as session:
        session.query(PublishedCount).delete()
    assert ada.page("/figures?lang=en").select("td.col-number")[0].text.strip() == "5"
    assert "Agdal" not in ada.get("/").text  # his grant does not cover it
    olu.get("/figures", 403)


def test_figures_count_no_confidential_case_that_nobody_took(app: Union, cast: Cast, ada: Visitor) -> None:
    """They are counted by a reach of nobody, whose cases those without a handler are not."""
    members(app, cast.here, 7)
    for number in range(7):
        case(app, f"R-2DDDD{number}", cast.here, cast.ann, confidential=True, handler=None)
    cells = [one.text.strip() for one in ada.page("/figures?lang=en").select("td.col-number")]
    assert "under 5" not in cells[0]  # the members: a count of seven is shown
    assert all("under 5" in one for one in cells[2:6]), cells  # no stage has a case


def test_an_analyst_reaches_no_person(app: Union, cast: Cast, ada: Visitor) -> None:
    members(app, cast.here, 7)
    text = ada.get("/").text
    assert "Bennani" not in text
    ada.get("/agenda", 403)
    ada.get("/search", 403)
    ada.get("/workplaces", 403)


def test_as_many_statements_for_many_rows(
    app: Union, cast: Cast, olu: Visitor, ann: Visitor, sal: Visitor, ada: Visitor
) -> None:
    counted = []
    for round_ in (0, 1):
        for number in range(8 + 30 * round_):
            case(app, f"R-2{round_}{number:04}", cast.here, cast.ann)
        members(app, cast.here, 1 + 20 * round_, left_on=today() - DAY)
        for visitor in (olu, ann, sal, ada):
            visitor.get("/")  # the rosters are brought into memory once
        with statements(app) as asked:
            for visitor in (olu, ann, sal, ada):
                visitor.get("/")
            olu.get("/agenda")
        counted.append(len(asked))
    assert counted[0] == counted[1]


def test_the_cases_are_mine_only_to_who_has_no_others(ann: Visitor, olu: Visitor, lex: Visitor) -> None:
    """The desk's list holds everybody's cases, and counts *mine* beside them: it is not called mine itself."""
    for visitor, called in ((ann, "Mes dossiers"), (lex, "Mes dossiers"), (olu, "Dossiers")):
        page = visitor.page("/grievances?lang=fr")
        entries = [one.get_text(" ", strip=True) for one in page.select("nav a[href='/grievances']")]
        heading = page.select_one("h1")
        assert heading is not None
        assert heading.get_text(strip=True) == called
        assert set(entries) == {called}
