"""What stages, languages and proofs are called."""

from __future__ import annotations

from typing import Any

from flask_babel import lazy_gettext as _l

from union.targets.brands import Lever
from union.targets.models import SiteStage, Spoken

STAGES: dict[SiteStage, Any] = {
    SiteStage.UNKNOWN: _l("Not known"),
    SiteStage.HEARD_OF: _l("Heard of"),
    SiteStage.MAPPED: _l("Mapped"),
    SiteStage.CONTACTED: _l("Contacted"),
    SiteStage.COMMITTEE: _l("Committee"),
    SiteStage.SECTION: _l("Union section"),
    SiteStage.ELECTED: _l("Elected"),
    SiteStage.REPRESENTATIVE: _l("Most representative"),
    SiteStage.AGREEMENT: _l("Agreement"),
}

# What a stage asks for before it is written down. The thresholds of the first five are the house's own.
PROOFS: dict[SiteStage, Any] = {
    SiteStage.UNKNOWN: _l("Nothing is known of it any more."),
    SiteStage.HEARD_OF: _l("Who told of it, in general words: a press article, a job advert, a colleague elsewhere."),
    SiteStage.MAPPED: _l("Teams, floors or shifts are known that make up four fifths of the headcount."),
    SiteStage.CONTACTED: _l("At least one conversation in the last six months."),
    SiteStage.COMMITTEE: _l("Three people who act, in two teams or more."),
    SiteStage.SECTION: _l("The receipt of the deposit of the union section, with its number (articles 414, 415)."),
    SiteStage.ELECTED: _l("The minutes of the election of the staff delegates."),
    SiteStage.REPRESENTATIVE: _l("The results that make the union the most representative one (article 425)."),
    SiteStage.AGREEMENT: _l("The receipt of the deposit of the agreement (article 106)."),
}

LANGUAGES: dict[Spoken, Any] = {
    Spoken.FRENCH: _l("French"),
    Spoken.ARABIC: _l("Arabic"),
    Spoken.AMAZIGH: _l("Amazigh"),
    Spoken.SPANISH: _l("Spanish"),
    Spoken.ENGLISH: _l("English"),
    Spoken.ITALIAN: _l("Italian"),
    Spoken.GERMAN: _l("German"),
    Spoken.DUTCH: _l("Dutch"),
    Spoken.PORTUGUESE: _l("Portuguese"),
    Spoken.OTHER: _l("another language"),
}

LEVERS: dict[Lever, Any] = {
    Lever.CONTACT_POINT: _l("OECD national contact point"),
    Lever.VIGILANCE: _l("Duty of vigilance law"),
    Lever.CODE: _l("Code of conduct"),
    Lever.AGREEMENT: _l("Global framework agreement"),
}
