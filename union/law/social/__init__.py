"""Social security: the job-loss allowance, and the days that were declared."""
