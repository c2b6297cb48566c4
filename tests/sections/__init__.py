"""Union sections."""
