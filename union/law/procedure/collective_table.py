"""The steps of a collective or economic dismissal, each with its fault: one table, read by `collective`."""

from union.law.procedure.findings import checks

CHECKS = checks("""
motive ; ct 35, ct 66 ; VERIFIED ; no_valid_ground
Le motif est-il technologique, structurel, similaire ou économique ?
هل السبب تكنولوجي أو هيكلي أو مماثل أو اقتصادي؟
Is the motive technological, structural, similar or economic?
Le motif n'est pas l'un de ceux de l'article 66 : ce sont des licenciements individuels.
السبب ليس من أسباب المادة 66: إنها حالات فصل فردية.
The motive is none of those of article 66: these are individual dismissals.

closure_motive ; ct 66, ct 69 ; VERIFIED ; unauthorised
La fermeture a-t-elle un motif technologique, structurel, similaire ou économique ?
هل للإغلاق سبب تكنولوجي أو هيكلي أو مماثل أو اقتصادي؟
Does the closure have a technological, structural, similar or economic motive?
La fermeture a un autre motif que ceux de l'article 66 : elle suppose que l'activité soit devenue impossible, et l'autorisation du gouverneur.
للإغلاق سبب غير أسباب المادة 66: يفترض استحالة مواصلة النشاط وإذن العامل.
The closure has another motive than those of article 66: it supposes that the activity became impossible, and the governor's authorisation.

delegates_informed ; ct 66 ; VERIFIED ; fine_66
Les délégués des salariés ont-ils été informés un mois au moins avant ?
هل أخبر مندوبو الأجراء قبل شهر على الأقل؟
Were the staff delegates informed at least one month before?
Les délégués des salariés n'ont pas été informés un mois avant les licenciements.
لم يخبر مندوبو الأجراء قبل شهر من الفصل.
The staff delegates were not informed one month before the dismissals.

representatives_informed ; ct 66 ; VERIFIED ; fine_66
Les représentants syndicaux ont-ils été informés un mois au moins avant ?
هل أخبر الممثلون النقابيون قبل شهر على الأقل؟
Were the union representatives informed at least one month before?
Les représentants syndicaux n'ont pas été informés un mois avant les licenciements.
لم يخبر الممثلون النقابيون قبل شهر من الفصل.
The union representatives were not informed one month before the dismissals.

council_informed ; ct 66, ct 464 ; VERIFIED ; fine_66
Dans l'entreprise de plus de cinquante salariés, le comité d'entreprise a-t-il été informé un mois au moins avant ?
في المقاولة التي تشغل أكثر من خمسين أجيرا، هل أخبرت لجنة المقاولة قبل شهر على الأقل؟
In an enterprise of more than fifty, was the works council informed at least one month before?
Le comité d'entreprise n'a pas été informé un mois avant les licenciements.
لم تخبر لجنة المقاولة قبل شهر من الفصل.
The works council was not informed one month before the dismissals.

council_exists ; ct 464, ct 469 ; VERIFIED ; no_council
L'entreprise de plus de cinquante salariés a-t-elle un comité d'entreprise ?
هل للمقاولة التي تشغل أكثر من خمسين أجيرا لجنة مقاولة؟
Has the enterprise of more than fifty a works council?
L'entreprise occupe plus de cinquante salariés et n'a pas de comité d'entreprise.
تشغل المقاولة أكثر من خمسين أجيرا وليست لها لجنة مقاولة.
The enterprise employs more than fifty and has no works council.

delegates_without_council ; ct 66, ct 469 ; UNVERIFIED ; fine_66
Faute de comité, les délégués des salariés ont-ils été informés un mois au moins avant ?
في غياب اللجنة، هل أخبر مندوبو الأجراء قبل شهر على الأقل؟
For want of a council, were the staff delegates informed at least one month before?
Faute de comité, c'étaient les délégués des salariés qu'il fallait informer, et ils ne l'ont pas été un mois avant.
في غياب اللجنة كان يجب إخبار مندوبي الأجراء، ولم يخبروا قبل شهر.
For want of a council the staff delegates were to be informed, and were not one month before.

somebody_informed ; ct 66 ; VERIFIED ; fine_66
Faute de comité, quelqu'un qui représente les salariés a-t-il été informé : délégués ou représentants syndicaux ?
في غياب اللجنة، هل أخبر أي ممثل للأجراء: مندوبون أو ممثلون نقابيون؟
For want of a council, was anybody who represents the employees informed: delegates or union representatives?
Ni comité, ni délégués, ni représentants syndicaux n'ont été informés.
لم تخبر لا لجنة ولا مندوبون ولا ممثلون نقابيون.
Neither a council nor delegates nor union representatives were informed.

council_at_fifty ; ct 66, ct 464 ; UNVERIFIED ; fine_66
À cinquante salariés exactement, le comité a-t-il été informé en plus des délégués, par prudence ?
عند خمسين أجيرا بالضبط، هل أخبرت اللجنة إضافة إلى المندوبين احتياطا؟
At exactly fifty employees, was the council informed besides the delegates, to be safe?
Le comité d'entreprise existe à cinquante salariés et n'a pas été informé.
لجنة المقاولة موجودة عند خمسين أجيرا ولم تخبر.
The works council exists at fifty employees and was not informed.

information_whole ; ct 66 ; VERIFIED ; fine_66
L'information donne-t-elle les motifs, le nombre et les catégories, et la période prévue ?
هل يتضمن الإخبار الأسباب والعدد والفئات والفترة المقررة؟
Does the information give the reasons, the number and categories, and the planned period?
L'information ne donne pas les motifs, le nombre et les catégories, ou la période.
الإخبار لا يتضمن الأسباب أو العدد والفئات أو الفترة.
The information does not give the reasons, the number and categories, or the period.

consulted ; ct 66 ; VERIFIED ; fine_66
Des concertations et des négociations ont-elles été engagées ?
هل أجريت استشارات ومفاوضات؟
Were consultations and negotiations opened?
Aucune concertation ni négociation n'a été engagée.
لم تجر أي استشارات أو مفاوضات.
No consultation or negotiation was opened.

redeployment ; ct 66 ; VERIFIED ; fine_66
Le reclassement dans d'autres postes a-t-il été examiné ?
هل نظر في إمكانية إعادة الإدماج في مناصب أخرى؟
Was redeployment to other posts examined?
Le reclassement dans d'autres postes n'a pas été examiné.
لم ينظر في إمكانية إعادة الإدماج في مناصب أخرى.
Redeployment to other posts was not examined.

talks_record ; ct 66 ; VERIFIED ; fine_66
Un procès-verbal des concertations, signé par les deux parties, a-t-il été dressé ?
هل حرر محضر للاستشارات موقع من الطرفين؟
Were minutes of the talks drawn up and signed by both?
Aucun procès-verbal des concertations n'a été signé par les deux parties.
لم يوقع الطرفان أي محضر للاستشارات.
No minutes of the talks were signed by both.

record_to_delegates ; ct 66 ; VERIFIED ; fine_66
Les délégués ont-ils reçu une copie du procès-verbal ?
هل توصل المندوبون بنسخة من المحضر؟
Did the delegates get a copy of the minutes?
Les délégués n'ont pas reçu la copie du procès-verbal.
لم يتوصل المندوبون بنسخة من المحضر.
The delegates did not get their copy of the minutes.

record_to_labour_delegate ; ct 66 ; VERIFIED ; fine_66
Le délégué provincial du travail en a-t-il reçu une copie ?
هل توصل المندوب الإقليمي المكلف بالشغل بنسخة منه؟
Did the provincial labour delegate get a copy?
Le délégué provincial du travail n'a pas reçu la copie du procès-verbal.
لم يتوصل المندوب الإقليمي المكلف بالشغل بنسخة من المحضر.
The provincial labour delegate did not get a copy of the minutes.

requested ; ct 67 ; VERIFIED ; unauthorised
L'autorisation a-t-elle été demandée au délégué provincial du travail, pièces et procès-verbal joints ?
هل طلب الإذن من المندوب الإقليمي المكلف بالشغل مرفقا بالوثائق والمحضر؟
Was authorisation asked of the provincial labour delegate, with the documents and the minutes?
Aucune autorisation n'a été demandée avec les pièces exigées.
لم يطلب أي إذن مرفقا بالوثائق المطلوبة.
No authorisation was asked for with the documents required.

economic_file ; ct 67 ; VERIFIED ; fine_66
Pour un motif économique : le dossier a-t-il le rapport des motifs, l'état des comptes et le rapport de l'expert-comptable ou du commissaire ?
في حالة السبب الاقتصادي: هل يضم الملف تقرير الأسباب وبيان الوضعية المالية وتقرير الخبير المحاسب أو مراقب الحسابات؟
For an economic motive: does the file hold the report on the motives, the accounts and the accountant's or auditor's report?
Le dossier économique est incomplet.
الملف الاقتصادي ناقص.
The economic file is incomplete.

authorised ; ct 67, ct 69 ; VERIFIED ; unauthorised
Le gouverneur a-t-il autorisé avant le premier départ ? Le silence de deux mois ne vaut pas autorisation.
هل أذن العامل قبل أول مغادرة؟ سكوته لمدة شهرين ليس إذنا.
Did the governor authorise before the first exit? Two months of silence are no authorisation.
Les licenciements ont commencé sans l'autorisation du gouverneur.
بدأ الفصل دون إذن العامل.
The dismissals began without the governor's authorisation.

closure_needed ; ct 69 ; VERIFIED ; unauthorised
Pour une fermeture : la poursuite de l'activité était-elle devenue impossible ?
في حالة الإغلاق: هل أصبحت مواصلة النشاط مستحيلة؟
For a closure: had it become impossible to go on with the activity?
L'établissement a été fermé alors que l'activité pouvait continuer.
أغلقت المؤسسة رغم إمكانية مواصلة النشاط.
The establishment was closed although the activity could go on.

order_kept ; ct 71 ; VERIFIED ; order_breached
L'ordre des licenciements a-t-il suivi ancienneté, valeur professionnelle et charges familiales, par catégorie et par établissement ?
هل روعيت في ترتيب الفصل الأقدمية والقيمة المهنية والأعباء العائلية، حسب الفئة والمؤسسة؟
Did the order of dismissals follow seniority, professional value and family charges, by category and establishment?
L'ordre des licenciements ne suit pas les critères de la loi.
ترتيب الفصل لا يتبع معايير القانون.
The order of dismissals does not follow the criteria of the law.

rehire_priority ; ct 71, ct 508 ; VERIFIED ; rehire
Depuis, la priorité de réembauchage a-t-elle été respectée pendant un an ?
ومنذ ذلك، هل احترمت أسبقية إعادة التشغيل لمدة سنة؟
Since then, was the rehire priority kept for a year?
Quelqu'un d'autre a été embauché dans la même spécialité dans l'année.
شغل شخص آخر في نفس التخصص داخل السنة.
Somebody else was hired in the same speciality within the year.
""")
