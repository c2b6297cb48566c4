"""What follows from each kind of defect, with its articles and its decision, and apart from it what only our side is told."""

from union.law.strictly.tables import sentences

CONSEQUENCES = sentences("""
abusive_in_form ; ct 41, ct 62, ct 65 ; VERIFIED-2 form_breach
Les formalités sont d'ordre public : leur violation suffit à rendre le licenciement abusif, sans examen de la faute.
الإجراءات من النظام العام: خرقها وحده يجعل الفصل تعسفيا دون النظر في الخطأ.
The formalities are of public order: their breach alone makes the dismissal abusive, without looking at the fault.

not_opposable ; ct 65, ct 395 ; VERIFIED-2 ninety_not_opposable
Le délai de 90 jours ne peut être opposé au salarié, et les deux ans de l'article 395 s'appliquent.
لا يحتج ضد الأجير بأجل 90 يوما، ويسري التقادم بسنتين (المادة 395).
The 90 days cannot be held against the employee and the two years of article 395 apply.

reasons_only ; ct 63, ct 64 ; VERIFIED
Le tribunal ne connaît que des motifs écrits dans la lettre, et l'employeur doit les prouver : un motif absent ne peut plus être invoqué.
المحكمة لا تنظر إلا في الأسباب الواردة في المقرر، وعلى المشغل إثباتها: كل سبب غائب لا يمكن التمسك به.
The court looks only at the reasons written in the letter, and the employer has to prove them: a reason left out can no longer be relied on.

argued ; ct 41, ct 64 ; VERIFIED
L'irrégularité se plaide devant le tribunal, qui examine les circonstances du licenciement.
يثار هذا الإخلال أمام المحكمة التي تنظر في ظروف اتخاذ مقرر الفصل.
The irregularity is argued before the court, which looks at the circumstances of the dismissal.

null_ground ; ct 35, ct 36, ct 41 ; VERIFIED
Le motif est interdit : le licenciement n'a pas de motif valable, et le tribunal peut ordonner la réintégration ou des dommages-intérêts.
السبب ممنوع: الفصل دون مبرر مقبول، وللمحكمة أن تحكم بالإرجاع إلى الشغل أو بالتعويض عن الضرر.
The ground is banned: the dismissal has no valid reason, and the court may order reinstatement or damages.

no_valid_ground ; ct 35, ct 41, ct 63 ; VERIFIED
Il est interdit de licencier sans motif valable : le tribunal peut ordonner la réintégration ou des dommages-intérêts, et c'est à l'employeur de prouver son motif.
يمنع فصل الأجير دون مبرر مقبول: للمحكمة أن تحكم بالإرجاع إلى الشغل أو بالتعويض عن الضرر، وعلى المشغل إثبات المبرر.
No dismissal without a valid ground: the court may order reinstatement or damages, and the employer has to prove the ground.

not_justified ; ct 35, ct 38, ct 41 ; VERIFIED
Le licenciement n'est justifié que si les sanctions ont été épuisées dans l'année : sans cela, le motif manque.
لا يكون الفصل مبررا إلا إذا استنفدت العقوبات داخل السنة: وإلا انتفى المبرر.
The dismissal is justified only if the sanctions were exhausted within the year: otherwise the reason is missing.

sanction_contested ; ct 37, ct 42 ; VERIFIED
La sanction se conteste par écrit, et le tribunal la contrôle.
يطعن في العقوبة كتابة، وهي خاضعة لمراقبة القضاء.
The sanction is contested in writing, and the court reviews it.

no_approval ; ct 457, ct 459, ct 462 ; VERIFIED
Sans l'approbation de l'inspecteur du travail, la mesure contre un délégué protégé est irrégulière ; amende de 10 000 à 20 000 DH.
دون موافقة مفتش الشغل، يكون الإجراء المتخذ في حق المندوب المحمي غير قانوني؛ غرامة من 10 000 إلى 20 000 درهم.
Without the labour inspector's approval the measure against a protected delegate is unlawful; fine of 10,000 to 20,000 DH.

maternity_void ; ct 159, ct 160 ; VERIFIED
La rupture est interdite pendant la grossesse et les quatorze semaines qui suivent ; le certificat envoyé dans les 15 jours annule le licenciement.
يمنع إنهاء العقد أثناء الحمل والأسابيع الأربعة عشر بعد الوضع؛ والشهادة الموجهة داخل 15 يوما تلغي الفصل.
The termination is banned during pregnancy and the fourteen weeks after birth; the certificate sent within 15 days annuls the dismissal.

suspension_void ; ct 41, ct 159 ; VERIFIED
L'exception de l'article 159 tombe alors, quel que soit le motif : la rupture y est interdite, et le tribunal peut ordonner la réintégration ou des dommages-intérêts.
يسقط عندئذ الاستثناء المنصوص عليه في المادة 159 أيا كان السبب: الإنهاء ممنوع خلالها، وللمحكمة أن تحكم بالإرجاع إلى الشغل أو بالتعويض عن الضرر.
The exception of article 159 then falls, whatever the motive: the termination is banned there, and the court may order reinstatement or damages.

unauthorised ; ct 41, ct 70, ct 78 ; VERIFIED
Préavis et indemnité sont dus avec ou sans autorisation ; sans elle, le tribunal peut en outre accorder les dommages-intérêts de l'article 41, à défaut de réintégration, et l'amende est de 10 000 à 20 000 DH.
الإخطار والتعويض عن الفصل مستحقان بالإذن أو بدونه؛ ودون إذن يجوز للمحكمة أن تحكم كذلك بالتعويض عن الضرر المنصوص عليه في المادة 41 ما لم يتم الإرجاع إلى الشغل، والغرامة من 10 000 إلى 20 000 درهم.
Notice and severance are due with or without authorisation; without it the court may also grant the damages of article 41, failing reinstatement, and the fine is 10,000 to 20,000 DH.

fine_66 ; ct 66, ct 67, ct 78 ; VERIFIED
L'autorisation demandée sur une procédure incomplète peut être refusée ou contestée ; amende de 10 000 à 20 000 DH.
الإذن المطلوب بناء على مسطرة ناقصة يمكن رفضه أو الطعن فيه؛ غرامة من 10 000 إلى 20 000 درهم.
An authorisation asked for on an incomplete procedure can be refused or contested; fine of 10,000 to 20,000 DH.

no_council ; ct 464, ct 469 ; VERIFIED
L'absence de comité est le manquement de l'employeur, qui ne peut en tirer la dispense d'informer ; amende de 10 000 à 20 000 DH.
غياب اللجنة إخلال من المشغل، ولا يعفيه من الإخبار؛ غرامة من 10 000 إلى 20 000 درهم.
The missing council is the employer's breach, and dispenses nobody from informing; fine of 10,000 to 20,000 DH.

order_breached ; ct 41, ct 71 ; VERIFIED
Le salarié licencié hors de l'ordre peut demander réparation au tribunal.
للأجير المفصول خلافا للترتيب أن يطلب التعويض عن الضرر أمام المحكمة.
An employee dismissed out of order can claim damages in court.

rehire ; ct 71, ct 508, ct 78 ; VERIFIED
Les licenciés de moins d'un an passent avant tout nouvel embauché de la même spécialité ; amende de 2 000 à 5 000 DH.
للمفصولين منذ أقل من سنة الأسبقية على كل تشغيل جديد في نفس التخصص؛ غرامة من 2 000 إلى 5 000 درهم.
Those dismissed less than a year ago come before any newcomer of the same speciality; fine of 2,000 to 5,000 DH.

reduction_refused ; ct 185, ct 186 ; VERIFIED
La réduction se conteste, et le salaire normal se réclame : ce qu'il en reste dû, le juge le dit.
يطعن في التقليص من مدة الشغل ويطالب بالأجر العادي: وللقاضي أن يقرر ما يبقى مستحقا منه.
The reduction is contested and normal pay claimed: what of it stays due is for the judge to say.

receipt_void ; ct 74, ct 76 ; VERIFIED
Le reçu est nul comme solde de tout compte : il ne prouve que les sommes reçues.
التوصيل باطل كتصفية لكل حساب: لا يثبت سوى المبالغ المتسلمة.
The receipt is void as a full settlement: it proves only the sums received.

waiver_void ; ct 41, ct 73, ct 76 ; VERIFIED
Toute renonciation à un paiement dû est nulle : ce n'est qu'un document des sommes versées.
كل تنازل عن أداء مستحق باطل: وما هو إلا وثيقة تثبت المبالغ المؤداة.
Any waiver of a payment due is void: it is a mere document of the sums paid.

denunciation_void ; ct 75 ; VERIFIED
La dénonciation ne vaut pas : refaites-la avant la fin des 60 jours, en nommant chaque droit.
التراجع غير صحيح: أعيدوه قبل انتهاء 60 يوما مع تحديد كل حق.
The denunciation is not valid: make it again before the 60 days end, naming each right.

not_final ; ct 41, ct 532 ; VERIFIED-2 not_countersigned
L'accord n'est pas une conciliation définitive : il reste contestable devant le tribunal.
الاتفاق ليس صلحا نهائيا: يبقى قابلا للطعن أمام المحكمة.
The agreement is no final conciliation: it can still be contested in court.

no_resignation ; ct 34, ct 63 ; VERIFIED
La démission n'a pas la forme que le texte exige : elle se conteste, et c'est à l'employeur de prouver que le salarié a quitté son poste.
لا تستوفي الاستقالة الشكل الذي يشترطه النص: يطعن فيها، وعلى المشغل أن يثبت مغادرة الأجير لشغله.
The resignation has not the form that the text asks for: it is contested, and the employer has to prove that the employee left his post.

no_effect ; ct 64 ; VERIFIED-2 resignation_copy
L'absence de copie à l'inspecteur ne rend pas la démission nulle, mais elle se note comme indice.
عدم توجيه نسخة إلى المفتش لا يبطل الاستقالة، لكنه يسجل كقرينة.
A missing copy to the inspector does not void the resignation, but it is noted as a sign.

owes_notice ; ct 34, ct 51, ct 255 ; VERIFIED
L'employeur peut compenser l'indemnité du préavis non effectué avec l'indemnité de congé.
للمشغل أن يجري المقاصة بين التعويض عن أجل الإخطار غير المحترم والتعويض عن العطلة.
The employer may set the notice not served off against the pay for leave.

forced ; ct 34, ct 40, ct 41 ; VERIFIED
C'est l'indice d'un départ contraint ; le départ provoqué par une faute grave de l'employeur, une fois établie, est assimilé à un licenciement abusif.
هذه قرينة على مغادرة مفروضة؛ والمغادرة بسبب خطأ جسيم صادر عن المشغل، إذا ثبت، تعتبر فصلا تعسفيا.
A sign of a forced exit; leaving for the employer's serious misconduct, once proved, counts as abusive dismissal.

open_ended ; ct 16, ct 17 ; VERIFIED-2 limited_cases
Le juge peut requalifier le contrat en CDI : préavis, indemnité et dommages-intérêts se demandent alors.
يمكن للقاضي أن يعيد تكييف العقد إلى عقد غير محدد المدة: فيطالب عندئذ بالإخطار والتعويض عن الفصل وعن الضرر.
The court may hold the contract open-ended: notice, severance and damages are then claimed.

allowance_refused ; ipe ; VERIFIED-2 fund
La CNSS refuse l'allocation : réunissez ce qui manque avant la fin des 60 jours.
يرفض الصندوق التعويض: اجمعوا ما ينقص قبل انتهاء 60 يوما.
The fund refuses the allowance: gather what is missing before the 60 days end.

declared_short ; ct 370, ipe ; VERIFIED-2 fund
Les jours non déclarés se réclament à la CNSS et à l'employeur, bulletins à l'appui : ils comptent pour l'allocation.
يطالب بالأيام غير المصرح بها لدى الصندوق والمشغل بأوراق الأداء: فهي تحتسب للتعويض.
Days not declared are claimed from the fund and the employer with the payslips: they count for the allowance.

certificate_damages ; ct 72, ct 78 ; VERIFIED
Le certificat tardif ou incomplet donne droit à des dommages-intérêts ; amende de 300 à 500 DH par salarié.
الشهادة المتأخرة أو الناقصة تعطي الحق في التعويض عن الضرر؛ غرامة من 300 إلى 500 درهم عن كل أجير.
A late or incomplete certificate gives a right to damages; fine of 300 to 500 DH per employee.

sick_break ; ct 41, ct 272 ; VERIFIED
L'employeur ne peut pas considérer le salarié comme démissionnaire : la rupture est un licenciement.
لا يمكن للمشغل اعتبار الأجير مستقيلا: الإنهاء فصل من الشغل.
The employer cannot treat the employee as having resigned: the termination is a dismissal.

agency_fine ; ct 495, ct 505 ; VERIFIED
L'infraction est punie d'une amende de 2 000 à 5 000 DH ; l'entreprise d'emploi temporaire doit le salaire et toutes les obligations du contrat.
يعاقب على المخالفة بغرامة من 2 000 إلى 5 000 درهم؛ ومقاولة التشغيل المؤقت ملزمة بالأجر وبجميع التزامات العقد.
The breach carries a fine of 2,000 to 5,000 DH; the agency owes the pay and every duty of the contract.

strikers_replaced ; ct 496, ct 505, greve 9, greve 25 ; VERIFIED
L'employeur est puni d'une amende de 20 000 à 50 000 DH par gréviste remplacé, 200 000 DH au plus ; l'intérim irrégulier, de 2 000 à 5 000 DH.
يعاقب المشغل بغرامة من 20 000 إلى 50 000 درهم عن كل مضرب أحل آخر محله، في حدود 200 000 درهم؛ وعن التشغيل المؤقت غير القانوني من 2 000 إلى 5 000 درهم.
The employer is fined 20,000 to 50,000 DH for each striker replaced, 200,000 DH at most; for the unlawful agency work, 2,000 to 5,000 DH.

insertion_argued ; insertion, ct 18 ; UNVERIFIED
Demander la reconnaissance d'un contrat de travail, dont la preuve est libre ; aucun texte lu ne fixe ce que doit la rupture d'un stage : demandez au service juridique.
يطلب الاعتراف بعقد شغل، وإثباته بجميع الوسائل؛ ولا نص مقروء يحدد ما يترتب عن إنهاء التدريب: استشيروا المصلحة القانونية.
Claim a contract of employment, which may be proved by any means; no text read says what the termination of a training owes: ask the legal team.

contract_goes_on ; ct 19, ct 41 ; VERIFIED
Les contrats en cours subsistent entre les salariés et le nouvel employeur : leur rupture est un licenciement, dont le tribunal dit s'il est abusif.
تستمر العقود السارية بين الأجراء والمشغل الجديد: وإنهاؤها فصل من الشغل، وللمحكمة أن تقرر طابعه التعسفي.
The contracts in force go on between the employees and the new employer: ending them is a dismissal, and the court says whether it is abusive.
""")

ADVICE = sentences("""
not_opposable ; ct 65 ; VERIFIED
Saisissez tout de même le tribunal avant le 90e jour.
ومع ذلك ترفع الدعوى قبل اليوم 90.
Bring the action before day 90 all the same.

maternity_void ; ct 159, ct 160 ; UNVERIFIED
L'employeur qui prouve une faute grave ou un autre motif légal échappe à l'interdiction, sauf pendant la suspension du contrat ; l'échéance d'un CDD n'est pas une rupture. L'article 160 renvoie à l'alinéa 2 de l'article 159 : il est lu ici comme visant l'alinéa 3.
يفلت المشغل من المنع إذا أثبت خطأ جسيما أو مبررا قانونيا آخر، إلا خلال فترة توقف العقد؛ وحلول أجل عقد محدد المدة ليس إنهاء. وتحيل المادة 160 على الفقرة 2 من المادة 159: وقرئت هنا على أنها تقصد الفقرة 3.
An employer who proves serious misconduct or another lawful motive escapes the ban, save during the suspension of the contract; the term of a fixed-term contract is no termination. Article 160 refers to paragraph 2 of article 159: it is read here as paragraph 3.

order_breached ; ct 71 ; VERIFIED-2 order_proof
La preuve est à la charge du salarié : rassemblez la liste complète de la catégorie.
وعلى الأجير الإثبات: اجمعوا اللائحة الكاملة للفئة.
The proof is the employee's: gather the whole list of the category.

no_resignation ; ct 34 ; VERIFIED
Aucune décision lue ne juge ce que vaut une démission sans cette forme.
ولم نقرأ أي قرار يحسم أثر استقالة لا تستوفي هذا الشكل.
No decision read settles what a resignation without that form is worth.

forced ; ct 34, ct 40 ; VERIFIED
Réunissez les preuves.
اجمعوا الحجج.
Gather the proof.

agency_fine ; ct 495 ; VERIFIED
Que l'entreprise utilisatrice devienne l'employeur, la loi ne le dit pas : cela se plaide.
أما أن تصير المقاولة المستعملة هي المشغل، فلا ينص عليه القانون: يثار أمام المحكمة.
That the user undertaking becomes the employer the law does not say: it is argued in court.
""")
"""What a letter does not say: what is still to be done, and which proof is ours."""
OURS = frozenset({"no_effect", "owes_notice", "denunciation_void", "allowance_refused"})
"""Consequences that stand against the employee or concern his own acts: nobody writes them to the employer."""
