"""The twelve questions put to one person's dismissal, each with its fault: one table, read by `dismissal_check`."""

from union.law.procedure.findings import checks

CHECKS = checks("""
ground ; ct 9, ct 35, ct 36 ; VERIFIED ; null_ground
1. Le vrai motif est-il un motif que la loi admet ?
1. هل السبب الحقيقي مما يقبله القانون؟
1. Is the true ground one that the law admits?
Le motif fait partie de ceux que la loi interdit.
السبب من الأسباب التي يمنعها القانون.
The ground is one of those that the law bans.

ground_admitted ; ct 35, ct 66 ; VERIFIED ; no_valid_ground
1. Le motif est-il un de ceux que la loi admet : l'aptitude, la conduite, ou les nécessités de l'entreprise (articles 66 et 67) ?
1. هل السبب من الأسباب التي يقبلها القانون: الكفاءة أو السلوك أو ضرورات سير المقاولة (المادتان 66 و67)؟
1. Is the ground one that the law admits: aptitude, conduct, or the needs of the enterprise (articles 66 and 67)?
Le motif n'est tiré ni de l'aptitude du salarié, ni de sa conduite, ni des nécessités de l'entreprise au sens des articles 66 et 67.
السبب لا يرتبط بكفاءة الأجير ولا بسلوكه ولا بضرورات سير المقاولة بمعنى المادتين 66 و67.
The ground is neither the employee's aptitude or conduct nor the needs of the enterprise in the meaning of articles 66 and 67.

ladder ; ct 37, ct 38 ; VERIFIED ; not_justified
2. Pour une faute non grave : les sanctions ont-elles été épuisées dans l'année ?
2. في حالة الخطأ غير الجسيم: هل استنفدت العقوبات داخل السنة؟
2. For a fault that is not serious: were the sanctions exhausted within the year?
Les sanctions n'ont pas été épuisées dans l'année avant ce licenciement pour faute non grave.
لم تستنفد العقوبات داخل السنة قبل هذا الفصل بسبب خطأ غير جسيم.
The sanctions were not exhausted within the year before this dismissal for a fault that is not serious.

approval ; ct 457, ct 458, ct 472 ; VERIFIED ; no_approval
3. Pour un délégué, un ancien délégué ou un candidat : l'inspecteur a-t-il approuvé la décision ?
3. بالنسبة لمندوب أو مندوب سابق أو مرشح: هل وافق مفتش الشغل على المقرر؟
3. For a delegate, a former one or a candidate: did the inspector approve the decision?
La décision contre un salarié protégé n'a pas été approuvée par l'inspecteur du travail.
المقرر المتخذ في حق أجير محمي لم يحظ بموافقة مفتش الشغل.
The decision against a protected employee was not approved by the labour inspector.

heard_in_time ; ct 62 ; VERIFIED-2 actual_knowledge ; abusive_in_form
4. Le salarié a-t-il été entendu avant la décision et dans les huit jours suivant la constatation des faits ?
4. هل تم الاستماع إلى الأجير قبل المقرر وداخل ثمانية أيام من علم المشغل بالفعل؟
4. Was the employee heard before the decision and within eight days of the employer's knowledge of the facts?
Le salarié n'a pas été entendu avant la décision et dans les huit jours suivant la constatation des faits.
لم يتم الاستماع إلى الأجير قبل المقرر وداخل ثمانية أيام من العلم الفعلي بالوقائع.
The employee was not heard before the decision and within eight days of actual knowledge of the facts.

chosen_delegate ; ct 62 ; VERIFIED ; abusive_in_form
5. L'audition a-t-elle eu lieu en présence du délégué ou du représentant syndical choisi par le salarié ?
5. هل تم الاستماع بحضور المندوب أو الممثل النقابي الذي اختاره الأجير؟
5. Was the hearing held with the delegate or union representative whom the employee chose?
L'audition s'est tenue sans le délégué ou le représentant syndical choisi par le salarié.
تم الاستماع دون المندوب أو الممثل النقابي الذي اختاره الأجير.
The hearing was held without the delegate or union representative whom the employee chose.

record ; ct 62 ; VERIFIED ; abusive_in_form
6. Un procès-verbal a-t-il été dressé, signé par les deux parties, et remis en copie au salarié ?
6. هل حرر محضر موقع من الطرفين وسلمت نسخة منه إلى الأجير؟
6. Were minutes drawn up, signed by both, and a copy given to the employee?
Le procès-verbal d'audition manque, n'est pas signé par les deux parties, ou n'a pas été remis en copie.
محضر الاستماع غير موجود أو غير موقع من الطرفين أو لم تسلم نسخة منه.
The minutes of the hearing are missing, not signed by both, or no copy was given.

inspector_seized ; ct 62 ; VERIFIED ; abusive_in_form
7. Si une partie a refusé l'audition : l'inspecteur du travail a-t-il été saisi ?
7. إذا رفض أحد الطرفين الاستماع: هل تم اللجوء إلى مفتش الشغل؟
7. If a party refused the hearing: was the labour inspector called on?
L'audition a été refusée sans recours à l'inspecteur du travail.
رفض إجراء الاستماع دون اللجوء إلى مفتش الشغل.
The hearing was refused and the labour inspector was not called on.

notified_in_48_hours ; ct 63 ; VERIFIED ; argued
8. La décision a-t-elle été remise contre reçu, ou par lettre recommandée avec accusé, dans les 48 heures ?
8. هل سلم المقرر مقابل وصل أو برسالة مضمونة مع الإشعار بالتوصل داخل 48 ساعة؟
8. Was the decision handed over against receipt, or by registered letter, within 48 hours?
La décision n'a pas été notifiée dans les 48 heures par l'un des deux moyens de la loi.
لم يبلغ المقرر داخل 48 ساعة بإحدى الوسيلتين القانونيتين.
The decision was not notified within 48 hours by one of the two means of the law.

reasons ; ct 64 ; VERIFIED ; reasons_only
9. La lettre énonce-t-elle les motifs du licenciement ?
9. هل يتضمن المقرر أسباب الفصل؟
9. Does the letter state the reasons?
La lettre n'énonce aucun motif.
المقرر لا يتضمن أي سبب.
The letter states no reason.

hearing_and_record ; ct 64 ; VERIFIED ; argued
10. La lettre donne-t-elle la date de l'audition, avec le procès-verbal joint ?
10. هل يتضمن المقرر تاريخ الاستماع مرفقا بالمحضر؟
10. Does the letter give the date of the hearing, with the minutes attached?
La lettre ne donne pas la date de l'audition ou n'est pas accompagnée du procès-verbal.
المقرر لا يتضمن تاريخ الاستماع أو غير مرفق بالمحضر.
The letter does not give the date of the hearing or the minutes are not attached.

inspector_copied ; ct 64 ; VERIFIED ; argued
11. Une copie a-t-elle été adressée à l'inspecteur du travail ?
11. هل وجهت نسخة إلى مفتش الشغل؟
11. Was a copy sent to the labour inspector?
Aucune copie de la décision n'a été adressée à l'inspecteur du travail.
لم توجه أي نسخة من المقرر إلى مفتش الشغل.
No copy of the decision was sent to the labour inspector.

ninety_days ; ct 65 ; VERIFIED ; not_opposable
12. La lettre mentionne-t-elle les 90 jours pour saisir le tribunal ?
12. هل يذكر المقرر أجل 90 يوما لرفع الدعوى؟
12. Does the letter state the 90 days to go to court?
La lettre ne mentionne pas le délai de 90 jours.
المقرر لا يذكر أجل 90 يوما.
The letter does not state the 90 days.

maternity ; ct 159, ct 160 ; VERIFIED ; maternity_void
La salariée était-elle hors de la grossesse attestée et des quatorze semaines qui suivent l'accouchement ?
هل كانت الأجيرة خارج فترة الحمل المثبت والأسابيع الأربعة عشر الموالية للوضع؟
Was the employee outside certified pregnancy and the fourteen weeks after birth?
Le licenciement tombe pendant la grossesse attestée ou dans les quatorze semaines qui suivent l'accouchement.
وقع الفصل أثناء الحمل المثبت أو خلال الأسابيع الأربعة عشر الموالية للوضع.
The dismissal falls in certified pregnancy or within the fourteen weeks after birth.

maternity_suspension ; ct 154, ct 156, ct 159 ; VERIFIED ; suspension_void
Même pour une faute grave ou un autre motif légal : la rupture a-t-elle été notifiée et a-t-elle pris effet hors de la suspension du contrat (articles 154 et 156) ?
حتى في حالة الخطأ الجسيم أو مبرر قانوني آخر: هل بلغ قرار الإنهاء ورتب أثره خارج فترة توقف عقد الشغل (المادتان 154 و156)؟
Even for serious misconduct or another lawful motive: was the termination notified, and did it take effect, outside the suspension of the contract (articles 154 and 156)?
La rupture a été notifiée ou a pris effet pendant la suspension du contrat.
بلغ قرار الإنهاء أو رتب أثره خلال فترة توقف عقد الشغل.
The termination was notified, or took effect, during the suspension of the contract.
""")
