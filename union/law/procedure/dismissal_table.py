"""The twelve questions put to one person's dismissal, each with its fault: one table, read by `dismissal_check`."""

from union.law.checking.findings import checks

CHECKS = checks("""
ground ; ct 9, ct 35, ct 36 ; VERIFIED ; null_ground
1. Is the true ground one that the law admits?
The ground is one of those that the law bans.

ground_admitted ; ct 35, ct 66 ; VERIFIED ; no_valid_ground
1. Is the ground one that the law admits: aptitude, conduct, or the needs of the enterprise (articles 66 and 67)?
The ground is neither the employee's aptitude or conduct nor the needs of the enterprise in the meaning of articles \
66 and 67.

ladder ; ct 37, ct 38 ; VERIFIED ; not_justified
2. For a fault that is not serious: were the sanctions exhausted within the year?
The sanctions were not exhausted within the year before this dismissal for a fault that is not serious.

approval ; ct 457, ct 458, ct 472 ; VERIFIED ; no_approval
3. For a delegate, a former one or a candidate: did the inspector approve the decision?
The decision against a protected employee was not approved by the labour inspector.

heard_in_time ; ct 62 ; VERIFIED-2 actual_knowledge ; abusive_in_form
4. Was the employee heard before the decision and within eight days of the employer's knowledge of the facts?
The employee was not heard before the decision and within eight days of actual knowledge of the facts.

chosen_delegate ; ct 62 ; VERIFIED ; abusive_in_form
5. Was the hearing held with the delegate or union representative whom the employee chose?
The hearing was held without the delegate or union representative whom the employee chose.

record ; ct 62 ; VERIFIED ; abusive_in_form
6. Were minutes drawn up, signed by both, and a copy given to the employee?
The minutes of the hearing are missing, not signed by both, or no copy was given.

inspector_seized ; ct 62 ; VERIFIED ; abusive_in_form
7. If a party refused the hearing: was the labour inspector called on?
The hearing was refused and the labour inspector was not called on.

notified_in_48_hours ; ct 63 ; VERIFIED ; argued
8. Was the decision handed over against receipt, or by registered letter, within 48 hours?
The decision was not notified within 48 hours by one of the two means of the law.

reasons ; ct 64 ; VERIFIED ; reasons_only
9. Does the letter state the reasons?
The letter states no reason.

hearing_and_record ; ct 64 ; VERIFIED ; argued
10. Does the letter give the date of the hearing, with the minutes attached?
The letter does not give the date of the hearing or the minutes are not attached.

inspector_copied ; ct 64 ; VERIFIED ; argued
11. Was a copy sent to the labour inspector?
No copy of the decision was sent to the labour inspector.

ninety_days ; ct 65 ; VERIFIED ; not_opposable
12. Does the letter state the 90 days to go to court?
The letter does not state the 90 days.

maternity ; ct 159, ct 160 ; VERIFIED ; maternity_void
Was the employee outside certified pregnancy and the fourteen weeks after birth?
The dismissal falls in certified pregnancy or within the fourteen weeks after birth.

maternity_suspension ; ct 154, ct 156, ct 159 ; VERIFIED ; suspension_void
Even for serious misconduct or another lawful motive: was the termination notified, and did it take effect, outside \
the suspension of the contract (articles 154 and 156)?
The termination was notified, or took effect, during the suspension of the contract.
""")
