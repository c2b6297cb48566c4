"""The features that the application is made of: their blueprints, in no order that matters."""

from __future__ import annotations

from flask import Blueprint

from union.accounts import reset_views
from union.accounts.views import bp as accounts
from union.cases import account_closing_views, law_views
from union.cases.closing_views import bp as cases
from union.closures import retention as of_closures
from union.closures.gate import bp as closures
from union.feed.views import bp as feed
from union.grievances import subjects as of_grievances
from union.grievances.views import bp as grievances
from union.home.leak_views import bp as record
from union.home.views import bp as home
from union.imports.web.pages import bp as imports
from union.jobloss import forgetting as of_claims
from union.jobloss.views import bp as jobloss
from union.layoffs import subjects as of_layoffs
from union.layoffs.people import retention as of_disputes
from union.layoffs.views import bp as layoffs
from union.members.pages import bp as members
from union.papers.court.edit_views import bp as court
from union.papers.dismissals.edit_views import bp as dismissals
from union.papers.receipts.edit_views import bp as receipts
from union.proposed_sites.views import bp as proposed_sites
from union.workplaces.employer_views import bp as employers
from union.workplaces.views import bp as workplaces

BLUEPRINTS: list[Blueprint] = [
    home, record, accounts, workplaces, employers, members, imports, proposed_sites, cases, grievances, layoffs, receipts, dismissals, court, feed,
    closures, jobloss,
]  # fmt: skip
BESIDE = (of_grievances, of_layoffs)  # imported, these tell the papers of a case whom they are about
PAGES = (reset_views, account_closing_views, law_views)  # imported, these register further pages of a feature
EXPIRING = (of_disputes, of_closures, of_claims)  # imported, these tell the worker what has had its time
