"""An installation as one file, and back: the database with its sealed files, never the key."""
