"""Sites that organisers propose, and that the secretariat accepts, finds among the known ones, or refuses."""
