"""The letters that a step of the law asks for, to the employer or the labour inspector, in French and in Arabic: in the
person's name, and with their agreement."""

from __future__ import annotations

from datetime import date

from union.cases.letters import FRAME, To, dotted, filled, of_person
from union.cases.subjects import About, Place
from union.grievances.models import Agreed, Paper, Report
from union.law.sources.sentence import Sentence
from union.press.content import Letter, Part, name

TO_INSPECTOR = frozenset({"inspector"})
# By the code of the letter: the subject, what is told and what is asked; facts stay a line to fill in.
SAID: dict[str, tuple[Sentence, Sentence, Sentence]] = {
    "ask_in_writing": (
        Sentence("Subject: I stay available for work and ask for your written decision"),
        Sentence(
            "On {day}, I was kept out of my post at the site {site}, and no written decision was handed to "
            "me. I have not left my work and stay available to you to take it up again."
        ),
        Sentence(
            "I ask you, within eight days of receiving this letter, to restore me to my post and my pay, or "
            "to hand me your decision in writing and with its reasons (article 63)."
        ),
    ),
    "claim_certificate": (
        Sentence("Subject: request for the certificate of employment and the last wages"),
        Sentence(
            "My contract at the site {site} has ended. This letter is written without accepting the "
            "termination and with every reservation."
        ),
        Sentence(
            "I ask you, within eight days, for the certificate of employment (article 72), my last wages and "
            "their payslip."
        ),
    ),
    "contest_sanction": (
        Sentence("Subject: challenge to a sanction"),
        Sentence("On {day} I received a sanction at the site {site}. I contest it: …"),
        Sentence(
            "I ask you, within eight days of receiving this letter, to withdraw it, and to tell me the facts "
            "held against me and their proof (articles 37, 38 and 62)."
        ),
    ),
    "wage_claim": (
        Sentence("Subject: claim for wages and what goes with them"),
        Sentence("At the site {site} the following sums are still owed to me, month by month: …"),
        Sentence(
            "I ask you to pay them within eight days of receiving this letter. This claim has a certain date "
            "and interrupts the limitation (article 395 of the Labour Code; article 381 of the Code of "
            "obligations and contracts)."
        ),
    ),
    "harassment_letter": (
        Sentence("Subject: facts brought to your knowledge, safety and dignity at work"),
        Sentence(
            "I report the following facts to you, with their day and place at the site {site}, without "
            "saying that they are proved: …"
        ),
        Sentence(
            "I ask you to take the measures that the safety, the health and the dignity of employees require "
            "(articles 24 and 281), and to tell me which within eight days of receiving this letter."
        ),
    ),
    "transfer": (
        Sentence("Subject: request for the written reason of a change of post, hours or place"),
        Sentence("On {day} a change was announced to me at the site {site}. I do not accept it by this letter."),
        Sentence(
            "I ask you, within eight days of receiving this letter, to write down its reason, its length and "
            "its conditions."
        ),
    ),
    "refuse_change": (
        Sentence("Subject: refusal of a change to my contract of employment"),
        Sentence(
            "On {day} a change to my contract of employment was announced to me at the site {site}. I do not accept "
            "it. I have not left my work, come to my post and go on working on the terms agreed until now."
        ),
        Sentence(
            "I ask you, within eight days of receiving this letter, to go back on this change or to hand me its "
            "reason in writing (articles 24 and 345 of the Labour Code; article 230 of the Code of obligations and "
            "contracts). That I go on working is no agreement to it."
        ),
    ),
    "inspector": (
        Sentence("Subject: complaint and request for conciliation (article 532)"),
        Sentence(
            "I work for {employer}, site {site}. I bring the following facts to you, the first of {day}, with their "
            "day, hour and place: …"
        ),
        Sentence(
            "I ask you to call the employer to an attempt at conciliation, to draw up its record (article "
            "532) and to tell me its date within eight days of receiving this letter. I waive no right and "
            "keep that of going to court in time."
        ),
    ),
    "surveillance": (
        Sentence("Subject: personal data processed about me"),
        Sentence("Data about me are collected at the site {site}."),
        Sentence(
            "I ask you in writing which, for what purpose, for how long, who receives them, and under which "
            "number of the national commission (law 09-08, articles 5 and 7)."
        ),
    ),
}
PAY_STOPPED = Sentence(
    "My pay, due on {day} at the site {site}, was not paid to me, and no written decision was handed "
    "to me. I have not left my work and stay available to you to go on with it."
)


def may_be_written(code: str, said: Report) -> bool:
    """Whether a step has a letter that may be made: it bears the person's name, and waits for their yes."""
    return code in SAID and said.agreed is Agreed.YES


def of_step(
    code: str, said: Report, about: About, place: Place, reference: str, language: str, on: date, *, draft: bool
) -> Letter:
    """The letter of one step, dated `on`; what is not known stays a line to fill in."""
    subject, told, asked = SAID[code]
    if code == "ask_in_writing" and said.paper is Paper.PAY_STOPPED:
        told = PAY_STOPPED
    values = {"day": dotted(said.event_on, language), "site": name(place.site.called_in(language))}
    values["employer"] = name(place.employer.legal_name)
    body = tuple(filled(pair, language, **values) for pair in (told, asked, FRAME["reserve"]))
    parts = [Part(paragraphs=body)]
    return of_person(
        about,
        place,
        language,
        on,
        filled(subject, language),
        parts,
        reference=reference,
        draft=draft,
        to=To.INSPECTOR if code in TO_INSPECTOR else To.EMPLOYER,
    )
