"""What follows from each kind of defect, with its articles and its decision, and apart from it what only our side is
told."""

from union.law.strictly.tables import sentences

CONSEQUENCES = sentences("""
abusive_in_form ; ct 41, ct 62, ct 65 ; VERIFIED-2 form_breach
The formalities are of public order: their breach alone makes the dismissal abusive, without looking at the fault.

not_opposable ; ct 65, ct 395 ; VERIFIED-2 ninety_not_opposable
The 90 days cannot be held against the employee and the two years of article 395 apply.

reasons_only ; ct 63, ct 64 ; VERIFIED
The court looks only at the reasons written in the letter, and the employer has to prove them: a reason left out can \
no longer be relied on.

argued ; ct 41, ct 64 ; VERIFIED
The irregularity is argued before the court, which looks at the circumstances of the dismissal.

null_ground ; ct 35, ct 36, ct 41 ; VERIFIED
The ground is banned: the dismissal has no valid reason, and the court may order reinstatement or damages.

no_valid_ground ; ct 35, ct 41, ct 63 ; VERIFIED
No dismissal without a valid ground: the court may order reinstatement or damages, and the employer has to prove the \
ground.

not_justified ; ct 35, ct 38, ct 41 ; VERIFIED
The dismissal is justified only if the sanctions were exhausted within the year: otherwise the reason is missing.

sanction_contested ; ct 37, ct 42 ; VERIFIED
The sanction is contested in writing, and the court reviews it.

no_approval ; ct 457, ct 459, ct 462 ; VERIFIED
Without the labour inspector's approval the measure against a protected delegate is unlawful; fine of 10,000 to \
20,000 DH.

maternity_void ; ct 159, ct 160 ; VERIFIED
The termination is banned during pregnancy and the fourteen weeks after birth; the certificate sent within 15 days \
annuls the dismissal.

suspension_void ; ct 41, ct 159 ; VERIFIED
The exception of article 159 then falls, whatever the motive: the termination is banned there, and the court may \
order reinstatement or damages.

unauthorised ; ct 41, ct 70, ct 78 ; VERIFIED
Notice and severance are due with or without authorisation; without it the court may also grant the damages of \
article 41, failing reinstatement, and the fine is 10,000 to 20,000 DH.

fine_66 ; ct 66, ct 67, ct 78 ; VERIFIED
An authorisation asked for on an incomplete procedure can be refused or contested; fine of 10,000 to 20,000 DH.

no_council ; ct 464, ct 469 ; VERIFIED
The missing council is the employer's breach, and dispenses nobody from informing; fine of 10,000 to 20,000 DH.

order_breached ; ct 41, ct 71 ; VERIFIED
An employee dismissed out of order can claim damages in court.

rehire ; ct 71, ct 508, ct 78 ; VERIFIED
Those dismissed less than a year ago come before any newcomer of the same speciality; fine of 2,000 to 5,000 DH.

reduction_refused ; ct 185, ct 186 ; VERIFIED
The reduction is contested and normal pay claimed: what of it stays due is for the judge to say.

receipt_void ; ct 74, ct 76 ; VERIFIED
The receipt is void as a full settlement: it proves only the sums received.

waiver_void ; ct 41, ct 73, ct 76 ; VERIFIED
Any waiver of a payment due is void: it is a mere document of the sums paid.

denunciation_void ; ct 75 ; VERIFIED
The denunciation is not valid: make it again before the 60 days end, naming each right.

not_final ; ct 41, ct 532 ; VERIFIED-2 not_countersigned
The agreement is no final conciliation: it can still be contested in court.

no_resignation ; ct 34, ct 63 ; VERIFIED
The resignation has not the form that the text asks for: it is contested, and the employer has to prove that the \
employee left their post.

no_effect ; ct 64 ; VERIFIED-2 resignation_copy
A missing copy to the inspector does not void the resignation, but it is noted as a sign.

owes_notice ; ct 34, ct 51, ct 255 ; VERIFIED
The employer may set the notice not served off against the pay for leave.

forced ; ct 34, ct 40, ct 41 ; VERIFIED
A sign of a forced exit; leaving for the employer's serious misconduct, once proved, counts as abusive dismissal.

open_ended ; ct 16, ct 17 ; VERIFIED-2 limited_cases
The court may hold the contract open-ended: notice, severance and damages are then claimed.

allowance_refused ; ipe ; VERIFIED-2 fund
The fund refuses the allowance: gather what is missing before the 60 days end.

declared_short ; ct 370, ipe ; VERIFIED-2 fund
Days not declared are claimed from the fund and the employer with the payslips: they count for the allowance.

certificate_damages ; ct 72, ct 78 ; VERIFIED
A late or incomplete certificate gives a right to damages; fine of 300 to 500 DH per employee.

sick_break ; ct 41, ct 272 ; VERIFIED
The employer cannot treat the employee as having resigned: the termination is a dismissal.

agency_fine ; ct 495, ct 505 ; VERIFIED
The breach carries a fine of 2,000 to 5,000 DH; the agency owes the pay and every duty of the contract.

strikers_replaced ; ct 496, ct 505, greve 9, greve 25 ; VERIFIED
The employer is fined 20,000 to 50,000 DH for each striker replaced, 200,000 DH at most; for the unlawful agency \
work, 2,000 to 5,000 DH.

insertion_argued ; insertion, ct 18 ; UNVERIFIED
Claim a contract of employment, which may be proved by any means; no text read says what the termination of a \
training owes: ask the legal team.

contract_goes_on ; ct 19, ct 41 ; VERIFIED
The contracts in force go on between the employees and the new employer: ending them is a dismissal, and the court \
says whether it is abusive.
""")

ADVICE = sentences("""
not_opposable ; ct 65 ; VERIFIED
Bring the action before day 90 all the same.

maternity_void ; ct 159, ct 160 ; UNVERIFIED
An employer who proves serious misconduct or another lawful motive escapes the ban, save during the suspension of the \
contract; the term of a fixed-term contract is no termination. Article 160 refers to paragraph 2 of article 159: it \
is read here as paragraph 3.

order_breached ; ct 71 ; VERIFIED-2 order_proof
The proof is the employee's: gather the whole list of the category.

no_resignation ; ct 34 ; VERIFIED
No decision read settles what a resignation without that form is worth.

forced ; ct 34, ct 40 ; VERIFIED
Gather the proof.

agency_fine ; ct 495 ; VERIFIED
That the user undertaking becomes the employer the law does not say: it is argued in court.
""")
"""What a letter does not say: what is still to be done, and which proof is ours."""
OURS = frozenset({"no_effect", "owes_notice", "denunciation_void", "allowance_refused"})
"""Consequences that go against the employee or concern their own acts: nobody writes them to the employer."""
