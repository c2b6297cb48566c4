"""What the union writes where a step of an election is left undone, in French or in Arabic; it names no employee."""

from __future__ import annotations

from datetime import date

from union.cases.letters import DOTS, To, filled, of_union
from union.cases.subjects import Place
from union.languages.figures import day
from union.law.polls.calendar import Planned, Step
from union.law.sources.sentence import Sentence
from union.press.content import Letter, Part, left_to_right, name

SUBJECTS: dict[Step, Sentence] = {
    Step.COLLEGES: Sentence("Subject: electoral colleges and sharing of the seats (articles 434 and 435)"),
    Step.LISTS: Sentence("Subject: electoral lists that were not posted (article 440)"),
    Step.ANSWERS: Sentence("Subject: claims against the electoral list left without an answer (article 442)"),
    Step.CANDIDATES: Sentence("Subject: filing of our list of candidates (article 444)"),
    Step.POLL: Sentence("Subject: election of staff delegates that was not held (articles 430 and 449)"),
    Step.MINUTES: Sentence("Subject: minutes of the ballot (article 449)"),
    Step.SECOND_ROUND: Sentence("Subject: second round of the election of staff delegates (article 449)"),
    Step.PARTIAL: Sentence("Subject: partial election of staff delegates (article 451)"),
}
TO: dict[Step, To] = {Step.COLLEGES: To.INSPECTOR}
FACTS: dict[Step, Sentence] = {
    Step.COLLEGES: Sentence(
        "At the establishment {site} the employees and the employer have not agreed on who belongs to which electoral "
        "college, nor on how the seats are shared between the two colleges."
    ),
    Step.LISTS: Sentence(
        "At the establishment {site} the electoral lists for the election of staff delegates, signed by the employer "
        "and the labour inspector, had to be posted by {day}. As far as we know they were not."
    ),
    Step.ANSWERS: Sentence(
        "Claims were entered in the register against the electoral list posted at the establishment {site}. The answer "
        "had to stand in the register by {day}. As far as we know it does not."
    ),
    Step.CANDIDATES: Sentence(
        "Our list of candidates for the election of staff delegates at the establishment {site} was presented on "
        "…………………… against a receipt, and the receipt was refused. We file it by this registered letter, to which it "
        "is enclosed."
    ),
    Step.POLL: Sentence(
        "The election of staff delegates at the establishment {site} had to be held on {day}. As far as we know it was "
        "not."
    ),
    Step.MINUTES: Sentence(
        "The results of the election of staff delegates at the establishment {site} are known. The minutes had to be "
        "handed to each list and to the labour inspector within twenty-four hours, by {day}. As far as we know they "
        "were not."
    ),
    Step.SECOND_ROUND: Sentence(
        "At the establishment {site} fewer than half of the registered electors voted in the first round. The second "
        "round had to be held within ten days, by {day}. As far as we know it was not."
    ),
    Step.PARTIAL: Sentence(
        "At the establishment {site} a partial election of staff delegates is due within three months, by {day}, since "
        "a college has lost half of its delegates or the headcount has risen. As far as we know it was not held."
    ),
}
DEMANDS: dict[Step, Sentence] = {
    Step.COLLEGES: Sentence(
        "We ask you to bring the two sides together and, where they do not agree, to decide on the colleges and on the "
        "sharing of the seats (article 435)."
    ),
    Step.LISTS: Sentence(
        "We ask you to post the lists within forty-eight hours, and to open the register in which claims are entered."
    ),
    Step.ANSWERS: Sentence("We ask you to answer each claim in the register without delay, in writing."),
    Step.CANDIDATES: Sentence(
        "We ask you to post the list as it was filed, and remind you that candidates are protected from the drawing up "
        "of the electoral lists until three months after the results (article 458)."
    ),
    Step.POLL: Sentence("We ask you to hold the election on the earliest day, and to tell us that day in writing."),
    Step.MINUTES: Sentence("We ask you to hand us the minutes, polling station by polling station, without delay."),
    Step.SECOND_ROUND: Sentence(
        "We ask you to hold the second round on the earliest day, and to tell us that day in writing."
    ),
    Step.PARTIAL: Sentence("We ask you to hold it on the earliest day, and to tell us that day in writing."),
}
MEANS: dict[Step, Sentence] = {
    Step.LISTS: Sentence(
        "Failing that we shall ask the labour inspector to report the breach (articles 462 and 463), and go to court."
    ),
    Step.POLL: Sentence(
        "Failing that we shall ask the labour inspector to report the breach: an election that is not held is punished "
        "by article 463, the fine being doubled where it happens again."
    ),
}
FAILING = Sentence("Failing that we shall ask the labour inspector to report the breach, and go to court.")


def of_step(planned: Planned, place: Place, language: str, on: date, *, draft: bool) -> Letter:
    """The letter of a step that has one. Raises `KeyError` for another one."""
    step = planned.step
    to = TO.get(step, To.EMPLOYER)
    until = DOTS if planned.legal_on is None else day(planned.legal_on, language)
    values = {"site": name(place.site.called_in(language)), "day": until}
    said = [FACTS[step], DEMANDS[step]]
    if to is To.EMPLOYER and step is not Step.CANDIDATES:
        said.append(MEANS.get(step, FAILING))
    parts = [Part(paragraphs=tuple(filled(one, language, **values) for one in said))]
    return of_union(
        place,
        language,
        on,
        filled(SUBJECTS[step], language),
        parts,
        reference=left_to_right(f"{on:%Y-%m}"),
        draft=draft,
        to=to,
    )
