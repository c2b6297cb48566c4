"""How a contract ends and what its end owes: notice, severance, damages, terms, resignations, transfers."""
