"""The service that severance is counted on: what is no effective work taken off (arts 53, 54)."""

from datetime import timedelta

from union.law.facts import Facts
from union.law.terms.seniority import Service, service


def worked(facts: Facts, served: Service) -> Service:
    """The service less the days of unjustified absence and of unlawful strike, which article 54 does not name.

    The list of article 54 is open and no decision read settles it: the service without this deduction is another
    reading.
    """
    if not facts.unjustified_days:
        return served
    shorter = max(facts.hired_on, facts.left_on - timedelta(days=facts.unjustified_days))
    return service(facts.hired_on, shorter)
