"""What a case keeps of its people on paper: signed receipts, dismissal letters, the file before the court."""
