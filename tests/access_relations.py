"""Who gets through to which row, by how they stand to it: kept as data, here and not in the code that is tested.

`tests/access_matrix.py` says which role uses a page at all. Here stands what a row answers to those who may: the tables
read from left to right: a name, the role that is worn, the workplace of its grant, the standing, and what each state of
the row answers.

    reads    the page, or what the form says: 200, 302, 409, 413, 415, 422, 429
    missing  what is not there: the bytes and headers of a row that does not exist, and nothing changes anywhere
    asked    as `missing`, but a page leads to where a reason is given

*here* is a site of one employer, *sister* another one of the same, *there* a site of another employer.
"""

from __future__ import annotations

# A grievance, a dispute or what several ask together, with all that hangs on it: files, letters, papers, tasks, links.
# *merged*: into another grievance, so of grievances alone; *reset*: a confidential one, after each had their password
# reset and before a second person said that it is them.
CASE = """
name role        at     standing                                   ordinary confidential health  closed  merged  reset
ann  delegate    here   reported it                                reads    reads        reads   reads   reads   missing
nas  delegate    here   named on it                                reads    reads        asked   reads   reads   missing
bea  delegate    here   reported the one that it was merged into   missing  missing      missing missing missing missing
ida  delegate    sister works at another site of the employer      missing  missing      missing missing missing missing
zed  delegate    there  works for another employer                 missing  missing      missing missing missing missing
lex  legal       here   was given it                               reads    reads        asked   reads   reads   missing
lou  legal       here   was given the one that it was merged into  missing  missing      missing missing missing missing
luc  legal       there  pleads for people of another employer      missing  missing      missing missing missing missing
olu  organiser   here   follows it                                 reads    reads        asked   reads   reads   missing
oda  organiser   here   named on it                                reads    reads        asked   reads   reads   missing
ofa  organiser   here   is asked to take it over and said nothing  reads    reads        asked   reads   reads   missing
ger  organiser   here   handed it over and is named no more        reads    missing      missing reads   reads   missing
ola  organiser   here   works at its site                          reads    missing      missing reads   reads   missing
osk  organiser   sister works at another site of the employer      missing  missing      missing missing missing missing
oth  organiser   there  works for people of another employer       missing  missing      missing missing missing missing
sal  secretariat -      runs the federation                        reads    missing      missing reads   reads   missing
sid  secretariat -      named on it                                reads    reads        asked   reads   reads   missing
ada  analyst     here   counts                                     missing  missing      missing missing missing missing
"""

# A letter that is a draft, a file that is strategy: of an ordinary case, and not for who only reported it.
KEPT_AT_THE_DESK = """
name desk
ann  missing
nas  missing
bea  missing
ida  missing
zed  missing
lex  reads
lou  missing
luc  missing
olu  reads
oda  reads
ofa  reads
ger  reads
ola  reads
osk  missing
oth  missing
sal  reads
sid  reads
ada  missing
"""

# A member, with employments, mandates, dues. Ann was asked to look after them; Lex was given a case about them.
MEMBER = """
name ordinary
ann  reads
nas  missing
bea  missing
ida  missing
zed  missing
lex  reads
lou  missing
luc  missing
olu  reads
oda  reads
ofa  reads
ger  reads
ola  reads
osk  missing
oth  missing
sal  reads
sid  reads
ada  missing
"""

# A workplace, with what was handed in or brought in for it. A delegate of it may propose members and look at no page.
WORKPLACE = """
name ordinary
ann  reads
nas  reads
bea  reads
ida  missing
zed  missing
lex  reads
lou  reads
luc  missing
olu  reads
oda  reads
ofa  reads
ger  reads
ola  reads
osk  missing
oth  missing
sal  reads
sid  reads
ada  missing
"""

# The form at the gate of a closed site: for its delegates while it is open, whoever the dispute names.
INTAKE = """
name ordinary confidential health closed reset
ann  reads    reads        reads  reads  reads
nas  reads    reads        reads  reads  reads
bea  reads    reads        reads  reads  reads
"""

# Which table answers for a row: by the argument of its route, or by feature and argument where they mean another row.
SUBJECT = {
    "case_id": "grievance",
    "attachment_id": "kept at the desk",
    "letter_id": "kept at the desk",
    "bundle_id": "grievance",
    "mail_id": "grievance",
    "receipt_id": "grievance",
    "dismissal_id": "grievance",
    "exposure_id": "grievance",
    "file_id": "grievance",
    "task_id": "grievance",
    "link_id": "grievance",
    "joined_id": "collective",
    "collective.case_id": "collective",
    "person_id": "dispute",
    "layoffs.case_id": "dispute",
    "closures.case_id": "dispute",
    "jobloss.case_id": "dispute",
    "intake_id": "intake",
    "taken_in_id": "intake",
    "member_id": "member",
    "employment_id": "member",
    "mandate_id": "member",
    "entrusted_id": "member",
    "event_id": "member",
    "workplace_id": "workplace",
    "poll_id": "workplace",
    "election_id": "workplace",
    "payment_id": "workplace",
    "collected_id": "workplace",
    "sent_id": "workplace",
    "called_id": "workplace",
    "section_id": "workplace",
    "taken_id": "workplace",
    "referral_id": "workplace",
    "proposal_id": "workplace",
    "reading_id": "workplace",
    "import_id": "workplace",
    "served_id": "workplace",
    # one's own: what is typed, kept or on its way; nobody else's, the secretariat's neither
    "upload_id": "own of ann",
    "hours_id": "own of ann",
    "meeting_id": "own of ann",
    "list_id": "own of olu",
    "plan_id": "own of olu",
    "unit_id": "own of olu",
    "card_id": "own of olu",
    "trial_id": "own of olu",
    "seat_id": "own of olu",
    "line_id": "own of olu",
    "listed_id": "own of ann",
    "talk_id": "own of ann",
}

# Rows that stand to nobody: which role reads them is all there is to say, and tests/access_matrix.py says it.
NOBODYS = {
    "rate_id": "every desk's: what every member pays for a year",
    "course_id": "every desk's: who has a place, each reads of its own sites",
    "round_id": "every desk's: the country is nobody's site, and the secretariat writes it",
    "brand_id": "every desk's: which sites serve it, each reads of its own",
    "employer_id": "who employs at a site in reach",
    "account_id": "the secretariat's, and one's colleague whose forgotten password one confirms",
    "grant_id": "the secretariat's",
    "holiday_id": "everybody counts by it, the secretariat writes it",
    "request_id": "a seal that the secretariat breaks",
    "proposed_sites.proposal_id": "the secretariat's, and one's own",
}

# Pages whose answer for what is not there says more than that, and the same whatever was asked for.
OWN_NOTHING = "drives.called drives.number drives.write_down"

# Pages that are missing to some who read the row, with those who get through.
REPORTER = "ann"
DESK = "olu oda ofa ger ola sal sid"
REPORTER_OR_DESK = f"{REPORTER} {DESK}"
PLEADS = f"{DESK} lex"
NOBODY = ""

ONLY = {
    "grievances.receipt": REPORTER,
    "grievances.adding": REPORTER,
    "grievances.add": REPORTER,
    "grievances.ask_correction": REPORTER,
    "grievances.hand_in_correction": REPORTER,
    "grievances.withdrawing": REPORTER,
    "grievances.withdraw": REPORTER,
    "grievances.correct": REPORTER_OR_DESK,
    "grievances.put_right": REPORTER_OR_DESK,
    "grievances.readers": REPORTER_OR_DESK,
    "grievances.name": REPORTER_OR_DESK,
    "grievances.remove_reader": REPORTER_OR_DESK,
    "grievances.make_confidential": REPORTER_OR_DESK,
    "grievances.ordinary": REPORTER_OR_DESK,
    "grievances.make_ordinary": REPORTER_OR_DESK,
    "grievances.reaching_them": REPORTER_OR_DESK,
    "grievances.reach_them": REPORTER_OR_DESK,
    "collective.wording": REPORTER_OR_DESK,
    "collective.word": REPORTER_OR_DESK,
    # whom somebody brought in: theirs, and the desk's where it reads the case
    "collective.consent": REPORTER_OR_DESK,
    "collective.keep_consent": REPORTER_OR_DESK,
    "collective.decline": REPORTER_OR_DESK,
    "collective.take_back": REPORTER_OR_DESK,
    "grievances.hanging": f"{REPORTER} {PLEADS}",
    "grievances.hang": f"{REPORTER} {PLEADS}",
    "grievances.known": f"{REPORTER} {PLEADS}",
    "grievances.learn": f"{REPORTER} {PLEADS}",
    # files of one person of a dispute, which no delegate reaches: Ann and Nas stand on it in the scene alone
    "attachments.index_for": PLEADS,
    "attachments.new_for": PLEADS,
    "attachments.create_for": PLEADS,
    "closures.take_back": REPORTER,  # whoever wrote somebody down
    "imports.left_out": NOBODY,  # nothing was left out of the list of the scene
    "targets.sheet": NOBODY,  # fewer than five people of the scene
    "patterns.comparison": NOBODY,  # nobody of the scene was sanctioned less
}

# Pages that a row has no more from a state on, for nobody.
NO_MORE = {"grievances.correct": "closed merged"}

# Pages that are there although a reason is asked: they ask for it.
ASKING = "confidentiality.opening confidentiality.open_for"

# What is sent empty is answered 302 or 422; these forms say that the row is another one than they were made of (409).
CONFLICTS = {
    "polls.say_elder": "the list of which it is said stands in the address",
    "dues.undo_list": "nothing of the list is written yet",
    "meetings.done": "the line of which it is said stands in the address",
    "meetings.strike": "as above",
    "meetings.uncount": "as above",
    "polls.strike_count": "the station of which it is said stands in the address",
    "polls.publish": "the day of the results is written down first",
    "sections.undo": "a change was filed after this deposit",
    "cases.decide": "the case was closed with other dates, or is open",
    "grievances.close": "another date was added since",
    "layoffs.close": "as above",
    "grievances.step_letter": "the step has no letter yet",
    "grievances.take": "a colleague took it before",
    "layoffs.take": "as above",
    "imports.correct": "the list was looked at anew",
    "imports.decide": "as above",
    "imports.keep_reading": "as above",
    "imports.note_left": "as above",
}

# Who asks for every page in which state, and all others for the first pages of each kind of row. What is read is asked
# for in full of ordinary rows alone.
EVERY_PAGE = {
    "ordinary": "ann nas bea ida zed lex lou luc ola osk oth",
    "confidential": "ann bea lex lou ofa ger sal",
    "health": "ann nas lex olu ola",
    "closed": "bea lex lou olu osk",
    "merged": "bea lex lou",
    "reset": "ann lex olu",
    "desk": "ann nas lex olu",
}

FIRST_PAGES = """
attachments.show attachments.take_out cases.edit_task closures.intake closures.show collective.consent collective.show
correspondence.paper correspondence.show court.show dismissals.show entitlements.show exposure.show grievances.note
grievances.show layoffs.person layoffs.show members.roster members.show members.wages receipts.show workplaces.show
"""
