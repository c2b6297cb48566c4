"""The path of each kind of grievance, one file a kind: its steps, who acts, by which article, and what opens what."""
