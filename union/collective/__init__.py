"""One subject, many people: a grievance that people join by their own consent, and the sheet that they sign."""
