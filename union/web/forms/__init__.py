"""Forms: fields that read what people type, keep it as typed, and say what to do where it cannot be used."""
