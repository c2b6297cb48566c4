"""Patterns, lines of time, resignations together and lesser sanctions, as people at here see and print them."""

from __future__ import annotations

import dataclasses
import re
from datetime import date, timedelta
from uuid import UUID

import pytest
from sqlalchemy import select

from tests.browsing import Visitor
from tests.cases.desk import words
from tests.cast import Cast
from tests.reading_back import read_back
from tests.test_outgoing import events
from union.app import Union
from union.cases.models import Stage
from union.grievances.hanging import Alleged, Measure
from union.grievances.models import Agreed, Grievance, Paper, Problem, Report
from union.members import roster
from union.members.models import Employment, Held, Identity, Leaving, Mandate, MandateKind, Member, Standing, Terms
from union.patterns.models import Happened, Told, UnionEvent
from union.patterns.told import same_person
from union.record.chain import Act
from union.web import outgoing
from union.web.locale import today
from union.workplaces.models import Headcount, Workplace


def counted(app: Union, cast: Cast, people: int = 200) -> None:
    with app.store.maintaining() as session:
        place = session.get_one(Workplace, cast.here)
        place.site = dataclasses.replace(place.site, headcounts=(Headcount(today() - timedelta(days=400), people),))


def case(
    app: Union,
    cast: Cast,
    who: str,
    *,
    member: UUID | None = None,
    employment: UUID | None = None,
    days: int = 20,
    confidential: bool = False,
    **said: object,
) -> str:
    """A grievance about somebody at here; its code."""
    told = {"problem": Problem.PACE, "paper": Paper.OTHER_EVENT, "facts": "x", "demand": "y", **said}
    on = today() - timedelta(days=days)
    with app.store.maintaining() as session:
        number = len(list(session.scalars(select(Grievance.id))))
        row = Grievance(
            code=f"R-P{number:05d}",
            workplace_id=cast.here,
            member_id=member,
            employment_id=employment,
            reported_by=cast.ann,
            handled_by=None,
            stage=Stage.NEW,
            confidential=confidential,
            account=Report(event_on=on, filed_on=on, about_name=who, **told),  # type: ignore[arg-type]  # as above
            version=1,
        )
        session.add(row)
        return row.code


def people(app: Union, cast: Cast, left: list[tuple[int, Leaving | None]]) -> None:
    """People at here who left so many days ago."""
    with app.store.maintaining() as session:
        for at, (days, how) in enumerate(left):
            member = Member(identity=Identity("Parti", f"Nom{at}"), standing=Standing(), version=1)
            session.add(member)
            session.flush()
            terms = Terms(hired_on=date(2020, 1, 1), left_on=today() - timedelta(days=days), left_how=how)
            session.add(Employment(workplace_id=cast.here, member_id=member.id, terms=terms, version=1))
    roster.forget()


def pattern(app: Union, cast: Cast, number: int = 6, **said: object) -> list[str]:
    counted(app, cast)
    for at in range(8):
        case(app, cast, f"Autre {at}")
    names = ["Karim Benali", "كريم بنعلي", "M. Benali Karim"]
    return [case(app, cast, f"Nom {at}", days=10 + 30 * at, supervisor=names[at % 3], **said) for at in range(number)]


def test_a_supervisor_is_the_same_in_either_script() -> None:
    assert same_person("Karim Benali") == same_person("كريم بنعلي") == same_person("M. Benali Karim")
    assert same_person("Karim Benali") != same_person("Karim Alami")


def test_a_pattern_stands_beside_the_rate_of_the_rest(app: Union, cast: Cast, olu: Visitor) -> None:
    codes = pattern(app, cast)
    said = words(olu, f"/workplaces/{cast.here}/patterns?lang=en")
    assert "6 cases · 6 people" in said
    assert "8 cases of 200 people, which is 4 in a hundred people and year" in said
    assert "a group of 150 people" in said
    assert all(code in said for code in codes)
    assert "كريم بنعلي" in said
    assert "6 cases · 6 people" in words(olu, "/patterns?lang=en")


def test_one_pattern_is_opened_and_the_others_by_a_link_that_tells_no_name(
    app: Union, cast: Cast, olu: Visitor
) -> None:
    first = pattern(app, cast)
    second = [case(app, cast, f"Autre {at}", days=5 + at, team="Soir") for at in range(5)]
    address = f"/workplaces/{cast.here}/patterns"
    shown = olu.page(address)
    assert all(code in shown.text for code in first)
    assert not any(code in shown.text for code in second)
    links = [one["href"] for one in shown.select("section.pattern a[href*='line=']")]
    assert len(links) == 1
    assert re.fullmatch(rf"{address}\?line=[0-9a-f]{{16}}#[0-9a-f]{{16}}", str(links[0]))
    opened = olu.page(str(links[0]))
    assert all(code in opened.text for code in second)
    assert not any(code in opened.text for code in first)
    assert all(code in olu.page(f"{address}?line=x").text for code in first)


def test_few_are_compared_with_nothing_and_leave_on_no_paper(app: Union, cast: Cast, olu: Visitor) -> None:
    codes = pattern(app, cast, 3)
    address = f"/workplaces/{cast.here}/patterns"
    said = words(olu, f"{address}?lang=en")
    assert "Fewer than five people" in said
    assert "a group of" not in said
    ids = ids_of(app, codes)
    sent = {"thread": "supervisor", "said_in": "fr", "case": ids}
    assert "a paper would point at each of them" in olu.post(f"{address}/annex", sent, 422).text


def ids_of(app: Union, codes: list[str]) -> list[str]:
    with app.store.maintaining() as session:
        return [str(one) for one in session.scalars(select(Grievance.id).where(Grievance.code.in_(codes)))]


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_the_annex_has_codes_and_figures_and_no_name(app: Union, cast: Cast, olu: Visitor, language: str) -> None:
    codes = pattern(app, cast)
    sent = {"thread": "supervisor", "said_in": language, "case": ids_of(app, codes)}
    paper = olu.post(f"/workplaces/{cast.here}/patterns/annex", sent, 200)
    text = read_back(paper.data)
    assert all(code.removeprefix("R-") in text for code in codes)
    assert "Benali" not in text
    assert "بنعلي" not in text
    assert "Nom 1" not in text
    assert "150" in text


def test_names_only_where_each_agreed_and_confidential_cases_never(app: Union, cast: Cast, olu: Visitor) -> None:
    codes = pattern(app, cast)
    address = f"/workplaces/{cast.here}/patterns/annex"
    sent = {"thread": "supervisor", "said_in": "fr", "case": ids_of(app, codes), "named": "y"}
    assert "n’ont pas toutes donné leur accord" in olu.post(address, sent, 422).text.replace("'", "’")
    with app.store.maintaining() as session:
        for row in session.scalars(select(Grievance).where(Grievance.code.in_(codes))):
            row.account = dataclasses.replace(row.account, agreed=Agreed.YES)
    assert olu.post(address, sent, 200).mimetype == "application/pdf"


def test_a_confidential_case_is_in_no_number_of_who_does_not_read_it(app: Union, cast: Cast, olu: Visitor) -> None:
    pattern(app, cast)
    before = words(olu, f"/workplaces/{cast.here}/patterns?lang=en")
    case(app, cast, "Cachée", supervisor="Karim Benali", confidential=True)
    assert words(olu, f"/workplaces/{cast.here}/patterns?lang=en") == before


def test_a_delegate_writes_what_a_case_hangs_on(app: Union, cast: Cast, ann: Visitor, olu: Visitor) -> None:
    code = case(app, cast, "Nom")
    address = f"/grievances/{ids_of(app, [code])[0]}/hangs-on"
    form = ann.page(address)
    edition = form.select_one("input[name=version]")
    assert edition is not None
    sent = {"version": str(edition["value"]), "supervisor": "Karim Benali", "wage_line": "overtime"}
    ann.post(address, sent)
    said = words(olu, address.removesuffix("/hangs-on") + "?lang=en")
    assert "Karim Benali" in said
    assert "Overtime" in said
    assert "What it hangs on was written down" in said


def test_resignations_together_raise_a_sign(app: Union, cast: Cast, olu: Visitor, zed: Visitor) -> None:
    resigned = Leaving.RESIGNED
    people(app, cast, [(3, resigned), (4, resigned), (9, resigned), (20, resigned), (100, resigned), (5, None)])
    assert "resignations in 30 days" not in words(olu, "/?lang=en")
    people(app, cast, [(29, resigned)])
    said = words(olu, "/?lang=en")
    assert "5 resignations in 30 days" in said
    assert "fewer than five in the 365 days before" in said
    assert "5 resignations in 30 days" in words(olu, f"/workplaces/{cast.here}?lang=en")
    people(app, cast, [(40 + at, resigned) for at in range(30)])  # thirty in the year before: five are no sign
    assert "resignations in 30 days" not in words(olu, "/?lang=en")
    assert zed.get(f"/workplaces/{cast.here}/patterns", 404)


def sanctioned(app: Union, cast: Cast, **told: object) -> None:
    """Mina's mandate a hundred days ago, and a sanction of hers sixty days later."""
    job = {"employment_id": cast.mina_employment, "workplace_id": cast.here, "member_id": cast.mina}
    with app.store.maintaining() as session:
        session.add(Mandate(**job, held=Held(MandateKind.DELEGATE_FULL, today() - timedelta(days=100))))
    who = {"member": cast.mina, "employment": cast.mina_employment}
    case(app, cast, "Mina", **who, days=40, paper=Paper.SANCTION, measure=Measure.SUSPENSION)
    roster.forget()


def test_a_sanction_stands_after_the_union_event(app: Union, cast: Cast, olu: Visitor) -> None:
    counted(app, cast)
    sanctioned(app, cast)
    for address in (f"/members/{cast.mina}/line-of-time", f"/workplaces/{cast.here}/line-of-time"):
        said = words(olu, f"{address}?lang=en")
        assert "60 days after the union event before it · the employer knew of it" in said
        assert "not told: fewer than five people" in said
        for language in ("fr", "ar"):
            text = read_back(olu.get(f"{address}/exhibit?in={language}").data)
            assert "60" in text
            assert "428" in text
            assert "Mina" in text


def test_a_paper_that_names_several_bears_a_code_and_is_counted(
    app: Union, cast: Cast, olu: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    counted(app, cast)
    sanctioned(app, cast)
    exhibit = f"/workplaces/{cast.here}/line-of-time/exhibit?in=fr"
    olu.get(exhibit)
    (told,) = events(app, cast, Act.EXPORTED)
    assert re.fullmatch(r"[0-9A-Z]{8}: line-of-time-.*", told.note)
    monkeypatch.setattr(outgoing, "ALONE", 0)
    olu.get(exhibit, 403)


def test_what_the_employer_does_not_know_is_on_no_paper(app: Union, cast: Cast, olu: Visitor) -> None:
    """A notification nobody received yet: the page shows it, and the exhibit neither it nor its bearer."""
    counted(app, cast)
    with app.store.maintaining() as session:
        told = Told(Happened.SECTION, today() - timedelta(days=90))
        session.add(UnionEvent(workplace_id=cast.here, member_id=cast.omar, told=told, version=1))
    who = {"member": cast.omar, "employment": cast.omar_employment}
    case(app, cast, "Omar", **who, days=40, paper=Paper.SANCTION, measure=Measure.WARNING)
    assert "50 days after" in words(olu, f"/members/{cast.omar}/line-of-time?lang=en")
    olu.get(f"/members/{cast.omar}/line-of-time/exhibit?in=fr", 404)
    sanctioned(app, cast)
    text = read_back(olu.get(f"/workplaces/{cast.here}/line-of-time/exhibit?in=fr").data)
    assert "Omar" not in text
    assert "Mina" in text


def test_an_event_is_written_down_and_struck_out(app: Union, cast: Cast, olu: Visitor) -> None:
    address = f"/workplaces/{cast.here}/line-of-time"
    day = (today() - timedelta(days=9)).strftime("%d/%m/%Y")
    olu.post(address, {"what": "strike", "on": day, "known_on": day, "known_how": "préavis"})
    assert "A strike" in words(olu, f"{address}?lang=en")
    assert "page of the member" in olu.post(f"{address}?lang=en", {"what": "dismissal", "on": day}, 422).text
    ahead = (today() + timedelta(days=9)).strftime("%d/%m/%Y")
    olu.post(address, {"what": "strike", "on": ahead}, 422)
    with app.store.maintaining() as session:
        row = session.scalars(select(UnionEvent)).one().id
    olu.post(f"/union-events/{row}/strike")
    assert "A strike" not in words(olu, f"{address}?lang=en").split("Add what no case knows")[0]


def test_lesser_sanctions_of_the_same_fault(app: Union, cast: Cast, olu: Visitor) -> None:
    mine = case(app, cast, "Moi", paper=Paper.DISMISSAL_LETTER, alleged=Alleged.PAUSE)
    for at, measure in enumerate((Measure.WARNING, Measure.WARNING, Measure.SUSPENSION)):
        case(app, cast, f"Autre {at}", alleged=Alleged.PAUSE, measure=measure)
    case(app, cast, "Loin", alleged=Alleged.DATA, measure=Measure.WARNING)
    case(app, cast, "Moi", days=200, alleged=Alleged.PAUSE, measure=Measure.WARNING)  # one's own of before
    case(app, cast, "Cachée", alleged=Alleged.PAUSE, measure=Measure.WARNING, confidential=True)
    address = f"/cases/{ids_of(app, [mine])[0]}/comparators"
    said = words(olu, f"{address}?lang=en")
    assert "3 people with a lesser measure" in said
    assert "Avertissement : 2 et Mise à pied : 1" in said.replace("\u202f", " ").replace("\xa0", " ")
    text = read_back(olu.get(f"{address}/exhibit?in=fr").data)
    assert "Autre" not in text
    assert "R-P" in text  # the code of this very case alone
