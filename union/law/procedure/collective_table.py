"""The steps of a collective or economic dismissal, each with its fault: one table, read by `collective`."""

from union.law.checking.findings import checks

CHECKS = checks("""
motive ; ct 35, ct 66 ; VERIFIED ; no_valid_ground
Is the motive technological, structural, similar or economic?
The motive is none of those of article 66: these are individual dismissals.

closure_motive ; ct 66, ct 69 ; VERIFIED ; unauthorised
Does the closure have a technological, structural, similar or economic motive?
The closure has another motive than those of article 66: it supposes that the activity became impossible, and the \
governor's authorisation.

delegates_informed ; ct 66 ; VERIFIED ; fine_66
Were the staff delegates informed at least one month before?
The staff delegates were not informed one month before the dismissals.

representatives_informed ; ct 66 ; VERIFIED ; fine_66
Were the union representatives informed at least one month before?
The union representatives were not informed one month before the dismissals.

council_informed ; ct 66, ct 464 ; VERIFIED ; fine_66
In an enterprise of more than fifty, was the works council informed at least one month before?
The works council was not informed one month before the dismissals.

council_exists ; ct 464, ct 469 ; VERIFIED ; no_council
Has the enterprise of more than fifty a works council?
The enterprise employs more than fifty and has no works council.

delegates_without_council ; ct 66, ct 469 ; UNVERIFIED ; fine_66
For want of a council, were the staff delegates informed at least one month before?
For want of a council the staff delegates were to be informed, and were not one month before.

somebody_informed ; ct 66 ; VERIFIED ; fine_66
For want of a council, was anybody who represents the employees informed: delegates or union representatives?
Neither a council nor delegates nor union representatives were informed.

council_at_fifty ; ct 66, ct 464 ; UNVERIFIED ; fine_66
At exactly fifty employees, was the council informed besides the delegates, to be safe?
The works council exists at fifty employees and was not informed.

information_whole ; ct 66 ; VERIFIED ; fine_66
Does the information give the reasons, the number and categories, and the planned period?
The information does not give the reasons, the number and categories, or the period.

consulted ; ct 66 ; VERIFIED ; fine_66
Were consultations and negotiations opened?
No consultation or negotiation was opened.

redeployment ; ct 66 ; VERIFIED ; fine_66
Was redeployment to other posts examined?
Redeployment to other posts was not examined.

talks_record ; ct 66 ; VERIFIED ; fine_66
Were minutes of the talks drawn up and signed by both?
No minutes of the talks were signed by both.

record_to_delegates ; ct 66 ; VERIFIED ; fine_66
Did the delegates get a copy of the minutes?
The delegates did not get their copy of the minutes.

record_to_labour_delegate ; ct 66 ; VERIFIED ; fine_66
Did the provincial labour delegate get a copy?
The provincial labour delegate did not get a copy of the minutes.

requested ; ct 67 ; VERIFIED ; unauthorised
Was authorisation asked of the provincial labour delegate, with the documents and the minutes?
No authorisation was asked for with the documents required.

economic_file ; ct 67 ; VERIFIED ; fine_66
For an economic motive: does the file hold the report on the motives, the accounts and the accountant's or auditor's \
report?
The economic file is incomplete.

authorised ; ct 67, ct 69 ; VERIFIED ; unauthorised
Did the governor authorise before the first exit? Two months of silence are no authorisation.
The dismissals began without the governor's authorisation.

closure_needed ; ct 69 ; VERIFIED ; unauthorised
For a closure: had it become impossible to go on with the activity?
The establishment was closed although the activity could go on.

order_kept ; ct 71 ; VERIFIED ; order_breached
Did the order of dismissals follow seniority, professional value and family charges, by category and establishment?
The order of dismissals does not follow the criteria of the law.

rehire_priority ; ct 71, ct 508 ; VERIFIED ; rehire
Since then, was the rehire priority kept for a year?
Somebody else was hired in the same speciality within the year.
""")
