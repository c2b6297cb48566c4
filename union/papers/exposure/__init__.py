"""What moderators are exposed to: hours, kinds in closed words, an accident's periods, the letter for a doctor."""
