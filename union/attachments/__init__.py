"""Files attached to a case: photographs, papers, voice notes; sealed, shown by pictures of ours, destroyed by two."""
