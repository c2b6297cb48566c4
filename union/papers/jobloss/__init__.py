"""The claim of the job-loss allowance of one person of a dispute: conditions, papers, sixty days, the checklist."""
