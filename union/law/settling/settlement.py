"""What is wrong with a receipt for full settlement or a private settlement, and how far an offer falls short."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from union.law.entitlement import Entitlement
from union.law.sources.articles import cite
from union.law.sources.sentence import Sentence


@dataclass(frozen=True, slots=True)
class Flag:
    """One thing to say about a paper; `code` is a key of the table below."""

    code: str

    @property
    def sentence(self) -> Sentence:
        """The sentence."""
        return _FLAGS[self.code][0]

    @property
    def articles(self) -> tuple[str, ...]:
        """The keys of the articles."""
        return _FLAGS[self.code][1]

    @property
    def article(self) -> Sentence:
        """The articles cited."""
        return cite(self.articles)


_FLAGS: dict[str, tuple[Sentence, tuple[str, ...]]] = {
    "undated": (
        Sentence("The receipt is undated: write down the day of signature, the 60 days start there."),
        ("ct 74", "ct 75"),
    ),
    "signed_early": (
        Sentence("Signed before the employment ended: it is no receipt, and nobody waives rights in advance."),
        ("ct 41", "ct 73"),
    ),
    "signed_before_payment": (
        Sentence("Signed before payment: ask for proof of the transfer or of the cashed cheque."),
        ("ct 73",),
    ),
    "no_items": (
        Sentence("The total is not itemised: the receipt is void as such."),
        ("ct 74",),
    ),
    "no_sixty_days": (
        Sentence("The 60 days are not stated legibly: the receipt is void as such."),
        ("ct 74",),
    ),
    "one_copy": (
        Sentence("No second copy was handed over: the receipt is void as such."),
        ("ct 74",),
    ),
    "not_read_and_approved": (
        Sentence('The words "read and approved" do not precede the signature: the receipt is void as such.'),
        ("ct 74",),
    ),
    "illiterate_alone": (
        Sentence("The employee cannot read: the labour inspector's countersignature is required."),
        ("ct 74", "ct 532"),
    ),
    "no_inspector": (
        Sentence("Without the inspector's countersignature it is a mere receipt of the sums: the waiver is void."),
        ("ct 41", "ct 73", "ct 76"),
    ),
    "final": (
        Sentence(
            "Legalised signatures and the inspector's countersignature: the conciliation is final, ask the "
            "legal team before signing."
        ),
        ("ct 41", "ct 532"),
    ),
}


def receipt_flags(
    signed_on: date | None,
    left_on: date,
    *,
    paid_on: date | None = None,
    itemised: bool = True,
    sixty_days_stated: bool = True,
    copy_handed_over: bool = True,
    read_and_approved: bool = True,
    can_read: bool = True,
    countersigned_by_inspector: bool = False,
    signatures_legalised: bool = False,
) -> list[Flag]:
    """What to say about a signed paper (arts 41, 73 to 76); `left_on` is the last day of employment."""
    early = signed_on is not None and signed_on < left_on
    unpaid = signed_on is not None and paid_on is not None and signed_on < paid_on
    final = countersigned_by_inspector and signatures_legalised
    wrong = {
        "undated": signed_on is None,
        "signed_early": early,
        "signed_before_payment": unpaid,
        "no_items": not itemised,
        "no_sixty_days": not sixty_days_stated,
        "one_copy": not copy_handed_over,
        "not_read_and_approved": not read_and_approved,
        "illiterate_alone": not can_read and not countersigned_by_inspector,
        "no_inspector": not countersigned_by_inspector,
        "final": final,
    }
    return [Flag(code) for code, said in wrong.items() if said]


def shortfall(owed: Entitlement, offered: Decimal) -> Decimal:
    """Dirhams missing from an offer against severance, notice, leave and wages to a term; 0.00 if it is enough."""
    return max(owed.minimum - offered, Decimal("0.00"))


def scenario_shortfall(owed: Entitlement, offered: Decimal) -> Decimal:
    """Dirhams missing from an offer if the judge also granted the damages; 0.00 if it is enough."""
    damages = sum((line.amount for line in owed.lines if line.scenario), Decimal("0.00"))
    return max(owed.minimum + damages - offered, Decimal("0.00"))
