"""Members who lost their work and were sent to a body that retrains or places them, and what became of it."""
