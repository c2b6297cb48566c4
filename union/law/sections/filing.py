"""What a union section files with the local authority, when it has a proof of it, and what follows if it is refused
(arts 414-418); the term of its officers, which its own statutes set."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from union.law.dates.calendar import next_working_day, safe_on
from union.law.sources.articles import cite
from union.law.sources.sentence import Sentence
from union.law.sources.source import Status
from union.law.terms.seniority import months_from


class Step(StrEnum):
    """The steps of a filing, in their order."""

    ASSEMBLY = "assembly"
    STATUTES = "statutes"
    OFFICERS = "officers"
    FILE = "file"
    REGISTERED = "registered"
    BAILIFF = "bailiff"
    COURT = "court"
    DELEGATE = "delegate"
    EMPLOYER = "employer"
    RENEWAL = "renewal"


class Check(StrEnum):
    """What article 416 asks of an officer."""

    MOROCCAN = "moroccan"
    CIVIL_RIGHTS = "civil_rights"
    NO_CONVICTION = "no_conviction"


CHECKS: dict[Check, Sentence] = {
    Check.MOROCCAN: Sentence("Of Moroccan nationality"),
    Check.CIVIL_RIGHTS: Sentence("Enjoys civil rights"),
    Check.NO_CONVICTION: Sentence("None of the convictions that the article lists"),
}
CHECKED_BY = ("ct 416",)


@dataclass(frozen=True, slots=True)
class Filing:
    """What is known of one filing: the first one, or that of a change; `since` is the day of what is filed."""

    founding: bool = True
    since: date | None = None
    refused_on: date | None = None
    """The day on which the file was presented and the receipt refused."""
    done: Mapping[Step, date] = field(default_factory=dict)

    @property
    def proven_by(self) -> Step | None:
        """The step that gave the proof: the receipt or the stamped copy, else the registered letter."""
        return next((one for one in (Step.FILE, Step.REGISTERED) if one in self.done), None)

    @property
    def deposit_day(self) -> date | None:
        """The day of the deposit: that of its proof; None without one."""
        return None if self.proven_by is None else self.done[self.proven_by]


@dataclass(frozen=True, slots=True)
class Planned:
    """One step of a filing. No article that was read sets a number of days: `by` is the day on which we act."""

    step: Step
    what: Sentence
    articles: tuple[str, ...]
    by: date | None
    because: Sentence
    failing: Sentence
    status: Status

    @property
    def article(self) -> Sentence:
        """The articles cited."""
        return cite(self.articles)


_FILED = ("ct 414", "ct 415")
_CHANGED = ("ct 414", "ct 415", "ct 418")
WHAT: dict[Step, Sentence] = {
    Step.ASSEMBLY: Sentence("Hold the founding assembly and draw up its minutes"),
    Step.STATUTES: Sentence("Adopt the statutes"),
    Step.OFFICERS: Sentence("Check each officer against article 416"),
    Step.FILE: Sentence("File four copies with the local authority against an immediate receipt"),
    Step.REGISTERED: Sentence("Send the file to the local authority by registered letter the same day"),
    Step.BAILIFF: Sentence("Have a bailiff record that the receipt was refused"),
    Step.COURT: Sentence("Bring the refusal before the court"),
    Step.DELEGATE: Sentence("Send the fifth copy to the provincial labour delegate"),
    Step.EMPLOYER: Sentence("Tell the employer of the union bureau"),
    Step.RENEWAL: Sentence("Renew the union bureau and file the change"),
}
_BECAUSE: dict[Step, Sentence] = {
    Step.ASSEMBLY: Sentence(
        "Creation is free. No article that was read asks for an assembly: its minutes show who adopted the statutes "
        "and chose the officers."
    ),
    Step.STATUTES: Sentence("They are filed with the list of officers."),
    Step.OFFICERS: Sentence("Before the list is filed: an officer who may not be one puts the filing in doubt."),
    Step.FILE: Sentence(
        "The statutes and the list of officers in four copies, without stamp duty; the proof is the receipt, a stamped "
        "copy, or the registered letter. No number of days was read: at once."
    ),
    Step.REGISTERED: Sentence(
        "The receipt was refused on {day}: the registered letter of the same day is the proof. That its day is the day "
        "of posting is our reading."
    ),
    Step.BAILIFF: Sentence("By prudence, the same day: no article asks for it, a court will ask what shows it."),
    Step.COURT: Sentence("No day was read for it: with the registered letter and what the bailiff wrote."),
    Step.DELEGATE: Sentence(
        "The fifth copy goes with the deposit, by the same post or hand. No number of days was read: at once."
    ),
    Step.EMPLOYER: Sentence(
        "No article that was read asks for it: whoever names the officers before the deposit exposes them without its "
        "proof. From then on the employer knows."
    ),
    Step.RENEWAL: Sentence(
        "The term ends on {day}, as the statutes set it; the Code that was read sets none. One month before, by "
        "prudence."
    ),
}
_CHANGE = Sentence(
    "Every change of the statutes or of the officers is filed like the first time. No number of days was read: at "
    "once, on the day of the change or the first working day after it."
)
_FAILING: dict[Step, Sentence] = {
    Step.ASSEMBLY: Sentence("Without minutes nothing shows who was chosen."),
    Step.STATUTES: Sentence("Without statutes there is nothing to file."),
    Step.OFFICERS: Sentence("Ask each before the list is signed, and replace whoever may not be an officer."),
    Step.FILE: Sentence(
        "Without a proof of the deposit the section cannot show that it exists. Receipt refused: the registered letter "
        "the same day, a bailiff, then the court."
    ),
    Step.REGISTERED: Sentence("A day later there is a day without proof: send it today, and keep the postal receipt."),
    Step.BAILIFF: Sentence("Let two people who were there write down and sign what they saw."),
    Step.COURT: Sentence("The registered letter stays the proof of the deposit."),
    Step.DELEGATE: Sentence("The deposit lacks a copy: send it by registered letter and keep the postal receipt."),
    Step.EMPLOYER: Sentence("Nothing is lost: it can be told at any time after the deposit."),
    Step.RENEWAL: Sentence("Officers whose term is over sign nothing that holds: call the assembly."),
}
_ARTICLES: dict[Step, tuple[str, ...]] = {
    Step.ASSEMBLY: _FILED,
    Step.STATUTES: _FILED,
    Step.OFFICERS: CHECKED_BY,
    Step.FILE: _FILED,
    Step.REGISTERED: _FILED,
    Step.BAILIFF: _FILED,
    Step.COURT: _FILED,
    Step.DELEGATE: _FILED,
    Step.EMPLOYER: ("ct 397", "ct 428"),
    Step.RENEWAL: ("ct 418",),
}
_READ = frozenset({Step.STATUTES, Step.OFFICERS})
"""What stands in the articles; of the other steps the day or the need is our reading."""


def plan(filing: Filing, announced: Mapping[date, str] | None = None) -> tuple[Planned, ...]:
    """Every step of a filing, in order. What follows on a refused receipt stands there once it was refused."""
    at_once = None if filing.since is None else next_working_day(filing.since, announced)
    refused = filing.refused_on
    with_it = filing.deposit_day or refused or at_once
    founding = (Step.ASSEMBLY, Step.STATUTES, Step.OFFICERS) if filing.founding else (Step.OFFICERS,)
    found = [_planned(one, filing, None) for one in founding]
    found.append(_planned(Step.FILE, filing, at_once))
    if refused is not None:
        found += [
            _planned(Step.REGISTERED, filing, refused),
            _planned(Step.BAILIFF, filing, refused),
            _planned(Step.COURT, filing, None),
        ]
    return (*found, _planned(Step.DELEGATE, filing, with_it), _planned(Step.EMPLOYER, filing, None))


def _planned(step: Step, filing: Filing, by: date | None) -> Planned:
    because = _BECAUSE[step]
    if step is Step.REGISTERED:
        because = because.filled(day=filing.refused_on)
    if step is Step.FILE and not filing.founding:
        because = _CHANGE
    articles = _ARTICLES[step]
    if articles == _FILED and not filing.founding:
        articles = _CHANGED
    status = Status.VERIFIED if step in _READ else Status.UNVERIFIED
    return Planned(step, WHAT[step], articles, by, because, _FAILING[step], status)


def renewal(ends_on: date, announced: Mapping[date, str] | None = None) -> Planned:
    """The next term of the officers: the day on which it ends is told by the statutes and never assumed."""
    step = Step.RENEWAL
    return Planned(
        step,
        WHAT[step],
        _ARTICLES[step],
        safe_on(months_from(ends_on, -1), announced),
        _BECAUSE[step].filled(day=ends_on),
        _FAILING[step],
        Status.UNVERIFIED,
    )


def term_ends(from_on: date, months: int | None, until_on: date | None = None) -> date | None:
    """The end of an officer's term: as it was told, else the months of the statutes; None where nobody said them."""
    if until_on is not None or months is None:
        return until_on
    return months_from(from_on, months)


RIGHTS: tuple[tuple[Sentence, tuple[str, ...]], ...] = (
    (Sentence("A member leaves at any time; six months' dues may be asked."), ("ct 402",)),
    (Sentence("Every change of the statutes or of the officers is filed like the first time."), ("ct 418",)),
    (Sentence("A court alone dissolves it."), ("ct 426",)),
    (Sentence("Whoever hinders the right to a union pays a fine of 25,000 to 30,000 DH."), ("ct 428",)),
)
"""What holds for every section, each with its articles."""
