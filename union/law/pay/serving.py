"""Which wage serves which line: gross for severance, leave and wages, net for notice and damages, else the one
given."""

from decimal import Decimal

from union.law.facts import Facts


def gross_first(facts: Facts) -> tuple[Decimal, str]:
    """Dirhams a month and "gross" or "net": gross if known (arts 55, 249)."""
    if facts.monthly_gross is not None:
        return facts.monthly_gross, "gross"
    return net_first(facts)


def mean_first(facts: Facts) -> tuple[Decimal, str]:
    """Dirhams a month and "mean" where the mean of the last 52 weeks is told (art 55), else as `gross_first`."""
    return (facts.mean_gross, "mean") if facts.mean_gross is not None else gross_first(facts)


def net_first(facts: Facts) -> tuple[Decimal, str]:
    """Dirhams a month and "net" or "gross": net if known (Cass. soc. 23/04/2019 n° 597/1, dossier 632-5-1-2017)."""
    if facts.monthly_net is not None:
        return facts.monthly_net, "net"
    if facts.monthly_gross is None:
        raise ValueError("facts without a wage cannot be built")
    return facts.monthly_gross, "gross"
