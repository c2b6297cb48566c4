"""The acts that a grievance may call for: what each is, who does it and by which article."""

from union.law.sources.sentence import Sentence

ACTS: dict[str, tuple[str, Sentence, tuple[str, ...]]] = {
    "go_to_court": (
        "legal",
        Sentence("Prepare and file the action against the dismissal, even if the inspector has been asked."),
        ("ct 65",),
    ),
    "read_letter": (
        "organiser",
        Sentence(
            "Check the letter: reasons, date of the hearing, minutes attached, the 90 days stated, copy to "
            "the inspector."
        ),
        ("ct 62", "ct 63", "ct 64", "ct 65"),
    ),
    "stay_available": (
        "delegate",
        Sentence(
            "Write, or help write, with a date and a copy kept: “I stay available for work”; go back to the "
            "post with a witness."
        ),
        ("ct 63",),
    ),
    "date_the_stop": (
        "delegate",
        Sentence(
            "Write down the day, the hour and who spoke; keep the names of two witnesses, messages, the "
            "refused badge: the clock starts that day, to be safe."
        ),
        ("ct 63", "ct 65"),
    ),
    "date_the_pay": (
        "delegate",
        Sentence(
            "Write down the day on which pay was due and what came, month by month; keep payslips, "
            "statements and witnesses of presence."
        ),
        ("ct 363", "ct 370"),
    ),
    "establish_end": (
        "organiser",
        Sentence(
            "Establish whether the contract ended (a written decision, an answer, the inspector's record) "
            "and write it here: only then are the certificate and the allowance claimed, the latter within "
            "60 days."
        ),
        ("ct 63", "ct 532", "ipe"),
    ),
    "ask_in_writing": (
        "organiser",
        Sentence(
            "With the person's agreement, write to the employer that they stand ready to work, ask for the "
            "written decision, and tell the inspector."
        ),
        ("ct 63", "ct 532"),
    ),
    "claim_certificate": (
        "organiser",
        Sentence(
            "Claim the certificate of employment and the last wages, without accepting the end and with "
            "every reservation."
        ),
        ("ct 72", "ct 365"),
    ),
    "claim_ipe": (
        "organiser",
        Sentence("Prepare the job-loss allowance claim and compare declared days with payslips."),
        ("ct 59", "ipe"),
    ),
    "choose_assistant": (
        "delegate",
        Sentence(
            "The employee chooses the delegate or union representative who assists them; read the minutes "
            "before signing, keep the copy."
        ),
        ("ct 62",),
    ),
    "hearing_in_time": (
        "organiser",
        Sentence("Check that the hearing comes within 8 days of the finding of the facts; lateness is an argument."),
        ("ct 62",),
    ),
    "watch_notification": (
        "delegate",
        Sentence("Write down the day and hour of the decision and of its delivery."),
        ("ct 63",),
    ),
    "contest_sanction": (
        "organiser",
        Sentence(
            "Check the step of the sanction, the hearing and the ladder, then contest it in writing; the "
            "court reviews it."
        ),
        ("ct 37", "ct 38", "ct 42", "ct 62"),
    ),
    "denounce_receipt": (
        "organiser",
        Sentence("Denounce the receipt by registered letter with acknowledgement, naming each right claimed."),
        ("ct 73", "ct 74", "ct 75"),
    ),
    "do_not_resign": (
        "delegate",
        Sentence(
            "Sign nothing: a resignation is written, its signature legalised; write down who asked for it "
            "and before whom."
        ),
        ("ct 34", "ct 40"),
    ),
    "court_if_resigned": (
        "legal",
        Sentence("If it was signed or access was closed: count the 90 days from that day, to be safe."),
        ("ct 34", "ct 65"),
    ),
    "read_paper": (
        "organiser",
        Sentence("Read the paper and write down the day it was received: a period may start there."),
        ("ct 63",),
    ),
    "inspector_approval": (
        "legal",
        Sentence(
            "Ask whether the labour inspector approved the measure: without it, and silence is none, a "
            "protected delegate contests it at once."
        ),
        ("ct 457", "ct 458", "ct 459"),
    ),
    "individual_claim": (
        "delegate",
        Sentence("Put the grievance to the employer, then to the labour inspector if nothing is done."),
        ("ct 432", "ct 532"),
    ),
    "ask_agreement": (
        "organiser",
        Sentence(
            "Ask the person whether they agree that the employer learns of it, and write it here: without it "
            "no claim and no note bears their name."
        ),
        ("ct 432", "ct 461"),
    ),
    "written_note": (
        "delegate",
        Sentence(
            "Hand in the written note two days before the monthly meeting, then write here the day it was "
            "handed in: the answer is due in the register within six days."
        ),
        ("ct 460", "ct 461"),
    ),
    "register_answer": (
        "delegate",
        Sentence("Read the answer in the register: the employer owes it within six days of the note."),
        ("ct 461",),
    ),
    "wage_claim": (
        "organiser",
        Sentence(
            "Gather payslips, contract and rosters, and claim in writing with a certain date: a new full two "
            "years then run."
        ),
        ("ct 370", "ct 395", "doc 381", "doc 383"),
    ),
    "hours_evidence": (
        "delegate",
        Sentence("Write down real hours, breaks and targets, without copying a client's screen."),
        ("ct 24", "ct 184", "ct 201"),
    ),
    "ask_what_happened": (
        "organiser",
        Sentence(
            "Call the person: was it an accident or a malaise on one day, harassment, or wear over time? Do "
            "they agree that the employer learns of it? Write it here; an accident is told within 48 hours."
        ),
        ("at 3", "at 14", "ct 24"),
    ),
    "ask_about_accident": (
        "organiser",
        Sentence(
            "Call the person: do they want the accident declared? They alone decide; after 48 hours a "
            "legitimate reason can still be argued."
        ),
        ("at 14",),
    ),
    "see_doctor_at_once": (
        "delegate",
        Sentence(
            "Suggest seeing a doctor the same day and keeping the certificate; write down the hour, the "
            "place and the witnesses."
        ),
        ("at 3",),
    ),
    "tell_accident": (
        "organiser",
        Sentence(
            "The person agreed: help them tell the employer the same day, within 48 hours at most, and keep "
            "the proof; a psychological injury from a dated event may be a work accident. Article 3 names "
            "one defence only: the victim's own illness as the direct cause. A sick leave too is told within "
            "48 hours: a late notice was held to be leaving, certificate or not."
        ),
        ("at 3", "at 14", "ct 271"),
    ),
    "call_person": (
        "organiser",
        Sentence(
            "Call the person at the hour and by the way they chose: what they want, who may know; nothing "
            "goes to the employer without their agreement."
        ),
        ("ct 24",),
    ),
    "harassment_diary": (
        "delegate",
        Sentence(
            "Keep a diary, or help keep it: day, hour, words, place, witnesses; keep the messages, away from "
            "the employer's devices."
        ),
        ("ct 24", "ct 40"),
    ),
    "see_doctor": (
        "delegate",
        Sentence(
            "See a doctor, or suggest it: they establish the harm, are bound to secrecy, and the certificate "
            "stays with whoever saw them."
        ),
        ("ct 24",),
    ),
    "occupational_doctor": (
        "organiser",
        Sentence(
            "If the person wishes, tell them how to see the occupational doctor: bound to secrecy, they may "
            "propose a change of post and declare diseases."
        ),
        ("ct 320", "ct 324"),
    ),
    "harassment_letter": (
        "organiser",
        Sentence(
            "The person agreed: write the dated facts to the employer with them, without calling them "
            "established, and keep the proof; the employer owes safety and dignity."
        ),
        ("ct 24",),
    ),
    "harassment_paths": (
        "legal",
        Sentence(
            "Weigh the inspector, the complaint and the court with the person; no leaving the post before "
            "the proof is gathered: leaving is an abusive dismissal only once the fault is proved, and the "
            "90 days run from it."
        ),
        ("ct 40", "ct 65", "ct 532"),
    ),
    "check_declaration": (
        "organiser",
        Sentence("Check that the employer declared the accident and gave the victim the certificate."),
        ("at 14", "at 15"),
    ),
    "safety_duty": (
        "organiser",
        Sentence(
            "Bring in the health and safety committee and the occupational doctor: the employer owes safety, "
            "health and dignity."
        ),
        ("ct 24", "ct 336"),
    ),
    "leave_and_holidays": (
        "organiser",
        Sentence("Count the days due: 1.5 day a month, paid holidays, work on a holiday paid on top."),
        ("ct 217", "ct 224", "ct 231", "ct 246"),
    ),
    "compare_treatment": (
        "organiser",
        Sentence("Compare with colleagues in the same position and go to the inspector: the ground is banned."),
        ("ct 9", "ct 36"),
    ),
    "record_obstruction": (
        "organiser",
        Sentence("Have the labour inspector record the obstruction."),
        ("ct 397", "ct 428", "ct 462"),
    ),
    "compare_cnss": (
        "organiser",
        Sentence("Compare days and wages declared to the social security fund with the payslips, month by month."),
        ("ct 370", "ipe"),
    ),
    "read_contract": (
        "legal",
        Sentence("Read the contract: fixed-term cases allowed, term, trial, mobility; proof is free."),
        ("ct 14", "ct 16", "ct 17", "ct 18"),
    ),
    "pregnancy": (
        "legal",
        Sentence(
            "If a dismissal was notified: send the pregnancy certificate by registered letter, it annuls the measure."
        ),
        ("ct 152", "ct 159", "ct 160"),
    ),
    "night_transport": (
        "delegate",
        Sentence(
            "Write down hours, routes and missing transport, and raise the safety question in writing. The "
            "rest between two nights of article 174 is for women and minors only."
        ),
        ("ct 24", "ct 174"),
    ),
    "surveillance": (
        "legal",
        Sentence(
            "Ask in writing which data are processed, why, for how long, and under which number of the "
            "data-protection authority."
        ),
        ("donnees 3", "donnees 5"),
    ),
    "transfer": (
        "organiser",
        Sentence("Ask for the written reason: a transfer may be a sanction, which supposes a hearing and the ladder."),
        ("ct 37", "ct 38", "ct 62"),
    ),
}
