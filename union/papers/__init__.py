"""What a case keeps of its people on paper: signed receipts, dismissal letters, the court file, the job-loss claim."""
