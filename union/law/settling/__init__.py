"""Papers that settle: receipts, agreements, the inspector's conciliation, and their denunciation."""
