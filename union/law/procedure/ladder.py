"""The ladder of sanctions in words: which count within the year, which step they reach, which is missing (arts 37, 38)."""

from collections.abc import Iterable
from datetime import date

from union.law.dates.counting import joined
from union.law.procedure.discipline import LAST_STEP, STEP, PriorSanction, Sanction, reached, within_the_year
from union.law.sources.source import LANGUAGES, Words, day, words

NAMES = {
    Sanction.WARNING: Words("avertissement", "إنذار", "warning"),
    Sanction.REPRIMAND: Words("blâme", "توبيخ", "reprimand"),
    Sanction.SECOND_REPRIMAND: Words("deuxième blâme", "توبيخ ثان", "second reprimand"),
    Sanction.SUSPENSION: Words("mise à pied", "توقيف عن الشغل", "suspension"),
    Sanction.THIRD_REPRIMAND: Words("troisième blâme", "توبيخ ثالث", "third reprimand"),
    Sanction.TRANSFER: Words("transfert", "نقل إلى مصلحة أو مؤسسة أخرى", "transfer"),
}
STEPS = {
    1: Words("l'avertissement", "الإنذار", "the warning"),
    2: Words("le blâme", "التوبيخ", "the reprimand"),
    3: Words(
        "le deuxième blâme ou la mise à pied",
        "التوبيخ الثاني أو التوقيف عن الشغل",
        "the second reprimand or the suspension",
    ),
    4: Words("le troisième blâme ou le transfert", "التوبيخ الثالث أو النقل", "the third reprimand or the transfer"),
}
_COUNTED = (
    "Dans les douze mois avant le {on} : {given}.",
    "خلال الأشهر الاثني عشر السابقة ليوم {on}: {given}.",
    "In the twelve months before {on}: {given}.",
)
_NONE = (
    "Aucune sanction dans les douze mois avant le {on}.",
    "لا عقوبة خلال الأشهر الاثني عشر السابقة ليوم {on}.",
    "No sanction in the twelve months before {on}.",
)
_OUTSIDE = (
    "Hors de ces douze mois, non comptées : {given}.",
    "خارج هذه الأشهر، ولا تحتسب: {given}.",
    "Outside these twelve months, not counted: {given}.",
)
_MISSING = (
    "Degrés atteints sans saut : {reached} sur {last} ; manquent {missing}.",
    "الدرجات المستوفاة دون تخط: {reached} من {last}؛ وتنقص {missing}.",
    "Steps reached without a gap: {reached} of {last}; missing: {missing}.",
)
_WHOLE = (
    "Les quatre degrés ont été appliqués dans l'année.",
    "طبقت الدرجات الأربع داخل السنة.",
    "All four steps were applied within the year.",
)


def explained(given: Iterable[PriorSanction], on: date) -> Words:
    """How the sanctions before a dismissal of that day count; the year is read as twelve months."""
    every = sorted(given, key=lambda one: one.on)
    counted = within_the_year(every, on)
    outside = [one for one in every if one not in counted]
    said = [words(*_COUNTED, on=on, given=_listed(counted)) if counted else words(*_NONE, on=on)]
    if outside:
        said.append(words(*_OUTSIDE, given=_listed(outside)))
    top, done = reached(every, on), {STEP[one.kind] for one in counted}
    if top == LAST_STEP:
        return joined(*said, words(*_WHOLE))
    missing = _series([STEPS[step] for step in range(1, LAST_STEP + 1) if step not in done])
    return joined(*said, words(*_MISSING, reached=top, last=LAST_STEP, missing=missing))


def _listed(given: Iterable[PriorSanction]) -> Words:
    return _series([Words(*(f"{NAMES[one.kind].say(to)} ({day(one.on, to)})" for to in LANGUAGES)) for one in given])


def _series(parts: list[Words]) -> Words:
    return Words(*(("، " if to == "ar" else ", ").join(one.say(to) for one in parts) for to in LANGUAGES))
