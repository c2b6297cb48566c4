"""What each cited article is about, in French, Arabic and English: one article a line."""

# text number | French subject | Arabic subject | English subject
ROWS = """
ct 9 | Liberté syndicale et non-discrimination | الحرية النقابية وعدم التمييز | Freedom of association and no discrimination
ct 11 | Dispositions plus favorables | المقتضيات الأكثر فائدة للأجير | More favourable terms prevail
ct 13 | Période d'essai : rupture | فترة الاختبار: الإنهاء | Trial period: how it ends
ct 14 | Période d'essai : durée | فترة الاختبار: المدة | Trial period: length
ct 15 | Contrat écrit : deux exemplaires, signatures légalisées | العقد المكتوب: نظيران بتوقيعين مصادق عليهما | Written contract: two copies, legalised signatures
ct 16 | Cas du contrat à durée déterminée | حالات عقد الشغل المحدد المدة | When a fixed-term contract is allowed
ct 17 | Ouverture d'entreprise et maintien après le terme | فتح مقاولة والاستمرار بعد انتهاء المدة | Opening of an enterprise and work past the term
ct 18 | Preuve du contrat par tous moyens | إثبات عقد الشغل بجميع الوسائل | Proof of the contract by any means
ct 19 | Maintien des contrats en cas de transfert | استمرار العقود عند تغيير المشغل | Contracts survive a transfer of undertaking
ct 24 | Sécurité, santé et dignité des salariés | سلامة الأجراء وصحتهم وكرامتهم | Safety, health and dignity of employees
ct 32 | Suspension du contrat | توقف عقد الشغل | Suspension of the contract
ct 33 | Rupture anticipée du CDD | الإنهاء المبكر لعقد الشغل المحدد المدة | Early termination of a fixed-term contract
ct 34 | Cessation du CDI et démission | إنهاء العقد غير المحدد المدة والاستقالة | End of an open-ended contract and resignation
ct 35 | Interdiction du licenciement sans motif valable | منع الفصل دون مبرر مقبول | No dismissal without a valid reason
ct 36 | Motifs interdits de sanction ou de licenciement | الأسباب غير المقبولة للعقوبة أو الفصل | Banned grounds of sanction or dismissal
ct 37 | Sanctions disciplinaires | العقوبات التأديبية | Disciplinary sanctions
ct 38 | Gradation des sanctions | التدرج في العقوبات | Sanctions step by step
ct 39 | Fautes graves du salarié | الأخطاء الجسيمة للأجير | Serious misconduct of the employee
ct 40 | Fautes graves de l'employeur | الأخطاء الجسيمة للمشغل | Serious misconduct of the employer
ct 41 | Dommages-intérêts et conciliation préliminaire | التعويض عن الضرر والصلح التمهيدي | Damages and preliminary conciliation
ct 42 | Contrôle judiciaire des sanctions | خضوع القرارات التأديبية لمراقبة القضاء | Courts review disciplinary decisions
ct 43 | Préavis | أجل الإخطار | Notice
ct 44 | Point de départ du préavis | بداية أجل الإخطار | Start of the notice
ct 45 | Suspension du préavis | توقف أجل الإخطار | Notice suspended
ct 47 | Obligations pendant le préavis | الالتزامات أثناء أجل الإخطار | Duties during the notice
ct 48 | Permissions d'absence pour chercher un emploi | رخص التغيب للبحث عن شغل | Leave of absence to look for work
ct 49 | Durée des permissions d'absence | مدة رخص التغيب | Length of the leave of absence
ct 50 | Fixation et fin des permissions d'absence | تحديد رخص التغيب وانتهاؤها | How the leave of absence is set and ends
ct 51 | Indemnité de préavis | التعويض عن أجل الإخطار | Pay in lieu of notice
ct 52 | Droit à l'indemnité de licenciement | الحق في التعويض عن الفصل | Right to severance pay
ct 53 | Montant de l'indemnité de licenciement | مقدار التعويض عن الفصل | Amount of severance pay
ct 54 | Périodes de travail effectif | فترات الشغل الفعلي | Periods of effective work
ct 55 | Salaire de base de l'indemnité | الأجر المعتمد لحساب التعويض | Pay that the severance is counted on
ct 56 | Salaire minimum de calcul | الحد الأدنى للأجر المعتمد | Minimum pay of the calculation
ct 57 | Éléments du salaire de calcul | عناصر الأجر المعتمد | What counts as pay
ct 58 | Majoration de 100 % pour les délégués | الزيادة بنسبة 100% لمندوبي الأجراء | Doubled for staff delegates
ct 59 | Cumul des indemnités | الجمع بين التعويضات | Indemnities add up
ct 60 | Départ à la retraite avec pension | الإحالة على التقاعد مع راتب الشيخوخة | Retirement with a pension
ct 61 | Faute grave : ni préavis ni indemnité | الخطأ الجسيم: لا إخطار ولا تعويض | Serious misconduct: neither notice nor indemnity
ct 62 | Audition du salarié | جلسة الاستماع إلى الأجير | Hearing of the employee
ct 63 | Notification de la décision et charge de la preuve | تبليغ المقرر وعبء الإثبات | Notification of the decision and burden of proof
ct 64 | Contenu de la décision, copie à l'inspecteur | مضمون المقرر ونسخة لمفتش الشغل | Contents of the decision, copy to the inspector
ct 65 | Action dans les quatre-vingt-dix jours | رفع الدعوى داخل تسعين يوما | Action within ninety days
ct 66 | Licenciement économique : information et consultation | الفصل لأسباب اقتصادية: الإخبار والتشاور | Economic dismissal: information and consultation
ct 67 | Autorisation du gouverneur | إذن العامل | Governor's authorisation
ct 69 | Fermeture de l'entreprise | إغلاق المقاولة | Closure of the enterprise
ct 70 | Effets du licenciement économique | آثار الفصل لأسباب اقتصادية | Effects of the economic dismissal
ct 71 | Ordre des licenciements et réembauchage | ترتيب الفصل وأسبقية إعادة التشغيل | Order of dismissals and rehire priority
ct 72 | Certificat de travail | شهادة الشغل | Certificate of employment
ct 73 | Reçu pour solde de tout compte et renonciation | التوصيل عن تصفية كل حساب والتنازل | Receipt for full settlement and waiver
ct 74 | Mentions du reçu | بيانات التوصيل | What the receipt must state
ct 75 | Dénonciation dans les soixante jours | التراجع عن التوصيل داخل ستين يوما | Denunciation within sixty days
ct 76 | Effet du reçu dénoncé | أثر التوصيل بعد التراجع عنه | Effect of a denounced receipt
ct 78 | Amendes en matière de rupture | الغرامات المتعلقة بإنهاء العقد | Fines about the end of the contract
ct 152 | Congé de maternité | إجازة الولادة | Maternity leave
ct 154 | Suspension du contrat autour de l'accouchement | توقف العقد قبل الوضع وبعده | Suspension around childbirth
ct 156 | Suspension pour élever un enfant | توقف العقد لتربية المولود | Suspension to raise a child
ct 158 | Départ sans préavis de la salariée enceinte | مغادرة الأجيرة الحامل دون إخطار | Pregnant employee may leave without notice
ct 159 | Protection de la grossesse | حماية الأجيرة الحامل | Protection of pregnancy
ct 160 | Certificat dans les quinze jours | الإدلاء بالشهادة داخل خمسة عشر يوما | Certificate within fifteen days
ct 174 | Repos entre deux journées de travail de nuit | الراحة بين يومين من الشغل الليلي | Rest between two days of night work
ct 184 | Durée normale du travail | مدة الشغل العادية | Normal hours of work
ct 185 | Réduction temporaire de la durée du travail | التقليص المؤقت من مدة الشغل | Temporary reduction of hours
ct 186 | Avis et consultation avant la réduction | الإشعار والاستشارة قبل التقليص من مدة الشغل | Notice and consultation before the reduction
ct 196 | Recours aux heures supplémentaires | اللجوء إلى الساعات الإضافية | When overtime is allowed
ct 197 | Heures au-delà de la durée normale | الساعات الزائدة عن المدة العادية | Hours beyond normal time
ct 199 | Heures supplémentaires et répartition annuelle | الساعات الإضافية والتوزيع السنوي | Overtime where the year is spread unevenly
ct 201 | Majorations des heures supplémentaires | الزيادة عن الساعات الإضافية | Overtime increases
ct 202 | Base des heures supplémentaires | أساس احتساب الساعات الإضافية | What overtime is counted on
ct 217 | Jours de fêtes payés et jours fériés | أيام الأعياد المؤدى عنها وأيام العطل | Paid holidays
ct 219 | Indemnité du jour de fête à l'heure ou à la journée | تعويض يوم العيد بالساعة أو باليوم | Holiday pay by the hour or the day
ct 221 | Salaire mensuel maintenu les jours de fête | عدم تخفيض الأجر الشهري أيام الأعياد | Monthly pay kept on holidays
ct 223 | Établissements qui ne s'arrêtent pas | المؤسسات ذات التشغيل المتواصل | Establishments that do not stop
ct 224 | Travail un jour férié | الشغل في يوم عيد | Work on a holiday
ct 225 | Repos compensateur d'un jour de fête | الراحة التعويضية عن يوم العيد | Rest instead of holiday pay
ct 226 | Travail interdit un jour de fête | الشغل الممنوع يوم العيد | Unlawful work on a holiday
ct 227 | Récupération des heures perdues | استدراك الساعات الضائعة | Recovery of lost hours
ct 231 | Durée du congé annuel payé | مدة العطلة السنوية المؤدى عنها | Length of paid annual leave
ct 232 | Congé augmenté avec l'ancienneté | الزيادة في العطلة حسب الأقدمية | Leave grows with seniority
ct 234 | Ancienneté appréciée à la fin du contrat | تقدير الأقدمية عند انتهاء العقد | Seniority assessed at the end of the contract
ct 238 | Mois de travail : 26 jours ou 191 heures | شهر الشغل: 26 يوما أو 191 ساعة | Month of work: 26 days or 191 hours
ct 242 | Renonciation au congé | التنازل عن العطلة | Waiver of leave
ct 243 | Congé et préavis ne se confondent pas | عدم الجمع بين العطلة وأجل الإخطار | Leave and notice do not run together
ct 246 | Ordre des départs en congé | ترتيب تواريخ العطل | Order of leave
ct 249 | Indemnité de congé payé | تعويض العطلة المؤدى عنها | Pay during leave
ct 251 | Indemnité compensatrice de congé | التعويض عن عدم التمتع بالعطلة | Pay for untaken leave
ct 252 | Congé : moins de six mois de service | العطلة: أقل من ستة أشهر من الشغل | Leave: under six months of service
ct 253 | Congé du travail intermittent | عطلة الشغل المتقطع | Leave of intermittent work
ct 254 | Congé dû quelle que soit la cause de la rupture | التعويض عن العطلة مهما كان سبب الإنهاء | Leave owed whatever the cause of the termination
ct 255 | Compensation entre congé et préavis | المقاصة بين العطلة والإخطار | Leave set off against notice
ct 257 | Congé dû aux ayants droit | العطلة المستحقة لذوي الحقوق | Leave owed to the heirs
ct 260 | Congé payé avec le dernier salaire | أداء العطلة مع آخر أجر | Leave paid with the last wage
ct 271 | Maladie : avis dans les quarante-huit heures | المرض: الإشعار داخل ثمان وأربعين ساعة | Sickness: notice within forty-eight hours
ct 272 | Maladie de plus de cent quatre-vingts jours | المرض لأكثر من مائة وثمانين يوما | Sickness of more than one hundred and eighty days
ct 320 | Médecin du travail : mutation ou aménagement du poste | طبيب الشغل: تغيير المنصب أو ملاءمته | Occupational doctor: change of post
ct 324 | Médecin du travail : déclaration des maladies | طبيب الشغل: التصريح بالأمراض | Occupational doctor: declaring diseases
ct 336 | Comité de sécurité et d'hygiène | لجنة السلامة وحفظ الصحة | Health and safety committee
ct 345 | Liberté de fixer le salaire | حرية تحديد الأجر | Wages are freely agreed
ct 350 | Prime d'ancienneté | علاوة الأقدمية | Seniority bonus
ct 351 | Périodes d'ancienneté | فترات الأقدمية | Periods of seniority
ct 352 | Suspensions comptées dans l'ancienneté | فترات التوقف المحتسبة في الأقدمية | Suspensions counted as seniority
ct 353 | Éléments exclus de la prime d'ancienneté | العناصر المستثناة من علاوة الأقدمية | What the seniority bonus leaves out
ct 354 | Prime d'ancienneté du salaire variable | علاوة الأقدمية عن الأجر المتغير | Seniority bonus on variable pay
ct 355 | Paiement de la prime d'ancienneté | أداء علاوة الأقدمية | How the seniority bonus is paid
ct 356 | Salaire minimum légal | الحد الأدنى القانوني للأجر | Statutory minimum wage
ct 357 | Éléments du salaire minimum | عناصر الحد الأدنى للأجر | What counts towards the minimum wage
ct 360 | Nullité de l'accord sous le salaire minimum | بطلان الاتفاق دون الحد الأدنى | Agreement below the minimum wage is void
ct 361 | Amende et part ordonnée au pénal | الغرامة والفرق المحكوم به زجريا | Fine, and the part a criminal court orders
ct 363 | Périodicité de la paie | دورية أداء الأجور | When wages are paid
ct 365 | Salaires dus à la fin du contrat | أداء الأجور عند انتهاء العقد | Last wages
ct 370 | Bulletin de paie | ورقة الأداء | Payslip
ct 382 | Privilège du salaire | امتياز الأجر | Wages have first rank
ct 395 | Prescription de deux ans | التقادم بسنتين | Two-year limitation
ct 397 | Interdiction de l'ingérence | منع التدخل في شؤون النقابات | Interference is banned
ct 428 | Entrave à l'exercice du droit syndical | عرقلة ممارسة الحق النقابي | Obstruction of union rights
ct 430 | Élection des délégués des salariés | انتخاب مندوبي الأجراء | Election of staff delegates
ct 432 | Réclamations individuelles | الشكايات الفردية | Individual grievances
ct 440 | Affichage des listes électorales | تعليق اللوائح الانتخابية | Electoral lists posted
ct 441 | Réclamation contre la liste électorale | الشكاية بشأن اللائحة الانتخابية | Claim against the electoral list
ct 457 | Mesure contre un délégué : approbation de l'inspecteur | الإجراء في حق مندوب الأجراء: موافقة مفتش الشغل | Measure against a delegate: inspector's approval
ct 458 | Anciens délégués et candidats | قدماء المندوبين والمرشحون | Former delegates and candidates
ct 459 | Décision de l'inspecteur dans les huit jours | قرار مفتش الشغل داخل ثمانية أيام | Inspector decides within eight days
ct 460 | Réunion mensuelle des délégués | الاجتماع الشهري للمندوبين | Monthly meeting of delegates
ct 461 | Note écrite et réponse dans les six jours | المذكرة الكتابية والجواب داخل ستة أيام | Written note and answer within six days
ct 462 | Sanctions de l'entrave aux délégués | عقوبات عرقلة عمل المندوبين | Penalties for obstructing delegates
ct 464 | Comité d'entreprise | لجنة المقاولة | Works council
ct 469 | Amendes relatives au comité d'entreprise | الغرامات المتعلقة بلجنة المقاولة | Fines about the works council
ct 472 | Protection du représentant syndical | حماية الممثل النقابي | Protection of the union representative
ct 495 | Entreprise d'emploi temporaire | مقاولة التشغيل المؤقت | Temporary work agency
ct 496 | Cas du recours à l'intérim | حالات اللجوء إلى أجراء التشغيل المؤقت | When agency work is allowed
ct 497 | Intérim et risques particuliers | التشغيل المؤقت والمخاطر الخاصة | Agency work and particular risks
ct 498 | Intérim après un licenciement économique | التشغيل المؤقت بعد الفصل لأسباب اقتصادية | Agency work after an economic dismissal
ct 499 | Contrat de mise à disposition | عقد وضع الأجير رهن الإشارة | Contract with the user undertaking
ct 500 | Durée de la tâche | مدة المهمة | Length of the task
ct 501 | Contrat du salarié intérimaire | عقد الأجير المؤقت | The agency worker's contract
ct 502 | Essai du salarié intérimaire | فترة اختبار الأجير المؤقت | The agency worker's trial
ct 505 | Amendes de l'emploi temporaire | غرامات التشغيل المؤقت | Fines about agency work
ct 508 | Priorité de réembauchage | أسبقية إعادة التشغيل | Rehire priority
ct 526 | Mise à la retraite | الإحالة على التقاعد | Retirement
ct 532 | Missions de l'inspecteur, conciliation | مهام مفتش الشغل والصلح | Inspector's tasks, conciliation
preavis 1 | Durée du préavis | مدة أجل الإخطار | Length of notice
fetes 1 | Liste des jours de fêtes payés | لائحة أيام الأعياد المؤدى عنها | List of paid holidays
mandat 1 | Durée du mandat des délégués | مدة انتداب مندوبي الأجراء | Length of the delegates' mandate
doc 131 | Le premier jour ne compte pas | عدم احتساب اليوم الأول | The first day is not counted
doc 132 | Semaine, mois et année en jours | الأسبوع والشهر والسنة بالأيام | Week, month and year in days
doc 133 | Échéance un jour férié | حلول الأجل في يوم عطلة | Period ending on a holiday
doc 230 | Force obligatoire des conventions | القوة الملزمة للاتفاقات | Agreements bind like law
doc 268 | Débiteur libéré par la force majeure | إعفاء المدين بالقوة القاهرة | Debtor released by force majeure
doc 269 | Définition de la force majeure | تعريف القوة القاهرة | Force majeure defined
doc 381 | Interruption de la prescription | قطع التقادم | Limitation interrupted
doc 382 | Reconnaissance et paiement partiel | الاعتراف بالدين والأداء الجزئي | Acknowledgment and part payment
doc 383 | Nouveau délai après l'interruption | مدة جديدة بعد الانقطاع | A new period after interruption
doc 386 | Prescription comptée par jours entiers | احتساب التقادم بالأيام الكاملة | Limitation counted in full days
doc 1098 | Transaction | الصلح | Settlement
cpc 19 | Appel devant la chambre d'appel du tribunal | الاستئناف أمام غرفة الاستئناف بالمحكمة | Appeal before the court's appeals chamber
cpc 21 | Jugements en dernier ressort | الأحكام الانتهائية | Judgments without appeal
cpc 287 | Appel en matière sociale | الاستئناف في المادة الاجتماعية | Appeal in social matters
cpc 512 | Délais francs | الآجال الكاملة | Full (clear) periods
greve 9 | Remplacement des grévistes et droits conservés | منع إحلال أجراء محل المضربين وحفظ الحقوق | No replacement of strikers, no right lost
greve 13 | Négociation avant l'appel à la grève | التفاوض قبل الدعوة إلى الإضراب | Talks before the strike call
greve 14 | Préavis de grève | تبليغ قرار الإضراب | Strike notice
greve 25 | Amende du remplacement des grévistes | غرامة إحلال أجراء محل المضربين | Fine for replacing strikers
greve 32 | Délais francs | الآجال الكاملة | Full (clear) periods
at 3 | Accident du travail, y compris l'atteinte psychologique | حادثة الشغل بما فيها الإصابة النفسية | Work accident, psychological injury included
at 14 | Avis de la victime à l'employeur | إشعار المشغل من طرف المصاب | Victim tells the employer
at 19 | Certificat médical initial de l'accident | الشهادة الطبية الأولية للحادثة | Initial medical certificate of the accident
at 180 | Prescription de cinq ans | التقادم بخمس سنوات | Five-year limitation
at 15 | Déclaration de l'employeur | تصريح المشغل | Employer's declaration
ipe | Indemnité pour perte d'emploi | التعويض عن فقدان الشغل | Job-loss allowance
insertion | Stages de formation-insertion (ANAPEC) | تداريب التكوين من أجل الإدماج (أنابيك) | Training-insertion placements (ANAPEC)
donnees 3 | Loyauté et proportionnalité des traitements | نزاهة المعالجة وتناسبها | Fair and proportionate processing
donnees 5 | Information des personnes | إخبار الأشخاص المعنيين | Information of the persons
cdd 1 | Cas exceptionnels du contrat à durée déterminée | الحالات الاستثنائية للعقد المحدد المدة | Exceptional cases of the fixed-term contract
hs 1 | Contingent annuel d'heures supplémentaires | الحصة السنوية من الساعات الإضافية | Annual allotment of overtime
"""
