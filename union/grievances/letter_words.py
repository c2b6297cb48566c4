"""The words of the letters that a step of the law asks for, in the order in which they are read.

What nobody has written down stands in square brackets, to be filled in; nothing that is not settled is said as certain.
"""

from __future__ import annotations

from dataclasses import dataclass

from union.cases.letters import To
from union.law.sources.sentence import Sentence
from union.papers.exposure.letters import SAID as OF_AN_EXPOSURE


@dataclass(frozen=True)
class Said:
    """A letter: its subject, what is told, the points below it, and what is asked.

    One of the union bears nobody's name: `union` says so, and whoever signs it does so for the union.
    """

    subject: Sentence
    told: tuple[Sentence, ...]
    asked: tuple[Sentence, ...]
    points: tuple[Sentence, ...] = ()
    to: To = To.EMPLOYER
    union: bool = False
    annexes: tuple[Sentence, ...] = ()


# By the code of the letter.
SAID: dict[str, Said] = {
    "ask_in_writing": Said(
        Sentence("Subject: I stay available for work and ask for your written decision"),
        (
            Sentence(
                "On {day}, I was kept out of my post at the site {site}, and no written decision was handed to "
                "me. I have not left my work and stay available to you to take it up again."
            ),
        ),
        (
            Sentence(
                "I ask you, within eight days of receiving this letter, to restore me to my post and my pay, or "
                "to hand me your decision in writing and with its reasons (article 63)."
            ),
        ),
    ),
    "claim_certificate": Said(
        Sentence("Subject: request for the certificate of employment and the last wages"),
        (
            Sentence(
                "My contract at the site {site} has ended. This letter is written without accepting the "
                "termination and with every reservation."
            ),
        ),
        (
            Sentence(
                "I ask you, within eight days, for the certificate of employment (article 72), my last wages and "
                "their payslip."
            ),
        ),
    ),
    "explanations": Said(
        Sentence("Subject: answer to a request for explanations"),
        (
            Sentence(
                "On {asked_on}, at the site {site}, you asked me for explanations of these facts: [the facts, as the "
                "request words them]."
            ),
            Sentence(
                "Here is my answer: [what happened, with its day and hour, and the documents that show it]. It admits "
                "no fault."
            ),
            Sentence(
                "It does not take the place of the hearing, where the Code asks for one (articles 37 and 62): there I "
                "am assisted by the staff delegate or the union representative in the enterprise whom I choose."
            ),
        ),
        (
            Sentence(
                "I ask you to keep this answer with your request, and to tell me in writing, within eight days of "
                "receiving this letter, whether you leave it there."
            ),
        ),
    ),
    "hearing_record": Said(
        Sentence("Subject: request for the copy of the record of the hearing (article 62)"),
        (
            Sentence(
                "I was heard on [day and hour of the hearing], at the site {site}, about the facts held against me."
            ),
            Sentence(
                "The management draws up a record of the hearing, both parties sign it, and a copy is handed to the "
                "employee (article 62). I have not received it."
            ),
        ),
        (
            Sentence(
                "I ask you to hand me this copy, whole and signed, within eight days of receiving this letter. If "
                "nobody heard me or no record was drawn up, I ask you to write that to me within the same time."
            ),
            Sentence(
                "Failing that, I shall turn to the labour inspector, as article 62 provides where a party refuses to "
                "begin the procedure or to go on with it."
            ),
        ),
    ),
    "contest_sanction": Said(
        Sentence("Subject: challenge to a sanction"),
        (
            Sentence(
                "On {day} I received a sanction at the site {site}. I contest it: [why, with the day and hour of what "
                "happened, and the documents that show it]."
            ),
        ),
        (
            Sentence(
                "I ask you, within eight days of receiving this letter, to withdraw it, and to tell me the facts "
                "held against me and their proof (articles 37, 38 and 62)."
            ),
        ),
    ),
    "wage_claim": Said(
        Sentence("Subject: claim for wages and what goes with them"),
        (Sentence("At the site {site} the following sums are still owed to me: [the sums, month by month]."),),
        (
            Sentence(
                "I ask you to pay them within eight days of receiving this letter. This claim has a certain date "
                "and interrupts the limitation (article 395 of the Labour Code; article 381 of the Code of "
                "obligations and contracts)."
            ),
        ),
    ),
    "harassment_letter": Said(
        Sentence("Subject: facts brought to your knowledge, safety and dignity at work"),
        (
            Sentence(
                "I report the following facts to you, at the site {site}, without saying that they are proved: [day, "
                "hour, place, words or acts]."
            ),
        ),
        (
            Sentence(
                "I ask you to take the measures that the safety, the health and the dignity of employees require "
                "(articles 24 and 281), and to tell me which within eight days of receiving this letter."
            ),
        ),
    ),
    "transfer": Said(
        Sentence("Subject: request for the written reason of a change of post, hours or place"),
        (Sentence("On {day} a change was announced to me at the site {site}. I do not accept it by this letter."),),
        (
            Sentence(
                "I ask you, within eight days of receiving this letter, to write down its reason, its length and "
                "its conditions."
            ),
        ),
    ),
    "refuse_change": Said(
        Sentence("Subject: refusal of a change to my contract of employment"),
        (
            Sentence(
                "On {day} a change to my contract of employment was announced to me at the site {site}. I do not "
                "accept it. I have not left my work, come to my post and go on working on the terms agreed until now."
            ),
        ),
        (
            Sentence(
                "I ask you, within eight days of receiving this letter, to go back on this change or to hand me its "
                "reason in writing (articles 24 and 345 of the Labour Code; article 230 of the Code of obligations "
                "and contracts). That I go on working is no agreement to it."
            ),
        ),
    ),
    "medical_visit": Said(
        Sentence("Subject: request for a visit to the occupational doctor (articles 320 and 327)"),
        (
            Sentence("I ask for a visit to the occupational doctor, at the site {site} or where its service receives."),
            Sentence(
                "[If that is the reason: I come back after an absence of more than three weeks, from … to … (article "
                "327).]"
            ),
        ),
        (
            OF_AN_EXPOSURE["ask"],
            Sentence("What I tell the doctor is under medical secrecy: this letter says nothing of my health."),
        ),
    ),
    "accident_notice": Said(
        Sentence("Subject: notice of a work accident (law 18-12, article 14)"),
        (
            Sentence(
                "On {day} at {hour}, at the site {site}, on the occasion of my work or on the way to it, this happened "
                "to me: [place, event, whom I told first]."
            ),
            Sentence(
                "[If the forty-eight hours are over: the legitimate reason, or the force majeure, for which I tell "
                "you only now.]"
            ),
        ),
        (
            Sentence(
                "I ask you to hand me at once the certificate of article 14, to declare the accident to your insurer "
                "within five days of it (article 15), and to give me a copy of the declaration. The doctor's first "
                "certificate is handed over with this letter, or follows it (article 19)."
            ),
        ),
    ),
    "pregnancy_certificate": Said(
        Sentence("Subject: sending of the certificate of my pregnancy (article 160)"),
        (
            Sentence("On {notified} you notified me of my dismissal. I send you the certificate of my pregnancy."),
            Sentence(
                "Under article 160 of the Labour Code a dismissal is annulled by the certificate that is sent within "
                "fifteen days of its notification, subject to what article 159 reserves."
            ),
        ),
        (
            Sentence(
                "I ask you, within eight days of receiving this letter, to confirm in writing that I keep my post at "
                "the site {site}. I stay available for work."
            ),
        ),
        annexes=(Sentence("Medical certificate of pregnancy"),),
    ),
    "transport": Said(
        Sentence("Subject: request for transport at night (articles 24 and 172)"),
        (
            Sentence(
                "I work at night at the site {site}: [days and hours]. At these hours public transport is lacking "
                "between my home and the site: [last and first service, distance]."
            ),
            Sentence(
                "To women who work at night, decree 2-04-568, taken for article 172, provides for transport between "
                "home and work where public transport is lacking; the safety of everybody follows from article 24."
            ),
        ),
        (
            Sentence(
                "I ask you, within eight days of receiving this letter, to provide transport both ways, and to tell me "
                "its hours and its route in writing."
            ),
        ),
    ),
    "surveillance": Said(
        Sentence("Subject: personal data processed about me"),
        (Sentence("Data about me are collected at the site {site}."),),
        (
            Sentence(
                "I ask you in writing which, for what purpose, for how long, who receives them, and under which "
                "number of the national commission (law 09-08, articles 5 and 7)."
            ),
        ),
    ),
    "data_correction": Said(
        Sentence("Subject: correction or erasure of data about me (law 09-08, article 8)"),
        (
            Sentence(
                "Among the data that are processed about me at the site {site}, these are wrong, incomplete, or were "
                "collected without ground: [which data, in which tool, since when]."
            ),
        ),
        (
            Sentence(
                "I ask you to correct or erase them within ten full days of receiving this letter (law 09-08, article "
                "8), and to confirm it to me in writing."
            ),
        ),
    ),
    "contest_measure": Said(
        Sentence("Subject: challenge to a measure that the labour inspector has not approved (articles 457 to 459)"),
        (
            Sentence(
                "On {day}, at the site {site}, this measure was taken against me: [change of service or of task, "
                "suspension, dismissal]. I have or had the protection of a mandate: [which, from which day to which]."
            ),
            Sentence("As far as I know, the labour inspector has not approved this measure."),
        ),
        (
            Sentence(
                "I ask you, within eight days of receiving this letter, to withdraw it, or to hand me the inspector's "
                "decision with its reasons (articles 457 to 459)."
            ),
        ),
    ),
    "inspector": Said(
        Sentence("Subject: complaint and request for conciliation (article 532)"),
        (
            Sentence(
                "I work for {employer}, site {site}. I bring the following facts to you, the first of {day}: [each "
                "with its day, hour and place]."
            ),
        ),
        (
            Sentence(
                "I ask you to call the employer to an attempt at conciliation, to draw up its record (article "
                "532) and to tell me its date within eight days of receiving this letter. I waive no right and "
                "keep that of going to court in time."
            ),
        ),
        to=To.INSPECTOR,
    ),
    "approval_asked": Said(
        Sentence("Subject: was your approval asked for a measure against a protected employee (articles 457 to 459)"),
        (
            Sentence(
                "I work for {employer}, site {site}, and have or had the protection of a mandate: [which, from which "
                "day to which]. On {day} this measure was announced to me or taken: [change of service or of task, "
                "suspension, dismissal]."
            ),
        ),
        (
            Sentence(
                "I ask you to tell me whether it was referred to you, on which day, and what you decided: the "
                "decision is given within eight days of the referral, with its reasons (article 459). Where you "
                "have not approved the measure, I ask you to establish that in a record (articles 462 and 539)."
            ),
        ),
        to=To.INSPECTOR,
    ),
    "obstruction": Said(
        Sentence("Subject: obstruction of union rights, request for its record (articles 428, 532 and 539)"),
        (
            Sentence(
                "As we see it, the exercise of union rights was hindered at {employer}, site {site}. These are the "
                "facts, which we ask you to establish:"
            ),
        ),
        (
            Sentence(
                "Article 428 punishes whoever hinders the exercise of union rights, and article 462 what is withheld "
                "from staff delegates: the room, the boards, the paid hours, being received."
            ),
            Sentence(
                "We ask you to visit the site, to hear those concerned, alone where they wish it (article 533), to "
                "establish these facts in a record, which holds until the contrary is proved (article 539), and to "
                "tell us within eight days of receiving this letter what follows."
            ),
            Sentence("No employee is named in this letter: whoever agrees to it will be made known to you."),
        ),
        points=(
            Sentence(
                "{when}: [who hindered what, by which words or acts, before whom: list, board, room, hours, meeting, "
                "section];"
            ),
            Sentence("[day, hour]: [the same of each further fact]."),
        ),
        to=To.INSPECTOR,
        union=True,
    ),
    "undeclared_site": Said(
        Sentence("Subject: request to inspect a site that seems not to be declared (articles 135, 532 and 533)"),
        (
            Sentence(
                "It seems that {employer} has people work at the site {site}, at this address: {address}, and that "
                "its opening was not declared to you. We cannot establish it: this is what we saw, and where it can "
                "be checked."
            ),
        ),
        (
            Sentence(
                "We ask you to visit it without notice (article 533), to check the declarations of opening and of "
                "hiring (articles 135 and 136), the pay book and the payslips (articles 370 and 371), and to draw up "
                "a record of what is missing (article 539). Article 137 punishes what was not declared."
            ),
            Sentence(
                "This letter names nobody who works there. We ask you not to tell the employer that it was written: "
                "professional secrecy binds you (article 531)."
            ),
        ),
        points=(
            Sentence("[day, hour]: [what can be seen from the street: lit floors, comings and goings, vehicles];"),
            Sentence("[day]: [a public source: job advertisement with this address, sign, register of commerce];"),
            Sentence("[number of people, only as far as a public source or an observation shows it]."),
        ),
        to=To.INSPECTOR,
        union=True,
    ),
}  # fmt: skip
