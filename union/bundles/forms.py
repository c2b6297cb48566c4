"""What is asked before a file leaves: for whom, what goes in, whether the person agreed, and what for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import ValidationError
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # newer than the stubs

from union.bundles.models import Consent, Order, Recipient
from union.bundles.words import CONSENTS, ORDERS, RECIPIENTS
from union.correspondence.words import LANGUAGE_NAMES
from union.web.forms.chosen import Boxes, OneOf, Tiles
from union.web.forms.form import Form, needed
from union.web.forms.typed import Line


class Ticks(Boxes):
    """Any of what the page offers, by keys of ours."""

    def offer(self, pairs: Iterable[tuple[str, Any]]) -> None:
        """The keys with their words."""
        self.offered = [SelectChoice(key, word) for key, word in pairs]


class NewBundle(Form):
    """A file to be made."""

    to = Tiles(_l("For whom?"), Recipient, RECIPIENTS, [needed(_l("Say for whom it is."))])
    language = OneOf(
        _l("Language of the file"),
        choices=[SelectChoice(code, name) for code, name in LANGUAGE_NAMES.items()],
        default="fr",
    )
    title = Line(_l("Title"), most=120)
    lines = Ticks(_l("Chronology"))
    sections = Ticks(_l("Sheets"))
    exhibits = Ticks(_l("Exhibits"))
    order = Tiles(_l("Order of the exhibits"), Order, ORDERS, [needed()], default=Order.BY_DAY)
    consent = Tiles(
        _l("Did the person agree that this leaves the union?"),
        Consent,
        CONSENTS,
        [needed(_l("Say whether they agreed."))],
    )
    consent_words = Line(_l("When and how they agreed"), most=200)
    why = Line(_l("Whom it goes to, and what for"), [needed()], most=120)

    def __init__(self, *, guarded: bool, **initial: Any) -> None:
        """`guarded` is a confidential case: it leaves only where the person said so, and somebody says how."""
        super().__init__(**initial)
        self.guarded = guarded

    def validate_consent(self, field: Any) -> None:
        """Nothing reaches court, inspection or employer before the person agreed; a lawyer of ours may read first."""
        if field.data is Consent.YES:
            return
        if self.guarded:
            raise ValidationError(_l("This case is confidential: nothing of it leaves before the person agreed."))
        if self.to.data is not Recipient.LAWYER:
            raise ValidationError(_l("What reaches the court or the inspectorate reaches the employer: ask first."))

    def validate_consent_words(self, field: Any) -> None:
        """Of a confidential case, how they agreed is written down."""
        if self.guarded and self.consent.data is Consent.YES and not (field.data or "").strip():
            raise ValidationError(_l("Write when and how they agreed: this case is confidential."))


class Digest(Form):
    """A digest that somebody read out."""

    writes = False
    digest = Line(_l("The digest that the checker shows"), [needed()], most=120)
