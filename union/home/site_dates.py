"""What falls due at the sites in reach of elections, sections, trainings and referrals, as lines of an agenda."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar
from uuid import UUID

from flask import url_for
from flask_babel import gettext as _
from sqlalchemy import select

from union.home.acts import Act
from union.members.models import Member
from union.members.views import called
from union.polls import shown as polls_shown
from union.polls import steps as polls_steps
from union.polls.models import Poll
from union.referrals.models import Referral
from union.sections import shown as sections_shown
from union.sections import steps as sections_steps
from union.sections.models import Section
from union.store.reach import ReachSession
from union.trainings.models import Came, Training, TrainingPlace
from union.trainings.words import SUBJECTS
from union.web.damaged import readable
from union.web.locale import today
from union.workplaces.models import Workplace

Row = TypeVar("Row", Poll, Section)


def of_polls(session: ReachSession, workplace: UUID | None = None) -> list[Act]:
    """What is to be done by us or to be claimed, of every election in reach or of one site, what comes first on top."""

    def made(poll: Poll, place: str) -> list[Act]:
        url = url_for("polls.show", poll_id=poll.id)
        told = (polls_shown.shown(poll, one) for one in polls_steps.due(poll.told, today()))
        return [_act(one, url, place) for one in told]

    return _acts(session, Poll, workplace, made)


def of_sections(session: ReachSession, workplace: UUID | None = None) -> list[Act]:
    """What is to be done of every section in reach or of one site, what comes first on top."""

    def made(section: Section, place: str) -> list[Act]:
        url = url_for("sections.show", section_id=section.id)
        told = (sections_shown.shown(section, one) for one in sections_steps.due(section.told, today()))
        return [_act(one, url, place) for one in told]

    return _acts(session, Section, workplace, made)


def of_trainings(session: ReachSession, workplace: UUID | None = None) -> list[Act]:
    """The trainings to come, and those after which nobody wrote down yet who came; of one site those on which somebody
    there has a place."""
    asked = select(TrainingPlace)
    if workplace is not None:
        asked = asked.where(TrainingPlace.workplace_id == workplace)
    places = readable(session.scalars(asked), "place")
    unsaid = {one.training_id for one in places if one.place.came is Came.EXPECTED}
    rows = readable(session.scalars(select(Training)), "told")
    if workplace is not None:
        with_place = {one.training_id for one in places}
        rows = [one for one in rows if one.id in with_place]
    found = [
        Act(
            _("Write down who came") if one.told.on < today() else str(SUBJECTS[one.told.subject]),
            one.told.on,
            "",
            url_for("trainings.show", course_id=one.id),
            one.told.place,
            "",
        )
        for one in rows
        if one.told.on >= today() or one.id in unsaid
    ]
    return sorted(found, key=lambda one: one.by or today())


def of_referrals(session: ReachSession, workplace: UUID | None = None) -> list[Act]:
    """The days on which to ask a body what became of somebody; whom it is about stands apart, off a telephone."""
    asked = select(Referral) if workplace is None else select(Referral).where(Referral.workplace_id == workplace)
    rows = [one for one in readable(session.scalars(asked), "told") if one.told.ask_on is not None]
    people = select(Member).where(Member.id.in_({one.member_id for one in rows}))
    names = {one.id: called(one) for one in readable(session.scalars(people), "identity")}
    where = select(Workplace).where(Workplace.id.in_({one.workplace_id for one in rows}))
    places = {one.id: one.site.called for one in session.scalars(where)}
    found = [
        Act(
            _("Ask %(body)s what became of it", body=one.told.body),
            one.told.ask_on,
            "",
            url_for("referrals.edit", referral_id=one.id),
            places[one.workplace_id],
            "",
            about=names.get(one.member_id, ""),
        )
        for one in rows
    ]
    return sorted(found, key=lambda one: (one.by or today(), one.place))


def _acts(
    session: ReachSession, kind: type[Row], workplace: UUID | None, made: Callable[[Row, str], list[Act]]
) -> list[Act]:
    asked = select(kind) if workplace is None else select(kind).where(kind.workplace_id == workplace)
    rows = list(readable(session.scalars(asked), "told"))
    if not rows:
        return []
    wanted = {one.workplace_id for one in rows}
    places = {one.id: one.site.called for one in session.scalars(select(Workplace).where(Workplace.id.in_(wanted)))}
    found = [act for one in rows for act in made(one, places[one.workplace_id])]
    return sorted(found, key=lambda one: (one.by is None, one.by, one.place))


def _act(told: Any, url: str, place: str) -> Act:
    """`told` is a step in the reader's language, of an election or of a section."""
    return Act(told.what, told.by, "", url, place, told.article, clock=told.clock, theirs=told.theirs)
