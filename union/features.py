"""The features that the application is made of: their pages, and what each gives to the floors below it.

A floor below knows no feature: it holds an empty place for what it asks of those above. Every such place is filled
here, by name, and nowhere else.
"""

from __future__ import annotations

from flask import Blueprint

from union.accounts import actions as accounts_actions
from union.accounts import authentication, reset_views, resets
from union.accounts.views import bp as accounts
from union.attachments import upload_views, uploads
from union.attachments import views as attachments_views
from union.attachments import words as attachments_words
from union.attachments.actions import KIND as ATTACHMENT
from union.attachments.models import kept_files as attached_files
from union.attachments.views import bp as attachments
from union.bundles import actions as bundles_actions
from union.bundles import destroyed as bundles_destroyed
from union.bundles import making as bundles_making
from union.bundles import models as bundles_models
from union.bundles import retention as bundles_retention
from union.bundles import views as bundles_views
from union.bundles import words as bundles_words
from union.cases import (
    account_closing,
    account_closing_views,
    closing,
    closing_views,
    closing_words,
    date_words,
    dates,
    law_views,
    lesson_panel,
    link_views,
    member_panel,
    panels,
    recounting,
    subjects,
    task_views,
    timeline,
    transfer_views,
)
from union.cases import models as cases_models
from union.cases.closing_views import bp as cases
from union.cases.models import CaseKind
from union.closures import retention as closures_retention
from union.closures import tasks as closures_tasks
from union.closures import words as closures_words
from union.closures.gate import LINKS as CLOSURE_LINKS
from union.closures.gate import bp as closures
from union.collective import actions as collective_actions
from union.collective import offered_letters as collective_letters
from union.collective import retention as collective_retention
from union.collective import views as collective_views
from union.confidentiality import breaking as confidentiality_breaking
from union.confidentiality import opening as confidentiality_opening
from union.confidentiality import views as confidentiality_views
from union.confidentiality import words as confidentiality_words
from union.correspondence import actions as correspondence_actions
from union.correspondence import entering_views, from_papers, offers, register, register_views
from union.correspondence import views as correspondence_views
from union.correspondence import words as correspondence_words
from union.drives import retention as drives_retention
from union.drives.pages import bp as drives
from union.dues import lists as dues_lists
from union.dues.pages import bp as dues
from union.entitlements import actions as entitlements_actions
from union.entitlements.web import panel as entitlements_panel
from union.entitlements.web.pages import bp as entitlements
from union.feed import actions as feed_actions
from union.feed import events as feed_events
from union.feed.views import bp as feed
from union.grievances import actions as grievances_actions
from union.grievances import drafts, probable, saved_lists, step_of_letter
from union.grievances import offered_letters as grievances_letters
from union.grievances import steps as grievances_steps
from union.grievances import subjects as grievances_subjects
from union.grievances.views import bp as grievances
from union.holidays import actions as holidays_actions
from union.holidays.views import bp as holidays
from union.home import visits
from union.home.leak_views import bp as record
from union.home.views import bp as home
from union.imports.kinds import jobs as imports_jobs
from union.imports.records import actions as imports_actions
from union.imports.records import discarding
from union.imports.records import models as imports_models
from union.imports.undo import removing
from union.imports.web.pages import bp as imports
from union.jobs import housekeeping, worker
from union.layoffs.lists import matched_before, matching
from union.layoffs.papers import archive
from union.layoffs.papers import sending as layoffs_sending
from union.layoffs.people import clocks
from union.layoffs.records import models as layoffs_models
from union.layoffs.retention import closed_disputes as layoffs_retention
from union.layoffs.retention import outsiders
from union.layoffs.sums import recomputing
from union.layoffs.web import agenda_views, order_views, own_step_views
from union.layoffs.web import offered_letters as layoffs_letters
from union.layoffs.web import panels as layoffs_panels
from union.layoffs.web import subjects as layoffs_subjects
from union.layoffs.web.pages import bp as layoffs
from union.mandates import actions as mandates_actions
from union.mandates import in_calendar
from union.mandates import words as mandates_words
from union.mandates.views import bp as mandates
from union.meetings import panels as meetings_panels
from union.meetings.views import bp as meetings
from union.members import declared_panel, listing, named
from union.members import panels as members_panels
from union.members.pages import bp as members
from union.notices import actions as notices_actions
from union.notices import outbox
from union.notices.views import bp as notices
from union.papers import pages as paper_pages
from union.papers import sending, shelf
from union.papers.dismissals import actions as dismissals_actions
from union.papers.kinds import KINDS
from union.patterns import panels as patterns_panels
from union.patterns.views import bp as patterns
from union.polls import electors
from union.polls import in_calendar as polls_in_calendar
from union.polls.pages import bp as polls
from union.proposed_sites.views import bp as proposed_sites
from union.record import chain
from union.referrals import in_calendar as referrals_in_calendar
from union.referrals import panel as referrals_panel
from union.referrals.views import bp as referrals
from union.rounds.views import bp as rounds
from union.sections import in_calendar as sections_in_calendar
from union.sections.views import bp as sections
from union.store import files
from union.targets import brand_views
from union.targets import panels as targets_panels
from union.targets.views import bp as targets
from union.trainings import in_calendar as trainings_in_calendar
from union.trainings import panel as trainings_panel
from union.trainings.pages import bp as trainings
from union.web import idempotency, searches
from union.workplaces import panels as workplaces_panels
from union.workplaces import strength
from union.workplaces.employer_views import bp as employers
from union.workplaces.views import bp as workplaces

BLUEPRINTS: list[Blueprint] = [
    home,
    record,
    accounts,
    workplaces,
    employers,
    members,
    imports,
    proposed_sites,
    holidays,
    cases,
    confidentiality_views.bp,
    attachments,
    correspondence_views.bp,
    entitlements,
    grievances,
    layoffs,
    *(paper_pages.blueprint(kind) for kind in KINDS),
    feed,
    closures,
    mandates,
    collective_views.bp,
    dues,
    meetings,
    patterns,
    polls,
    rounds,
    sections,
    trainings,
    referrals,
    targets,
    notices,
    drives,
    bundles_views.bp,
]
# Further pages on the blueprints of accounts, cases, attachments, letters and sites.
PAGES = (
    reset_views,
    account_closing_views,
    law_views,
    link_views,
    entering_views,
    register_views,
    task_views,
    transfer_views,
    upload_views,
    brand_views,
)


def connect() -> None:
    """Fills every place that a floor below holds for the features. Done again, it changes nothing."""
    _connect_record()
    _connect_background()
    _connect_accounts_and_members()
    _connect_dates()
    _connect_cases()


def _connect_record() -> None:
    chain.CASES |= {kind.value for kind in CaseKind}
    chain.PARTS |= {"intake", "layoff_person", "taken_in", ATTACHMENT}
    chain.PARTS |= {"owed", collective_actions.KIND, correspondence_actions.KIND, bundles_actions.KIND}
    chain.PARTS |= {register.KIND}
    chain.PARTS |= {kind.table.record_kind for kind in KINDS if kind.table.named}
    chain.REACHED[:] = [cases_models.reached]


def _connect_background() -> None:
    """What the worker does, what it removes and renews once a day, and which sealed files are still needed."""
    worker.WORK |= {
        archive.KIND: archive.press,
        bundles_actions.KIND: bundles_making.press,
        imports_actions.KIND: imports_jobs.bring_in,
        imports_actions.UNDO: imports_jobs.undo,
        holidays_actions.RECOUNT: recounting.recount,
    }
    worker.DAILY[:] = [
        housekeeping.keep_up,
        housekeeping.expire,
        housekeeping.sweep,
        housekeeping.forget,
    ]
    worker.OFTEN[:] = [outbox.send_due, bundles_destroyed.without_what_is_destroyed]
    housekeeping.PASSING[:] = [
        idempotency.PASSING,
        searches.PASSING,
        outbox.PASSING,
        saved_lists.PASSING,
        dues_lists.PASSING,
        *mandates_actions.PASSING,
    ]
    housekeeping.EXPIRING[:] = [
        authentication.EXPIRING,
        outsiders.EXPIRING,
        closures_retention.EXPIRING,
        collective_retention.EXPIRING,
        feed_actions.EXPIRING,
        drafts.EXPIRING,
        entitlements_actions.EXPIRING,
        discarding.EXPIRING,
        layoffs_retention.EXPIRING,
        visits.EXPIRING,
        confidentiality_breaking.EXPIRING,
        uploads.EXPIRING,
        notices_actions.EXPIRING,
        bundles_actions.EXPIRING,
        *drives_retention.EXPIRING,
        bundles_retention.EXPIRING,
    ]
    housekeeping.MOVING[:] = [
        closing.MOVING,
        clocks.MOVING,
        recomputing.MOVING,
        grievances_steps.MOVING,
        matched_before.MOVING,
        electors.MOVING,
        dues_lists.MOVING,
    ]
    files.NEEDED[:] = [
        housekeeping.of_jobs,
        layoffs_models.kept_files,
        imports_models.kept_files,
        attached_files,
        uploads.kept_files,
        bundles_models.kept_files,
    ]


def _connect_accounts_and_members() -> None:
    accounts_actions.ENDING_WITH_SESSIONS[:] = [feed_actions.revoke]
    accounts_actions.HANGING[:] = [account_closing.hanging]
    resets.WITHHELD[:] = [cases_models.confidential_of, drafts.begun_by]
    strength.COUNTERS |= {"open_cases": member_panel.open_at, "members": listing.members_at}
    workplaces_panels.PANELS[:] = [
        targets_panels.of_workplace,
        meetings_panels.of_workplace,
        lesson_panel.of_site,
        register_views.of_site,
        patterns_panels.of_site,
    ]
    named.NAMED[:] = [cases_models.parties]
    removing.NAMED[:] = [matching.named]
    named.THROUGH[:] = [cases_models.through]
    members_panels.PANELS[:] = [
        member_panel.of_member,
        entitlements_panel.of_member,
        probable.of_member,
        declared_panel.panel,
        patterns_panels.of_member,
        trainings_panel.of_member,
        referrals_panel.of_member,
    ]


def _connect_dates() -> None:
    """What stands in agendas and calendars beside the steps of cases, and what those are called."""
    feed_events.BESIDE[:] = [
        in_calendar.events,
        meetings_panels.events,
        polls_in_calendar.events,
        sections_in_calendar.events,
        trainings_in_calendar.events,
        referrals_in_calendar.events,
    ]
    dates.OWN |= {CaseKind.GRIEVANCE: grievances_steps.own, CaseKind.LAYOFF: clocks.own_of}
    date_words.CALLED |= closures_tasks.DATE_WORDS | mandates_words.DATE_WORDS
    date_words.PAGES |= {kind.table.source: (f"{kind.name}.show", kind.argument) for kind in KINDS if kind.argument}


def _connect_cases() -> None:
    subjects.ABOUT |= {CaseKind.GRIEVANCE: grievances_subjects.subject, CaseKind.LAYOFF: layoffs_subjects.whole}
    subjects.LINES[:] = [layoffs_subjects.line]
    subjects.ABSENT[:] = [confidentiality_opening.first_or_404]
    dismissals_actions.LETTER_READ[CaseKind.GRIEVANCE] = grievances_actions.letter_read
    for acts in (
        closing_words.ACTS,
        task_views.ACTS,
        confidentiality_words.ACTS,
        closures_words.ACTS,
        attachments_words.ACTS,
        collective_views.ACTS,
        correspondence_words.ACTS,
        bundles_words.ACTS,
    ):
        timeline.ACT_WORDS.update(acts)
    for kind in KINDS:
        timeline.ACT_WORDS.update(kind.acts)
    timeline.ACT_WORDS.update(entitlements_actions.ACTS)
    offers.OFFERS[:] = [
        grievances_letters.offered,
        collective_letters.offered,
        layoffs_letters.offered,
        from_papers.offered,
    ]
    offers.ORIGINS[:] = [
        offers.Origin(from_papers.mark, from_papers.take_back),
        offers.Origin(layoffs_sending.mark, layoffs_sending.take_back),
    ]
    offers.STEPS[:] = [step_of_letter.step_of]
    sending.WENT[:] = [register.paper_went]
    panels.PANELS[:] = [
        task_views.panel,
        confidentiality_views.panel,
        attachments_views.panel,
        correspondence_views.panel,
        bundles_views.panel,
        closing_views.panel,
        entitlements_panel.panel,
        law_views.panel,
        link_views.panel,
        collective_views.panel,
        patterns_panels.of_case,
        *(shelf.panel(kind) for kind in KINDS if kind.shelf is not None),
    ]
    layoffs_panels.LINKS[:] = [
        *CLOSURE_LINKS,
        agenda_views.LINK,
        order_views.LINK,
        *(layoffs_panels.Link(f"{kind.name}.show", *kind.link, on_person=True) for kind in KINDS if kind.link),
        own_step_views.LINK,
    ]
