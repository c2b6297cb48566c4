"""What people of the demonstration report, ask for and are answered, in French and in Arabic."""

from __future__ import annotations

from dataclasses import dataclass

from union.grievances.models import Outcome, Paper, Problem


@dataclass(frozen=True)
class Told:
    """One report as it is told, and a note of whoever followed it."""

    problem: Problem
    paper: Paper
    facts: str
    demand: str
    note: str


TOLD = (
    Told(
        Problem.PAY,
        Paper.OTHER_EVENT,
        "La prime de production de trois mois n'est pas sur le bulletin, alors que les objectifs sont atteints.",
        "Le paiement des trois primes et le détail du calcul.",
        "Bulletins des trois mois reçus ; la RH répond vendredi.",
    ),
    Told(
        Problem.PAY,
        Paper.PAY_STOPPED,
        "توقف أداء الأجر منذ شهرين دون أي تفسير، والبطاقة البنكية فارغة.",
        "أداء الأجرين المتأخرين وتسليم ورقتي الأداء.",
        "تم الاتصال بالمحاسبة: قالوا إن الأداء سيتم نهاية الأسبوع.",
    ),
    Told(
        Problem.DISCIPLINE,
        Paper.DISMISSAL_LETTER,
        "Lettre de licenciement pour faute grave, remise au portail, sans audition. Le motif est une pause de 12 "
        "minutes.",
        "La réintégration, ou les indemnités prévues par le Code.",
        "Aucun procès-verbal d'audition : articles 62 et 63.",
    ),
    Told(
        Problem.DISCIPLINE,
        Paper.BADGE_STOPPED,
        "Le badge ne marche plus depuis lundi. Le vigile dit qu'il a des ordres. Rien d'écrit.",
        "Savoir si c'est un licenciement, et reprendre le travail.",
        "Constat à faire devant le portail avec deux collègues.",
    ),
    Told(
        Problem.DISCIPLINE,
        Paper.HEARING_SUMMONS,
        "استدعاء لجلسة الاستماع يوم الخميس بسبب تأخر متكرر، والنقل هو السبب.",
        "الحضور مع مندوب الأجراء وشرح مشكل النقل.",
        "المندوب سيرافقه، وتم جمع شهادات زملاء الحافلة نفسها.",
    ),
    Told(
        Problem.DISCIPLINE,
        Paper.SANCTION,
        "Avertissement pour « ton inadapté » sur un appel que je n'ai pas le droit de réécouter.",
        "Le retrait de l'avertissement.",
        "Demande d'écoute de l'appel faite par écrit.",
    ),
    Told(
        Problem.DISCIPLINE,
        Paper.RESIGNATION_ASKED,
        "La responsable m'a demandé de signer une démission préparée, « pour garder un bon dossier ».",
        "Ne rien signer et garder mon poste.",
        "Rappelé : une démission se signe et se légalise, article 34.",
    ),
    Told(
        Problem.DISCIPLINE,
        Paper.RECEIPT,
        "J'ai signé un reçu pour solde de tout compte le jour du départ, sans le lire ; ni le préavis ni les "
        "congés n'y sont.",
        "Dénoncer le reçu et obtenir le préavis et les congés.",
        "Lettre de dénonciation à poster dans les soixante jours.",
    ),
    Told(
        Problem.PACE,
        Paper.OTHER_EVENT,
        "Le temps entre deux appels est passé à quatre secondes. Les pauses sont comptées en retard.",
        "Revenir à dix secondes et des pauses payées.",
        "Relevés de trois équipes réunis, sans nom de client.",
    ),
    Told(
        Problem.PACE,
        Paper.OTHER_EVENT,
        "رفعوا الأهداف إلى 140 مكالمة في اليوم، ومن لا يبلغها يتوصل بتنبيه شفوي كل مساء.",
        "أهداف معقولة ومكتوبة.",
        "النقطة مدرجة في اجتماع مندوبي الأجراء المقبل.",
    ),
    Told(
        Problem.HEALTH,
        Paper.OTHER_EVENT,
        "Malaise sur le plateau pendant la vague de chaleur ; la climatisation est en panne depuis deux semaines.",
        "La réparation et une visite du médecin du travail.",
        "Le comité de sécurité et d'hygiène est saisi.",
    ),
    Told(
        Problem.HEALTH,
        Paper.OTHER_EVENT,
        "Un superviseur fait des remarques déplacées chaque jour. J'ai peur d'être seule avec lui en fin de poste.",
        "Changer d'équipe sans perdre mes horaires, et que cela cesse.",
        "Entretien à l'heure choisie par elle, hors du site.",
    ),
    Told(
        Problem.HEALTH,
        Paper.OTHER_EVENT,
        "بعد ستة أشهر من مراجعة المحتوى لم أعد أنام. طلبت طبيب الشغل ولم أتوصل بأي جواب.",
        "موعد مع طبيب الشغل وتغيير المهام.",
        "تم الاتفاق على ساعة آمنة للاتصال.",
    ),
    Told(
        Problem.HOLIDAYS,
        Paper.OTHER_PAPER,
        "Le congé d'août est refusé par courriel, alors qu'il était accordé en mai.",
        "Le congé accordé, ou d'autres dates écrites.",
        "La RH propose septembre : à voir avec la salariée.",
    ),
    Told(
        Problem.HOLIDAYS,
        Paper.OTHER_EVENT,
        "اشتغلنا يوم العيد كيوم عادي، ولم يؤد عنه أي تعويض.",
        "أداء يوم العيد مضاعفا أو يوم راحة.",
        "ستون أجيرا معنيا: الجدول جاهز.",
    ),
    Told(
        Problem.SOCIAL_SECURITY,
        Paper.OTHER_EVENT,
        "Sur le relevé de la CNSS il manque neuf mois déclarés, dont la maternité.",
        "La régularisation des neuf mois.",
        "Relevé imprimé ; courrier à l'employeur puis à la CNSS.",
    ),
    Told(
        Problem.SOCIAL_SECURITY,
        Paper.OTHER_EVENT,
        "لم يصرحوا بنا لدى الصندوق الوطني للضمان الاجتماعي منذ البداية، والأجر يسلم نقدا في ظرف.",
        "التصريح بجميع الأجراء وورقة أداء كل شهر.",
        "شهادات مكتوبة من خمسة أجراء.",
    ),
    Told(
        Problem.CONTRACT,
        Paper.OTHER_PAPER,
        "Troisième CDD de six mois d'affilée, le même poste, et l'on me propose encore un CDD.",
        "Un CDI.",
        "Les trois contrats sont au dossier : article 16.",
    ),
    Told(
        Problem.MATERNITY,
        Paper.OTHER_EVENT,
        "Depuis l'annonce de ma grossesse, on m'a remise en équipe de nuit.",
        "Des horaires de jour jusqu'à l'accouchement.",
        "Certificat remis contre décharge.",
    ),
    Told(
        Problem.NIGHT_TRANSPORT,
        Paper.OTHER_EVENT,
        "La navette de 23 h est supprimée ; trois collègues rentrent à pied.",
        "Le transport de nuit, ou la fin du poste à 21 h.",
        "Pétition de 41 signatures, gardée par le bureau.",
    ),
    Told(
        Problem.SURVEILLANCE,
        Paper.OTHER_EVENT,
        "Un logiciel prend une photo par la caméra toutes les dix minutes en télétravail.",
        "L'arrêt des photos et l'avis de la CNDP.",
        "Modèle de plainte à la CNDP préparé.",
    ),
    Told(
        Problem.TRANSFER,
        Paper.OTHER_PAPER,
        "Mutation à Fès dans huit jours, par lettre, sans mon accord ; mes enfants sont à l'école ici.",
        "Rester sur le site, ou un délai et une aide.",
        "Le contrat ne prévoit aucune mobilité.",
    ),
    Told(
        Problem.OBSTRUCTION,
        Paper.OTHER_EVENT,
        "Le panneau syndical a été arraché deux fois, et le délégué changé d'étage le lendemain.",
        "Le respect du panneau et du local.",
        "Photos du panneau datées ; inspection saisie.",
    ),
    Told(
        Problem.DISCRIMINATION,
        Paper.OTHER_EVENT,
        "À travail égal, l'équipe espagnole touche 900 dirhams de plus, sans critère connu.",
        "Les critères écrits et l'égalité.",
        "Bulletins comparés, sans les noms.",
    ),
)

CLOSED = (
    (Outcome.WON, "La direction a accordé par écrit tout ce qui était demandé."),
    (Outcome.SETTLED, "Accord écrit devant l'inspecteur du travail ; copie remise à la personne."),
    (Outcome.WON, "وافقت الإدارة كتابة على المطلوب بعد الاجتماع مع المندوب."),
    (Outcome.WITHDRAWN, "La personne a trouvé un autre poste et ne souhaite pas poursuivre."),
    (Outcome.PASSED_ON, "Rien n'a été obtenu par écrit : l'avocate porte le dossier au tribunal."),
)
WAITING = (
    "Lettre remise contre décharge : réponse attendue sous huit jours.",
    "Convocation de l'inspecteur demandée.",
    "ننتظر جواب المشغل كتابة قبل نهاية الشهر.",
)
STRATEGY = "Ne pas parler des autres dossiers : la direction cherche à savoir qui a signalé."
REOPENED = "L'employeur n'a pas tenu ce qu'il avait signé."
GIVEN_UP = "Réglé avec l'employeur : la personne a été prévenue de la date et n'a plus rien à demander."

TASKS = (
    "Appeler la section pour les plannings du mois",
    "الاتصال بالشاهدين قبل الاجتماع",
    "Relire la convention avec l’avocate",
)
