"""One procedure or paper put to its questions: from plain facts to findings, periods and notes, with their articles."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from union.law.checking.findings import STATES, Finding, State
from union.law.dates.deadlines import Deadline
from union.law.ending import resignation
from union.law.ending.agency import agency, read_agency
from union.law.ending.insertion import insertion, read_insertion
from union.law.ending.requalification import read_chain, requalification
from union.law.ending.transfer import read_transfer, transfer
from union.law.pay.reduced_hours import read_reduction, reduced_hours
from union.law.procedure import collective as plans
from union.law.procedure import discipline, work_certificate
from union.law.procedure.collective_plan import read_plan
from union.law.procedure.dismissal_check import clocks, dismissal_check, read_dismissal
from union.law.procedure.ladder import stands_on
from union.law.sentences.refusals import refuse
from union.law.settling import receipts
from union.law.settling.conciliation import conciliation, read_conciliation
from union.law.settling.unchallenged import unchallenged
from union.law.social import job_loss
from union.law.sources.sentence import Sentence
from union.law.strictly.tables import Statement
from union.law.texts import in_force_then, texts_of, version


class Kind(StrEnum):
    """What is put to its questions."""

    DISMISSAL = "dismissal"
    SANCTION = "sanction"
    PLAN = "plan"
    REDUCED_HOURS = "reduced_hours"
    RECEIPT = "receipt"
    CONCILIATION = "conciliation"
    RESIGNATION = "resignation"
    FIXED_TERM = "fixed_term"
    JOB_LOSS = "job_loss"
    CERTIFICATE = "certificate"
    AGENCY = "agency"
    INSERTION = "insertion"
    TRANSFER = "transfer"


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found: every question in its order, the periods that run, and what to say besides."""

    kind: Kind
    on: date | None
    findings: tuple[Finding, ...]
    clocks: tuple[Deadline, ...] = ()
    notes: tuple[Statement, ...] = ()

    @property
    def defects(self) -> list[Finding]:
        """What was missed or came late, by rules that were checked."""
        return [one for one in self.findings if one.defect]

    def as_json(self) -> dict[str, object]:
        """Plain values for JSON: defects first, with consequence and paragraphs; then what is well and what is not
        known."""
        cited = [key for one in self.findings for key in one.articles]
        return {
            "kind": str(self.kind),
            "defects": [one.as_json() for one in self.defects],
            "warnings": [one.as_json() for one in self.findings if one.warning],
            "not_known": [one.as_json() for one in self.findings if one.state is State.UNKNOWN],
            "done": [one.as_json() for one in self.findings if one.state is State.DONE],
            "not_asked": [one.code for one in self.findings if one.state is State.NOT_ASKED],
            "deadlines": [deadline_json(one) for one in self.clocks],
            "notes": [_note(one) for one in self.notes],
            "versions": [one.as_json() for one in in_force_then(cited, self.on)] if self.on else [],
        }

    def as_text(self) -> list[Sentence]:
        """Lines for a person: each question with its answer, the paragraph of a defect, the periods, the notes."""
        lines: list[Sentence] = []
        for one in self.findings:
            lines.append(Sentence("[{state}] {question}").filled(state=STATES[one.state], question=one.question))
            if one.defect or one.warning:
                lines.append(Sentence("    {letter}").filled(letter=one.letter))
        lines += [clock.because for clock in self.clocks]
        return lines + [note.sentence for note in self.notes]


def _note(one: Statement) -> dict[str, object]:
    return {
        "code": one.head.key,
        "sentence": one.sentence,
        "article": one.article,
        "status": str(one.head.status),
    }


def deadline_json(one: Deadline) -> dict[str, object]:
    """A period as plain values: dates as text or null, and sentences."""
    ends = one.ends_at
    return {
        "rule": str(one.rule),
        "from": one.start.isoformat(),
        "legal_on": one.legal_on.isoformat(),
        "legal_at": ends.isoformat(timespec="minutes") if ends else None,
        "late_from": late.isoformat(timespec="minutes") if (late := one.late_from) else None,
        "safe_on": one.safe_on.isoformat(),
        "post_by": one.post_by.isoformat() if one.post_by else None,
        "reserve_on": one.reserve_on.isoformat() if one.reserve_on else None,
        "act": one.act,
        "because": one.because,
        "reserve": one.reserve,
        "remains": one.remains,
        "bound": one.bound,
        "article": one.article,
        "status": str(one.status),
        "versions": [
            found.as_json() for text in texts_of(one.articles) if (found := version(text, one.start)) is not None
        ],
    }


def _dismissal(given: Mapping[str, object]) -> Answer:
    facts = read_dismissal(given)
    return Answer(Kind.DISMISSAL, facts.on, tuple(dismissal_check(facts)), tuple(clocks(facts)))


def _sanction(given: Mapping[str, object]) -> Answer:
    facts = discipline.read_penalty(given)
    ladder, *rest = discipline.penalty(facts)
    if ladder.state is not State.UNKNOWN:
        now = discipline.PriorSanction(facts.sanction, facts.on, facts.days)
        ladder = replace(ladder, explained=stands_on(facts.sanctions, now))
    return Answer(Kind.SANCTION, facts.on, (ladder, *rest), tuple(discipline.clocks(facts)))


def _plan(given: Mapping[str, object]) -> Answer:
    facts = read_plan(given)
    notes = tuple(plans.NOTES[key] for key in plans.notes(facts))
    on = facts.first_exit_on or facts.requested_on or facts.delegates_informed_on
    return Answer(Kind.PLAN, on, tuple(plans.collective(facts)), tuple(plans.clocks(facts)), notes)


def _reduced(given: Mapping[str, object]) -> Answer:
    facts = read_reduction(given)
    return Answer(Kind.REDUCED_HOURS, facts.starts_on, tuple(reduced_hours(facts)))


def _receipt(given: Mapping[str, object]) -> Answer:
    facts = receipts.read_receipt(given)
    running = receipts.clock(facts) if facts.denounced_on is None else None
    found = tuple(receipts.receipt(facts))
    return Answer(Kind.RECEIPT, facts.signed_on, found, (running,) if running else (), unchallenged(facts))


def _resignation(given: Mapping[str, object]) -> Answer:
    facts = resignation.read_resignation(given)
    findings = tuple(resignation.resignation(facts))
    return Answer(Kind.RESIGNATION, facts.signed_on, findings, tuple(resignation.clocks(facts)))


def _fixed_term(given: Mapping[str, object]) -> Answer:
    chain = read_chain(given)
    return Answer(Kind.FIXED_TERM, chain.contracts[-1].start, tuple(requalification(chain)))


def _job_loss(given: Mapping[str, object]) -> Answer:
    facts = job_loss.read_job_loss(given)
    clock = job_loss.clock(facts)
    return Answer(Kind.JOB_LOSS, facts.lost_on, tuple(job_loss.conditions(facts)), (clock,) if clock else ())


def _certificate(given: Mapping[str, object]) -> Answer:
    facts = work_certificate.read_certificate(given)
    clock = work_certificate.clock(facts)
    findings = tuple(work_certificate.work_certificate(facts))
    return Answer(Kind.CERTIFICATE, facts.left_on, findings, (clock,) if clock else ())


_ASKED: dict[Kind, Callable[[Mapping[str, object]], Answer]] = {
    Kind.DISMISSAL: _dismissal,
    Kind.SANCTION: _sanction,
    Kind.PLAN: _plan,
    Kind.REDUCED_HOURS: _reduced,
    Kind.RECEIPT: _receipt,
    Kind.CONCILIATION: lambda given: Answer(Kind.CONCILIATION, None, tuple(conciliation(read_conciliation(given)))),
    Kind.RESIGNATION: _resignation,
    Kind.FIXED_TERM: _fixed_term,
    Kind.JOB_LOSS: _job_loss,
    Kind.CERTIFICATE: _certificate,
    Kind.AGENCY: lambda given: Answer(Kind.AGENCY, (facts := read_agency(given)).starts_on, tuple(agency(facts))),
    Kind.INSERTION: lambda given: Answer(
        Kind.INSERTION, (facts := read_insertion(given)).starts_on, tuple(insertion(facts))
    ),
    Kind.TRANSFER: lambda given: Answer(
        Kind.TRANSFER, (facts := read_transfer(given)).changed_on, tuple(transfer(facts))
    ),
}


def procedure(given: Mapping[str, object]) -> Answer:
    """Facts by field name, `kind` among them, put to the questions of that kind. Raises `BadFacts` naming the field."""
    rest = dict(given)
    kind = rest.pop("kind", None)
    if kind is None:
        raise refuse("kind", "bad_choice", choices=", ".join(Kind))
    if not isinstance(kind, str) or kind not in Kind.__members__.values():
        raise refuse("kind", "bad_choice", choices=", ".join(Kind))
    return _ASKED[Kind(kind)](rest)
