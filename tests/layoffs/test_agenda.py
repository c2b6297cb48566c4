"""The agenda of a dispute: every date of everybody, the soonest safe one first, each counted once."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.browsing import Visitor
from tests.cast import Cast
from tests.layoffs.desk import basis_confirmed, case_id, csv, opened, rows, taken
from union.app import Union
from union.cases.models import Stage
from union.entitlements.people.clocks import clocks
from union.entitlements.records.contents import Situation
from union.entitlements.records.facts import Facts, StepDone
from union.law.dates.deadlines import Rule, deadline
from union.layoffs.people.clocks import THEIRS
from union.layoffs.records.contents import Matter, Procedure, Trigger
from union.layoffs.records.models import Layoff
from union.layoffs.web.agenda import agenda
from union.web.locale import today

LEFT, SIGNED = today() + timedelta(days=30), today() - timedelta(days=2)


def line(number: int, name: str = "Alami", left: date = LEFT, signed: date | None = None) -> str:
    when = f"{signed:%d/%m/%Y}" if signed else ""
    return f"{number};{name};Sara;Employé;01/01/2020;{left:%d/%m/%Y};5000,00;0;;10000,00;{when}"


def shown(visitor: Visitor, address: str, **arguments: str) -> list[tuple[str, str]]:
    """The day and the words of each line."""
    page = visitor.page(f"{address}/agenda", query_string=arguments)
    lines = page.select(".agenda-dispute > li")
    return [(str(one.select("time")[0]["datetime"]), " ".join(one.text.split())) for one in lines]


def test_every_date_of_everybody_stands_there_soonest_first(app: Union, cast: Cast, olu: Visitor) -> None:
    basis_confirmed(app)
    address = opened(olu, cast)
    taken(olu, address, csv(line(1, signed=SIGNED), line(2, "Bennis")))
    found = shown(olu, address)
    denounced = deadline(Rule.RECEIPT_DENUNCIATION, SIGNED)
    expected = [denounced.safe_on.isoformat()]
    expected += [deadline(Rule.WORK_CERTIFICATE, LEFT).legal_on.isoformat()] * 2  # the last day that the employer has
    for rule in (Rule.IPE_CLAIM, Rule.ACTION_AFTER_DISMISSAL, Rule.WAGE_CLAIMS):
        expected += [deadline(rule, LEFT).safe_on.isoformat()] * 2
    assert sorted(one for one, _ in found) == sorted(expected)
    assert [one for one, _ in found] == sorted(expected)
    (receipt,) = [words for day, words in found if day == expected[0] and "art. 75" in words]
    assert "Alami" in receipt
    assert [("Alami" in words, "Bennis" in words) for _, words in found[-2:]] == [(True, False), (False, True)]
    assert all("art. 395" in words for _, words in found[-2:])
    certificates = [words for _, words in found if "art. 72" in words]
    assert len(certificates) == 2
    assert all("L’employeur a jusqu’au" in words and "pour remettre le certificat" in words for words in certificates)


def test_what_a_paper_counts_is_not_counted_twice_and_leads_to_it(app: Union, cast: Cast, olu: Visitor) -> None:
    basis_confirmed(app)
    address = opened(olu, cast)
    taken(olu, address, csv(line(1, signed=SIGNED)))
    person = rows(app, cast, address)[0].id
    signed = today() - timedelta(days=5)
    typed = {"kind": "receipt", "signed_on": f"{signed:%d/%m/%Y}"}
    paper = olu.page(f"{address}/people/{person}").select_one('a[href*="receipts"]')
    assert paper is not None
    olu.post(str(paper["href"]), typed)
    found = [one for one in shown(olu, address) if "art. 75" in one[1]]
    assert [one for one, _ in found] == [deadline(Rule.RECEIPT_DENUNCIATION, signed).safe_on.isoformat()]
    assert olu.page(f"{address}/agenda").select('.agenda-dispute a[href^="/receipts/"]')


def test_what_passed_is_kept_apart_and_never_called_lost(app: Union, cast: Cast, olu: Visitor) -> None:
    basis_confirmed(app)
    address = opened(olu, cast)
    taken(olu, address, csv(line(1, left=today() - timedelta(days=70), signed=today() - timedelta(days=70))))
    assert [words for _, words in shown(olu, address) if "art. 65" in words]
    passed = shown(olu, address, show="passed")
    assert passed
    assert all(day < today().isoformat() for day, _ in passed)
    assert any("art. 75" in words for _, words in passed)
    assert olu.client.get(f"{address}/agenda?show=lost").status_code == 422


def test_four_hundred_people_are_paged(app: Union, cast: Cast, olu: Visitor) -> None:
    basis_confirmed(app)
    address = opened(olu, cast)
    taken(olu, address, csv(*(line(n, f"Nom{n}") for n in range(1, 121))))
    first = shown(olu, address)
    last = shown(olu, address, page="10")
    assert len(first) == 50
    assert len(last) == 480 - 450
    assert first[0][0] <= first[-1][0] <= last[0][0]
    olu.get(f"{address}/agenda?page=11", 404)


def test_the_periods_of_the_plan_run_beside_those_of_the_people() -> None:
    steps = {"requested": StepDone(True, date(2026, 11, 2))}
    matter = Matter(
        "x", Situation.COLLECTIVE, Trigger.OTHER, procedure=Procedure(60, "economic", True, True, steps=steps)
    )
    found = agenda(matter, [], [], date(2027, 1, 31), None)
    assert [(one.count.rule, one.bound) for one in found if one.count] == [
        (Rule.UNION_INFORMATION, "employer"),  # before the request, as the Arabic of article 66 reads
        (Rule.UNION_INFORMATION, "employer"),  # before the first exit, as the French reads
        (Rule.COLLECTIVE_AUTHORISATION, "authority"),
    ]
    assert agenda(matter, [], [], None, None) == [found[0], found[2]]
    # A month before the request by the Arabic text of article 66, before the first exit by the French one.
    assert [(one.count.rule, one.count.start, one.bound) for one in found if one.count] == [
        (Rule.UNION_INFORMATION, date(2026, 11, 2), "employer"),
        (Rule.UNION_INFORMATION, date(2027, 1, 31), "employer"),
        (Rule.COLLECTIVE_AUTHORISATION, date(2026, 11, 2), "authority"),
    ]
    assert agenda(matter, [], [], None, None) == [one for one in found if one.count and one.count.start.year == 2026]
    transfer = Matter("x", Situation.TRANSFER, Trigger.OTHER, procedure=Procedure(60))
    assert agenda(transfer, [], [], date(2027, 1, 31), None) == []


def test_the_lawyer_whom_it_does_not_name_and_the_delegate_find_nothing(
    app: Union, cast: Cast, olu: Visitor, ann: Visitor, lex: Visitor
) -> None:
    address = opened(olu, cast)
    for visitor in (ann, lex):
        visitor.get(f"{address}/agenda", 404)


PASSED = today() - timedelta(days=70)
OWED = deadline(Rule.WORK_CERTIFICATE, PASSED).legal_on


def in_common(visitor: Visitor) -> str:
    """What the agenda of everything says, and its counts."""
    return " ".join(visitor.page("/agenda").select_one("main").get_text(" ", strip=True).split())  # type: ignore[union-attr]  # there is one


def test_what_the_employer_let_go_by_is_to_be_claimed_in_the_common_agenda(
    app: Union, cast: Cast, olu: Visitor
) -> None:
    """Until somebody says that it was claimed: then it leaves both agendas, and stays in the timeline."""
    basis_confirmed(app)
    address = opened(olu, cast)
    taken(olu, address, csv(line(1, left=PASSED), line(2, "Bennis", left=PASSED), line(3, "Chraibi")))
    assert "à réclamer depuis" in in_common(olu)
    assert "L’employeur devait remettre le certificat" in in_common(olu)
    assert "1 à réclamer" in in_common(olu)
    assert [day for day, _ in shown(olu, address, show="claim")] == [OWED.isoformat()] * 2
    olu.post(f"{address}/agenda/claimed", {"claimed_on": f"{today() + timedelta(days=1):%d/%m/%Y}"}, 422)
    olu.post(f"{address}/agenda/claimed", {"claimed_on": ""}, 422)
    olu.post(f"{address}/agenda/claimed", {"claimed_on": f"{OWED:%d/%m/%Y}"})  # on its last day nothing had passed yet
    assert len(shown(olu, address, show="claim")) == 2
    olu.post(f"{address}/agenda/claimed", {"claimed_on": f"{today():%d/%m/%Y}"})
    assert shown(olu, address, show="claim") == []
    assert "à réclamer depuis" not in in_common(olu)
    assert "Certificats de travail réclamés ou remis" in olu.page(address).get_text(" ", strip=True)
    assert any(day == deadline(Rule.WORK_CERTIFICATE, LEFT).legal_on.isoformat() for day, _ in shown(olu, address))


def test_nothing_is_claimed_of_a_closed_dispute(app: Union, cast: Cast, olu: Visitor) -> None:
    basis_confirmed(app)
    address = opened(olu, cast)
    taken(olu, address, csv(line(1, left=PASSED)))
    with app.store.maintaining() as session:
        session.get_one(Layoff, case_id(address)).stage = Stage.CLOSED
    olu.post(f"{address}/agenda/claimed", {"claimed_on": f"{today():%d/%m/%Y}"}, 422)


@pytest.mark.parametrize("kind", Situation)
def test_the_certificate_is_all_that_a_list_has_the_employer_do(kind: Situation) -> None:
    """So that the agenda of all cases can say what it is without reading a list."""
    facts = Facts("Alami", "Sara", left_on=LEFT, signed_on=SIGNED, notified_on=SIGNED)
    assert {one.rule for one in clocks(facts, kind) if one.bound != "us"} <= {THEIRS}
