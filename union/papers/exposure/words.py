"""What the kinds of content and the acts on an exposure are called."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from union.law.sources.sentence import Sentence
from union.papers.exposure.models import Seen

SEEN = {
    Seen.VIOLENCE: _l("Violence and its victims"),
    Seen.SEXUAL: _l("Sexual content, sexual violence"),
    Seen.CHILDREN: _l("Children who are harmed"),
    Seen.SELF_HARM: _l("Suicide and self-harm"),
    Seen.HATE: _l("Hate and insults"),
    Seen.TERROR: _l("War and terrorism"),
    Seen.ANIMALS: _l("Cruelty to animals"),
    Seen.CALLS: _l("Insults and threats by telephone"),
}
# The same as a letter names them, in a row.
IN_A_LETTER = {
    Seen.VIOLENCE: Sentence("violence and its victims"),
    Seen.SEXUAL: Sentence("sexual content and sexual violence"),
    Seen.CHILDREN: Sentence("children who are harmed"),
    Seen.SELF_HARM: Sentence("suicide and self-harm"),
    Seen.HATE: Sentence("hate and insults"),
    Seen.TERROR: Sentence("war and terrorism"),
    Seen.ANIMALS: Sentence("cruelty to animals"),
    Seen.CALLS: Sentence("insults and threats by telephone"),
}
# What a line of the timeline is called, and its drawing.
ACTS = {
    "exposure_noted": (_l("Exposure written down"), "health"),
    "exposure_corrected": (_l("Exposure corrected"), "edit"),
    "exposure_sent": (_l("Medical follow-up asked for"), "mail"),
    "exposure_aside": (_l("Exposure set aside"), "undo"),
}
