"""Sentence of a claim, for the page and for the paper: its papers with how sure each is, their states, the
checklist's own."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from union.law.checking.findings import ANSWERS, State
from union.law.sources.sentence import Sentence
from union.law.sources.source import Status
from union.papers.jobloss.models import Got, Paper

PAPERS: dict[Paper, tuple[Sentence, Status]] = {
    Paper.RECORD: (
        Sentence("Record of the labour inspector with the motive and the date"),
        Status.VERIFIED_2,
    ),
    Paper.FORM: (
        Sentence("Claim form of the fund (CNSS)"),
        Status.UNVERIFIED,
    ),
    Paper.IDENTITY: (
        Sentence("Copy of the identity card"),
        Status.UNVERIFIED,
    ),
    Paper.CERTIFICATE: (
        Sentence("Certificate of work, with the day of leaving"),
        Status.UNVERIFIED,
    ),
    Paper.DAYS: (
        Sentence("Statement of the declared days"),
        Status.UNVERIFIED,
    ),
    Paper.EMPLOYMENT_AGENCY: (
        Sentence("Registration with ANAPEC"),
        Status.UNVERIFIED,
    ),
    Paper.BANK: (
        Sentence("Bank account statement"),
        Status.UNVERIFIED,
    ),
}
GOT = {
    Got.MISSING: Sentence("to be found"),
    Got.ASKED: Sentence("asked for"),
    Got.HELD: Sentence("in the file"),
}
ON_PAPER = ANSWERS | {State.UNKNOWN: Sentence("to be checked")}
ACTS = {"job_loss_told": (_l("Claim of the job-loss allowance written down"), "money")}
FACTS: dict[str, Sentence] = {
    "employee_number": Sentence("Employee number"),
    "hired_on": Sentence("Hired on"),
    "left_on": Sentence("Last day of employment"),
}
SAID: dict[str, Sentence] = {
    "facts": Sentence("Facts used"),
    "title": Sentence("Job-loss allowance: {name}"),
    "clock": Sentence("The sixty days", context="letter"),
    "no_clock": Sentence("The last day of the contract is not known: the sixty days cannot be counted."),
    "claimed": Sentence("Claim filed on {day}."),
    "legal": Sentence("Legal date: {day}."),
    "conditions": Sentence("The conditions"),
    "condition": Sentence("Condition"),
    "known": Sentence("What is known"),
    "article": Sentence("Text"),
    "state": Sentence("State"),
    "days": Sentence("{days} days declared"),
    "by_kind": Sentence("from the dispute"),
    "amount": Sentence("The amount"),
    "month": Sentence("A month, for six months at most"),
    "month_how": Sentence("{formula}. Counted on the gross pay that is known; the fund counts the wages declared."),
    "fixed": Sentence("The contract is counted as a fixed-term one: no allowance is counted at its term."),
    "papers": Sentence("The papers"),
    "unsure": Sentence("to be confirmed with the fund's agency"),
    "source": Sentence("Source: {source}."),
    "what": Sentence("What"),
    "how": Sentence("Sum"),
    "sum": Sentence("Amount"),
    "foot": Sentence(
        "Law 03-14, from secondary sources; a reform was announced: check the conditions with the fund, "
        "which decides. Printed on {day}."
    ),
}
