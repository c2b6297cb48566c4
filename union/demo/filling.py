"""Fills an empty installation with the demonstration, everything or nothing; the disputes follow, each in its own
transaction."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from random import Random
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from union.accounts.authentication import login_token
from union.accounts.models import Account
from union.demo import (
    accounts,
    claims,
    closures,
    disputes,
    dues,
    grievances,
    mandates,
    meetings,
    owed,
    papers,
    patterns,
    places,
    plans,
    polls,
    referrals,
    rounds,
    sections,
    targets,
    trainings,
)
from union.demo.people import DemoPerson, people
from union.members import tokens
from union.members.models import Employment, Mandate, Member, MemberToken
from union.store.db import Model, Store
from union.workplaces.models import Workplace

SEED = 20260729


def state_of(store: Store) -> str:
    """What the installation holds: "empty", "demo", or "real", which the demonstration must not touch."""
    with store.maintaining() as session:
        if session.scalar(select(Account.id).where(Account.login_token == login_token(accounts.FIRST))):
            return "demo"
        return "real" if session.scalar(select(Account.id).limit(1)) else "empty"


def fill(store: Store, secret: bytes, today: date) -> None:
    """Write the whole demonstration. `secret` is the root key, from which the passwords are derived."""
    random = Random(SEED)  # noqa: S311  # the same demonstration every time; nothing of it is secret
    with store.maintaining() as session:
        sites = places.found(session, today)
        everybody: dict[str, list[DemoPerson]] = {}
        number = 1
        for plan in places.PLANS:
            made = list(people(random, plan.site, plan.people, number, today))
            number += plan.people
            _write(session, sites[plan.key], made)
            everybody[plan.key] = made
        signed_in = accounts.create(session, secret, sites, everybody, today)
        grievances.report(session, random, sites, everybody, signed_in)
        mandates.keep(session, signed_in["delegue"], sites["maarouf"].id, today)
        patterns.mark(session, sites, everybody, today)
        polls.hold(session, sites, everybody, today)
        rounds.publish(session)
        sections.found(session, sites, today)
        plans.begin(session, random, sites["maarouf"].id, signed_in["permanente"], signed_in["delegue"], today)
        targets.plan(session, sites, signed_in, today)
        meetings.hold(session, sites, today)
        trainings.plan(session, today)
        dues.pay(session, sites, everybody, signed_in["delegue"], today)
        referrals.send(session, sites, everybody, today)
    disputes.complete(store, today)
    papers.complete(store, today)
    owed.complete(store, today)
    closures.complete(store, today)
    claims.complete(store)


def _write(session: Session, site: Workplace, made: Iterable[DemoPerson]) -> None:
    """As an import writes them: many rows at once, each sealed for its place."""
    rows: dict[type[Model], list[dict[str, Any]]] = {Member: [], Employment: [], MemberToken: [], Mandate: []}
    for one in made:
        rows[Member].append(
            {
                "id": one.id,
                "version": 1,
                "identity_sealed": Member.identity.seal("member", one.id, one.identity),
                "standing_sealed": Member.standing.seal("member", one.id, one.standing),
            }
        )
        rows[Employment].append(
            {
                "id": one.employment_id,
                "workplace_id": site.id,
                "member_id": one.id,
                "version": 1,
                "terms_sealed": Employment.terms.seal("employment", one.employment_id, one.terms),
            }
        )
        rows[MemberToken] += [{"id": uuid4(), "member_id": one.id, "token": token} for token in _tokens(site.id, one)]
        rows[Mandate] += _mandates(site.id, one)
    for kind, some in rows.items():
        if some:
            session.execute(insert(kind), some)
    site.roster += 1
    session.flush()


def _tokens(workplace_id: UUID, one: DemoPerson) -> set[bytes]:
    worn = one.terms.employee_number
    return tokens.of_identity(one.identity) | ({tokens.number(workplace_id, worn)} if worn else set())


def _mandates(workplace_id: UUID, one: DemoPerson) -> list[dict[str, Any]]:
    if one.mandate is None:
        return []
    new = uuid4()
    sealed = Mandate.held.seal("mandate", new, one.mandate)
    place = {"employment_id": one.employment_id, "workplace_id": workplace_id, "member_id": one.id}
    return [{"id": new, **place, "held_sealed": sealed}]
