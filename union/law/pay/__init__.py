"""Pay while the contract runs: minimum wage, hours, holidays, leave, seniority, and what was left unpaid."""
