"""How a sum is read where sources differ, and what another reading moves."""
